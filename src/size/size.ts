/**
 * `size`: does one platform close, from its chips up, and what does it weigh, draw, reject and cost?
 *
 * Chips set power and heat; heat sets the radiator, power and the year's longest shadow set array and battery; all of them set
 * mass, and mass sets structure and propellant: iterated to closure (closure.ts). Equations stand in the files they are in.
 *
 * Assumes: one platform design; a steady hot case; wear as a constant yearly loss. Dose, links in detail, transient temperatures of
 * chips and joint choice of coolant temperature are not in it. Accuracy: closed forms checked in test/physics; the closed platform
 * against published designs in test/size (Turyshev's areas, 34-59 kg/kW).
 */
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import { arrayDesign } from "./array-sizing.ts";
import { batteryDesign } from "./battery-sizing.ts";
import { bindingConstraint } from "./binds.ts";
import { closePlatform, type Closed, type Design } from "./closure.ts";
import { assertEnvironmentOf, orbitEnvironment, type OrbitEnvironment } from "./environment.ts";
import { deepNotes } from "./insertion.ts";
import { lifeNotes, lifeReasons } from "./life-why.ts";
import { fixedLoad, serverLoad, withoutSpares, type Orbit } from "./load.ts";
import { platformLedger } from "./platform-ledger.ts";
import { platformPrices } from "./price.ts";
import { doseNotes, doseReasons, radiationSizing, spareReasons } from "./radiation-sizing.ts";
import { heatChain, radiatorDesign } from "./radiator-sizing.ts";
import { swarmSizing } from "./swarm.ts";
import type { HeatChain, PlatformSizing, RadiationSizing, Sizing } from "./sizing.ts";
import { reasonsBeforeClosure, reasonsAfterClosure } from "./why.ts";

/**
 * Sizes the scenario's platform. Infeasible is a result with reasons; a scenario without orbit gives an empty sizing. A loop over platforms
 * of one orbit hands in its environment, which is nearly all of the work. Throws Error for an environment of another orbit.
 */
export const size = (scenario: Scenario, environment?: OrbitEnvironment): Sizing => {
  const { orbit } = scenario;
  if (orbit === null) return { status: "feasible", why: [], platform: null, swarm: null, ledger: [], notes: ["No orbit section: nothing to size."] };
  const impossible = orbitReasons(orbit);
  if (impossible.length > 0) return infeasible(impossible);
  if (environment !== undefined) assertEnvironmentOf(environment, scenario);
  const design = designOf(scenario, orbit, environment ?? orbitEnvironment(scenario));
  const chain = heatChain(orbit, design.load);
  const before = [...spareReasons(orbit, design.load), ...reasonsBeforeClosure(orbit, design)];
  if (before.length > 0) return infeasible(before);
  const closed = closePlatform(scenario, orbit, design);
  const dose = { load: design.load, dose: design.environment.dose };
  const radiation = radiationSizing(scenario, orbit, dose);
  const why = [...reasonsAfterClosure(design, closed, chain), ...doseReasons(orbit, { ...dose, radiation }), ...lifeReasons(orbit, { ...closed, altitude_km: design.environment.season.altitude_km, isp_s: entryValue(entryOf(scenario, { kind: "buses", id: orbit.platform.bus }), "isp") })];
  const prices = platformPrices(scenario, orbit, closed, design.array);
  const platform = platformSizing({ orbit, design, closed, chain, radiation, price_usd: prices.reduce((sum, part) => sum + part.price_usd, 0) });
  return { status: why.length === 0 ? "feasible" : "infeasible", why, platform, swarm: swarmSizing(scenario, orbit, platform), ledger: platformLedger(platform, prices), notes: notesOf(scenario, orbit, { design, closed, radiation }) };
};

const infeasible = (why: readonly string[]): Sizing => ({ status: "infeasible", why, platform: null, swarm: null, ledger: [], notes: [] });

/** Highest altitude with a circular sun-synchronous orbit (physics/sun-synchronous). */
const SUN_SYNCHRONOUS_CEILING_KM = 5_973;

const orbitReasons = (orbit: Orbit): readonly string[] =>
  orbit.type === "sun-synchronous" && orbit.altitude_km !== null && orbit.altitude_km > SUN_SYNCHRONOUS_CEILING_KM
    ? [`no circular orbit at ${orbit.altitude_km} km is sun-synchronous: the highest is at ${SUN_SYNCHRONOUS_CEILING_KM} km`]
    : [];

