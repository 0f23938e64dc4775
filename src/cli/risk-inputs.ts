/**
 * What a campaign varies: the fields that the scenario writes as distributions. Where it writes none, the numbers whose range is known, each
 * triangular from its low by its value to its high; of these the ones that move what compute costs most, one at a time from end to end about
 * the centre, with the plan and the flight of the centre held.
 */
import type { Correlation, UncertainInput } from "../risk/index.ts";
import type { BasePorts, EvaluatorBase } from "../run/evaluate/index.ts";
import type { Scenario } from "../scenario/index.ts";

export interface RiskInputs {
  readonly inputs: readonly UncertainInput[];
  readonly correlations: readonly Correlation[];
  readonly notes: readonly string[];
}

/** Most inputs that are taken where the scenario names none. */
const MOST = 12;
/** One that moves every cost by less from end to end says nothing. */
const LEAST_FRAC = 0.005;
const COSTS: readonly string[] = ["ground_usd_per_kW_yr", "orbit_usd_per_kW_yr", "ratio"];

export const riskInputs = async (scenario: Scenario, ports: BasePorts): Promise<RiskInputs> => {
  const { correlationsOf } = await import("../risk/index.ts");
  const { inputs, notes } = scenario.random.length > 0 ? { inputs: scenario.random, notes: [] } : await knownRanges(scenario, ports);
  const { correlations, left } = correlationsOf(scenario, inputs);
  return { inputs, correlations, notes: [...notes, ...left.map(({ fields }) => `Not correlated, for one of them is not varied: ${fields.join(", ")}.`)] };
};

interface Candidate {
  readonly input: UncertainInput;
  readonly value: number;
}

const knownRanges = async (scenario: Scenario, ports: BasePorts): Promise<Pick<RiskInputs, "inputs" | "notes">> => {
  const { evaluatorBase } = await import("../run/evaluate/index.ts");
  const candidates = await candidatesOf(scenario);
  const base = await evaluatorBase(scenario, { inputs: [], plan: "frozen", flight: "interpolated" }, ports);
  const moved = await movedBy(scenario, base, candidates);
  const kept = candidates.map(({ input }, i) => ({ input, by: moved[i]! })).filter(({ by }) => by >= LEAST_FRAC).toSorted((a, b) => b.by - a.by).slice(0, MOST);
  const note = `The scenario writes no field as a distribution. Of ${candidates.length} fields whose range is known, taken as triangular from low by value to high, the ${kept.length} are varied that move costs most, or keep the platform from closing: ${kept.map(({ input }) => input.path).join(", ")}.`;
  return { inputs: kept.map(({ input }) => input), notes: [note] };
};

/** Constants with both bounds known, that a number can be put in place of. */
const candidatesOf = async (scenario: Scenario): Promise<readonly Candidate[]> => {
  const { compileValues } = await import("../scenario/index.ts");
  const settable = (path: string, value: number): boolean => {
    try {
      const setter = compileValues(scenario, [path]);
      return setter.rows[0]!.whole !== true && setter.set(Float64Array.of(value)) !== null;
    } catch {
      // A word, a figure of the catalogue that no field stands for, a field that does not apply.
      return false;
    }
  };
  return scenario.assumptions.flatMap(({ path, unit, value, low, high, form }): readonly Candidate[] => {
    if (form !== "constant" || low === null || high === null || !(low < high && low <= value && value <= high) || !settable(path, value)) return [];
    return [{ value, input: { path, unit, distribution: { distribution: "triangular", low, mode: value, high } } }];
  });
};

/** How far each moves a cost from end to end, as a share of the centre; 1 where the cost does not exist at an end. */
const movedBy = async (scenario: Scenario, base: EvaluatorBase, candidates: readonly Candidate[]): Promise<readonly number[]> => {
  const { compileEvaluator } = await import("../run/evaluate/index.ts");
  const { evaluate, outcomes } = compileEvaluator(scenario, { ...base, inputs: candidates.map(({ input }) => input), table: null });
  const at = COSTS.map((key) => outcomes.findIndex((outcome) => outcome.key === key));
  const x = Float64Array.from(candidates, ({ value }) => value);
  const told = (): readonly number[] => {
    const y = new Float64Array(outcomes.length);
    evaluate(x, y);
    return at.map((k) => y[k]!);
  };
  const centre = told();
  return candidates.map(({ input: { distribution }, value }, i) => {
    if (distribution.distribution !== "triangular") return 0;
    x[i] = distribution.low;
    const below = told();
    x[i] = distribution.high;
    const above = told();
    x[i] = value;
    return Math.max(...centre.map((middle, k) => (Number.isNaN(middle) ? 0 : Number.isNaN(below[k]! + above[k]!) ? 1 : Math.abs(above[k]! - below[k]!) / Math.abs(middle))));
  });
};
