/** Answers side by side, and what each item of cost is worth in each, with the difference from the first: sums over ledger lines, item by item. */
import { sumLines, type Item, type Ledger } from "../../ledger/index.ts";
import { ANSWER_WORDS, ANSWERS, answerOf, answersOf, type Answer } from "./answers.ts";
import { ledgerOf } from "./ledger-of.ts";
import type { Subject } from "./subject.ts";

export interface ComparedAnswer {
  readonly of: Answer;
  readonly what: string;
  readonly unit: string;
  /** Null where a subject has no such answer. */
  readonly values: readonly (number | null)[];
}

export interface ComparedItem {
  readonly item: Item;
  /** $/kW-yr delivered; null where a subject does not count it. */
  readonly usd_per_kW_yr: readonly (number | null)[];
  /** From the first; null where either has no such tier. What is not counted is nothing. */
  readonly difference_usd_per_kW_yr: readonly (number | null)[];
}

export interface Comparison {
  readonly subjects: readonly string[];
  readonly answers: readonly ComparedAnswer[];
  /** Those of a tier sum to its answer. */
  readonly tiers: readonly { readonly tier: "orbit" | "ground"; readonly items: readonly ComparedItem[] }[];
}

/** Throws with fewer than two. */
export const compareSubjects = (subjects: readonly Subject[]): Comparison => {
  if (subjects.length < 2) throw new RangeError("two or more are compared");
  const has = subjects.map(({ forms }) => answersOf(forms));
  const ledgers = subjects.map(ledgerOf);
  const answers = ANSWERS.filter((of) => has.some((own) => own.includes(of)));
  return {
    subjects: subjects.map(({ id }) => id),
    answers: answers.map((of) => ({ of, ...ANSWER_WORDS[of], values: subjects.map(({ forms }, i) => (has[i]!.includes(of) ? answerOf(forms, of) : null)) })),
    tiers: (["orbit", "ground"] as const).filter((tier) => answers.includes(tier)).map((tier) => ({ tier, items: itemsOf(ledgers.map((ledger, i) => (has[i]!.includes(tier) ? ledger : null)), tier) })),
  };
};

/** Ledgers of those who have the tier, null for the others; the largest of the first comes first. */
const itemsOf = (ledgers: readonly (Ledger | null)[], tier: "orbit" | "ground"): readonly ComparedItem[] => {
  const costs = ledgers.map((ledger) => (ledger === null ? null : costsOf(ledger, tier)));
  const items = [...new Set(costs.flatMap((cost) => (cost === null ? [] : [...cost.keys()])))];
  return items
    .map((item): ComparedItem => {
      const usd_per_kW_yr = costs.map((cost) => cost?.get(item) ?? null);
      const counted = (i: number): number | null => (costs[i] === null ? null : (usd_per_kW_yr[i] ?? 0));
      const first = counted(0);
      return { item, usd_per_kW_yr, difference_usd_per_kW_yr: costs.map((_, i) => (first === null || counted(i) === null ? null : counted(i)! - first)) };
    })
    .toSorted((a, b) => largest(b) - largest(a));
};

const largest = ({ usd_per_kW_yr }: ComparedItem): number => Math.max(...usd_per_kW_yr.map((value) => Math.abs(value ?? 0)));

const costsOf = (ledger: Ledger, tier: "orbit" | "ground"): ReadonlyMap<Item, number> => {
  const output = sumLines(ledger, { tier, boundary: "output" });
  const lines = ledger.filter((line) => line.tier === tier && line.period === "unit-year" && line.unit === "$" && line.quantity !== 0);
  return new Map([...new Set(lines.map(({ boundary }) => boundary))].map((item) => [item, sumLines(lines, { boundary: item }) / output]));
};
