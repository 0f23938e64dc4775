/**
 * The scheduler as a state machine: `step(state, event)` answers the state after the event, what is to be done, and one record for each
 * transition of a job. It reads no clock, draws nothing and knows no orbit: the same events give the same records, bit for bit, in a
 * simulation and in a live service. Events come in the order of their times; at one time: ends, then news of nodes, then submissions, then
 * one "decide". The state that was handed in is used up: `snapshot` keeps what it says.
 */
import { HOUR_S } from "../units/index.ts";
import { holdsUntil, nextStep, valueAt } from "./curve.ts";
import { startJobs } from "./decide.ts";
import { eligibleDomains, eligiblePools } from "./eligible.ts";
import { firstTime } from "./event-heap.ts";
import { demandOf } from "./fit.ts";
import { checkJob, type Job } from "./job.ts";
import { bringUp, isUp, takeDown } from "./node-set.ts";
import { enqueue } from "./order.ts";
import { homeOf, homesOf } from "./place.ts";
import { noteJob } from "./congestion.ts";
import { newOutlook } from "./profile.ts";
import { endJob, noticeAt, stopJob, tellJob } from "./running.ts";
import { dataBy, isNeverThere, isUnsent, KEEP_S, NEVER_THERE, noteStaged, stage } from "./stage.ts";
import { storeHolds } from "./store.ts";
import { isOver, newEntry, onNodes, type Entry, type Held, type PoolState, type State } from "./state.ts";
import { openTo, windowsOf } from "./supply.ts";
import { enter, move, setTimer, takeTimer, type Action, type Outcome, type Transition } from "./transition.ts";

export type ScheduleEvent =
  | { readonly kind: "submit"; readonly t_s: number; readonly job: Job }
  /** Its run `run` has done its work. */
  | { readonly kind: "ended"; readonly t_s: number; readonly job: string; readonly run: number }
  /** Its run stopped by itself: it waits again, unless it is no more to be tried. */
  | { readonly kind: "crashed"; readonly t_s: number; readonly job: string; readonly run: number; readonly cause: string; readonly again: boolean }
  | { readonly kind: "cancel"; readonly t_s: number; readonly job: string }
  | { readonly kind: "down"; readonly t_s: number; readonly pool: string; readonly node: number; readonly cause: string }
  | { readonly kind: "up"; readonly t_s: number; readonly pool: string; readonly node: number }
  /** Timers that are due, then starts. */
  | { readonly kind: "decide"; readonly t_s: number };

export interface Step {
  readonly state: State;
  readonly actions: readonly Action[];
  readonly records: readonly Transition[];
  /** When the next "decide" is due by what is known; Infinity for none. */
  readonly wake_s: number;
}

const NOTHING: readonly never[] = [];

/** Throws RangeError for an event that comes before the last, for a job that is wrong or known already, and for an unknown job, pool or node. */
export const step = (state: State, event: ScheduleEvent): Step => {
  if (!(event.t_s >= state.now_s)) throw new RangeError(`event "${event.kind}" at ${event.t_s} s comes after ${state.now_s} s`);
  state.now_s = event.t_s;
  const out: Outcome = { records: [], actions: [] };
  act(state, out, event);
  const wake_s = Math.min(firstTime(state.timers), state.look_s);
  return { state, actions: out.actions.length === 0 ? NOTHING : out.actions, records: out.records, wake_s };
};

const act = (state: State, out: Outcome, event: ScheduleEvent): void => {
  switch (event.kind) {
    case "submit": return submit(state, out, event.job);
    case "ended": return ended(state, out, entryOf(state, event.job), event.run);
    case "crashed": return crashed(state, out, entryOf(state, event.job), event);
    case "cancel": return cancel(state, out, entryOf(state, event.job));
    case "down": return nodeDown(state, out, event);
    case "up": return nodeUp(state, event);
    case "decide": return decide(state, out);
  }
};

const entryOf = (state: State, id: string): Entry => {
  const entry = state.byId.get(id);
  if (entry === undefined) throw new RangeError(`no job "${id}" was submitted`);
  return entry;
};

const submit = (state: State, out: Outcome, job: Job): void => {
  checkJob(job);
  if (state.byId.has(job.id)) throw new RangeError(`a job "${job.id}" was submitted before`);
  const entry = newEntry(job, state.entries.length);
  state.entries.push(entry);
  state.byId.set(job.id, entry);
  enter(state, out, entry);
  entry.domains = eligibleDomains(state, entry);
  if (!canEverRun(state, entry)) return endJob(state, out, entry, "failed", "no pool can run it");
  if (job.expires_s !== null) setTimer(state, Math.max(job.expires_s, state.now_s), "expire", { index: entry.index, run: -1 });
  for (const id of job.after) {
    const before = state.byId.get(id);
    if (before !== undefined && isOver(before)) {
      if (before.state !== "done") return endJob(state, out, entry, "failed", "dependency failed");
      continue;
    }
    entry.waitsFor++;
    state.waiting.set(id, [...(state.waiting.get(id) ?? []), entry]);
  }
  if (entry.waitsFor > 0) return;
  if (job.begin_s !== null && job.begin_s > state.now_s) setTimer(state, job.begin_s, "begin", entry);
  else admit(state, out, entry);
};

