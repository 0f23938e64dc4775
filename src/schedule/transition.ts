/** One change of a job's state, and what the scheduler asks to be done: what `step` answers. */
import type { Entry, Held, JobState, State, Timer, TimerKind } from "./state.ts";
import { popEvent, pushEvent } from "./event-heap.ts";

/** A record of the journal. */
export interface Transition {
  readonly seq: number;
  readonly t_s: number;
  readonly job: string;
  readonly from: JobState | null;
  readonly to: JobState;
  /** A code: "fits", "supply ends", "preempted", … */
  readonly reason: string;
  /** Pool, or pools with their nodes: "hall:0-3,7+annex:2". */
  readonly where: string | null;
  /** Numbers that belong to it, units in their names. */
  readonly detail: Readonly<Record<string, number | null>> | null;
}

export type Action =
  | { readonly kind: "stage"; readonly job: string; readonly pool: string; readonly bytes: number; readonly ready_s: number }
  /** `speed` 1 is full power. `work_s` is what a checkpoint holds. */
  | { readonly kind: "start"; readonly job: string; readonly run: number; readonly held: readonly Held[]; readonly speed: number; readonly work_s: number; readonly planned_s: number; readonly until_s: number }
  | { readonly kind: "tell"; readonly job: string; readonly stop_s: number; readonly cause: string }
  | { readonly kind: "stop"; readonly job: string; readonly run: number; readonly cause: string }
  | { readonly kind: "deliver"; readonly job: string; readonly pool: string; readonly bytes: number; readonly ready_s: number };

/** What a step has brought about so far. */
export interface Outcome {
  readonly records: Transition[];
  readonly actions: Action[];
}

interface Say {
  readonly reason: string;
  readonly where?: string;
  readonly detail?: Readonly<Record<string, number>>;
}

const finiteOrNull = (detail: Readonly<Record<string, number>>): Readonly<Record<string, number | null>> =>
  Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, Number.isFinite(value) ? value : null]));

export const move = (state: State, out: Outcome, entry: Entry, to: JobState, { reason, where, detail }: Say): void => {
  out.records.push({ seq: state.seq++, t_s: state.now_s, job: entry.job.id, from: entry.state, to, reason, where: where ?? null, detail: detail === undefined ? null : finiteOrNull(detail) });
  entry.state = to;
};

/** The first record of a job, which comes from no state. */
export const enter = (state: State, out: Outcome, entry: Entry): void => {
  out.records.push({ seq: state.seq++, t_s: state.now_s, job: entry.job.id, from: null, to: "submitted", reason: "received", where: null, detail: null });
};

/** "0-3,7". */
export const ranges = (nodes: readonly number[]): string => {
  if (nodes.length === 1) return String(nodes[0]);
  const sorted = nodes.toSorted((a, b) => a - b);
  const parts: string[] = [];
  for (let i = 0; i < sorted.length; ) {
    let j = i;
    while (sorted[j + 1] === sorted[j]! + 1) j++;
    parts.push(i === j ? `${sorted[i]}` : `${sorted[i]}-${sorted[j]}`);
    i = j + 1;
  }
  return parts.join(",");
};

export const whereOf = (state: State, held: readonly Held[]): string => held.map(({ pool, nodes }) => `${state.pools[pool]!.ready.pool.id}:${ranges(nodes)}`).join("+");

/** Sets a timer; it is void once the job runs anew. */
export const setTimer = (state: State, t_s: number, kind: TimerKind, entry: { readonly index: number; readonly run: number }): void => {
  if (t_s === Infinity) return;
  const { slots, free } = state.timerOf;
  const slot = free.pop() ?? slots.length;
  slots[slot] = { kind, entry: entry.index, run: entry.run };
  pushEvent(state.timers, t_s, state.timerSeq++, slot);
};

export const takeTimer = (state: State): Timer => {
  const slot = popEvent(state.timers);
  const timer = state.timerOf.slots[slot]!;
  state.timerOf.slots[slot] = undefined;
  state.timerOf.free.push(slot);
  return timer;
};
