/**
 * The closure loop: pump power is heat and load, so radiator, array and battery follow it; structure and margin follow mass.
 *
 *   1. pump = f_pump Q;  Q = (IT + bus + pump) / eta_conv + charge losses        heat of everything on board
 *   2. areas and capacity from Q and the load                                    (radiator-, array-, battery-sizing)
 *   3. structure = f_s dry;  margin = m (parts + structure);  dry = parts + structure + margin
 *   4. propellant from what holding and leaving the orbit takes of these areas and this mass (life.ts); nothing follows it back
 *
 * Iterated until pump and dry mass move by less than 1e-12 relative; a contraction while f_pump / eta_conv < 1 and f_s (1 + m) < 1.
 */
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import { arrayNeed_W, type ArrayDesign } from "./array-sizing.ts";
import { batteryCapacity_J, type BatteryDesign } from "./battery-sizing.ts";
import type { OrbitEnvironment } from "./environment.ts";
import type { FixedLoad, Orbit, ServerLoad } from "./load.ts";
import { platformLife } from "./life.ts";
import { shielding_kg } from "./radiation-sizing.ts";
import type { RadiatorDesign } from "./radiator-sizing.ts";
import type { FormationSizing, LifeSizing, MassBudget } from "./sizing.ts";

export interface Design {
  readonly environment: OrbitEnvironment;
  readonly load: ServerLoad;
  readonly fixed: FixedLoad;
  readonly array: ArrayDesign;
  readonly battery: BatteryDesign;
  readonly radiator: RadiatorDesign;
}

export interface Closed {
  readonly pump_W: number;
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

/** Closes the platform; `residual_frac` says how far the last round moved, above 1e-9 when it does not close. */
export const closePlatform = (scenario: Scenario, orbit: Orbit, design: Design): Closed => {
  const structure_frac = entryValue(entryOf(scenario, { kind: "buses", id: orbit.platform.bus }), "structureFraction");
  let pump_W = 0;
  let dry_kg = 0;
  let residual_frac = Infinity;
  let iterations = 0;
  while (residual_frac > TOLERANCE && iterations < LIMIT) {
    const next = closureRound(orbit, design, { pump_W, dry_kg, structure_frac });
    residual_frac = Math.max(change(next.loads.pump_W, pump_W), change(next.mass.dry_kg, dry_kg));
    pump_W = next.loads.pump_W;
    dry_kg = next.mass.dry_kg;
    iterations++;
  }
  const { loads, mass } = closureRound(orbit, design, { pump_W, dry_kg, structure_frac });
  const { life, formation, propellant_kg } = platformLife(scenario, orbit, { environment: design.environment, load: design.load, array_m2: loads.arrayArea_m2, radiator_m2: loads.radiatorArea_m2, dry_kg: mass.dry_kg });
  return { ...loads, mass: { ...mass, propellant_kg, wet_kg: mass.dry_kg + propellant_kg }, life, formation, iterations, residual_frac };
};

const change = (now: number, before: number): number => (now === before ? 0 : Math.abs(now - before) / Math.abs(now));

/** What a round starts from. */
interface State {
  readonly pump_W: number;
  readonly dry_kg: number;
  readonly structure_frac: number;
}
type Loads = Omit<Closed, "mass" | "life" | "formation" | "iterations" | "residual_frac">;
type DryBudget = Omit<MassBudget, "propellant_kg" | "wet_kg">;

const closureRound = (orbit: Orbit, design: Design, state: State): { readonly loads: Loads; readonly mass: DryBudget } => {
  const loads = loadsOf(orbit, design, state.pump_W);
  return { loads, mass: massBudget(orbit, design, { loads, structure_kg: state.structure_frac * state.dry_kg }) };
};

const loadsOf = ({ platform }: Orbit, { environment: { season }, load, fixed, array, battery, radiator }: Design, pump_W: number): Loads => {
  const margin_frac = platform.powerMargin_frac;
  const bus_W = fixed.power_W + pump_W;
  const loadPeak_W = (load.itPeak_W + bus_W) / platform.conversion_frac;
  // A shedding platform keeps its bus and its loops alive in shadow.
  const loadShadow_W = platform.eclipse === "ride-through" ? loadPeak_W : bus_W / platform.conversion_frac;
  const shadowEnergy_J = loadShadow_W * season.shadowMax_s;
  const chargeLoss_W = (shadowEnergy_J * (1 / battery.roundTrip_frac - 1)) / (season.period_s - season.shadowMax_s);
  const heat_W = loadPeak_W + chargeLoss_W;
  return {
    pump_W: radiator.pump_frac * heat_W,
    bus_W,
    loadPeak_W,
    loadMean_W: (load.itMean_W + bus_W) / platform.conversion_frac,
    loadShadow_W,
    heat_W,
    radiatorArea_m2: heat_W / radiator.netFlux_W_per_m2,
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
    storage: fixed.storage_kg,
    avionics: fixed.avionics_kg,
    structure: structure_kg,
  };
  const sum_kg = Object.values(parts_kg).reduce((a, b) => a + b, 0);
  const margin_kg = platform.massMargin_frac * sum_kg;
  return { parts_kg, margin_kg, dry_kg: sum_kg + margin_kg };
};
