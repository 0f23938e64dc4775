/** @module Hot loops on plain numbers and typed arrays. Imports nothing; constants arrive as arguments. */
export * from "./battery-step.ts";
export * from "./fleet-light.ts";
export * from "./fleet-power.ts";
export * from "./fleet-simd.ts";
export * from "./heat-step.ts";
export * from "./j2-circular.ts";
export * from "./j2-secular.ts";
export * from "./passes-root.ts";
export * from "./passes-sight.ts";
export * from "./passes.ts";
export * from "./sgp4-batch.ts";
export * from "./sgp4-simd.ts";
export * from "./sgp4.ts";
export * from "./shadow-arc.ts";
export * from "./shadow.ts";
export * from "./visibility.ts";
