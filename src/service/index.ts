/** @module What an app beside the command asks and what it is answered: cases in, plain records out, in Node and in a browser alike. */
export * from "./answer.ts";
export * from "./case.ts";
export * from "./run-case.ts";
export * from "./calls.ts";
export type { Asked } from "./asked.ts";
export * from "./sky.ts";
export * from "./sky-frame.ts";
export * from "./sky-place.ts";
export * from "./happenings.ts";
export * from "./trace.ts";
export * from "./job-days.ts";
export * from "./book-case.ts";
export * from "./compare-cases.ts";
export * from "./kept-runs.ts";
