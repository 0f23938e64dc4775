/**
 * A decision by the plan ahead: what waits is booked where it costs least, in the policy's order; what is booked for now starts. Bookings stand
 * until a new stretch of `again_s` begins, or a job comes that they would make dearer (a slot after the last time at the earliest); then all is booked anew.
 * Where no slot is left for what expires, it starts wherever nodes are free, whatever is booked there for others, and is tried again
 * at each event; where none are, what has a lower priority and a checkpoint gets the word to stop.
 */
import { bytesInto, throughBy } from "./cost.ts";
import { eligiblePools } from "./eligible.ts";
import { makeRoom } from "./make-room.ts";
import { book, bookAll, endOf, newAhead, type Ahead } from "./ahead.ts";
import { bestSlot, nextTry, type Slot } from "./best-slot.ts";
import { bookedDemand, fitNow, type Fit } from "./fit.ts";
import { inOrder, rankOf } from "./order.ts";
import { byCostNow } from "./place.ts";
import type { PlannedPlacement } from "./policy.ts";
import { ROUNDING_USD } from "./prices-ahead.ts";
import { leaveRoom, mayExpire, slackOf } from "./pressing.ts";
import { nodesWith } from "./node-set.ts";
import { nextOpening } from "./profile.ts";
import { clockFor } from "./progress.ts";
import { endJob, startJob } from "./running.ts";
import { dataBy, isNeverThere, isThereInTime, isUnsent, KEEP_S, NEVER_THERE, stage, stageOnto } from "./stage.ts";
import { onNodes, type Entry, type State } from "./state.ts";
import { storesReadyAt } from "./stores-ready.ts";
import { endOfStart } from "./stretches.ts";
import type { Outcome } from "./transition.ts";

/** One whose slots are all taken is asked again so much later at the latest. */
const AGAIN_S = 900;

const isBooked = ({ place, hold_s, domains }: Entry, now: number): boolean => place >= 0 && hold_s > now && domains.includes(place);

const bookAs = (state: State, entry: Entry, ahead: Ahead, slot: Slot): void => {
  entry.place = slot.domain;
  entry.hold_s = slot.start_s;
  book(ahead, slot, bookedDemand(state, entry));
};

/** The first domain, by what a start now costs, that has the nodes: in time for one that expires before any slot is free. */
const startAnywhere = (state: State, out: Outcome, entry: Entry, ahead: Ahead): boolean => {
  if (entry.home >= 0 && entry.ready_s > state.now_s) return false;
  if (tryAll(state, out, entry, ahead)) return true;
  const { preemption } = state.policy;
  if (preemption === null || entry.told_s > state.now_s || entry.job.expires_s! - state.now_s <= preemption.grace_s) return false;
  makeRoom(state, out, entry, { domains: entry.domains, preemption, may: keepsWork });
  return preemption.grace_s === 0 && tryAll(state, out, entry, ahead);
};

/** What is stopped for others goes on where it was, and cannot expire any more. */
export const keepsWork = ({ job: { checkpoint } }: Entry): boolean => checkpoint !== null;

const tryAll = (state: State, out: Outcome, entry: Entry, ahead: Ahead): boolean => {
  for (const domain of byCostNow(state, entry, ahead.placement)) {
    const fit = fitNow(state, entry, domain, state.now_s);
    const data_s = dataBy(state, entry, domain);
    if (fit === undefined || data_s > state.now_s + KEEP_S || data_s >= entry.job.expires_s!) continue;
    book(ahead, { domain, start_s: state.now_s, end_s: endOfStart(entry, eligiblePools(state, entry, domain), fit.demand, { start_s: state.now_s, until_s: fit.until_s }) }, fit.demand);
    if (data_s > state.now_s) stageOnto(state, out, entry, domain);
    else startHere(state, out, entry, fit, domain);
    return true;
  }
  return false;
};

const startHere = (state: State, out: Outcome, entry: Entry, fit: Fit, domain: number): void => {
  stage(state, out, entry, domain);
  startJob(state, out, entry, fit);
};

/** Whether a booking still has its data to send, and may be made elsewhere until then. */
const isToSend = (state: State, entry: Entry): boolean => isUnsent(entry) && entry.place >= 0 && bytesInto(entry.job, eligiblePools(state, entry, entry.place)) > 0;

