/**
 * What a held plan runs and serves when its platforms, sites or demand turn out other than it was planned for.
 *
 *   1. able(o,t) as in families/stock.ts: units as bought, arriving, ageing and retiring at the new numbers
 *   2. asked: of a class that was served whole, what is wanted now, each pool's share as planned; of another what was served, at most what is wanted
 *   3. shed: where a pool's peaks, sum or link no longer hold, the classes whose work is worth least for what they take of it go first
 *   4. filled: room that a limit which bound the plan has gained goes to what is short, worth most for it first
 *   5. run(o,t): a pool's sum, as its options shared it when it was planned
 *
 * At the numbers of the plan itself this is the plan, to the last bit of its solver. Elsewhere it is no optimum: work does not move from one
 * pool to another. docs/theory/evaluate.md has how far it is from the linear program with its purchases held.
 */
import { QUARTERS_PER_YEAR } from "../by-quarter.ts";
import type { OptionCase, PlanCase } from "../plan-case.ts";
import { columnsOf, type Columns } from "./columns.ts";
import { decidedOf, type HeldPlan } from "./held-record.ts";

/** By option, or by pool and class, and quarter. */
export interface Operated {
  readonly inService: readonly Float64Array[];
  readonly ready: readonly Float64Array[];
  readonly idle: readonly Float64Array[];
  readonly run: readonly Float64Array[];
  readonly served: readonly (readonly Float64Array[])[];
  readonly short: readonly Float64Array[];
}

