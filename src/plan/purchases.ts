/**
 * What one unit bought in a quarter costs until the horizon ends.
 *
 *   1. a part is bought with the unit and again whenever its own life is over, as long as the unit lives and the horizon lasts
 *   2. salvage, where the scenario credits it: the share of the part's life that lies beyond the horizon, in a straight line, of what was paid
 *      for it; a part in a unit that ends earlier is written off over the unit's remaining life. Credited in the last quarter, and only for what
 *      arrived: a platform lost at launch, and its launch, leave nothing. Of a launch each unit aboard leaves its part: room that nothing
 *      fills, or that cargo does, leaves nothing (capital-cost.ts)
 *   3. present value of the quarter i: (1 + r)^-((i + 1/2)/4), r real, flows in the middle of the quarter
 *   4. what was ordered has its deposit behind it: of its first purchase the rest is paid; the deposit falls in the quarter of the order, at that
 *      quarter's price (families/orders.ts). What is left at the end is a share of the rest and of the deposit at the least price of the quarters
 *      in which it can have been ordered: never more than was paid. A deposit paid before the horizon is sunk and leaves nothing
 *   5. charge for a rate that is higher by a premium p: a(r, n)/a(r + p, n), a the annuity factor over the part's life n. A dearer capital
 *      asks for more a year of life; discounting its later dollars at the higher rate instead would make them cheaper
 */
import { crf, realRate } from "../money/index.ts";
import { restOf } from "./plan-case.ts";
import type { CapitalPrice, OrderOf, OrderTerms } from "./plan-case.ts";

export interface Purchase {
  readonly line: CapitalPrice;
  readonly at: number;
  readonly usd: number;
  /** Left at the end of the horizon: a credit in its last quarter. */
  readonly salvage_usd: number;
}

export interface Unit {
  readonly lines: readonly CapitalPrice[];
  /** Quarter of the horizon in which it is bought, and its life in quarters. */
  readonly at: number;
  readonly life: number;
  /** Quarters of the horizon. */
  readonly horizon: number;
  readonly salvage: boolean;
  /** Share of what is bought that is there to be salvaged: the reliability of the launch; 1 on the ground. */
  readonly arrives_frac: number;
  /** How it was ordered; null where it is had in the quarter in which it is decided. */
  readonly order: OrderTerms | null;
}

/** Every purchase for one unit, first to last. */
export const purchasesOf = (unit: Unit): readonly Purchase[] => unit.lines.flatMap((line) => linePurchases(line, unit));

const linePurchases = (line: CapitalPrice, unit: Unit): readonly Purchase[] => {
  const { at, life, horizon, salvage, arrives_frac, order } = unit;
  const purchases: Purchase[] = [];
  for (let t = at; t < at + life && t < horizon; t += line.life) {
    const usd = t === at ? line.usd[t]! * restOf(order) : line.usd[t]!;
    const paid = t === at ? usd + deposited_usd(line, unit) : usd;
    purchases.push({ line, at: t, usd, salvage_usd: salvage ? paid * beyond(line, { ...unit, t }) * arrives_frac : 0 });
  }
  return purchases;
};

/** Share of a part bought in quarter t that the horizon leaves. */
const beyond = (line: CapitalPrice, { at, life, horizon, t }: Unit & { readonly t: number }): number => {
  const serves = Math.min(line.life, at + life - t);
  return Math.max(0, t + serves - horizon) / serves;
};

/** The least deposit that can have been paid within the horizon for what is had in a quarter; nothing where it must have been held before. */
const deposited_usd = (line: CapitalPrice, { at, order }: Pick<Unit, "at" | "order">): number =>
  (order === null || at < order.lead ? 0 : order.deposit_frac * Math.min(...line.usd.slice(0, at - order.lead + 1)));

/** Salvage of a unit's deposit alone, in the last quarter: what one out of those held at the start has not. */
export const depositSalvage_usd = (unit: Unit): number =>
  (unit.salvage ? unit.lines.reduce((sum, line) => sum + deposited_usd(line, unit) * beyond(line, { ...unit, t: unit.at }) * unit.arrives_frac, 0) : 0);

/** Present value of purchases less salvage. */
export const presentCost_usd = (purchases: readonly Purchase[], factor: readonly number[]): number =>
  purchases.reduce((sum, p) => sum + p.usd * factor[p.at]! - p.salvage_usd * factor.at(-1)!, 0);

/** Dollars paid with an order of one unit, or launch, placed in a quarter. */
export const deposit_usd = ({ terms, lines }: Pick<OrderOf, "terms" | "lines">, t: number): number => terms.deposit_frac * lines.reduce((sum, line) => sum + line.usd[t]!, 0);

/** Present value of a real dollar in the middle of each quarter, at a nominal rate and an inflation. */
export const discountFactors = ({ nominal_per_yr, inflation_per_yr, quarters }: { readonly nominal_per_yr: number; readonly inflation_per_yr: number; readonly quarters: number }): readonly number[] => {
  const real_per_yr = realRate({ nominal_per_year: nominal_per_yr, inflation_per_year: inflation_per_yr });
  const factors: number[] = [];
  for (let i = 0; i < quarters; i++) factors.push((1 + real_per_yr) ** -((i + 0.5) / 4));
  return factors;
};

/** What a dollar of capital counts whose yearly charge is at a rate higher by a premium (eq. 5): 1 without one. */
export const capitalCharge = ({ discount_per_yr, orbitPremium_per_yr, inflation_per_yr, life_yr }: { readonly discount_per_yr: number; readonly orbitPremium_per_yr: number; readonly inflation_per_yr: number; readonly life_yr: number }): number => {
  const yearly = (nominal_per_year: number): number => crf({ rate_per_year: realRate({ nominal_per_year, inflation_per_year: inflation_per_yr }), life_years: life_yr });
  return yearly(discount_per_yr + orbitPremium_per_yr) / yearly(discount_per_yr);
};
