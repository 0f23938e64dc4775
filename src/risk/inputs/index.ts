/** From coordinates in (0, 1) to inputs: copulas and quantiles. */
export { correlationsOf } from "./correlations.ts";
export { dependenceOf, requireParameter, type Dependence } from "./dependence.ts";
export { normalQuantile } from "./normal-quantile.ts";
export { quantileFunction, requireDistribution, type Quantile } from "./quantile.ts";
export { samplerOf } from "./sampler.ts";
export { studentBelow, studentQuantile } from "./student.ts";
