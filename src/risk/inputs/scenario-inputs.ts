/**
 * What is uncertain in a scenario: the fields that it writes as distributions; where it writes none, every default and catalogue figure that has
 * a low and a high, as triangular(low, value, high), which gives the ends no weight and says nothing of how they hang together.
 */
import { namedField, type Assumption, type Scenario } from "../../scenario/index.ts";
import type { Correlation, UncertainInput } from "../risk-record.ts";
import { correlationsOf } from "./correlations.ts";

export interface ScenarioInputs {
  readonly inputs: readonly UncertainInput[];
  readonly correlations: readonly Correlation[];
  /** Whether the scenario wrote the distributions. */
  readonly written: boolean;
  /** What the reader should know: which ranges stand in, which correlations are left out. */
  readonly notes: readonly string[];
}

/** Inputs of a scenario; `wanted` leaves out paths of ranges, not of distributions that are written. None where it has neither. */
export const scenarioInputs = (scenario: Scenario, wanted: (path: string) => boolean = () => true): ScenarioInputs => {
  const written = scenario.random.length > 0;
  const inputs = written ? scenario.random.map(({ path, unit, distribution }) => ({ path, unit, distribution })) : scenario.assumptions.filter(({ path }) => wanted(path)).flatMap(rangeOf);
  const { correlations, left } = correlationsOf(scenario, inputs);
  return {
    inputs, correlations, written,
    notes: [
      ...(written ? [] : [`The scenario writes no distribution: ${inputs.length} defaults and catalogue figures vary between their low and high, triangular about their value: ${inputs.map(({ path }) => path).join(", ")}.`]),
      ...left.map(({ fields }) => `The correlation of ${fields.join(" and ")} is left out: not all of them vary.`),
    ],
  };
};

/** A default's range as a distribution; nothing where its row may not vary by chance, its value is no constant, or it has no range about it. */
const rangeOf = ({ path, unit, value, low, high, origin, form }: Assumption): readonly UncertainInput[] => {
  if ((origin !== "default" && origin !== "catalog") || form !== "constant" || low === null || high === null || !(low < high && low <= value && value <= high)) return [];
  const field = namedField(path);
  if (!field.ok || field.row.kind !== "number" || field.row.whole || !field.row.varies.includes("random") || low < field.row.min || high > field.row.max) return [];
  return [{ path, unit, distribution: { distribution: "triangular", low, mode: value, high } }];
};
