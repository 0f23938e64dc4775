/**
 * Computing on through the shadow or stopping in it: both platforms are closed, and what weighs less per energy computed with in a year is taken.
 *
 *   1. energy a year: ride through IT x year; shed IT x (year x sunlit - shadows x restart)         (physics/eclipse-choice)
 *   2. dry mass of each closed design over its energy; without shadow they are one, and it is shed
 *
 * Mass alone decides: prices differ by part, and what a stopped computer does to latency is not in it.
 */
import { eclipseChoice, type EclipseChoice } from "../physics/index.ts";
import { JULIAN_YEAR_S } from "../units/index.ts";
import { settle, type Design, type SettledPlatform } from "./closure.ts";
import type { Orbit } from "./load.ts";
import type { EclipseSizing, EclipseWay } from "./sizing.ts";

/** The design with its way through the shadow, settled; null beside it where the scenario says which. */
export const withEclipse = (orbit: Orbit, design: Omit<Design, "eclipse">): { readonly design: Design; readonly settled: SettledPlatform; readonly chosen: EclipseSizing | null } => {
  const { eclipse } = orbit.platform;
  if (eclipse !== "auto") return { ...settledBy(orbit, design, eclipse), chosen: null };
  const through = settledBy(orbit, design, "ride-through");
  const shed = settledBy(orbit, design, "shed");
  const energy = energies(orbit, design, { rideThrough: through.settled, shed: shed.settled });
  const chosen = { rideThrough: wayOf(through.settled, energy.rideThrough.energy_J_per_yr), shed: wayOf(shed.settled, energy.shed.energy_J_per_yr) };
  return { ...(chosen.rideThrough.kg_per_W < chosen.shed.kg_per_W ? through : shed), chosen };
};

const settledBy = (orbit: Orbit, design: Omit<Design, "eclipse">, eclipse: Design["eclipse"]): { readonly design: Design; readonly settled: SettledPlatform } => {
  const { environment, structure_frac, isp_s, load, fixed, shielded, array, battery, radiator, coolant } = design;
  const whole = { environment, structure_frac, isp_s, load, fixed, shielded, array, battery, radiator, coolant, eclipse };
  return { design: whole, settled: settle(orbit, whole) };
};

const wayOf = ({ mass: { dry_kg } }: SettledPlatform, energy_J_per_yr: number): EclipseWay => ({ dry_kg, energy_J_per_yr, kg_per_W: (dry_kg * JULIAN_YEAR_S) / energy_J_per_yr });

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
