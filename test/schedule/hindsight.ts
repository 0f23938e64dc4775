/**
 * What lies between planned placement and its bound: a bound that keeps each job whole, with better prices of capacity, and a schedule by one who
 * knows every job and every price of the year. No schedule costs less than the first; the second is a schedule.
 *
 *   1. bound at prices p >= 0 of a node-hour (fluid.ts, 3): sum_j min over domain and start (cost_j + p x use_j) - sum_dt p x capacity
 *   2. raised: p <- max(0, p + a (target - bound)/|d|^2 d), d the use beyond capacity, smoothed; a halves where the bound stays (Held, Wolfe and Crowder
 *      1974; Camerini, Fratta and Maffioli 1975). Any p gives a bound, the best one counts
 *   3. with hindsight: each job at its cheapest free place in order of submission, at cost + p; then the jobs of some hours are taken out and put back
 *      in another order, and it stands where it costs less (ruin and recreate: Schrimpf et al. 2000)
 *   4. without jobs to come: the same at each tick, with the jobs that are there and wait, at the prices as they will be
 *
 * Gangs stay whole and jobs uncut in all of them. Times are hours; every job takes 1 kW and one accelerator a node, as price-years has them.
 */
import { integral, prepareSupply, type Job } from "../../src/schedule/index.ts";
import { CARBON_USD_PER_T, type Load } from "./price-years.ts";

const HOUR_S = 3600;

export interface Asked {
  readonly load: Load;
  readonly pools: Parameters<typeof prepareSupply>[0];
  readonly hours: number;
}

/** Jobs and domains as plain numbers. */
export interface Known {
  readonly hours: number;
  readonly submit: Float64Array;
  readonly run: Float64Array;
  readonly due: Float64Array;
  readonly nodes: Float64Array;
  readonly late_usd: Float64Array;
  readonly domains: readonly {
    readonly capacity: number;
    /** A node-hour's cost, summed up to each hour's begin. */
    readonly base_usd: Float64Array;
    readonly least_usd: number;
    readonly data_usd: Float64Array;
  }[];
}

const plain = (job: Job): Job => {
  if (job.power_W !== 1000 || job.acceleratorsPerNode !== 1 || job.input_B !== 0) throw new Error(`${job.id}: a node is 1 kW and one accelerator here, and nothing is brought`);
  return job;
};

export const knownOf = ({ load, pools, hours }: Asked): Known => {
  const jobs = load.jobs.map(plain);
  const column = (of: (job: Job, j: number) => number): Float64Array => Float64Array.from(jobs, of);
  return {
    hours, submit: column(({ submit_s }) => submit_s / HOUR_S), run: column((_, j) => load.run_s[j]! / HOUR_S), due: column(({ due_s }) => (due_s === null ? Infinity : due_s / HOUR_S)),
    nodes: column(({ nodes }) => nodes), late_usd: column(({ late_usd_per_h }) => late_usd_per_h),
    domains: prepareSupply(pools).pools.map((ready) => {
      const { pool, energy_usd_per_kWh, carbon_g_per_kWh, accelerator_usd_per_h } = ready;
      const steps = Float64Array.from({ length: hours }, (_, h) => {
        const over = (curve: typeof energy_usd_per_kWh): number => integral(curve, h * HOUR_S, (h + 1) * HOUR_S) / HOUR_S;
        return over(energy_usd_per_kWh) + (CARBON_USD_PER_T / 1e6) * over(carbon_g_per_kWh) + over(accelerator_usd_per_h);
      });
      return { capacity: pool.nodes, base_usd: summed(steps), least_usd: steps.reduce((a, b) => Math.min(a, b)), data_usd: column((job) => job.output_B * pool.price.out_usd_per_B) };
    }),
  };
};

const summed = (steps: Float64Array): Float64Array => {
  const sums = new Float64Array(steps.length + 1);
  for (let i = 0; i < steps.length; i++) sums[i + 1] = sums[i]! + steps[i]!;
  return sums;
};