/** Whether any domain has, at some time, the nodes with supply for it; a search for a common time is left to `explain`. */
const canEverRun = (state: State, entry: Entry): boolean => {
  const { nodes } = entry.job;
  const powers = state.policy.capping && entry.job.capped !== null ? [false, true] : [false];
  return powers.some((capped) => {
    const { power_W, accelerators, least_s } = demandOf(entry, capped);
    const fits = ({ ready }: PoolState): boolean => {
      const { start, end } = windowsOf(ready, power_W, accelerators);
      return start.some((from, i) => end[i]! - from >= least_s && end[i]! > state.now_s);
    };
    return entry.domains.some((d) => eligiblePools(state, entry, d).filter(fits).reduce((sum, { ready }) => sum + ready.pool.nodes, 0) >= nodes);
  });
};

const admit = (state: State, out: Outcome, entry: Entry): void => {
  move(state, out, entry, "admitted", { reason: entry.job.after.length > 0 ? "dependencies done" : "accepted" });
  if (isNeverThere(state, entry)) return endJob(state, out, entry, "failed", NEVER_THERE);
  if (state.policy.placement.kind === "planned") noteJob(state, entry, state.policy.placement);
  if (!isUnsent(entry)) return ready(state, out, entry, "no data to move");
  if (state.policy.placement.kind !== "planned") {
    const homes = homesOf(state, entry);
    // It is sent nowhere, in nobody's way, until it expires.
    if (homes.length === 0 && entry.job.expires_s !== null) return;
    if (homes.length === 0) return endJob(state, out, entry, "failed", NEVER_THERE);
    entry.domains = homes;
    const home = homeOf(state, entry, newOutlook(state.now_s));
    // What takes longer has to be sent before nodes are free.
    if (!(dataBy(state, entry, home) <= state.now_s + KEEP_S)) return stage(state, out, entry, home);
    entry.domains = entry.domains.filter((d) => dataBy(state, entry, d) <= state.now_s + KEEP_S);
  }
  enqueue(state, entry);
  state.changed = true;
};

/** What was sent when it was placed is in the queue already. */
const arrive = (state: State, out: Outcome, entry: Entry): void => {
  if (!state.queue.includes(entry)) return ready(state, out, entry, "data in place");
  noteStaged(state, out, entry);
  state.changed = true;
};

const ready = (state: State, out: Outcome, entry: Entry, reason: string): void => {
  move(state, out, entry, "staged", { reason });
  enqueue(state, entry);
  state.changed = true;
};

const ended = (state: State, out: Outcome, entry: Entry, run: number): void => {
  if (onNodes(entry) && entry.run === run) endJob(state, out, entry, "done", "completed");
};

const crashed = (state: State, out: Outcome, entry: Entry, { run, cause, again }: { readonly run: number; readonly cause: string; readonly again: boolean }): void => {
  if (!onNodes(entry) || entry.run !== run) return;
  if (again) stopJob(state, out, entry, { cause, orderly: false });
  else endJob(state, out, entry, "failed", cause);
};

const leaveQueue = ({ queue }: State, entry: Entry): void => {
  const i = queue.indexOf(entry);
  if (i >= 0) queue.splice(i, 1);
};

const cancel = (state: State, out: Outcome, entry: Entry): void => {
  if (isOver(entry)) return;
  leaveQueue(state, entry);
  if (onNodes(entry)) out.actions.push({ kind: "stop", job: entry.job.id, run: entry.run, cause: "cancelled" });
  endJob(state, out, entry, "failed", "cancelled");
};

const poolOf = (state: State, id: string, node: number): PoolState => {
  const pool = state.pools.find(({ ready: { pool: { id: name } } }) => name === id);
  if (pool === undefined || !Number.isInteger(node) || node < 0 || node >= pool.ready.pool.nodes) throw new RangeError(`no node ${node} of a pool "${id}"`);
  return pool;
};

const nodeDown = (state: State, out: Outcome, { pool: id, node, cause }: { readonly pool: string; readonly node: number; readonly cause: string }): void => {
  const pool = poolOf(state, id, node);
  if (!isUp(pool.set, node)) return;
  takeDown(pool.set, node);
  for (const entry of pool.running.filter(({ held }) => held.some((part) => part.pool === pool.index && part.nodes.includes(node)))) stopJob(state, out, entry, { cause, orderly: false });
  state.changed = true;
};

