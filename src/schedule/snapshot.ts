/** A state as text: the same state is the same bytes, whichever way it was reached. */
import type { EventHeap } from "./event-heap.ts";
import type { LinkQueue, Transfer } from "./link-queue.ts";
import type { Entry, PoolState, State } from "./state.ts";

/** Infinity is not in JSON; null stands elsewhere. */
const number = (value: number): number | string => (Number.isFinite(value) ? value : String(value));

const numbers = (values: ArrayLike<number>): readonly (number | string)[] => Array.from(values, number);

const plain = (record: Partial<LinkQueue> | Transfer): object => Object.fromEntries(Object.entries(record).map(([key, value]: [string, number]) => [key, number(value)]));

const queueRecord = ({ never_B, ...rest }: LinkQueue): object => plain(never_B === 0 ? rest : { ...rest, never_B });

const entryRecord = ({ job, ...rest }: Entry): object => ({
  ...Object.fromEntries(Object.entries(rest).map(([key, value]: [string, unknown]) => [key, typeof value === "number" ? number(value) : value])),
  input: rest.input && plain(rest.input),
  output: rest.output && plain(rest.output),
  requeues: Object.entries(rest.requeues).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  job,
});

const poolRecord = ({ ready, set, used_W, nodeUntil_s, nodePlanned_s, charge_J, since_s, allUsed_W, running, into, out, energy }: PoolState): object => ({
  id: ready.pool.id,
  free: Array.from(set.free),
  // The order of nodes within a level decides who is taken next.
  levels: set.levels,
  used_W: numbers(used_W),
  nodeUntil_s: numbers(nodeUntil_s),
  nodePlanned_s: numbers(nodePlanned_s),
  charge_J: numbers(charge_J),
  since_s: numbers(since_s),
  allUsed_W,
  running: running.map(({ job }) => job.id),
  into: queueRecord(into),
  out: queueRecord(out),
  energy,
});

const timerRecords = ({ timers, timerOf }: State): readonly object[] => {
  const { time, rank, data, size }: EventHeap = timers;
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => time[a]! - time[b]! || rank[a]! - rank[b]!);
  return order.map((i) => ({ t_s: time[i]!, rank: rank[i]!, ...timerOf.slots[data[i]!] }));
};

/** Everything that decides what the scheduler does next, and what it has counted so far, as JSON. Supply and policy are not in it. */
export const snapshot = (state: State): string =>
  JSON.stringify({
    now_s: number(state.now_s),
    seq: state.seq,
    entries: state.entries.map(entryRecord),
    waiting: [...state.waiting].map(([id, entries]) => [id, entries.map(({ index }) => index)]),
    queue: state.queue.map(({ job }) => job.id),
    ...(state.kept.length === 0 ? {} : { kept: state.kept.map(({ job }) => job.id) }),
    pools: state.pools.map(poolRecord),
    timers: timerRecords(state),
    timerSeq: state.timerSeq,
    used: [...state.used],
    usedAt_s: state.usedAt_s,
    changed: state.changed,
    look_s: number(state.look_s),
    booked_s: number(state.booked_s),
    pressing: [...state.pressing].map(([key, { expected, today, ...rest }]) => [key, { ...rest, expected: numbers(expected), today: numbers(today) }]),
    ...(state.coming.size === 0 ? {} : { coming: [...state.coming].map(([key, one]) => [key, { ...one, slack_s: number(one.slack_s) }]), crowded: state.crowded, eager: [...state.eager].map(([index, { most_usd, domain, start_s, end_s }]) => [index, number(most_usd), domain, start_s, end_s]), crowdedAt_s: number(state.crowdedAt_s) }),
  });

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export const sha256 = async (text: string): Promise<string> => {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** SHA-256 of the snapshot, in hexadecimal. */
export const stateHash = (state: State): Promise<string> => sha256(snapshot(state));
