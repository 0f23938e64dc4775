/** @module An orbital data centre, its tiers and its workloads as a text that needs no software of ours: shape, JSON Schema, reading, versions. */
export { EVIDENCE, valueOf, type Fact } from "./fact.ts";
export { factsOf } from "./whole.ts";
export { toSecond } from "./migrate.ts";
export type { FirstDescription } from "./first-shape.ts";
export type { Description } from "./shape.ts";
export { descriptionSchema } from "./json-schema.ts";
export { DESCRIPTION_VERSION, readDescription, type ReadDescription } from "./read-description.ts";
