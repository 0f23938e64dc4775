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
import type { Scenario } from "../scenario/index.ts";
import { JULIAN_YEAR_S, STANDARD_GRAVITY_M_PER_S2, formatUtc } from "../units/index.ts";
import { bodyFace_m2, heldArea_m2, ramShares, tumblingArea_m2, type Areas } from "./air.ts";
import { deltaVBudget, lifeNeed, type DeltaVNeed } from "./delta-v.ts";
import { disposalPlan, type Adrift, type DisposalPlan } from "./disposal-burn.ts";
import type { OrbitEnvironment } from "./environment.ts";
import { formationSizing } from "./formation.ts";
import { insertion_m_per_s } from "./insertion.ts";
import { avoidance_m_per_s_per_yr } from "./keeping.ts";
import type { Orbit, ServerLoad } from "./load.ts";
import { LOW_REGION_KM } from "./low-region.ts";
import { whenRead } from "./when-read.ts";
import type { DisposalSizing, Fall, FormationSizing, LifeSizing, PropellantUse } from "./sizing.ts";

/** A platform whose areas and dry mass are closed. */
export interface Settled {
  readonly environment: OrbitEnvironment;
  readonly load: ServerLoad;
  readonly isp_s: number;
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
  const { environment, dry_kg } = settled;
  const { altitude_km } = environment.season;
  const areas = { array_m2: settled.array_m2, radiator_m2: settled.radiator_m2, body_m2: bodyFace_m2(orbit, settled.load) };
  const tumbling_m2 = tumblingArea_m2(areas);
  const drag = dragOf(environment, orbit, areas);
  const adrift = (mass_kg: number): Adrift | null => adriftOf(environment, { altitude_km, coefficient: orbit.drag.coefficient, areaToMass_m2_per_kg: tumbling_m2 / mass_kg });
  const atEnd = adrift(dry_kg);
  const plan = disposalPlan(orbit, atEnd, settled.isp_s);
  const need = needOf(scenario, orbit, { settled, drag_N: drag.mean_N, disposal_m_per_s: plan.speed_m_per_s });
  const { budget, propellant } = deltaVBudget(need, orbit.platform.deltaV_m_per_s);
  const propellant_kg = sumOf(propellant);
  const atLaunch = adrift(dry_kg + propellant_kg);
  const air = airSizing(environment, orbit, { drag, areas, dry_kg });
  const life: LifeSizing = whenRead({
    launch_utc: environment.launch_utc,
    end_utc: environment.end_utc,
    f107_sfu: air.f107_sfu,
    arrayRam_frac: air.arrayRam_frac,
    radiatorRam_frac: air.radiatorRam_frac,
    dragArea_m2: drag.area_m2,
    tumblingArea_m2: tumbling_m2,
    ballistic_kg_per_m2: air.ballistic_kg_per_m2,
    dragMakeup_m_per_s_per_yr: air.dragMakeup_m_per_s_per_yr,
    worstDragMakeup_m_per_s_per_yr: air.worstDragMakeup_m_per_s_per_yr,
    dragBound_m_per_s_per_yr: air.dragBound_m_per_s_per_yr,
    worstDrag_N: drag.worst_N,
    worstJet_W: (drag.worst_N * STANDARD_GRAVITY_M_PER_S2 * need.isp_s) / 2,
    deltaV: budget,
    hardestLaunch: { launch_utc: environment.hardestLaunch_utc, needed_m_per_s: lifeNeed(need, drag.hardestLaunch_N).needed_m_per_s },
    propellant_kg: propellant,
    disposal: disposalSizing(orbit, plan, altitude_km),
  }, {
    fallFromLaunch: (): Fall | null => (atLaunch === null || atLaunch.altitude_km > LOW_REGION_KM ? null : fall(atLaunch.falls.fromLaunch(atLaunch.dragPerMass_m2_per_kg))),
    fallFromEnd: (): Fall | null => (atEnd === null || atEnd.altitude_km > LOW_REGION_KM ? null : fall(atEnd.falls.fromEnd(atEnd.dragPerMass_m2_per_kg))),
  });
  return { life, formation: formationOf(orbit, { environment, keeping_m_per_s: budget.byPurpose.formation_m_per_s, deceleration_m_per_s2: drag.worst_N / dry_kg }), propellant_kg };
};

