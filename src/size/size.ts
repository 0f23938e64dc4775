/**
 * `size`: does one platform close, from its chips up, and what does it weigh, draw, reject and cost?
 *
 * Chips set power and heat; heat sets the radiator, power and the year's longest shadow set array and battery; all of them set
 * mass, and mass sets structure and propellant: iterated to closure (closure.ts). Equations stand in the files they are in.
 * What only a reader wants is made when it is read: the notes, what binds in words, what decides a synchronous job. A loop does not pay for them.
 *
 * Assumes: one platform design; steady hot and cold cases. Links in detail are not in it; transient temperatures of chips are in `fly`. Accuracy: closed forms checked in test/physics; the closed platform
 * against published designs in test/size (Turyshev's areas, 34-59 kg/kW).
 */
import { areaBases } from "../physics/index.ts";
import { entryOf, entryValue, runAll, type Keep, type Scenario } from "../scenario/index.ts";
import { arrayDesign } from "./array-sizing.ts";
import { batteryDesign } from "./battery-sizing.ts";
import { bindingConstraint } from "./binds.ts";
import { claimNotes, claimsSizing } from "./claims.ts";
import type { ClaimsSizing } from "./claims-record.ts";
import { closePlatform, type Closed, type Design } from "./closure.ts";
import { assertEnvironmentOf, orbitEnvironment, type OrbitEnvironment } from "./environment.ts";
import { coolantChoice, loadAtEnergy } from "./coolant-choice.ts";
import { withEclipse } from "./eclipse-sizing.ts";
import { deepNotes } from "./insertion.ts";
import { lifeNotes, lifeReasons } from "./life-why.ts";
import { fixedLoad, serverLoad, withoutSpares, type Orbit } from "./load.ts";
import { orbitReasons } from "./orbit-reasons.ts";
import { platformLedger, priceLedger } from "./platform-ledger.ts";
import { platformPrices } from "./price.ts";
import { doseNotes, doseReasons, isDosedTooMuch, radiationSizing, shieldedParts, spareReasons, unheldDose, unheldDrives } from "./radiation-sizing.ts";
import { heatChain } from "./heat-chain.ts";
import { unheated_K } from "./radiator-cold.ts";
import { radiatorAt, radiatorDesign } from "./radiator-design.ts";
import { holesOf } from "./radiator-holes.ts";
import { sizeSites } from "./site.ts";
import { storageReasons, storageSizing } from "./storage.ts";
import { swarmSizing } from "./swarm.ts";
import type { RadiationSizing } from "./radiation-record.ts";
import type { EclipseSizing, HeatChain, PlatformSizing, Sizing, StorageSizing } from "./sizing.ts";
import { whenRead } from "./when-read.ts";
import { reasonsBeforeClosure, reasonsAfterClosure } from "./why.ts";

/**
 * Sizes the scenario's platform. Infeasible is a result with reasons; a scenario without orbit gives an empty sizing. A loop over platforms
 * of one orbit hands in its environment, which is nearly all of the work. Throws Error for an environment of another orbit.
 */
export const size = (scenario: Scenario, environment?: OrbitEnvironment): Sizing => sized(scenario, environment, { words: "told", keep: runAll });

/** The same without its words, for loops in which nobody reads them: the ledger has prices alone, a dose that is too much is told without numbers, and no better panel temperature is sought beside a written one. `keep` runs its parts. */
export const sizeNumbers = (scenario: Scenario, environment?: OrbitEnvironment, keep: Keep = runAll): Sizing => sized(scenario, environment, { words: "none", keep });

interface Asked {
  readonly words: "told" | "none";
  readonly keep: Keep;
}

