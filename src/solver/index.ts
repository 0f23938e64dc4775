/** @module HiGHS as the planner's solver, in Node and in a browser's worker alike. */
export * from "./highs.ts";
