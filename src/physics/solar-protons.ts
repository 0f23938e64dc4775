/**
 * Dose of solar protons: fluence after the ESP model, the Earth's field, and aluminium.
 *
 *   1. fluence above E in T years of an active Sun, not exceeded with probability p: exp(m + z s), s^2 = ln(1 + V/T), m = ln(T F) - s^2/2,
 *      z the normal quantile; its mean is T F (ESP: Xapsos et al. 1999; ECSS-E-ST-10-04C, B.6)
 *   2. cutoff: a proton of rigidity R GV arrives where L > (14.9/R)^(1/2), and anywhere where L > 5 (Stoermer, vertical; polar cap of
 *      Stassinopoulos & King 1974)
 *   3. share of a circular orbit with L = r/cos^2(lm) above that, over all longitudes of a centred dipole 9.4 deg off the axis
 *   4. x the part of the sky that the Earth leaves free, (1 + (1 - 1/r^2)^(1/2))/2
 *   5. dose = sum over energy of protons x rad a proton with what aluminium leaves of it (`proton-range.ts`), at the centre of a sphere
 *
 * F and V: SPENVIS 4.6.13 printed this model's fluence at 1 au for 2 and 3 active years at 95 % (tdloveless/me-radfx, HW_02_Solutions,
 * 2025-09-18); the two solve (1). F and V so kept meet them
 * within 1 %; above 100 MeV V is 115.
 * A life of 11 years has 7 active ones (Feynman et al. 1993); in the others next to nothing comes.
 *
 * Range: 0.5-60 mm (10-200 MeV), 200-40,000 km or none (interplanetary, 1 au). Secondaries, ions heavier than protons and storms, which open the field
 * further, are left out. More aluminium never raises the dose, but on the edge of the cap (48-55 deg), where only protons above some 300 MeV come in
 * and slowing makes each count for more, by parts in a thousand of next to nothing. Accuracy: (1) at 95 % and 2-3 years is SPENVIS by construction; (3) and (4) 0.2133 against SPENVIS 0.2138 at 825 km
 * and 98.8 deg, 0.001 against 0.006 at 530 km and 53 deg, on the edge of the cap.
 */
import { RADIANS_PER_DEGREE } from "../units/index.ts";
import { protonDoseBehind_rad } from "./proton-range.ts";
import { normalBound } from "./normal-distribution.ts";

/** MeV, protons/cm2 above it in a year of an active Sun (mean), relative variance of that. */
const ESP: readonly (readonly [number, number, number])[] = [
  [5, 1.964e10, 5.37], [10, 9.07e9, 11.5], [14, 5.95e9, 16.6], [20, 3.7e9, 24.5], [28, 2.26e9, 35.5], [40, 1.27e9, 51.3],
  [50, 8.61e8, 64.6], [63, 5.56e8, 79.4], [80, 3.43e8, 95.5], [100, 2.13e8, 115], [140, 9.72e7, 115], [200, 4.03e7, 115],
  [280, 1.65e7, 115], [400, 6.15e6, 115], [500, 3.33e6, 115],
];
const MEAN_RADIUS_KM = 6371.2; // of the geomagnetic models (IGRF)
const DIPOLE_TILT_DEG = 9.4; // IGRF-13, 2020
const CAP_SHELL = 5;
const STOERMER_GV = 14.9;
const PROTON_GEV = 0.938272;

/** Active years in 11. */
export const SOLAR_ACTIVE_FRAC = 7 / 11;

export type SolarProtons = {
  /** Years of an active Sun in the life. */
  readonly active_yr: number;
  /** Probability not to be exceeded, between 0 and 1, or the expected fluence. */
  readonly confidence_frac: number | "mean";
};
/** An orbit, or outside the Earth's field. */
export type ProtonPlace = { readonly altitude_km: number; readonly inclination_deg: number } | "interplanetary";

/** Protons above an energy outside the Earth's field at 1 au, 1/cm2; RangeError outside 5-500 MeV. */
export function solarFluence_per_cm2(energy_MeV: number, protons: SolarProtons): number {
  return fluenceOf(protons)(energy_MeV);
}

/** Share of time and sky from which solar protons of an energy reach a circular orbit. */
export function solarProtonExposure_frac(energy_MeV: number, place: ProtonPlace): number {
  return exposureOf(place)(energy_MeV);
}

/** Dose in silicon of solar protons over a life, rad; RangeError outside 0.5-60 mm. */
export function solarProtonDose_rad(part: { readonly aluminium_mm: number; readonly place: ProtonPlace } & SolarProtons): number {
  if (!(part.aluminium_mm >= 0.5 && part.aluminium_mm <= 60)) throw new RangeError(`aluminium_mm ${part.aluminium_mm} is outside 0.5-60`);
  return protonDoseBehind_rad({ above_per_cm2: fluenceOf(part), share: exposureOf(part.place), from_MeV: 5, to_MeV: 500 }, part.aluminium_mm);
}

function fluenceOf({ active_yr, confidence_frac }: SolarProtons): (energy_MeV: number) => number {
  if (!(active_yr >= 0)) throw new RangeError(`active_yr ${active_yr} is no number of years`);
  const quantile = confidence_frac === "mean" ? null : normalBound(confidence_frac);
  return (energy_MeV) => {
    if (!(energy_MeV >= 5 && energy_MeV <= 500)) throw new RangeError(`energy_MeV ${energy_MeV} is outside 5-500, where solar protons are known`);
    const i = Math.min(ESP.findLastIndex(([energy]) => energy <= energy_MeV), ESP.length - 2);
    const [e0, f0, v0] = ESP[i]!;
    const [e1, f1, v1] = ESP[i + 1]!;
    const w = Math.log(energy_MeV / e0) / Math.log(e1 / e0);
    const mean = active_yr * f0 * (f1 / f0) ** w;
    if (quantile === null || active_yr === 0) return mean;
    const s = Math.sqrt(Math.log1p((v0 * (v1 / v0) ** w) / active_yr));
    return mean * Math.exp(quantile * s - (s * s) / 2);
  };
}

function exposureOf(place: ProtonPlace): (energy_MeV: number) => number {
  if (place === "interplanetary") return () => 1;
  const r = 1 + place.altitude_km / MEAN_RADIUS_KM;
  const sky = (1 + Math.sqrt(1 - 1 / (r * r))) / 2;
  const above = (shell: number): number => (r >= shell ? sky : sky * capShare(place.inclination_deg * RADIANS_PER_DEGREE, Math.sqrt(1 - r / shell)));
  const cap = above(CAP_SHELL);
  return (energy_MeV) => {
    const energy_GeV = energy_MeV / 1000;
    const shell = Math.sqrt(STOERMER_GV / Math.sqrt(energy_GeV * (energy_GeV + 2 * PROTON_GEV)));
    return shell >= CAP_SHELL ? cap : above(shell);
  };
}

/** Share of a circular orbit whose magnetic latitude has a sine above `edge`. */
function capShare(inclination: number, edge: number): number {
  const tilt = DIPOLE_TILT_DEG * RADIANS_PER_DEGREE;
  const along = Math.cos(inclination) * Math.cos(tilt);
  const across = Math.sin(inclination) * Math.sin(tilt);
  const steps = 90;
  let sum = 0;
  for (let k = 0; k < steps; k++) {
    const cos = along + across * Math.cos((Math.PI * (k + 0.5)) / steps);
    const highest = Math.sqrt(1 - cos * cos);
    if (highest > edge) sum += (2 / Math.PI) * Math.acos(edge / highest);
  }
  return sum / steps;
}
