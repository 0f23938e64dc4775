/** Numbers of a scenario by quarter of the horizon. */
import { amountAt, amountMean, countAt, countMean } from "../scenario/index.ts";
import type { Amount } from "../scenario/index.ts";
import { HOURS_PER_YEAR, JULIAN_YEAR_S, quarterStart_s } from "../units/index.ts";

export const QUARTERS_PER_YEAR = 4;
export const QUARTER_H = HOURS_PER_YEAR / QUARTERS_PER_YEAR;
export const QUARTER_S = JULIAN_YEAR_S / QUARTERS_PER_YEAR;

const PARTS = 12;

const span = (q: number) => ({ from_s: quarterStart_s(q), to_s: quarterStart_s(q + 1), parts: PARTS });

/** Mean of a price or a share over each quarter: a schedule holds its first value backwards. */
export const meanByQuarter = (amount: Amount, quarters: readonly number[]): readonly number[] =>
  quarters.map((q) => (amount.kind === "schedule" ? amountMean(amount, span(q)) : amountAt(amount, quarterStart_s(q))));

/** Mean of what is counted over each quarter: a schedule has none before its first date. */
export const countMeanByQuarter = (amount: Amount, quarters: readonly number[]): readonly number[] =>
  quarters.map((q) => (amount.kind === "schedule" ? countMean(amount, span(q)) : countAt(amount, quarterStart_s(q))));

/** What is counted, at the start of each quarter. */
export const countByQuarter = (amount: Amount, quarters: readonly number[]): readonly number[] => quarters.map((q) => countAt(amount, quarterStart_s(q)));

/** Price at the start of each quarter. */
export const startByQuarter = (amount: Amount, quarters: readonly number[]): readonly number[] => quarters.map((q) => amountAt(amount, quarterStart_s(q)));

/** A life in whole quarters; the shortest that a scenario may state is one. */
export const quartersOfLife = (life_yr: number): number => Math.round(life_yr * QUARTERS_PER_YEAR);
