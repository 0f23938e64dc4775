import { nodeFiles } from "../../src/io/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { correlationsOf, designOf, samplerOf, type Correlation, type Evaluator } from "../../src/risk/index.ts";
import { compileEvaluator, evaluatorBase, type OutcomeKey } from "../../src/run/index.ts";
import { load } from "../../src/scenario/index.ts";

export interface Drawn {
  readonly evaluator: Evaluator;
  readonly correlations: readonly Correlation[];
  /** A column an input, a row a draw. */
  readonly inputs: readonly Float64Array[];
  readonly outcome: (key: OutcomeKey) => Float64Array;
}

/** A scenario of examples/ evaluated at so many Sobol points of its own distributions. */
export const riskOf = async (name: string, samples: number): Promise<Drawn> => {
  const path = `examples/${name}/scenario.yaml`;
  const scenario = load({ path, files: nodeFiles(path), set: [] });
  const base = await evaluatorBase(scenario, { inputs: scenario.random, plan: "frozen", flight: "interpolated" }, { solve: solveHighs });
  const evaluator = compileEvaluator(scenario, base);
  const { correlations } = correlationsOf(scenario, scenario.random);
  const sampler = samplerOf(scenario.random, correlations);
  const { point } = designOf({ kind: "sobol", dimensions: sampler.dimensions, samples, seed: 1, factors: sampler.factors.map(({ coordinates }) => coordinates), secondOrder: false, scramble: "owen" });
  const [u, x, y] = [new Float64Array(sampler.dimensions), new Float64Array(scenario.random.length), new Float64Array(evaluator.outcomes.length)];
  const inputs = scenario.random.map(() => new Float64Array(samples));
  const outcomes = evaluator.outcomes.map(() => new Float64Array(samples));
  for (let i = 0; i < samples; i++) {
    point(i, u);
    sampler.sample(u, x);
    evaluator.evaluate(x, y);
    inputs.forEach((column, k) => { column[i] = x[k]!; });
    outcomes.forEach((column, k) => { column[i] = y[k]!; });
  }
  return { evaluator, correlations, inputs, outcome: (key) => outcomes[evaluator.outcomes.findIndex((one) => one.key === key)]! };
};

/** What a share of the numbers lies below. */
export const quantile = (numbers: Float64Array, share: number): number => numbers.toSorted()[Math.floor(share * (numbers.length - 1))]!;
