/**
 * The closure: pump power is heat and load, so radiator, array and battery follow it; structure and margin follow mass.
 *
 *   1. pump = f_pump Q;  Q = (IT + bus + pump) / eta_conv + charge losses        heat of everything on board
 *   1b. with the servers off, in a shadow that sheds and in safe mode, the pump turns slowly: a share of its power (orbit.platform.pumpAsleep)
 *   1a. heater of the cold case by the round before's panel, as far as the battery carries it in shadow       (radiator-cold)
 *   2. areas and capacity from Q and the load                                    (radiator-holes, array- and battery-sizing)
 *   3. dry = (1 + m) parts / (1 - f_s (1 + m));  structure = f_s dry;  margin = m (parts + structure)
 *   4. propellant from what holding and leaving the orbit takes of these areas and this mass (life.ts); nothing follows it back
 *
 * No mass is a load, so loads settle first and mass follows in closed form. 1 and 1a are iterated until pump and heater move by less than 1e-12
 * relative: the pump by Newton's step, exact where no heater draws on the battery, dQ/dpump = (1 + charge losses a watt of shadow x pump's share there) / eta_conv; a
 * contraction while f_pump dQ/dpump < 1. 3 is a mass while f_s (1 + m) < 1 (why.ts).
 */
import type { Scenario } from "../scenario/index.ts";
import { arrayNeed_W, type ArrayDesign } from "./array-sizing.ts";
import { batteryCapacity_J, type BatteryDesign } from "./battery-sizing.ts";
import type { OrbitEnvironment } from "./environment.ts";
import type { FixedLoad, Orbit, ServerLoad } from "./load.ts";
import { platformLife } from "./life.ts";
import { shielding_kg, type Shielded } from "./radiation-sizing.ts";
import { coldHeater, type ColdHeater } from "./radiator-cold.ts";
import type { RadiatorDesign } from "./radiator-design.ts";
import { panelArea_m2 } from "./radiator-holes.ts";
import type { CoolantChoice, FormationSizing, LifeSizing, MassBudget } from "./sizing.ts";

export interface Design {
  readonly environment: OrbitEnvironment;
  readonly load: ServerLoad;
  readonly fixed: FixedLoad;
  readonly shielded: Shielded;
  readonly array: ArrayDesign;
  readonly battery: BatteryDesign;
  readonly radiator: RadiatorDesign;
  /** Null where limits leave no temperature to choose. */
  readonly coolant: CoolantChoice | null;
  readonly eclipse: "shed" | "ride-through";
  /** Share of dry mass that is structure. */
  readonly structure_frac: number;
  readonly isp_s: number;
}

export interface Closed {
  readonly pump_W: number;
  /** That keeps the loop from freezing in safe mode. */
  readonly heater: ColdHeater;
  readonly bus_W: number;
  /** With the servers off. */
  readonly busAsleep_W: number;
  readonly loadPeak_W: number;
  readonly loadMean_W: number;
  readonly loadShadow_W: number;
  readonly heat_W: number;
  readonly radiatorArea_m2: number;
  readonly arrayArea_m2: number;
  readonly batteryCapacity_J: number;
  readonly mass: MassBudget;
  readonly life: LifeSizing;
  readonly formation: FormationSizing | null;
  readonly iterations: number;
  readonly residual_frac: number;
}

const TOLERANCE = 1e-12;
const LIMIT = 200;

/** A platform whose loads and masses have come to rest, before what its orbit takes of propellant. */
export interface SettledPlatform {
  readonly loads: Loads;
  readonly mass: DryBudget;
  readonly iterations: number;
  readonly residual_frac: number;
}

/** Loads and dry mass of a design; `residual_frac` says how far the last round moved, above 1e-9 when it does not close. */
export const settle = (orbit: Orbit, design: Design): SettledPlatform => {
  const inShadow_frac = design.eclipse === "ride-through" ? 1 : orbit.platform.pumpAsleep_frac;
  const newton = 1 / (1 - (design.radiator.pump_frac * (1 + inShadow_frac * chargeLoss_frac(design))) / orbit.platform.conversion_frac);
  let pump_W = 0;
  let heater_W = 0;
  let moved_frac = Infinity;
  let iterations = 0;
  let heat = heatBalance(orbit, design, { pump_W, heater_W });
  while (moved_frac > TOLERANCE && iterations < LIMIT) {
    pump_W += newton * (heat.pump_W - pump_W);
    heater_W = heat.heater.inShadow_W;
    heat = heatBalance(orbit, design, { pump_W, heater_W });
    moved_frac = Math.max(change(heat.pump_W, pump_W), change(heat.heater.inShadow_W, heater_W));
    iterations++;
  }
  const loads = loadsOf(orbit, design, heat);
  const mass = massBudget(orbit, design, loads);
  return { loads, mass, iterations, residual_frac: Math.max(moved_frac, massResidual_frac(mass, design.structure_frac)) };
};

/** A settled platform with its propellant. */
export const closePlatform = (scenario: Scenario, orbit: Orbit, { design, settled }: { readonly design: Design; readonly settled: SettledPlatform }): Closed => {
  const { loads, mass, iterations, residual_frac } = settled;
  const { life, formation, propellant_kg } = platformLife(scenario, orbit, { environment: design.environment, load: design.load, isp_s: design.isp_s, array_m2: loads.arrayArea_m2, radiator_m2: loads.radiatorArea_m2, dry_kg: mass.dry_kg });
  return {
    pump_W: loads.pump_W,
    heater: loads.heater,
    bus_W: loads.bus_W,
    busAsleep_W: loads.busAsleep_W,
    loadPeak_W: loads.loadPeak_W,
    loadMean_W: loads.loadMean_W,
    loadShadow_W: loads.loadShadow_W,
    heat_W: loads.heat_W,
    radiatorArea_m2: loads.radiatorArea_m2,
    arrayArea_m2: loads.arrayArea_m2,
    batteryCapacity_J: loads.batteryCapacity_J,
    mass: { parts_kg: mass.parts_kg, margin_kg: mass.margin_kg, dry_kg: mass.dry_kg, propellant_kg, wet_kg: mass.dry_kg + propellant_kg },
    life,
    formation,
    iterations,
    residual_frac,
  };
};

