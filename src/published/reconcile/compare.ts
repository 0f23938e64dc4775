/**
 * Answers side by side, and what each item of cost is worth in each, with the difference from the first.
 *
 * Where one lumps what another counts apart, all that overlaps is one row: a lump is never set against one of the items that it lumps.
 */
import type { Item } from "../../ledger/index.ts";
import { ANSWER_WORDS, ANSWERS, answerOf, answersOf, type Answer } from "./answers.ts";
import { deliveredShare, recovery, yearlyCosts, type CostForm } from "./cost-form.ts";
import type { Subject } from "./subject.ts";

export interface ComparedAnswer {
  readonly of: Answer;
  readonly what: string;
  readonly unit: string;
  /** Null where a subject has no such answer. */
  readonly values: readonly (number | null)[];
}

export interface ComparedItem {
  /** One, or several where one of the subjects lumps them. */
  readonly items: readonly Item[];
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
  const answers = ANSWERS.filter((of) => has.some((own) => own.includes(of)));
  return {
    subjects: subjects.map(({ id }) => id),
    answers: answers.map((of) => ({ of, ...ANSWER_WORDS[of], values: subjects.map(({ forms }, i) => (has[i]!.includes(of) ? answerOf(forms, of) : null)) })),
    tiers: (["orbit", "ground"] as const).filter((tier) => answers.includes(tier)).map((tier) => ({ tier, items: itemsOf(subjects.map(({ forms }, i) => (has[i]!.includes(tier) ? linesOf(forms[tier]!) : null))) })),
  };
};

interface Line {
  readonly covers: readonly Item[];
  /** Of a kilowatt-year delivered. */
  readonly usd_per_kW_yr: number;
}

const linesOf = (form: CostForm): readonly Line[] => {
  const share = deliveredShare(form);
  const lines = yearlyCosts(form).map(({ covers, usd_per_kW_year }) => ({ covers, usd_per_kW_yr: usd_per_kW_year / share }));
  const { engineering } = form;
  const once = engineering === null ? [] : [{ covers: ["operations"] as const, usd_per_kW_yr: engineering.usd_per_kW * recovery(form.rate_per_year, engineering.life_years) }];
  return [...lines, ...once].filter(({ usd_per_kW_yr }) => usd_per_kW_yr !== 0);
};

/** Items that some line lumps stand together, through all that overlaps. */
const groupsIn = (lines: readonly Line[]): readonly (readonly Item[])[] =>
  lines.reduce<readonly (readonly Item[])[]>((groups, { covers }) => {
    const near = groups.filter((items) => items.some((item) => covers.includes(item)));
    return [...groups.filter((items) => !near.includes(items)), [...new Set([...near.flat(), ...covers])]];
  }, []);

/** Lines of those who have the tier, null for the others; the largest comes first. */
const itemsOf = (lines: readonly (readonly Line[] | null)[]): readonly ComparedItem[] =>
  groupsIn(lines.flatMap((own) => own ?? []))
    .map((items): ComparedItem => {
      const of = (own: readonly Line[] | null): readonly Line[] => own?.filter(({ covers }) => items.includes(covers[0]!)) ?? [];
      const usd_per_kW_yr = lines.map((own) => (of(own).length === 0 ? null : of(own).reduce((sum, line) => sum + line.usd_per_kW_yr, 0)));
      const counted = (i: number): number | null => (lines[i] === null ? null : (usd_per_kW_yr[i] ?? 0));
      const first = counted(0);
      return { items: items.toSorted(), usd_per_kW_yr, difference_usd_per_kW_yr: lines.map((_, i) => (first === null || counted(i) === null ? null : counted(i)! - first)) };
    })
    .toSorted((a, b) => largest(b) - largest(a));

const largest = ({ usd_per_kW_yr }: ComparedItem): number => Math.max(...usd_per_kW_yr.map((value) => Math.abs(value ?? 0)));
