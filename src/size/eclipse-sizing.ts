/**
 * Computing on through the shadow or stopping in it: both platforms are closed, and what weighs less per energy computed with in a year is taken.
 *
 *   1. energy a year: ride through IT x year; shed IT x (year x sunlit - shadows x restart)         (physics/eclipse-choice)
 *   2. dry mass of each closed design over its energy; without shadow they are one, and it is shed
 *
 * Mass alone decides: prices differ by part, and what a stopped computer does to latency is not in it.
 */
import { eclipseChoice, type EclipseChoice } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { JULIAN_YEAR_S } from "../units/index.ts";
import { settle, type Design, type SettledPlatform } from "./closure.ts";
import type { Orbit } from "./load.ts";
import type { EclipseSizing } from "./sizing.ts";

/** The design with its way through the shadow; null beside it where the scenario says which. */
export const withEclipse = (scenario: Scenario, orbit: Orbit, design: Omit<Design, "eclipse">): { readonly design: Design; readonly chosen: EclipseSizing | null } => {
  const { eclipse } = orbit.platform;
  if (eclipse !== "auto") return { design: { ...design, eclipse }, chosen: null };
  const rideThrough = settle(scenario, orbit, { ...design, eclipse: "ride-through" });
  const shed = settle(scenario, orbit, { ...design, eclipse: "shed" });
  const energy = energies(orbit, design, { rideThrough, shed });
  const kg_per_W = (dry_kg: number, energy_J_per_yr: number): number => (dry_kg * JULIAN_YEAR_S) / energy_J_per_yr;
  const chosen: EclipseSizing = {
    rideThrough: { dry_kg: rideThrough.mass.dry_kg, energy_J_per_yr: energy.rideThrough.energy_J_per_yr, kg_per_W: kg_per_W(rideThrough.mass.dry_kg, energy.rideThrough.energy_J_per_yr) },
    shed: { dry_kg: shed.mass.dry_kg, energy_J_per_yr: energy.shed.energy_J_per_yr, kg_per_W: kg_per_W(shed.mass.dry_kg, energy.shed.energy_J_per_yr) },
  };
  return { design: { ...design, eclipse: chosen.rideThrough.kg_per_W < chosen.shed.kg_per_W ? "ride-through" : "shed" }, chosen };
};

const energies = ({ platform }: Orbit, { environment: { season }, load, array, battery }: Omit<Design, "eclipse">, { rideThrough, shed }: { readonly rideThrough: SettledPlatform; readonly shed: SettledPlatform }): EclipseChoice =>
  eclipseChoice({
    load_W: rideThrough.loads.loadPeak_W,
    earning_W: load.itPeak_W,
    keepAlive_W: shed.loads.loadShadow_W,
    period_s: season.period_s,
    longestShadow_s: season.shadowMax_s,
    shadows_per_yr: season.shadows_per_yr,
    sunlit_frac: season.sunlit_frac,
    restart_s: platform.eclipseRestart_s,
    depthOfDischarge_frac: battery.depthOfDischarge_frac,
    discharge_frac: battery.efficiency_frac,
    roundTrip_frac: battery.roundTrip_frac,
    capacityLeft_frac: battery.left_frac,
    array_W_per_kg: array.worst_W_per_m2 / array.areal_kg_per_m2,
    battery_J_per_kg: battery.specificEnergy_Wh_per_kg * 3600,
  });
