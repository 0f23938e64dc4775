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
import { decidedOf, type ById, type HeldPlan } from "./held-record.ts";

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
  readonly rows: ReadonlyMap<string, readonly PlannedRow[]>;
  /** By pool, and class in the problem's order: what was served; by class what was short. */
  readonly served: ReadonlyMap<string, readonly Float64Array[]>;
  readonly short: ReadonlyMap<string, Float64Array>;
  /** Ids of what the plan buys, launches and runs. */
  readonly used: { readonly ways: readonly string[]; readonly vehicles: readonly string[]; readonly options: readonly string[] };
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
  /** It holds less than is served in some quarter. */
  readonly isShort: boolean;
}

interface PlannedRow extends Row {
  /** Quarters in which it bound the plan. */
  readonly boundIn: readonly number[];
}

/** The plan seen at the problem that it was decided for. */
export const heldAt = (problem: PlanCase, plan: HeldPlan): Held => {
  if (problem.before !== undefined) throw new Error("a plan of two problems that are joined cannot be held");
  const columns = columnsOf(problem.quarters.length);
  const stock = stockOf(problem, { plan, planned: null, columns });
  const served = problem.pools.map((pool) => problem.classes.map((c) => Float64Array.from(decidedOf(plan.served, `${pool.id} ${c.id}`, problem.quarters.length))));
  return {
    plan, problem,
    stock: new Map(problem.options.map(({ id }, o) => [id, { inService: stock.inService[o]!, ready: stock.ready[o]!, idle: stock.idle[o]! }])),
    used: { ways: usedOf(plan.bought), vehicles: usedOf(plan.launches), options: usedOf(plan.run) },
    rows: new Map(problem.pools.map(({ id }, p) => [id, rowsOf(problem, { p, stock, served: served[p]!, columns }).map(planned)])),
    served: new Map(problem.pools.map(({ id }, p) => [id, served[p]!])),
    short: new Map(problem.classes.map(({ id }) => [id, Float64Array.from(plan.short[id]!)])),
  };
};

const usedOf = (of: ById): readonly string[] => Object.keys(of).filter((id) => of[id]!.some((n) => n > 0));

/** A row that had less than this share of itself left bound the plan; of one that holds less than 1 of its unit (W of machines, GB/s of links) less than this of 1, for a row of next to nothing is at its end by rounding. */
const BOUND_FRAC = 1e-6;

const planned = (row: Row): PlannedRow => ({ ...row, boundIn: [...row.left.keys()].filter((t) => row.left[t]! <= BOUND_FRAC * Math.max(1, row.holds[t]!)) });

