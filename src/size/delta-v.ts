/**
 * Speed and propellant over a life, by purpose.
 *
 *   1. at the end of the life the platform has m1 = dry exp(dv_disposal / ve), ve = g0 Isp                     (Tsiolkovsky 1903)
 *   2. before that dm/dt = -(F + a m) / ve: drag and what differs in it within a formation are a force F, avoidance and the rest of
 *      formation and station keeping a speed a year a; so over a life T the platform starts with m0 = m1 e^k + (F T / ve) (e^k - 1)/k, k = a T / ve
 *   3. speed of the whole ve ln(m0 / dry); what 1 and a leave of it is F's
 *   4. propellant by purpose: disposal m1 - dry, F's F T / ve, the rest of m0 - m1 by share of a
 *   4a. before all this the platform may burn into its orbit: m0 e^(dv_insertion/ve) at launch
 *   5. a written speed is carried as it is: dry (e^(dv/ve) - 1)
 *
 * A force and not a speed: heavier with propellant, the platform is held with less speed. Propellant is not part of what structure and
 * margin follow, so that nothing here feeds back into the closure.
 */
import { STANDARD_GRAVITY_M_PER_S2, JULIAN_YEAR_S } from "../units/index.ts";
import type { DeltaVBudget, DeltaVByPurpose, PropellantUse } from "./sizing.ts";

export interface DeltaVNeed {
  readonly dry_kg: number;
  readonly isp_s: number;
  readonly life_yr: number;
  /** Mean drag over the life, and the share by which a platform of a formation may have more of it. */
  readonly drag_N: number;
  readonly mismatch_frac: number;
  readonly avoidance_m_per_s_per_yr: number;
  /** Station keeping beside drag: Sun, Moon and the Earth's shape far out. */
  readonly keeping_m_per_s_per_yr: number;
  /** Formation keeping beside differential drag. */
  readonly formation_m_per_s_per_yr: number;
  readonly disposal_m_per_s: number;
  readonly insertion_m_per_s: number;
}

/** Speed and propellant that the life takes; under another mean drag where one is given. */
export const lifeNeed = (need: DeltaVNeed, drag_N = need.drag_N): { readonly needed_m_per_s: number; readonly byPurpose: DeltaVByPurpose; readonly propellant: PropellantUse } => {
  const { dry_kg, life_yr } = need;
  const exhaust_m_per_s = STANDARD_GRAVITY_M_PER_S2 * need.isp_s;
  const steady = {
    stationKeeping: need.keeping_m_per_s_per_yr * life_yr,
    avoidance: need.avoidance_m_per_s_per_yr * life_yr,
    formation: need.formation_m_per_s_per_yr * life_yr,
  };
  const steady_m_per_s = steady.stationKeeping + steady.avoidance + steady.formation;
  const k = steady_m_per_s / exhaust_m_per_s;
  const end_kg = dry_kg * Math.exp(need.disposal_m_per_s / exhaust_m_per_s);
  const drag_kg = (drag_N * life_yr * JULIAN_YEAR_S) / exhaust_m_per_s;
  const forced_kg = drag_kg * (1 + need.mismatch_frac);
  const start_kg = end_kg * Math.exp(k) + forced_kg * (k > 0 ? Math.expm1(k) / k : 1);
  const forced_m_per_s = forced_kg > 0 ? exhaust_m_per_s * Math.log(start_kg / dry_kg) - need.disposal_m_per_s - steady_m_per_s : 0;
  const drag_m_per_s = forced_m_per_s / (1 + need.mismatch_frac);
  const kg_per_m_per_s = steady_m_per_s > 0 ? (start_kg - end_kg - forced_kg) / steady_m_per_s : 0;
  return {
    needed_m_per_s: forced_m_per_s + steady_m_per_s + need.disposal_m_per_s,
    byPurpose: {
      insertion_m_per_s: need.insertion_m_per_s,
      stationKeeping_m_per_s: drag_m_per_s + steady.stationKeeping,
      avoidance_m_per_s: steady.avoidance,
      formation_m_per_s: forced_m_per_s - drag_m_per_s + steady.formation,
      disposal_m_per_s: need.disposal_m_per_s,
    },
    propellant: {
      insertion: start_kg * Math.expm1(need.insertion_m_per_s / exhaust_m_per_s),
      stationKeeping: drag_kg + kg_per_m_per_s * steady.stationKeeping,
      avoidance: kg_per_m_per_s * steady.avoidance,
      formation: forced_kg - drag_kg + kg_per_m_per_s * steady.formation,
      disposal: end_kg - dry_kg,
    },
  };
};

/** What is carried: the need, or what the scenario says; insertion comes beside either. */
export const deltaVBudget = (need: DeltaVNeed, written_m_per_s: number | null): { readonly budget: DeltaVBudget; readonly propellant: PropellantUse } => {
  const { needed_m_per_s, byPurpose, propellant } = lifeNeed(need);
  if (written_m_per_s === null) return { budget: { written_m_per_s, needed_m_per_s, carried_m_per_s: needed_m_per_s, byPurpose }, propellant };
  const exhaust_m_per_s = STANDARD_GRAVITY_M_PER_S2 * need.isp_s;
  const asWritten = need.dry_kg * Math.expm1(written_m_per_s / exhaust_m_per_s);
  const insertion = (need.dry_kg + asWritten) * Math.expm1(need.insertion_m_per_s / exhaust_m_per_s);
  return { budget: { written_m_per_s, needed_m_per_s, carried_m_per_s: written_m_per_s, byPurpose }, propellant: { insertion, asWritten } };
};