const at = (sums: Float64Array, x: number): number => {
  const i = Math.min(sums.length - 2, Math.floor(x));
  return sums[i]! + (x - i) * (sums[i + 1]! - sums[i]!);
};

/** Prices of a node-hour of capacity, by domain and hour. */
export type Prices = readonly Float64Array[];

export interface Bounded {
  readonly bound_usd: number;
  /** Node-hours used beyond capacity where each job takes its cheapest place. */
  readonly beyond: Prices;
}

/** (1): the bound at some prices, and what is asked too much or too little of there. */
export const boundAt = ({ hours, submit, run, due, nodes, late_usd, domains }: Known, prices: Prices): Bounded => {
  const beyond = domains.map(({ capacity }) => new Float64Array(hours).fill(-capacity));
  const sums = domains.map(({ base_usd }, d) => summed(prices[d]!).map((sum, i) => sum + base_usd[i]!));
  let bound_usd = 0;
  for (const [d, { capacity }] of domains.entries()) for (let t = 0; t < hours; t++) bound_usd -= prices[d]![t]! * capacity;
  for (let j = 0; j < submit.length; j++) {
    let [least, where, when] = [Infinity, -1, 0];
    const [n, length, from, by] = [nodes[j]!, run[j]!, submit[j]!, due[j]!];
    for (let d = 0; d < domains.length; d++) {
      const floor = domains[d]!.data_usd[j]! + n * length * domains[d]!.least_usd;
      const look = (x: number): boolean => {
        const late = Math.max(0, x + length - by);
        const late_cost = late === 0 ? 0 : late * late_usd[j]!;
        if (floor + late_cost >= least) return false;
        const cost = domains[d]!.data_usd[j]! + late_cost + n * (at(sums[d]!, x + length) - at(sums[d]!, x));
        if (cost < least) [least, where, when] = [cost, d, x];
        return true;
      };
      // Steps of prices begin at whole hours: a start costs least at one, where its end is one, at the first, or at the last in time.
      look(from);
      if (by - length > from) look(by - length);
      for (let x = Math.ceil(from); x + length <= hours && look(x); x++);
      for (let y = Math.ceil(from + length); y <= hours && look(y - length); y++);
    }
    bound_usd += least;
    for (let t = Math.floor(when); t < when + length; t++) beyond[where]![t]! += n * (Math.min(t + 1, when + length) - Math.max(t, when));
  }
  return { bound_usd, beyond };
};

/** Part of the last direction that the next one keeps. */
const KEPT = 0.6;
/** Rounds without a better bound before steps are halved. */
const PATIENCE = 10;

/** (2): the best bound of so many rounds, and its prices. */
export const raisedBound = (known: Known, { prices, target_usd, rounds }: { readonly prices: Prices; readonly target_usd: number; readonly rounds: number }): { readonly bound_usd: number; readonly prices: Prices } => {
  let now = prices;
  let best = { bound_usd: -Infinity, prices };
  let along = prices.map(({ length }) => new Float64Array(length));
  let [step, idle] = [1, 0];
  for (let round = 0; round < rounds; round++) {
    const { bound_usd, beyond } = boundAt(known, now);
    if (bound_usd > best.bound_usd + 1e-6 * target_usd) [best, idle] = [{ bound_usd, prices: now }, 0];
    else if (++idle === PATIENCE) {
      [step, idle, now] = [step / 2, 0, best.prices];
      along = along.map((one) => new Float64Array(one.length));
      continue;
    }
    along = along.map((one, d) => one.map((kept, t) => (now[d]![t] === 0 && beyond[d]![t]! < 0 ? 0 : KEPT * kept + (1 - KEPT) * beyond[d]![t]!)));
    const square = along.reduce((sum, one) => one.reduce((part, x) => part + x * x, sum), 0);
    if (square === 0) break;
    const far = (step * (target_usd - bound_usd)) / square;
    now = now.map((one, d) => one.map((price, t) => Math.max(0, price + far * along[d]![t]!)));
  }
  return best;
};

