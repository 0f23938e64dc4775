/**
 * How long the orbit of a closed platform lasts, and what holding and leaving it takes: drag area and mass are known, so speed, propellant
 * and the fall of a platform that nobody holds follow.
 *
 *   1. drag and its make-up, dry                                             (air.ts)
 *   1a. thrust F takes at least F ve / 2 of power from what accelerates by electricity                     (kinetic energy of the jet)
 *   2. speed and propellant by purpose                                       (delta-v.ts)
 *   3. the fall, tumbling: from the launch with all propellant, from the end of life without              (physics/decay)
 *   4. disposal, and whether the rule of 47 CFR 25.283(e) is met             (disposal-burn.ts)
 *
 * Assumes: one launch date for the design, the first; the hardest one within the horizon is shown beside it. No margin on speed.
 */
import type { Decay } from "../physics/index.ts";
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import { JULIAN_YEAR_S, STANDARD_GRAVITY_M_PER_S2, formatUtc } from "../units/index.ts";
import { airBelow, airOf, bodyFace_m2, heldArea_m2, launch_s, tumblingArea_m2, type Air } from "./air.ts";
import { deltaVBudget, lifeNeed, type DeltaVNeed } from "./delta-v.ts";
import { disposalPlan, fallOf, LOW_REGION_KM, type Adrift, type DisposalPlan } from "./disposal-burn.ts";
import { formationDesign, formationSizing, type FormationDesign } from "./formation.ts";
import { insertion_m_per_s } from "./insertion.ts";
import { avoidance_m_per_s_per_yr, keeping_m_per_s_per_yr } from "./keeping.ts";
import type { Orbit, ServerLoad } from "./load.ts";
import type { Season } from "./season.ts";
import type { DisposalSizing, Fall, FormationSizing, LifeSizing } from "./sizing.ts";

/** What is known of holding the orbit before areas and mass are. */
export interface Holding {
  readonly air: Air | null;
  /** The air at 1,000 km, for a low orbit above it: a bound. */
  readonly airBelow: Air | null;
  readonly formation: FormationDesign | null;
  readonly launch_s: number;
  readonly insertion_m_per_s: number;
}

export const holdingOf = (scenario: Scenario, orbit: Orbit, season: Season): Holding => ({
  air: airOf(scenario, orbit, season),
  airBelow: season.altitude_km === null || season.altitude_km > LOW_REGION_KM ? null : airBelow(scenario, orbit, season),
  formation: orbit.formation === null || season.altitude_km === null ? null : formationDesign(orbit.formation, { altitude_km: season.altitude_km, inclination_deg: season.inclination_deg }),
  launch_s: launch_s(scenario),
  insertion_m_per_s: insertion_m_per_s(scenario, orbit),
});

/** A platform whose areas and dry mass are closed. */
export interface Settled {
  readonly season: Season;
  readonly load: ServerLoad;
  readonly holding: Holding;
  readonly array_m2: number;
  readonly radiator_m2: number;
  readonly dry_kg: number;
}

export interface PlatformLife {
  readonly life: LifeSizing;
  readonly formation: FormationSizing | null;
  readonly propellant_kg: number;
}

/** Speed, propellant, fall and disposal of a closed platform. */
export const platformLife = (scenario: Scenario, orbit: Orbit, settled: Settled): PlatformLife => {
  const { season, holding, dry_kg } = settled;
  const { air } = holding;
  const areas = { array_m2: settled.array_m2, radiator_m2: settled.radiator_m2, body_m2: bodyFace_m2(orbit, settled.load) };
  const tumbling_m2 = tumblingArea_m2(areas);
  const held_m2 = air === null ? 0 : heldArea_m2(areas, air.shares);
  const end_s = holding.launch_s + orbit.life_yr * JULIAN_YEAR_S;
  const adrift = (mass_kg: number, start_s: number): Adrift | null => (season.altitude_km === null ? null : {
    altitude_km: season.altitude_km, inclination_deg: season.inclination_deg, start_s, drag: orbit.drag, areaToMass_m2_per_kg: tumbling_m2 / mass_kg,
  });
  const plan = disposalPlan(orbit, adrift(dry_kg, end_s));
  const need = needOf(scenario, orbit, { settled, drag_N: air === null ? 0 : air.force_N_per_m2 * held_m2, disposal_m_per_s: plan.speed_m_per_s });
  const { budget, propellant } = deltaVBudget(need, orbit.platform.deltaV_m_per_s);
  const propellant_kg = Object.values(propellant).reduce((sum, kg) => sum + kg, 0);
  const worstDrag_N = air === null ? 0 : air.worstForce_N_per_m2 * held_m2;
  const makeup = (force_N_per_m2: number, area_m2: number): number => ((force_N_per_m2 * area_m2) / dry_kg) * JULIAN_YEAR_S;
  const below = holding.airBelow;
  const life: LifeSizing = {
    launch_utc: formatUtc(holding.launch_s),
    end_utc: formatUtc(end_s),
    f107_sfu: air === null ? null : air.f107Mean_sfu,
    arrayRam_frac: air === null ? null : air.shares.array_frac,
    radiatorRam_frac: air === null ? null : air.shares.radiator_frac,
    dragArea_m2: held_m2,
    tumblingArea_m2: tumbling_m2,
    ballistic_kg_per_m2: air === null ? null : dry_kg / (orbit.drag.coefficient * held_m2),
    dragMakeup_m_per_s_per_yr: air === null ? 0 : makeup(air.force_N_per_m2, held_m2),
    worstDragMakeup_m_per_s_per_yr: air === null ? 0 : makeup(air.worstForce_N_per_m2, held_m2),
    dragBound_m_per_s_per_yr: below === null ? null : makeup(below.force_N_per_m2, heldArea_m2(areas, below.shares)),
    worstDrag_N,
    worstJet_W: (worstDrag_N * STANDARD_GRAVITY_M_PER_S2 * need.isp_s) / 2,
    deltaV: budget,
    hardestLaunch: hardestLaunch(need, { air, held_m2, launch_s: holding.launch_s }),
    propellant_kg: propellant,
    fallFromLaunch: fallSizing(adrift(dry_kg + propellant_kg, holding.launch_s)),
    fallFromEnd: fallSizing(adrift(dry_kg, end_s)),
    disposal: disposalSizing(orbit, plan, season.altitude_km),
  };
  return { life, formation: formationOf(orbit, { holding, life, dry_kg, held_m2 }), propellant_kg };
};

