/**
 * Shielding as mass, and the life that a part's dose limit allows.
 *
 *   1. aluminium: 2.699 kg/m2 a mm; another material counts by its mass per area: lighter nuclei stop protons better than that, heavier
 *      ones worse (and electrons' X-rays better), and neither is corrected
 *   2. life to a limit: limit/(margin x dose a year); thickness for a life: the least with margin x dose x life at the limit, by bisection
 *   3. mass of a box: its area x (1)
 *
 * A sphere around a point: a box with walls as thick as the radius shields its inside as much or more, by its slant paths; a slab on one side does
 * not. The margin between dose computed and dose that parts stand is the caller's; nothing is assumed.
 */
import { ALUMINIUM_KG_PER_M2_MM } from "./proton-range.ts";

/** Thickness of aluminium of a shield's mass per area. */
export function aluminiumOfMass_mm(mass_kg_per_m2: number): number {
  return mass_kg_per_m2 / ALUMINIUM_KG_PER_M2_MM;
}

/** Mass of aluminium around a box. */
export function shieldMass_kg({ area_m2, aluminium_mm }: { readonly area_m2: number; readonly aluminium_mm: number }): number {
  return area_m2 * aluminium_mm * ALUMINIUM_KG_PER_M2_MM;
}

/** Years until a part has the dose that it stands. */
export function doseLife_yr({ limit_rad, dose_rad_per_yr, margin }: { readonly limit_rad: number; readonly dose_rad_per_yr: number; readonly margin: number }): number {
  return limit_rad / (margin * dose_rad_per_yr);
}

export type ShieldNeed =
  | { readonly status: "ok"; readonly aluminium_mm: number; readonly mass_kg_per_m2: number; readonly dose_rad: number }
  | { readonly status: "infeasible"; readonly why: string };

/** Least aluminium between two thicknesses with which a part stands the dose of its life; `dose_rad` must fall with thickness. */
export function aluminiumForLife(part: {
  readonly limit_rad: number;
  readonly margin: number;
  readonly dose_rad: (aluminium_mm: number) => number;
  readonly thinnest_mm: number;
  readonly thickest_mm: number;
}): ShieldNeed {
  const over = (mm: number): number => part.margin * part.dose_rad(mm) - part.limit_rad;
  if (over(part.thickest_mm) > 0)
    return { status: "infeasible", why: `${part.margin} x ${part.dose_rad(part.thickest_mm).toPrecision(4)} rad behind ${part.thickest_mm} mm of aluminium is above the limit of ${part.limit_rad} rad` };
  let low = part.thinnest_mm;
  let high = part.thickest_mm;
  if (over(low) <= 0) high = low;
  for (let i = 0; i < 60 && high - low > 1e-9 * high; i++) {
    const middle = (low + high) / 2;
    if (over(middle) > 0) low = middle;
    else high = middle;
  }
  return { status: "ok", aluminium_mm: high, mass_kg_per_m2: high * ALUMINIUM_KG_PER_M2_MM, dose_rad: part.dose_rad(high) };
}
