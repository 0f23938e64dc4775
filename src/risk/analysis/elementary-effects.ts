/**
 * Elementary effects of a Morris design: how much a factor moves an outcome, and whether evenly.
 *
 *   1. effect (y after - y before)/(step of the coordinate); mu its mean, mu* the mean of its size, sigma its standard deviation
 *                        (Morris, Technometrics 33, 1991; mu*: Campolongo, Cariboni and Saltelli, Env. Modelling Software 22, 2007)
 *
 * mu* large: it matters; sigma as large as mu*: by way of others or bent. Memory is flat in the number of trajectories. Accuracy: the
 * exercise of Saltelli et al., Global Sensitivity Analysis: The Primer, 2008, ex. 4 (test/risk/analysis).
 */
import { designOf } from "../design/index.ts";
import type { CampaignPlan, Factor, ShardColumns } from "../risk-record.ts";
import type { Fold } from "./fold.ts";
import { runningMoments } from "./moments.ts";

export interface ElementaryEffect {
  readonly factor: string;
  readonly mu: number;
  readonly muStar: number;
  readonly sigma: number;
  /** Standard error of mu*. */
  readonly muStarError: number;
  readonly count: number;
}

export interface MorrisEffects {
  readonly outcome: string;
  /** Steps left out, for an outcome that did not exist before or after. */
  readonly missing: number;
  /** In the order of the factors, but those that were never seen. */
  readonly factors: readonly ElementaryEffect[];
}

/** Collects steps: of which factor, how far its coordinate went, and how far the outcome. */
export const effectTally = (factors: readonly string[]): { readonly step: (factor: number, change: { readonly coordinate: number; readonly outcome: number }) => void; readonly effects: () => Omit<MorrisEffects, "outcome"> } => {
  const signed = factors.map(runningMoments);
  const sized = factors.map(runningMoments);
  return {
    step: (factor, { coordinate, outcome }) => {
      signed[factor]!.add(outcome / coordinate);
      sized[factor]!.add(Math.abs(outcome / coordinate));
    },
    effects: () => ({
      missing: signed.reduce((sum, one) => sum + one.moments().missing, 0),
      factors: factors.flatMap((factor, j) => {
        const [effect, size] = [signed[j]!.moments(), sized[j]!.moments()];
        if (effect.mean === null || effect.sd === null || size.mean === null || size.standardError === null) return [];
        return [{ factor, mu: effect.mean, muStar: size.mean, sigma: effect.sd, muStarError: size.standardError, count: effect.count }];
      }),
    }),
  };
};

/** Effects on one outcome, by its position. Throws where the campaign is no Morris design. */
export const morrisFold = (plan: CampaignPlan, factors: readonly Factor[], outcome: number): Fold<MorrisEffects> => {
  if (plan.design.kind !== "morris") throw new RangeError(`elementary effects need a morris design, not ${plan.design.kind}`);
  const design = designOf(plan.design);
  const tally = effectTally(factors.map(({ name }) => name));
  let before = new Float64Array(design.dimensions);
  let after = new Float64Array(design.dimensions);
  const add = ({ start, end, outcomes }: ShardColumns): void => {
    for (let i = start; i < end; i++) {
      design.point(i, after);
      if (i % design.block !== 0) {
        const moved = factors.findIndex(({ coordinates: [d] }) => after[d!] !== before[d!]);
        const d = factors[moved]!.coordinates[0]!;
        tally.step(moved, { coordinate: after[d]! - before[d]!, outcome: outcomes[outcome]![i - start]! - outcomes[outcome]![i - start - 1]! });
      }
      [before, after] = [after, before];
    }
  };
  return { add, result: () => ({ outcome: plan.outcomes[outcome]!.key, ...tally.effects() }) };
};
