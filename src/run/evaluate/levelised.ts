/**
 * Levelised cost of every option of a planning problem, and its verdict: `finance`'s equations (finance/frozen/option.ts, verdict.ts) on the
 * same prices (plan/unit-prices.ts), without ledger lines and items. Tests hold it against `finance`.
 */
import { annuityFactor, breakEvenLaunch, deliveredShare } from "../../finance/index.ts";
import { realRate } from "../../money/index.ts";
import { unitPrices, waysOf, type PlanCase, type UnitPrice, type WayOf } from "../../plan/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { HOURS_PER_YEAR } from "../../units/index.ts";
import type { Outcomes } from "./outcomes.ts";

const QUARTERS_PER_YEAR = 4;

interface Cost {
  readonly usd_per_kW_yr: number;
  readonly usd_per_GPU_h: number;
  readonly usd_per_Mtoken: number;
  readonly launch_usd_per_kW_yr: number;
  /** Launch price a kilogram that costs one dollar per delivered kilowatt-year; null for what is not launched. */
  readonly usd_per_kg_for_one: number | null;
}

export type LevelisedOutcomes = Pick<Outcomes, "orbitWins" | "ground_usd_per_kW_yr" | "orbit_usd_per_kW_yr" | "ratio" | "ground_usd_per_GPU_h" | "orbit_usd_per_GPU_h" | "ground_usd_per_Mtoken" | "orbit_usd_per_Mtoken" | "breakEvenLaunch_usd_per_kg">;

/** The cheapest option of each tier. */
export const levelisedOutcomes = (scenario: Scenario, problem: PlanCase): LevelisedOutcomes => {
  const annuities = annuityMemo();
  const best: Record<"ground" | "orbit", Cost | null> = { ground: null, orbit: null };
  for (const at of waysOf(problem)) {
    const cost = costOf(scenario, problem, at, annuities);
    const { tier } = at.option;
    if (cost !== null && (best[tier] === null || cost.usd_per_kW_yr < best[tier].usd_per_kW_yr)) best[tier] = cost;
  }
  const { ground, orbit } = best;
  const ratio = ground === null || orbit === null ? null : orbit.usd_per_kW_yr / ground.usd_per_kW_yr;
  return {
    orbitWins: ratio === null ? null : Number(ratio < 1),
    ground_usd_per_kW_yr: ground && ground.usd_per_kW_yr,
    orbit_usd_per_kW_yr: orbit && orbit.usd_per_kW_yr,
    ratio,
    ground_usd_per_GPU_h: ground && ground.usd_per_GPU_h,
    orbit_usd_per_GPU_h: orbit && orbit.usd_per_GPU_h,
    ground_usd_per_Mtoken: ground && ground.usd_per_Mtoken,
    orbit_usd_per_Mtoken: orbit && orbit.usd_per_Mtoken,
    breakEvenLaunch_usd_per_kg: ground === null || orbit === null || orbit.usd_per_kg_for_one === null ? null
      : breakEvenLaunch({ ground_usd_per_kW_yr: ground.usd_per_kW_yr, orbit_usd_per_kW_yr: orbit.usd_per_kW_yr, launch_usd_per_kW_yr: orbit.launch_usd_per_kW_yr, usd_per_kg_for_one: orbit.usd_per_kg_for_one }),
  };
};

type Annuity = (rate_per_yr: number, life_yr: number) => number;

/** Lives and rates are few. */
const annuityMemo = (): Annuity => {
  const known: { readonly rate: number; readonly life: number; readonly factor: number }[] = [];
  return (rate, life) => {
    for (const one of known) if (one.rate === rate && one.life === life) return one.factor;
    const factor = annuityFactor(rate, life);
    known.push({ rate, life, factor });
    return factor;
  };
};

const costOf = ({ finance, money }: Scenario, problem: PlanCase, { option, o, way }: WayOf, annuity: Annuity): Cost | null => {
  const { unit, premium_per_yr } = option;
  const rate = realRate({ nominal_per_year: finance.discount_per_yr + premium_per_yr, inflation_per_year: money.inflation_per_yr });
  const life_yr = option.life / QUARTERS_PER_YEAR;
  const available_frac = option.run_MW.map((MW) => (MW * 1e6 * way.arrives_frac) / unit.itNameplate_W);
  const delivered_frac = deliveredShare({ life_yr, available_frac }, rate);
  const delivered_kW = (unit.itNameplate_W / 1000) * delivered_frac;
  if (!(delivered_kW > 0)) return null;
  const { capital, yearly } = unitPrices(problem, { option, o, way });
  let [annual_usd, launch_usd] = [0, 0];
  const add = ({ line }: UnitPrice, usd: number): void => {
    annual_usd += usd;
    if (line.boundary === "launch") launch_usd += usd;
  };
  for (const price of capital) add(price, price.usd / annuity(rate, price.line.life / QUARTERS_PER_YEAR));
  for (const price of yearly) add(price, price.usd);
  const per = (quantity: number): number => annual_usd / (quantity * delivered_frac);
  return {
    usd_per_kW_yr: annual_usd / delivered_kW,
    usd_per_GPU_h: per(unit.accelerators * HOURS_PER_YEAR),
    usd_per_Mtoken: per((unit.tokens_per_s * HOURS_PER_YEAR * 3600) / 1e6),
    launch_usd_per_kW_yr: launch_usd / delivered_kW,
    usd_per_kg_for_one: unit.mass_kg === null ? null : (delivered_kW * annuity(rate, life_yr)) / unit.mass_kg,
  };
};
