/**
 * All that is told of a campaign, from its shards in order: table of contents of this folder.
 *
 * Moments, quantiles, chances and convergence are of every plain point; indices of every base sample; scatter, rules, regret and value of
 * information of the first 16,384 plain points, which are kept. A Morris design has no plain points: its levels are no sample.
 */
import { designOf } from "../design/index.ts";
import { samplerOf } from "../inputs/index.ts";
import type { CampaignPlan, Choice, OutcomeField, ShardColumns } from "../risk-record.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { convergenceTally, type Convergence } from "./convergence.ts";
import { morrisFold, type MorrisEffects } from "./elementary-effects.ts";
import { inOrder, outcomeAt, plainPoint, type Fold } from "./fold.ts";
import { keptRowsFold, type KeptRows } from "./kept-rows.ts";
import { runningMoments, type Moments } from "./moments.ts";
import { primBox, type Box } from "./prim.ts";
import { robustnessOf, type Robustness } from "./robust.ts";
import { quantileSketch, type QuantileBand } from "./sketch.ts";
import { sobolFold, type SobolIndices } from "./sobol-indices.ts";
import { stakesOf, type Stakes } from "./stakes.ts";
import { treeLeaves, type Leaf } from "./tree.ts";
import { partialInformation, perfectInformation, type PartialInformation, type PerfectInformation } from "./value-of-information.ts";

export interface OutcomeSummary extends OutcomeField {
  readonly moments: Moments;
  /** At 1, 5, 10, 25, 50, 75, 90, 95 and 99 %; empty where the outcome never exists. */
  readonly quantiles: readonly QuantileBand[];
  readonly convergence: Convergence;
}

export interface AlternativeSummary extends Robustness {
  readonly id: string;
  readonly name: string;
  /** How often no other is better, over all plain points; null where the alternatives never exist together. */
  readonly wins: Chance | null;
}

export interface ChoiceSummary extends Pick<Choice, "id" | "name" | "unit" | "better"> {
  /** Kept points that the following are of, and those left out in which an alternative does not exist. */
  readonly rows: number;
  readonly missing: number;
  readonly alternatives: readonly AlternativeSummary[];
  /** Ids of the alternatives that are best in the mean, in the worst tenth, and by least worst regret. */
  readonly bestMean: string;
  readonly bestTail: string;
  readonly leastRegret: string;
  readonly perfect: PerfectInformation;
  /** Inputs whose knowledge is worth most first. */
  readonly partial: readonly PartialInformation[];
  /** What must be true for the first alternative to win; null where too few points say so, or it always or never does. */
  readonly box: Box | null;
  readonly tree: readonly Leaf[];
}

export interface RiskAnalysis {
  readonly points: number;
  /** Points that are a sample of the inputs. */
  readonly plainPoints: number;
  readonly outcomes: readonly OutcomeSummary[];
  /** Choices of which at least 100 kept points know every alternative. */
  readonly choices: readonly ChoiceSummary[];
  /** Of a Saltelli design, an outcome each. */
  readonly indices: readonly SobolIndices[];
  /** Of a Morris design, an outcome each. */
  readonly effects: readonly MorrisEffects[];
  /** The first thousand plain points. */
  readonly scatter: KeptRows;
}

const SHARES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;
const TAIL = 0.1;
const WANTED = 0.9;
const SCATTER = 1000;
const LEAST_ROWS = 100;

/** Takes the shards of a campaign in order and tells all of it. */
export const analysisFold = (plan: CampaignPlan): Fold<RiskAnalysis> => {
  const { factors } = samplerOf(plan.inputs, plan.correlations);
  const isPlain = plainPoint(designOf(plan.design));
  const tallies = plan.outcomes.map(outcomeTally);
  const wins = plan.choices.map((choice) => winTally(plan, choice));
  const kept = keptRowsFold(plan);
  const indices = plan.design.kind === "saltelli" ? plan.outcomes.map((_, k) => sobolFold(plan, factors, k)) : [];
  const effects = plan.design.kind === "morris" ? plan.outcomes.map((_, k) => morrisFold(plan, factors, k)) : [];
  let [points, plainPoints] = [0, 0];
  const add = (shard: ShardColumns): void => {
    for (const fold of [kept, ...indices, ...effects]) fold.add(shard);
    for (let i = shard.start; i < shard.end; i++) {
      if (!isPlain(i)) continue;
      plainPoints++;
      tallies.forEach((tally, k) => tally.add(shard.outcomes[k]![i - shard.start]!));
      for (const tally of wins) tally.add(shard, i - shard.start);
    }
    points += shard.end - shard.start;
  };
  const result = (): RiskAnalysis => {
    const rows = kept.result();
    const choices = plan.choices.flatMap((choice, c) => choiceSummary(plan, choice, { stakes: stakesOf(plan, choice, rows), wins: wins[c]!.chances() }));
    return { points, plainPoints, outcomes: tallies.map((tally) => tally.result()), choices, indices: indices.map((fold) => fold.result()), effects: effects.map((fold) => fold.result()), scatter: firstRows(rows, SCATTER) };
  };
  return inOrder({ add, result });
};

