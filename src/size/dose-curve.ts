/**
 * Dose of an orbit against the thickness of aluminium, over the life: nodes computed once, when they are read, closed forms between.
 *
 *   1. belts: mean a year over the months of the life under the scenario's Sun                      (physics/trapped-dose, field of 1970)
 *   2. solar protons: 7 of 11 years of the life active; expected, and not exceeded with a probability     (physics/solar-protons)
 *   3. ln dose along ln thickness, straight lines between the nodes
 *
 * Range: 0.5-20 mm, orbits of the table in physics/trapped-dose; below them the belts' dose of its lowest, an upper bound; unknown elsewhere, with
 * the reason. Accuracy of (3): 1 % of (1), 2 % of (2)
 * between nodes (test/size/radiation); of the models: physics/trapped-dose. Cosmic rays are not in it.
 */
import { DOSE_NODES_MM, SOLAR_ACTIVE_FRAC, protonDoseBehind_rad, solarFluence_per_cm2, type Shell, type SolarFlux } from "../physics/index.ts";
import { JULIAN_YEAR_S } from "../units/index.ts";
import { fluxOf } from "./air.ts";
import { dosePartsOf, type DoseParts } from "./dose-parts.ts";
import type { Orbit } from "./load.ts";

export interface DoseInputs extends Pick<Orbit, "life_yr"> {
  readonly solarActivity: Orbit["drag"]["solarActivity"];
  readonly solarConfidence_frac: number | null;
  readonly launch_s: number;
}

/** A value at each node of DOSE_NODES_MM. */
export type DoseColumn = (node: number) => number;

export interface DoseCurve {
  readonly kind: "known";
  readonly trapped_rad_per_yr: DoseColumn;
  readonly solar_rad_per_yr: DoseColumn;
  /** Of the whole life, with the confidence asked for. */
  readonly solarLife_rad: DoseColumn;
  readonly life_yr: number;
  /** Below the table: the altitude that the belts' dose is of, which is more; else null. */
  readonly boundOf_km: number | null;
}
export type OrbitDose = DoseCurve | { readonly kind: "unknown"; readonly why: string; /** What is then not held against its limit. */ readonly unheld: string };

/** Thicknesses that the curve is known for. */
export const DOSE_RANGE_MM = { thinnest: DOSE_NODES_MM[0], thickest: DOSE_NODES_MM[DOSE_NODES_MM.length - 1]! } as const;

/** Energies that physics/solar-protons sums over. */
const SOLAR_PROTONS_MEV = { from_MeV: 5, to_MeV: 500 } as const;

const AWAY = "the electrons of the outer belt at geostationary altitude, and cosmic rays beyond it, are in no table here";

/** What the lives of an orbit share of it; null away from the Earth, a reason where the table has no such orbit. */
export const dosePartsIn = (shell: Shell | null): DoseParts | string => (shell === null ? AWAY : tried(shell, () => dosePartsOf(shell)));

/** The curve of a life in an orbit. */
export const orbitDose = (inputs: DoseInputs, parts: DoseParts | string): OrbitDose => {
  if (typeof parts === "string") return unknown(parts);
  const curve = tried(parts.shell, () => doseCurve(inputs, parts));
  return typeof curve === "string" ? unknown(curve) : curve;
};

/** Or why there is none: outside the table. */
const tried = <T>(shell: Shell, of: () => T): T | string => {
  try {
    return of();
  } catch (error) {
    if (error instanceof RangeError) return shell.altitude_km > 2000 ? AWAY : error.message;
    throw error;
  }
};

const unknown = (why: string): OrbitDose => ({ kind: "unknown", why, unheld: `dose of the parts not held against orbit.radiation.doseLimit: ${why}` });

const doseCurve = ({ life_yr, solarActivity, solarConfidence_frac, launch_s }: DoseInputs, parts: DoseParts): DoseCurve => {
  const active_yr = life_yr * SOLAR_ACTIVE_FRAC;
  const { step_yr, flux_sfu } = monthsOf({ life_yr, launch_s, flux: fluxOf(solarActivity) });
  const trapped = (node: number): number => {
    const yearly = parts.trapped_rad_per_yr[node]!;
    let dose_rad = 0;
    for (const f107_sfu of flux_sfu) dose_rad += step_yr * yearly(f107_sfu);
    return dose_rad / life_yr;
  };
  const solar = (confidence_frac: number | "mean"): DoseColumn => {
    const protons = { active_yr, confidence_frac };
    const spectrum = { ...SOLAR_PROTONS_MEV, above_per_cm2: (energy_MeV: number) => solarFluence_per_cm2(energy_MeV, protons), share: parts.exposure_frac };
    return column((node) => protonDoseBehind_rad(spectrum, DOSE_NODES_MM[node]!));
  };
  const trapped_rad_per_yr = column(trapped);
  // An orbit or a month outside the tables is so behind every thickness.
  trapped_rad_per_yr(0);
  const expected_rad = solar("mean");
  return {
    kind: "known",
    trapped_rad_per_yr,
    solar_rad_per_yr: (node) => expected_rad(node) / life_yr,
    solarLife_rad: solarConfidence_frac === null ? expected_rad : solar(solarConfidence_frac),
    life_yr,
    boundOf_km: parts.boundOf_km,
  };
};

/** The months of physics/trapped-dose's life: F10.7 in the middle of each. */
const monthsOf = ({ life_yr, launch_s, flux }: { readonly life_yr: number; readonly launch_s: number; readonly flux: SolarFlux }): { readonly step_yr: number; readonly flux_sfu: readonly number[] } => {
  const months = Math.ceil(life_yr * 12 - 1e-9);
  const step_yr = life_yr / months;
  return { step_yr, flux_sfu: Array.from({ length: months }, (_, i) => flux(launch_s + (i + 0.5) * step_yr * JULIAN_YEAR_S)) };
};

/** Computed at a node when it is first read: a platform reads the two about its shield. */
const column = (of: DoseColumn): DoseColumn => {
  const known: (number | undefined)[] = DOSE_NODES_MM.map(() => undefined);
  return (node) => known[node] ?? (known[node] = of(node));
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
const along = (value: DoseColumn, aluminium_mm: number): number => {
  let i = 0;
  while (i < DOSE_NODES_MM.length - 2 && DOSE_NODES_MM[i + 1]! < aluminium_mm) i++;
  const thin = value(i);
  const thick = value(i + 1);
  const w = Math.log(aluminium_mm / DOSE_NODES_MM[i]!) / Math.log(DOSE_NODES_MM[i + 1]! / DOSE_NODES_MM[i]!);
  return thin > 0 && thick > 0 ? thin * (thick / thin) ** w : thin + w * (thick - thin);
};
