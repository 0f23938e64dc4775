/** Who is looked at first. */
import type { Job } from "./job.ts";
import type { Policy } from "./policy.ts";
import type { Entry, State } from "./state.ts";
import { clockFor } from "./progress.ts";
import { HOUR_S } from "../units/index.ts";

type Compare = (a: Entry, b: Entry) => number;

/** First come: by submission, then in the order in which they were handed in. */
const byArrival: Compare = (a, b) => a.job.submit_s - b.job.submit_s || a.index - b.index;

const byEstimate: Compare = (a, b) => a.job.estimate_s - b.job.estimate_s || byArrival(a, b);

/** Priority + ageing x wait, less what is the same for all at any one time. */
export const rankOf = ({ order }: Policy, job: Job): number => (order.kind === "priority" ? job.priority - (order.ageing_per_h * job.submit_s) / HOUR_S : job.priority);

const byPriority = (policy: Policy): Compare => (a, b) => rankOf(policy, b.job) - rankOf(policy, a.job) || byArrival(a, b);

const dueOf = ({ job }: Entry): number => job.due_s ?? Infinity;

/** When a job must have started to be in time, of all its work. */
const latestStartOf = (entry: Entry): number => dueOf(entry) - entry.job.estimate_s;

const byTime = (timeOf: (entry: Entry) => number): Compare => (a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : byArrival(a, b));

/** The order that does not change while jobs wait. */
const standing = (policy: Policy): Compare => {
  const { order } = policy;
  if (order.kind === "sjf") return byEstimate;
  if (order.kind === "priority") return byPriority(policy);
  if (order.kind === "deadline") return byTime(dueOf);
  if (order.kind === "latestStart") return byTime(latestStartOf);
  return byArrival;
};

/** Puts a job in its place of the queue. */
export const enqueue = ({ queue, policy }: State, entry: Entry): void => {
  const compare = standing(policy);
  let low = 0;
  let high = queue.length;
  if (high > 0 && compare(queue[high - 1]!, entry) < 0) low = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(queue[middle]!, entry) < 0) low = middle + 1;
    else high = middle;
  }
  if (low === queue.length) queue.push(entry);
  else queue.splice(low, 0, entry);
};

/** The queue as it stands now. */
export const inOrder = (state: State, now: number): readonly Entry[] => {
  const { order } = state.policy;
  if (order.kind === "fairShare") return byFairShare(state, order.shares);
  if (order.kind === "deadline") return lateLast(state.queue, now);
  return state.queue;
};

/** Those that can be in time by their due times; then those that cannot, the dearest lateness per node first. */
const lateLast = (queue: readonly Entry[], now: number): readonly Entry[] => {
  const inTime = (entry: Entry): boolean => now + clockFor(entry.job, entry.job.estimate_s, { speed: 1, from_s: entry.work_s }) <= dueOf(entry);
  const worth = ({ job }: Entry): number => job.late_usd_per_h / job.nodes;
  return [...queue.filter(inTime), ...queue.filter((entry) => !inTime(entry)).toSorted((a, b) => worth(b) - worth(a) || dueOf(a) - dueOf(b) || byArrival(a, b))];
};

/** "a/b/c": "a", "a/b", "a/b/c". */
export const pathsOf = (tenant: string): readonly string[] => {
  const parts = tenant.split("/");
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
};

/** Siblings that differ are ordered by use over share, from the root down (the rule of fair trees). */
const byFairShare = ({ queue, used }: State, shares: Readonly<Record<string, number>>): readonly Entry[] => {
  // A tenant without a written share has one, as its siblings.
  const load = (path: string): number => (used.get(path) ?? 0) / (shares[path] ?? 1);
  const compare: Compare = (a, b) => {
    const one = pathsOf(a.job.tenant);
    const other = pathsOf(b.job.tenant);
    for (let i = 0; i < Math.min(one.length, other.length); i++) {
      if (one[i] === other[i]) continue;
      const difference = load(one[i]!) - load(other[i]!);
      if (difference !== 0) return difference;
      return one[i]! < other[i]! ? -1 : 1;
    }
    return byArrival(a, b);
  };
  return queue.toSorted(compare);
};

/** Lets use fade: half after each half-life. */
export const fade = (state: State, now: number): void => {
  const { order } = state.policy;
  if (order.kind !== "fairShare" || now <= state.usedAt_s) return;
  const left = 2 ** (-(now - state.usedAt_s) / order.halfLife_s);
  for (const [path, value] of state.used) state.used.set(path, value * left);
  state.usedAt_s = now;
};

/** Charges a running job's tenants up to now; a day long past is charged as if it had been used just now. */
export const charge = (state: State, entry: Entry, now: number): void => {
  if (state.policy.order.kind !== "fairShare") return;
  const amount = entry.job.nodes * entry.job.acceleratorsPerNode * (now - entry.charged_s);
  for (const path of pathsOf(entry.job.tenant)) state.used.set(path, (state.used.get(path) ?? 0) + amount);
  entry.charged_s = now;
};
