/**
 * Input on its way. Until it is sent, a job may go anywhere; from then on it is tied to that domain. What is there within a minute is sent when
 * nodes are found for it, and they are kept until it comes; what takes longer is sent ahead, by a plan for the start that it has booked.
 */
import { bytesInto, throughBy } from "./cost.ts";
import { eligiblePools } from "./eligible.ts";
import { handOver, soonest } from "./link-queue.ts";
import type { Entry, State } from "./state.ts";
import { move, setTimer, type Outcome } from "./transition.ts";

/** Nodes are kept so long at the most for data on its way. */
export const KEEP_S = 60;

/** Whether its input is nowhere yet that it could run, as far as is known. */
export const isUnsent = ({ job, home }: Entry): boolean => home < 0 && job.input_B > 0 && job.inputPlace !== null;

/** When its input is, or would be, in a domain. */
export const dataBy = (state: State, entry: Entry, domain: number): number => {
  if (entry.home >= 0) return Math.max(state.now_s, entry.ready_s);
  if (!isUnsent(entry)) return state.now_s;
  const pools = eligiblePools(state, entry, domain);
  return throughBy(pools, "into", bytesInto(entry.job, pools), state.now_s);
};

/** Whether its input is, or would be, in a domain before the job is worth nothing; no later handing over brings it sooner. */
export const isThereInTime = (state: State, entry: Entry, domain: number): boolean => {
  const by_s = dataBy(state, entry, domain);
  const { job: { expires_s }, firstStart_s } = entry;
  return by_s < Infinity && (expires_s === null || firstStart_s !== null || by_s < expires_s);
};

/** Whether no link will ever bring its input to where it may run. */
export const isNeverThere = (state: State, entry: Entry): boolean => isUnsent(entry) && entry.domains.every((d) => dataBy(state, entry, d) === Infinity);

/** Why it fails then. */
export const NEVER_THERE = "input never arrives";

/** Sends the input to a domain, where it was not sent before: there the job runs. */
export const stage = (state: State, out: Outcome, entry: Entry, domain: number): void => {
  if (!isUnsent(entry)) return;
  const { job } = entry;
  const pools = eligiblePools(state, entry, domain);
  const bytes = bytesInto(job, pools);
  if (bytes === 0) return;
  const pool = soonest(pools, "into", bytes, state.now_s);
  entry.home = domain;
  entry.domains = [domain];
  entry.input = handOver(pool, "into", bytes, state.now_s);
  entry.ready_s = entry.input.ready_s;
  out.actions.push({ kind: "stage", job: job.id, pool: pool.ready.pool.id, bytes, ready_s: entry.ready_s });
  setTimer(state, entry.ready_s, "arrive", entry);
};

/** Sends it, and keeps nodes for it until it comes. */
export const stageOnto = (state: State, out: Outcome, entry: Entry, domain: number): void => {
  stage(state, out, entry, domain);
  entry.hold_s = entry.ready_s;
  entry.place = domain;
  state.kept.push(entry);
};

/** Says that its input is in place, where that was not said. */
export const noteStaged = (state: State, out: Outcome, entry: Entry): void => {
  if (entry.state === "admitted") move(state, out, entry, "staged", { reason: "data in place" });
};