/** A plan at its own numbers, beside which others are seen. */
export interface Held {
  readonly plan: HeldPlan;
  readonly problem: PlanCase;
  /** By the ids of options and pools: what stood, and the limits of what was served. */
  readonly stock: ReadonlyMap<string, OptionStock>;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

interface OptionStock {
  readonly inService: Float64Array;
  readonly ready: Float64Array;
  readonly idle: Float64Array;
}

interface Stock {
  readonly inService: readonly Float64Array[];
  readonly ready: readonly Float64Array[];
  readonly idle: readonly Float64Array[];
}

/** A limit of a pool: sum over classes of `takes` x served <= `holds`, by quarter; `left` of it at what is served. */
interface Row {
  readonly takes: readonly number[];
  readonly holds: Float64Array;
  readonly left: Float64Array;
}

/** The plan seen at the problem that it was decided for. */
export const heldAt = (problem: PlanCase, plan: HeldPlan): Held => {
  if (problem.before !== undefined) throw new Error("a plan of two problems that are joined cannot be held");
  const columns = columnsOf(problem.quarters.length);
  const stock = stockOf(problem, { plan, planned: null, columns });
  return {
    plan, problem,
    stock: new Map(problem.options.map(({ id }, o) => [id, { inService: stock.inService[o]!, ready: stock.ready[o]!, idle: stock.idle[o]! }])),
    rows: new Map(problem.pools.map(({ id }, p) => [id, rowsOf(problem, { p, stock, served: problem.classes.map((_, k) => plannedServed(plan, problem, p, k)), columns })])),
  };
};

const plannedServed = ({ served }: HeldPlan, { pools, classes, quarters }: PlanCase, p: number, k: number): readonly number[] => decidedOf(served, `${pools[p]!.id} ${classes[k]!.id}`, quarters.length);

/** What the plan runs and serves in another problem, of the same classes and quarters, that misses nothing of it. The result is written to `columns`, from their begin. */
export const operate = (problem: PlanCase, held: Held, columns: Columns = columnsOf(problem.quarters.length)): Operated => {
  columns.begin();
  const stock = stockOf(problem, { plan: held.plan, planned: held.stock, columns });
  const served = problem.pools.map(() => problem.classes.map(columns.take));
  const short = problem.classes.map(columns.take);
  ask(problem, held, { served, short });
  problem.pools.forEach(({ id }, p) => {
    const before = held.rows.get(id);
    if (before !== undefined) serveWithin(problem, { before, rows: rowsOf(problem, { p, stock, served: served[p]!, columns }), served: served[p]!, short });
  });
  return { ...stock, served, short, run: runOf(problem, { held, stock, served, columns }) };
};

interface StockOf {
  readonly plan: HeldPlan;
  /** Where the plan is seen at its own numbers there is none. */
  readonly planned: ReadonlyMap<string, OptionStock> | null;
  readonly columns: Columns;
}

const stockOf = (problem: PlanCase, of: StockOf): Stock => {
  const stock = problem.options.map((option) => optionStock(option, problem.quarters.length, of));
  return { inService: stock.map((one) => one.inService), ready: stock.map((one) => one.ready), idle: stock.map((one) => one.idle) };
};

/** (1). */
const optionStock = (option: OptionCase, quarters: number, { plan, planned, columns: { take } }: StockOf): OptionStock => {
  const { ways, run_MW, life } = option;
  const [arrive, inService, ready, idle] = [take(), take(), take(), take()];
  for (const way of ways) {
    const bought = decidedOf(plan.bought, way.id, quarters);
    for (let t = 0; t < quarters; t++) arrive[t]! += bought[t]! * way.arrives_frac;
  }
  const last = run_MW[Math.ceil(life / QUARTERS_PER_YEAR) - 1]!;
  for (let t = 0; t < quarters; t++) {
    const retired = t >= life ? arrive[t - life]! : 0;
    inService[t] = (t === 0 ? 0 : inService[t - 1]!) + arrive[t]! - retired;
    let able = (t === 0 ? 0 : ready[t - 1]!) - retired * last;
    for (let year = 0, born = t; year < run_MW.length && born >= 0; year++, born -= QUARTERS_PER_YEAR) able += (run_MW[year]! - (year === 0 ? 0 : run_MW[year - 1]!)) * arrive[born]!;
    ready[t] = able;
  }
  const lacking = decidedOf(plan.idle, option.id, quarters);
  if (lacking.some((n) => n > 0)) {
    const before = planned?.get(option.id);
    const [best, worst] = [Math.max(...run_MW), Math.min(...run_MW)];
    for (let t = 0; t < quarters; t++) {
      idle[t] = before === undefined || before.inService[t] === 0 ? lacking[t]! : (before.idle[t]! * inService[t]!) / before.inService[t]!;
      ready[t] = Math.min(ready[t]! - worst * idle[t]!, best * (inService[t]! - idle[t]!));
    }
  }
  return { inService, ready, idle };
};

interface Asked {
  readonly served: readonly (readonly Float64Array[])[];
  readonly short: readonly Float64Array[];
}

/** Of a class of which less than this is short nothing is, MW. */
const NOTHING_MW = 1e-6;

/** (2). */
const ask = (problem: PlanCase, { plan }: Held, { served, short }: Asked): void => problem.classes.forEach(({ id, wanted_MW }, k) => {
  const [before, lacking] = [plan.wanted[id]!, plan.short[id]!];
  const planned = problem.pools.map((_, p) => plannedServed(plan, problem, p, k));
  for (let t = 0; t < wanted_MW.length; t++) {
    let all = 0;
    for (const one of planned) all += one[t]!;
    const asked = askedOf({ wanted: wanted_MW[t]!, before: before[t]!, served: all, short: lacking[t]! });
    short[k]![t] = wanted_MW[t] === before[t] ? lacking[t]! : wanted_MW[t]! - asked;
    for (let p = 0; p < planned.length; p++) {
      const own = all === 0 ? 0 : (planned[p]![t]! * asked) / all;
      // What a pool may no longer serve is short.
      if (problem.pools[p]!.useful_frac[k] === null) short[k]![t]! += own;
      else served[p]![k]![t] = own;
    }
  }
});

interface Wanted {
  readonly wanted: number;
  readonly before: number;
  readonly served: number;
  readonly short: number;
}

const askedOf = ({ wanted, before, served, short }: Wanted): number => {
  if (wanted === before) return served;
  return short < NOTHING_MW && before > 0 ? (served * wanted) / before : Math.min(served, wanted);
};

interface RowsOf {
  readonly p: number;
  readonly stock: Pick<Stock, "inService" | "ready">;
  readonly served: readonly ArrayLike<number>[];
  readonly columns: Columns;
}

/** Peaks by deadline, the sum, and the link of a pool. */
const rowsOf = (problem: PlanCase, { p, stock, served, columns: { take } }: RowsOf): readonly Row[] => {
  const { useful_frac, link } = problem.pools[p]!;
  const sumOf = (columns: readonly Float64Array[], each: (option: OptionCase) => number, base: number): Float64Array => {
    const sum = take().fill(base);
    problem.options.forEach((option, o) => {
      if (option.pool !== p) return;
      const [column, times] = [columns[o]!, each(option)];
      for (let t = 0; t < sum.length; t++) sum[t]! += times * column[t]!;
    });
    return sum;
  };
  const row = (holds: Float64Array, takesOf: (k: number) => number): Row => ({ takes: useful_frac.map((useful, k) => (useful === null ? 0 : takesOf(k))), holds, left: copied(holds, take()) });
  const ready = sumOf(stock.ready, () => 1, 0);
  const moved = (k: number): number => (problem.classes[k]!.data_B_per_J * MEGA) / GIGA;
  const rows = [
    ...deadlinesOf(problem).map((deadline) => row(ready, (k) => peakOf(problem, k, deadline) / useful_frac[k]!)),
    row(ready, (k) => 1 / useful_frac[k]!),
    ...(link === null ? [] : [row(sumOf(stock.inService, ({ link_B_per_s }) => link_B_per_s / GIGA, 0), moved), row(sumOf(stock.inService, ({ ownLink_B_per_s }) => ownLink_B_per_s / GIGA, link.shared_B_per_s / GIGA), moved)]),
  ];
  for (const { takes, left } of rows) for (let k = 0; k < takes.length; k++) if (takes[k] !== 0) for (let t = 0; t < left.length; t++) left[t]! -= takes[k]! * served[k]![t]!;
  return rows;
};

const copied = (from: Float64Array, to: Float64Array): Float64Array => {
  to.set(from);
  return to;
};

const MEGA = 1e6;
const GIGA = 1e9;

const deadlinesOf = ({ classes }: PlanCase): readonly number[] => [...new Set(classes.flatMap(({ smoothing }) => smoothing.filter(({ peakToMean }) => peakToMean > 1).map(({ deferral_h }) => deferral_h)))];

const peakOf = ({ classes }: PlanCase, k: number, deadline: number): number => {
  for (const { deferral_h, peakToMean } of classes[k]!.smoothing) if (deferral_h === deadline) return peakToMean;
  return 0;
};

interface Within {
  /** As planned, and now. */
  readonly before: readonly Row[];
  readonly rows: readonly Row[];
  readonly served: readonly Float64Array[];
  readonly short: readonly Float64Array[];
}

/** A row that had less than this share of itself left bound the plan. */
const BOUND_FRAC = 1e-6;

/** (3), (4). */
const serveWithin = (problem: PlanCase, within: Within): void => {
  const { before, rows } = within;
  if (before.length !== rows.length) throw new Error("a held plan is seen in a problem with other limits on what its pools serve");
  rows.forEach(({ left }, r) => {
    const planned = before[r]!;
    for (let t = 0; t < left.length; t++) {
      // What the solver's tolerance left below nothing is no shortage.
      if (left[t]! < Math.min(0, planned.left[t]!)) shed(problem, within, { r, t });
    }
  });
  rows.forEach(({ left }, r) => {
    const planned = before[r]!;
    for (let t = 0; t < left.length; t++) if (left[t]! > planned.left[t]! && planned.left[t]! <= BOUND_FRAC * Math.max(1, planned.holds[t]!)) fill(problem, within, { r, t });
  });
};

interface Spot {
  readonly r: number;
  readonly t: number;
}

const give = ({ rows, served, short }: Within, { k, t, MW }: { readonly k: number; readonly t: number; readonly MW: number }): void => {
  served[k]![t]! += MW;
  short[k]![t]! -= MW;
  for (const row of rows) row.left[t]! -= row.takes[k]! * MW;
};

/** Takes work off a row until it holds, of least worth first. */
const shed = (problem: PlanCase, within: Within, { r, t }: Spot): void => {
  const { served, rows, before } = within;
  const row = rows[r]!;
  const allowed = Math.min(0, before[r]!.left[t]!);
  for (let n = row.takes.length - 1; n >= 0 && row.left[t]! < allowed; n--) {
    const k = byWorth(problem, { row, t }, n);
    if (k !== NONE) give(within, { k, t, MW: -Math.min(served[k]![t]!, (allowed - row.left[t]!) / row.takes[k]!) });
  }
};

/** Gives the room that a row has gained to what is short, of most worth first, as far as the pool's other rows allow. */
const fill = (problem: PlanCase, within: Within, { r, t }: Spot): void => {
  const { short, rows, before } = within;
  const row = rows[r]!;
  for (let n = 0; n < row.takes.length; n++) {
    const k = byWorth(problem, { row, t }, n);
    if (k === NONE || short[k]![t]! < NOTHING_MW) continue;
    let room = (row.left[t]! - Math.max(0, before[r]!.left[t]!)) / row.takes[k]!;
    for (const other of rows) if (other.takes[k]! > 0) room = Math.min(room, other.left[t]! / other.takes[k]!);
    if (room > 0) give(within, { k, t, MW: Math.min(room, short[k]![t]!) });
  }
};

const NONE = -1;

/** Of the classes that a row holds, the one of which n are worth more for what they take; of equal ones those that stand first. Classes are few. */
const byWorth = ({ classes }: PlanCase, { row: { takes }, t }: { readonly row: Row; readonly t: number }, n: number): number => {
  for (let k = 0; k < takes.length; k++) {
    if (!(takes[k]! > 0)) continue;
    const own = classes[k]!.unserved_usd_per_MWh[t]! / takes[k]!;
    let above = 0;
    for (let other = 0; other < takes.length; other++) {
      if (other === k || !(takes[other]! > 0)) continue;
      const its = classes[other]!.unserved_usd_per_MWh[t]! / takes[other]!;
      if (its > own || (its === own && other < k)) above++;
    }
    if (above === n) return k;
  }
  return NONE;
};

/** (5). */
const runOf = (problem: PlanCase, { held: { plan, stock: planned }, stock, served, columns }: { readonly held: Held; readonly stock: Stock; readonly served: readonly (readonly Float64Array[])[]; readonly columns: Columns }): readonly Float64Array[] => {
  const run = problem.options.map(columns.take);
  problem.pools.forEach((_, p) => {
    const { useful_frac } = problem.pools[p]!;
    const standing = problem.options.flatMap(({ pool, id }, o) => (pool === p ? [{ o, before: decidedOf(plan.run, id, problem.quarters.length), ready: planned.get(id)?.ready ?? stock.ready[o]! }] : []));
    for (let t = 0; t < problem.quarters.length; t++) {
      let [asked, before] = [0, 0];
      for (let k = 0; k < problem.classes.length; k++) if (useful_frac[k] !== null) asked += served[p]![k]![t]! / useful_frac[k]!;
      for (const one of standing) before += one.before[t]!;
      if (asked === 0) continue;
      let left = asked;
      for (const one of standing) {
        const most = Math.max(0, stock.ready[one.o]![t]! + Math.max(0, one.before[t]! - one.ready[t]!));
        const own = standing.length === 1 ? asked : Math.min(most, before === 0 ? 0 : (asked * one.before[t]!) / before);
        run[one.o]![t] = own;
        left -= own;
      }
      for (const { o } of standing) {
        if (left <= ROUNDING * asked) break;
        const more = Math.min(left, Math.max(0, stock.ready[o]![t]! - run[o]![t]!));
        run[o]![t]! += more;
        left -= more;
      }
    }
  });
  return run;
};

const ROUNDING = 1e-12;
