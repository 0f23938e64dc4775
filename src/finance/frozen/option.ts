/**
 * One option of the plan, its numbers laid out once so that its levelised cost can be asked for at many rates and prices.
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
import type { Item } from "../../ledger/index.ts";
import type { PlanOption } from "../../plan/index.ts";

/** A price or a yearly cost of one unit. */
export interface FrozenLine {
  /** Index of its part's price factor. */
  readonly part: number;
  /** Index of `items`. */
  readonly item: number;
  readonly usd: number;
  /** Index of `lives_yr`; -1 for what is paid each year. */
  readonly life: number;
}

export interface FrozenOption {
  readonly id: string;
  readonly life_yr: number;
  readonly premium_per_yr: number;
  readonly nameplate_kW: number;
  readonly items: readonly Item[];
  readonly lives_yr: readonly number[];
  readonly lines: readonly FrozenLine[];
  readonly available_frac: Float64Array;
}

/** Price factors by part; all one where the array is null. */
export type Factors = Float64Array | null;

/** Lays out an option. `partOf` gives a line's index among the price factors. Throws when a year of life has no share. */
export const frozenOption = (option: PlanOption, partOf: (subsystem: string) => number): FrozenOption => {
  const years = Math.ceil(option.life_yr);
  const missing = Array.from({ length: years }, (_, year) => year).find((year) => option.available_frac[year] === undefined);
  if (missing !== undefined) throw new Error(`${option.id} has no available_frac for year ${missing} of its ${option.life_yr} years`);
  const all = [...option.capital.map(({ line, life_yr }) => ({ line, life_yr })), ...option.yearly.map((line) => ({ line, life_yr: null }))];
  const items = [...new Set(all.map(({ line }) => line.boundary))];
  const lives_yr = [...new Set(option.capital.map(({ life_yr }) => life_yr))];
  return {
    id: option.id, life_yr: option.life_yr, premium_per_yr: option.premium_per_yr, nameplate_kW: option.itNameplate_W / 1000, items, lives_yr,
    lines: all.map(({ line, life_yr }) => ({ part: partOf(line.subsystem), item: items.indexOf(line.boundary), usd: line.quantity, life: life_yr === null ? -1 : lives_yr.indexOf(life_yr) })),
    available_frac: Float64Array.from(option.available_frac.slice(0, years)),
  };
};

/** Present value of one a year, paid at year's end over a life that need not be whole. */
export const annuityFactor = (rate_per_yr: number, life_yr: number): number => {
  let sum = 0;
  for (let year = 0, factor = 1 / (1 + rate_per_yr); year < life_yr; year++, factor /= 1 + rate_per_yr) sum += Math.min(1, life_yr - year) * factor;
  return sum;
};

/** Share of nameplate delivered, levelised over the option's life. */
export const deliveredShare = ({ life_yr, available_frac }: { readonly life_yr: number; readonly available_frac: ArrayLike<number> }, rate_per_yr: number): number => {
  let [delivered, whole] = [0, 0];
  for (let year = 0, factor = 1 / (1 + rate_per_yr); year < life_yr; year++, factor /= 1 + rate_per_yr) {
    const weight = Math.min(1, life_yr - year) * factor;
    delivered += weight * available_frac[year]!;
    whole += weight;
  }
  return delivered / whole;
};

/** Dollars a year of one unit by item. */
export const annualItems = ({ items, lives_yr, lines }: FrozenOption, rate_per_yr: number, factors: Factors): Float64Array => {
  const annuity = lives_yr.map((life_yr) => annuityFactor(rate_per_yr, life_yr));
  const annual_usd = new Float64Array(items.length);
  for (const { part, item, usd, life } of lines) {
    const price = factors === null ? usd : usd * factors[part]!;
    annual_usd[item]! += life < 0 ? price : price / annuity[life]!;
  }
  return annual_usd;
};

/** Real dollars per kilowatt-year delivered; null when nothing is. */
export const levelisedCost = (option: FrozenOption, rate_per_yr: number, factors: Factors): number | null => {
  const delivered_kW = option.nameplate_kW * deliveredShare(option, rate_per_yr);
  if (!(delivered_kW > 0)) return null;
  const annual_usd = annualItems(option, rate_per_yr, factors);
  let sum = 0;
  for (let i = 0; i < annual_usd.length; i++) sum += annual_usd[i]!;
  return sum / delivered_kW;
};
