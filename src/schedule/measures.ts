/** What came out of a schedule: waits, slowdowns, use, costs. */
import { HOUR_S } from "../units/index.ts";
import { dataPrice } from "./cost.ts";
import { leftBy } from "./link-queue.ts";
import type { State } from "./state.ts";

export interface Measures {
  readonly jobs: number;
  readonly done: number;
  readonly failed: number;
  readonly expired: number;
  readonly unfinished: number;
  /** Waits to the first start, of the jobs that started. */
  readonly meanWait_s: number;
  readonly p95Wait_s: number;
  readonly maxWait_s: number;
  /** Mean of max(1, (wait + run) / max(run, 10 s)) over jobs done (Feitelson and others 1997); run is all the time between first start and end. */
  readonly meanBoundedSlowdown: number;
  /** First submission to last end. */
  readonly makespan_s: number;
  /** Node-seconds in use over nodes x makespan. */
  readonly used_frac: number;
  readonly onTime: number;
  readonly late: number;
  /** Value lost by lateness, of jobs done. */
  readonly late_usd: number;
  /** With data, and bytes, as they will have passed, as far as they ever do. */
  readonly price_usd: number;
  readonly energy_J: number;
  readonly carbon_g: number;
  readonly requeues: number;
  readonly into_B: number;
  readonly out_B: number;
}

/** Shorter runs count as so long. */
const BOUND_S = 10;


/** The lowest of the values that the given part of them lies below; 0 without any. */
export const quantileOf = (sorted: ArrayLike<number>, part: number): number => (sorted.length === 0 ? 0 : sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!);

/** Measures of a state, as a rule the last. */
export const measuresOf = (state: State): Measures => {
  const { entries, pools } = state;
  const started = entries.filter(({ firstStart_s }) => firstStart_s !== null);
  const done = entries.filter(({ state }) => state === "done");
  const waits = Float64Array.from(started, ({ firstStart_s, job }) => firstStart_s! - job.submit_s).sort();
  const slowdowns = done.map(({ firstStart_s, end_s, job }) => Math.max(1, (end_s! - job.submit_s) / Math.max(BOUND_S, end_s! - firstStart_s!)));
  const sum = (values: ArrayLike<number>): number => Array.prototype.reduce.call(values, (a, b) => (a as number) + (b as number), 0) as number;
  const first_s = entries.reduce((least, { job }) => Math.min(least, job.submit_s), Infinity);
  const last_s = entries.reduce((most, { end_s }) => Math.max(most, end_s ?? -Infinity), -Infinity);
  const makespan_s = entries.length === 0 || last_s === -Infinity ? 0 : last_s - first_s;
  const nodes = pools.reduce((total, { ready }) => total + ready.pool.nodes, 0);
  const due = done.filter(({ job }) => job.due_s !== null);
  const lateness = due.map(({ delivered_s, job }) => Math.max(0, delivered_s! - job.due_s!));
  const count = (state: string): number => entries.filter((entry) => entry.state === state).length;
  return {
    jobs: entries.length,
    done: done.length,
    failed: count("failed"),
    expired: count("expired"),
    unfinished: entries.length - done.length - count("failed") - count("expired"),
    meanWait_s: waits.length === 0 ? 0 : sum(waits) / waits.length,
    p95Wait_s: quantileOf(waits, 0.95),
    maxWait_s: waits.at(-1) ?? 0,
    meanBoundedSlowdown: slowdowns.length === 0 ? 0 : sum(slowdowns) / slowdowns.length,
    makespan_s,
    used_frac: makespan_s === 0 || nodes === 0 ? 0 : sum(entries.map(({ node_s }) => node_s)) / (nodes * makespan_s),
    onTime: lateness.filter((late_s) => late_s === 0).length,
    late: lateness.filter((late_s) => late_s > 0).length,
    late_usd: sum(due.map(({ job }, i) => (lateness[i] === 0 ? 0 : job.late_usd_per_h * lateness[i]! / HOUR_S))),
    price_usd: sum(entries.map((entry) => entry.price_usd + dataPrice(state, entry, Infinity))),
    energy_J: sum(entries.map(({ energy_J }) => energy_J)),
    carbon_g: sum(entries.map(({ carbon_g }) => carbon_g)),
    requeues: sum(entries.map(({ requeues }) => sum(Object.values(requeues)))),
    into_B: sum(pools.map((pool) => pool.into.born_B - leftBy(pool, "into", Infinity))),
    out_B: sum(pools.map((pool) => pool.out.born_B - leftBy(pool, "out", Infinity))),
  };
};
