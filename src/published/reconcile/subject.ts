/** Who is reconciled: a published model, with its inputs as they are or changed, or a run of ours in the same forms. */
import { quotes } from "../quotes.ts";
import { answerOf, answersOf, ANSWER_WORDS, type Answer } from "./answers.ts";
import { asked, inputPaths, ownAnswer, withInput } from "./inputs.ts";
import type { Forms, Inputs, Model, Native } from "./model.ts";
import { models } from "./models.ts";
import { NameError } from "./name-error.ts";
import { guardInputs } from "./ranges.ts";

export interface Subject {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly boundary: string;
  readonly forms: Forms;
  readonly natives: readonly Native[];
  readonly faultsAt: Model["faultsAt"];
  /** The answer that its variant is about. */
  readonly of: Native["answer"] | null;
  /** Null for a run of ours. */
  readonly model: Model | null;
  readonly inputs: Inputs;
  /** Inputs that its name sets, and the same inputs without them. */
  readonly changed?: { readonly paths: readonly string[]; readonly start: Inputs };
}

/** "mccalip", "mccalip@views", "mccalip:years=10,orbit.launch_usd_per_kg=200". Throws a NameError. */
export const subjectOf = (name: string): Subject => {
  const colon = name.indexOf(":");
  const [plain, settings] = colon < 0 ? [name, ""] : [name.slice(0, colon), name.slice(colon + 1)];
  const [id, variantId, ...more] = plain.split("@");
  const model = models.find(({ card }) => card.id === id);
  const quote = quotes.find((one) => one.id === id);
  if (quote !== undefined) throw new NameError(`${quote.id} is only quoted: ${quote.why}`, `dawndusk reconcile ${quote.id} prints its figures`);
  if (model === undefined) throw new NameError(`there is no published model "${id}"`, `models: ${models.map(({ card }) => card.id).join(", ")}`);
  if (more.length > 0) throw new NameError(`"${plain}" names more than one variant`, "change further inputs behind a colon");
  const variant = variantId === undefined ? null : model.variants.find((one) => one.id === variantId);
  if (variant === undefined) throw new NameError(`${id} has no variant "${variantId}"`, model.variants.length === 0 ? "it has none" : `it has ${model.variants.map((one) => one.id).join(", ")}`);
  const start = variant?.inputs ?? model.inputs;
  const { inputs, paths } = settings === "" ? { inputs: start, paths: [] } : changed(model, start, settings);
  guardInputs(model.card.id, inputs);
  const { card } = model;
  const { forms, natives } = asked(name, () => ({ forms: model.forms(inputs), natives: model.natives(inputs) }));
  const subject: Subject = {
    id: name, title: variant === null ? card.title : `${card.title}, ${variant.what}`, source: card.source, boundary: card.boundary,
    forms, natives, faultsAt: model.faultsAt, of: variant?.of ?? null, model, inputs, changed: { paths, start },
  };
  guardAnswers(subject);
  return subject;
};

/** Answers must be numbers, and no input may be set in vain. */
const guardAnswers = (subject: Subject): void => {
  const answers = answersOf(subject.forms);
  for (const answer of answers) {
    const value = asked(subject.id, () => answerOf(subject.forms, answer));
    if (!Number.isFinite(value)) throw new NameError(`${subject.id} has no ${ANSWER_WORDS[answer].what}`, `with these inputs it comes to ${value}`);
  }
  const idle = idlePath(subject, (inputs) => answers.flatMap((answer) => [answerOf(subject.model!.forms(inputs), answer), ownAnswer(subject.model!, inputs, answer).value]));
  if (idle !== null) throw new NameError(`${subject.id}: ${idle} changes none of its answers`, `it answers ${answers.join(", ")}`);
};

/** Throws a NameError where an input is set that does nothing to the answer asked for; `own` is for the model's own figure, else the common form's. */
export const guardIdle = (subject: Subject, answer: Answer, own: boolean): void => {
  if (subject.model === null) return;
  const { model } = subject;
  const idle = idlePath(subject, (inputs) => [own ? ownAnswer(model, inputs, answer).value : answerOf(model.forms(inputs), answer)]);
  if (idle !== null) throw new NameError(`${subject.id}: ${idle} does nothing to its ${own ? ownAnswer(model, subject.inputs, answer).what : ANSWER_WORDS[answer].what}`, `--of asks for another answer: it has ${answersOf(subject.forms).join(", ")}`);
};

/** Relative: what rounding leaves is no change. */
const ROUNDING = 1e-12;
const same = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));

/** The first path set whose being put back changes nothing. */
const idlePath = ({ id, inputs, changed: set }: Subject, valuesOf: (inputs: Inputs) => readonly number[]): string | null => {
  if (set === undefined || set.paths.length === 0) return null;
  const old = new Map(inputPaths(set.start));
  const now = new Map(inputPaths(inputs));
  const values = valuesOf(inputs);
  const idle = set.paths.find((path) => old.get(path) !== now.get(path) && asked(id, () => valuesOf(withInput(inputs, path, old.get(path)!))).every((value, i) => same(value, values[i]!)));
  return idle ?? null;
};

const changed = (model: Model, start: Inputs, settings: string): { readonly inputs: Inputs; readonly paths: readonly string[] } => {
  const pairs = settings.split(",").map((setting) => pairOf(model, setting));
  return { inputs: pairs.reduce((inputs, [path, value]) => withInput(inputs, path, value), start), paths: [...new Set(pairs.map(([path]) => path))] };
};

const pairOf = (model: Model, setting: string): readonly [path: string, value: number] => {
  const known = inputPaths(model.inputs).map(([path]) => path);
  const [path, text, ...rest] = setting.split("=").map((part) => part.trim());
  const value = Number(text);
  if (path === undefined || path === "" || text === undefined || text === "" || rest.length > 0 || !Number.isFinite(value)) throw new NameError(`"${setting}" sets nothing`, `write ${model.card.id}:${known[0]!}=1`);
  const leaf = path.split(".").at(-1);
  const near = known.filter((name) => name.split(".").at(-1) === leaf);
  if (!known.includes(path)) throw new NameError(`${model.card.id} has no input "${path}"`, near.length > 0 ? `it has ${near.join(" and ")}` : `its inputs: ${known.join(", ")}`);
  return [path, value];
};
