/**
 * A lower bound of what any schedule of given jobs costs. First the fluid relaxation, a linear program: work may be cut at will and runs at any
 * rate between submission and its end. Then, with its capacity prices, each job by itself, whole and uncut: a Lagrangian bound (Fisher 1981),
 * which holds for any prices >= 0 and is no lower than the linear program they come from.
 *
 *   1. min  sum_kdt c_kd(t) x_kd(t) + sum_kt l_k o_k(t)      x: node-seconds of class k on domain d in slot t; o: overdue at the slot's end
 *   2. sum_d sum_{s<=t} x <= work submitted by t;  sum_d sum_{s<=t} x + o_k(t) >= work due by t;  sum_k x_kd(t) <= node-seconds of d in t
 *   3. bound = sum_j min over domain and start (cost_j + price of the capacity it uses) - sum_dt price x capacity
 *
 * Work counts as submitted from the begin of its slot and as due at the end of its slot; of a class the least of what its jobs cost counts.
 * Cost is that of `measuresOf` and `totalCost` without jobs unserved: accelerators, energy, carbon, data and lateness, at the prices as they
 * were. Outages, gangs, checkpoints and all that a node needs beyond its power are left out: each only raises what a schedule costs.
 */
import { HOUR_S } from "../units/index.ts";
import { bytesToBring } from "./cost.ts";
import { integral, windowsAtLeast } from "./curve.ts";
import { poolRefuses } from "./eligible.ts";
import type { Job } from "./job.ts";
import type { Ready, Supply } from "./supply.ts";

const G_PER_T = 1e6;
const J_PER_KWH = 1000 * HOUR_S;

/** What is bounded. Slots begin at `from_s`; jobs run within them. */
export interface FluidProblem {
  readonly jobs: readonly Job[];
  readonly run_s: ArrayLike<number>;
  readonly supply: Supply;
  readonly carbon_usd_per_t: number;
  readonly from_s: number;
  readonly slot_s: number;
  readonly slots: number;
}

/** A linear program as the planner's solver takes it. */
export interface FluidModel {
  readonly name: string;
  readonly columns: { readonly name: readonly string[]; readonly lower: Float64Array; readonly upper: Float64Array; readonly cost: Float64Array; readonly integer: Uint8Array };
  readonly rows: { readonly name: readonly string[]; readonly lower: Float64Array; readonly upper: Float64Array };
  readonly matrix: { readonly start: Int32Array; readonly index: Int32Array; readonly value: Float64Array };
  /** Row of the capacity of a domain in a slot. */
  readonly capacityRow: (domain: number, slot: number) => number;
}

interface Class {
  readonly job: Job;
  /** $ a node-second: of data by domain, and of lateness a second. */
  readonly data_usd: Float64Array;
  late_usd: number;
  readonly submitted: Float64Array;
  readonly due: Float64Array;
}

const firstPool = ({ supply }: FluidProblem, d: number): Ready => supply.pools[supply.domains[d]!.pools[0]!]!;

const mayRun = ({ supply }: FluidProblem, job: Job, d: number): boolean => supply.domains[d]!.pools.some((p) => poolRefuses(job, supply.pools[p]!.pool) === undefined);

const dataOf = (problem: FluidProblem, job: Job, d: number): number => {
  const all = problem.supply.domains[d]!.pools.map((p) => problem.supply.pools[p]!);
  const least = (of: (ready: Ready) => number): number => all.reduce((low, ready) => Math.min(low, of(ready)), Infinity);
  return least((ready) => bytesToBring(job, ready) * ready.pool.price.in_usd_per_B) + least((ready) => job.output_B * ready.pool.price.out_usd_per_B);
};

/** Node-seconds that a domain's nodes have power in a slot, for a node's need. */
const capacityOf = ({ supply, from_s, slot_s }: FluidProblem, d: number, slot: number): number => {
  const a = from_s + slot * slot_s;
  return supply.domains[d]!.pools.reduce((sum, p) => {
    const { power, pool } = supply.pools[p]!;
    if (pool.battery !== null || power.v.length === 1) return sum + pool.nodes * slot_s;
    const lit = windowsAtLeast(power, Number.MIN_VALUE);
    let lit_s = 0;
    for (let i = Math.max(0, firstEndAfter(lit.end, a)); i < lit.start.length && lit.start[i]! < a + slot_s; i++) lit_s += Math.max(0, Math.min(lit.end[i]!, a + slot_s) - Math.max(lit.start[i]!, a));
    return sum + pool.nodes * lit_s;
  }, 0);
};

