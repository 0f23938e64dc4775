/**
 * Speeds to orbits that a launch does not reach in its own plane, or not round the Earth: geostationary, escape, about the Sun.
 *
 *   1. burn-out at 185 km on a path whose other apsis is the wanted altitude, due east where the wanted plane is lower than the pad's
 *      latitude: v_rel as rocket.ts, eq. 1, at i = max(wanted, latitude)
 *   2. at the other apsis speed and plane are changed by one burn: sqrt(v_a^2 + v_c^2 - 2 v_a v_c cos di)     (Vallado 2013, chapter 6)
 *   3. escape with C3: v_p^2 = C3 + 2 mu/r_p; v_rel as in 1 due east from the pad                               (Vallado 2013, chapter 12)
 *   4. from the Earth's orbit to a circle of r au: v_inf = v_E |sqrt(2r/(1 + r)) - 1|, C3 = v_inf^2; arrival v_E |1 - sqrt(2/(1 + r))| / sqrt(r),
 *      half the ellipse's period on the way: patched conics                              (Hohmann 1925; Vallado 2013, chapter 12)
 *   5. Earth-Sun L1: C3 of -0.7 km2/s2 (DSCOVR: space.stackexchange.com 5871; without the Sun's help -0.54). The burn into a large orbit
 *      about L1 is modest (NASA, Genesis, 2001); it and corrections on the way are the platform's deltaV
 *   6. electric engines push for months instead: about the Sun a slow spiral from escape, |v_E - v_r|             (Edelbaum 1961);
 *      between circles of the Earth the same, |v_1 - v_2|; from a geostationary transfer orbit 1.4 times the burn of 2, a rule of thumb for raising to the ring       (ISU 1992, section 10.4)
 *
 * Assumes: one coast from the pad's parking orbit, which any longitude of the apsis or of the asymptote can be waited for in (its
 * declination is not asked); no plane change at the perigee (a best split saves some 25 m/s of 1,830 from 28.5 deg); Earth and target
 * circular and in one plane; no swing-by, no low thrust.
 * Accuracy: transfers to Mars and Venus within 1 % of textbook; published payloads in test/physics/departure.
 */
import { EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM, EARTH_ROTATION_RAD_PER_S, RADIANS_PER_DEGREE } from "../units/index.ts";
import { heliocentricRing } from "./heliocentric.ts";
import { circularSpeed_km_per_s, semiMajorAxis_km } from "./orbit.ts";
import { BURNOUT_ALTITUDE_KM, apsisSpeed_km_per_s } from "./rocket.ts";
import type { Ascent } from "./rocket.ts";

/** C3 of transfers to orbits about L1. space.stackexchange.com 5871, for DSCOVR. */
export const SUN_EARTH_L1_C3_KM2_PER_S2 = -0.7;

/** The two parts of a climb to a circular orbit: to burn-out on the transfer, and at the other apsis into the orbit and its plane. */
export type Climb = { readonly transfer_m_per_s: number; readonly insertion_m_per_s: number };

/** Ideal speeds of a climb by way of a transfer ellipse; planes lower than the pad's latitude are turned into at the far apsis. */
export function climb({ altitude_km, inclination_deg, latitude_deg }: Ascent): Climb {
  const retrograde = inclination_deg > 90;
  const lowest_deg = Math.abs(latitude_deg);
  const launched_deg = retrograde ? Math.min(inclination_deg, 180 - lowest_deg) : Math.max(inclination_deg, lowest_deg);
  const apogee = apsisSpeed_km_per_s(altitude_km, BURNOUT_ALTITUDE_KM);
  const circle = circularSpeed_km_per_s(altitude_km);
  const turn = (launched_deg - inclination_deg) * RADIANS_PER_DEGREE;
  return {
    transfer_m_per_s: fromPad_m_per_s(apsisSpeed_km_per_s(BURNOUT_ALTITUDE_KM, altitude_km), { inclination_deg: launched_deg, latitude_deg }),
    insertion_m_per_s: 1000 * Math.sqrt((circle - apogee) ** 2 + 2 * circle * apogee * (1 - Math.cos(turn))),
  };
}

