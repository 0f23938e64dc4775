/** The module that threads load for a scenario's campaign: compiles it, and computes shards of it. */
import { shardRunner } from "../../risk/index.ts";
import { compileEvaluator } from "../../run/evaluate/index.ts";
import { loadedHighs } from "../../solver/index.ts";
import type { Computation } from "./campaign-record.ts";
import type { ScenarioSubject } from "./scenario-campaign.ts";

/** The subject is what `scenarioCampaign` wrote. Rejects where its evaluator is not that of the plan. */
export const computationOf = async (subject: unknown): Promise<Computation> => {
  const { plan, scenario, base } = subject as ScenarioSubject;
  const evaluator = compileEvaluator(scenario, base, base.plan === "frozen" ? {} : { solve: await loadedHighs() });
  const run = shardRunner(plan, evaluator);
  return {
    columns: [...plan.inputs.map(({ path }) => path), ...plan.outcomes.map(({ key }) => key)],
    compute: ({ start, end }) => {
      const { inputs, outcomes } = run({ shard: Math.floor(start / plan.shardSize), start, end });
      return [...inputs, ...outcomes];
    },
  };
};
