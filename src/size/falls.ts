/**
 * How fast a platform that nobody holds comes down from an orbit, as a function of drag coefficient times area over mass alone.
 *
 *   1. from the launch, from the end of life, and the highest circle from which it is in time             (physics/decay)
 *
 * Decay is computed from 200 to 1,000 km; higher up it is longer than from 1,000 km.
 */
import { DENSITY_ALTITUDES_KM, decay, orbitMeanDensity_kg_per_m3, passiveCeiling_km, type Decay, type Shell } from "../physics/index.ts";
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
  const air = { inclination_deg: shell.inclination_deg, flux: fluxOf(solarActivity), density: orbitMeanDensity_kg_per_m3 };
  const from_km = Math.min(shell.altitude_km, DENSITY_ALTITUDES_KM.highest);
  const fall = (start_s: number) => (dragPerMass_m2_per_kg: number) => decay({ ...air, altitude_km: from_km, start_s, within_yr: FALL_WITHIN_YR, dragPerMass_m2_per_kg });
  return {
    fromLaunch: fall(launch_s),
    fromEnd: fall(end_s),
    ceiling_km: (dragPerMass_m2_per_kg) => {
      if (within_yr === 0) return DENSITY_ALTITUDES_KM.lowest;
      const asked = { ...air, start_s: end_s, within_yr, dragPerMass_m2_per_kg };
      return decay({ ...asked, altitude_km: DENSITY_ALTITUDES_KM.highest }).kind === "decays" ? null : passiveCeiling_km(asked);
    },
  };
};
