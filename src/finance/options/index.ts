/** What can be decided later: real options on the plan. */
export * from "./options-record.ts";
export { axisOf, factorsBy, REACH_SD } from "./design.ts";
export { payoffAt, statesOf } from "./interpolate.ts";
export { realOptions } from "./real-options.ts";
export type { Uniforms } from "./sample.ts";