const firstEndAfter = (end: Float64Array, t: number): number => {
  let low = 0;
  let high = end.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (end[middle]! <= t) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Cost of a node-second of a job in a slot, without data. */
const useOf = (problem: FluidProblem, job: Job, d: number, slot: number): number => {
  const { accelerator_usd_per_h, energy_usd_per_kWh, carbon_g_per_kWh } = firstPool(problem, d);
  const [a, b] = [problem.from_s + slot * problem.slot_s, problem.from_s + (slot + 1) * problem.slot_s];
  const energy = integral(energy_usd_per_kWh, a, b) + (problem.carbon_usd_per_t / G_PER_T) * integral(carbon_g_per_kWh, a, b);
  return ((job.power_W / J_PER_KWH) * energy + (job.acceleratorsPerNode / HOUR_S) * integral(accelerator_usd_per_h, a, b)) / problem.slot_s;
};

const classesOf = (problem: FluidProblem): readonly Class[] => {
  const { jobs, run_s, supply, from_s, slot_s, slots } = problem;
  const classes = new Map<string, Class>();
  for (const [j, job] of jobs.entries()) {
    const domains = supply.domains.map((_, d) => mayRun(problem, job, d));
    const key = JSON.stringify([job.class, job.power_W, job.acceleratorsPerNode, domains, job.output_B > 0, job.input_B > 0]);
    const work = job.nodes * run_s[j]!;
    if (!(work > 0)) continue;
    let found = classes.get(key);
    if (found === undefined) {
      found = { job, data_usd: new Float64Array(supply.domains.length).fill(Infinity), late_usd: Infinity, submitted: new Float64Array(slots), due: new Float64Array(slots + 1) };
      classes.set(key, found);
    }
    for (const d of supply.domains.keys()) if (domains[d]) found.data_usd[d] = Math.min(found.data_usd[d]!, dataOf(problem, job, d) / work);
    found.late_usd = Math.min(found.late_usd, job.due_s === null ? 0 : job.late_usd_per_h / HOUR_S / work);
    found.submitted[Math.max(0, Math.floor((job.submit_s - from_s) / slot_s))]! += work;
    found.due[job.due_s === null ? slots : Math.min(slots, Math.max(0, Math.ceil((job.due_s - from_s) / slot_s) - 1))]! += work;
  }
  return [...classes.values()];
};

/** The linear program of (1) and (2); all work is done by the last slot's end. */
export const fluidModel = (problem: FluidProblem): FluidModel => {
  const { supply, slots, slot_s } = problem;
  const classes = classesOf(problem);
  const names: string[] = [];
  const cost: number[] = [];
  const rowName: string[] = [];
  const [lower, upper]: [number[], number[]] = [[], []];
  const start = [0];
  const [index, value]: [number[], number[]] = [[], []];
  const column = (name: string, c: number): number => (names.push(name), cost.push(c), names.length - 1);
  const row = (name: string, from: number, to: number, terms: readonly (readonly [number, number])[]): void => {
    rowName.push(name);
    lower.push(from);
    upper.push(to);
    for (const [j, v] of terms) {
      index.push(j);
      value.push(v);
    }
    start.push(index.length);
  };
  const domains = supply.domains.map((_, d) => d);
  const use = domains.map((): number[][] => Array.from({ length: slots }, () => []));
  // Waiting and overdue work carry over; node-hours keep the numbers near one.
  for (const [k, { job, data_usd, late_usd, submitted, due }] of classes.entries()) {
    let before = -1;
    let overdue = -1;
    for (let t = 0; t < slots; t++) {
      const runs = domains.filter((d) => data_usd[d]! < Infinity).map((d) => {
        const j = column(`x_${k}_${d}_${t}`, HOUR_S * (useOf(problem, job, d, t) + data_usd[d]!));
        use[d]![t]!.push(j);
        return j;
      });
      const waits = column(`w_${k}_${t}`, 0);
      const late = column(`o_${k}_${t}`, HOUR_S * late_usd * slot_s);
      const arrived = submitted[t]! / HOUR_S;
      row(`flow_${k}_${t}`, arrived, arrived, [...runs.map((j): readonly [number, number] => [j, 1]), [waits, 1], ...(before < 0 ? [] : [[before, -1] as const])]);
      // What waits and is not yet due is at most what is due later: overdue >= waiting - (submitted so far - due so far).
      row(`due_${k}_${t}`, -Infinity, openAt(submitted, due, t) / HOUR_S, [[waits, 1], [late, -1]]);
      before = waits;
      overdue = late;
    }
    if (overdue >= 0) row(`end_${k}`, 0, 0, [[before, 1]]);
  }
  const firstCapacity = rowName.length;
  for (const d of domains) for (let t = 0; t < slots; t++) row(`cap_${d}_${t}`, -Infinity, capacityOf(problem, d, t) / HOUR_S, use[d]![t]!.map((j): readonly [number, number] => [j, 1]));
  return {
    name: "fluid",
    columns: { name: names, lower: new Float64Array(names.length), upper: new Float64Array(names.length).fill(Infinity), cost: Float64Array.from(cost), integer: new Uint8Array(names.length) },
    rows: { name: rowName, lower: Float64Array.from(lower), upper: Float64Array.from(upper) },
    matrix: { start: Int32Array.from(start), index: Int32Array.from(index), value: Float64Array.from(value) },
    capacityRow: (d, t) => firstCapacity + d * slots + t,
  };
};

const openAt = (submitted: Float64Array, due: Float64Array, t: number): number => {
  let open = 0;
  for (let i = 0; i <= t; i++) open += submitted[i]! - due[i]!;
  return Math.max(0, open);
};

/** Sums of a price to each slot's begin: (3) asks them for a start and an end. */
interface Sums {
  readonly W_usd: Float64Array;
  readonly accelerator_usd: Float64Array;
  readonly node_usd: Float64Array;
  /** Least of a slot of each. */
  readonly least: { readonly W_usd: number; readonly accelerator_usd: number };
}

/** No slot of a node costs a job less. */
const leastSlot_usd = (job: Job, { least }: Sums): number => job.power_W * least.W_usd + job.acceleratorsPerNode * least.accelerator_usd;

const leastStep = (sums: Float64Array): number => {
  let least = Infinity;
  for (let i = 1; i < sums.length; i++) least = Math.min(least, sums[i]! - sums[i - 1]!);
  return least;
};

const sumsOf = (problem: FluidProblem, d: number, price_usd_per_node_s: Float64Array): Sums => {
  const { slots, from_s, slot_s, carbon_usd_per_t } = problem;
  const { accelerator_usd_per_h, energy_usd_per_kWh, carbon_g_per_kWh } = firstPool(problem, d);
  const sums = { W_usd: new Float64Array(slots + 1), accelerator_usd: new Float64Array(slots + 1), node_usd: new Float64Array(slots + 1) };
  for (let t = 0; t < slots; t++) {
    const [a, b] = [from_s + t * slot_s, from_s + (t + 1) * slot_s];
    sums.W_usd[t + 1] = sums.W_usd[t]! + (integral(energy_usd_per_kWh, a, b) + (carbon_usd_per_t / G_PER_T) * integral(carbon_g_per_kWh, a, b)) / J_PER_KWH;
    sums.accelerator_usd[t + 1] = sums.accelerator_usd[t]! + integral(accelerator_usd_per_h, a, b) / HOUR_S;
    sums.node_usd[t + 1] = sums.node_usd[t]! + price_usd_per_node_s[t]! * slot_s;
  }
  return { ...sums, least: { W_usd: leastStep(sums.W_usd), accelerator_usd: leastStep(sums.accelerator_usd) } };
};

const between = (sums: Float64Array, x: number, y: number): number => at(sums, y) - at(sums, x);
const at = (sums: Float64Array, x: number): number => {
  const i = Math.min(sums.length - 2, Math.floor(x));
  return sums[i]! + (x - i) * (sums[i + 1]! - sums[i]!);
};

/** The least of a job over domains and starts; a start costs least at a slot's begin, or where its end is one. */
const leastOf = (problem: FluidProblem, j: number, sums: readonly Sums[]): number => {
  const job = problem.jobs[j]!;
  const run = problem.run_s[j]! / problem.slot_s;
  const first = (job.submit_s - problem.from_s) / problem.slot_s;
  const due = job.due_s === null ? Infinity : (job.due_s - problem.from_s) / problem.slot_s;
  let least = Infinity;
  for (const [d, { W_usd, accelerator_usd, node_usd }] of sums.entries()) {
    if (!mayRun(problem, job, d)) continue;
    const data_usd = dataOf(problem, job, d);
    const costAt = (x: number): number => {
      const late_h = Math.max(0, x + run - due) * (problem.slot_s / HOUR_S);
      return data_usd + (late_h > 0 ? late_h * job.late_usd_per_h : 0) + job.nodes * (job.power_W * between(W_usd, x, x + run) + job.acceleratorsPerNode * between(accelerator_usd, x, x + run) + between(node_usd, x, x + run));
    };
    const last = problem.slots - run;
    const floor_usd = data_usd + job.nodes * run * leastSlot_usd(job, sums[d]!);
    const isDone = (x: number): boolean => floor_usd + Math.max(0, x + run - due) * (problem.slot_s / HOUR_S) * job.late_usd_per_h >= least;
    least = Math.min(least, costAt(Math.min(first, last)));
    for (let x = Math.ceil(first); x <= last && !isDone(x); x++) least = Math.min(least, costAt(x));
    for (let y = Math.ceil(first + run); y <= problem.slots && !isDone(y - run); y++) least = Math.min(least, costAt(y - run));
    if (due - run > first && due - run < last) least = Math.min(least, costAt(due - run));
  }
  return least;
};

/** The bound (3) of the jobs, $; `price_usd_per_node_s` by domain and slot, from the linear program or any other not below zero. */
export const jobByJobBound = (problem: FluidProblem, price_usd_per_node_s: readonly Float64Array[]): number => {
  const sums = problem.supply.domains.map((_, d) => sumsOf(problem, d, price_usd_per_node_s[d]!));
  let bound_usd = 0;
  for (let j = 0; j < problem.jobs.length; j++) bound_usd += leastOf(problem, j, sums);
  for (const [d, prices] of price_usd_per_node_s.entries()) for (let t = 0; t < problem.slots; t++) if (prices[t]! > 0) bound_usd -= prices[t]! * capacityOf(problem, d, t);
  return bound_usd;
};
