/**
 * What keeps jobs waiting, by looking at the queue every quarter of an hour: the first of these that holds in the place that is nearest to
 * taking the job. It reads what stands there and plans nothing, as `explain` would for each.
 */
import { HOUR_S, MINUTE_S } from "../../units/index.ts";
import { valueAt, type Entry, type PoolState, type State, type Step } from "../../schedule/index.ts";
import type { Wait } from "../simulated.ts";

const LOOK_S = 15 * MINUTE_S;

const NOWHERE = "no place takes it";
/** From what is nearest to a start to what is farthest. */
const REASONS = ["a cheaper place is taken", "queue before it", "store not full", "held for price", "nodes busy", "power cap", "no light or heat room", "nodes away", "maintenance", "out of service", NOWHERE] as const;
/** Its input is sent and not there: whatever the place, it waits for that. */
const ON_ITS_WAY = "data on its way";
type Reason = (typeof REASONS)[number];

export interface WaitLog {
  readonly look: (step: Step) => void;
  readonly waits: () => readonly Wait[];
}

export const waitLog = (): WaitLog => {
  const hours = new Map<string, { readonly class: string; readonly reason: string; job_h: number }>();
  let last_s = -Infinity;
  const add = (entry: Entry, reason: string, span_s: number): void => {
    const key = `${entry.job.class}|${reason}`;
    const known = hours.get(key) ?? { class: entry.job.class, reason, job_h: 0 };
    known.job_h += span_s / HOUR_S;
    hours.set(key, known);
  };
  const look = ({ state }: Step): void => {
    const span_s = state.now_s - last_s;
    if (span_s < LOOK_S) return;
    last_s = state.now_s;
    // The first look has nothing behind it; what waits now is taken to have waited since the last.
    if (span_s === Infinity) return;
    const up = state.pools.map(({ set }) => set.levels.reduce((sum, level) => sum + level.length, 0));
    const waited_s = ({ job }: Entry): number => Math.min(span_s, state.now_s - job.submit_s);
    const queue = new Set(state.queue);
    // What has a booked start is in the queue while its input comes.
    for (const entry of state.queue) add(entry, entry.home >= 0 && entry.ready_s > state.now_s ? ON_ITS_WAY : reasonOf(state, entry, up), waited_s(entry));
    // Not sent and in no queue is what would expire on its way.
    for (const entry of state.entries) if (entry.state === "admitted" && !queue.has(entry)) add(entry, entry.home >= 0 ? ON_ITS_WAY : NOWHERE, waited_s(entry));
  };
  const waits = (): readonly Wait[] => {
    const all = [...hours.values()];
    const total = all.reduce((sum, { job_h }) => sum + job_h, 0);
    return all.map((one) => ({ ...one, share_frac: one.job_h / total })).toSorted((a, b) => b.job_h - a.job_h || (a.class + a.reason < b.class + b.reason ? -1 : 1));
  };
  return { look, waits };
};

const reasonOf = (state: State, entry: Entry, up: readonly number[]): Reason => {
  const pools = entry.domains.flatMap((d) => state.supply.domains[d]!.pools.map((i) => state.pools[i]!));
  return pools.reduce<Reason>((nearest, pool) => {
    const here = poolReason(state, entry, pool, up[pool.index]!);
    return REASONS.indexOf(here) < REASONS.indexOf(nearest) ? here : nearest;
  }, NOWHERE);
};

const poolReason = (state: State, entry: Entry, { ready, set, allUsed_W, index }: PoolState, up: number): Reason => {
  const { now_s, policy: { placement } } = state;
  const { pool } = ready;
  const need_W = entry.job.power_W;
  if (pool.until_s !== null && now_s >= pool.until_s) return "out of service";
  if (pool.maintenance.some(({ start_s, end_s }) => now_s >= start_s && now_s < end_s)) return "maintenance";
  if (up < entry.job.nodes) return "nodes away";
  const dark = valueAt(ready.power, now_s) < need_W;
  if (valueAt(ready.heat, now_s) < need_W || (pool.battery === null && dark)) return "no light or heat room";
  if (ready.cap !== null && valueAt(ready.cap, now_s) - allUsed_W < entry.job.nodes * need_W) return valueAt(ready.cap, now_s) < pool.nodes * need_W * (1 - 1e-9) ? "power cap" : "nodes busy";
  if (set.levels[set.acceleratorsPerNode]!.length < entry.job.nodes) return "nodes busy";
  if (entry.hold_s > now_s) return "held for price";
  if (pool.battery !== null) return "store not full";
  // There is room, and it waits all the same: for its place by cost, or behind one that was promised these nodes.
  return placement.kind === "cost" && entry.place >= 0 && !state.supply.domains[entry.place]!.pools.includes(index) ? "a cheaper place is taken" : "queue before it";
};
