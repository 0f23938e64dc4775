/** One decision: who starts now, in the policy's order, and what may pass a job that cannot. */
import { nextStep } from "./curve.ts";
import { eligiblePools } from "./eligible.ts";
import { demandOf, fitNow, type Fit } from "./fit.ts";
import { forgetKept } from "./kept.ts";
import { makeRoom } from "./make-room.ts";
import { charge, fade, inOrder } from "./order.ts";
import { isCrowded } from "./congestion.ts";
import { hurry } from "./hurry.ts";
import { mayExpire, pressingFirst } from "./pressing.ts";
import { FILL_LOOK_S, placesOf, type Places } from "./place.ts";
import { keepsWork, startBooked } from "./booked.ts";
import { earliestStart, forget, freeAt, newOutlook, nextOpening, promise, type Outlook } from "./profile.ts";
import { endJob, startJob } from "./running.ts";
import { dataBy, isNeverThere, isThereInTime, KEEP_S, NEVER_THERE, stage, stageOnto } from "./stage.ts";
import type { Entry, PoolState, State } from "./state.ts";
import { nodesWith } from "./node-set.ts";
import type { Outcome } from "./transition.ts";

/** A job that waits behind others for a cheap place is asked again so much later at the latest. */
const AGAIN_S = 900;

/** What the first job that waits for a domain has been promised there. */
interface Reservation {
  readonly start_s: number;
  /** Nodes that it leaves over at that time. */
  extra: number;
}

interface Round {
  readonly outlook: Outlook;
  /** Domains that are closed to all that come later. */
  readonly closed: Set<number>;
  readonly reserved: Map<number, Reservation>;
}

const accrue = (state: State): void => {
  if (state.policy.order.kind !== "fairShare") return;
  fade(state, state.now_s);
  for (const pool of state.pools) for (const entry of pool.running) charge(state, entry, state.now_s);
};

/** Starts what can start. */
export const startJobs = (state: State, out: Outcome): void => {
  startAll(state, out);
  forgetKept(state);
};

const startAll = (state: State, out: Outcome): void => {
  state.changed = false;
  state.look_s = Infinity;
  if (state.queue.length === 0) return;
  accrue(state);
  const { placement } = state.policy;
  if (placement.kind === "planned") {
    if (!isCrowded(state, placement)) {
      state.eager.clear();
      return startBooked(state, out, placement);
    }
    hurry(state, out, placement);
  }
  const round: Round = { outlook: newOutlook(state.now_s), closed: new Set(), reserved: new Map() };
  const candidates = placement.kind === "planned" ? pressingFirst(state, state.queue, placement.again_s) : state.policy.order.kind === "fcfs" && state.policy.backfill === "none" ? state.queue : [...inOrder(state, state.now_s)];
  let seen = 0;
  for (let i = 0; i < candidates.length;) {
    if (seen === state.policy.depth) {
      state.unseenMost = Math.max(state.unseenMost, candidates.length - i);
      break;
    }
    const entry = candidates[i]!;
    // One that is held for its price is in nobody's way.
    if (!(entry.hold_s > state.now_s)) seen++;
    const started = consider(state, out, entry, round);
    if (started) leaveQueue(state, entry);
    // The queue itself is walked where nothing is skipped: what left it makes room for the next.
    if (!started || candidates !== state.queue) i++;
    if (round.closed.size === state.supply.domains.length) break;
  }
};

const leaveQueue = ({ queue }: State, entry: Entry): void => {
  if (queue[0] === entry) queue.shift();
  else queue.splice(queue.indexOf(entry), 1);
};

/** Whether the job leaves the queue. */
const consider = (state: State, out: Outcome, entry: Entry, round: Round): boolean => {
  if (entry.hold_s > state.now_s) {
    state.look_s = Math.min(state.look_s, entry.hold_s);
    return false;
  }
  if (isNeverThere(state, entry)) {
    endJob(state, out, entry, "failed", NEVER_THERE);
    return true;
  }
  // Nothing is worth a look at prices while no node is free, but for the first that waits.
  if (!anyRoom(state, entry, round)) {
    return isFirstToWait(state, entry, round) && wait(state, out, entry, round);
  }
  const places = placesNow(state, entry, round.outlook);
  // One that waits for a cheap place behind others is asked again when that is expected, and now and then: not at every event.
  const later = places.expected_s > state.now_s && !isFirstToWait(state, entry, round) ? Math.min(places.expected_s, state.now_s + AGAIN_S) : 0;
  const hold_s = Math.max(places.hold_s, later);
  if (hold_s > state.now_s) {
    entry.hold_s = hold_s;
    state.look_s = Math.min(state.look_s, hold_s);
    return false;
  }
  for (const domain of places.domains) {
    const fit = round.closed.has(domain) || !isThereInTime(state, entry, domain) ? undefined : fitNow(state, entry, domain, state.now_s);
    if (fit === undefined || dataBy(state, entry, domain) > state.now_s + KEEP_S || !isAllowed(fit, domain, entry, round, state)) continue;
    if (dataBy(state, entry, domain) > state.now_s) return keepFor(state, out, entry, domain);
    stage(state, out, entry, domain);
    startJob(state, out, entry, fit);
    for (const { pool, nodes } of fit.held) {
      if (state.policy.backfill === "conservative") promise(round.outlook, pool, nodes.length, { from_s: state.now_s, to_s: entry.planned_s });
      else forget(round.outlook, pool);
    }
    return true;
  }
  return wait(state, out, entry, round);
};

