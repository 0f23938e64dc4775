/**
 * What holding the plan costs: the same few draws with the plan of the centre held and with the plan solved anew.
 *
 *   1. of each outcome that the plan makes, over the draws in which both exist: mean of held less solved, and the largest by size
 *
 * Solved is `lp`, in parts of launches, which is cheaper than whole ones by what they round up: that is in the difference.
 */
import { drawnPoints, type Correlation, type Evaluator } from "../risk/index.ts";
import { formatPercent, formatScaled } from "../report/index.ts";
import { compileEvaluator, OUTCOMES, type EvaluatorBase, type EvaluatorPorts, type OutcomeKey } from "./evaluate/index.ts";
import type { Scenario } from "../scenario/index.ts";

const DRAWS = 8;
const OF_THE_PLAN: readonly OutcomeKey[] = ["npv_usd", "cost_pv_usd", "capital_usd", "unserved_frac"];

export interface FrozenAsked {
  readonly base: EvaluatorBase;
  /** The evaluator on that base, its plan held. */
  readonly evaluator: Evaluator;
  readonly correlations: readonly Correlation[];
  readonly solve: NonNullable<EvaluatorPorts["solve"]>;
}

/** A sentence on what a frozen plan is off by; null where the plan is not frozen. */
export const frozenNote = (scenario: Scenario, { base, evaluator, correlations, solve }: FrozenAsked): string | null => {
  if (base.plan !== "frozen") return null;
  const solved = compileEvaluator(scenario, { ...base, plan: "lp", held: null }, { solve });
  const points = drawnPoints(evaluator.inputs, { correlations, draws: DRAWS, seed: scenario.uncertainty.seed });
  const differences = points.map((x) => {
    const [held, anew] = [outcomesAt(evaluator, x), outcomesAt(solved, x)];
    return OF_THE_PLAN.map((key) => held[at(key)]! - anew[at(key)]!);
  });
  const told = OF_THE_PLAN.flatMap((key, k) => differenceText(key, differences.map((row) => row[k]!)));
  const both = differences.filter(([npv_usd]) => !Number.isNaN(npv_usd)).length;
  if (both === 0) return `Frozen beside solved anew (lp): at none of ${DRAWS} draws are there both plans.`;
  return `Frozen less solved anew (lp), at ${both} draws: ${told.join("; ")}.`;
};

const at = (key: OutcomeKey): number => OUTCOMES.findIndex((one) => one.key === key);

const outcomesAt = ({ evaluate }: Evaluator, x: Float64Array): Float64Array => {
  const outcomes = new Float64Array(OUTCOMES.length);
  evaluate(x, outcomes);
  return outcomes;
};

const differenceText = (key: OutcomeKey, differences: readonly number[]): readonly string[] => {
  const known = differences.filter((one) => !Number.isNaN(one));
  if (known.length === 0) return [];
  const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
  const largest = known.reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most));
  const { name, unit } = OUTCOMES[at(key)]!;
  const text = (value: number): string => (unit === "frac" ? formatPercent(value) : formatScaled(value, unit));
  return [`${name} ${text(mean)} in the mean, ${text(largest)} at most`];
};
