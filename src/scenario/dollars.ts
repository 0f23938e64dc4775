/**
 * Prices written in another year's money or another currency, brought to dollars of the scenario's price year.
 *
 *   1. year y to price year Y: x index(Y)/index(y); the index is the series that money.priceIndex names as far as it goes, and inflation beyond
 *      its last year, before its first and without a series
 *   2. a currency: x dollars for one unit (money.currencies). Where its price moves with time and the field may, a constant becomes a schedule along it;
 *      a schedule takes it at its own dates; all else takes it in the middle of the year that the price is of
 *
 * Exchange rates are real: of money of one year on both sides.
 */
import type { Entry } from "../catalog/index.ts";
import { quarterStart_s } from "../units/index.ts";
import { amountAt } from "./amount.ts";
import type { Amount, NumberRow } from "./field.ts";
import type { Complaint } from "./problem.ts";
import type { WrittenDollars } from "./written-dollars.ts";

/** Read ahead of all other sections. */
export interface Dollars {
  readonly priceYear: number;
  readonly inflation_per_yr: number;
  readonly index: Entry | null;
  readonly currencies: readonly { readonly id: string; readonly usd: Amount }[];
}

export type Exchange =
  | { readonly ok: true; readonly amount: number | Amount; readonly value: number; readonly words: string }
  | { readonly ok: false; readonly complaint: Complaint };

/** An amount in dollars of the price year; `value` stands for it in the list of assumptions. */
export const inDollars = ({ amount, value }: { readonly amount: number | Amount; readonly value: number }, { row, written, dollars }: { readonly row: NumberRow; readonly written: WrittenDollars; readonly dollars: Dollars }): Exchange => {
  const year = written.priceYear ?? dollars.priceYear;
  const level = priceLevel(dollars, year);
  const by = written.priceYear === null ? "" : `of ${year} by ${dollars.index === null ? "inflation" : `${dollars.index.id}, inflation beyond it`}`;
  if (written.currency === "") return { ok: true, amount: scaled(amount, level), value: value * level, words: by };
  const found = dollars.currencies.find(({ id }) => id === written.currency);
  if (found === undefined) {
    const known = dollars.currencies.map(({ id }) => id).join(", ");
    return { ok: false, complaint: { found: `currency ${written.currency}`, expected: known === "" ? "a currency that money.currencies has" : `a currency of money.currencies: ${known}`, hint: `add it there: currencies: [{id: ${written.currency}, usd: 1.1 $}]` } };
  }
  const middle = amountAt(found.usd, quarterStart_s(year * 4 + 2));
  const words = `${written.currency} at ${Number(middle.toPrecision(4))} $${found.usd.kind === "schedule" ? " in its year and along money.currencies" : ""}${by === "" ? "" : `, ${by}`}`;
  return { ok: true, amount: exchanged(amount, { usd: found.usd, level, year, row }), value: value * level * middle, words };
};

/** Index of the price year over that of another year. */
export const priceLevel = ({ priceYear, inflation_per_yr, index }: Pick<Dollars, "priceYear" | "inflation_per_yr" | "index">, year: number): number => {
  const at = (y: number): number => {
    const years = index === null ? [] : Object.keys(index.figures).map((name) => Number(name.slice(1)));
    if (years.length === 0) return (1 + inflation_per_yr) ** y;
    const nearest = Math.min(Math.max(y, Math.min(...years)), Math.max(...years));
    return index!.figures[`y${nearest}`]!.value * (1 + inflation_per_yr) ** (y - nearest);
  };
  return at(priceYear) / at(year);
};

const scaled = (amount: number | Amount, by: number): number | Amount => {
  if (typeof amount === "number") return amount * by;
  switch (amount.kind) {
    case "constant": return { ...amount, value: amount.value * by };
    case "schedule": return { ...amount, value: amount.value.map((value) => value * by) };
    case "learning": return { ...amount, first: amount.first * by, floor: amount.floor * by };
  }
};

const exchanged = (amount: number | Amount, { usd, level, year, row }: { readonly usd: Amount; readonly level: number; readonly year: number; readonly row: NumberRow }): number | Amount => {
  const fixed = level * amountAt(usd, quarterStart_s(year * 4 + 2));
  if (typeof amount === "number" || amount.kind === "learning" || usd.kind !== "schedule") return scaled(amount, fixed);
  if (amount.kind === "schedule") return { ...amount, value: amount.value.map((value, i) => value * level * amountAt(usd, amount.t_s[i]!)) };
  return row.varies.includes("time") ? { ...usd, value: usd.value.map((rate) => amount.value * level * rate) } : scaled(amount, fixed);
};
