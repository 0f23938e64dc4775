/** Inputs of a model as paths, and the game between two sets of them: the model's own formulas, some inputs the one's, some the other's. */
import type { Answer } from "./answers.ts";
import { ANSWER_WORDS, answerOf } from "./answers.ts";
import type { Inputs, Model } from "./model.ts";
import { NameError } from "./name-error.ts";
import type { Step, StepGame } from "./step.ts";

/** "orbit.launch_usd_per_kg" and what it is. */
export const inputPaths = (inputs: Inputs, under = ""): readonly (readonly [path: string, value: number])[] =>
  Object.entries(inputs).flatMap(([name, value]) => (typeof value === "number" ? [[`${under}${name}`, value] as const] : inputPaths(value, `${under}${name}.`)));

/** The same inputs with one changed. Throws for a path that does not lead to a number. */
export const withInput = (inputs: Inputs, path: string, value: number): Inputs => {
  const [name, ...rest] = path.split(".");
  const old = inputs[name!];
  if (old === undefined || (rest.length === 0) !== (typeof old === "number")) throw new RangeError(`there is no input "${path}"`);
  return { ...inputs, [name!]: typeof old === "number" ? value : withInput(old, rest.join("."), value) };
};

export interface OwnAnswer {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
}

/** What the model itself answers, in its own unit; in the common forms where it has no such figure. */
export const ownAnswer = (model: Model, inputs: Inputs, answer: Answer): OwnAnswer =>
  model.natives(inputs).find((native) => native.answer === answer) ?? { ...ANSWER_WORDS[answer], value: answerOf(model.forms(inputs), answer) };

/** What `work` gives; inputs that a model cannot be asked with, each alone within its range, are an error of who asks. */
export const asked = <T>(name: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw error instanceof RangeError ? new NameError(`${name} has no answer with these inputs`, error.message) : error;
  }
};

/** Steps between two sets of one model's inputs, those that belong together in one. */
export const inputsGame = (model: Model, { x, y, answer }: { readonly x: Inputs; readonly y: Inputs; readonly answer: Answer }): StepGame => {
  const [from, to] = [new Map(inputPaths(x)), new Map(inputPaths(y))];
  const changed = [...from.keys()].filter((path) => from.get(path) !== to.get(path));
  const groups = new Map<string, string[]>();
  for (const path of changed) {
    const name = model.together.find((prefix) => path.startsWith(`${prefix}.`)) ?? path;
    groups.set(name, [...(groups.get(name) ?? []), path]);
  }
  const steps = [...groups].map(([id, paths]): Step => ({ id, kind: "input", what: `its input ${id}`, from: from.get(paths[0]!)!, to: to.get(paths[0]!)!, unit: "" }));
  const paths = [...groups.values()];
  return {
    steps,
    value: (taken) => asked(model.card.id, () => ownAnswer(model, paths.reduce((inputs, group, i) => ((taken & (1 << i)) === 0 ? inputs : group.reduce((changing, path) => withInput(changing, path, to.get(path)!), inputs)), x), answer).value),
  };
};
