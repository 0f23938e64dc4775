/**
 * When a job would be done that its supply stops on the way: a checkpoint lets it run in one window, wait in the dark and go on in the next.
 *
 *   1. in a window of length L a run that goes on to its end works what lies within L less restart and the writing of its last checkpoint (progress)
 *   2. it goes on in the next window of the domain that lasts long enough to get anywhere
 *   3. where windows are not told any further, though the pool stays in service, work goes on at the pace so far
 *
 * Nodes are taken to be free again when the light is back. A gang over several pools runs until the first of those that it is on goes dark.
 */
import { firstLasting, holdsUntil, lastAtOrBelow, lastingFrom, type Windows } from "./curve.ts";
import type { Demand } from "./fit.ts";
import type { Job } from "./job.ts";
import { clockFor, leastClock, workAfter } from "./progress.ts";
import type { Entry, PoolState } from "./state.ts";
import { cutByDrain, windowsOf, type Ready } from "./supply.ts";

/** Stretches of time on nodes, one after another: from and to in turns. */
export interface Stretches {
  readonly times_s: readonly number[];
  /** Infinity where it never ends. */
  readonly end_s: number;
}

/** No search goes through more windows. */
const WINDOWS_MOST = 4096;

interface Supplied {
  readonly from_s: number;
  readonly until_s: number;
}

/** When from `t` on a gang has its supply for `least_s`, and until when. */
type Next = (t: number, least_s: number, clock_s: number) => Supplied;

const NEVER: Supplied = { from_s: Infinity, until_s: Infinity };

/** Windows are walked one by one, forth only. */
const nextIn = ({ ready }: PoolState, windows: Windows): Next => {
  let at = -1;
  return (t, least_s, clock_s) => {
    at = at < 0 ? Math.max(0, lastAtOrBelow(windows.start, t)) : at;
    for (;;) {
      at = lastingFrom(windows, at, t, least_s);
      if (at === windows.start.length) return NEVER;
      const from_s = Math.max(t, windows.start[at]!);
      if (!cutByDrain(ready, windows.end[at]!, from_s + clock_s)) return { from_s, until_s: windows.end[at]! };
      at++;
    }
  };
};

const nextOver = (pools: readonly PoolState[], { nodes, power_W, accelerators }: Demand): Next => {
  const windows = pools.map(({ ready }) => windowsOf(ready, power_W, accelerators));
  return (t, least_s, clock_s) => {
    for (let from_s = t, tries = 0; from_s < Infinity && tries < WINDOWS_MOST; tries++) {
      let missing = nodes;
      let until_s = Infinity;
      for (const [p, { ready }] of pools.entries()) {
        const end_s = holdsUntil(windows[p]!, from_s);
        if (missing <= 0 || end_s - from_s < least_s || cutByDrain(ready, end_s, from_s + clock_s)) continue;
        missing -= ready.pool.nodes;
        until_s = Math.min(until_s, end_s);
      }
      if (missing <= 0) return { from_s, until_s };
      const now = from_s;
      from_s = windows.reduce((next, one) => Math.min(next, laterStart(one, now, least_s)), Infinity);
    }
    return NEVER;
  };
};

const laterStart = (windows: Windows, t: number, least_s: number): number => {
  const open_s = firstLasting(windows, t, least_s);
  if (open_s > t) return open_s;
  const over_s = holdsUntil(windows, t);
  return over_s === Infinity ? Infinity : firstLasting(windows, over_s, least_s);
};

/** Of a demand that starts at `start_s`; `until_s` where it is known when its first stretch ends. */
export const stretchesOf = ({ job, work_s }: Pick<Entry, "job" | "work_s">, pools: readonly PoolState[], demand: Demand, { start_s, until_s }: { readonly start_s: number; readonly until_s: number | null }): Stretches => {
  const { speed } = demand;
  const next = pools.length === 1 ? nextIn(pools[0]!, windowsOf(pools[0]!.ready, demand.power_W, demand.accelerators)) : nextOver(pools, demand);
  const times_s: number[] = [];
  let from_s = work_s;
  let supplied = until_s === null ? next(start_s, demand.least_s, demand.clock_s) : { from_s: start_s, until_s };
  for (let tries = 0; tries < WINDOWS_MOST; tries++) {
    const clock_s = clockFor(job, job.estimate_s, { speed, from_s });
    if (supplied.from_s === Infinity) return { times_s, end_s: beyond(times_s, pools, clock_s) };
    const end_s = Math.min(supplied.until_s, supplied.from_s + clock_s);
    times_s.push(supplied.from_s, end_s);
    if (end_s < supplied.until_s || supplied.from_s + clock_s <= end_s || job.checkpoint === null) return { times_s, end_s };
    from_s = savedBy(job, end_s - supplied.from_s, { speed, from_s });
    supplied = next(end_s, leastClock(job, { speed, from_s }), clockFor(job, job.estimate_s, { speed, from_s }));
  }
  return { times_s, end_s: Infinity };
};

/** Work that is saved when the word comes in time to write a checkpoint. */
const savedBy = (job: Job, elapsed_s: number, run: { readonly speed: number; readonly from_s: number }): number =>
  Math.max(run.from_s, workAfter(job, elapsed_s - job.checkpoint!.write_s, run).done_s);

/** Equation 3. */
const beyond = (times_s: readonly number[], pools: readonly PoolState[], clock_s: number): number => {
  const last_s = times_s.at(-1);
  return last_s === undefined ? Infinity : inService(pools, last_s + (clock_s * (last_s - times_s[0]!)) / onNodes_s(times_s));
};

