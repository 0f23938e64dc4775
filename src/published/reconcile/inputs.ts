/** Inputs of a model as paths, and the game between two sets of them: the model's own formulas, some inputs the one's, some the other's. */
import type { Answer } from "./answers.ts";
import { answerOf } from "./answers.ts";
import type { Inputs, Model } from "./model.ts";
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
    value: (taken) => answerOf(model.forms(paths.reduce((inputs, group, i) => ((taken & (1 << i)) === 0 ? inputs : group.reduce((changing, path) => withInput(changing, path, to.get(path)!), inputs)), x)), answer),
  };
};
