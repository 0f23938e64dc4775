/** A few draws of an evaluator's inputs, as even as so few can be: points of a scrambled Sobol sequence. */
import { designOf } from "./design/index.ts";
import { samplerOf } from "./inputs/index.ts";
import type { Correlation, UncertainInput } from "./risk-record.ts";

/** So many points, a number an input each. Throws RangeError where the inputs cannot be sampled. */
export const drawnPoints = (inputs: readonly UncertainInput[], { correlations, draws, seed }: { readonly correlations: readonly Correlation[]; readonly draws: number; readonly seed: number }): readonly Float64Array[] => {
  const sampler = samplerOf(inputs, correlations);
  const design = designOf({ kind: "sobol", dimensions: sampler.dimensions, samples: draws, seed, factors: Array.from({ length: sampler.dimensions }, (_, d) => [d]), secondOrder: false, scramble: "owen" });
  const u = new Float64Array(sampler.dimensions);
  return Array.from({ length: draws }, (_, draw) => {
    const x = new Float64Array(inputs.length);
    design.point(draw, u);
    sampler.sample(u, x);
    return x;
  });
};