const outcomeTally = (field: OutcomeField): { readonly add: (value: number) => void; readonly result: () => OutcomeSummary } => {
  const [running, sketch, convergence] = [runningMoments(), quantileSketch(), convergenceTally()];
  return {
    add: (value) => {
      running.add(value);
      sketch.add(value);
      convergence.add(value);
    },
    result: () => ({ ...field, moments: running.moments(), quantiles: SHARES.flatMap((share) => sketch.quantile(share) ?? []), convergence: convergence.result() }),
  };
};

interface WinTally {
  readonly add: (shard: ShardColumns, row: number) => void;
  readonly chances: () => readonly (Chance | null)[];
}

/** An alternative wins where no other is better; equals both do. */
const winTally = (plan: CampaignPlan, { alternatives, better }: Choice): WinTally => {
  const at = alternatives.map(({ outcome }) => outcomeAt(plan, outcome));
  const sign = better === "low" ? -1 : 1;
  const hits = alternatives.map(() => 0);
  let count = 0;
  return {
    add: ({ outcomes }, row) => {
      let best = -Infinity;
      for (const k of at) {
        const value = sign * outcomes[k]![row]!;
        if (Number.isNaN(value)) return;
        best = Math.max(best, value);
      }
      count++;
      at.forEach((k, a) => (hits[a] = hits[a]! + (sign * outcomes[k]![row]! === best ? 1 : 0)));
    },
    chances: () => hits.map((hit) => chanceOf(hit, count)),
  };
};

const choiceSummary = (plan: CampaignPlan, choice: Choice, { stakes, wins }: { readonly stakes: Stakes; readonly wins: readonly (Chance | null)[] }): readonly ChoiceSummary[] => {
  if (stakes.rows < LEAST_ROWS) return [];
  const { id, name, unit, better, alternatives } = choice;
  const robust = robustnessOf(stakes, { tail: TAIL, sign: better === "low" ? -1 : 1 });
  const told = alternatives.map((one, a): AlternativeSummary => ({ id: one.id, name: one.name, wins: wins[a]!, ...robust[a]! }));
  const paths = plan.inputs.map(({ path }) => path);
  const holds = Uint8Array.from({ length: stakes.rows }, (_, row) => (stakes.worth.every((column) => stakes.worth[0]![row]! >= column[row]!) ? 1 : 0));
  const partial = paths.map((path, input): PartialInformation => ({ path, ...partialInformation(stakes, input) })).toSorted((a, b) => b.value - a.value || b.high - a.high);
  const least = (of: (one: AlternativeSummary) => number): string => told.reduce((a, b) => (of(b) < of(a) ? b : a)).id;
  const toward = better === "low" ? 1 : -1;
  return [{
    id, name, unit, better, rows: stakes.rows, missing: stakes.missing, alternatives: told,
    bestMean: least(({ mean }) => toward * mean), bestTail: least(({ worstTail }) => toward * worstTail), leastRegret: least(({ worstRegret }) => worstRegret),
    perfect: perfectInformation(stakes), partial,
    box: primBox({ paths, inputs: stakes.inputs, holds, wanted: WANTED }), tree: treeLeaves({ paths, inputs: stakes.inputs, holds }),
  }];
};

const firstRows = ({ rows, inputs, outcomes }: KeptRows, most: number): KeptRows => ({ rows: Math.min(rows, most), inputs: inputs.map((column) => column.slice(0, most)), outcomes: outcomes.map((column) => column.slice(0, most)) });
