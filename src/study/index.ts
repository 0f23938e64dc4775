/** @module Many scenarios for one question: fields swept over values, and the front of what no other design beats. */
export * from "./axis.ts";
export * from "./fronts.ts";
export * from "./nsga2.ts";
export * from "./pareto.ts";
export * from "./span.ts";
export * from "./study-record.ts";
export * from "./sweep.ts";
export * from "./vary.ts";
export type { StudyPorts } from "./evaluate.ts";
export { judgement } from "./evaluate.ts";
