/**
 * Variance-based indices of a Saltelli design: which factor's uncertainty makes the outcome's.
 *
 *   1. first order, of two estimates: S_b = mean(y_B (y_ABj - y_A))/V, exact where a factor does nothing, and S_c = 1 - mean((y_B - y_ABj)^2)/(2 V),
 *      exact where it does everything (Saltelli et al., Comput. Phys. Comm. 181, 2010, table 2 b and c); S_j = (1 - w) S_b + w S_c, w = (S_b + S_c)/2
 *      held in 0 ... 1
 *   2. total T_j = mean((y_A - y_ABj)^2)/(2 V)                                        (Jansen, Comput. Phys. Comm. 117, 1999; table 2 f)
 *   3. second order S_jk = mean(y_BAj y_ABk - y_A y_B)/V - S_j - S_k                  (Saltelli 2002, eq. 16)
 *   V the variance of y_A and y_B together; every y less the mean of y_A and y_B, without which (1) and (3) scatter with it. With second order all
 *   three are taken both ways round, A for B, and averaged
 *
 * Sums are kept for at most 256 blocks of neighbouring base samples: memory is flat in their number, and the bootstrap draws blocks. A base sample of which a
 * row does not exist is left out and counted. Range: factors independent of each other (inputs that are not are one factor), and an outcome that hardly
 * ever lacks (`untoldBecause`). Accuracy: Ishigami and Sobol's G to the published convergence; the published estimators' numbers on the same points to 1e-12 (test/risk/analysis).
 */
import { designOf } from "../design/index.ts";
import type { CampaignPlan, Factor, ShardColumns } from "../risk-record.ts";
import { bootstrapped, BLOCKS, type Estimate } from "./bootstrap.ts";
import type { Fold } from "./fold.ts";

export interface FactorIndex {
  readonly factor: string;
  readonly first: Estimate;
  readonly total: Estimate;
}

export interface PairIndex {
  readonly factors: readonly [string, string];
  readonly second: Estimate;
}

export interface SobolIndices {
  readonly outcome: string;
  readonly baseSamples: number;
  /** Base samples left out, for an outcome that did not exist. */
  readonly missing: number;
  readonly variance: number;
  /** In the order of the factors; empty where the outcome does not vary. */
  readonly factors: readonly FactorIndex[];
  /** Empty without second order. */
  readonly pairs: readonly PairIndex[];
}

/** Fewer base samples draw no bounds that hold. */
export const LEAST_BASE = 16;
/** Where more of the base samples lack the outcome, what exists binds the inputs to each other, and a share of the variance is none of any input. */
export const MOST_LACKING = 0.1;

/** Why indices say nothing: the outcome never exists, or in too few base samples, or too often not. Null where they say what they say. */
export const untoldBecause = ({ baseSamples, missing, factors, pairs }: SobolIndices): "never" | "few" | "lacking" | null => {
  if (baseSamples === 0) return "never";
  if (missing > MOST_LACKING * (baseSamples + missing)) return "lacking";
  const estimates = [...factors.flatMap(({ first, total }) => [first, total]), ...pairs.map(({ second }) => second)];
  return baseSamples < LEAST_BASE || estimates.some(({ value, low, high }) => !Number.isFinite(value + low + high)) ? "few" : null;
};

/** Where a base sample's sums stand in a block's row. */
interface Layout {
  readonly count: number;
  readonly secondOrder: boolean;
  readonly width: number;
}

const HEAD = 6;
const [N, A, B, AA, BB, AB] = [0, 1, 2, 3, 4, 5] as const;

const EACH = 4;

const layoutOf = (count: number, secondOrder: boolean): Layout => ({ count, secondOrder, width: HEAD + EACH * count + (secondOrder ? count + (count * (count - 1)) / 2 : 0) });

/** Indices of one outcome, by its position. Throws where the campaign is no Saltelli design. */
export const sobolFold = (plan: CampaignPlan, factors: readonly Pick<Factor, "name">[], outcome: number): Fold<SobolIndices> => {
  if (plan.design.kind !== "saltelli") throw new RangeError(`Sobol indices need a saltelli design, not ${plan.design.kind}`);
  const design = designOf(plan.design);
  const blocks = Math.min(BLOCKS, plan.design.samples);
  const layout = layoutOf(factors.length, plan.design.secondOrder);
  const sums = new Float64Array(blocks * layout.width);
  let missing = 0;
  let shift: number | null = null;
  const y = new Float64Array(design.block);
  const add = ({ start, end, outcomes }: ShardColumns): void => {
    const column = outcomes[outcome]!;
    for (let at = start; at < end; at += design.block) {
      const rows = column.subarray(at - start, at - start + design.block);
      if (rows.some(Number.isNaN)) missing++;
      else {
        shift ??= rows[0]!;
        for (let r = 0; r < rows.length; r++) y[r] = rows[r]! - shift;
        addBase(sums.subarray(Math.floor(((at / design.block) * blocks) / plan.design.samples) * layout.width), y, layout);
      }
    }
  };
  return { add, result: () => indicesOf({ sums, layout, missing, plan, factors, outcome }) };
};