const needOf = (scenario: Scenario, orbit: Orbit, { settled, drag_N, disposal_m_per_s }: { readonly settled: Settled; readonly drag_N: number; readonly disposal_m_per_s: number }): DeltaVNeed => ({
  dry_kg: settled.dry_kg,
  isp_s: entryValue(entryOf(scenario, { kind: "buses", id: orbit.platform.bus }), "isp"),
  life_yr: orbit.life_yr,
  drag_N,
  mismatch_frac: settled.holding.formation === null || orbit.formation === null ? 0 : orbit.formation.ballisticMismatch_frac,
  keeping_m_per_s_per_yr: keeping_m_per_s_per_yr(orbit),
  avoidance_m_per_s_per_yr: avoidance_m_per_s_per_yr(orbit, settled.season.altitude_km),
  formation_m_per_s_per_yr: settled.holding.formation === null ? 0 : settled.holding.formation.matched_m_per_s_per_yr,
  disposal_m_per_s,
  insertion_m_per_s: settled.holding.insertion_m_per_s,
});

const hardestLaunch = (need: DeltaVNeed, { air, held_m2, launch_s }: { readonly air: Air | null; readonly held_m2: number; readonly launch_s: number }): LifeSizing["hardestLaunch"] =>
  air === null
    ? { launch_utc: formatUtc(launch_s), needed_m_per_s: lifeNeed(need).needed_m_per_s }
    : { launch_utc: formatUtc(Math.round(air.hardestLaunch.launch_s)), needed_m_per_s: lifeNeed({ ...need, drag_N: air.hardestLaunch.force_N_per_m2 * held_m2 }).needed_m_per_s };

const fallSizing = (adrift: Adrift | null): Fall | null => (adrift === null || adrift.altitude_km > LOW_REGION_KM ? null : fall(fallOf(adrift)));

const fall = (got: Decay): Fall => (got.kind === "stays" ? got : { kind: "decays", life_yr: got.life_yr, end_utc: formatUtc(Math.round(got.end_s)) });

const disposalSizing = (orbit: Orbit, plan: DisposalPlan, altitude_km: number | null): DisposalSizing => ({
  way: plan.way,
  speed_m_per_s: plan.speed_m_per_s,
  to_km: plan.to_km,
  within_yr: orbit.disposal.within_yr,
  passiveCeiling_km: plan.ceiling_km,
  passive: plan.passive,
  ruleMet: altitude_km === null || altitude_km > LOW_REGION_KM ? null : plan.passive === true || plan.way === "controlled" || plan.way === "lowered" || plan.way === "graveyard",
});

const formationOf = (orbit: Orbit, { holding, life, dry_kg, held_m2 }: { readonly holding: Holding; readonly life: LifeSizing; readonly dry_kg: number; readonly held_m2: number }): FormationSizing | null => {
  if (orbit.formation === null || holding.formation === null) return null;
  const deceleration_m_per_s2 = holding.air === null ? 0 : (holding.air.worstForce_N_per_m2 * held_m2) / dry_kg;
  return formationSizing(orbit.formation, holding.formation, { deceleration_m_per_s2, keeping_m_per_s: life.deltaV.byPurpose.formation_m_per_s, life_yr: orbit.life_yr });
};
