/** @module Many scenarios for one question: fields swept over values, and the front of what no other design beats. */
export * from "./fronts.ts";
export * from "./nsga2.ts";
export * from "./vary.ts";
