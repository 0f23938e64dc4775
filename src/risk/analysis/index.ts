/** What is told of the outcomes of a campaign. */
export { analysisFold, SHARES, YES_OR_NO, type OutcomeSummary, type RiskAnalysis } from "./analysis.ts";
export { type Estimate } from "./bootstrap.ts";
export { chanceOf, type Chance } from "./chance.ts";
export { choicesFold, WORST_TAIL, type AlternativeFindings, type ChoiceFindings, type Worths } from "./choices.ts";
export { convergenceTally, type Convergence, type Progress } from "./convergence.ts";
export { effectTally, morrisFold, type ElementaryEffect, type MorrisEffects } from "./elementary-effects.ts";
export { inOrder, outcomeAt, plainPoint, type Fold } from "./fold.ts";
export { frontierOf, type Frontier, type FrontierCase, type FrontierPoint } from "./frontier.ts";
export { keptRowsFold, KEPT_ROWS, type KeptRows } from "./kept-rows.ts";
export { runningMoments, type Moments, type Running } from "./moments.ts";
export { primBox, type Box, type Rule, type RuleCase } from "./prim.ts";
export { robustnessOf, type Robustness } from "./robust.ts";
export { quantileSketch, SKETCH_ERROR, type QuantileBand, type Sketch } from "./sketch.ts";
export { sobolFold, untoldBecause, type FactorIndex, type PairIndex, type SobolIndices } from "./sobol-indices.ts";
export { stakesOf, type Stakes } from "./stakes.ts";
export { tornadoOf, widestBars, type Tornado, type TornadoBar } from "./tornado.ts";
export { treeLeaves, type Leaf } from "./tree.ts";
export { partialInformation, perfectInformation, type PartialInformation, type PerfectInformation } from "./value-of-information.ts";
