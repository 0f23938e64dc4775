/** One design of a study: its settings laid over the scenario, read, measured. */
import { formatProblem, type Loaded, type Scenario } from "../scenario/index.ts";
import type { Evaluation, FieldValue, Measure } from "./study-record.ts";

/** What a study is given from outside. */
export interface StudyPorts {
  /** The scenario with these settings (scenario/scenarioReader). */
  readonly read: (settings: readonly string[]) => Loaded;
  /** What is measured of a scenario. */
  readonly evaluate: (scenario: Scenario) => Evaluation | Promise<Evaluation>;
  readonly signal?: AbortSignal;
}

/** A design as measured; `measures` by key. "invalid": what its settings give is no scenario. */
export interface Point {
  readonly values: readonly FieldValue[];
  readonly status: Evaluation["status"] | "invalid";
  readonly why: readonly string[];
  readonly measured: Evaluation["measures"];
}

export const pointOf = async ({ read, evaluate }: StudyPorts, design: { readonly values: readonly FieldValue[]; readonly settings: readonly string[] }): Promise<Point> => {
  const loaded = read(design.settings);
  if (!loaded.ok) return { values: design.values, status: "invalid", why: loaded.problems.map((problem) => formatProblem(problem).split("\n")[0]!), measured: [] };
  const { status, why, measures } = await evaluate(loaded.scenario);
  for (const { key, value } of measures) if (value !== null && !Number.isFinite(value)) throw new Error(`${key} is ${value} at ${design.settings.join(" ")}`);
  return { values: design.values, status, why, measured: measures };
};

/** The status of what breaks limits and of what was not held against some. */
export const judgement = ({ broken, unheld }: { readonly broken: readonly string[]; readonly unheld: readonly string[] }): Pick<Evaluation, "status" | "why"> => ({
  status: broken.length > 0 ? "infeasible" : unheld.length > 0 ? "unheld" : "feasible",
  why: [...new Set([...broken, ...unheld])],
});

/** The measures of all points, in the order in which they come up. */
export const measuresOf = (points: readonly Point[]): readonly Measure[] => {
  const all = new Map<string, Measure>();
  for (const { measured } of points) for (const { key, name, unit, better } of measured) if (!all.has(key)) all.set(key, { key, name, unit, better });
  return [...all.values()];
};

/** A point's values of the measures, in their order. */
export const columnsOf = ({ measured }: Point, measures: readonly Measure[]): readonly (number | null)[] => measures.map(({ key }) => measured.find((m) => m.key === key)?.value ?? null);