const change = (now: number, before: number): number => (now === before ? 0 : Math.abs(now - before) / Math.abs(now));

type Loads = Omit<Closed, "mass" | "life" | "formation" | "iterations" | "residual_frac">;
type DryBudget = Omit<MassBudget, "propellant_kg" | "wet_kg">;

/** What the rounds go over. */
type HeatBalance = Pick<Loads, "pump_W" | "heater" | "bus_W" | "busAsleep_W" | "loadPeak_W" | "loadShadow_W" | "heat_W" | "radiatorArea_m2">;

/** Watts lost in charging for each watt drawn in the longest shadow. */
const chargeLoss_frac = ({ environment: { season }, battery }: Design): number => (season.shadowMax_s * (1 / battery.roundTrip_frac - 1)) / (season.period_s - season.shadowMax_s);

/** Equations 1 and 1a by the round before's pump and heater. */
const heatBalance = ({ platform: { conversion_frac, pumpAsleep_frac } }: Orbit, design: Design, { pump_W, heater_W }: { readonly pump_W: number; readonly heater_W: number }): HeatBalance => {
  const { environment: { season }, load, fixed, radiator, eclipse } = design;
  const bus_W = fixed.power_W + pump_W;
  const busAsleep_W = fixed.power_W + pumpAsleep_frac * pump_W;
  const loadPeak_W = (load.itPeak_W + bus_W) / conversion_frac;
  // Asleep, in safe mode or shed, a platform keeps its bus and its loops alive in shadow.
  const asleep_W = (busAsleep_W + heater_W) / conversion_frac;
  const loadShadow_W = eclipse === "ride-through" ? Math.max(loadPeak_W, asleep_W) : asleep_W;
  const heat_W = loadPeak_W + loadShadow_W * chargeLoss_frac(design);
  const radiatorArea_m2 = panelArea_m2(radiator, heat_W);
  const heater = coldHeater(radiator, { area_m2: radiatorArea_m2, heat_W: busAsleep_W / conversion_frac, shadow_s: season.shadowMax_s });
  return { pump_W: radiator.pump_frac * heat_W, heater, bus_W, busAsleep_W, loadPeak_W, loadShadow_W, heat_W, radiatorArea_m2 };
};

/** Equation 2. */
const loadsOf = ({ platform: { conversion_frac, powerMargin_frac: margin_frac } }: Orbit, { environment: { season }, load, array, battery }: Design, heat: HeatBalance): Loads => {
  const need = { load_W: heat.loadPeak_W, shadowEnergy_J: heat.loadShadow_W * season.shadowMax_s, roundTrip_frac: battery.roundTrip_frac, margin_frac };
  return {
    pump_W: heat.pump_W,
    heater: heat.heater,
    bus_W: heat.bus_W,
    busAsleep_W: heat.busAsleep_W,
    loadPeak_W: heat.loadPeak_W,
    loadMean_W: (load.itMean_W + heat.bus_W) / conversion_frac,
    loadShadow_W: heat.loadShadow_W,
    heat_W: heat.heat_W,
    radiatorArea_m2: heat.radiatorArea_m2,
    arrayArea_m2: arrayNeed_W(need, season) / array.worst_W_per_m2,
    batteryCapacity_J: batteryCapacity_J(battery, { load_W: heat.loadShadow_W, margin_frac }, season),
  };
};

/** Equation 3. */
const massBudget = ({ platform }: Orbit, { load, fixed, array, battery, radiator, structure_frac }: Design, loads: Loads): DryBudget => {
  const servers = load.mass_kg;
  const shielding = shielding_kg(platform, load);
  const arrays = loads.arrayArea_m2 * array.areal_kg_per_m2;
  const batteries = loads.batteryCapacity_J / 3600 / battery.specificEnergy_Wh_per_kg;
  const powerElectronics = (platform.powerElectronics_kg_per_kW * loads.loadPeak_W) / 1000;
  const radiators = loads.radiatorArea_m2 * radiator.areal_kg_per_m2;
  const links = fixed.terminals_kg;
  const storage = fixed.storage.mass_kg;
  const avionics = fixed.avionics_kg;
  const carried_kg = servers + shielding + arrays + batteries + powerElectronics + radiators + links + storage + avionics;
  const wanted = 1 + platform.massMargin_frac;
  const structure = (structure_frac * wanted * carried_kg) / (1 - structure_frac * wanted);
  const sum_kg = carried_kg + structure;
  const margin_kg = platform.massMargin_frac * sum_kg;
  return { parts_kg: { servers, shielding, array: arrays, battery: batteries, powerElectronics, radiator: radiators, links, storage, avionics, structure }, margin_kg, dry_kg: sum_kg + margin_kg };
};

/** By how much structure is off its share of the dry mass. */
const massResidual_frac = ({ parts_kg, dry_kg }: DryBudget, structure_frac: number): number => Math.abs(parts_kg.structure! - structure_frac * dry_kg) / dry_kg;
