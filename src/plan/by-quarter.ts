/** Numbers of a scenario by quarter of the horizon. */
import { amountAt, amountMean, countAt, countMean } from "../scenario/index.ts";
import type { Amount } from "../scenario/index.ts";
import { HOURS_PER_YEAR, JULIAN_YEAR_S, quarterStart_s } from "../units/index.ts";

export const QUARTERS_PER_YEAR = 4;
export const QUARTER_H = HOURS_PER_YEAR / QUARTERS_PER_YEAR;
export const QUARTER_S = JULIAN_YEAR_S / QUARTERS_PER_YEAR;

const PARTS = 12;

const span = (q: number) => ({ from_s: quarterStart_s(q), to_s: quarterStart_s(q + 1), parts: PARTS });

type Quarters = readonly number[];
type Schedule = Extract<Amount, { kind: "schedule" }>;

/** The same number in each quarter, or whatever there are so many of: a loop over scenarios makes dozens of them a point. */
export const steady = (value: number, quarters: { readonly length: number }): number[] => {
  // Array.from asks an iterator for each: this is a third of its time.
  // oxlint-disable-next-line unicorn/no-new-array
  const values = new Array<number>(quarters.length);
  for (let t = 0; t < values.length; t++) values[t] = value;
  return values;
};

/** A schedule by quarter is worked out once for each horizon: records do not change. Constants need no quarter. */
const byQuarter = (of: (schedule: Schedule, quarter: number) => number): ((amount: Amount, quarters: Quarters) => Quarters) => {
  const known = new WeakMap<Schedule, { readonly quarters: Quarters; readonly values: Quarters }>();
  return (amount, quarters) => {
    if (amount.kind !== "schedule") return steady(amountAt(amount, 0), quarters);
    const before = known.get(amount);
    if (before !== undefined && before.quarters === quarters) return before.values;
    const values = quarters.map((q) => of(amount, q));
    known.set(amount, { quarters, values });
    return values;
  };
};

/** Mean of a price or a share over each quarter: a schedule holds its first value backwards. */
export const meanByQuarter = byQuarter((schedule, q) => amountMean(schedule, span(q)));

/** Mean of what is counted over each quarter: a schedule has none before its first date. */
export const countMeanByQuarter = byQuarter((schedule, q) => countMean(schedule, span(q)));

/** What is counted, at the start of each quarter. */
export const countByQuarter = byQuarter((schedule, q) => countAt(schedule, quarterStart_s(q)));

/** Price at the start of each quarter. */
export const startByQuarter = byQuarter((schedule, q) => amountAt(schedule, quarterStart_s(q)));

/** A life in whole quarters; the shortest that a scenario may state is one. */
export const quartersOfLife = (life_yr: number): number => Math.round(life_yr * QUARTERS_PER_YEAR);
