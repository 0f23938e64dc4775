/**
 * Levelised cost of a tier's electricity at its servers.
 *
 *   LCOE = (annual cost of the power item + energy bought + launch of the power item's mass) / energy that the servers are given
 *
 * The items are those of the levelised cost of compute, real, year's end. What cooling and losses take is in the price, not in the energy.
 */
import { HOURS_PER_YEAR } from "../../units/index.ts";
import type { Levelised } from "../levelised-record.ts";
import type { PowerCost } from "./measure-record.ts";

/** `powerMass_frac`: share of a platform's mass that is its power plant; null where it was not sized, and then the launch is not counted. */
export const powerCost = ({ option, tier, items }: Levelised, powerMass_frac: number | null): PowerCost => {
  const of = (item: string): number => items.reduce((sum, one) => (one.item === item ? sum + one.usd_per_kW_yr : sum), 0);
  const launch = powerMass_frac === null ? 0 : powerMass_frac * of("launch");
  const usd_per_kW_yr = of("power") + of("energy") + launch;
  const lifted = of("launch") === 0 ? "" : powerMass_frac === null ? " without its launch" : " and the launch of its mass";
  return {
    tier, option, usd_per_MWh: (usd_per_kW_yr * 1000) / HOURS_PER_YEAR,
    definition: `real, year's end: power plant${of("energy") === 0 ? "" : ", fuel and energy bought"}${lifted}, per MWh that the servers are given`,
  };
};
