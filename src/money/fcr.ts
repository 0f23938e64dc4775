/**
 * Fixed charge rate: the yearly revenue per dollar of overnight capital, in constant dollars.
 *
 * (1) WACC_n = (1 - D) e + D i (1 - t);  WACC_r = (1 + WACC_n)/(1 + inflation) - 1
 * (2) CRF at WACC_r over the life
 * (3) PFIN = (1 - t PVdep)/(1 - t),  PVdep = sum_k dep_k/(1 + WACC_n)^k, k = 1 for the first year
 * (4) CFIN = sum_y c_y (1 + (1 - t)((1 + i_c)^(y + 1/2) - 1)), y = 0 for the last year before service
 * (5) FCR = CRF PFIN CFIN
 * Source: NREL Annual Technology Baseline, equations and variables; NREL SSC cmod_lcoefcr.cpp (e97a19f).
 * D debt share, e and i nominal returns on equity and debt, t tax, c_y share of capital spent in construction year y.
 * Limits: one tax rate, debt share constant over the life, no salvage, no investment credit.
 */
import { crf } from "./crf.ts";
import { requireRate, requireSeries, requireShare } from "./guards.ts";
import { npv } from "./npv.ts";
import { realRate } from "./rates.ts";

export type FcrTerms = {
  readonly inflation_per_year: number;
  readonly equityReturn_per_year: number;
  readonly debtRate_per_year: number;
  readonly debt_frac: number;
  readonly tax_frac: number;
  readonly life_years: number;
  /** Tax depreciation by year, from `macrs`. */
  readonly depreciation_frac: readonly number[];
  readonly constructionRate_per_year: number;
  /** Share of capital spent by construction year, the year just before service first. */
  readonly construction_frac: readonly number[];
};

export type FixedCharge = {
  readonly waccNominal_per_year: number;
  readonly waccReal_per_year: number;
  readonly crf_per_year: number;
  /** Factor for income tax less depreciation. */
  readonly pfin: number;
  /** Factor for interest during construction. */
  readonly cfin: number;
  readonly fcr_per_year: number;
};

/** Fixed charge rate and its factors; throws RangeError on shares outside [0, 1], tax of 1, or shares not summing to 1. */
export function fcr(terms: FcrTerms): FixedCharge {
  checkTerms(terms);
  const waccNominal_per_year = waccNominal(terms);
  const waccReal_per_year = realRate({ nominal_per_year: waccNominal_per_year, inflation_per_year: terms.inflation_per_year });
  const crf_per_year = crf({ rate_per_year: waccReal_per_year, life_years: terms.life_years });
  const pfin = projectFinance(terms, waccNominal_per_year);
  const cfin = constructionFinance(terms);
  return { waccNominal_per_year, waccReal_per_year, crf_per_year, pfin, cfin, fcr_per_year: crf_per_year * pfin * cfin };
}

function waccNominal({ debt_frac, equityReturn_per_year, debtRate_per_year, tax_frac }: FcrTerms): number {
  return (1 - debt_frac) * equityReturn_per_year + debt_frac * debtRate_per_year * (1 - tax_frac);
}

function projectFinance({ tax_frac, depreciation_frac }: FcrTerms, wacc_per_year: number): number {
  const shield_frac = npv({ rate_per_period: wacc_per_year, flows_usd: depreciation_frac, firstFlowAt_periods: 1 });
  return (1 - tax_frac * shield_frac) / (1 - tax_frac);
}

function constructionFinance({ tax_frac, constructionRate_per_year, construction_frac }: FcrTerms): number {
  return construction_frac.reduce((sum, share, year) => {
    const interest = (1 + constructionRate_per_year) ** (year + 0.5) - 1;
    return sum + share * (1 + (1 - tax_frac) * interest);
  }, 0);
}

function checkTerms(terms: FcrTerms): void {
  const { inflation_per_year, equityReturn_per_year, debtRate_per_year, constructionRate_per_year, debt_frac, tax_frac } = terms;
  requireRate({ inflation_per_year, equityReturn_per_year, debtRate_per_year, constructionRate_per_year });
  requireShare({ debt_frac, tax_frac });
  if (tax_frac === 1) throw new RangeError("tax_frac of 1 leaves no income");
  requireWhole("depreciation_frac", terms.depreciation_frac);
  requireWhole("construction_frac", terms.construction_frac);
}

/** Shares must sum to 1, within the two decimals of published percentages. */
function requireWhole(name: string, shares: readonly number[]): void {
  requireSeries(name, shares);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-6) throw new RangeError(`${name} must sum to 1, found ${sum}`);
}
