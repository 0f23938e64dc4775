/**
 * Meteoroids on a radiator: how often it is hit, and what area is left when every hit closes one loop.
 *
 *   1. flux of mass m (g) and above on one side of a tumbling plate at 1 au, a m2 and year:
 *      F = 3.15576e7 [(2.2e3 m^0.306 + 15)^-4.38 + 1.3e-9 (m + 1e11 m^2 + 1e27 m^4)^-0.36 + 1.3e-16 (m + 1e6 m^2)^-0.85]
 *      (Grun, Zook, Fechtig & Giese 1985; ECSS-E-ST-10-04C, 10.2.4.1)
 *   2. near the Earth: times 1 + v_esc^2/v^2 (focusing, v far from the Earth; Kessler 1972) and (1 + cos h)/2 with
 *      sin h = (R + 100 km)/(R + altitude) (shielding; ECSS-E-ST-10-04C, C.1.3)
 *   3. hits N = F x sides x area x exposed share x years; a loop of n equal ones is still whole with exp(-N/n): expected area left
 *   3a. loops of one area a each, as many as the panel takes: n = area/a, so the share left exp(-F x sides x exposed x years x a) has no area in it
 *   4. at least q of n loops whole: binomial of 3; area to fit = area needed / share left
 *
 * Assumes: a hit above the critical size opens its loop and valves shut it off at once; without valves the first hit empties the panel: n = 1.
 * Not in it: space debris, for which no open flux table was found (MASTER's are not public as text), so this is a LOWER bound; the rise of
 * flux by the satellite's own speed (ECSS's K, above 1); ejecta of one hit that open a second loop.
 * Range: 1e-18 to 100 g; altitudes above 100 km. Accuracy: the flux formula exact as published (test/physics/sustainability).
 */
import { EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM, JULIAN_YEAR_S } from "../units/index.ts";
import { inRange } from "./in-range.ts";

/** Mean density of meteoroids (ECSS-E-ST-10-04C), g/cm3. */
export const METEOROID_DENSITY_G_PER_CM3 = 2.5;
/** Air that stops meteoroids, above the surface (ECSS). */
const ATMOSPHERE_KM = 100;

/** Meteoroids of that mass and above, a year and square metre of one side, unfocused and unshielded at 1 au. */
export function meteoroidFlux_per_m2_yr(mass_g: number): number {
  inRange("positive", { mass_g });
  const large = (2.2e3 * mass_g ** 0.306 + 15) ** -4.38;
  const middle = 1.3e-9 * (mass_g + 1e11 * mass_g ** 2 + 1e27 * mass_g ** 4) ** -0.36;
  const small = 1.3e-16 * (mass_g + 1e6 * mass_g ** 2) ** -0.85;
  return JULIAN_YEAR_S * (large + middle + small);
}

/** Mass of a sphere. */
export function meteoroidMass_g(size: { readonly diameter_mm: number; readonly density_g_per_cm3: number }): number {
  inRange("positive", { diameter_mm: size.diameter_mm, density_g_per_cm3: size.density_g_per_cm3 });
  return (Math.PI / 6) * size.density_g_per_cm3 * (size.diameter_mm / 10) ** 3;
}

/** Flux near the Earth over that far from it: focusing times shielding; speed as it is far from the Earth (Grun: 20 km/s in the mean). */
export function meteoroidEarthFactor(orbit: { readonly altitude_km: number; readonly speed_km_per_s: number }): number {
  inRange("positive", { "altitude_km less the air's 100": orbit.altitude_km - ATMOSPHERE_KM, speed_km_per_s: orbit.speed_km_per_s });
  const radius_km = EARTH_RADIUS_KM + orbit.altitude_km;
  const focusing = 1 + (2 * EARTH_MU_KM3_PER_S2) / radius_km / orbit.speed_km_per_s ** 2;
  const sine = (EARTH_RADIUS_KM + ATMOSPHERE_KM) / radius_km;
  return focusing * ((1 + Math.sqrt(1 - sine * sine)) / 2);
}

export type PuncturedRadiator = {
  /** One side counted, as everywhere. */
  readonly area_m2: number;
  readonly sides: 1 | 2;
  /** Share of the area under which fluid runs, so that a hit opens a loop. */
  readonly exposed_frac: number;
  /** Equal loops that valves can shut off one by one. */
  readonly loops: number;
  /** Hits that open a loop, a m2 and year, from (1) and (2) at the size that pierces the wall. */
  readonly flux_per_m2_yr: number;
};

/** Hits that open a loop within that many years. */
export function punctures(radiator: PuncturedRadiator, years: number): number {
  inRange("positive", { area_m2: radiator.area_m2 });
  inRange("nonnegative", { flux_per_m2_yr: radiator.flux_per_m2_yr, years });
  inRange("fraction", { exposed_frac: radiator.exposed_frac });
  return radiator.flux_per_m2_yr * radiator.sides * radiator.area_m2 * radiator.exposed_frac * years;
}

/** Expected share of the area still in use after that many years. */
export function areaLeft_frac(radiator: PuncturedRadiator, years: number): number {
  return Math.exp(-punctures(radiator, years) / loopsOf(radiator));
}

/** Expected share still in use where each loop feeds the same area, however large the panel (equation 3a). */
export function loopLeft_frac(radiator: Omit<PuncturedRadiator, "area_m2" | "loops"> & { readonly loopArea_m2: number }, years: number): number {
  const { loopArea_m2, sides, exposed_frac, flux_per_m2_yr } = radiator;
  return areaLeft_frac({ area_m2: loopArea_m2, sides, exposed_frac, flux_per_m2_yr, loops: 1 }, years);
}

/** Probability that at least so many loops are whole after that many years. */
export function loopsWhole_frac(radiator: PuncturedRadiator, years: number, atLeast: number): number {
  inRange("count", { atLeast });
  const loops = loopsOf(radiator);
  const whole = areaLeft_frac(radiator, years);
  if (whole === 1) return atLeast <= loops ? 1 : 0;
  let logTerm = loops * Math.log(whole);
  let sum = 0;
  for (let lost = 0; lost <= loops - atLeast; lost++) {
    sum += Math.exp(logTerm);
    logTerm += Math.log(((loops - lost) / (lost + 1)) * ((1 - whole) / whole));
  }
  return Math.min(1, sum);
}

function loopsOf({ loops }: PuncturedRadiator): number {
  inRange("count", { loops });
  inRange("positive", { loops });
  return loops;
}
