/** Numbers of a scenario by quarter of the horizon. */
import { amountAt, amountMean } from "../scenario/index.ts";
import type { Amount } from "../scenario/index.ts";
import { HOURS_PER_YEAR, JULIAN_YEAR_S, quarterStart_s } from "../units/index.ts";

export const QUARTERS_PER_YEAR = 4;
export const QUARTER_H = HOURS_PER_YEAR / QUARTERS_PER_YEAR;
export const QUARTER_S = JULIAN_YEAR_S / QUARTERS_PER_YEAR;

const PARTS = 12;

/** Mean over each quarter. */
export const meanByQuarter = (amount: Amount, quarters: readonly number[]): readonly number[] =>
  quarters.map((q) => (amount.kind === "schedule" ? amountMean(amount, { from_s: quarterStart_s(q), to_s: quarterStart_s(q + 1), parts: PARTS }) : amountAt(amount, quarterStart_s(q))));

/** Value at the start of each quarter. */
export const startByQuarter = (amount: Amount, quarters: readonly number[]): readonly number[] => quarters.map((q) => amountAt(amount, quarterStart_s(q)));

/** A life in whole quarters, at least one. */
export const quartersOfLife = (life_yr: number): number => Math.max(1, Math.round(life_yr * QUARTERS_PER_YEAR));
