/**
 * Levelised cost of one option by the conventions in use, from the numbers of the headline (frozen/option.ts).
 *
 * Capital is paid at the start of a life; yearly costs and output stand at the start (s = 0), in the middle (1/2) or at the end (1) of each year.
 *   1. real          (sum P/a_s(L) + Y) / (N f_s),  a_s(n) = sum_y w_y (1 + r)^-(y+s), r real;  at the end: the headline
 *   2. nominal       the same numerator's present value over output discounted at the nominal rate R: one price for the whole life in dollars
 *                    of the day, which inflation makes cheaper;  nominal = real x sum f (1+r)^-(y+s) / sum f (1+R)^-(y+s)
 *   3. undiscounted  (sum P/L + Y) / (N mean f): nobody recovers a cost of capital at it
 *   4. fixed charge  (sum FCR_k P_k + Y) / (N mean f);  FCR = CRF x PFIN x CFIN at the discount rate as after-tax cost of capital
 * N nameplate, f share delivered, P purchases with lives L, Y yearly costs; the price of the first day is that of the price year.
 * Source: Short, Packey and Holt, NREL/TP-462-5173 (1995) ch. 4; SSC Single Owner (nominal and real); NREL ATB (4); McCalip (3).
 * Limits: (4) spreads payments before delivery over whole years, and counts what is paid on delivery into the last of them.
 */
import { fcr, macrs, realRate, type MacrsClass } from "../../money/index.ts";
import type { PlanOption } from "../../plan/index.ts";
import { annuityFactor, type FrozenOption } from "../frozen/index.ts";
import type { Levelised } from "../levelised-record.ts";
import type { Payment, TaxClass } from "../statement/index.ts";
import type { LevelisedVariant, PeriodPoint } from "./measure-record.ts";

export interface VariantTerms {
  readonly option: PlanOption;
  readonly frozen: FrozenOption;
  /** The headline of the option. */
  readonly base: Levelised;
  /** Nominal, the option's premium in it. */
  readonly discount_per_yr: number;
  readonly inflation_per_yr: number;
  readonly tax_frac: number;
  readonly taxClassOf: (item: PlanOption["capital"][number]["line"]["boundary"]) => TaxClass;
  readonly paymentsOf: (item: PlanOption["capital"][number]["line"]["boundary"]) => readonly Payment[];
}

const POINTS: readonly (readonly [PeriodPoint, number])[] = [["start", 0], ["middle", 0.5], ["end", 1]];

/** Eight costs of one option: real and nominal at three points of the year, undiscounted, and by fixed charge rate. */
export const levelisedVariants = (terms: VariantTerms): readonly LevelisedVariant[] => {
  const { base, discount_per_yr, inflation_per_yr } = terms;
  const rate = realRate({ nominal_per_year: discount_per_yr, inflation_per_year: inflation_per_yr });
  const capital = capitalPerKw(terms, (life_yr) => 1 / annuityFactor(rate, life_yr)) / base.delivered_frac;
  const yearly = base.usd_per_kW_yr - capital;
  const told = toldBy(terms);
  return [
    ...POINTS.map(([at, s]) => told("real", at, capital / (1 + rate) ** (1 - s) + yearly)),
    ...POINTS.map(([at, s]) => told("nominal", at, (capital / (1 + rate) ** (1 - s) + yearly) * outputRatio(terms.frozen, { real: rate, nominal: discount_per_yr, s }))),
    told("fixed charge rate", null, (capitalPerKw(terms, undefined) + yearlyPerKw(terms)) / meanShare(terms.frozen)),
    told("undiscounted", null, (capitalPerKw(terms, (life_yr) => 1 / life_yr) + yearlyPerKw(terms)) / meanShare(terms.frozen)),
  ];
};

const DEFINITION: Readonly<Record<LevelisedVariant["variant"], string>> = {
  real: "real costs over output, both discounted at the real rate",
  nominal: "one price in dollars of the day for the whole life: the same costs over output discounted at the nominal rate",
  "fixed charge rate": "purchases x fixed charge rate (with tax and its depreciation, and interest before service, where the scenario has them) and yearly costs, over a mean year's output",
  undiscounted: "purchases over their lives and yearly costs, over a mean year's output: no cost of capital",
};

