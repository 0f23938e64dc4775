/** Indices of campaigns, and how far those of Ishigami are from the closed form. */
import { samplerOf, sobolFold, type CampaignPlan, type Factor, type SobolIndices } from "../../src/risk/index.ts";
import { campaignOf, shardsRun, uniform, type Modelled } from "./campaign-of.ts";
import { ishigami, published } from "./golden.ts";

export const ISHIGAMI: Modelled = { distributions: [1, 2, 3].map(() => uniform(-Math.PI, Math.PI)), outcomes: (x) => [ishigami(x)] };
export const factorsOf = (plan: CampaignPlan): readonly Factor[] => samplerOf(plan.inputs, plan.correlations).factors;

export const indices = (plan: CampaignPlan, model: Modelled): SobolIndices => {
  const fold = sobolFold(plan, factorsOf(plan), 0);
  for (const shard of shardsRun(plan, model)) fold.add(shard);
  return fold.result();
};

/** The 19th of the largest errors of 20 seeds. */
export const error95 = (samples: number, secondOrder: boolean): number => {
  const worst = Array.from({ length: 20 }, (_, seed) => {
    const { factors } = indices(campaignOf(ISHIGAMI, { kind: "saltelli", samples, seed, secondOrder }), ISHIGAMI);
    return Math.max(...factors.flatMap(({ first, total }, j) => [Math.abs(first.value - published.ishigami.S[j]!), Math.abs(total.value - published.ishigami.ST[j]!)]));
  });
  return worst.toSorted((a, b) => a - b)[18]!;
};
