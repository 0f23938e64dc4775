/**
 * All that is told of a campaign, from its shards in order: table of contents of this folder.
 *
 * Moments, quantiles, chances and convergence are of every plain point; indices of every base sample, effects of every trajectory. A Morris
 * design has no plain points: its levels are no sample.
 */
import { designOf } from "../design/index.ts";
import { samplerOf } from "../inputs/index.ts";
import type { CampaignPlan, OutcomeField, ShardColumns } from "../risk-record.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { choicesFold, type ChoiceFindings } from "./choices.ts";
import { convergenceTally, type Convergence } from "./convergence.ts";
import { morrisFold, type MorrisEffects } from "./elementary-effects.ts";
import { inOrder, plainPoint, type Fold } from "./fold.ts";
import { keptRowsFold, type KeptRows } from "./kept-rows.ts";
import { runningMoments, type Moments } from "./moments.ts";
import { quantileSketch, type QuantileBand } from "./sketch.ts";
import { sobolFold, type SobolIndices } from "./sobol-indices.ts";

export interface OutcomeSummary extends OutcomeField {
  readonly moments: Moments;
  /** At `SHARES`; empty where the outcome never exists, and of a yes or no. */
  readonly quantiles: readonly QuantileBand[];
  /** Of a yes or no: how often yes. */
  readonly chance: Chance | null;
  readonly convergence: Convergence;
}

export interface RiskAnalysis {
  readonly points: number;
  /** Points that are a sample of the inputs. */
  readonly plainPoints: number;
  /** In the order of the outcomes. */
  readonly outcomes: readonly OutcomeSummary[];
  readonly choices: readonly ChoiceFindings[];
  /** Of a Saltelli design, an outcome each. */
  readonly indices: readonly SobolIndices[];
  /** Of a Morris design, an outcome each. */
  readonly effects: readonly MorrisEffects[];
  /** The first thousand plain points. */
  readonly scatter: KeptRows;
}

/** What lies below these shares is told. */
export const SHARES = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99] as const;
/** Unit of an outcome that says yes (1) or no (0). */
export const YES_OR_NO = "0 or 1";
const SCATTER = 1000;

/** Takes the shards of a campaign in order and tells all of it. */
export const analysisFold = (plan: CampaignPlan): Fold<RiskAnalysis> => {
  const { factors } = samplerOf(plan.inputs, plan.correlations);
  const isPlain = plainPoint(designOf(plan.design));
  const tallies = plan.outcomes.map(outcomeTally);
  const indices = plan.design.kind === "saltelli" ? plan.outcomes.map((_, k) => sobolFold(plan, factors, k)) : [];
  const effects = plan.design.kind === "morris" ? plan.outcomes.map((_, k) => morrisFold(plan, factors, k)) : [];
  const choices = choicesFold(plan);
  const scatter = keptRowsFold(plan, SCATTER);
  let [points, plainPoints] = [0, 0];
  const add = (shard: ShardColumns): void => {
    for (const fold of [choices, scatter, ...indices, ...effects]) fold.add(shard);
    for (let i = shard.start; i < shard.end; i++) {
      if (!isPlain(i)) continue;
      plainPoints++;
      tallies.forEach((tally, k) => tally.add(shard.outcomes[k]![i - shard.start]!));
    }
    points += shard.end - shard.start;
  };
  const result = (): RiskAnalysis => ({ points, plainPoints, outcomes: tallies.map((tally) => tally.result()), choices: choices.result(), indices: indices.map((fold) => fold.result()), effects: effects.map((fold) => fold.result()), scatter: scatter.result() });
  return inOrder({ add, result });
};

const outcomeTally = (field: OutcomeField): { readonly add: (value: number) => void; readonly result: () => OutcomeSummary } => {
  const [running, sketch, convergence] = [runningMoments(), quantileSketch(), convergenceTally()];
  const asked = field.unit === YES_OR_NO;
  let yes = 0;
  return {
    add: (value) => {
      running.add(value);
      convergence.add(value);
      if (asked) yes += value === 1 ? 1 : 0;
      else sketch.add(value);
    },
    result: () => ({ ...field, moments: running.moments(), quantiles: SHARES.flatMap((share) => sketch.quantile(share) ?? []), chance: asked ? chanceOf(yes, running.count()) : null, convergence: convergence.result() }),
  };
};