/** Sends what a booking needs when it would otherwise come too late, or a slot before it starts. */
const sendFor = (state: State, out: Outcome, entry: Entry, { domain, start_s }: Slot, { placement: { slot_s } }: Ahead): void => {
  if (!isToSend(state, entry)) return;
  const pools = eligiblePools(state, entry, domain);
  const later_s = start_s - slot_s;
  if (later_s > state.now_s && throughBy(pools, "into", entry.job.input_B, later_s) <= start_s) return;
  if (dataBy(state, entry, domain) <= state.now_s + KEEP_S && start_s <= state.now_s + KEEP_S) return stageOnto(state, out, entry, domain);
  stage(state, out, entry, domain);
};

/** What takes longer than the slots reach is sent before it has one, to where it comes first. */
const sendFar = (state: State, out: Outcome, entry: Entry, ahead: Ahead): void => {
  if (!isUnsent(entry)) return;
  const first = entry.domains.reduce((best, d) => (dataBy(state, entry, d) < dataBy(state, entry, best) ? d : best));
  const data_s = dataBy(state, entry, first);
  if (data_s >= endOf(ahead) && isThereInTime(state, entry, first)) stage(state, out, entry, first);
};

/** When one without a slot is asked again: where waiting may lose it, as soon as supply opens. */
const nextAsk = (state: State, entry: Entry): number => {
  const later_s = state.now_s + AGAIN_S;
  if (!mayExpire(entry)) return later_s;
  const demand = bookedDemand(state, entry);
  return entry.domains.reduce((next, d) => Math.min(next, nextOpening(eligiblePools(state, entry, d), demand, state.now_s)), later_s);
};

/** Starts a job or books it; whether it leaves the queue. */
const placeOne = (state: State, out: Outcome, entry: Entry, ahead: Ahead): boolean => {
  const notBefore = new Map<number, number>();
  for (;;) {
    const slot = bestSlot(state, ahead, entry, notBefore);
    if (slot === undefined) {
      if (mayExpire(entry) && startAnywhere(state, out, entry, ahead)) return onNodes(entry);
      if (isNeverThere(state, entry)) {
        endJob(state, out, entry, "failed", NEVER_THERE);
        return true;
      }
      sendFar(state, out, entry, ahead);
      entry.place = -1;
      entry.hold_s = nextAsk(state, entry);
      return false;
    }
    if (slot.start_s > state.now_s) {
      bookAs(state, entry, ahead, slot);
      sendFor(state, out, entry, slot, ahead);
      return false;
    }
    const fit = fitNow(state, entry, slot.domain, state.now_s);
    if (fit !== undefined) {
      book(ahead, slot, fit.demand);
      startHere(state, out, entry, fit, slot.domain);
      return true;
    }
    // Stores and caps are not in the slots: after some slips such a domain is asked ever later, until others are cheaper or sooner.
    if (notBefore.size === 0) entry.slips++;
    const from_s = nextTry(ahead, entry);
    notBefore.set(slot.domain, storesReadyAt(eligiblePools(state, entry, slot.domain), bookedDemand(state, entry), { now_s: state.now_s, from_s, step_s: ahead.placement.slot_s, to_s: endOf(ahead) }));
  }
};

/** Whether bookings of others make a job dearer. */
const isPressed = (state: State, entry: Entry, { ahead, bare }: { readonly ahead: Ahead; readonly bare: Ahead }): boolean => {
  const without = bestSlot(state, bare, entry, NONE);
  if (without === undefined) return false;
  const withBookings = bestSlot(state, ahead, entry, NONE);
  return withBookings === undefined || withBookings.cost_usd > without.cost_usd + ROUNDING_USD;
};

const NONE: ReadonlyMap<number, number> = new Map();

interface Asked {
  /** In this order. */
  readonly entries: readonly Entry[];
  /** The slots that they are booked on. */
  readonly ahead: Ahead;
  /** Whether bookings that stood are made anew. */
  readonly anew: boolean;
}

/** Whether a booking is asked again before its time, since an end or a node that is back may let it start: of one that will be late, or may be lost. */
const isUneasy = (state: State, entry: Entry, { again_s }: PlannedPlacement): boolean => {
  const { job, domains, work_s, hold_s } = entry;
  if (entry.home >= 0 && entry.ready_s > state.now_s) return false;
  if (!mayExpire(entry) && (job.due_s === null || job.late_usd_per_h === 0 || hold_s + clockFor(job, job.estimate_s, { speed: 1, from_s: work_s }) <= job.due_s)) return false;
  return slackOf(entry, state.now_s) <= again_s && domains.some((d) => state.supply.domains[d]!.pools.reduce((sum, pool) => sum + nodesWith(state.pools[pool]!.set, job.acceleratorsPerNode), 0) >= job.nodes);
};