/** A place for each job. */
export interface Placed {
  readonly domain: Int8Array;
  readonly start: Float64Array;
  readonly cost: Float64Array;
  readonly cost_usd: number;
}

/** Occupied nodes by domain on a grid of `step` hours. */
interface Grid {
  readonly known: Known;
  readonly step: number;
  readonly used: readonly Int32Array[];
  readonly placed: { readonly domain: Int8Array; readonly start: Float64Array; readonly cost: Float64Array };
}

const EPS = 1e-9;

const occupy = ({ known: { run, nodes }, step, used, placed }: Grid, j: number, sign: 1 | -1): void => {
  const x = placed.start[j]!;
  const row = used[placed.domain[j]!]!;
  const end = Math.ceil((x + run[j]!) / step - EPS);
  for (let i = Math.floor(x / step + EPS); i < end; i++) row[i]! += sign * nodes[j]!;
};

/** Puts a job where it is free and cost and `sums` are least, not before `from`; false, and nothing put, where it has no place before the last hour. */
const put = (grid: Grid, j: number, { sums, from }: { readonly sums: readonly Float64Array[]; readonly from: number }): boolean => {
  const { known, step, used, placed } = grid;
  const { run, due, nodes, late_usd, domains, hours } = known;
  const [n, length, by] = [nodes[j]!, run[j]!, due[j]!];
  let [least, where, when] = [Infinity, -1, 0];
  for (let d = 0; d < domains.length; d++) {
    const { capacity, data_usd, least_usd } = domains[d]!;
    const row = used[d]!;
    const free = capacity - n;
    const floor = data_usd[j]! + n * length * least_usd;
    let clear = 0;
    for (let x = from; x + length <= hours; ) {
      const late = Math.max(0, x + length - by);
      const late_cost = late === 0 ? 0 : late * late_usd[j]!;
      if (floor + late_cost >= least) break;
      const first = Math.floor(x / step + EPS);
      const end = Math.ceil((x + length) / step - EPS);
      clear = Math.max(clear, first);
      while (clear < end && row[clear]! <= free) clear++;
      if (clear < end) {
        clear++;
        x = clear * step;
        continue;
      }
      const cost = data_usd[j]! + late_cost + n * (at(sums[d]!, x + length) - at(sums[d]!, x));
      if (cost < least) [least, where, when] = [cost, d, x];
      x = (first + 1) * step;
    }
  }
  if (where < 0) return false;
  placed.domain[j] = where;
  placed.start[j] = when;
  const late = Math.max(0, when + length - by);
  const base = domains[where]!.base_usd;
  placed.cost[j] = domains[where]!.data_usd[j]! + (late === 0 ? 0 : late * late_usd[j]!) + n * (at(base, when + length) - at(base, when));
  occupy(grid, j, 1);
  return true;
};

/** The same for a job that has just come. */
const putNew = (grid: Grid, j: number, where: { readonly sums: readonly Float64Array[]; readonly from: number }): void => {
  if (!put(grid, j, where)) throw new Error(`job ${j} finds no place before hour ${grid.known.hours}`);
};

const emptyGrid = (known: Known, step: number): Grid => {
  const jobs = known.submit.length;
  const slots = Math.round(known.hours / step);
  return { known, step, used: known.domains.map(() => new Int32Array(slots)), placed: { domain: new Int8Array(jobs), start: new Float64Array(jobs), cost: new Float64Array(jobs) } };
};

/** Numbers in [0, 1) from a seed (Marsaglia's xorshift, 2003). */
const drawsOf = (seed: number): (() => number) => {
  let s = seed;
  return () => {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    return (s >>> 0) / 4294967296;
  };
};

const WIDTHS_H = [3, 6, 12, 24, 48] as const;

/** Orders in which jobs are put back. */
const ORDERS: readonly ((known: Known, draw: () => number) => (j: number) => number)[] = [
  (_known, draw) => () => draw(),
  ({ run, nodes }, draw) => (j) => -nodes[j]! * run[j]! * (0.5 + draw()),
  ({ run, due }, draw) => (j) => (due[j]! - run[j]!) + 12 * draw(),
];

