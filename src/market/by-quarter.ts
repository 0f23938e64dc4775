/** Fields of a scenario by quarter of its horizon. */
import { amountAt, amountMean, countAt, countMean, type Amount, type Scenario } from "../scenario/index.ts";
import { quarterStart_s } from "../units/index.ts";

export const QUARTERS_PER_YEAR = 4;
const PARTS = 12;

const span = (q: number) => ({ from_s: quarterStart_s(q), to_s: quarterStart_s(q + 1), parts: PARTS });

/** Quarters of the horizon, as whole numbers (year * 4 + 0..3). */
export const quartersOf = ({ horizon }: Pick<Scenario, "horizon">): readonly number[] =>
  Array.from({ length: Math.round(horizon.years_yr * QUARTERS_PER_YEAR) }, (_, i) => horizon.start_quarter + i);

/** What is counted a year, mean over each quarter: a schedule has none before its first date. */
export const rateByQuarter = (amount: Amount, quarters: readonly number[]): readonly number[] => quarters.map((q) => countMean(amount, span(q)));

/** A share, mean over each quarter: a schedule holds its first value backwards. */
export const shareByQuarter = (amount: Amount, quarters: readonly number[]): readonly number[] => quarters.map((q) => amountMean(amount, span(q)));

/** A price or a power at the start of each quarter. */
export const startByQuarter = (amount: Amount, quarters: readonly number[]): readonly number[] => quarters.map((q) => amountAt(amount, quarterStart_s(q)));

/** What is counted, at the start of each quarter. */
export const countByQuarter = (amount: Amount, quarters: readonly number[]): readonly number[] => quarters.map((q) => countAt(amount, quarterStart_s(q)));

/** Steps by quarter as a field would be written: what `rateByQuarter` and `startByQuarter` read back. */
export const stepsOf = (quarters: readonly number[], value: readonly number[]): Amount => ({ kind: "schedule", interpolation: "step", t_s: quarters.map(quarterStart_s), value });
