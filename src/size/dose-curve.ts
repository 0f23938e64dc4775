/**
 * Dose of an orbit against the thickness of aluminium, over the life: nodes computed once, closed forms between.
 *
 *   1. belts: mean a year over the months of the life under the scenario's Sun                      (physics/trapped-dose, field of 1970)
 *   2. solar protons: 7 of 11 years of the life active; expected, and not exceeded with a probability     (physics/solar-protons)
 *   3. ln dose along ln thickness, straight lines between the nodes
 *
 * Range: 0.5-20 mm, orbits of the table in physics/trapped-dose; below them the belts' dose of its lowest, an upper bound; unknown elsewhere, with
 * the reason. Accuracy of (3): 1 % of (1), 2 % of (2)
 * between nodes (test/size/radiation); of the models: physics/trapped-dose. Cosmic rays are not in it.
 */
import { DOSE_NODES_MM, lowestDose_km, SOLAR_ACTIVE_FRAC, solarProtonDose_rad, trappedDoseOverLife_rad, type Shell } from "../physics/index.ts";
import { fluxOf } from "./air.ts";
import type { Orbit } from "./load.ts";

export interface DoseInputs extends Pick<Orbit, "life_yr"> {
  readonly solarActivity: Orbit["drag"]["solarActivity"];
  readonly solarConfidence_frac: number | null;
  readonly launch_s: number;
}

/** Columns along DOSE_NODES_MM. */
export interface DoseCurve {
  readonly kind: "known";
  readonly trapped_rad_per_yr: readonly number[];
  readonly solar_rad_per_yr: readonly number[];
  /** Of the whole life, with the confidence asked for. */
  readonly solarLife_rad: readonly number[];
  readonly life_yr: number;
  /** Below the table: the altitude that the belts' dose is of, which is more; else null. */
  readonly boundOf_km: number | null;
}
export type OrbitDose = DoseCurve | { readonly kind: "unknown"; readonly why: string; /** What is then not held against its limit. */ readonly unheld: string };

/** Thicknesses that the curve is known for. */
export const DOSE_RANGE_MM = { thinnest: DOSE_NODES_MM[0], thickest: DOSE_NODES_MM[DOSE_NODES_MM.length - 1]! } as const;

const AWAY = "the electrons of the outer belt at geostationary altitude, and cosmic rays beyond it, are in no table here";

/** The curve of an orbit; null: away from the Earth. */
export const orbitDose = (inputs: DoseInputs, shell: Shell | null): OrbitDose => {
  if (shell === null) return unknown(AWAY);
  try {
    return doseCurve(inputs, shell);
  } catch (error) {
    if (error instanceof RangeError) return unknown(shell.altitude_km > 2000 ? AWAY : error.message);
    throw error;
  }
};

const unknown = (why: string): OrbitDose => ({ kind: "unknown", why, unheld: `dose of the parts not held against orbit.radiation.doseLimit: ${why}` });

const doseCurve = ({ life_yr, solarActivity, solarConfidence_frac, launch_s }: DoseInputs, shell: Shell): DoseCurve => {
  const active_yr = life_yr * SOLAR_ACTIVE_FRAC;
  const flux = fluxOf(solarActivity);
  const lowest_km = lowestDose_km(shell.inclination_deg);
  const below = shell.altitude_km < lowest_km;
  const orbit = below ? { ...shell, altitude_km: lowest_km } : shell;
  const trapped = (aluminium_mm: number): number => trappedDoseOverLife_rad({ orbit, aluminium_mm, field: 1970, start_s: launch_s, life_yr, flux }) / life_yr;
  const solar = (confidence_frac: number | "mean") => (aluminium_mm: number): number => solarProtonDose_rad({ aluminium_mm, place: shell, active_yr, confidence_frac });
  const trapped_rad_per_yr = DOSE_NODES_MM.map(trapped);
  const expected_rad = DOSE_NODES_MM.map(solar("mean"));
  return {
    kind: "known",
    trapped_rad_per_yr,
    solar_rad_per_yr: expected_rad.map((dose) => dose / life_yr),
    solarLife_rad: solarConfidence_frac === null ? expected_rad : DOSE_NODES_MM.map(solar(solarConfidence_frac)),
    life_yr,
    boundOf_km: below ? lowest_km : null,
  };
};

export interface DoseBehind {
  readonly trapped_rad_per_yr: number;
  readonly solar_rad_per_yr: number;
  /** Of the whole life, solar protons with the confidence asked for; and what of it is sure. */
  readonly life_rad: number;
  readonly sure_rad: number;
}

/** The dose behind a thickness within DOSE_RANGE_MM. */
export const doseBehind = (curve: DoseCurve, aluminium_mm: number): DoseBehind => ({
  trapped_rad_per_yr: along(curve.trapped_rad_per_yr, aluminium_mm),
  solar_rad_per_yr: along(curve.solar_rad_per_yr, aluminium_mm),
  life_rad: lifeDose_rad(curve, aluminium_mm),
  sure_rad: sureDose_rad(curve, aluminium_mm),
});

/** The dose of the life alone. */
export const lifeDose_rad = (curve: DoseCurve, aluminium_mm: number): number => along(curve.trapped_rad_per_yr, aluminium_mm) * curve.life_yr + along(curve.solarLife_rad, aluminium_mm);

/** What of it is sure: solar protons alone where the belts' part is that of a higher orbit. */
export const sureDose_rad = (curve: DoseCurve, aluminium_mm: number): number => (curve.boundOf_km === null ? lifeDose_rad(curve, aluminium_mm) : along(curve.solarLife_rad, aluminium_mm));

/** Eq. 3; where nothing comes through at a node, a straight line of the dose itself. */
const along = (column: readonly number[], aluminium_mm: number): number => {
  let i = 0;
  while (i < DOSE_NODES_MM.length - 2 && DOSE_NODES_MM[i + 1]! < aluminium_mm) i++;
  const thin = column[i]!;
  const thick = column[i + 1]!;
  const w = Math.log(aluminium_mm / DOSE_NODES_MM[i]!) / Math.log(DOSE_NODES_MM[i + 1]! / DOSE_NODES_MM[i]!);
  return thin > 0 && thick > 0 ? thin * (thick / thin) ** w : thin + w * (thick - thin);
};
