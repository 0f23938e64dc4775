/**
 * Speed a year that holds a platform where it is wanted, far from the Earth's air.
 *
 *   1. geostationary, north-south: Sun and Moon tilt the plane by 0.85 deg a year in the mean (0.75 to 0.95 over the Moon's 18.6 years);
 *      turning it back takes v di                                              (Soop 1994, Handbook of Geostationary Orbits; 45 m/s a year)
 *   2. geostationary, east-west: the Earth's equator is no circle; 1.715 m/s a year |sin 2(l - l0)|, l0 the nearest stable longitude
 *      (75 E, 105 W)                                       (Wertz & Larson 1999, chapter 6; Soop's table 2 has 1.71 at 45 E, 1.84 at 30 E
 *      and 1.38 m/s a year at 45 W: higher harmonics, left out, add or take up to 0.5; as copied at server-sky.com/Soop)
 *   3. light pressure on area over mass: acceleration P Cr A/m, P = S/c; what opposing all of it would take a year
 *   4. Earth-Sun L1: 2.4 m/s a year; just over 2 flown by SOHO, four burns a year (Dunham & Roberts 2001, J. Astronautical Sciences 49)
 *   5. heliocentric ring: none. Planets pull neighbours alike; what holding their distances takes is not known here and is not counted
 *   6. geostationary disposal: two burns up by 235 km + 1000 Cr A/m km          (IADC 2007, Space Debris Mitigation Guidelines, 5.3.1; en.wikipedia.org/wiki/Graveyard_orbit)
 *
 * Assumes: burns at a point; 2 with one pair of stable points for the whole ring. Eccentricity under 3 may be let go: it swings the
 * platform by some 0.011 Cr A/m x 4 rad from east to west once a day, which a wide slot bears.
 * Accuracy: 1 within 2 % of 45 m/s; 3 within 1 % of the usual 4.57e-6 N/m2 (test/physics/station-keeping).
 */
import { JULIAN_YEAR_S, LIGHT_SPEED_M_PER_S, RADIANS_PER_DEGREE } from "../units/index.ts";
import { geostationaryAltitude_km } from "./constellation.ts";
import { circularSpeed_km_per_s } from "./orbit.ts";
import { transferBurn_m_per_s } from "./rocket.ts";
import { solarFlux_W_per_m2 } from "./sun.ts";

/** Mean tilt of a geostationary plane. Soop 1994; Wikipedia, 'Orbital station-keeping'. */
const TILT_DEG_PER_YR = 0.85;
/** Highest east-west need on the ring, and one of the two stable longitudes (the other is half a turn on). Wertz & Larson 1999, chapter 6. */
const EAST_WEST_M_PER_S_PER_YR = 1.715;
const STABLE_DEG = 75;
/** Share of light pressure that an absorbing and partly reflecting surface takes: 1 absorbs, 2 mirrors. Usual value for arrays. */
export const PRESSURE_COEFFICIENT = 1.3;
/** SOHO took "just over 2 m/sec per year" (Dunham & Roberts 2001); 2.4 was budgeted for JWST's halo at L2, as unstable: the larger is taken. */
const L1_M_PER_S_PER_YR = 2.4;

/** North-south and east-west keeping of a geostationary platform over a longitude. */
export function geostationaryKeeping_m_per_s_per_yr(longitude_deg: number): number {
  const northSouth = 1000 * circularSpeed_km_per_s(geostationaryAltitude_km()) * TILT_DEG_PER_YR * RADIANS_PER_DEGREE;
  return northSouth + EAST_WEST_M_PER_S_PER_YR * Math.abs(Math.sin(2 * (longitude_deg - STABLE_DEG) * RADIANS_PER_DEGREE));
}

/** Speed a year of light pressure at a distance from the Sun, all of it opposed. */
export function lightPressure_m_per_s_per_yr(body: { readonly areaToMass_m2_per_kg: number; readonly distance_au: number }): number {
  const pressure_N_per_m2 = solarFlux_W_per_m2(body.distance_au) / LIGHT_SPEED_M_PER_S;
  return pressure_N_per_m2 * PRESSURE_COEFFICIENT * body.areaToMass_m2_per_kg * JULIAN_YEAR_S;
}

/** Keeping on a large orbit about the point L1 between Sun and Earth. */
export function sunEarthL1Keeping_m_per_s_per_yr(): number {
  return L1_M_PER_S_PER_YR;
}

/** Burns that lift a geostationary platform out of the ring at the end. */
export function graveyardBurn_m_per_s(areaToMass_m2_per_kg: number): number {
  const ring_km = geostationaryAltitude_km();
  return transferBurn_m_per_s(ring_km, ring_km + 235 + 1000 * PRESSURE_COEFFICIENT * areaToMass_m2_per_kg);
}
