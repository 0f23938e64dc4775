/** @module The pipeline: the stages in order, versions and content hash. */
export type { DealWay } from "./ways.ts";
export { settledTerms, type ControlOdds } from "./with-deals.ts";
export * from "./run.ts";
export { serveJobs, type JobsPorts } from "./simulated.ts";
export * from "./version.ts";
export { planUnderMilestones } from "./with-market.ts";
export type { Judgement, SettledMarket } from "./with-market.ts";
export { contentHash } from "./hash.ts";
export { sizeEvaluation, sizeEvaluator } from "./size-measures.ts";
export { costEvaluation } from "./cost-measures.ts";
export { bookSource, runBook } from "./book-source.ts";
export type { KeptPromise, ServedModel, ServingRecord, TokenPrice } from "./served-models.ts";
export type { ClassReach, RegionReach, UserReach } from "./user-reach.ts";
export { compileEvaluator, evaluatorBase, OUTCOMES, TIERS, type BasePorts, type EvaluatorBase, type EvaluatorOptions, type EvaluatorPorts, type FlightTable, type OutcomeKey } from "./evaluate/index.ts";
export { runSubject } from "./run-subject.ts";
export type { ImagePrice, ImagePrices, Images, ImageWay } from "./images.ts";
export { servedModels } from "./served-models.ts";
export { userReach } from "./user-reach.ts";