/** Takes some out and puts them back in another order, which stands where all find a place (late in the year, a long one may not) and it costs less. */
const shake = (grid: Grid, some: readonly number[], { sums, order, from }: { readonly sums: readonly Float64Array[]; readonly order: (j: number) => number; readonly from: (j: number) => number }): void => {
  const { domain, start, cost } = grid.placed;
  const before = some.map((j) => ({ j, domain: domain[j]!, start: start[j]!, cost: cost[j]! }));
  const key = new Map(some.map((j) => [j, order(j)]));
  for (const j of some) occupy(grid, j, -1);
  const back: number[] = [];
  for (const j of some.toSorted((a, b) => key.get(a)! - key.get(b)!)) {
    if (!put(grid, j, { sums, from: from(j) })) break;
    back.push(j);
  }
  const gain = before.reduce((sum, old) => sum + old.cost - cost[old.j]!, 0);
  if (back.length === some.length && gain > 1e-9) return;
  for (const j of back) occupy(grid, j, -1);
  for (const old of before) {
    domain[old.j] = old.domain;
    start[old.j] = old.start;
    cost[old.j] = old.cost;
    occupy(grid, old.j, 1);
  }
};

const firstAfter = (sorted: Float64Array, x: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** No job waits longer than a day beyond the longest run. */
const REACH_H = 24 + 72;

/** (3): a schedule by one who knows all; jobs stand in order of submission. `shakes` are tried an hour of the year. */
export const hindsight = (known: Known, { prices, step, shakes, seed }: { readonly prices: Prices; readonly step: number; readonly shakes: number; readonly seed: number }): Placed => {
  const { submit, run, hours, domains } = known;
  const grid = emptyGrid(known, step);
  const base = domains.map(({ base_usd }) => base_usd);
  const priced = base.map((one, d) => summed(prices[d]!).map((sum, i) => sum + one[i]!));
  for (let j = 0; j < submit.length; j++) putNew(grid, j, { sums: priced, from: submit[j]! });
  const draw = drawsOf(seed);
  for (let i = 0; i < shakes * hours; i++) {
    const a = draw() * hours;
    const b = a + WIDTHS_H[Math.floor(draw() * WIDTHS_H.length)]!;
    const some: number[] = [];
    for (let j = firstAfter(submit, a - REACH_H); j < submit.length && submit[j]! < b; j++) if (grid.placed.start[j]! < b && grid.placed.start[j]! + run[j]! > a) some.push(j);
    const order = ORDERS[Math.floor(draw() * ORDERS.length)]!(known, draw);
    if (some.length > 0) shake(grid, some, { sums: draw() < 0.5 ? base : priced, order, from: (j) => submit[j]! });
  }
  return totalOf(grid);
};

const totalOf = ({ placed }: Grid): Placed => ({ ...placed, cost_usd: placed.cost.reduce((a, b) => a + b, 0) });

/** (4): a schedule by one who knows every price, and of the jobs those that have come; what waits is placed anew at each tick. */
export const jobsUnknown = (known: Known, { step, tick, shakes, seed }: { readonly step: number; readonly tick: number; readonly shakes: number; readonly seed: number }): Placed => {
  const { submit, hours, domains } = known;
  const grid = emptyGrid(known, step);
  const sums = domains.map(({ base_usd }) => base_usd);
  const draw = drawsOf(seed);
  let [next, waiting]: [number, number[]] = [0, []];
  for (let now = 0; now < hours; now += tick) {
    waiting = waiting.filter((j) => grid.placed.start[j]! >= now - EPS);
    const from = (j: number): number => Math.max(now, submit[j]!);
    for (; next < submit.length && submit[next]! <= now + EPS; next++) {
      putNew(grid, next, { sums, from: from(next) });
      waiting.push(next);
    }
    if (waiting.length > 1) for (let i = 0; i < shakes; i++) shake(grid, waiting, { sums, from, order: ORDERS[Math.floor(draw() * ORDERS.length)]!(known, draw) });
  }
  return totalOf(grid);
};
