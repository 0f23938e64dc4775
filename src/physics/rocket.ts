/**
 * What a launch vehicle lifts to a circular orbit, from what it lifts to another.
 *
 *   1. speed the rocket must give: v_rel = sqrt(v_p^2 + v_e^2 - 2 v_p (w Re) cos i), v_e = w Re cos(latitude):
 *      perigee speed of the 185 km x h transfer ellipse, less the turning Earth, launched straight into the plane
 *   2. circularisation at the apogee, v_c(h) - v_a
 *   3. ddv = (1 + 2)(target) - (1 + 2)(reference); gravity, drag and steering losses cancel in the difference
 *   4. payload m: sum over stages of g Isp ln(m_start/m_end) = that of the reference payload + ddv (Tsiolkovsky 1903), by bisection
 *   5. short form for a vehicle known by its last stage only: m2 = (m1 + m_dry) exp(-ddv/(g Isp)) - m_dry;
 *      it keeps the last stage's start mass, though a lighter payload lightens it: about 5 % above 4 for Alpha and Ariane 6
 *   6. escape, transfer and deorbit burns: vis-viva (Vallado 2013, chapter 6); propellant by 4's exponential
 *   7. centrifuge: load = v^2/(r g)
 *
 * Assumes: expendable, or a reserve that does not change between the two orbits; burns at a point; no dog-leg; stages in series
 * (parallel boosters as one stage with the mean Isp). Range: altitudes 185-2,000 km, inclination >= launch latitude.
 * Accuracy of 4: Firefly Alpha 200 km -> 500 km sun-synchronous +0.3 %, Ariane 62 and 64 +6 and +9 % (test/physics/launch); of 5: +5, +11
 * and +14 %. Published figures for one orbit differ by as much: Ariane 62 to sun-synchronous stands at 6,450 and at 7,200 kg.
 */
import { EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM, EARTH_ROTATION_RAD_PER_S, RADIANS_PER_DEGREE, STANDARD_GRAVITY_M_PER_S2 } from "../units/index.ts";
import { circularSpeed_km_per_s, semiMajorAxis_km } from "./orbit.ts";
import type { Shell } from "./orbit.ts";

/** Altitude of the first burn-out assumed for every vehicle; the traditional 100 nautical mile parking orbit. */
export const BURNOUT_ALTITUDE_KM = 185;

export type Ascent = Shell & { readonly latitude_deg: number };

/** Ideal speed from the pad to a circular orbit, without losses; throws RangeError if the plane cannot be reached directly. */
export function ascentSpeed_m_per_s({ altitude_km, inclination_deg, latitude_deg }: Ascent): number {
  const i = inclination_deg * RADIANS_PER_DEGREE;
  const latitude = latitude_deg * RADIANS_PER_DEGREE;
  if (Math.abs(Math.cos(i)) > Math.cos(latitude) + 1e-12) throw new RangeError(`inclination_deg ${inclination_deg} is below latitude_deg ${latitude_deg}`);
  const spin = EARTH_ROTATION_RAD_PER_S * EARTH_RADIUS_KM;
  const perigee = apsisSpeed_km_per_s(BURNOUT_ALTITUDE_KM, altitude_km);
  const relative = Math.sqrt(perigee ** 2 + (spin * Math.cos(latitude)) ** 2 - 2 * perigee * spin * Math.cos(i));
  const circularise = circularSpeed_km_per_s(altitude_km) - apsisSpeed_km_per_s(altitude_km, BURNOUT_ALTITUDE_KM);
  return 1000 * (relative + Math.abs(circularise));
}

/** Speed at one apsis of an ellipse whose other apsis is `other_km` high. */
export function apsisSpeed_km_per_s(here_km: number, other_km: number): number {
  const r = semiMajorAxis_km(here_km);
  return Math.sqrt(EARTH_MU_KM3_PER_S2 * (2 / r - 2 / (r + semiMajorAxis_km(other_km))));
}

export type Stage = { readonly propellant_kg: number; readonly dry_kg: number; readonly isp_s: number };

