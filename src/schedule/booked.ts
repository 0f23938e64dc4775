/**
 * A decision by the plan ahead: what waits is booked where it costs least, in the policy's order; what is booked for now starts. Bookings stand
 * until a new stretch of `again_s` begins, or a job comes that they would make dearer (a slot after the last time at the earliest); then all is booked anew.
 */
import { bestSlot, book, newAhead, type Ahead, type PlannedPlacement, type Slot } from "./ahead.ts";
import { demandOf, fitNow } from "./fit.ts";
import { inOrder } from "./order.ts";
import { leaveRoom, slackOf } from "./pressing.ts";
import { startJob } from "./running.ts";
import type { Entry, State } from "./state.ts";
import type { Outcome } from "./transition.ts";

/** One whose slots are all taken is asked again so much later. */
const AGAIN_S = 900;

const isBooked = ({ place, hold_s, domains }: Entry, now: number): boolean => place >= 0 && hold_s > now && domains.includes(place);

const bookAs = (entry: Entry, ahead: Ahead, slot: Slot): void => {
  entry.place = slot.domain;
  entry.hold_s = slot.start_s;
  book(ahead, slot, demandOf(entry, false));
};

/** Starts a job or books it; whether it started. */
const placeOne = (state: State, out: Outcome, entry: Entry, ahead: Ahead): boolean => {
  const notNow = new Set<number>();
  for (;;) {
    const slot = bestSlot(state, ahead, entry, notNow);
    if (slot === undefined) {
      entry.place = -1;
      entry.hold_s = state.now_s + AGAIN_S;
      return false;
    }
    if (slot.start_s > state.now_s) {
      bookAs(entry, ahead, slot);
      return false;
    }
    const fit = fitNow(state, entry, slot.domain, state.now_s);
    if (fit !== undefined) {
      book(ahead, slot, fit.demand);
      startJob(state, out, entry, fit);
      return true;
    }
    notNow.add(slot.domain);
  }
};

/** Whether bookings of others make a job dearer. */
const isPressed = (state: State, entry: Entry, { ahead, bare }: { readonly ahead: Ahead; readonly bare: Ahead }): boolean => {
  const without = bestSlot(state, bare, entry, NONE);
  if (without === undefined) return false;
  const withBookings = bestSlot(state, ahead, entry, NONE);
  return withBookings === undefined || withBookings.cost_usd > without.cost_usd + LEAST_USD;
};

const NONE: ReadonlySet<number> = new Set();

/** Less is rounding. */
const LEAST_USD = 1e-9;

/** What is to be booked now: all where a new stretch of `again_s` has begun, or where a new job is pressed; otherwise what has no booking, or one that has come. */
const toBook = (state: State, { again_s, slot_s }: PlannedPlacement, ahead: Ahead): readonly Entry[] => {
  const { now_s } = state;
  // One that is late keeps its turn: a booking that every newcomer may push back would be no word to count on.
  const order = (state.policy.order.kind === "deadline" ? state.queue : inOrder(state, now_s)).slice(0, state.policy.depth);
  if (Math.floor(now_s / again_s) > Math.floor(state.booked_s / again_s)) return order;
  const open = order.filter((entry) => !isBooked(entry, now_s));
  if (open.length === 0) return open;
  const isNew = open.filter(({ place }) => place < 0);
  const bare = isNew.length === 0 || now_s - state.booked_s < slot_s ? undefined : newAhead(state, ahead.placement);
  for (const entry of state.queue) if (isBooked(entry, now_s)) book(ahead, { domain: entry.place, start_s: entry.hold_s }, demandOf(entry, false));
  return bare !== undefined && isNew.some((entry) => isPressed(state, entry, { ahead, bare })) ? order : open;
};

/** Starts what is booked for now. What cannot wait comes first, then room for more of it, then the others. */
export const startBooked = (state: State, out: Outcome, placement: PlannedPlacement): void => {
  const first = newAhead(state, placement);
  const entries = toBook(state, placement, first);
  if (entries.length === 0) return lookAgain(state);
  const all = entries.length === Math.min(state.queue.length, state.policy.depth);
  const ahead = all ? newAhead(state, placement) : first;
  if (all) state.booked_s = state.now_s;
  const started = new Set<Entry>();
  const placeAll = (some: readonly Entry[]): void => {
    for (const entry of some) if (placeOne(state, out, entry, ahead)) started.add(entry);
  };
  const isPressing = (entry: Entry): boolean => slackOf(entry, state.now_s) <= placement.again_s;
  placeAll(entries.filter(isPressing));
  leaveRoom(state, ahead);
  placeAll(entries.filter((entry) => !started.has(entry) && !isPressing(entry)));
  if (started.size > 0) state.queue.splice(0, state.queue.length, ...state.queue.filter((entry) => !started.has(entry)));
  lookAgain(state);
};

const lookAgain = (state: State): void => {
  for (const { hold_s } of state.queue) if (hold_s > state.now_s && hold_s < state.look_s) state.look_s = hold_s;
};
