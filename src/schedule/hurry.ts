/**
 * Where there is too little room for work to wait (`congestion`): what has no room to wait in takes the first place that comes, as greedy
 * placement does, the cheapest first; only what a later start would save more than lateness costs over the same time is held for it.
 *
 *   1. a later start at t is better than one now where cost(t) + late_usd_per_h x (t - now) is less than any start now would cost, were all nodes free
 *   2. what starts now goes where no more is paid than (1), which is known to half a slot of lateness; data that takes longer than nodes are kept for is sent at once
 *
 * What was decided stands until all is booked anew. Nodes are promised to the first that waits, no more (EASY): what is booked one by one
 * leaves gaps that would be missed here.
 */
import { HOUR_S } from "../units/index.ts";
import { book, bookAll, newAhead, type Ahead } from "./ahead.ts";
import { bestSlot } from "./best-slot.ts";
import { bookedDemand } from "./fit.ts";
import { paidFor } from "./cost.ts";
import { eligiblePools } from "./eligible.ts";
import { cheapestHome } from "./place.ts";
import type { PlannedPlacement } from "./policy.ts";
import { mayExpire, pressingFirst } from "./pressing.ts";
import { ROUNDING_USD } from "./prices-ahead.ts";
import { newOutlook } from "./profile.ts";
import { dataBy, isThereInTime, isUnsent, KEEP_S, stage } from "./stage.ts";
import type { Entry, State } from "./state.ts";
import type { Outcome } from "./transition.ts";

/** Says of each job that waits whether it starts when it can, or is held. */
export const hurry = (state: State, out: Outcome, { again_s }: PlannedPlacement): void => {
  const { now_s, queue, eager, kept } = state;
  const anew = eager.size === 0 || Math.floor(now_s / again_s) > Math.floor(state.booked_s / again_s);
  if (anew) {
    eager.clear();
    state.booked_s = now_s;
  }
  const open = pressingFirst(state, queue, again_s).filter((entry) => !kept.includes(entry) && !eager.has(entry.index) && (anew || !(entry.place >= 0 && entry.hold_s > now_s))).slice(0, state.policy.depth);
  state.look_s = Math.min(state.look_s, (Math.floor(now_s / again_s) + 1) * again_s);
  if (open.length === 0) return;
  const ahead = newAhead(state, state.policy.placement as PlannedPlacement);
  const isOpen = new Set(open);
  bookAll(state, ahead, (entry) => !isOpen.has(entry) && entry.place >= 0 && entry.hold_s > now_s && entry.domains.includes(entry.place));
  bookEager(state, ahead);
  for (const entry of open) decideOne(state, out, entry, ahead);
};

const NONE: ReadonlyMap<number, number> = new Map();

/** Takes off what those would use that wait for the first place that comes; one that is behind its time is on from now. */
const bookEager = (state: State, ahead: Ahead): void => {
  const { queue, eager, now_s } = state;
  for (const entry of queue) {
    const one = eager.get(entry.index);
    if (one === undefined || one.domain < 0) continue;
    const late_s = Math.max(0, now_s - one.start_s);
    book(ahead, { domain: one.domain, start_s: one.start_s + late_s, end_s: one.end_s + late_s }, bookedDemand(state, entry));
  }
};

const decideOne = (state: State, out: Outcome, entry: Entry, ahead: Ahead): void => {
  const { now_s, eager } = state;
  const slot = bestSlot(state, ahead, entry, NONE);
  const demand = bookedDemand(state, entry);
  if (slot !== undefined) book(ahead, slot, demand);
  if (isUnsent(entry)) send(state, out, entry, slot?.domain);
  const most_usd = slot === undefined || slot.start_s <= now_s || mayExpire(entry) ? Infinity : slot.cost_usd + ROUNDING_USD;
  const least_usd = entry.domains.reduce((least, d) => Math.min(least, paidFor(entry, eligiblePools(state, entry, d), demand, now_s, ahead.placement)), Infinity);
  const waits = slot !== undefined && least_usd > most_usd;
  entry.place = waits ? slot.domain : -1;
  entry.hold_s = waits ? slot.start_s : 0;
  const half_usd = (entry.job.late_usd_per_h * ahead.placement.slot_s) / (2 * HOUR_S);
  if (!waits) eager.set(entry.index, { most_usd: most_usd + half_usd, domain: slot?.domain ?? -1, start_s: slot?.start_s ?? 0, end_s: slot?.end_s ?? 0 });
};

/** What takes longer than nodes are kept for goes where its slot is; without one, and where all is far, where it would cost least. */
const send = (state: State, out: Outcome, entry: Entry, domain: number | undefined): void => {
  const isFar = (d: number): boolean => dataBy(state, entry, d) > state.now_s + KEEP_S;
  const to = domain ?? (entry.domains.every(isFar) ? cheapestHome(state, entry, newOutlook(state.now_s)) : -1);
  if (to >= 0 && isFar(to) && isThereInTime(state, entry, to)) stage(state, out, entry, to);
};
