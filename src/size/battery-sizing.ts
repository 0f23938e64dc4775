/**
 * Battery for the longest shadow.
 *
 *   1. cycles wanted = shadows a year * life; allowed depth from the cell's curve cycles(D) = N0 (D / D0)^-k, not deeper than its limit
 *   2. capacity new = load t_shadow (1 + margin) / (depth eta_discharge left), left what cycles and years leave at the end of life:
 *      1 - (1 - e) shadows / cycles(D) - calendar fade                                        (physics/battery-wear, equation 8)
 *
 * Each shadow counts as one cycle to the full depth: shorter shadows wear less, so the depth is on the safe side.
 * Without any shadow in the year there is no battery to size: launch and safe mode are not in it, and a note says so.
 */
import type { Entry } from "../catalog/index.ts";
import { cycleLife, depthForCycles_frac, packLeft_frac, rideThroughBattery_J, type PackWear } from "../physics/index.ts";
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import type { Orbit } from "./load.ts";
import type { Season } from "./season.ts";

export interface BatteryDesign {
  readonly depthOfDischarge_frac: number;
  /** Deepest that the cell's limit and its cycle life allow, and the shadows of a life that this is for. */
  readonly allowedDepth_frac: number;
  readonly shadows: number;
  readonly efficiency_frac: number;
  readonly roundTrip_frac: number;
  readonly specificEnergy_Wh_per_kg: number;
  readonly density_Wh_per_L: number;
  readonly wear: PackWear;
  /** Share of the cycle life used up, and capacity left over new, at the end of life. */
  readonly damage: number;
  readonly left_frac: number;
}

export const batteryDesign = (scenario: Scenario, orbit: Orbit, season: Season): BatteryDesign => {
  const entry = entryOf(scenario, { kind: "batteries", id: orbit.platform.battery });
  const value = (name: string): number => entryValue(entry, name);
  const wanted = season.shadows_per_yr * orbit.life_yr;
  const curve = { cycles: value("cycles"), depth_frac: value("cyclesDepth"), exponent: value("cycleExponent") };
  const lasting = wanted === 0 ? value("depthMax") : depthForCycles_frac(curve, wanted);
  const allowedDepth_frac = Math.min(value("depthMax"), lasting);
  const depth_frac = orbit.platform.depthOfDischarge_frac ?? allowedDepth_frac;
  const wear = packWear(entry, orbit, curve);
  const damage = wanted / cycleLife(curve, depth_frac);
  return {
    depthOfDischarge_frac: depth_frac,
    allowedDepth_frac,
    shadows: wanted,
    efficiency_frac: Math.sqrt(value("roundTrip")),
    roundTrip_frac: value("roundTrip"),
    specificEnergy_Wh_per_kg: orbit.platform.specificEnergy_Wh_per_kg,
    density_Wh_per_L: value("energyDensity"),
    wear,
    damage,
    left_frac: packLeft_frac(wear, damage, orbit.life_yr),
  };
};

const packWear = (entry: Entry, { platform }: Orbit, curve: PackWear["curve"]): PackWear => {
  const known = entry.figures["calendarFade"] !== undefined;
  const calendar = known ? { firstYear_frac: entryValue(entry, "calendarFade"), exponent: entryValue(entry, "calendarExponent") } : null;
  return { curve, testEnd_frac: platform.batteryTestEnd_frac, calendar };
};

export const batteryCapacity_J = (design: BatteryDesign, need: { readonly load_W: number; readonly margin_frac: number }, season: Season): number =>
  (1 + need.margin_frac) * rideThroughBattery_J({ load_W: need.load_W, eclipse_s: season.shadowMax_s, depthOfDischarge_frac: design.depthOfDischarge_frac, discharge_frac: design.efficiency_frac }) / design.left_frac;
