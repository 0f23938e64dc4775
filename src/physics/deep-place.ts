/**
 * Where platforms at L1 or about the Sun stand, seen from the Earth.
 *
 *   1. L1: towards the Sun of date (sun.ts), at 0.010011 of its distance: the point breathes with the Earth's ellipse
 *   2. about the Sun: circle of r au in the ecliptic of date, longitude = the Earth's at the start + phase + n t, n = 360 deg / (r^(3/2)
 *      Gaussian years); from the Earth: that less the Earth's own place, which is the Sun's of date with its sign changed
 *   3. light time over an arc of phases, circles: sqrt(1 + r^2 - 2 r cos p) au over c; a platform that laps the Earth in its life meets
 *      all phases alike
 *
 * Assumes: mean equator and equinox of date, not precessed in between (50 arcsec a year). A real station at L1 flies a halo of up to
 * 0.7 million km about it, up to 25 deg off the Sun: contacts by 1 are those of its middle.
 * Accuracy: the Earth to sun.ts (40 arcsec); 2 at r = 1 closed within 0.02 au by the Earth's own ellipse (test/physics/deep-place).
 */
import { ASTRONOMICAL_UNIT_KM, DAY_S, JULIAN_YEAR_S, RADIANS_PER_DEGREE } from "../units/index.ts";
import { heliocentricRing, lightTime_s, sunEarthL1_km } from "./heliocentric.ts";
import { obliquity_rad, sunAt, sunVector_km } from "./sun.ts";
import { scale } from "./vector.ts";
import type { Vec3 } from "./vector.ts";

/** Distance from the Earth to L1 over that to the Sun. */
export function sunEarthL1_frac(): number {
  return sunEarthL1_km() / ASTRONOMICAL_UNIT_KM;
}

/** Vector from the Earth to L1, km, mean equator and equinox of date. */
export function sunEarthL1Place_km(jd: number): Vec3 {
  return scale(sunVector_km(jd), sunEarthL1_frac());
}

export type SunOrbit = { readonly radius_au: number; readonly phase_deg: number; readonly start_jd: number };

/** Vector from the Earth to a platform on a circle about the Sun, km, mean equator and equinox of date. */
export function heliocentricPlace_km({ radius_au, phase_deg, start_jd }: SunOrbit, jd: number): Vec3 {
  const { period_d } = heliocentricRing({ radius_au, satellites: 1 });
  const longitude = eclipticLongitude_rad(start_jd) + Math.PI + phase_deg * RADIANS_PER_DEGREE + (2 * Math.PI * (jd - start_jd)) / period_d;
  const e = obliquity_rad(jd);
  const r_km = radius_au * ASTRONOMICAL_UNIT_KM;
  const sun = sunVector_km(jd);
  return [
    sun[0] + r_km * Math.cos(longitude),
    sun[1] + r_km * Math.sin(longitude) * Math.cos(e),
    sun[2] + r_km * Math.sin(longitude) * Math.sin(e),
  ];
}

/** Longitude of the Sun in the ecliptic of date, seen from the Earth. */
function eclipticLongitude_rad(jd: number): number {
  const [x, y, z] = sunAt(jd).direction_mod;
  const e = obliquity_rad(jd);
  return Math.atan2(y * Math.cos(e) + z * Math.sin(e), x);
}

/** Phase before the Earth after a time, degrees, not wound back. */
export function phaseAfter_deg({ radius_au, phase_deg }: Pick<SunOrbit, "radius_au" | "phase_deg">, years_yr: number): number {
  const turns = (radius_au: number): number => (years_yr * JULIAN_YEAR_S) / (heliocentricRing({ radius_au, satellites: 1 }).period_d * DAY_S);
  return phase_deg + 360 * (turns(radius_au) - turns(1));
}

/** Distance from the Earth at a phase, both on circles. */
export function earthDistance_au({ radius_au, phase_deg }: Pick<SunOrbit, "radius_au" | "phase_deg">): number {
  // The form that keeps its digits where both nearly meet.
  return Math.sqrt((1 - radius_au) ** 2 + 4 * radius_au * Math.sin((phase_deg * RADIANS_PER_DEGREE) / 2) ** 2);
}

// Midpoints of the arc of phases.
const PHASES = 720;

/** One-way light times over a life, at evenly spaced phases: all of them where the platform laps the Earth, else the arc it goes through. */
export function lightTimes_s(orbit: Pick<SunOrbit, "radius_au" | "phase_deg">, years_yr: number): Float64Array {
  const swept_deg = phaseAfter_deg(orbit, years_yr) - orbit.phase_deg;
  const arc_deg = Math.abs(swept_deg) >= 360 ? 360 : swept_deg;
  return Float64Array.from({ length: PHASES }, (_, i) => lightTime_s(earthDistance_au({ radius_au: orbit.radius_au, phase_deg: orbit.phase_deg + ((i + 0.5) / PHASES) * arc_deg })));
}
