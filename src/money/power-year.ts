/**
 * A kilowatt of IT load for a year from the grid.
 *
 * (1) $/(kW y) = price * PUE * hours. Source: arXiv:2511.19468v2 section 4.4.
 * Hours are the caller's: 8760 in the power industry's year, 8766 in a Julian one.
 */
import { requireFinite, requirePositive } from "./guards.ts";

export type GridPowerTerms = {
  readonly price_usd_per_kWh: number;
  /** Power usage effectiveness, facility over IT, 1 or more. */
  readonly pue: number;
  readonly hours_per_year: number;
};

/** Cost of one kW of IT load for a year, $/(kW y). */
export function gridPowerYear({ price_usd_per_kWh, pue, hours_per_year }: GridPowerTerms): number {
  requireFinite({ price_usd_per_kWh });
  requirePositive({ pue, hours_per_year });
  return price_usd_per_kWh * pue * hours_per_year;
}
