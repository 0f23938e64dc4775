/**
 * The same question by a tree: where one number divides the rows best, and each part again, three times deep.
 *
 *   1. split at the input and value that lower the sum of squares about the parts' shares most; of shares p that is n p (1 - p), Gini's index
 *                                                                 (Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984)
 *   2. a part has at least 2 % of the rows, and a split at least 0.5 % of all the squares
 *
 * Grown on one half of the rows; a leaf's share and mass are those of the other, which it has not seen.
 */
import { countOf, type Rule, type RuleCase } from "./prim.ts";
import { rowHalves } from "./row-halves.ts";

export interface Leaf {
  /** All of them hold in the leaf, in the order of the splits. */
  readonly rules: readonly Rule[];
  /** Share of its rows that hold; null where no unseen row came to it. */
  readonly share: number | null;
  readonly mass: number;
}

const DEPTH = 3;
const LEAST_PART = 0.02;
const LEAST_GAIN = 0.005;

interface Split {
  readonly input: number;
  /** Rows at or below it go to the low part. */
  readonly at: number;
  readonly gain: number;
}

/** Leaves of the tree, those with the largest shares first; none where there are no unseen rows to count. */
export const treeLeaves = ({ paths, inputs, holds }: Omit<RuleCase, "wanted">): readonly Leaf[] => {
  const { seen, unseen } = rowHalves(holds.length);
  if (unseen.length === 0) return [];
  const whole = { inputs, holds, least: Math.max(1, Math.ceil(LEAST_PART * seen.length)), leastGain: LEAST_GAIN * squares(countOf(seen, holds), seen.length) };
  const orders = inputs.map((column) => seen.slice().sort((a, b) => column[a]! - column[b]! || a - b));
  const leaves = grown({ orders, unseen, rules: [], depth: DEPTH }, { ...whole, paths, count: unseen.length });
  return leaves.toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1));
};

interface Part {
  /** Its seen rows, in the order of each input. */
  readonly orders: readonly Uint32Array[];
  readonly unseen: Uint32Array;
  readonly rules: readonly Rule[];
  readonly depth: number;
}

interface Growing {
  readonly paths: readonly string[];
  readonly inputs: readonly Float64Array[];
  readonly holds: Uint8Array;
  readonly least: number;
  readonly leastGain: number;
  readonly count: number;
}

const grown = ({ orders, unseen, rules, depth }: Part, growing: Growing): readonly Leaf[] => {
  const split = depth === 0 ? null : bestSplit(orders, growing);
  if (split === null) return [{ rules, share: unseen.length === 0 ? null : countOf(unseen, growing.holds) / unseen.length, mass: unseen.length / growing.count }];
  const column = growing.inputs[split.input]!;
  const path = growing.paths[split.input]!;
  const part = (low: boolean): Part => {
    const belongs = (row: number): boolean => column[row]! <= split.at === low;
    return { orders: orders.map((order) => order.filter(belongs)), unseen: unseen.filter(belongs), rules: narrowed(rules, low ? { path, low: null, high: split.at } : { path, low: split.at, high: null }), depth: depth - 1 };
  };
  return [...grown(part(true), growing), ...grown(part(false), growing)];
};

/** A rule for each input: what a deeper split says of it is narrower. */
const narrowed = (rules: readonly Rule[], rule: Rule): readonly Rule[] => {
  const before = rules.find(({ path }) => path === rule.path);
  if (before === undefined) return [...rules, rule];
  return rules.map((one) => (one === before ? { path: rule.path, low: rule.low ?? before.low, high: rule.high ?? before.high } : one));
};

const bestSplit = (orders: readonly Uint32Array[], { inputs, holds, least, leastGain }: Growing): Split | null => {
  const count = orders[0]!.length;
  const held = countOf(orders[0]!, holds);
  const before = squares(held, count);
  if (before === 0) return null;
  let best: Split | null = null;
  inputs.forEach((column, input) => {
    const order = orders[input]!;
    let low = 0;
    for (let i = 1; i < count; i++) {
      low += holds[order[i - 1]!]!;
      const [left, right] = [column[order[i - 1]!]!, column[order[i]!]!];
      if (left === right || i < least || count - i < least) continue;
      const gain = before - squares(low, i) - squares(held - low, count - i);
      if (gain >= leastGain && (best === null || gain > best.gain)) best = { input, at: (left + right) / 2, gain };
    }
  });
  return best;
};

/** Of n rows of which so many hold: n p (1 - p). */
const squares = (held: number, n: number): number => (n === 0 ? 0 : held - (held * held) / n);
