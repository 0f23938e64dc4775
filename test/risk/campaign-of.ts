/** Campaigns over a function of a few numbers, for tests. */
import { designOf, samplerOf, shardRunner, shardSizeFor, shardsOf, specFor, type CampaignCase, type CampaignPlan, type Choice, type Correlation, type DesignSpec, type Evaluator, type ShardColumns, type UncertainInput } from "../../src/risk/index.ts";
import type { Distribution } from "../../src/scenario/index.ts";

export interface Modelled {
  readonly distributions: readonly Distribution[];
  readonly outcomes: (x: Float64Array) => readonly number[];
  readonly count?: number;
  readonly choices?: readonly Choice[];
  readonly correlations?: readonly Correlation[];
}

export const uniform = (low: number, high: number): Distribution => ({ distribution: "uniform", low, high });

export const inputsOf = (distributions: readonly Distribution[]): readonly UncertainInput[] => distributions.map((distribution, i) => ({ path: `x${i + 1}`, unit: "", distribution }));

export const evaluatorOf = ({ distributions, outcomes, count = 1, choices = [] }: Modelled): Evaluator => ({
  inputs: inputsOf(distributions),
  outcomes: Array.from({ length: count }, (_, k) => ({ key: `y${k + 1}`, name: `y${k + 1}`, unit: "", better: null })),
  choices,
  evaluate: (x, y) => outcomes(x).forEach((value, k) => (y[k] = value)),
  notes: [],
});

export const campaignOf = (model: Modelled, asked: Partial<CampaignCase> & Pick<CampaignCase, "kind" | "samples">, { shardSize, scramble = "owen" }: { readonly shardSize?: number; readonly scramble?: DesignSpec["scramble"] } = {}): CampaignPlan => {
  const evaluator = evaluatorOf(model);
  const correlations = model.correlations ?? [];
  const design = { ...specFor(samplerOf(evaluator.inputs, correlations), { seed: 1, secondOrder: false, ...asked }), scramble };
  const { points, block } = designOf(design);
  return { scenarioHash: "test", modelVersion: "test", inputs: evaluator.inputs, correlations, outcomes: evaluator.outcomes, choices: evaluator.choices, design, points, shardSize: shardSize ?? shardSizeFor(block) };
};

export const shardsRun = (plan: CampaignPlan, model: Modelled): readonly ShardColumns[] => shardsOf(plan).map(shardRunner(plan, evaluatorOf(model)));
