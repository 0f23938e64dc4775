/**
 * What will come and cannot wait: the work of jobs with next to no slack, by hour of the day, as the days before had it. A plan leaves it the
 * room that it would take, where that is cheapest, before it books what can wait.
 *
 *   1. expected work of an hour of the day: w <- w/2 + (work of that hour today)/2 at the end of each day; the first day's as it was;
 *      in it, of each hour the mean of those so far
 *   2. in the hour that is on, what has come already is taken off
 */
import { DAY_S, HOUR_S } from "../units/index.ts";
import { slotCost, type Ahead } from "./ahead.ts";
import type { Pressing } from "./pressing-record.ts";
import { rankOf } from "./order.ts";
import { clockFor } from "./progress.ts";
import type { Entry, State } from "./state.ts";

const HOURS = 24;
/** After so many days without work next to nothing of it is expected any more. */
const DAYS_MOST = 64;

/** What a job may still wait, when it would start now: to be in time where that has a price, and not to expire. */
export const slackOf = ({ job, work_s, firstStart_s }: Entry, now: number): number => {
  const left_s = job.expires_s === null || firstStart_s !== null ? Infinity : job.expires_s - now;
  return job.due_s === null || job.late_usd_per_h === 0 ? left_s : Math.min(left_s, job.due_s - now - clockFor(job, job.estimate_s, { speed: 1, from_s: work_s }));
};

/** Equation 1 at the end of each day that is over: of those in which nobody asked, nothing came. */
const turnDays = (pressing: Pressing, now: number): void => {
  const day = Math.floor(now / DAY_S);
  for (let over = Math.min(day - pressing.day, DAYS_MOST); over > 0; over--) {
    for (let h = 0; h < HOURS; h++) pressing.expected[h] = pressing.isFirst ? pressing.today[h]! : (pressing.expected[h]! + pressing.today[h]!) / 2;
    pressing.today.fill(0);
    pressing.isFirst = false;
  }
  pressing.day = day;
};

const hourOf = (t: number): number => Math.floor((t - Math.floor(t / DAY_S) * DAY_S) / HOUR_S);

/** Whether it would be lost, not only late. */
export const mayExpire = ({ job: { expires_s }, firstStart_s }: Entry): boolean => expires_s !== null && firstStart_s === null;

/** What cannot wait first, of that the higher priority; then the others, as they stand. */
export const pressingFirst = (state: State, entries: readonly Entry[], slack_s: number): readonly Entry[] => {
  const pressing = entries.filter((entry) => slackOf(entry, state.now_s) <= slack_s);
  const isPressing = new Set(pressing);
  return [...pressing.toSorted((a, b) => rankOf(state.policy, b.job) - rankOf(state.policy, a.job)), ...entries.filter((entry) => !isPressing.has(entry))];
};

/** Counts a job that comes and can wait no longer than `slack_s`. */
export const notePressing = (state: State, entry: Entry, slack_s: number): void => {
  if (!(slackOf(entry, state.now_s) <= slack_s)) return;
  const key = entry.domains.join(",");
  let found = state.pressing.get(key);
  if (found === undefined) {
    found = { domains: entry.domains, expected: new Float64Array(HOURS), today: new Float64Array(HOURS), energy_J: 0, work_s: 0, day: Math.floor(state.now_s / DAY_S), isFirst: true };
    state.pressing.set(key, found);
  }
  turnDays(found, state.now_s);
  const { nodes, acceleratorsPerNode, estimate_s, power_W } = entry.job;
  found.today[hourOf(state.now_s)]! += nodes * acceleratorsPerNode * estimate_s;
  found.energy_J += nodes * power_W * estimate_s;
  found.work_s += nodes * acceleratorsPerNode * estimate_s;
};

/** Of the first day, the mean of its hours so far stands for each. */
const expectedOf = ({ isFirst, expected, today }: Pressing, present: number): Float64Array => {
  if (!isFirst) return expected;
  const first = today.findIndex((work) => work > 0);
  const mean = first < 0 ? 0 : today.reduce((sum, work) => sum + work, 0) / (present - first + 1);
  return new Float64Array(HOURS).fill(mean);
};

/** Takes what is expected off the slots, each hour's where it is cheapest then. */
export const leaveRoom = (state: State, ahead: Ahead): void => {
  const { slot_s, room_frac } = ahead.placement;
  for (const pressing of state.pressing.values()) {
    turnDays(pressing, state.now_s);
    const W = pressing.work_s === 0 ? 0 : pressing.energy_J / pressing.work_s;
    const present = hourOf(state.now_s);
    const expected = expectedOf(pressing, present);
    for (let i = 0; i < ahead.slots; i++) {
      const t = ahead.from_s + i * slot_s;
      const hour = hourOf(t);
      const isOn = t < state.now_s + HOUR_S && hour === present;
      const work = isOn ? Math.max(0, expected[hour]! - pressing.today[hour]!) : expected[hour]!;
      if (work > 0) takeCheapest(ahead, pressing.domains, { slot: i, accelerators: (room_frac * work) / HOUR_S, kW: W / 1000 });
    }
  }
};

interface Wanted {
  readonly slot: number;
  readonly accelerators: number;
  readonly kW: number;
}

const takeCheapest = (ahead: Ahead, allowed: readonly number[], { slot, accelerators, kW }: Wanted): void => {
  const { free, slots } = ahead;
  const usd = (d: number): number => slotCost(ahead, d, slot, kW);
  let left = accelerators;
  for (const d of allowed.length === 1 ? allowed : allowed.toSorted((a, b) => usd(a) - usd(b))) {
    const taken = Math.min(left, Math.max(0, free[d * slots + slot]!));
    free[d * slots + slot]! -= taken;
    left -= taken;
  }
};
