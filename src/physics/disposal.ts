/**
 * Getting rid of a satellite in low orbit in time.
 *
 *   1. the rule: down within 5 years of the end of the mission, for orbits at or below 2,000 km (FCC 22-74, Second Report and Order of
 *      2022-09-29, in force for United States licences since 2024-09-29)
 *   2. passive: `decay` from the day the mission ends
 *   3. lowered: two burns to the highest circular orbit that decays in time (rocket.ts, eq. 6); fit for weak thrusters
 *   4. direct: one burn that lowers the perigee into the air at once; fit for strong ones only
 *
 * Assumes: burns at a point (a long spiral to the same circular orbit costs within 1 % of 3 below 300 km of descent).
 * Range: 200-1,000 km as decay. Accuracy: 4 against three published burns in test/physics/launch; 3 against the difference of speeds.
 */
import { passiveCeiling_km, decay } from "./decay.ts";
import type { Decay, DecayQuestion } from "./decay.ts";
import { deorbitBurn_m_per_s, transferBurn_m_per_s } from "./rocket.ts";

/** Years that the rule leaves after the end of the mission. */
export const DISPOSAL_RULE_YR = 5;

export type Disposal = {
  /** Whether drag alone meets the rule. */
  readonly passive: boolean;
  readonly unaided: Decay;
  /** Highest altitude from which drag alone meets the rule. */
  readonly ceiling_km: number;
  /** Speed to come down to that altitude; 0 when passive. */
  readonly lowering_m_per_s: number;
  /** Speed to lower the perigee at once; what a controlled entry takes, passive or not. */
  readonly direct_m_per_s: number;
};

/** Ways to meet the five-year rule from a circular orbit whose mission ends at `start_s`; errors as decay's and passiveCeiling_km's. */
export function disposal(question: Omit<DecayQuestion, "within_yr"> & { readonly perigee_km: number }): Disposal {
  const asked = { ...question, within_yr: DISPOSAL_RULE_YR };
  const unaided = decay(asked);
  const ceiling_km = passiveCeiling_km(asked);
  const passive = unaided.kind === "decays";
  return {
    passive,
    unaided,
    ceiling_km,
    lowering_m_per_s: passive ? 0 : transferBurn_m_per_s(question.altitude_km, ceiling_km),
    direct_m_per_s: deorbitBurn_m_per_s(question.altitude_km, question.perigee_km),
  };
}
