/**
 * What is told of a campaign's outcomes in one pass over its shards, in their order: memory is flat in the number of points, and the numbers are
 * the same bytes whoever computed the shards, and in which.
 *
 *   1. mean, spread and quantiles of plain draws of the inputs (risk/analysis): every point of random, latin and sobol, A and B of saltelli
 *   2. how often an outcome that says yes or no (0 or 1 throughout) says yes, with Wilson's interval
 *   3. what decides it: Sobol indices of a saltelli design, elementary effects of a morris design
 *
 * A point whose outcome does not exist is left out of that outcome, and counted.
 */
import { chanceOf, designOf, inOrder, morrisFold, plainPoint, quantileSketch, runningMoments, samplerOf, sobolFold } from "../../risk/index.ts";
import type { CampaignPlan, Chance, Factor, Fold, Moments, MorrisEffects, OutcomeField, QuantileBand, ShardColumns, SobolIndices } from "../../risk/index.ts";

export interface OutcomeFindings {
  readonly outcome: OutcomeField;
  /** Of plain draws; none of a morris design. */
  readonly moments: Moments;
  /** At `SHARES`; empty where there is no value, and of a yes or no. */
  readonly bands: readonly QuantileBand[];
  /** Of a yes or no: how often yes. */
  readonly chance: Chance | null;
  readonly indices: SobolIndices | null;
  readonly effects: MorrisEffects | null;
}

export interface CampaignFindings {
  /** Points that were read, of those that the plan has. */
  readonly points: number;
  /** Of them plain draws of the inputs. */
  readonly draws: number;
  readonly outcomes: readonly OutcomeFindings[];
}

/** What lies below these shares is told. */
export const SHARES = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99] as const;

/** Takes a campaign's shards in order. */
export const findingsFold = (plan: CampaignPlan): Fold<CampaignFindings> => {
  const design = designOf(plan.design);
  const plain = plainPoint(design);
  const { factors } = samplerOf(plan.inputs, plan.correlations);
  const folds = plan.outcomes.map((_, at) => outcomeFold(plan, factors, { at, plain }));
  let [points, draws] = [0, 0];
  return inOrder({
    add: (shard) => {
      for (const fold of folds) fold.add(shard);
      points += shard.end - shard.start;
      for (let i = shard.start; i < shard.end; i++) if (plain(i)) draws++;
    },
    result: () => ({ points, draws, outcomes: folds.map(({ result }) => result()) }),
  });
};

interface Which {
  /** Position of the outcome. */
  readonly at: number;
  readonly plain: (i: number) => boolean;
}

const outcomeFold = (plan: CampaignPlan, factors: readonly Factor[], { at, plain }: Which): Fold<OutcomeFindings> => {
  const values = valuesFold(at, plain);
  const indices = plan.design.kind === "saltelli" ? sobolFold(plan, factors, at) : null;
  const effects = plan.design.kind === "morris" ? morrisFold(plan, factors, at) : null;
  return {
    add: (shard) => {
      values.add(shard);
      indices?.add(shard);
      effects?.add(shard);
    },
    result: () => ({ outcome: plan.outcomes[at]!, ...values.result(), indices: indices?.result() ?? null, effects: effects?.result() ?? null }),
  };
};

/** Whether every value so far is a yes or a no, and how many are yes. */
const valuesFold = (at: number, plain: (i: number) => boolean): Fold<Pick<OutcomeFindings, "moments" | "bands" | "chance">> => {
  const running = runningMoments();
  const sketch = quantileSketch();
  let yes = 0;
  let binary = true;
  const take = (value: number): void => {
    running.add(value);
    if (Number.isNaN(value)) return;
    sketch.add(value);
    if (value === 1) yes++;
    else if (value !== 0) binary = false;
  };
  return {
    add: ({ start, outcomes }: ShardColumns) => {
      const column = outcomes[at]!;
      for (let row = 0; row < column.length; row++) if (plain(start + row)) take(column[row]!);
    },
    result: () => {
      const moments = running.moments();
      const bands = binary ? [] : SHARES.flatMap((share) => sketch.quantile(share) ?? []);
      return { moments, bands, chance: binary ? chanceOf(yes, moments.count) : null };
    },
  };
};