/** Of those that ask, what is booked and what cannot wait, and as many more as the policy looks at: one that only waits for its time is in nobody's way. */
const withinDepth = (state: State, open: readonly Entry[], { again_s }: PlannedPlacement): readonly Entry[] => {
  if (open.length <= state.policy.depth) return open;
  let left = state.policy.depth;
  const seen = open.filter((entry) => entry.place >= 0 || (mayExpire(entry) && slackOf(entry, state.now_s) <= again_s) || left-- > 0);
  state.unseenMost = Math.max(state.unseenMost, open.length - seen.length);
  return seen;
};

/** The first so many are booked anew, with what asks; the bookings of others stand. */
const anewOf = (state: State, order: readonly Entry[], open: readonly Entry[], ahead: Ahead): Asked => {
  if (order.length <= state.policy.depth) return { entries: order, ahead, anew: true };
  const asked = new Set([...order.slice(0, state.policy.depth), ...open]);
  bookAll(state, ahead, (entry) => !asked.has(entry) && isBooked(entry, state.now_s));
  return { entries: order.filter((entry) => asked.has(entry)), ahead, anew: true };
};

/** What is to be booked now: all where a new stretch of `again_s` has begun, or where a new job is pressed; otherwise what has no booking, one that has come, or one to be asked again. */
const toBook = (state: State, placement: PlannedPlacement): Asked | undefined => {
  const { now_s } = state;
  // One that is late keeps its turn: a booking that every newcomer may push back would be no word to count on.
  const order = state.policy.order.kind === "deadline" ? state.queue : inOrder(state, now_s);
  const open = withinDepth(state, order.filter((entry) => !isBooked(entry, now_s) || isUneasy(state, entry, placement) || (isToSend(state, entry) && entry.hold_s - placement.slot_s <= now_s)), placement);
  if (Math.floor(now_s / placement.again_s) > Math.floor(state.booked_s / placement.again_s)) return anewOf(state, order, open, newAhead(state, placement));
  if (open.length === 0) return undefined;
  const ahead = newAhead(state, placement);
  const isOpen = new Set(open);
  bookAll(state, ahead, (entry) => !isOpen.has(entry) && isBooked(entry, now_s));
  const isNew = open.filter(({ place }) => place < 0);
  if (isNew.length === 0 || now_s - state.booked_s < placement.slot_s) return { entries: open, ahead, anew: false };
  const bare = newAhead(state, placement);
  return isNew.some((entry) => isPressed(state, entry, { ahead, bare })) ? anewOf(state, order, open, bare) : { entries: open, ahead, anew: false };
};

/** Starts what is booked for now. What cannot wait comes first, of that the higher priority; then room for more of it, then the others. */
export const startBooked = (state: State, out: Outcome, placement: PlannedPlacement): void => {
  const asked = toBook(state, placement);
  if (asked === undefined) return lookAgain(state);
  const { entries, ahead, anew } = asked;
  if (anew || entries.length === state.queue.length) state.booked_s = state.now_s;
  const started = new Set<Entry>();
  const placeAll = (some: readonly Entry[]): void => {
    for (const entry of some) if (placeOne(state, out, entry, ahead)) started.add(entry);
  };
  const pressing = entries.filter((entry) => slackOf(entry, state.now_s) <= placement.again_s);
  const isPressing = new Set(pressing);
  placeAll(pressing.toSorted((a, b) => rankOf(state.policy, b.job) - rankOf(state.policy, a.job)));
  leaveRoom(state, ahead);
  placeAll(entries.filter((entry) => !isPressing.has(entry)));
  // One that was stopped at once for another waits again, and stands in the queue once more.
  if (started.size > 0) state.queue.splice(0, state.queue.length, ...[...new Set(state.queue)].filter((entry) => !started.has(entry) || entry.state === "requeued"));
  lookAgain(state);
};

const lookAgain = (state: State): void => {
  const { placement } = state.policy;
  const early_s = placement.kind === "planned" ? placement.slot_s : 0;
  for (const entry of state.queue) {
    const { hold_s } = entry;
    if (hold_s > state.now_s && hold_s < state.look_s) state.look_s = hold_s;
    const send_s = hold_s - early_s;
    if (send_s > state.now_s && send_s < state.look_s && isToSend(state, entry)) state.look_s = send_s;
  }
};
