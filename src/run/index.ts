/** @module The pipeline: the stages in order, versions and content hash. */
export * from "./run.ts";
export * from "./version.ts";
export { contentHash } from "./hash.ts";
export { sizeEvaluation, sizeEvaluator, sizeMeasures } from "./size-measures.ts";
export { costEvaluation } from "./cost-measures.ts";
