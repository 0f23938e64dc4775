/** Answers side by side, and the difference item by item. */
import type { Comparison } from "../../published/index.ts";
import type { Run } from "../../run/index.ts";
import { numberColumn, wordColumn, type Column, type Table } from "../table.ts";

/** "A" for the first, "B" for the next. */
const letter = (i: number): string => String.fromCodePoint("A".codePointAt(0)! + i);

const valueColumns = (subjects: readonly string[], unit: string): readonly Column[] => subjects.map((_, i) => numberColumn(letter(i), unit));

const ANSWERS: Readonly<Record<Comparison["answers"][number]["of"], string>> = { orbit: "in orbit", ground: "on the ground", ratio: "orbit over ground", "break-even": "launch price at which both are equal", mass: "mass launched", panel: "panel" };

const answersTable = ({ subjects, answers }: Comparison): Table => ({
  id: "answers",
  title: "Side by side",
  columns: [wordColumn("what"), wordColumn("unit"), ...valueColumns(subjects, "")],
  rows: answers.map(({ of, unit, values }) => [ANSWERS[of], unit, ...values]),
  note: subjects.map((id, i) => `${letter(i)}: ${id}`).join("; "),
});

/** What is no more than the rounding of a sum is shown as nothing. */
const ROUNDING = 1e-12;
const shown = (difference: number | null, value: number | null): number | null => (difference !== null && value !== null && Math.abs(difference) <= ROUNDING * Math.abs(value) ? 0 : difference);

const TIER_WORDS = { orbit: "In orbit", ground: "On the ground" } as const;

const itemsTable = ({ subjects }: Comparison, { tier, items }: Comparison["tiers"][number]): Table => {
  const others = subjects.slice(1).map((_, i) => i + 1);
  const total = (values: readonly (number | null)[]): number | null => (values.every((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  return {
    id: `items-${tier}`,
    title: `${TIER_WORDS[tier]}, item by item`,
    columns: [wordColumn("item"), ...valueColumns(subjects, "$/kW-yr"), ...others.map((i) => numberColumn(`${letter(i)} less A`, "$/kW-yr"))],
    rows: [
      ...items.map(({ items: together, usd_per_kW_yr, difference_usd_per_kW_yr }) => [together.join(" + "), ...usd_per_kW_yr, ...others.map((i) => shown(difference_usd_per_kW_yr[i] ?? null, usd_per_kW_yr[i] ?? null))]),
      ["all", ...subjects.map((_, i) => total(items.map(({ usd_per_kW_yr }) => usd_per_kW_yr[i] ?? null))), ...others.map((i) => total(items.map(({ difference_usd_per_kW_yr }) => difference_usd_per_kW_yr[i] ?? null)))],
    ],
    note: "- where it is not counted; differences take that for nothing. Items joined by + are lumped by one of those compared, and are compared as one",
  };
};

type Figure = readonly [what: string, unit: string, of: (run: Run) => number | null];

/** What a run says beside its levelised cost. */
const FIGURES: readonly Figure[] = [
  ["ground, a GPU-hour", "$/GPU-h", (run) => run.finance?.ground?.usd_per_GPU_h ?? null],
  ["orbit, a GPU-hour", "$/GPU-h", (run) => run.finance?.orbit?.usd_per_GPU_h ?? null],
  ["net present value of the plan", "M$", (run) => (run.finance === null || run.plan?.status !== "optimal" ? null : run.finance.cash.npv_usd / 1e6)],
  ["launches", "", (run) => (run.plan?.status === "optimal" ? run.plan.build.reduce((sum, { launches }) => sum + launches.reduce((a, b) => a + b, 0), 0) : null)],
  ["mass of a platform", "kg", (run) => run.sizing?.platform?.mass.wet_kg ?? null],
];

/** Null runs are of published models. */
const runsTable = ({ subjects }: Comparison, runs: readonly (Run | null)[]): Table => ({
  id: "runs",
  title: "Of the runs",
  columns: [wordColumn("what"), wordColumn("unit"), ...valueColumns(subjects, "")],
  rows: FIGURES.map(([what, unit, of]) => [what, unit, ...runs.map((run) => (run === null ? null : of(run)))]),
  note: "",
});

/** Answers, figures of the runs where there are any, and a table of items for each tier. */
export const compareTables = (found: Comparison, runs: readonly (Run | null)[]): readonly Table[] => [
  answersTable(found),
  ...(runs.some((run) => run !== null) ? [runsTable(found, runs)] : []),
  ...found.tiers.map((tier) => itemsTable(found, tier)),
];