const sized = (scenario: Scenario, environment: OrbitEnvironment | undefined, { words, keep }: Asked): Sizing => {
  const { orbit } = scenario;
  // A typical year of sites takes longer than a platform: a loop over platforms never asks for it.
  const sites = (): Sizing["sites"] => sizeSites(scenario);
  if (orbit === null) return whenRead({ ...NOTHING, status: "feasible", why: [], claims: null, notes: ["No orbit section: no platform to size."] }, { sites });
  const claims = claimsSizing(scenario);
  const impossible = orbitReasons(orbit);
  if (impossible.length > 0) return infeasible(impossible, { claims, sites });
  if (environment !== undefined) assertEnvironmentOf(environment, scenario);
  const parts = partsOf(scenario, orbit, { environment: environment ?? orbitEnvironment(scenario), words, keep });
  const chain = heatChain(parts.load, parts.radiator);
  const before = [...spareReasons(orbit, parts.load), ...reasonsBeforeClosure(orbit, parts)];
  if (before.length > 0) return infeasible(before, { claims, sites });
  const { design, settled, chosen } = keep("platform at rest", withEclipse, orbit, parts);
  const closed = keep("platform with its propellant", closePlatform, scenario, orbit, { design, settled });
  const { dose } = design.environment;
  const radiation = keep("radiation", radiationSizing, scenario, orbit, { load: design.load, shielded: design.shielded });
  const storage = keep("drives on board", storageSizing, scenario, orbit, design.fixed.storage);
  const why = [
    ...reasonsAfterClosure(design, closed, chain),
    ...storageReasons(orbit, { board: design.fixed.storage, sizing: storage, dose: radiation.dose }),
    ...(words === "told" ? doseReasons(orbit, { load: design.load, dose, radiation }) : isDosedTooMuch(radiation, dose) ? [DOSED] : []),
    ...lifeReasons(orbit, { closed, altitude_km: design.environment.season.altitude_km, isp_s: design.isp_s }),
  ];
  const prices = platformPrices(scenario, orbit, closed, design);
  const platform = platformSizing({ orbit, design, chosen, closed, chain, radiation, storage, price_usd: prices.reduce((sum, part) => sum + part.price_usd, 0) });
  return whenRead({
    status: why.length === 0 ? "feasible" : "infeasible",
    why,
    unheld: [...unheldDose(radiation, dose), ...unheldDrives(orbit, radiation)],
    platform,
    swarm: swarmSizing(scenario, orbit, platform),
    ledger: words === "told" ? platformLedger(platform, prices) : priceLedger(prices),
    claims,
  }, { sites, notes: () => [...notesOf(scenario, orbit, { design, closed, radiation }), ...claimNotes(claims)] });
};

const DOSED = "the parts take more than they stand (orbit.radiation.doseLimit)";

const NOTHING = { unheld: [], platform: null, swarm: null, ledger: [] } as const;

const infeasible = (why: readonly string[], { claims, sites }: { readonly claims: ClaimsSizing | null; readonly sites: () => Sizing["sites"] }): Sizing => whenRead({ ...NOTHING, status: "infeasible", why, claims }, { sites, notes: () => claimNotes(claims) });

const loadOf = (scenario: Scenario, orbit: Orbit): ReturnType<typeof serverLoad> => withoutSpares(serverLoad(scenario, orbit.platform), orbit.radiation.spares);

/** The design but for its way through the shadow, at the temperature wanted. */
const partsOf = (scenario: Scenario, orbit: Orbit, { environment, words, keep }: Asked & { readonly environment: OrbitEnvironment }): Omit<Design, "eclipse"> => {
  const { season } = environment;
  const bus = entryOf(scenario, { kind: "buses", id: orbit.platform.bus });
  const load = keep("servers on board", loadOf, scenario, orbit);
  const shielded = keep("dose of the parts", shieldedParts, orbit, { load, dose: environment.dose });
  const fixed = keep("loads beside the servers", fixedLoad, scenario, orbit, shielded.dose === null ? null : shielded.dose.life_rad);
  const array = arrayDesign(scenario, orbit, { season, keep });
  const battery = keep("battery", batteryDesign, scenario, orbit, season);
  const radiator = radiatorDesign(scenario, orbit, { season, array, keep });
  const coolant = words === "none" && orbit.platform.radiatorTemperatureBy === "written" ? null : coolantChoice(orbit, { season, load, fixed, array, battery, radiator });
  const taken = coolant !== null && coolant.by === "lightest";
  return {
    environment,
    structure_frac: entryValue(bus, "structureFraction"),
    isp_s: entryValue(bus, "isp"),
    load: taken ? loadAtEnergy(load, coolant.energyRatio) : load,
    fixed,
    shielded,
    array,
    battery,
    radiator: taken ? radiatorAt(radiator, coolant.lightest_K) : radiator,
    coolant,
  };
};

const notesOf = (scenario: Scenario, orbit: Orbit, { design: { environment: { season, dose } }, closed, radiation }: { readonly design: Design; readonly closed: Closed; readonly radiation: RadiationSizing }): readonly string[] => [
  ...lifeNotes(orbit, closed.life),
  ...deepNotes(scenario, orbit),
  ...doseNotes(radiation, dose),
  ...(season.shadowMax_s === 0 ? ["No shadow in the year: no battery is sized; launch and safe mode would need one."] : []),
  "Stowed volume is servers, array, radiator and battery; bus and structure have no published volume.",
];

