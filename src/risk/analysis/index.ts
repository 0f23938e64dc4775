/** What is told of the outcomes of a campaign. */
export { bootstrapped, type Estimate } from "./bootstrap.ts";
export { chanceOf, type Chance } from "./chance.ts";
export { effectTally, morrisFold, type ElementaryEffect, type MorrisEffects } from "./elementary-effects.ts";
export { inOrder, outcomeAt, plainPoint, type Fold } from "./fold.ts";
export { runningMoments, type Moments, type Running } from "./moments.ts";
export { quantileSketch, SKETCH_ERROR, type QuantileBand, type Sketch } from "./sketch.ts";
export { sobolFold, type FactorIndex, type PairIndex, type SobolIndices } from "./sobol-indices.ts";
