/** Income tax of a quarter as `incomeTax` of money has it, one quarter at a time: interest of the quarter is known by then, later ones are not. */
import type { Work } from "../columns.ts";

interface Year {
  brought: number;
  soFar: number;
  paid: number;
  left: number;
}

export const newYear = (): Year => ({ brought: 0, soFar: 0, paid: 0, left: 0 });
export type TaxYear = Year;

const QUARTERS_PER_YEAR = 4;

/** Income before tax and finance, less what finance takes from it (equations 3 and 4 of capital.ts). */
export const taxQuarter = (x: Work, year: Year, t: number): void => {
  const { quarters, ebitda_usd, proceeds_usd, taxDepreciation_usd, tax } = x.business;
  if (t > 0 && Math.floor(quarters[t]! / QUARTERS_PER_YEAR) !== Math.floor(quarters[t - 1]! / QUARTERS_PER_YEAR)) Object.assign(year, { brought: year.left, soFar: 0, paid: 0 });
  year.soFar += ebitda_usd[t]! + proceeds_usd[t]! - taxDepreciation_usd[t]! - x.promised[t]! - x.expense[t]!;
  const used = year.soFar > 0 ? Math.min(year.brought, tax.lossLimit_frac * year.soFar) : 0;
  const due = year.soFar > 0 ? tax.rate_frac * (year.soFar - used) : 0;
  x.tax[t] = due - year.paid;
  year.paid = due;
  year.left = year.brought - used + Math.max(0, -year.soFar);
  x.losses[t] = year.left;
};

/** What finance takes from income: interest that is not an asset, fees on what is not drawn, and the assets that interest and fees became, written off over repayment. */
export const expenseQuarter = (x: Work, t: number): void => {
  let [expense, amortised] = [0, 0];
  for (const i of x.loans) expense += x.interest[i * x.T + t]! - x.capitalised[i * x.T + t]! + x.commitmentFee[i * x.T + t]!;
  for (const { i } of x.prepaid) expense += x.interest[i * x.T + t]!;
  for (const { i, one } of x.debts) amortised += writeOff(x, i, { t, from: one.repayFrom, to: one.maturity });
  for (const { i, one } of x.convertibles) amortised += writeOff(x, i, { t, from: one.window.from, to: one.maturity });
  x.amortised[t] = amortised;
  x.expense[t] = expense + amortised;
};

const writeOff = (x: Work, i: number, { t, from, to }: { readonly t: number; readonly from: number; readonly to: number }): number => {
  const left = x.assetLeft[i]!;
  if (t < from || left === 0) return 0;
  const off = t >= to ? left : left / (to - t + 1);
  x.assetLeft[i] = left - off;
  return off;
};
