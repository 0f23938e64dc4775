/**
 * One input at a time from its 10 % to its 90 % quantile, the others at their medians: what a report's first figure is drawn of. It sees no
 * interaction and no correlation: beside it stand the indices, which do.
 */
import { quantileFunction } from "../inputs/index.ts";
import type { Evaluator } from "../risk-record.ts";

export interface TornadoBar {
  readonly path: string;
  readonly unit: string;
  /** The input's quantiles. */
  readonly low: number;
  readonly high: number;
  /** Outcomes at them, in the order of the outcomes; null where one does not exist. */
  readonly atLow: readonly (number | null)[];
  readonly atHigh: readonly (number | null)[];
}

export interface Tornado {
  /** Outcomes with every input at its median. */
  readonly centre: readonly (number | null)[];
  /** In the order of the inputs. */
  readonly bars: readonly TornadoBar[];
}

const [LOW, HIGH] = [0.1, 0.9] as const;

export const tornadoOf = ({ inputs, outcomes, evaluate }: Pick<Evaluator, "inputs" | "outcomes" | "evaluate">): Tornado => {
  const quantiles = inputs.map(({ distribution }) => quantileFunction(distribution));
  const x = Float64Array.from(quantiles, (quantile) => quantile(0.5));
  const y = new Float64Array(outcomes.length);
  const told = (): readonly (number | null)[] => {
    evaluate(x, y);
    return Array.from(y, (value) => (Number.isNaN(value) ? null : value));
  };
  const centre = told();
  const bars = inputs.map(({ path, unit }, i): TornadoBar => {
    const [low, middle, high] = [quantiles[i]!(LOW), x[i]!, quantiles[i]!(HIGH)];
    x[i] = low;
    const atLow = told();
    x[i] = high;
    const atHigh = told();
    x[i] = middle;
    return { path, unit, low, high, atLow, atHigh };
  });
  return { centre, bars };
};

/** The bars of one outcome, the widest first; those in which it does not exist at an end left out. */
export const widestBars = ({ bars }: Tornado, outcome: number): readonly TornadoBar[] => {
  const width = ({ atLow, atHigh }: TornadoBar): number => Math.abs(atHigh[outcome]! - atLow[outcome]!);
  return bars.filter(({ atLow, atHigh }) => atLow[outcome] !== null && atHigh[outcome] !== null).toSorted((a, b) => width(b) - width(a));
};
