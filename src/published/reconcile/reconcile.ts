/**
 * From one published answer to another, step by step.
 *
 * Two of the same model differ in inputs: the steps are those inputs, through the model's own formulas and in its own unit. Two different models are put in the
 * common forms (cost-form.ts, panel-form.ts), and the steps are the factors that they do not share: inputs that both state, what one alone
 * counts, and what each works out in its own way. What a step is worth is its Shapley value, or its turn in a stated order (game.ts).
 */
import { ANSWER_WORDS, answerOf, answersOf, type Answer } from "./answers.ts";
import { gameValue, inOrder, plainGame, shapley, STEPS_MAX } from "./game.ts";
import { answerGame, type AnswerGame } from "./games.ts";
import { inputsGame, ownAnswer, type OwnAnswer } from "./inputs.ts";
import { KINDS, type Step } from "./step.ts";
import { NameError } from "./name-error.ts";
import { guardIdle, type Subject } from "./subject.ts";

export interface ReconcileStep extends Step {
  /** In the answer's unit. */
  readonly amount: number;
  /** The answer once this step and those listed before it are added. */
  readonly running: number;
  readonly faults: readonly { readonly of: string; readonly text: string }[];
}

export interface Reconciliation {
  readonly x: string;
  readonly y: string;
  readonly of: Answer;
  readonly what: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly method: "shapley" | "order";
  /** Ids as they were taken; null for Shapley, which has no order. */
  readonly order: readonly string[] | null;
  /** Inputs first, then boundary, then terms, the largest of each first; in an order, as they were taken. */
  readonly steps: readonly ReconcileStep[];
}

export interface ReconcileTerms {
  /** Left out: what the variants are about, or the first answer that both have. */
  readonly of?: Answer;
  /** Ids of steps, or the words input, boundary and term for all of a kind; what is not named comes last. */
  readonly order?: readonly string[];
}

/** The waterfall from X's answer to Y's. Throws a NameError for an answer that one lacks or a step that is none. */
export const reconcile = (x: Subject, y: Subject, { of, order }: ReconcileTerms = {}): Reconciliation => {
  const answer = answerFor(x, y, of);
  const same = x.model !== null && x.model === y.model;
  for (const subject of [x, y]) guardIdle(subject, answer, same);
  const { steps, game } = gameOf(x, y, answer);
  if (order === undefined && Math.max(game.left, game.right) > STEPS_MAX) throw new NameError(`${x.id} and ${y.id} differ in ${steps.length} steps, too many to take in all orders`, "state one with --order input,boundary,term");
  const turns = order === undefined ? null : turnsOf(steps, order);
  const amounts = turns === null ? shapley(game) : inOrder(game, turns);
  const listed = turns ?? byKindAndSize(steps, amounts);
  const from = gameValue(game, { left: 0, right: 0 });
  let running = from;
  return {
    x: x.id, y: y.id, of: answer, ...endOf(y, answer, same), from,
    method: turns === null ? "shapley" : "order",
    order: turns === null ? null : turns.map((i) => steps[i]!.id),
    // What changes nothing wherever it is taken is no step.
    steps: listed.filter((i) => turns !== null || amounts[i] !== 0).map((i) => ({ ...steps[i]!, amount: amounts[i]!, running: (running += amounts[i]!), faults: faultsIn(steps[i]!, answer, { x, y }) })),
  };
};

/** In the model's own unit where both are of one model. */
const endOf = (y: Subject, answer: Answer, same: boolean): { readonly what: string; readonly unit: string; readonly to: number } => {
  const { what, unit, value }: OwnAnswer = same ? ownAnswer(y.model!, y.inputs, answer) : { ...ANSWER_WORDS[answer], value: answerOf(y.forms, answer) };
  return { what, unit, to: value };
};

/** Answers that both have. */
export const sharedAnswers = (x: Subject, y: Subject): readonly Answer[] => answersOf(x.forms).filter((answer) => answersOf(y.forms).includes(answer));

