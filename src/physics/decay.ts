/**
 * How long a satellite stays up when nobody holds it: the altitude followed down through the solar cycle.
 *
 *   1. da/dt of drag.ts (its eq. 3), with rho(h, F10.7(t)) and inclination held; circular to the end
 *   2. stepped in altitude by the midpoint rule: dt = dh / rate(h - dh/2, t + dt/2), dh <= 1 km and what falls in 5 days
 *   2a. passive ceiling: the same steps back in time and up from 200 km at the end of the years allowed
 *   3. ended at 200 km, from where it is scale height over rate: 3 days at A/m 0.01 m2/kg under a quiet Sun, hours for large and light
 *
 * Assumes: the mean drag area all the way (a dead satellite usually tumbles: see drag.ts, eq. 5); no storms beyond the Ap that goes with
 * F10.7; no lift, no light pressure. Range: 200-1,000 km, and the months that the flux knows.
 * Accuracy: steps 2e-4 against the closed form in an exponential atmosphere; twelve lifetimes and four ceilings computed apart from this
 * code within 4.5 % and 3 km (test/physics/decay). The forecast is the larger doubt: start one year or another and a life moves sixfold.
 */
import { DAY_S, JULIAN_YEAR_S } from "../units/index.ts";
import { DENSITY_ALTITUDES_KM } from "./atmosphere-table.ts";
import type { OrbitDensity } from "./atmosphere-table.ts";
import { decayRate_km_per_s } from "./drag.ts";
import type { Shell } from "./orbit.ts";
import type { SolarFlux } from "./solar-flux.ts";

/** Where the fall is counted as ended. */
export const DECAY_END_KM = DENSITY_ALTITUDES_KM.lowest;

const LARGEST_STEP_KM = 1;
const LONGEST_STEP_S = 5 * DAY_S;

export type DecayQuestion = Shell & {
  readonly dragPerMass_m2_per_kg: number;
  /** Seconds since 1970 at which holding the altitude ends. */
  readonly start_s: number;
  /** How far to look. */
  readonly within_yr: number;
  readonly flux: SolarFlux;
  readonly density: OrbitDensity;
};

export type Decay =
  | { readonly kind: "decays"; readonly life_yr: number; readonly end_s: number }
  /** Not within the years asked; the altitude it has come down to. */
  | { readonly kind: "stays"; readonly within_yr: number; readonly altitude_km: number };

/** The date at which a circular orbit has come down to 200 km, or that it does not within the years asked; RangeError for what is not finite or outside density and flux. */
export function decay(question: DecayQuestion): Decay {
  assertAnswerable(question);
  const until_s = question.start_s + question.within_yr * JULIAN_YEAR_S;
  let altitude_km = question.altitude_km;
  let t_s = question.start_s;
  while (altitude_km > DECAY_END_KM) {
    if (t_s >= until_s) return { kind: "stays", within_yr: question.within_yr, altitude_km };
    const step = stepDown(question, { altitude_km, t_s, longest_s: Math.min(LONGEST_STEP_S, until_s - t_s) });
    altitude_km = step.altitude_km;
    t_s = step.t_s;
  }
  return { kind: "decays", life_yr: (t_s - question.start_s) / JULIAN_YEAR_S, end_s: t_s };
}

function stepDown(
  question: DecayQuestion,
  { altitude_km, t_s, longest_s }: { readonly altitude_km: number; readonly t_s: number; readonly longest_s: number },
) {
  const fall = (at_km: number, at_s: number) =>
    -decayRate_km_per_s({ altitude_km: at_km, inclination_deg: question.inclination_deg, dragPerMass_m2_per_kg: question.dragPerMass_m2_per_kg, density_kg_per_m3: question.density(at_km, question.flux(at_s)) });
  const rate = fall(altitude_km, t_s);
  const drop_km = Math.min(LARGEST_STEP_KM, altitude_km - DECAY_END_KM, rate * longest_s);
  if (drop_km === altitude_km - DECAY_END_KM)
    return { altitude_km: DECAY_END_KM, t_s: t_s + drop_km / fall(altitude_km - drop_km / 2, t_s) };
  const middle = fall(altitude_km - drop_km / 2, t_s + drop_km / rate / 2);
  return { altitude_km: altitude_km - drop_km, t_s: t_s + drop_km / middle };
}

function assertAnswerable(question: DecayQuestion): void {
  const { lowest, highest } = DENSITY_ALTITUDES_KM;
  for (const name of ["inclination_deg", "start_s", "within_yr"] as const) {
    if (!Number.isFinite(question[name])) throw new RangeError(`${name} is ${question[name]}`);
  }
  if (!(question.altitude_km >= lowest && question.altitude_km <= highest))
    throw new RangeError(`altitude_km ${question.altitude_km} is outside ${lowest}-${highest}`);
  if (!(question.dragPerMass_m2_per_kg > 0 && question.dragPerMass_m2_per_kg < Infinity))
    throw new RangeError(`dragPerMass_m2_per_kg is ${question.dragPerMass_m2_per_kg}, must be above 0`);
}

export type CeilingQuestion = Omit<DecayQuestion, "altitude_km">;

/** Highest altitude that decays within `within_yr`: the fall followed back from its end; RangeError when even 1,000 km does. */
export function passiveCeiling_km(question: CeilingQuestion): number {
  assertAnswerable({ ...question, altitude_km: DECAY_END_KM });
  let altitude_km: number = DECAY_END_KM;
  let t_s = question.start_s + question.within_yr * JULIAN_YEAR_S;
  while (t_s > question.start_s) {
    if (altitude_km >= DENSITY_ALTITUDES_KM.highest)
      throw new RangeError(`decays within within_yr ${question.within_yr} from ${DENSITY_ALTITUDES_KM.highest} km and maybe above`);
    const step = stepUp(question, { altitude_km, t_s });
    altitude_km = step.altitude_km;
    t_s = step.t_s;
  }
  return altitude_km;
}

/** One step back in time, up to the start; the midpoint rule of stepDown with dh and dt negative. */
function stepUp(question: CeilingQuestion, { altitude_km, t_s }: { readonly altitude_km: number; readonly t_s: number }) {
  const fall = (at_km: number, at_s: number) =>
    -decayRate_km_per_s({ altitude_km: at_km, inclination_deg: question.inclination_deg, dragPerMass_m2_per_kg: question.dragPerMass_m2_per_kg, density_kg_per_m3: question.density(at_km, question.flux(at_s)) });
  const rate = fall(altitude_km, t_s);
  const left_s = t_s - question.start_s;
  const rise_km = Math.min(LARGEST_STEP_KM, DENSITY_ALTITUDES_KM.highest - altitude_km, rate * Math.min(LONGEST_STEP_S, left_s));
  const middle = fall(altitude_km + rise_km / 2, Math.max(question.start_s, t_s - rise_km / rate / 2));
  const dt_s = rise_km / middle;
  return dt_s < left_s ? { altitude_km: altitude_km + rise_km, t_s: t_s - dt_s } : { altitude_km: altitude_km + middle * left_s, t_s: question.start_s };
}
