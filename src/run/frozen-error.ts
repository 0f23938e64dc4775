/**
 * What holding the plan costs: the same few draws with the plan of the centre held and with the plan solved anew.
 *
 *   1. of each outcome that the plan makes, over the draws in which both exist: mean of held less solved, and the largest by size
 *
 * Solved is `lp`, in parts of launches, which is cheaper than whole ones by what they round up: that is in the difference.
 */
import { drawnPoints, type Correlation, type Evaluator, type OutcomeField } from "../risk/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { compileEvaluator, OUTCOMES, type EvaluatorBase, type EvaluatorPorts, type OutcomeKey } from "./evaluate/index.ts";

const DRAWS = 8;
const OF_THE_PLAN: readonly OutcomeKey[] = ["npv_usd", "cost_pv_usd", "capital_usd", "unserved_frac"];

export interface FrozenAsked {
  readonly base: EvaluatorBase;
  /** The evaluator on that base, its plan held. */
  readonly evaluator: Evaluator;
  readonly correlations: readonly Correlation[];
  readonly solve: NonNullable<EvaluatorPorts["solve"]>;
}

/** By how much an outcome with the plan held is above the one with the plan solved. */
export interface FrozenDifference extends Pick<OutcomeField, "key" | "name" | "unit"> {
  readonly mean: number;
  /** By size, with its sign. */
  readonly largest: number;
}

export interface FrozenError {
  readonly draws: number;
  /** Of them, those in which there are both plans. */
  readonly both: number;
  /** Empty where nothing differs by more than rounding. */
  readonly differences: readonly FrozenDifference[];
}

/** What a frozen plan is off by; null where the plan is not frozen. */
export const frozenError = (scenario: Scenario, { base, evaluator, correlations, solve }: FrozenAsked): FrozenError | null => {
  if (base.plan !== "frozen") return null;
  const solved = compileEvaluator(scenario, { ...base, plan: "lp", held: null }, { solve });
  const points = drawnPoints(evaluator.inputs, { correlations, draws: DRAWS, seed: scenario.uncertainty.seed });
  const plans = points.map((x) => ({ held: outcomesAt(evaluator, x), anew: outcomesAt(solved, x) })).filter(({ held, anew }) => !Number.isNaN(held[at("npv_usd")]! - anew[at("npv_usd")]!));
  return { draws: DRAWS, both: plans.length, differences: OF_THE_PLAN.flatMap((key) => difference(key, plans.map(({ held, anew }) => [held[at(key)]!, anew[at(key)]!]))) };
};

const at = (key: OutcomeKey): number => OUTCOMES.findIndex((one) => one.key === key);

const outcomesAt = ({ evaluate }: Evaluator, x: Float64Array): Float64Array => {
  const outcomes = new Float64Array(OUTCOMES.length);
  evaluate(x, outcomes);
  return outcomes;
};

/** What rounding leaves, beside the numbers that are taken from each other. */
const DUST = 1e-9;

const difference = (key: OutcomeKey, pairs: readonly (readonly [held: number, anew: number])[]): readonly FrozenDifference[] => {
  const off = pairs.map(([held, anew]) => held - anew).filter((one) => !Number.isNaN(one));
  const size = Math.max(...pairs.flat().map(Math.abs).filter((one) => !Number.isNaN(one)), key === "unserved_frac" ? 1 : 0);
  const largest = off.reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0);
  if (Math.abs(largest) <= DUST * size) return [];
  const { name, unit } = OUTCOMES[at(key)]!;
  return [{ key, name, unit, mean: off.reduce((sum, one) => sum + one, 0) / off.length, largest }];
};