const answerFor = (x: Subject, y: Subject, of: Answer | undefined): Answer => {
  const shared = sharedAnswers(x, y);
  const wanted = of ?? [y.of, x.of].find((answer) => answer !== null && shared.includes(answer)) ?? shared[0];
  if (wanted !== undefined && shared.includes(wanted)) return wanted;
  const has = (subject: Subject): string => `${subject.id} answers ${answersOf(subject.forms).join(", ")}`;
  throw new NameError(wanted === undefined ? `${x.id} and ${y.id} answer different questions` : `not both answer "${wanted}"`, `${has(x)}; ${has(y)}`);
};

const gameOf = (x: Subject, y: Subject, answer: Answer): AnswerGame => {
  if (x.model === null || x.model !== y.model) return answerGame(x.forms, y.forms, answer);
  const { steps, value } = inputsGame(x.model, { x: x.inputs, y: y.inputs, answer });
  return { steps, game: plainGame(steps.length, value) };
};

const turnsOf = (steps: readonly Step[], order: readonly string[]): readonly number[] => {
  const named = order.flatMap((name) => {
    const found = steps.flatMap(({ id, kind }, i) => (id === name || kind === name ? [i] : []));
    const known: readonly string[] = KINDS;
    if (found.length === 0 && !known.includes(name)) throw new NameError(`there is no step "${name}"`, `steps: ${steps.map(({ id }) => id).join(", ")}; or input, boundary, term`);
    return found;
  });
  return [...new Set([...named, ...byKind(steps)])];
};

const byKind = (steps: readonly Step[]): readonly number[] => KINDS.flatMap((kind) => steps.flatMap((step, i) => (step.kind === kind ? [i] : [])));

const byKindAndSize = (steps: readonly Step[], amounts: readonly number[]): readonly number[] =>
  KINDS.flatMap((kind) => steps.flatMap((step, i) => (step.kind === kind ? [i] : [])).toSorted((a, b) => Math.abs(amounts[b]!) - Math.abs(amounts[a]!)));

/** A fault acts in the steps that its key names: see Model.faultsAt. */
const faultsIn = (step: Step, answer: Answer, { x, y }: { readonly x: Subject; readonly y: Subject }): ReconcileStep["faults"] => {
  const names = [step.id, ...(step.parts ?? [])].map((id) => tiered(id, answer));
  const of = (subject: Subject, own: number | null) => Object.entries(subject.faultsAt).flatMap(([key, faults]) => (names.some((name) => acts(key, name, { kind: step.kind, own })) ? faults.map((text) => ({ of: subject.model?.card.id ?? subject.id, text })) : []));
  const both = x.model === y.model ? of(x, step.from) : [...of(x, step.from), ...of(y, step.to)];
  return both.filter((fault, i) => both.findIndex(({ text }) => text === fault.text) === i);
};

/** "mass" of the mass launched is "orbit/mass"; steps of two tiers bear theirs, and inputs are paths. */
const tiered = (id: string, answer: Answer): string => {
  if (answer === "panel") return `panel/${id}`;
  if (answer === "orbit" || answer === "ground") return `${answer}/${id}`;
  return answer === "mass" ? `orbit/${id}` : id;
};

/** What a model leaves out: goods and services, not shares and rates, which have faults of their own. */
const LEFT_OUT = /^(orbit|ground|panel)\/(boundary\/|failures$|operations$|engineering$)/;

/** `own` is what the model with the fault has of it, null where it has none. */
const acts = (key: string, name: string, { kind, own }: { readonly kind: Step["kind"]; readonly own: number | null }): boolean => {
  const [bare, path] = [name.replace(/^(orbit|ground|panel)\//, ""), key.includes("/") ? null : key];
  if (path !== null) return kind === "input" && (bare === path || name === path || bare.startsWith(`${path}.`));
  if (key.endsWith("/boundary")) return kind === "boundary" && own === null && LEFT_OUT.test(name) && name.startsWith(key.slice(0, -"boundary".length));
  if (name === key || name.startsWith(`${key}/`)) return true;
  // "orbit/build/power" is one of the items of "orbit/build/power+structure".
  const [tier, group, item] = key.split("/");
  const [, , items] = name.split("/");
  return item !== undefined && name.startsWith(`${tier}/${group}/`) && items?.split("+").includes(item) === true;
};
