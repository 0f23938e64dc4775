/** Starting a job on its nodes, telling it to stop, stopping it, and what that used. */
import { useCost } from "./cost.ts";
import { eligiblePools } from "./eligible.ts";
import type { Fit } from "./fit.ts";
import type { Job } from "./job.ts";
import { handOver, soonest } from "./link-queue.ts";
import { isUp, takeFrom } from "./node-set.ts";
import { charge, enqueue } from "./order.ts";
import { clockFor, workAfter } from "./progress.ts";
import { noteStaged } from "./stage.ts";
import { settleStore } from "./store.ts";
import type { Entry, PoolState, State } from "./state.ts";
import { move, setTimer, whereOf, type Outcome } from "./transition.ts";

const byPlan = (running: Entry[], entry: Entry): void => {
  let i = running.length;
  while (i > 0 && running[i - 1]!.planned_s > entry.planned_s) i--;
  if (i === running.length) running.push(entry);
  else running.splice(i, 0, entry);
};

/**
 * When a job has to be told, so that its checkpoint is written before its supply ends; one that should be done by then is left alone until it should.
 * Where nothing would have been done before it is written, it is let run to the end.
 */
export const noticeAt = ({ job, until_s, planned_s, start_s, work_s }: Entry): number => {
  const writes_s = until_s - (job.checkpoint?.write_s ?? 0);
  const latest_s = writes_s > start_s + (work_s > 0 ? job.restart_s : 0) ? writes_s : until_s;
  return Math.max(start_s, planned_s < until_s ? Math.max(planned_s, latest_s) : latest_s);
};

/** On a node that jobs share, another one's need ends the supply of all earlier. */
const shortenNeighbours = (state: State, pool: PoolState, node: number, until_s: number): void => {
  for (const other of pool.running) {
    if (other.until_s <= until_s || !other.held.some((held) => held.pool === pool.index && held.nodes.includes(node))) continue;
    other.until_s = until_s;
    setTimer(state, Math.max(state.now_s, noticeAt(other)), "notice", other);
  }
};

const occupy = (state: State, entry: Entry, pool: PoolState, nodes: readonly number[]): void => {
  const shared = pool.ready.pool.acceleratorsPerNode > 1;
  for (const node of nodes) {
    settleStore(pool, node, state.now_s);
    if (shared) {
      const alone = pool.used_W[node] === 0 && pool.set.free[node] === pool.ready.pool.acceleratorsPerNode;
      if (!alone && entry.until_s < pool.nodeUntil_s[node]!) shortenNeighbours(state, pool, node, entry.until_s);
      pool.nodeUntil_s[node] = alone ? entry.until_s : Math.min(pool.nodeUntil_s[node]!, entry.until_s);
      pool.nodePlanned_s[node] = alone ? entry.planned_s : Math.max(pool.nodePlanned_s[node]!, entry.planned_s);
    }
    takeFrom(pool.set, node, entry.job.acceleratorsPerNode);
    pool.used_W[node]! += entry.power_W;
  }
  pool.allUsed_W += nodes.length * entry.power_W;
  byPlan(pool.running, entry);
};

/** Binds a job to the nodes that fit and starts it. */
export const startJob = (state: State, out: Outcome, entry: Entry, { demand, held, until_s }: Fit): void => {
  const { now_s } = state;
  const first = state.pools[held[0]!.pool]!;
  if (isTied(entry.job)) {
    entry.home = first.domain;
    entry.domains = [first.domain];
  }
  Object.assign(entry, {
    held, until_s,
    hold_s: 0,
    slips: 0,
    start_s: now_s,
    planned_s: Math.min(until_s, now_s + demand.clock_s),
    power_W: demand.power_W,
    speed: demand.speed,
    run: entry.run + 1,
    cause: null,
    charged_s: now_s,
    firstStart_s: entry.firstStart_s ?? now_s,
  } satisfies Partial<Entry>);
  for (const { pool, nodes } of held) occupy(state, entry, state.pools[pool]!, nodes);
  const where = whereOf(state, held);
  noteStaged(state, out, entry);
  move(state, out, entry, "bound", { reason: demand.speed < 1 ? "fits at lower power" : "fits", where });
  move(state, out, entry, "running", { reason: entry.work_s > 0 ? "resumed" : "started", where, detail: { work_s: entry.work_s, planned_s: entry.planned_s, until_s } });
  out.actions.push({ kind: "start", job: entry.job.id, run: entry.run, held, speed: demand.speed, work_s: entry.work_s, planned_s: entry.planned_s, until_s });
  setTimer(state, noticeAt(entry), "notice", entry);
  if (state.policy.overrun === "fail") setTimer(state, now_s + clockFor(entry.job, entry.job.estimate_s, { speed: entry.speed, from_s: entry.work_s }), "overrun", entry);
};

/** Data or a checkpoint ties a job to the domain where it has run: neither is moved again. */
const isTied = (job: Job): boolean => (job.inputPlace !== null && job.input_B > 0) || (job.checkpoint !== null && job.checkpoint.bytes > 0);

const account = (state: State, entry: Entry, pool: PoolState, nodes: readonly number[]): void => {
  const { now_s } = state;
  const elapsed_s = now_s - entry.start_s;
  const power_W = nodes.length * entry.power_W;
  const load_J = power_W * elapsed_s;
  const cost = useCost(pool.ready, { accelerators: nodes.length * entry.job.acceleratorsPerNode, power_W, from_s: entry.start_s, to_s: now_s });
  entry.energy_J += load_J;
  entry.carbon_g += cost.carbon_g;
  entry.price_usd += cost.compute_usd + cost.energy_usd;
  entry.node_s += nodes.length * elapsed_s;
  pool.energy.load_J += load_J;
  if (pool.ready.pool.battery === null) pool.energy.direct_J += load_J;
};

