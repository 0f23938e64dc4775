/** @module How sure an answer is and what decides it: designs of points, distributions, copulas, and what is told of the outcomes. Sees of the model only `evaluate(x)`. */
export * from "./risk-record.ts";
export * from "./campaign.ts";
export type * from "./campaign-report.ts";
export * from "./decide.ts";
export * from "./drawn-points.ts";
export * from "./design/index.ts";
export * from "./inputs/index.ts";
export * from "./analysis/index.ts";