const adriftOf = ({ falls }: OrbitEnvironment, { altitude_km, coefficient, areaToMass_m2_per_kg }: { readonly altitude_km: number | null; readonly coefficient: number; readonly areaToMass_m2_per_kg: number }): Adrift | null =>
  falls === null || altitude_km === null ? null : { altitude_km, falls, areaToMass_m2_per_kg, dragPerMass_m2_per_kg: coefficient * areaToMass_m2_per_kg };

const sumOf = (parts: PropellantUse): number => {
  let sum = 0;
  for (const part in parts) sum += parts[part]!;
  return sum;
};

/** Drag on the platform as it flies; none where the air is not computed. */
interface Drag {
  readonly area_m2: number;
  readonly mean_N: number;
  readonly worst_N: number;
  readonly hardestLaunch_N: number;
}

const dragOf = ({ air }: OrbitEnvironment, orbit: Orbit, areas: Areas): Drag => {
  if (air === null) return { area_m2: 0, mean_N: 0, worst_N: 0, hardestLaunch_N: 0 };
  const area_m2 = heldArea_m2(areas, ramShares(air, orbit));
  const force_N = (pressure_Pa: number): number => pressure_Pa * orbit.drag.coefficient * area_m2;
  return { area_m2, mean_N: force_N(air.pressure_Pa), worst_N: force_N(air.worstPressure_Pa), hardestLaunch_N: force_N(air.hardestLaunch.pressure_Pa) };
};

type AirSizing = Pick<LifeSizing, "f107_sfu" | "arrayRam_frac" | "radiatorRam_frac" | "ballistic_kg_per_m2" | "dragMakeup_m_per_s_per_yr" | "worstDragMakeup_m_per_s_per_yr" | "dragBound_m_per_s_per_yr">;

const airSizing = ({ air, airBelow }: OrbitEnvironment, orbit: Orbit, { drag, areas, dry_kg }: { readonly drag: Drag; readonly areas: Areas; readonly dry_kg: number }): AirSizing => {
  const shares = air === null ? null : ramShares(air, orbit);
  const makeup = (force_N: number): number => (force_N / dry_kg) * JULIAN_YEAR_S;
  return {
    f107_sfu: air === null ? null : air.f107Mean_sfu,
    arrayRam_frac: shares === null ? null : shares.array_frac,
    radiatorRam_frac: shares === null ? null : shares.radiator_frac,
    ballistic_kg_per_m2: air === null ? null : dry_kg / (orbit.drag.coefficient * drag.area_m2),
    dragMakeup_m_per_s_per_yr: makeup(drag.mean_N),
    worstDragMakeup_m_per_s_per_yr: makeup(drag.worst_N),
    dragBound_m_per_s_per_yr: airBelow === null ? null : makeup(airBelow.pressure_Pa * orbit.drag.coefficient * heldArea_m2(areas, ramShares(airBelow, orbit))),
  };
};

const needOf = (scenario: Scenario, orbit: Orbit, { settled, drag_N, disposal_m_per_s }: { readonly settled: Settled; readonly drag_N: number; readonly disposal_m_per_s: number }): DeltaVNeed => {
  const { environment } = settled;
  return {
    dry_kg: settled.dry_kg,
    isp_s: settled.isp_s,
    life_yr: orbit.life_yr,
    drag_N,
    mismatch_frac: environment.formation === null || orbit.formation === null ? 0 : orbit.formation.ballisticMismatch_frac,
    keeping_m_per_s_per_yr: environment.keeping_m_per_s_per_yr,
    avoidance_m_per_s_per_yr: avoidance_m_per_s_per_yr(orbit, environment.season.altitude_km),
    formation_m_per_s_per_yr: environment.formation === null ? 0 : environment.formation.matched_m_per_s_per_yr,
    disposal_m_per_s,
    insertion_m_per_s: insertion_m_per_s(scenario, orbit),
  };
};

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

const formationOf = (orbit: Orbit, { environment, deceleration_m_per_s2, keeping_m_per_s }: { readonly environment: OrbitEnvironment; readonly deceleration_m_per_s2: number; readonly keeping_m_per_s: number }): FormationSizing | null =>
  orbit.formation === null || environment.formation === null ? null : formationSizing(orbit.formation, environment.formation, { deceleration_m_per_s2, keeping_m_per_s, life_yr: orbit.life_yr });
