/**
 * What a fleet costs the sky: mass up and down, oxide, manoeuvres, light, and holes in radiators.
 *
 *   renewal, alumina, avoidance: physics/fleet-renewal; brightness: physics/satellite-brightness; holes: size/radiator-holes
 *
 * Assumes: a fleet of constant size, the plan's largest; the published rate of avoidance, of 500-570 km, as it is at any height to 2,000 km and
 * whatever the fleet adds to the crowd; what drag brings down after the life enters the air as what is brought down does;
 * array and radiator as one diffuse area, seen at the zenith.
 */
import {
  aluminaCeiling_frac, avoidanceLoad, brightnessLimit_mag, dimmedMagnitude, entering_kg_per_yr,
  replacements_per_yr, sphereMagnitude, upmass_kg_per_yr, zenithSighting, type FleetLife, type SatelliteMasses,
} from "../physics/index.ts";
import type { Plan } from "../plan/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import type { Brightness, SkyLoad } from "./footprint-record.ts";

type Orbit = NonNullable<Scenario["orbit"]>;

/** End of nautical twilight (IAU): the sky is nearly dark, and satellites are still lit. */
const SUN_ELEVATION_DEG = -12;

/** The load of the scenario's fleet. `success_frac`: chance of a launch, null where no vehicle carries the platform. */
export const skyLoad = (scenario: Scenario, orbit: Orbit, { platform, plan, success_frac }: { readonly platform: PlatformSizing; readonly plan: Plan; readonly success_frac: number | null }): SkyLoad => {
  const largest = largestFleet(plan);
  const fleet: FleetLife = { satellites: largest > 0 ? largest : 1, life_yr: orbit.life_yr, failure_per_yr: scenario.footprint.platformFailure_per_yr };
  const masses: SatelliteMasses = { launch_kg: platform.mass.wet_kg, end_kg: platform.mass.dry_kg };
  const descent = descentOf(platform);
  const entering = entering_kg_per_yr(fleet, masses, descent.by === "nothing" ? 0 : 1);
  const { altitude_km } = platform.orbit;
  return {
    satellites: fleet.satellites,
    satellitesAre: largest > 0 ? "largest fleet of the plan" : "one platform: the plan builds none",
    replacements_per_yr: replacements_per_yr(fleet).all,
    upmass_kg_per_yr: success_frac === null ? null : upmass_kg_per_yr(fleet, masses, success_frac),
    descent,
    entering_kg_per_yr: entering,
    alumina_kg_per_yr: entering * scenario.footprint.alumina_kg_per_kg,
    aluminaCeiling_kg_per_yr: entering * aluminaCeiling_frac({ aluminium_frac: aluminiumShare(platform), burnt_frac: 1 }),
    avoidance: isLow(platform) ? avoidanceOf(orbit, fleet) : null,
    brightness: altitude_km === null ? null : brightnessOf(scenario, platform, altitude_km),
    meteoroids: platform.radiator.holes,
  };
};

/** What is not brought down falls where drag is enough, however long after; a fleet of constant size loses as much a year. */
const descentOf = ({ life: { disposal, fallFromEnd } }: PlatformSizing): SkyLoad["descent"] => {
  if (["controlled", "lowered", "passive"].includes(disposal.way)) return { by: "disposal" };
  return fallFromEnd?.kind === "decays" ? { by: "drag", after_yr: fallFromEnd.life_yr } : { by: "nothing" };
};

/** Up to 2,000 km, where a rate of avoidance is published (size/keeping) and the rule of disposal holds. */
const isLow = ({ life: { disposal } }: PlatformSizing): boolean => disposal.ruleMet !== null;

const largestFleet = ({ quarters, options, build }: Plan): number => {
  const orbital = build.filter(({ option }) => options.some(({ id, tier }) => id === option && tier === "orbit"));
  return Math.max(0, ...quarters.map((_, t) => orbital.reduce((sum, { inService }) => sum + inService[t]!, 0)));
};

const aluminiumShare = ({ mass }: PlatformSizing): number => {
  const { radiator, structure, shielding } = mass.parts_kg;
  return (radiator! + structure! + shielding! + mass.margin_kg) / mass.dry_kg;
};

const avoidanceOf = ({ avoidance }: Orbit, fleet: FleetLife): NonNullable<SkyLoad["avoidance"]> => {
  const load = avoidanceLoad(fleet, { rate_per_yr: avoidance.rate_per_yr, objects: 1 }, { objects: 1, deltaV_m_per_s: avoidance.deltaV_m_per_s });
  return { perSatellite_per_yr: load.perSatellite_per_yr, fleet_per_day: load.fleet_per_day, deltaV_m_per_s: load.deltaV_m_per_s };
};

const brightnessOf = (scenario: Scenario, platform: PlatformSizing, altitude_km: number): Brightness => {
  const area_m2 = platform.array.area_m2 + platform.radiator.area_m2;
  const sighting = zenithSighting(altitude_km, SUN_ELEVATION_DEG);
  const undimmed_mag = sphereMagnitude(scenario.footprint.albedo_frac * area_m2, sighting);
  const dimmed_mag = dimmedMagnitude(area_m2, sighting);
  const limit_mag = brightnessLimit_mag(altitude_km);
  return { area_m2, undimmed_mag, dimmed_mag, limit_mag, meets: undimmed_mag >= limit_mag ? "undimmed" : dimmed_mag >= limit_mag ? "dimmed" : "neither" };
};
