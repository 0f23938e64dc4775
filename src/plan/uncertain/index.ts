/** Plans for several futures at once. */
export { jointModel } from "./joint-model.ts";
export type { Joint, Part, Risk } from "./joint-model.ts";
export { meanCase } from "./mean-case.ts";
export { expected, tailMean } from "./tail.ts";
export { planFutures } from "./uncertain.ts";
export type { Future, Uncertainty } from "./uncertain.ts";
export type { FirstDecision, FuturePlan, Measured, UncertainPlan } from "./uncertain-record.ts";
