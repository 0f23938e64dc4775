/**
 * Income tax by quarter with losses carried forward.
 *
 * (1) a calendar year's income Y, losses brought forward L: used = min(L, limit x Y) where Y > 0; tax = rate x (Y - used)
 * (2) where Y < 0 nothing is paid and L grows by -Y; nothing is carried back
 * (3) a quarter pays what (1) asks of the year's income so far, less what its earlier quarters paid: their sum is the year's tax, and a
 *     quarter that takes back income of the year takes back its tax
 * Source: 26 U.S.C. 172(a)(2) (limit 0.8 for losses since 2018, 1 before and elsewhere); (3) annualised income without annualising.
 * Limits: one rate, no minimum tax, no credits, losses never lapse; a year of which the series has some quarters is taxed on those.
 */
import { requireSeries, requireShare } from "./guards.ts";

export type IncomeTaxTerms = {
  /** Whole numbers, year * 4 + 0..3, one after another. */
  readonly quarters: readonly number[];
  /** Taxable income of each quarter before losses brought forward. */
  readonly income_usd: ArrayLike<number>;
  readonly rate_frac: number;
  /** Largest share of a year's income that losses may offset. */
  readonly lossLimit_frac: number;
};

export type IncomeTax = {
  /** By quarter; below zero where a quarter takes back tax of the same year. */
  readonly tax_usd: readonly number[];
  /** Losses that are left at the end of each quarter. */
  readonly losses_usd: readonly number[];
};

/** Tax of each quarter; throws RangeError on unequal lengths, shares outside [0, 1] or income that is not finite. */
export function incomeTax({ quarters, income_usd, rate_frac, lossLimit_frac }: IncomeTaxTerms): IncomeTax {
  requireShare({ rate_frac, lossLimit_frac });
  requireSeries("income_usd", income_usd);
  if (quarters.length !== income_usd.length) throw new RangeError(`income_usd has ${income_usd.length} quarters, quarters ${quarters.length}`);
  const tax_usd = quarters.map(() => 0);
  const losses_usd = quarters.map(() => 0);
  let year = { brought: 0, soFar: 0, paid: 0, left: 0 };
  quarters.forEach((quarter, q) => {
    if (q > 0 && Math.floor(quarter / 4) !== Math.floor(quarters[q - 1]! / 4)) year = { brought: year.left, soFar: 0, paid: 0, left: year.left };
    year.soFar += income_usd[q]!;
    const used = year.soFar > 0 ? Math.min(year.brought, lossLimit_frac * year.soFar) : 0;
    const due = year.soFar > 0 ? rate_frac * (year.soFar - used) : 0;
    tax_usd[q] = due - year.paid;
    year.paid = due;
    year.left = year.brought - used + Math.max(0, -year.soFar);
    losses_usd[q] = year.left;
  });
  return { tax_usd, losses_usd };
}
