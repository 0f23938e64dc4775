/**
 * Power left of a solar cell after radiation and years.
 *
 *   1. P/P0 = 1 - C log10(1 + phi/phi0), phi in 1 MeV electrons/cm2                           (Anspaugh 1996, GaAs Solar Cell Radiation Handbook)
 *   2. phi of a mission = years x cell-fluence.ts
 *   3. without a curve: (1 - d)^years, d a yearly loss from elsewhere
 *   4. with one: equation 1 x (1 - o)^years, o the yearly loss by all but particles (ultraviolet, thermal cycles, contamination, debris)
 *
 * Curves: XTJ, a two-point fit; GaAs/Ge, a fit to four points of the handbook. A third triple-junction or a silicon curve was looked for
 * and not found in print that could be read: for silicon, and beyond a curve's range, equation 3 with the catalogue's rate stands.
 * Range: fluence up to the fit's own `fluenceMax`, else RangeError. Accuracy: the fits' points within 0.6 %; cells differ by a few per cent.
 */
import { cellFluence_per_cm2_yr, type CellCover, type CellOrbit } from "./cell-fluence.ts";

export type DegradationFit = {
  readonly slope: number;
  readonly fluence0_per_cm2: number;
  /** Beyond it the fit says nothing. */
  readonly fluenceMax_per_cm2: number;
};

/** Spectrolab XTJ, maximum power, fitted to the two points of its PVSC abstract: 0.89 at 5e14, 0.84 at 1e15; not stretched past three times the second. */
export const XTJ_DEGRADATION: DegradationFit = { slope: 0.222, fluence0_per_cm2: 2.35e14, fluenceMax_per_cm2: 3e15 };

/** GaAs/Ge, maximum power: least squares through the handbook's points from 5e13 to 1e15 (0.959, 0.943, 0.881, 0.839); beyond, the points fall faster. */
export const GAAS_DEGRADATION: DegradationFit = { slope: 0.1167, fluence0_per_cm2: 4.707e13, fluenceMax_per_cm2: 1e15 };

/** Fraction of power left after a 1 MeV electron equivalent fluence; RangeError beyond the fit's range. */
export function remainingAfterFluence_frac(fluence_per_cm2: number, fit: DegradationFit): number {
  if (!(fluence_per_cm2 >= 0 && fluence_per_cm2 <= fit.fluenceMax_per_cm2)) throw new RangeError(`fluence_per_cm2 ${fluence_per_cm2} is outside the curve's 0-${fit.fluenceMax_per_cm2}`);
  return 1 - fit.slope * Math.log10(1 + fluence_per_cm2 / fit.fluence0_per_cm2);
}

/** Fraction of power left after `years` of a constant relative loss a year. */
export function remainingAfterYears_frac(loss_per_year: number, years: number): number {
  return (1 - loss_per_year) ** years;
}

/** Fraction of power left of a GaAs or multijunction cell after years on an orbit behind a cover, trapped particles alone. */
export function remainingAfterOrbit_frac(orbit: CellOrbit, cover: CellCover, fit: DegradationFit, years: number): number {
  return remainingAfterFluence_frac(years * cellFluence_per_cm2_yr(orbit, "gaas", cover), fit);
}

/** How an array wears: by the particles of its orbit and all else apart, or by one yearly loss. */
export type CellWear =
  | { readonly by: "dose"; readonly fluence_per_cm2_yr: number; readonly fit: DegradationFit; readonly otherLoss_per_yr: number }
  | { readonly by: "yearly"; readonly loss_per_yr: number };

/** Fraction of power left after years of a wear; RangeError beyond the fit's range. */
export function remainingAfterWear_frac(wear: CellWear, years: number): number {
  if (wear.by === "yearly") return remainingAfterYears_frac(wear.loss_per_yr, years);
  return remainingAfterFluence_frac(wear.fluence_per_cm2_yr * years, wear.fit) * remainingAfterYears_frac(wear.otherLoss_per_yr, years);
}
