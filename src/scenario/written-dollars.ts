/** In which year's money, and of which currency, a price is written: keys beside its value. */
import { foundText, memberOf, type Report } from "./constant.ts";
import type { NumberRow } from "./field.ts";
import type { Path } from "./tree.ts";

export interface WrittenDollars {
  /** Year of its dollars; null for the scenario's. */
  readonly priceYear: number | null;
  /** An id of money.currencies, whose units the number counts where it says $; "" for dollars. */
  readonly currency: string;
}

export const DOLLARS: WrittenDollars = { priceYear: null, currency: "" };
export const DOLLAR_KEYS = ["priceYear", "currency"] as const;

const [FIRST, LAST] = [1950, 2100];

/** Whether a row holds a price, in other money than dollars too. */
export const isMoney = (row: NumberRow | undefined): boolean => row !== undefined && row.unit.startsWith("$");

/** Reads both keys; faults are reported. */
export const writtenDollars = (raw: Readonly<Record<string, unknown>>, { report, path }: { readonly report: Report; readonly path: Path }): WrittenDollars => {
  const [year, currency] = [memberOf(raw, "priceYear"), memberOf(raw, "currency")];
  if (year === undefined && currency === undefined) return DOLLARS;
  const isYear = year === undefined || (typeof year === "number" && Number.isInteger(year) && year >= FIRST && year <= LAST);
  if (!isYear) report({ path: [...path, "priceYear"], found: foundText(year), expected: `a year from ${FIRST} to ${LAST}`, hint: "the year in whose money the price is, for example priceYear: 2022" });
  const isName = currency === undefined || (typeof currency === "string" && currency !== "");
  if (!isName) report({ path: [...path, "currency"], found: foundText(currency), expected: "the id of a currency in money.currencies", hint: "for example currency: EUR" });
  return { priceYear: isYear && year !== undefined ? (year as number) : null, currency: isName && currency !== undefined ? (currency as string) : "" };
};