const batteryPart = ({ battery, environment: { season } }: Design, closed: Closed): PlatformSizing["battery"] => ({
  capacity_J: closed.batteryCapacity_J,
  depthOfDischarge_frac: battery.depthOfDischarge_frac,
  allowedDepth_frac: battery.allowedDepth_frac,
  chargeEfficiency_frac: battery.efficiency_frac,
  dischargeEfficiency_frac: battery.efficiency_frac,
  cycles_per_yr: season.shadows_per_yr,
  endCapacity_frac: battery.left_frac,
  wear: battery.wear,
  mass_kg: closed.mass.parts_kg.battery!,
});

const platformSizing = ({ orbit, design, chosen, closed, chain, radiation, storage, price_usd }: { readonly orbit: Orbit; readonly design: Design; readonly chosen: EclipseSizing | null; readonly closed: Closed; readonly chain: HeatChain; readonly radiation: RadiationSizing; readonly storage: StorageSizing | null; readonly price_usd: number }): PlatformSizing => {
  const { environment: { season }, load, array, radiator } = design;
  const cold = { area_m2: closed.radiatorArea_m2, heat_W: closed.busAsleep_W / orbit.platform.conversion_frac };
  return whenRead({
    servers: load.servers,
    accelerators: load.accelerators,
    itNameplate_W: load.itNameplate_W,
    itPeak_W: load.itPeak_W,
    itMean_W: load.itMean_W,
    bf16_PFLOP_per_s: load.bf16_PFLOP_per_s,
    tokens_per_s: load.tokens_per_s,
    working: load.working,
    bus_W: closed.bus_W,
    busAsleep_W: closed.busAsleep_W,
    conversion_frac: orbit.platform.conversion_frac,
    loadPeak_W: closed.loadPeak_W,
    loadMean_W: closed.loadMean_W,
    loadShadow_W: closed.loadShadow_W,
    eclipse: design.eclipse,
    eclipseChoice: chosen,
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
    battery: batteryPart(design, closed),
    radiator: {
      area_m2: closed.radiatorArea_m2,
      sides: radiator.sides,
      heat_W: closed.heat_W,
      temperature_K: radiator.temperature_K,
      netFlux_W_per_m2: radiator.netFlux_W_per_m2,
      emission_frac: radiator.emission_frac,
      bare_frac: radiator.bare_frac,
      fin_per_K3: radiator.fin_per_K3,
      absorbedHot_W_per_m2: radiator.absorbedHot_W_per_m2,
      absorbedShadow_W_per_m2: radiator.absorbed.infrared_W_per_m2,
      absorbed: radiator.absorbed,
      heatCapacity_J_per_K: radiator.heatCapacity_J_per_m2_K * closed.radiatorArea_m2,
      holes: holesOf(orbit, radiator, closed.radiatorArea_m2),
      basis: areaBases({ panel_m2: closed.radiatorArea_m2, sides: radiator.sides, heat_W: closed.heat_W }),
      coolant: { name: radiator.coolant, freezing_K: radiator.freezing_K },
      cold: { unheated_K: unheated_K(radiator, cold), lowest_K: radiator.lowest_K, heat_W: cold.heat_W, fed_frac: radiator.fed_frac, ...closed.heater },
      choice: design.coolant,
      pump_W: closed.pump_W,
      mass_kg: closed.mass.parts_kg.radiator!,
    },
    chain,
    mass: closed.mass,
    life: closed.life,
    formation: closed.formation,
    radiation,
    links: design.fixed.links.parts,
    storage,
    volume_m3: load.volume_m3 + (closed.arrayArea_m2 * array.sold_W_per_m2) / 1000 / array.stowed_kW_per_m3 + closed.radiatorArea_m2 * radiator.stowedThickness_m + closed.batteryCapacity_J / 3.6e6 / design.battery.density_Wh_per_L,
    itMass_kg_per_kW: closed.mass.wet_kg / (load.itNameplate_W / 1000),
    closure: { iterations: closed.iterations, residual_frac: closed.residual_frac },
    price_usd,
  }, { binds: () => bindingConstraint(closed, chain) });
};
