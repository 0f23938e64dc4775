/**
 * What is told of each choice of a campaign, from its shards in order: who wins how often and what must be true for it, what each comes to, what is regretted,
 * what it is worth to know.
 *
 * How often an alternative wins is of every plain point; an alternative that does not exist there (a platform that does not close) has lost. The rest is of the
 * first 16,384 plain points, rules of half of them; means, regret and information of those in which every alternative exists, the others counted. A
 * Morris design has no plain points: its levels are no sample.
 */
import { designOf } from "../design/index.ts";
import type { CampaignPlan, Choice, ShardColumns } from "../risk-record.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { inOrder, outcomeAt, plainPoint, type Fold } from "./fold.ts";
import { keptRowsFold, type KeptRows } from "./kept-rows.ts";
import { primBox, type Box } from "./prim.ts";
import { robustnessOf, type Robustness } from "./robust.ts";
import { stakesOf } from "./stakes.ts";
import { treeLeaves, type Leaf } from "./tree.ts";
import { partialInformation, perfectInformation, type PartialInformation, type PerfectInformation } from "./value-of-information.ts";

export interface AlternativeFindings {
  readonly id: string;
  readonly name: string;
  /** How often no other is better; null where none ever exists. */
  readonly wins: Chance | null;
  /** What must be true for it to win; null where too few points say so, or it always or never does. */
  readonly box: Box | null;
  readonly tree: readonly Leaf[];
}

export interface Worths {
  /** Points that it is of. */
  readonly rows: number;
  /** In the order of the alternatives. */
  readonly alternatives: readonly Robustness[];
  /** Ids of the alternatives that are best in the mean, in the mean of the worst tenth, and by least worst regret. */
  readonly bestMean: string;
  readonly bestTail: string;
  readonly leastRegret: string;
  readonly perfect: PerfectInformation;
  /** Inputs whose knowledge is worth most first. */
  readonly partial: readonly PartialInformation[];
}

export interface ChoiceFindings extends Pick<Choice, "id" | "name" | "unit" | "better"> {
  readonly alternatives: readonly AlternativeFindings[];
  /** Kept points in which an alternative does not exist: `worths` are of the others. */
  readonly missing: number;
  /** Null where fewer than 100 points know every alternative. */
  readonly worths: Worths | null;
}

export const WORST_TAIL = 0.1;
/** Density that a box is peeled to. */
const WANTED = 0.9;
const RULE_ROWS = 8192;
const LEAST_ROWS = 100;

/** Takes a campaign's shards in order; `kept` rows are held. */
export const choicesFold = (plan: CampaignPlan): Fold<readonly ChoiceFindings[]> => {
  const isPlain = plainPoint(designOf(plan.design));
  const tallies = plan.choices.map((choice) => winTally(plan, choice));
  const kept = keptRowsFold(plan);
  const add = (shard: ShardColumns): void => {
    kept.add(shard);
    for (let i = shard.start; i < shard.end; i++) if (isPlain(i)) for (const tally of tallies) tally.add(shard.outcomes, i - shard.start);
  };
  const result = (): readonly ChoiceFindings[] => {
    const rows = kept.result();
    return plan.choices.map((choice, c) => choiceFindings(plan, choice, { rows, wins: tallies[c]!.chances() }));
  };
  return inOrder({ add, result });
};

/** Writes which alternatives no other beats in a row; false where none exists. Equals win both. */
const winners = (plan: Pick<CampaignPlan, "outcomes">, { alternatives, better }: Choice): ((outcomes: readonly Float64Array[], row: number, won: Uint8Array) => boolean) => {
  const at = alternatives.map(({ outcome }) => outcomeAt(plan, outcome));
  const sign = better === "low" ? -1 : 1;
  return (outcomes, row, won) => {
    let best = -Infinity;
    for (const k of at) {
      const value = sign * outcomes[k]![row]!;
      if (value > best) best = value;
    }
    at.forEach((k, a) => (won[a] = sign * outcomes[k]![row]! === best ? 1 : 0));
    return won.includes(1);
  };
};

const winTally = (plan: CampaignPlan, choice: Choice): { readonly add: (outcomes: readonly Float64Array[], row: number) => void; readonly chances: () => readonly (Chance | null)[] } => {
  const who = winners(plan, choice);
  const won = new Uint8Array(choice.alternatives.length);
  const hits = choice.alternatives.map(() => 0);
  let count = 0;
  return {
    add: (outcomes, row) => {
      if (!who(outcomes, row, won)) return;
      count++;
      won.forEach((one, a) => (hits[a] = hits[a]! + one));
    },
    chances: () => hits.map((hit) => chanceOf(hit, count)),
  };
};

const choiceFindings = (plan: CampaignPlan, choice: Choice, { rows, wins }: { readonly rows: KeptRows; readonly wins: readonly (Chance | null)[] }): ChoiceFindings => {
  const { id, name, unit, better } = choice;
  const { inputs, holds } = rulesRows(plan, choice, rows);
  const paths = plan.inputs.map(({ path }) => path);
  const alternatives = choice.alternatives.map((one, a): AlternativeFindings => {
    const asked = { paths, inputs, holds: holds[a]!, wanted: WANTED };
    return { id: one.id, name: one.name, wins: wins[a]!, box: primBox(asked), tree: treeLeaves(asked) };
  });
  return { id, name, unit, better, alternatives, ...worthsOf(plan, choice, rows) };
};

/** The first kept rows in which some alternative exists, and who wins there. */
const rulesRows = (plan: CampaignPlan, choice: Choice, { rows, inputs, outcomes }: KeptRows): { readonly inputs: readonly Float64Array[]; readonly holds: readonly Uint8Array[] } => {
  const who = winners(plan, choice);
  const won = new Uint8Array(choice.alternatives.length);
  const at = Array.from({ length: Math.min(rows, RULE_ROWS) }, (_, row) => row).filter((row) => who(outcomes, row, won));
  const holds = choice.alternatives.map((_, a) => Uint8Array.from(at, (row) => (who(outcomes, row, won) ? won[a]! : 0)));
  return { inputs: inputs.map((column) => Float64Array.from(at, (row) => column[row]!)), holds };
};

const worthsOf = (plan: CampaignPlan, choice: Choice, kept: KeptRows): Pick<ChoiceFindings, "missing" | "worths"> => {
  const stakes = stakesOf(plan, choice, kept);
  if (stakes.rows < LEAST_ROWS) return { missing: stakes.missing, worths: null };
  const [toward, ids] = [choice.better === "low" ? -1 : 1, choice.alternatives.map(({ id }) => id)] as const;
  const alternatives = robustnessOf(stakes, { tail: WORST_TAIL, sign: toward });
  const most = (of: (one: Robustness) => number): string => ids[alternatives.reduce((best, one, a) => (of(one) > of(alternatives[best]!) ? a : best), 0)]!;
  const partial = plan.inputs.map(({ path }, input): PartialInformation => ({ path, ...partialInformation(stakes, input) })).toSorted((a, b) => b.value - a.value || b.high - a.high);
  const worths: Worths = {
    rows: stakes.rows, alternatives, perfect: perfectInformation(stakes), partial,
    bestMean: most(({ mean }) => toward * mean), bestTail: most(({ worstTail }) => toward * worstTail), leastRegret: most(({ worstRegret }) => -worstRegret),
  };
  return { missing: stakes.missing, worths };
};
