/**
 * What it is worth to know before choosing, in the unit of the outcomes.
 *
 *   1. perfect information EVPI = mean(max over d of y_d) - max over d of mean(y_d)                     (Raiffa and Schlaifer 1961)
 *   2. of one input EVPPI = mean over x of max over d of E(y_d | x) - max over d of mean(y_d); E(. | x) is the mean in each of up to 64 bins of
 *      equal count in the input's order                                            (Strong and Oakley, Medical Decision Making 33, 2013)
 *
 * Bias of (2): choosing by the bins' own noisy means tells too much (`high`); choosing by one half of a bin and counting the other, both ways, tells
 * too little (`low`); the truth lies between them but for what a bin's width hides. `value` is their middle, and 0 where that is noise: where it is
 * no more than half of what lies between them, which is to say that nothing was gained in the halves that did not choose (`low` not above 0), or
 * where it is what adding up so many numbers rounds. Range: means taken as what one wants; whoever is averse to risk pays otherwise. Accuracy: the closed form of two normal alternatives
 * (test/risk/analysis).
 */
import { bestOf, meanOf, type Stakes } from "./stakes.ts";

export interface PerfectInformation {
  readonly value: number;
  readonly standardError: number;
  /** Position of the alternative that is best in the mean. */
  readonly best: number;
}

/** EVPI of rows. */
export const perfectInformation = ({ worth, rows }: Stakes): PerfectInformation => {
  const best = bestOf(worth.map(meanOf));
  const gains = Float64Array.from({ length: rows }, (_, row) => Math.max(...worth.map((column) => column[row]!)) - worth[best]![row]!);
  const value = meanOf(gains);
  const variance = gains.reduce((sum, gain) => sum + (gain - value) * (gain - value), 0) / (rows - 1);
  return { value, standardError: Math.sqrt(variance / rows), best };
};

export interface PartialInformation {
  readonly path: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const BINS = 64;
/** Fewer rows in a bin's half say nothing of its mean. */
const LEAST_IN_BIN = 16;
/** Of the mean size of what is added up. */
const ROUNDING_FRAC = 1e-12;

/** EVPPI of one input of rows. */
export const partialInformation = ({ worth, inputs, rows }: Stakes, input: number): Omit<PartialInformation, "path"> => {
  const column = inputs[input]!;
  const order = Uint32Array.from({ length: rows }, (_, row) => row).sort((a, b) => column[a]! - column[b]! || a - b);
  const bins = Math.max(1, Math.min(BINS, Math.floor(rows / (2 * LEAST_IN_BIN))));
  let [chosen, crossed] = [0, 0];
  for (let bin = 0; bin < bins; bin++) {
    const [from, to] = [Math.floor((bin * rows) / bins), Math.floor(((bin + 1) * rows) / bins)];
    const sums = worth.map((one) => halves(one, order, from, to));
    const whole = sums.map(([even, odd]) => even + odd);
    chosen += whole[bestOf(whole)]!;
    const [byEven, byOdd] = [bestOf(sums.map(([even]) => even)), bestOf(sums.map(([, odd]) => odd))];
    crossed += sums[byEven]![1] + sums[byOdd]![0];
  }
  const known = Math.max(...worth.map(meanOf));
  const [high, low] = [chosen / rows - known, crossed / rows - known];
  const rounding = ROUNDING_FRAC * Math.max(...worth.map((one) => one.reduce((sum, value) => sum + Math.abs(value), 0) / rows));
  const middle = (low + high) / 2;
  return { value: low > 0 && middle > rounding ? middle : 0, low, high };
};

/** Sums of a bin's rows of even and of odd place. */
const halves = (column: Float64Array, order: Uint32Array, from: number, to: number): readonly [number, number] => {
  let [even, odd] = [0, 0];
  for (let i = from; i < to; i++) {
    if ((i - from) % 2 === 0) even += column[order[i]!]!;
    else odd += column[order[i]!]!;
  }
  return [even, odd];
};
