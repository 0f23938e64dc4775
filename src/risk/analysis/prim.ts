/**
 * What must be true for something to hold: the box of inputs in which it mostly does, found by peeling.
 *
 *   1. from all rows, peel off the 5 % at one end of one input, the one that leaves the largest share that holds, until 5 % of the rows are left
 *                                                       (patient rule induction: Friedman and Fisher, Statistics and Computing 9, 1999)
 *   2. coverage: share of all rows that hold which lie in the box; density: share of its rows that hold   (Bryant and Lempert 2010)
 *   3. of the boxes on the way the first whose density reaches the one wanted; none does: the densest
 *   4. an end that was peeled is kept as a rule only if without it the box would be less dense than chance explains: binomial tail below 5 %
 *                                                                                          (quasi-p-value, Bryant and Lempert 2010)
 *
 * The box is found on one half of the rows and its coverage and density are those of the other, which it has not seen.
 */
import { normalCdf } from "../../money/index.ts";
import { rowHalves } from "./row-halves.ts";

export interface Rule {
  readonly path: string;
  /** Ends in the input's unit; null where it was not peeled. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface Box {
  readonly rules: readonly Rule[];
  /** Of rows that the box has not seen. */
  readonly coverage: number;
  readonly density: number;
  /** Share of those rows that lie in it. */
  readonly mass: number;
  /** Share of those rows that hold, wherever they lie. */
  readonly base: number;
}

export interface RuleCase {
  readonly paths: readonly string[];
  /** A column an input. */
  readonly inputs: readonly Float64Array[];
  /** Whether it holds, a row. */
  readonly holds: Uint8Array;
  /** Share that should hold in the box. */
  readonly wanted: number;
}

const PEEL = 0.05;
const LEAST_MASS = 0.05;
const SIGNIFICANT = 0.05;

interface Side {
  readonly input: number;
  readonly end: "low" | "high";
  readonly bound: number;
}

/** The box of rows; null where fewer than 100 rows of a half are known, or all or none hold. */
export const primBox = ({ paths, inputs, holds, wanted }: RuleCase): Box | null => {
  const { seen, unseen } = rowHalves(holds.length);
  const held = countOf(seen, holds);
  if (unseen.length < 100 || held === 0 || held === seen.length) return null;
  const sides = significant(peeled({ inputs, holds, seen, wanted }), { inputs, holds, rows: seen });
  const inside = rowsWithin(unseen, sides, inputs);
  const [all, within] = [countOf(unseen, holds), countOf(inside, holds)];
  return { rules: rulesOf(sides, paths), coverage: all === 0 ? 0 : within / all, density: inside.length === 0 ? 0 : within / inside.length, mass: inside.length / unseen.length, base: all / unseen.length };
};

export const countOf = (rows: Uint32Array, holds: Uint8Array): number => {
  let count = 0;
  for (let i = 0; i < rows.length; i++) count += holds[rows[i]!]!;
  return count;
};

const within = ({ input, end, bound }: Side, inputs: readonly Float64Array[], row: number): boolean => (end === "low" ? inputs[input]![row]! >= bound : inputs[input]![row]! <= bound);

const rowsWithin = (rows: Uint32Array, sides: readonly Side[], inputs: readonly Float64Array[]): Uint32Array => rows.filter((row) => sides.every((side) => within(side, inputs, row)));

/** (1) and (3): the ends of the box, the last one of each input and end. */
const peeled = ({ inputs, holds, seen, wanted }: { readonly inputs: readonly Float64Array[]; readonly holds: Uint8Array; readonly seen: Uint32Array; readonly wanted: number }): readonly Side[] => {
  let orders = inputs.map((column) => seen.slice().sort((a, b) => column[a]! - column[b]! || a - b));
  let [held, count] = [countOf(seen, holds), seen.length];
  let sides: readonly Side[] = [];
  let best = { sides, density: held / count };
  while (best.density < wanted) {
    const cut = bestCut(orders, { inputs, holds, held });
    if (cut === null || count - cut.away < LEAST_MASS * seen.length) break;
    const { side } = cut;
    [held, count] = [held - cut.heldAway, count - cut.away];
    orders = orders.map((order) => order.filter((row) => within(side, inputs, row)));
    sides = [...sides.filter(({ input, end }) => input !== side.input || end !== side.end), side];
    if (held / count > best.density) best = { sides, density: held / count };
  }
  return best.sides;
};

interface Cut {
  readonly side: Side;
  /** Rows that it takes away, and those of them that hold. */
  readonly away: number;
  readonly heldAway: number;
}

/** Of two ends of each input the one whose loss leaves the largest share. */
const bestCut = (orders: readonly Uint32Array[], { inputs, holds, held }: { readonly inputs: readonly Float64Array[]; readonly holds: Uint8Array; readonly held: number }): Cut | null => {
  const left = ({ away, heldAway }: Cut): number => (held - heldAway) / (orders[0]!.length - away);
  let best: Cut | null = null;
  orders.forEach((order, input) => {
    for (const cut of endsOf(order, inputs[input]!, { input, holds })) if (best === null || left(cut) > left(best)) best = cut;
  });
  return best;
};

/** The cuts at an input's ends, equal values together; none at an input of one value. */
const endsOf = (order: Uint32Array, column: Float64Array, { input, holds }: { readonly input: number; readonly holds: Uint8Array }): readonly Cut[] => {
  const n = order.length;
  const part = Math.max(1, Math.floor(PEEL * n));
  let low = part;
  while (low < n && column[order[low]!] === column[order[low - 1]!]) low++;
  let high = n - part;
  while (high > 0 && column[order[high - 1]!] === column[order[high]!]) high--;
  return [
    ...(low < n ? [{ side: { input, end: "low" as const, bound: column[order[low]!]! }, away: low, heldAway: countOf(order.subarray(0, low), holds) }] : []),
    ...(high > 0 ? [{ side: { input, end: "high" as const, bound: column[order[high - 1]!]! }, away: n - high, heldAway: countOf(order.subarray(high), holds) }] : []),
  ];
};

/** (4): ends that do not matter are dropped, the least of them first. */
const significant = (sides: readonly Side[], { inputs, holds, rows }: { readonly inputs: readonly Float64Array[]; readonly holds: Uint8Array; readonly rows: Uint32Array }): readonly Side[] => {
  const inside = rowsWithin(rows, sides, inputs);
  const held = countOf(inside, holds);
  const chances = sides.map((side) => {
    const without = rowsWithin(rows, sides.filter((other) => other !== side), inputs);
    return binomialTail({ held, count: inside.length, share: countOf(without, holds) / without.length });
  });
  const worst = chances.indexOf(Math.max(...chances));
  return worst < 0 || chances[worst]! <= SIGNIFICANT ? sides : significant(sides.filter((_, i) => i !== worst), { inputs, holds, rows });
};

/** Chance of so many or more by luck, by the normal distribution with its correction for whole numbers: boxes hold hundreds of rows. */
const binomialTail = ({ held, count, share }: { readonly held: number; readonly count: number; readonly share: number }): number =>
  share <= 0 || share >= 1 ? 1 : 1 - normalCdf((held - 0.5 - count * share) / Math.sqrt(count * share * (1 - share)));

const rulesOf = (sides: readonly Side[], paths: readonly string[]): readonly Rule[] =>
  [...new Set(sides.map(({ input }) => input))].map((input) => {
    const bound = (end: Side["end"]): number | null => sides.find((side) => side.input === input && side.end === end)?.bound ?? null;
    return { path: paths[input]!, low: bound("low"), high: bound("high") };
  });
