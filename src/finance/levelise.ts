/**
 * Levelised cost of one option's delivered compute.
 *
 *   1. a(n) = sum_y w_y (1 + r)^-(y+1)            annuity factor; w_y = 1, and the rest of a year at the end of a life that is not whole
 *   2. annual capital = sum over purchases of price / a(life)       each purchase recovered over its own life, so that a building of
 *                                                                    14 years, a server of 5 and a satellite of 5 compare
 *   3. output = nameplate * sum_y w_y f_y (1 + r)^-(y+1) / a(life)   f_y: share of nameplate that works in year y
 *   4. levelised cost = (annual capital + yearly cost) / output      real dollars, real rate, year-end convention
 *
 * For a whole number of years 1 / a is the capital recovery factor. Costs are before tax. The rate is the tier's own.
 * Output counts hours that could be sold, not hours sold: idle capacity is the plan's matter.
 */
import type { Item } from "../ledger/index.ts";
import type { PlanOption } from "../plan/index.ts";
import { HOURS_PER_YEAR } from "../units/index.ts";
import type { Levelised } from "./finance-record.ts";

/** Present value of one a year, paid at year's end over a life that need not be whole. */
export const annuityFactor = (rate_per_yr: number, life_yr: number): number => weighted(rate_per_yr, life_yr, () => 1);

const weighted = (rate_per_yr: number, life_yr: number, of: (year: number) => number): number => {
  let sum = 0;
  for (let year = 0; year < life_yr; year++) sum += (Math.min(1, life_yr - year) * of(year)) / (1 + rate_per_yr) ** (year + 1);
  return sum;
};

/** Share of nameplate delivered, levelised over the option's life. Throws when a year of life has no share. */
export const levelisedShare = (option: PlanOption, rate_per_yr: number): number => {
  const share = (year: number): number => {
    const f = option.available_frac[year];
    if (f === undefined) throw new Error(`${option.id} has no available_frac for year ${year} of its ${option.life_yr} years`);
    return f;
  };
  return weighted(rate_per_yr, option.life_yr, share) / annuityFactor(rate_per_yr, option.life_yr);
};

/** Levelised cost of one option at a real rate; null when it delivers nothing. */
export const levelise = (option: PlanOption, rate_per_yr: number): Levelised | null => {
  const delivered_frac = levelisedShare(option, rate_per_yr);
  const delivered_kW = (option.itNameplate_W / 1000) * delivered_frac;
  if (!(delivered_kW > 0)) return null;
  const items = annualItems(option, rate_per_yr);
  const annual_usd = [...items.values()].reduce((a, b) => a + b, 0);
  const per = (quantity: number): number => annual_usd / (quantity * delivered_frac);
  return {
    option: option.id,
    tier: option.tier,
    priceQuarter: option.priceQuarter,
    usd_per_GPU_h: per(option.accelerators * HOURS_PER_YEAR),
    usd_per_PFLOP_day: per((option.bf16_PFLOP_per_s * HOURS_PER_YEAR) / 24),
    usd_per_kW_yr: annual_usd / delivered_kW,
    usd_per_Mtoken: per((option.tokens_per_s * HOURS_PER_YEAR * 3600) / 1e6),
    delivered_frac,
    items: [...items].map(([item, usd]) => ({ item, usd_per_kW_yr: usd / delivered_kW })),
    capex_usd_per_W: option.capital.reduce((sum, { line }) => sum + line.quantity, 0) / option.itNameplate_W,
  };
};

const annualItems = (option: PlanOption, rate_per_yr: number): ReadonlyMap<Item, number> => {
  const items = new Map<Item, number>();
  const add = (item: Item, usd: number): void => void items.set(item, (items.get(item) ?? 0) + usd);
  for (const { line, life_yr } of option.capital) add(line.boundary, line.quantity / annuityFactor(rate_per_yr, life_yr));
  for (const line of option.yearly) add(line.boundary, line.quantity);
  return items;
};
