/** What to commit now, what can wait, which dated event flips it, and what waiting costs. */
export { commitmentsOf, type DecideOptions, type DecidePorts } from "./commitments.ts";
export { datedEvents } from "./dated-events.ts";
export type { AfterEvent, Commitment, Commitments, DatedEvent, EventOutcome } from "./decide-record.ts";
