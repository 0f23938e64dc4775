/** @module Files, solver and clock: what touches the machine. */
export * from "./series.ts";
export { nodeFiles, withTables, type NodeFiles } from "./files.ts";
export * from "./thread-crew.ts";
export { threadSolver, type ThreadSolver } from "./thread-solver.ts";
export * from "./workloads/index.ts";