/** Ideal speed of a stack of stages, first stage first, under a payload. */
export function stackSpeed_m_per_s(stages: readonly Stage[], payload_kg: number): number {
  let above_kg = payload_kg;
  let speed = 0;
  for (const stage of stages.toReversed()) {
    const end_kg = above_kg + stage.dry_kg;
    speed += STANDARD_GRAVITY_M_PER_S2 * stage.isp_s * Math.log1p(stage.propellant_kg / end_kg);
    above_kg = end_kg + stage.propellant_kg;
  }
  return speed;
}

export type PayloadQuestion = {
  readonly referencePayload_kg: number;
  readonly reference: Ascent;
  readonly target: Ascent;
};

/** Payload to the target orbit by re-solving the whole stack; 0 if the vehicle cannot reach it empty. */
export function payloadByStages_kg(stages: readonly Stage[], question: PayloadQuestion): number {
  const extra = ascentSpeed_m_per_s(question.target) - ascentSpeed_m_per_s(question.reference);
  const needed = stackSpeed_m_per_s(stages, question.referencePayload_kg) + extra;
  if (stackSpeed_m_per_s(stages, 0) < needed) return 0;
  let low = 0;
  let high = 2 * question.referencePayload_kg;
  while (stackSpeed_m_per_s(stages, high) > needed) high *= 2;
  while (high - low > 1e-9 * high) {
    const middle = 0.5 * (low + high);
    if (stackSpeed_m_per_s(stages, middle) > needed) low = middle;
    else high = middle;
  }
  return low;
}

/** Payload to the target orbit by the short form, from the last stage alone; negative if out of reach. */
export function payloadByLastStage_kg(last: Pick<Stage, "dry_kg" | "isp_s">, question: PayloadQuestion): number {
  return payloadBeyond_kg(last, { referencePayload_kg: question.referencePayload_kg, extra_m_per_s: ascentSpeed_m_per_s(question.target) - ascentSpeed_m_per_s(question.reference) });
}

/** Payload after a speed beyond that of the reference orbit, by the short form, from the last stage alone; negative if out of reach. */
export function payloadBeyond_kg(last: Pick<Stage, "dry_kg" | "isp_s">, question: { readonly referencePayload_kg: number; readonly extra_m_per_s: number }): number {
  return (question.referencePayload_kg + last.dry_kg) * Math.exp(-question.extra_m_per_s / (STANDARD_GRAVITY_M_PER_S2 * last.isp_s)) - last.dry_kg;
}

/** Speed change from a circular orbit to escape. */
export function escapeBurn_m_per_s(altitude_km: number): number {
  return 1000 * (Math.SQRT2 - 1) * circularSpeed_km_per_s(altitude_km);
}

/** Two-burn (Hohmann) speed change between circular orbits of one plane. */
export function transferBurn_m_per_s(from_km: number, to_km: number): number {
  const leave = Math.abs(apsisSpeed_km_per_s(from_km, to_km) - circularSpeed_km_per_s(from_km));
  const arrive = Math.abs(circularSpeed_km_per_s(to_km) - apsisSpeed_km_per_s(to_km, from_km));
  return 1000 * (leave + arrive);
}

/** One burn from a circular orbit that lowers the perigee to `perigee_km`. */
export function deorbitBurn_m_per_s(altitude_km: number, perigee_km: number): number {
  return 1000 * (circularSpeed_km_per_s(altitude_km) - apsisSpeed_km_per_s(altitude_km, perigee_km));
}

/** Propellant for a speed change of a spacecraft with dry mass (everything but that propellant). */
export function propellantMass_kg(burn: { readonly dry_kg: number; readonly isp_s: number; readonly speed_m_per_s: number }): number {
  return burn.dry_kg * Math.expm1(burn.speed_m_per_s / (STANDARD_GRAVITY_M_PER_S2 * burn.isp_s));
}

/** Load of a centrifugal launcher at release, in standard gravities. */
export function centrifugeLoad_g(launcher: { readonly speed_m_per_s: number; readonly radius_m: number }): number {
  return launcher.speed_m_per_s ** 2 / (launcher.radius_m * STANDARD_GRAVITY_M_PER_S2);
}
