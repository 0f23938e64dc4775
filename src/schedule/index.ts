/** @module The two-tier scheduler: a pure state machine over timed supply, its policies, its simulation, and what it says of a job. */
export * from "./curve.ts";
export * from "./supply.ts";
export * from "./job.ts";
export * from "./policy.ts";
export { emptyState } from "./state.ts";
export type { Energy, Entry, Held, JobState, PoolState, State } from "./state.ts";
export { step } from "./machine.ts";
export type { ScheduleEvent, Step } from "./machine.ts";
export type { Action, Transition } from "./transition.ts";
export { simulate } from "./simulate.ts";
export type { Outage, Simulation, Workload } from "./simulate.ts";
export { snapshot, stateHash } from "./snapshot.ts";
export { journalEnd, JournalError, journalHead, journalLines, replay } from "./journal.ts";
export type { Replay } from "./journal.ts";
export { serveStream } from "./stations.ts";
export type { Served, Stream } from "./stations.ts";
