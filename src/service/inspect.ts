/** A text read while it is written: its problems, or its sliders and every number that goes in. */
import { contentHash } from "../run/index.ts";
import { compileValues, type Assumption, type Problem, type Scenario } from "../scenario/index.ts";
import { loadCase, type Case } from "./case.ts";
import { controlsOf, type Control } from "./controls.ts";

export type Inspection =
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | {
      readonly ok: true;
      readonly name: string;
      readonly controls: readonly Control[];
      readonly assumptions: readonly Assumption[];
      /** What the plan seeks, wherever that is written. */
      readonly objective: "cost" | "value";
      /** The same for all texts that differ in the sliders' values alone. */
      readonly fingerprint: string;
    };

export const inspectCase = async (given: Case): Promise<Inspection> => {
  const loaded = loadCase(given);
  if (!loaded.ok) return { ok: false, problems: loaded.problems };
  const { scenario } = loaded;
  const controls = controlsOf(scenario);
  return { ok: true, name: scenario.name, controls, assumptions: scenario.assumptions, objective: scenario.plan.objective, fingerprint: await fingerprintOf(scenario, controls) };
};

/** Hash of a scenario without the values of its sliders, and without the words on where numbers come from. */
export const fingerprintOf = async (scenario: Scenario, controls: readonly Pick<Control, "path">[]): Promise<string> => {
  const paths = controls.map(({ path }) => path);
  const { assumptions: _, notes: __, ...rest } = scenario;
  return contentHash({ paths, scenario: compileValues(scenario, paths).places.reduce<unknown>((record, place) => without(record, place), rest) });
};

const without = (record: unknown, [key, ...rest]: readonly (string | number)[]): unknown => {
  if (key === undefined) return null;
  if (Array.isArray(record)) return record.map((item: unknown, i) => (i === key ? without(item, rest) : item));
  const map = record as Readonly<Record<string, unknown>>;
  return { ...map, [key]: without(map[key], rest) };
};
