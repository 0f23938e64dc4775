/** @module Quantities, units, calendar quarters and physical constants. Imports nothing of ours. */
export * from "./constants.ts";
export * from "./unit.ts";
export * from "./quantity.ts";
export * from "./time.ts";