/** Takes a job off its nodes and books what it used. */
const release = (state: State, entry: Entry): void => {
  charge(state, entry, state.now_s);
  for (const { pool: index, nodes } of entry.held) {
    const pool = state.pools[index]!;
    account(state, entry, pool, nodes);
    for (const node of nodes) {
      settleStore(pool, node, state.now_s);
      takeFrom(pool.set, node, -entry.job.acceleratorsPerNode);
      // What is left of a sum of watts after all have gone is rounding.
      pool.used_W[node] = pool.set.free[node] === pool.ready.pool.acceleratorsPerNode ? 0 : pool.used_W[node]! - entry.power_W;
    }
    pool.running.splice(pool.running.indexOf(entry), 1);
    pool.allUsed_W = pool.running.length === 0 ? 0 : pool.allUsed_W - nodes.length * entry.power_W;
  }
  entry.held = [];
};

/** The word to stop by a time; the job keeps its nodes until then. */
export const tellJob = (state: State, out: Outcome, entry: Entry, { stop_s, cause }: { readonly stop_s: number; readonly cause: string }): void => {
  entry.cause = cause;
  entry.told_s = state.now_s;
  move(state, out, entry, "preempted", { reason: cause, where: whereOf(state, entry.held), detail: { stop_s } });
  out.actions.push({ kind: "tell", job: entry.job.id, stop_s, cause });
  for (const { pool } of entry.held) {
    const { running } = state.pools[pool]!;
    running.splice(running.indexOf(entry), 1);
  }
  entry.planned_s = Math.min(entry.planned_s, stop_s);
  for (const { pool } of entry.held) byPlan(state.pools[pool]!.running, entry);
  if (stop_s > state.now_s) setTimer(state, stop_s, "stop", entry);
};

/** What a checkpoint holds of a run that ends now: one that was written since the word, or the last of the interval. */
const savedWork = (state: State, { job, start_s, speed, work_s, told_s, cause }: Entry, orderly: boolean): number => {
  const run = { speed, from_s: work_s };
  const { saved_s } = workAfter(job, state.now_s - start_s, run);
  if (job.checkpoint === null) return 0;
  const grace_s = state.now_s - told_s;
  if (!orderly || cause === null || grace_s < job.checkpoint.write_s) return Math.max(work_s, saved_s);
  return Math.max(work_s, workAfter(job, state.now_s - job.checkpoint.write_s - start_s, run).done_s);
};

/** Ends a run before its job is done: it waits again, or fails when that has happened too often for this cause. */
export const stopJob = (state: State, out: Outcome, entry: Entry, { cause, orderly }: { readonly cause: string; readonly orderly: boolean }): void => {
  const work_s = savedWork(state, entry, orderly);
  const where = whereOf(state, entry.held);
  const up = entry.held.every(({ pool, nodes }) => nodes.every((node) => isUp(state.pools[pool]!.set, node)));
  out.actions.push({ kind: "stop", job: entry.job.id, run: entry.run, cause });
  if (orderly && up && entry.job.checkpoint !== null && work_s > entry.work_s) move(state, out, entry, "checkpointed", { reason: cause, where, detail: { work_s } });
  release(state, entry);
  entry.work_s = work_s;
  entry.cause = null;
  entry.run++;
  const times = (entry.requeues[cause] ?? 0) + 1;
  entry.requeues[cause] = times;
  const most = state.policy.requeueMost[cause];
  if (most !== undefined && times > most) endJob(state, out, entry, "failed", cause);
  else {
    move(state, out, entry, "requeued", { reason: cause, where, detail: { work_s } });
    enqueue(state, entry);
  }
  state.changed = true;
};

/** A job's last transition, and that of those that waited for it. */
export const endJob = (state: State, out: Outcome, entry: Entry, to: "done" | "failed" | "expired", reason: string): void => {
  if (entry.held.length > 0) finish(state, out, entry, to, reason);
  else move(state, out, entry, to, { reason });
  entry.end_s = state.now_s;
  state.changed = true;
  const waiting = state.waiting.get(entry.job.id) ?? [];
  state.waiting.delete(entry.job.id);
  for (const other of waiting) {
    if (to !== "done") {
      if (other.state === "submitted") endJob(state, out, other, "failed", "dependency failed");
    } else if (--other.waitsFor === 0) setTimer(state, Math.max(state.now_s, other.job.begin_s ?? state.now_s), "begin", other);
  }
};

const finish = (state: State, out: Outcome, entry: Entry, to: "done" | "failed" | "expired", reason: string): void => {
  const where = whereOf(state, entry.held);
  const first = state.pools[entry.held[0]!.pool]!;
  release(state, entry);
  entry.run++;
  if (to !== "done") return move(state, out, entry, to, { reason, where });
  const { output_B, id } = entry.job;
  entry.delivered_s = state.now_s;
  if (output_B > 0) {
    const link = soonest(eligiblePools(state, entry, first.domain), "out", output_B, state.now_s);
    entry.output = handOver(link, "out", output_B, state.now_s);
    entry.delivered_s = entry.output.ready_s;
    out.actions.push({ kind: "deliver", job: id, pool: link.ready.pool.id, bytes: output_B, ready_s: entry.delivered_s });
  }
  entry.work_s = entry.job.estimate_s;
  move(state, out, entry, to, { reason, where, detail: { delivered_s: entry.delivered_s } });
};