const designOf = (scenario: Scenario, orbit: Orbit, environment: OrbitEnvironment): Design => ({
  environment,
  load: withoutSpares(serverLoad(scenario, orbit.platform), orbit.radiation.spares),
  fixed: fixedLoad(scenario, orbit.platform),
  array: arrayDesign(scenario, orbit, environment.season),
  battery: batteryDesign(scenario, orbit, environment.season),
  radiator: radiatorDesign(scenario, orbit, environment.season),
});

const notesOf = (scenario: Scenario, orbit: Orbit, { design: { environment: { season, dose } }, closed, radiation }: { readonly design: Design; readonly closed: Closed; readonly radiation: RadiationSizing }): readonly string[] => [
  ...lifeNotes(orbit, closed.life),
  ...deepNotes(scenario, orbit),
  ...doseNotes(radiation, dose),
  ...(season.shadowMax_s === 0 ? ["No shadow in the year: no battery is sized; launch and safe mode would need one."] : []),
  "Stowed volume is servers, array, radiator and battery; bus and structure have no published volume.",
];

const platformSizing = ({ orbit, design, closed, chain, radiation, price_usd }: { readonly orbit: Orbit; readonly design: Design; readonly closed: Closed; readonly chain: HeatChain; readonly radiation: RadiationSizing; readonly price_usd: number }): PlatformSizing => {
  const { environment: { season }, load, array, battery, radiator } = design;
  const capacity_kWh = closed.batteryCapacity_J / 3.6e6;
  return {
    servers: load.servers,
    accelerators: load.accelerators,
    itNameplate_W: load.itNameplate_W,
    itPeak_W: load.itPeak_W,
    itMean_W: load.itMean_W,
    bf16_PFLOP_per_s: load.bf16_PFLOP_per_s,
    tokens_per_s: load.tokens_per_s,
    bus_W: closed.bus_W,
    conversion_frac: orbit.platform.conversion_frac,
    loadPeak_W: closed.loadPeak_W,
    loadMean_W: closed.loadMean_W,
    loadShadow_W: closed.loadShadow_W,
    eclipse: orbit.platform.eclipse,
    orbit: { altitude_km: season.altitude_km, inclination_deg: season.inclination_deg, sunDistance_au: array.sunDistance_au, period_s: season.period_s, shadowMax_s: season.shadowMax_s },
    array: {
      area_m2: closed.arrayArea_m2,
      bol_W: closed.arrayArea_m2 * array.bol_W_per_m2,
      eol_W: closed.arrayArea_m2 * array.eol_W_per_m2,
      cellTemperature_K: array.cellTemperature_K,
      wear: array.wear.wear,
      notByDose: array.wear.notByDose,
      mass_kg: closed.mass.parts_kg.array!,
    },
    battery: {
      capacity_J: closed.batteryCapacity_J,
      depthOfDischarge_frac: battery.depthOfDischarge_frac,
      allowedDepth_frac: battery.allowedDepth_frac,
      chargeEfficiency_frac: battery.efficiency_frac,
      dischargeEfficiency_frac: battery.efficiency_frac,
      cycles_per_yr: season.shadows_per_yr,
      mass_kg: closed.mass.parts_kg.battery!,
    },
    radiator: {
      area_m2: closed.radiatorArea_m2,
      sides: radiator.sides,
      heat_W: closed.heat_W,
      temperature_K: radiator.temperature_K,
      netFlux_W_per_m2: radiator.netFlux_W_per_m2,
      emission_frac: radiator.emission_frac,
      absorbedHot_W_per_m2: radiator.absorbedHot_W_per_m2,
      absorbedShadow_W_per_m2: radiator.absorbedShadow_W_per_m2,
      heatCapacity_J_per_K: radiator.heatCapacity_J_per_m2_K * closed.radiatorArea_m2,
      pump_W: closed.pump_W,
      mass_kg: closed.mass.parts_kg.radiator!,
    },
    chain,
    mass: closed.mass,
    life: closed.life,
    formation: closed.formation,
    radiation,
    volume_m3: load.volume_m3 + (closed.arrayArea_m2 * array.sold_W_per_m2) / 1000 / array.stowed_kW_per_m3 + closed.radiatorArea_m2 * radiator.stowedThickness_m + capacity_kWh / battery.density_Wh_per_L,
    itMass_kg_per_kW: closed.mass.wet_kg / (load.itNameplate_W / 1000),
    closure: { iterations: closed.iterations, residual_frac: closed.residual_frac },
    binds: bindingConstraint(closed, chain),
    price_usd,
  };
};