/** What the plan runs and serves in another problem, of the same classes and quarters, that misses nothing of it. The result is written to `columns`, from their begin. */
export const operate = (problem: PlanCase, held: Held, columns: Columns = columnsOf(problem.quarters.length)): Operated => {
  columns.begin();
  const stock = stockOf(problem, { plan: held.plan, planned: held.stock, columns });
  const served = problem.pools.map(() => problem.classes.map(columns.takeAny));
  const short = problem.classes.map(columns.takeAny);
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

/** Ages in quarters at which a unit comes to run more or less than before. */
const agesOf = (run_MW: readonly number[]): readonly { readonly age: number; readonly gain_MW: number }[] => {
  const ages: { readonly age: number; readonly gain_MW: number }[] = [];
  for (let year = 0, before = 0; year < run_MW.length; year++) {
    const now = run_MW[year]!;
    if (now !== before) ages.push({ age: year * QUARTERS_PER_YEAR, gain_MW: now - before });
    before = now;
  }
  return ages;
};

/** (1). */
const optionStock = (option: OptionCase, quarters: number, { plan, planned, columns: { take, takeAny } }: StockOf): OptionStock => {
  const { ways, run_MW, life } = option;
  const arrive = take();
  const inService = takeAny();
  const ready = takeAny();
  const idle = take();
  for (const way of ways) {
    const bought = decidedOf(plan.bought, way.id, quarters);
    for (let t = 0; t < quarters; t++) arrive[t]! += bought[t]! * way.arrives_frac;
  }
  const last = run_MW[Math.ceil(life / QUARTERS_PER_YEAR) - 1]!;
  const ages = agesOf(run_MW);
  let [standing, able] = [0, 0];
  for (let t = 0; t < quarters; t++) {
    const retired = t >= life ? arrive[t - life]! : 0;
    standing += arrive[t]! - retired;
    able -= retired * last;
    for (let i = 0; i < ages.length && ages[i]!.age <= t; i++) able += ages[i]!.gain_MW * arrive[t - ages[i]!.age]!;
    inService[t] = standing;
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
const ask = (problem: PlanCase, held: Held, { served, short }: Asked): void => {
  for (let k = 0; k < problem.classes.length; k++) askFor(problem, held, { k, served, short });
};

const askFor = (problem: PlanCase, { plan, problem: home, served: before, short: lacked }: Held, { k, served, short }: Asked & { readonly k: number }): void => {
  const { id, wanted_MW } = problem.classes[k]!;
  const missing = short[k]!;
  missing.set(lacked.get(id)!);
  const wanted = plan.wanted[id]!;
  const columns = problem.pools.map((pool) => before.get(pool.id)?.[k] ?? null);
  for (let p = 0; p < columns.length; p++) {
    const column = columns[p]!;
    if (column === null) served[p]![k]!.fill(0);
    else served[p]![k]!.set(column);
  }
  // The very column of the plan's own problem asks for nothing else.
  for (let t = 0; wanted_MW !== home.classes[k]!.wanted_MW && t < wanted_MW.length; t++) {
    if (wanted_MW[t]! === wanted[t]!) continue;
    let all = 0;
    for (const column of columns) if (column !== null) all += column[t]!;
    const asked = missing[t]! < NOTHING_MW && wanted[t]! > 0 ? (all * wanted_MW[t]!) / wanted[t]! : Math.min(all, wanted_MW[t]!);
    missing[t] = wanted_MW[t]! - asked;
    for (let p = 0; all !== 0 && p < columns.length; p++) served[p]![k]![t]! *= asked / all;
  }
  problem.pools.forEach(({ useful_frac }, p) => {
    if (useful_frac[k] !== null) return;
    // What a pool may no longer serve is short.
    for (let t = 0; t < missing.length; t++) missing[t]! += served[p]![k]![t]!;
    served[p]![k]!.fill(0);
  });
};

interface RowsOf {
  readonly p: number;
  readonly stock: Pick<Stock, "inService" | "ready">;
  readonly served: readonly ArrayLike<number>[];
  readonly columns: Columns;
}

/** Peaks by deadline, the sum, and the link of a pool. */
const rowsOf = (problem: PlanCase, of: RowsOf): readonly Row[] => {
  const { useful_frac, link } = problem.pools[of.p]!;
  const ready = poolSum(problem, of, "ready");
  const rows = deadlinesOf(problem).map((deadline) => rowOf(of, ready, useful_frac.map((useful, k) => (useful === null ? 0 : peakOf(problem, k, deadline) / useful))));
  rows.push(rowOf(of, ready, useful_frac.map((useful) => (useful === null ? 0 : 1 / useful))));
  if (link !== null) {
    const moved = useful_frac.map((useful, k) => (useful === null ? 0 : (problem.classes[k]!.data_B_per_J * MEGA) / GIGA));
    rows.push(rowOf(of, poolSum(problem, of, "link_B_per_s"), moved));
    const own = poolSum(problem, of, "ownLink_B_per_s");
    for (let t = 0; t < own.length; t++) own[t]! += link.shared_B_per_s / GIGA;
    rows.push(rowOf(of, own, moved));
  }
  return rows;
};

const rowOf = ({ served, columns }: RowsOf, holds: Float64Array, takes: readonly number[]): Row => {
  const left = columns.takeAny();
  left.set(holds);
  for (let k = 0; k < takes.length; k++) if (takes[k] !== 0) takeOff(left, served[k]!, takes[k]!);
  let least = 0;
  for (let t = 0; t < left.length; t++) if (left[t]! < least) least = left[t]!;
  return { takes, holds, left, isShort: least < 0 };
};

/** What a pool's options have ready, or carry, together. */
const poolSum = ({ options }: PlanCase, { p, stock, columns }: RowsOf, what: "ready" | "link_B_per_s" | "ownLink_B_per_s"): Float64Array => {
  const sum = columns.take();
  for (let o = 0; o < options.length; o++) {
    const option = options[o]!;
    if (option.pool !== p) continue;
    const column = what === "ready" ? stock.ready[o]! : stock.inService[o]!;
    const times = what === "ready" ? 1 : option[what] / GIGA;
    for (let t = 0; t < sum.length; t++) sum[t]! += times * column[t]!;
  }
  return sum;
};

const takeOff = (left: Float64Array, served: ArrayLike<number>, times: number): void => {
  for (let t = 0; t < left.length; t++) left[t]! -= times * served[t]!;
};

const MEGA = 1e6;
const GIGA = 1e9;

const deadlinesOf = ({ classes }: PlanCase): readonly number[] => {
  const found: number[] = [];
  for (const { smoothing } of classes) for (const { deferral_h, peakToMean } of smoothing) if (peakToMean > 1 && !found.includes(deferral_h)) found.push(deferral_h);
  return found;
};

const peakOf = ({ classes }: PlanCase, k: number, deadline: number): number => {
  for (const { deferral_h, peakToMean } of classes[k]!.smoothing) if (deferral_h === deadline) return peakToMean;
  return 0;
};

interface Within {
  /** As planned, and now. */
  readonly before: readonly PlannedRow[];
  readonly rows: readonly Row[];
  readonly served: readonly Float64Array[];
  readonly short: readonly Float64Array[];
}

/** (3), (4). */
const serveWithin = (problem: PlanCase, within: Within): void => {
  const { before, rows } = within;
  if (before.length !== rows.length) throw new Error("a held plan is seen in a problem with other limits on what its pools serve");
  for (let r = 0; r < rows.length; r++) {
    const { left, isShort } = rows[r]!;
    const { left: planned } = before[r]!;
    // What the solver's tolerance left below nothing is no shortage. What is shed for one row leaves no other shorter.
    for (let t = 0; isShort && t < left.length; t++) if (left[t]! < 0 && left[t]! < planned[t]!) shed(problem, within, { r, t });
  }
  for (let r = 0; r < rows.length; r++) {
    const { left } = rows[r]!;
    const { left: planned, boundIn } = before[r]!;
    for (const t of boundIn) if (left[t]! > planned[t]!) fill(problem, within, { r, t });
  }
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
  if (!lacksAny(short, t)) return;
  for (let n = 0; n < row.takes.length; n++) {
    const k = byWorth(problem, { row, t }, n);
    if (k === NONE || short[k]![t]! < NOTHING_MW) continue;
    let room = (row.left[t]! - Math.max(0, before[r]!.left[t]!)) / row.takes[k]!;
    for (const other of rows) if (other.takes[k]! > 0) room = Math.min(room, other.left[t]! / other.takes[k]!);
    if (room > 0) give(within, { k, t, MW: Math.min(room, short[k]![t]!) });
  }
};

const lacksAny = (short: Within["short"], t: number): boolean => {
  for (const missing of short) if (missing[t]! >= NOTHING_MW) return true;
  return false;
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
  problem.pools.forEach(({ useful_frac }, p) => {
    const alone = onlyOption(problem, p);
    if (alone !== NONE) {
      for (let k = 0; k < useful_frac.length; k++) if (useful_frac[k] !== null) takeOff(run[alone]!, served[p]![k]!, -1 / useful_frac[k]!);
      return;
    }
    const standing = problem.options.flatMap(({ pool, id }, o) => (pool === p ? [{ o, before: decidedOf(plan.run, id, problem.quarters.length), ready: planned.get(id)?.ready ?? stock.ready[o]! }] : []));
    for (let t = 0; t < problem.quarters.length; t++) {
      let [asked, before] = [0, 0];
      for (let k = 0; k < problem.classes.length; k++) if (useful_frac[k] !== null) asked += served[p]![k]![t]! / useful_frac[k]!;
      for (const one of standing) before += one.before[t]!;
      if (asked === 0) continue;
      let left = asked;
      for (const one of standing) {
        const most = Math.max(0, stock.ready[one.o]![t]! + Math.max(0, one.before[t]! - one.ready[t]!));
        const own = Math.min(most, before === 0 ? 0 : (asked * one.before[t]!) / before);
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

/** The option of a pool that has one. */
const onlyOption = ({ options }: PlanCase, p: number): number => {
  let only = NONE;
  for (let o = 0; o < options.length; o++) {
    if (options[o]!.pool !== p) continue;
    if (only !== NONE) return NONE;
    only = o;
  }
  return only;
};

const ROUNDING = 1e-12;