/** Ideal speed from the pad to burn-out at 185 km with C3, due east. */
export function escapeSpeed_m_per_s({ c3_km2_per_s2, latitude_deg }: { readonly c3_km2_per_s2: number; readonly latitude_deg: number }): number {
  const perigee = Math.sqrt(c3_km2_per_s2 + (2 * EARTH_MU_KM3_PER_S2) / semiMajorAxis_km(BURNOUT_ALTITUDE_KM));
  return fromPad_m_per_s(perigee, { inclination_deg: Math.abs(latitude_deg), latitude_deg });
}

/** Speed that the rocket gives for a burn-out speed, less what the turning Earth gives; see rocket.ts, eq. 1. */
function fromPad_m_per_s(burnout_km_per_s: number, { inclination_deg, latitude_deg }: Pick<Ascent, "inclination_deg" | "latitude_deg">): number {
  const spin = EARTH_ROTATION_RAD_PER_S * EARTH_RADIUS_KM;
  const pad = spin * Math.cos(latitude_deg * RADIANS_PER_DEGREE);
  return 1000 * Math.sqrt(burnout_km_per_s ** 2 + pad ** 2 - 2 * burnout_km_per_s * spin * Math.cos(inclination_deg * RADIANS_PER_DEGREE));
}

/** Above it an engine is electric and its thrust low: chemical ones reach 470 s, Hall thrusters begin at some 1,300 s. */
export const LOW_THRUST_ISP_S = 1000;
/** "It can be roughly considered that an electrical transfer will use 1.4 times this." ISU summer session 1992, solar power satellites, section 10.4.10. */
const LOW_THRUST_RAISING = 1.4;

/** Speed of a slow spiral between circular orbits of the Earth in one plane. */
export function spiralBurn_m_per_s(from_km: number, to_km: number): number {
  return 1000 * Math.abs(circularSpeed_km_per_s(from_km) - circularSpeed_km_per_s(to_km));
}

/** Speed of the platform's own engine into the geostationary ring, from the transfer orbit of a launch from a latitude. */
export function ringInsertion_m_per_s({ insertion_m_per_s }: Climb, isp_s: number): number {
  return isp_s > LOW_THRUST_ISP_S ? LOW_THRUST_RAISING * insertion_m_per_s : insertion_m_per_s;
}

/** What the vehicle gives and the platform's own engine adds on the way to a circle about the Sun; RangeError unless the radius is above 0. */
export function ownWayAboutSun(radius_au: number, isp_s: number): { readonly c3_km2_per_s2: number; readonly platform_m_per_s: number } {
  const { c3_km2_per_s2, arrival_m_per_s } = heliocentricTransfer(radius_au);
  if (isp_s <= LOW_THRUST_ISP_S) return { c3_km2_per_s2, platform_m_per_s: arrival_m_per_s };
  const speed = (r: number): number => heliocentricRing({ radius_au: r, satellites: 1 }).speed_km_per_s;
  return { c3_km2_per_s2: 0, platform_m_per_s: 1000 * Math.abs(speed(1) - speed(radius_au)) };
}

export type HeliocentricTransfer = {
  readonly excess_km_per_s: number;
  readonly c3_km2_per_s2: number;
  /** Burn into the circle. */
  readonly arrival_m_per_s: number;
  readonly duration_d: number;
};

/** Hohmann's transfer from the Earth's orbit to a circle about the Sun; RangeError unless the radius is above 0. */
export function heliocentricTransfer(radius_au: number): HeliocentricTransfer {
  const earth = heliocentricRing({ radius_au: 1, satellites: 1 });
  const target = heliocentricRing({ radius_au, satellites: 1 });
  const axis = (1 + radius_au) / 2;
  const excess_km_per_s = earth.speed_km_per_s * Math.abs(Math.sqrt(radius_au / axis) - 1);
  return {
    excess_km_per_s,
    c3_km2_per_s2: excess_km_per_s ** 2,
    arrival_m_per_s: 1000 * target.speed_km_per_s * Math.abs(1 - Math.sqrt(1 / axis)),
    duration_d: (earth.period_d * axis ** 1.5) / 2,
  };
}