const addBase = (into: Float64Array, y: Float64Array, { count, secondOrder }: Layout): void => {
  const [a, b] = [y[0]!, y[count + 1]!];
  addTo(into, N, 1);
  addTo(into, A, a);
  addTo(into, B, b);
  addTo(into, AA, a * a);
  addTo(into, BB, b * b);
  addTo(into, AB, a * b);
  for (let j = 0; j < count; j++) {
    addFactor(into, HEAD + EACH * j, { own: a, other: b, moved: y[j + 1]! });
    if (secondOrder) addFactor(into, HEAD + EACH * j, { own: b, other: a, moved: y[count + 2 + j]! });
  }
  if (!secondOrder) return;
  let pair = HEAD + (EACH + 1) * count;
  for (let j = 0; j < count; j++) {
    const [there, back] = [y[j + 1]!, y[count + 2 + j]!];
    addTo(into, HEAD + EACH * count + j, there + back);
    for (let k = j + 1; k < count; k++, pair++) addTo(into, pair, back * y[k + 1]! + there * y[count + 2 + k]!);
  }
};

const addTo = (into: Float64Array, at: number, value: number): void => {
  into[at] = into[at]! + value;
};

/** What a point gives whose factor was taken from the other one. */
const addFactor = (into: Float64Array, at: number, { own, other, moved }: { readonly own: number; readonly other: number; readonly moved: number }): void => {
  const change = moved - own;
  addTo(into, at, change);
  addTo(into, at + 1, other * change);
  addTo(into, at + 2, change * change);
  addTo(into, at + 3, (other - moved) * (other - moved));
};

/** First, total and second order of a row of sums, one after another. */
const estimate = ({ count, secondOrder }: Layout) => (s: Float64Array, out: Float64Array): void => {
  const n = s[N]!;
  const pairs = secondOrder ? 2 * n : n;
  const mean = (s[A]! + s[B]!) / (2 * n);
  const variance = (s[AA]! + s[BB]!) / (2 * n) - mean * mean;
  for (let j = 0; j < count; j++) {
    const at = HEAD + EACH * j;
    out[j] = between((s[at + 1]! - mean * s[at]!) / pairs / variance, 1 - s[at + 3]! / (2 * pairs) / variance);
    out[count + j] = s[at + 2]! / (2 * pairs) / variance;
  }
  if (!secondOrder) return;
  const moved = HEAD + EACH * count;
  const apart = 2 * (s[AB]! - mean * (s[A]! + s[B]!));
  let pair = moved + count;
  let to = 2 * count;
  for (let j = 0; j < count; j++) {
    for (let k = j + 1; k < count; k++, pair++, to++) {
      const both = s[pair]! - mean * (s[moved + j]! + s[moved + k]!);
      out[to] = (both - apart) / pairs / variance - out[j]! - out[k]!;
    }
  }
};

/** Equation 1 from its two estimates. */
const between = (product: number, difference: number): number => {
  const weight = Math.min(1, Math.max(0, (product + difference) / 2));
  return (1 - weight) * product + weight * difference;
};

interface Summed {
  readonly sums: Float64Array;
  readonly layout: Layout;
  readonly missing: number;
  readonly plan: CampaignPlan;
  readonly factors: readonly Pick<Factor, "name">[];
  readonly outcome: number;
}

const indicesOf = ({ sums, layout, missing, plan, factors, outcome }: Summed): SobolIndices => {
  const filled = filledBlocks(sums, layout.width);
  const { n, variance } = spreadOf(filled, layout.width);
  const told = { outcome: plan.outcomes[outcome]!.key, baseSamples: n, missing, variance };
  if (n < 2 || !(variance > 0)) return { ...told, factors: [], pairs: [] };
  const { count, secondOrder } = layout;
  const outputs = 2 * count + (secondOrder ? (count * (count - 1)) / 2 : 0);
  const found = bootstrapped({ sums: filled, width: layout.width, seed: plan.design.seed, outputs, estimate: estimate(layout) });
  const pairs = secondOrder ? factors.flatMap((a, j) => factors.slice(j + 1).map((b) => [a.name, b.name] as const)) : [];
  return {
    ...told,
    factors: factors.map(({ name }, j) => ({ factor: name, first: found[j]!, total: found[count + j]! })),
    pairs: pairs.map((names, p) => ({ factors: names, second: found[2 * count + p]! })),
  };
};

const filledBlocks = (sums: Float64Array, width: number): Float64Array => {
  const kept = Array.from({ length: sums.length / width }, (_, k) => sums.subarray(k * width, (k + 1) * width)).filter((row) => row[N]! > 0);
  const filled = new Float64Array(kept.length * width);
  kept.forEach((row, k) => filled.set(row, k * width));
  return filled;
};

const spreadOf = (sums: Float64Array, width: number): { readonly n: number; readonly variance: number } => {
  let [n, sum, squares] = [0, 0, 0];
  for (let at = 0; at < sums.length; at += width) {
    n += sums[at + N]!;
    sum += sums[at + A]! + sums[at + B]!;
    squares += sums[at + AA]! + sums[at + BB]!;
  }
  const mean = sum / (2 * n);
  return { n, variance: squares / (2 * n) - mean * mean };
};
