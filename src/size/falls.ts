/**
 * How fast a platform that nobody holds comes down from an orbit, as a function of drag coefficient times area over mass alone.
 *
 *   1. from the launch, from the end of life, and the highest circle from which it is in time             (physics/decay)
 *
 * Decay is computed from 200 to 1,000 km; higher up it is longer than from 1,000 km.
 */
import { DENSITY_ALTITUDES_KM, decay, decayRate_km_per_s, orbitMeanDensity_kg_per_m3, passiveCeiling_km, type Decay, type OrbitDensity, type Shell, type SolarFlux } from "../physics/index.ts";
import { DAY_S, JULIAN_YEAR_S } from "../units/index.ts";
import { fluxOf } from "./air.ts";
import type { Orbit } from "./load.ts";

/** Years that a fall is followed for. */
export const FALL_WITHIN_YR = 25;

export interface Falls {
  /** From above 1,000 km the fall from 1,000 km, which is shorter. */
  readonly fromLaunch: (dragPerMass_m2_per_kg: number) => Decay;
  readonly fromEnd: (dragPerMass_m2_per_kg: number) => Decay;
  /** Highest circle that is down in the years allowed from the end of life; null where even 1,000 km is, and it lies somewhere above. */
  readonly ceiling_km: (dragPerMass_m2_per_kg: number) => number | null;
}

export interface FallsQuestion {
  readonly shell: Shell;
  readonly launch_s: number;
  readonly end_s: number;
  readonly within_yr: number;
  readonly solarActivity: Orbit["drag"]["solarActivity"];
}

/** Falls followed step by step when asked for. */
export const fallsOf = ({ shell, launch_s, end_s, within_yr, solarActivity }: FallsQuestion): Falls => {
  const air = { inclination_deg: shell.inclination_deg, flux: fluxOf(solarActivity), density: density_kg_per_m3 };
  const from_km = Math.min(shell.altitude_km, DENSITY_ALTITUDES_KM.highest);
  const fall = (start_s: number) => (dragPerMass_m2_per_kg: number) => decay({ ...air, altitude_km: from_km, start_s, within_yr: FALL_WITHIN_YR, dragPerMass_m2_per_kg });
  let deepest: number | null = null;
  return {
    fromLaunch: fall(launch_s),
    fromEnd: fall(end_s),
    ceiling_km: (dragPerMass_m2_per_kg) => {
      if (within_yr === 0) return DENSITY_ALTITUDES_KM.lowest;
      const asked = { ...air, start_s: end_s, within_yr, dragPerMass_m2_per_kg };
      deepest ??= deepest_km({ ...air, start_s: end_s, within_yr });
      // Where it surely stays up it is not followed: that takes as long as the ceiling.
      return !(deepest * dragPerMass_m2_per_kg < HIGHEST_SPAN_KM) && decay({ ...asked, altitude_km: DENSITY_ALTITUDES_KM.highest }).kind === "decays" ? null : passiveCeiling_km(asked);
    },
  };
};

/** Low down, falls go by whole kilometres and ask for the middle of each: the densities there are kept, by the Sun's activity. */
const keptAtHalfKilometres = (density: OrbitDensity): OrbitDensity => {
  const levels = new Map<number, Float64Array>();
  let level: Level = { f107_sfu: Number.NaN, known: new Float64Array() };
  return (altitude_km, f107_sfu) => {
    const place = 2 * (altitude_km - DENSITY_ALTITUDES_KM.lowest);
    if (place !== Math.trunc(place)) return density(altitude_km, f107_sfu);
    if (f107_sfu !== level.f107_sfu) {
      const known = levels.get(f107_sfu) ?? new Float64Array(HALF_KILOMETRES);
      levels.set(f107_sfu, known);
      level = { f107_sfu, known };
    }
    const { known } = level;
    // No air is without density; what lies outside is refused by the density itself.
    return known[place]! > 0 ? known[place]! : (known[place] = density(altitude_km, f107_sfu));
  };
};

interface Level {
  readonly f107_sfu: number;
  readonly known: Float64Array;
}

const HALF_KILOMETRES = 2 * (DENSITY_ALTITUDES_KM.highest - DENSITY_ALTITUDES_KM.lowest) + 1;
const density_kg_per_m3 = keptAtHalfKilometres(orbitMeanDensity_kg_per_m3);

/** A hundred kilometres below the highest. */
const DENSER_KM = 900;
/** No month is shorter. */
const MONTH_S = 28 * DAY_S;

/**
 * How far at most a fall from 1,000 km comes down in the years, a unit of Cd A/m: at the rate of 900 km under the most active month of them, where
 * the air is densest until it is there. Twice that, for the rate itself grows with the altitude by a hundredth.
 */
const deepest_km = ({ inclination_deg, start_s, within_yr, flux }: { readonly inclination_deg: number; readonly start_s: number; readonly within_yr: number; readonly flux: SolarFlux }): number => {
  const within_s = within_yr * JULIAN_YEAR_S;
  let f107_sfu = flux(start_s + within_s);
  for (let t_s = 0; t_s < within_s; t_s += MONTH_S) f107_sfu = Math.max(f107_sfu, flux(start_s + t_s));
  return -2 * within_s * decayRate_km_per_s({ altitude_km: DENSER_KM, inclination_deg, dragPerMass_m2_per_kg: 1, density_kg_per_m3: density_kg_per_m3(DENSER_KM, f107_sfu) });
};

const HIGHEST_SPAN_KM = DENSITY_ALTITUDES_KM.highest - DENSER_KM;
