/** The commands, one file each. They load what they need when they run. */
export { addCatalog, EVIDENCE_WORDS } from "./catalog.ts";
export { addCheck } from "./check.ts";
export { addCompare } from "./compare.ts";
export { addDecide } from "./decide.ts";
export { addDescription } from "./description.ts";
export { addEclipses } from "./eclipses.ts";
export { addExplain } from "./explain.ts";
export { addExport } from "./export.ts";
export { addInit } from "./init.ts";
export { addLatency } from "./latency.ts";
export { addMove } from "./move.ts";
export { addPasses } from "./passes.ts";
export { addReconcile } from "./reconcile.ts";
export { addReplay } from "./replay.ts";
export { addRisk, addWorker } from "./risk.ts";
export { addRun } from "./run.ts";
export { addSchedule } from "./schedule.ts";
export { addStage } from "./stage.ts";
