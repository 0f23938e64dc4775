/**
 * What a job would cost in a domain from a time on, and what it did cost.
 *
 *   1. compute: accelerators x integral of accelerator_usd_per_h
 *   2. energy: watts x integral of energy_usd_per_kWh; carbon: watts x integral of carbon_g_per_kWh, priced by the policy
 *   3. data: bytes in and out at the pool's prices; what lies at the pool's place already costs nothing to bring
 *   4. lateness: late_usd_per_h x (output out of the pool - due_s), where that is above zero
 *
 * What supply stops on the way and goes on after it is priced over its stretches, and ends with the last (`stretches`). A gang over several pools is priced at the first of them; bytes enter and leave a domain by that of its links that is through with them first
 * (link-queue), and (4) takes the queues as they are. Planned, data is priced whole; paid is what links have sent.
 */
import { HOUR_S } from "../units/index.ts";
import { integral } from "./curve.ts";
import type { Demand } from "./fit.ts";
import type { Job } from "./job.ts";
import { passed, sentBy, soonest, type Way } from "./link-queue.ts";
import type { Entry, PoolState, State } from "./state.ts";
import { doneBy, stretchesOf } from "./stretches.ts";
import type { Ready } from "./supply.ts";

const J_PER_KWH = 1000 * HOUR_S;
const G_PER_T = 1e6;

export interface Use {
  readonly accelerators: number;
  readonly power_W: number;
  readonly from_s: number;
  readonly to_s: number;
}

export interface UseCost {
  readonly compute_usd: number;
  readonly energy_usd: number;
  readonly carbon_g: number;
}

/** Cost of accelerators and watts over a time. */
export const useCost = (ready: Ready, { accelerators, power_W, from_s, to_s }: Use): UseCost => ({
  compute_usd: (accelerators / HOUR_S) * integral(ready.accelerator_usd_per_h, from_s, to_s),
  energy_usd: (power_W / J_PER_KWH) * integral(ready.energy_usd_per_kWh, from_s, to_s),
  carbon_g: (power_W / J_PER_KWH) * integral(ready.carbon_g_per_kWh, from_s, to_s),
});

/** Bytes that must be brought to a pool before the job can start. */
export const bytesToBring = (job: Job, ready: Ready): number => (job.inputPlace === null || job.inputPlace === ready.pool.place ? 0 : job.input_B);

/** The same for a domain: what lies at any of its places is there. */
export const bytesInto = (job: Job, pools: readonly PoolState[]): number =>
  job.inputPlace === null || job.input_B === 0 || pools.some(({ ready }) => ready.pool.place === job.inputPlace) ? 0 : job.input_B;

/** When bytes that are handed to a domain at a time would be through. */
export const throughBy = (pools: readonly PoolState[], way: Way, bytes: number, from_s: number): number => passed(soonest(pools, way, bytes, from_s), way, bytes, from_s);

/** What a job's data has cost by a time: bytes that were sent, at the prices of the pools that sent them; of Infinity, all that ever pass. */
export const dataPrice = ({ pools }: Pick<State, "pools">, { input, output }: Entry, by_s: number): number => {
  const [from, to] = [input && pools[input.pool]!, output && pools[output.pool]!];
  return (from === null ? 0 : sentBy(from, "into", input!, by_s) * from.ready.pool.price.in_usd_per_B) + (to === null ? 0 : sentBy(to, "out", output!, by_s) * to.ready.pool.price.out_usd_per_B);
};

export interface CostTerms {
  readonly carbon_usd_per_t: number;
  readonly wait_usd_per_h: number;
}

/** Whether none of its prices moves. */
export const isSteady = ({ ready }: PoolState): boolean => ready.energy_usd_per_kWh.v.length === 1 && ready.accelerator_usd_per_h.v.length === 1 && ready.carbon_g_per_kWh.v.length === 1;

const stretchedUse = (ready: Ready, { nodes, accelerators, power_W }: Demand, times_s: readonly number[]): UseCost => {
  let sum: UseCost = { compute_usd: 0, energy_usd: 0, carbon_g: 0 };
  for (let i = 0; i < times_s.length; i += 2) {
    const one = useCost(ready, { accelerators: nodes * accelerators, power_W: nodes * power_W, from_s: times_s[i]!, to_s: times_s[i + 1]! });
    sum = { compute_usd: sum.compute_usd + one.compute_usd, energy_usd: sum.energy_usd + one.energy_usd, carbon_g: sum.carbon_g + one.carbon_g };
  }
  return sum;
};

/** What starting at `start_s` would be paid for: its nodes, their energy and carbon, its data; Infinity where it would never be done. */
export const paidFor = (entry: Entry, pools: readonly PoolState[], demand: Demand, start_s: number, { carbon_usd_per_t }: Pick<CostTerms, "carbon_usd_per_t">): number => {
  const { job } = entry;
  const pool = pools[0]!;
  const end_s = doneBy(entry, pools, demand, { start_s, until_s: null });
  if (end_s === Infinity) return Infinity;
  const { price } = pool.ready.pool;
  const use = stretchedUse(pool.ready, demand, isSteady(pool) || end_s === start_s + demand.clock_s ? [start_s, start_s + demand.clock_s] : stretchesOf(entry, pools, demand, { start_s, until_s: null }).times_s);
  const staged = entry.home < 0 ? bytesInto(job, pools) : 0;
  const data_usd = staged * price.in_usd_per_B + job.output_B * price.out_usd_per_B;
  return use.compute_usd + use.energy_usd + (use.carbon_g / G_PER_T) * carbon_usd_per_t + data_usd;
};

/** What starting at `start_s` would cost, lateness and waiting with it; Infinity where it would never be done, or the output would never leave. */
export const startCost = (entry: Entry, pools: readonly PoolState[], demand: Demand, start_s: number, terms: CostTerms): number => {
  const { job } = entry;
  const paid_usd = paidFor(entry, pools, demand, start_s, terms);
  if (paid_usd === Infinity) return Infinity;
  const end_s = doneBy(entry, pools, demand, { start_s, until_s: null });
  const late_s = job.due_s === null ? 0 : Math.max(0, throughBy(pools, "out", job.output_B, end_s) - job.due_s);
  const late_usd = late_s === 0 || job.late_usd_per_h === 0 ? 0 : (job.late_usd_per_h * late_s) / HOUR_S;
  const wait_usd = (terms.wait_usd_per_h * (start_s - job.submit_s)) / HOUR_S;
  return paid_usd + late_usd + wait_usd;
};

/** No start of the job in the pool costs less, waiting and lateness left out. */
export const leastCost = (entry: Entry, pools: readonly PoolState[], demand: Demand, { carbon_usd_per_t }: CostTerms): number => {
  const { job } = entry;
  const { ready } = pools[0]!;
  const { price } = ready.pool;
  const kWh = (demand.nodes * demand.power_W * demand.clock_s) / J_PER_KWH;
  const staged = entry.home < 0 ? bytesInto(job, pools) : 0;
  return (demand.nodes * demand.accelerators * demand.clock_s * ready.accelerator_usd_per_h.least) / HOUR_S + kWh * (ready.energy_usd_per_kWh.least + (ready.carbon_g_per_kWh.least / G_PER_T) * carbon_usd_per_t) + staged * price.in_usd_per_B + job.output_B * price.out_usd_per_B;
};
