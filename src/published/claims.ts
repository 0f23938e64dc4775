/**
 * One-line arithmetic of claims in print that stand beside the models.
 *
 * (1) power per area of an array, or heat per area of a radiator   (2) rent a kilowatt-year = 12 months/power
 * (3) bisection of a torus of satellites = 2 * smallest cut * link   (4) rate of a pass = data/time   (5) data a day = rate * duty
 * (6) launches = power/power a launch   (7) upmass a day = tonnes a megawatt-year * megawatts/365
 * (8) data sent a day = rate * time of a pass * passes a day * share left by the protocol   (9) work on a cluster = failures + planned refresh
 * Sources: with each golden case (test/golden/published): ASCEND, ABI, Atomic-6, arXiv:2607.14172, RotaStellar's blog, orbitplan,
 * Starcloud white paper, arXiv:2608.27499.
 */
import { DAY_S, MINUTE_S } from "../units/index.ts";

/** Equation (1), W/m2. */
export function arealPower_W_per_m2({ power_W, area_m2 }: { readonly power_W: number; readonly area_m2: number }): number {
  return power_W / area_m2;
}

/** Equation (2), $/(kW y). */
export function rent_usd_per_kW_year({ rent_usd_per_month, power_kW }: { readonly rent_usd_per_month: number; readonly power_kW: number }): number {
  return (rent_usd_per_month * MONTHS_PER_YEAR) / power_kW;
}

/** Equation (3), GB/s: `cut` links cross between the halves, twice because a torus closes on itself. */
export function torusBisection_GB_per_s({ cut, link_GB_per_s }: { readonly cut: number; readonly link_GB_per_s: number }): number {
  return 2 * cut * link_GB_per_s;
}

/** Equation (4), Mb/s. */
export function passRate_Mb_per_s({ data_GB, pass_min }: { readonly data_GB: number; readonly pass_min: number }): number {
  return (data_GB * 8000) / (pass_min * MINUTE_S);
}

/** Equation (5), GB/day. */
export function dutyData_GB_per_day({ burst_GB_per_s, duty_frac }: { readonly burst_GB_per_s: number; readonly duty_frac: number }): number {
  return burst_GB_per_s * duty_frac * DAY_S;
}

/** Equation (6): Starcloud's 5 GW at 40 MW a launch is 125 launches of compute, not "fewer than 100". */
export function launchesFor({ power_MW, launch_MW }: { readonly power_MW: number; readonly launch_MW: number }): number {
  return power_MW / launch_MW;
}

/** Equation (7), t/day. */
export function upmass_t_per_day({ resupply_t_per_MW_year, power_MW }: { readonly resupply_t_per_MW_year: number; readonly power_MW: number }): number {
  return (resupply_t_per_MW_year * power_MW) / RESUPPLY_DAYS_PER_YEAR;
}

/** Equation (8), GB/day. */
export function passData_GB_per_day({
  rate_Mb_per_s,
  pass_s,
  passes_per_day,
  efficiency_frac,
}: {
  readonly rate_Mb_per_s: number;
  readonly pass_s: number;
  readonly passes_per_day: number;
  readonly efficiency_frac: number;
}): number {
  return (rate_Mb_per_s * pass_s * passes_per_day * efficiency_frac) / 8000;
}

/** Equation (9), operations a megawatt-year. */
export function sustainment_per_MW_year({ failed_per_MW_year, refreshed_per_MW_year }: { readonly failed_per_MW_year: number; readonly refreshed_per_MW_year: number }): number {
  return failed_per_MW_year + refreshed_per_MW_year;
}

const MONTHS_PER_YEAR = 12;
const RESUPPLY_DAYS_PER_YEAR = 365;
