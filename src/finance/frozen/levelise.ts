/** Levelised cost of one option's delivered compute, in every unit of output (equations in option.ts). */
import type { PlanOption } from "../../plan/index.ts";
import { HOURS_PER_YEAR } from "../../units/index.ts";
import type { Levelised } from "../levelised-record.ts";
import { annualItems, deliveredShare, frozenOption, type Factors, type FrozenOption } from "./option.ts";

const NO_PART = (): number => 0;

/** Share of nameplate delivered, levelised over the option's life. Throws when a year of life has no share. */
export const levelisedShare = (option: PlanOption, rate_per_yr: number): number => deliveredShare(frozenOption(option, NO_PART), rate_per_yr);

/** Levelised cost of one option at a real rate; null when it delivers nothing. */
export const levelise = (option: PlanOption, rate_per_yr: number): Levelised | null => leveliseFrozen(option, { frozen: frozenOption(option, NO_PART), rate_per_yr, factors: null });

/** The same of an option laid out before, with price factors. */
export const leveliseFrozen = (option: PlanOption, { frozen, rate_per_yr, factors }: { readonly frozen: FrozenOption; readonly rate_per_yr: number; readonly factors: Factors }): Levelised | null => {
  const delivered_frac = deliveredShare(frozen, rate_per_yr);
  const delivered_kW = frozen.nameplate_kW * delivered_frac;
  if (!(delivered_kW > 0)) return null;
  const byItem = annualItems(frozen, rate_per_yr, factors);
  const annual_usd = byItem.reduce((a, b) => a + b, 0);
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
    items: frozen.items.map((item, i) => ({ item, usd_per_kW_yr: byItem[i]! / delivered_kW })),
    capex_usd_per_W: option.capital.reduce((sum, { line }) => sum + line.quantity, 0) / option.itNameplate_W,
  };
};