/** Never, where no pool stays so long. */
const inService = (pools: readonly PoolState[], end_s: number): number => (pools.some(({ ready }) => end_s <= (ready.pool.until_s ?? Infinity)) ? end_s : Infinity);

const onNodes_s = (times_s: readonly number[]): number => {
  let sum_s = 0;
  for (let i = 0; i < times_s.length; i += 2) sum_s += times_s[i + 1]! - times_s[i]!;
  return sum_s;
};

/** Whether a demand may be stopped by its supply and go on. */
export const mayStop = ({ least_s, clock_s }: Demand): boolean => least_s < clock_s;

/** The end alone, by sums over the windows. */
export const doneBy = (entry: Pick<Entry, "job" | "work_s">, pools: readonly PoolState[], demand: Demand, from: { readonly start_s: number; readonly until_s: number | null }): number => {
  const { start_s } = from;
  if (!mayStop(demand)) return start_s + demand.clock_s;
  if (pools.length === 1) {
    const { ready } = pools[0]!;
    const windows = windowsOf(ready, demand.power_W, demand.accelerators);
    const at = lastAtOrBelow(windows.start, start_s);
    const until_s = from.until_s ?? windows.end[at] ?? -Infinity;
    if (start_s + demand.clock_s <= until_s) return start_s + demand.clock_s;
    if (until_s - start_s >= demand.least_s) return doneIn(entry, pools[0]!, demand, { windows, at, start_s, until_s });
  }
  return stretchesOf(entry, pools, demand, from).end_s;
};

/** Work summed over the windows before each, of a run that resumes in each and goes on behind it. */
const SUMS = new WeakMap<Windows, Map<string, Float64Array>>();
const SUMS_MOST = 16;

/** One window is left out of the sums where a run would not get anywhere in it. */
const sumsOf = (ready: Ready, windows: Windows, job: Job, speed: number): Float64Array => {
  const { interval_s, write_s } = job.checkpoint!;
  const key = `${interval_s}|${write_s}|${job.restart_s}|${speed}`;
  const known = SUMS.get(windows) ?? new Map<string, Float64Array>();
  SUMS.set(windows, known);
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= SUMS_MOST) known.clear();
  const { start, end } = windows;
  const sums = new Float64Array(start.length + 1);
  for (let i = 0; i < start.length; i++) {
    const length_s = end[i]! - start[i]!;
    const works = length_s >= job.restart_s + interval_s + write_s && !cutByDrain(ready, end[i]!, Infinity);
    const done_s = !works ? 0 : length_s === Infinity ? Infinity : workedIn(length_s - job.restart_s - write_s, job.checkpoint!) * speed;
    sums[i + 1] = sums[i]! + done_s;
  }
  known.set(key, sums);
  return sums;
};

/** Equation 1. */
const workedIn = (x: number, { interval_s, write_s }: NonNullable<Job["checkpoint"]>): number => {
  const cycles = Math.floor(x / (interval_s + write_s));
  return cycles * interval_s + Math.min(interval_s, x - cycles * (interval_s + write_s));
};

interface Begun {
  readonly windows: Windows;
  /** Number of the window that it starts in. */
  readonly at: number;
  readonly start_s: number;
  readonly until_s: number;
}

const doneIn = ({ job, work_s }: Pick<Entry, "job" | "work_s">, pool: PoolState, { speed }: Demand, { windows, at, start_s, until_s }: Begun): number => {
  const first_s = savedBy(job, until_s - start_s, { speed, from_s: work_s });
  const sums = sumsOf(pool.ready, windows, job, speed);
  const before_s = sums[at + 1]!;
  let last = Math.max(at + 1, lastAtOrBelow(sums, before_s + job.estimate_s - first_s));
  // What is left may just fit without the writing that a run behind it would need.
  for (last = Math.max(at + 1, last - 1); last < windows.start.length; last++) {
    const clock_s = clockFor(job, job.estimate_s, { speed, from_s: Math.min(job.estimate_s, first_s + sums[last]! - before_s) });
    if (clock_s <= windows.end[last]! - windows.start[last]!) return windows.start[last]! + clock_s;
  }
  const clock_s = clockFor(job, job.estimate_s, { speed, from_s: first_s + sums.at(-1)! - before_s });
  const last_s = Math.max(until_s, windows.end.at(-1)!);
  return inService([pool], last_s + (clock_s * (last_s - start_s)) / (first_s - work_s + sums.at(-1)! - before_s));
};

interface Known {
  readonly end_s: number;
  readonly pool: PoolState;
  readonly start_s: number;
  readonly until_s: number | null;
  readonly work_s: number;
}

/** A booking, and a run, are asked for their end at each decision. */
const KNOWN = new WeakMap<Entry, Known>();

/** When a job that starts then, or has started, is expected to be done in a domain. */
export const endOfStart = (entry: Entry, pools: readonly PoolState[], demand: Demand, { start_s, until_s }: { readonly start_s: number; readonly until_s: number | null }): number => {
  if (!mayStop(demand) || (until_s !== null && start_s + demand.clock_s <= until_s)) return start_s + demand.clock_s;
  const known = KNOWN.get(entry);
  if (known !== undefined && known.pool === pools[0] && known.start_s === start_s && known.until_s === until_s && known.work_s === entry.work_s) return known.end_s;
  const end_s = doneBy(entry, pools, demand, { start_s, until_s });
  KNOWN.set(entry, { pool: pools[0]!, start_s, until_s, work_s: entry.work_s, end_s });
  return end_s;
};
