/** @module Hot loops on plain numbers and typed arrays. Imports nothing; constants arrive as arguments. */
export * from "./battery-step.ts";
export * from "./heat-step.ts";
export * from "./j2-circular.ts";
export * from "./shadow.ts";
export * from "./shadow-arc.ts";
export * from "./visibility.ts";
