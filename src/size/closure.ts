/**
 * The closure loop: pump power is heat and load, so radiator, array and battery follow it; structure and margin follow mass.
 *
 *   1. pump = f_pump Q;  Q = (IT + bus + pump) / eta_conv + charge losses        heat of everything on board
 *   1a. heater of the cold case by the round before's panel, as far as the battery carries it in shadow       (radiator-sizing)
 *   2. areas and capacity from Q and the load                                    (radiator-, array-, battery-sizing)
 *   3. structure = f_s dry;  margin = m (parts + structure);  dry = parts + structure + margin
 *   4. propellant from what holding and leaving the orbit takes of these areas and this mass (life.ts); nothing follows it back
 *
 * Iterated until pump, heater and dry mass move by less than 1e-12 relative; a contraction while f_pump / eta_conv < 1 and f_s (1 + m) < 1.
 */
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import { arrayNeed_W, type ArrayDesign } from "./array-sizing.ts";
import { batteryCapacity_J, type BatteryDesign } from "./battery-sizing.ts";
import type { OrbitEnvironment } from "./environment.ts";
import type { FixedLoad, Orbit, ServerLoad } from "./load.ts";
import { platformLife } from "./life.ts";
import { shielding_kg } from "./radiation-sizing.ts";
import { coldHeater, type ColdHeater, type RadiatorDesign } from "./radiator-sizing.ts";
import type { CoolantChoice, FormationSizing, LifeSizing, MassBudget } from "./sizing.ts";

export interface Design {
  readonly environment: OrbitEnvironment;
  readonly load: ServerLoad;
  readonly fixed: FixedLoad;
  readonly array: ArrayDesign;
  readonly battery: BatteryDesign;
  readonly radiator: RadiatorDesign;
  /** Null where limits leave no temperature to choose. */
  readonly coolant: CoolantChoice | null;
  readonly eclipse: "shed" | "ride-through";
}

export interface Closed {
  readonly pump_W: number;
  /** That keeps the loop from freezing in safe mode. */
  readonly heater: ColdHeater;
  readonly bus_W: number;
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
export const settle = (scenario: Scenario, orbit: Orbit, design: Design): SettledPlatform => {
  const structure_frac = entryValue(entryOf(scenario, { kind: "buses", id: orbit.platform.bus }), "structureFraction");
  let state: State = { pump_W: 0, heater_W: 0, dry_kg: 0, structure_frac };
  let residual_frac = Infinity;
  let iterations = 0;
  while (residual_frac > TOLERANCE && iterations < LIMIT) {
    const { loads, mass } = closureRound(orbit, design, state);
    residual_frac = Math.max(change(loads.pump_W, state.pump_W), change(loads.heater.inShadow_W, state.heater_W), change(mass.dry_kg, state.dry_kg));
    state = { pump_W: loads.pump_W, heater_W: loads.heater.inShadow_W, dry_kg: mass.dry_kg, structure_frac };
    iterations++;
  }
  return { ...closureRound(orbit, design, state), iterations, residual_frac };
};

/** Closes the platform with its propellant. */
export const closePlatform = (scenario: Scenario, orbit: Orbit, design: Design): Closed => {
  const { loads, mass, iterations, residual_frac } = settle(scenario, orbit, design);
  const { life, formation, propellant_kg } = platformLife(scenario, orbit, { environment: design.environment, load: design.load, array_m2: loads.arrayArea_m2, radiator_m2: loads.radiatorArea_m2, dry_kg: mass.dry_kg });
  return { ...loads, mass: { ...mass, propellant_kg, wet_kg: mass.dry_kg + propellant_kg }, life, formation, iterations, residual_frac };
};

const change = (now: number, before: number): number => (now === before ? 0 : Math.abs(now - before) / Math.abs(now));

/** What a round starts from. */
interface State {
  readonly pump_W: number;
  readonly heater_W: number;
  readonly dry_kg: number;
  readonly structure_frac: number;
}
type Loads = Omit<Closed, "mass" | "life" | "formation" | "iterations" | "residual_frac">;
type DryBudget = Omit<MassBudget, "propellant_kg" | "wet_kg">;

const closureRound = (orbit: Orbit, design: Design, state: State): { readonly loads: Loads; readonly mass: DryBudget } => {
  const loads = loadsOf(orbit, design, state);
  return { loads, mass: massBudget(orbit, design, { loads, structure_kg: state.structure_frac * state.dry_kg }) };
};

const loadsOf = ({ platform }: Orbit, { environment: { season }, load, fixed, array, battery, radiator, eclipse }: Design, { pump_W, heater_W }: State): Loads => {
  const margin_frac = platform.powerMargin_frac;
  const bus_W = fixed.power_W + pump_W;
  const loadPeak_W = (load.itPeak_W + bus_W) / platform.conversion_frac;
  // Asleep, in safe mode or shed, a platform keeps its bus and its loops alive in shadow.
  const asleep_W = (bus_W + heater_W) / platform.conversion_frac;
  const loadShadow_W = eclipse === "ride-through" ? Math.max(loadPeak_W, asleep_W) : asleep_W;
  const shadowEnergy_J = loadShadow_W * season.shadowMax_s;
  const chargeLoss_W = (shadowEnergy_J * (1 / battery.roundTrip_frac - 1)) / (season.period_s - season.shadowMax_s);
  const heat_W = loadPeak_W + chargeLoss_W;
  const radiatorArea_m2 = heat_W / radiator.netFlux_W_per_m2;
  return {
    pump_W: radiator.pump_frac * heat_W,
    heater: coldHeater(radiator, { area_m2: radiatorArea_m2, heat_W: bus_W / platform.conversion_frac, shadow_s: season.shadowMax_s }),
    bus_W,
    loadPeak_W,
    loadMean_W: (load.itMean_W + bus_W) / platform.conversion_frac,
    loadShadow_W,
    heat_W,
    radiatorArea_m2,
    arrayArea_m2: arrayNeed_W({ load_W: loadPeak_W, shadowEnergy_J, roundTrip_frac: battery.roundTrip_frac, margin_frac }, season) / array.worst_W_per_m2,
    batteryCapacity_J: batteryCapacity_J(battery, { load_W: loadShadow_W, margin_frac }, season),
  };
};

const massBudget = ({ platform }: Orbit, { load, fixed, array, battery, radiator }: Design, { loads, structure_kg }: { readonly loads: Loads; readonly structure_kg: number }): DryBudget => {
  const parts_kg = {
    servers: load.mass_kg,
    shielding: shielding_kg(platform, load),
    array: loads.arrayArea_m2 * array.areal_kg_per_m2,
    battery: loads.batteryCapacity_J / 3600 / battery.specificEnergy_Wh_per_kg,
    powerElectronics: (platform.powerElectronics_kg_per_kW * loads.loadPeak_W) / 1000,
    radiator: loads.radiatorArea_m2 * radiator.areal_kg_per_m2,
    links: fixed.terminals_kg,
    storage: fixed.storage.mass_kg,
    avionics: fixed.avionics_kg,
    structure: structure_kg,
  };
  const sum_kg = Object.values(parts_kg).reduce((a, b) => a + b, 0);
  const margin_kg = platform.massMargin_frac * sum_kg;
  return { parts_kg, margin_kg, dry_kg: sum_kg + margin_kg };
};