/** Asking for the cheapest place is dear: what was found stands for a while, and the job starts there as soon as it can. */
const placesNow = (state: State, entry: Entry, outlook: Outlook): Places => {
  if (state.policy.placement.kind !== "cost") return placesOf(state, entry, outlook);
  if (state.now_s < entry.placeUntil_s && entry.domains.includes(entry.place)) return { domains: [entry.place], best: entry.place, hold_s: 0, expected_s: 0 };
  const places = placesOf(state, entry, outlook);
  entry.place = places.best;
  entry.placeUntil_s = state.now_s + FILL_LOOK_S;
  return places;
};

const anyRoom = (state: State, entry: Entry, { closed }: Round): boolean => {
  for (const domain of entry.domains) if (!closed.has(domain) && freeIn(state, entry, domain) >= entry.job.nodes) return true;
  return false;
};

const freeIn = (state: State, { job }: Entry, domain: number): number => {
  let free = 0;
  for (const pool of state.supply.domains[domain]!.pools) free += nodesWith(state.pools[pool]!.set, job.acceleratorsPerNode);
  return free;
};

const isFirstToWait = ({ policy }: State, { domains }: Entry, { closed, reserved }: Round): boolean => {
  if (policy.backfill === "conservative") return true;
  for (const d of domains) if (!closed.has(d) && !reserved.has(d)) return true;
  return false;
};

/** Whether a start that is possible now leaves others what they were promised. */
const isAllowed = (fit: Fit, domain: number, entry: Entry, round: Round, state: State): boolean => {
  const { now } = round.outlook;
  if (state.policy.placement.kind === "planned" && mayExpire(entry)) return true;
  const end_s = Math.min(fit.until_s, now + fit.demand.clock_s);
  if (state.policy.backfill === "conservative") {
    return fit.held.every(({ pool, nodes }) => freeAt(round.outlook, state.pools[pool]!, fit.demand, now).nodes >= nodes.length);
  }
  const reservation = round.reserved.get(domain);
  if (reservation === undefined || end_s <= reservation.start_s) return true;
  if (entry.job.nodes > reservation.extra) return false;
  reservation.extra -= entry.job.nodes;
  return true;
};

const isAny = (): boolean => true;

/** What a job that cannot start means for those behind it, and for those that run; whether it could start after all, where others stopped at once. */
const wait = (state: State, out: Outcome, entry: Entry, round: Round): boolean => {
  noteOpening(state, entry);
  const domains = entry.domains;
  const { backfill } = state.policy;
  const first = domains.some((d) => !round.closed.has(d) && !round.reserved.has(d));
  const isPlanned = state.policy.placement.kind === "planned";
  // Planned, none is stopped that would lose its work.
  if (first && state.policy.preemption !== null && entry.told_s <= state.now_s) makeRoom(state, out, entry, { domains, preemption: state.policy.preemption, may: isPlanned ? keepsWork : isAny });
  if (first && state.policy.preemption?.grace_s === 0 && startWhere(state, out, entry, domains)) {
    for (const pool of state.pools) forget(round.outlook, pool.index);
    return true;
  }
  if (backfill === "none") {
    for (const domain of domains) round.closed.add(domain);
  } else if (backfill === "easy") reserve(state, entry, domains.filter((d) => !round.reserved.has(d)), round);
  else keep(state, entry, domains, round);
  return false;
};

/** Its data is sent; nodes wait for it. */
const keepFor = (state: State, out: Outcome, entry: Entry, domain: number): false => {
  stageOnto(state, out, entry, domain);
  state.look_s = Math.min(state.look_s, entry.hold_s);
  return false;
};