const toldBy = ({ base }: VariantTerms) => (variant: LevelisedVariant["variant"], at: PeriodPoint | null, usd_per_kW_yr: number): LevelisedVariant => {
  const ratio = usd_per_kW_yr / base.usd_per_kW_yr;
  return {
    option: base.option, tier: base.tier, variant, at,
    definition: at === null ? DEFINITION[variant] : `${DEFINITION[variant]}; yearly costs and output at the ${at} of the year`,
    usd_per_GPU_h: base.usd_per_GPU_h * ratio, usd_per_PFLOP_day: base.usd_per_PFLOP_day * ratio, usd_per_kW_yr, usd_per_Mtoken: base.usd_per_Mtoken * ratio,
  };
};

/** Dollars a year per kilowatt of nameplate; by fixed charge rate where no charge is given. */
const capitalPerKw = (terms: VariantTerms, charge: ((life_yr: number) => number) | undefined): number =>
  terms.option.capital.reduce((sum, { line, life_yr }) => sum + line.quantity * (charge === undefined ? fixedCharge(terms, { item: line.boundary, life_yr }) : charge(life_yr)), 0) / terms.frozen.nameplate_kW;

const yearlyPerKw = ({ option, frozen }: VariantTerms): number => option.yearly.reduce((sum, line) => sum + line.quantity, 0) / frozen.nameplate_kW;

const meanShare = ({ life_yr, available_frac }: FrozenOption): number => {
  let sum = 0;
  for (let year = 0; year < life_yr; year++) sum += Math.min(1, life_yr - year) * available_frac[year]!;
  return sum / life_yr;
};

/** Present output at the real rate over that at the nominal one. */
const outputRatio = ({ life_yr, available_frac }: FrozenOption, { real, nominal, s }: { readonly real: number; readonly nominal: number; readonly s: number }): number => {
  let [atReal, atNominal] = [0, 0];
  for (let year = 0; year < life_yr; year++) {
    const output = Math.min(1, life_yr - year) * available_frac[year]!;
    atReal += output / (1 + real) ** (year + s);
    atNominal += output / (1 + nominal) ** (year + s);
  }
  return atReal / atNominal;
};

const fixedCharge = (terms: VariantTerms, { item, life_yr }: { readonly item: PlanOption["capital"][number]["line"]["boundary"]; readonly life_yr: number }): number => {
  const { discount_per_yr, inflation_per_yr, tax_frac } = terms;
  const payments = terms.paymentsOf(item);
  const before = payments.some(({ at }) => at < 0);
  return fcr({
    inflation_per_year: inflation_per_yr, equityReturn_per_year: discount_per_yr, debtRate_per_year: 0, debt_frac: 0, tax_frac, life_years: life_yr,
    depreciation_frac: depreciationOf(terms.taxClassOf(item), life_yr),
    constructionRate_per_year: before ? discount_per_yr : 0, construction_frac: before ? constructionOf(payments) : [1],
  }).fcr_per_year;
};

const REAL_PROPERTY_YEARS = 39;

const depreciationOf = (taxClass: TaxClass, life_yr: number): readonly number[] => {
  const straight = (years: number): readonly number[] => Array.from({ length: years }, () => 1 / years);
  if (taxClass === "39-year") return straight(REAL_PROPERTY_YEARS);
  return taxClass === "book" ? straight(Math.max(1, Math.round(life_yr))) : macrs(Number(taxClass.slice(0, -"-year".length)) as MacrsClass);
};

const constructionOf = (payments: readonly Payment[]): readonly number[] => {
  const yearOf = (at: number): number => (at >= 0 ? 0 : Math.floor((-at - 1) / 4));
  const years: number[] = Array.from({ length: 1 + Math.max(...payments.map(({ at }) => yearOf(at))) }, () => 0);
  for (const { at, share } of payments) years[yearOf(at)]! += share;
  return years;
};