const nodeUp = (state: State, { pool: id, node }: { readonly pool: string; readonly node: number }): void => {
  const pool = poolOf(state, id, node);
  if (isUp(pool.set, node)) return;
  bringUp(pool.set, node);
  state.changed = true;
};

const decide = (state: State, out: Outcome): void => {
  while (firstTime(state.timers) <= state.now_s) due(state, out);
  for (const pool of state.pools) if (pool.ready.cap !== null) shed(state, out, pool);
  if (state.changed || state.look_s <= state.now_s) startJobs(state, out);
  for (const { ready, running } of state.pools) if (ready.cap !== null && running.length > 0) state.look_s = Math.min(state.look_s, nextStep(ready.cap, state.now_s));
};

/** One timer. Those of a run that is over, and of a state that has passed, are void. */
const due = (state: State, out: Outcome): void => {
  const { kind, entry: index, run } = takeTimer(state);
  const entry = state.entries[index]!;
  if (kind === "expire") {
    if (isOver(entry) || entry.firstStart_s !== null) return;
    leaveQueue(state, entry);
    return endJob(state, out, entry, "expired", "not started in time");
  }
  if (entry.run !== run || isOver(entry)) return;
  if (kind === "arrive") return arrive(state, out, entry);
  if (kind === "begin") return admit(state, out, entry);
  if (!onNodes(entry)) return;
  if (kind === "overrun") return overrun(state, out, entry);
  if (kind === "stop") return stopJob(state, out, entry, { cause: entry.cause!, orderly: true });
  supplyEnds(state, out, entry);
};

const overrun = (state: State, out: Outcome, entry: Entry): void => {
  out.actions.push({ kind: "stop", job: entry.job.id, run: entry.run, cause: "time limit" });
  endJob(state, out, entry, "failed", "time limit");
};

/** Its checkpoint has to begin now, or its nodes have no more supply. */
const supplyEnds = (state: State, out: Outcome, entry: Entry): void => {
  const { now_s } = state;
  if (entry.state === "running" && lastsOn(state, entry)) return;
  if (entry.until_s > now_s && entry.state === "running") return tellJob(state, out, entry, { stop_s: entry.until_s, cause: "supply ends" });
  if (entry.until_s > now_s) return;
  if (entry.state === "running") tellJob(state, out, entry, { stop_s: now_s, cause: "supply ends" });
  stopJob(state, out, entry, { cause: entry.cause!, orderly: true });
};

/** Stores are looked at for the time that a job was said to take; one that takes longer is looked at again, as far on. Of nodes without one it is known. */
const lastsOn = (state: State, entry: Entry): boolean => {
  const further_s = Math.max(HOUR_S, entry.until_s - entry.start_s);
  const stored = ({ pool }: Held): boolean => state.pools[pool]!.ready.pool.battery !== null;
  if (!entry.held.some(stored)) return false;
  const until_s = entry.held.reduce((least, { pool: index, nodes }) => {
    const pool = state.pools[index]!;
    return nodes.reduce((low, node) => Math.min(low, nodeLasts(pool, node, entry, { now_s: state.now_s, to_s: state.now_s + further_s })), least);
  }, Infinity);
  if (until_s <= entry.until_s) return false;
  entry.until_s = until_s;
  setTimer(state, Math.max(state.now_s, noticeAt(entry)), "notice", entry);
  return true;
};

/** Until when a node carries what runs on it, a store looked at up to `to_s`. */
const nodeLasts = (pool: PoolState, node: number, { power_W, job }: Entry, { now_s, to_s }: { readonly now_s: number; readonly to_s: number }): number => {
  const { ready, set, used_W } = pool;
  if (ready.pool.battery === null) return holdsUntil(windowsOf(ready, used_W[node]!, ready.pool.acceleratorsPerNode - set.free[node]!), now_s);
  const open_s = holdsUntil(openTo(ready, power_W, job.acceleratorsPerNode), now_s);
  return storeHolds(pool, node, { power_W, now_s, to_s: Math.min(open_s, to_s) });
};

/** A cap that has fallen below what runs, because jobs ran longer than was said: the lowest and latest stop at once. */
const shed = (state: State, out: Outcome, pool: PoolState): void => {
  const cap = pool.ready.cap!;
  while (pool.running.length > 0 && valueAt(cap, state.now_s) < pool.allUsed_W * (1 - 1e-12)) {
    const last = pool.running.toSorted((a, b) => a.job.priority - b.job.priority || b.start_s - a.start_s || b.index - a.index)[0]!;
    if (last.state === "running") tellJob(state, out, last, { stop_s: state.now_s, cause: "power cap" });
    stopJob(state, out, last, { cause: "power cap", orderly: false });
  }
};