const startWhere = (state: State, out: Outcome, entry: Entry, domains: readonly number[]): boolean => {
  for (const domain of domains) {
    const fit = fitNow(state, entry, domain, state.now_s);
    if (fit === undefined || dataBy(state, entry, domain) > state.now_s) continue;
    stage(state, out, entry, domain);
    startJob(state, out, entry, fit);
    return true;
  }
  return false;
};

interface Slot {
  readonly domain: number;
  readonly start_s: number;
}

const soonest = (state: State, entry: Entry, domains: readonly number[], outlook: Outlook): Slot | undefined => {
  let best: Slot | undefined;
  for (const domain of preferred(state, entry, domains, outlook)) {
    const start_s = earliestStart(outlook, eligiblePools(state, entry, domain), demandOf(entry, false), outlook.now);
    if (start_s < (best?.start_s ?? Infinity)) best = { domain, start_s };
  }
  return best;
};

/** By cost, the one domain that is cheapest; otherwise all, for the soonest. */
const preferred = (state: State, entry: Entry, domains: readonly number[], outlook: Outlook): readonly number[] => {
  if (state.policy.placement.kind === "listed" || domains.length < 2) return domains;
  const { best, domains: order } = placesNow(state, entry, outlook);
  if (state.policy.placement.kind === "cost" && domains.includes(best)) return [best];
  return order.filter((d) => domains.includes(d));
};

/** EASY: nodes of one domain for the first job that waits for it, at the time when they will be free (the shadow time). */
const reserve = (state: State, entry: Entry, domains: readonly number[], { outlook, reserved }: Round): void => {
  const slot = soonest(state, entry, domains, outlook);
  if (slot === undefined) return;
  const demand = demandOf(entry, false);
  const free = eligiblePools(state, entry, slot.domain).reduce((sum, pool) => sum + freeAt(outlook, pool, demand, slot.start_s).nodes, 0);
  reserved.set(slot.domain, { start_s: slot.start_s, extra: free - demand.nodes });
  if (slot.start_s > state.now_s) state.look_s = Math.min(state.look_s, slot.start_s);
};

/** Conservative: every job that waits is promised its nodes. */
const keep = (state: State, entry: Entry, domains: readonly number[], { outlook }: Round): void => {
  const slot = soonest(state, entry, domains, outlook);
  if (slot === undefined) return;
  const demand = demandOf(entry, false);
  let missing = demand.nodes;
  for (const pool of eligiblePools(state, entry, slot.domain)) {
    const { nodes, until_s } = freeAt(outlook, pool, demand, slot.start_s);
    const taken = Math.min(nodes, missing);
    if (taken > 0) promise(outlook, pool.index, taken, { from_s: slot.start_s, to_s: Math.min(until_s, slot.start_s + demand.clock_s) });
    missing -= taken;
  }
  if (slot.start_s > state.now_s) state.look_s = Math.min(state.look_s, slot.start_s);
};

/** When supply next opens for each waiting job, by domain: it stays so until then, for the same work. */
const OPENINGS = new WeakMap<Entry, { work_s: number; readonly at_s: Map<number, number> }>();

const openingOf = ({ policy, now_s: now }: State, entry: Entry, domain: number, pools: readonly PoolState[]): number => {
  let known = OPENINGS.get(entry);
  if (known === undefined || known.work_s !== entry.work_s) {
    known = { work_s: entry.work_s, at_s: new Map() };
    OPENINGS.set(entry, known);
  }
  const before_s = known.at_s.get(domain);
  if (before_s !== undefined && before_s > now) return before_s;
  const lower_s = policy.capping && entry.job.capped !== null ? nextOpening(pools, demandOf(entry, true), now) : Infinity;
  const at_s = Math.min(nextOpening(pools, demandOf(entry, false), now), lower_s);
  known.at_s.set(domain, at_s);
  return at_s;
};

/** When supply, not other jobs, may let it start: to decide again then. Where nodes are missing, an end brings the next decision. */
const noteOpening = (state: State, entry: Entry): void => {
  for (const domain of entry.domains) {
    if (freeIn(state, entry, domain) < entry.job.nodes) continue;
    const pools = eligiblePools(state, entry, domain);
    let next = openingOf(state, entry, domain, pools);
    for (const pool of pools) next = Math.min(next, nextChange(pool, state.now_s));
    if (next < state.look_s) state.look_s = next;
  }
};

/** Stores fill and caps move by steps of their own. */
const nextChange = ({ ready }: PoolState, now: number): number => Math.min(ready.pool.battery === null ? Infinity : now + FILL_LOOK_S, ready.cap === null ? Infinity : nextStep(ready.cap, now));
