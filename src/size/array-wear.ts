/**
 * How the array of a platform wears, and whether that can be computed from the particles of its orbit.
 *
 *   1. dose: 1 MeV electrons a year behind cover and back (physics/cell-fluence), the worse of solar minimum and maximum; power left by the
 *      cells' curve, times (1 - o)^years for all else                                         (physics/cell-degradation)
 *   2. yearly: (1 - d)^years
 *   3. auto: dose where the catalogue entry names a curve, the orbit is in the table and the life's fluence on the curve; else yearly
 *
 * Solar protons are not in it. The cover is the same over the whole wing.
 */
import type { Entry } from "../catalog/index.ts";
import { cellFluence_per_cm2_yr, remainingAfterWear_frac, XTJ_DEGRADATION, type CellWear, type DegradationFit } from "../physics/index.ts";
import type { Orbit } from "./load.ts";
import type { Season } from "./season.ts";

export interface ArrayWear {
  readonly wear: CellWear;
  /** Power left at the end of life. */
  readonly remaining_frac: number;
  /** Why the dose could not be used; null where it was, or was not asked for. */
  readonly notByDose: string | null;
}

/** By what the catalogue calls them. */
const CURVES: Readonly<Record<string, DegradationFit>> = { xtj: XTJ_DEGRADATION };

export const arrayWear = (orbit: Orbit, season: Season, entry: Entry): ArrayWear => {
  const { platform, life_yr } = orbit;
  const yearly: CellWear = { by: "yearly", loss_per_yr: platform.arrayDegradation_per_yr };
  const worn = (wear: CellWear, notByDose: string | null): ArrayWear => ({ wear, remaining_frac: remainingAfterWear_frac(wear, life_yr), notByDose });
  if (platform.arrayWear === "yearly") return worn(yearly, null);
  const fit = CURVES[entry.facts?.["damageCurve"] ?? ""];
  if (fit === undefined) return worn(yearly, `no damage curve of the cells of arrays/${entry.id} is known`);
  const fluence = yearlyFluence(orbit, season);
  if (typeof fluence === "string") return worn(yearly, fluence);
  const life = fluence * life_yr;
  if (life > fit.fluenceMax_per_cm2) return worn(yearly, `${life.toExponential(2)} electrons/cm2 of 1 MeV over the life are beyond the cells' curve, which ends at ${fit.fluenceMax_per_cm2.toExponential(1)}`);
  return worn({ by: "dose", fluence_per_cm2_yr: fluence, fit, otherLoss_per_yr: platform.arrayOtherLoss_per_yr }, null);
};

/** Orbits of physics/cell-fluence, whose table ends there. */
const TABLE = { altitude_km: [400, 2_000], inclination_deg: [30, 105] } as const;

/** Electrons of 1 MeV a cm2 and year, or why there is no figure. */
const yearlyFluence = ({ platform }: Orbit, { altitude_km, inclination_deg }: Season): number | string => {
  if (altitude_km === null || altitude_km < TABLE.altitude_km[0] || altitude_km > TABLE.altitude_km[1]) return `the particle table has circular orbits of 400-2,000 km, not ${altitude_km === null ? "this one" : `${Math.round(altitude_km)} km`}`;
  if (inclination_deg < TABLE.inclination_deg[0] || inclination_deg > TABLE.inclination_deg[1]) return `the particle table has inclinations of 30-105 deg, not ${inclination_deg.toFixed(1)} deg`;
  const cover = { front_g_per_cm2: platform.arrayCover_kg_per_m2 / 10, back_g_per_cm2: platform.arrayBack_kg_per_m2 / 10 };
  const at = (solar: "min" | "max"): number => cellFluence_per_cm2_yr({ altitude_km, inclination_deg, solar }, "gaas", cover);
  return Math.max(at("min"), at("max"));
};
