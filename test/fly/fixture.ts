/** A scenario and a sizing of one rack, with only what `fly` reads; the sizing follows the definitions in src/size/sizing.ts. */
import type { PlatformSizing, Sizing } from "../../src/size/index.ts";
import type { Scenario } from "../../src/scenario/index.ts";
import { parseUtc } from "../../src/units/index.ts";
import { STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../../src/units/index.ts";

type Orbit = NonNullable<Scenario["orbit"]>;
type Place = { readonly id: string; readonly latitude_deg: number; readonly longitude_deg: number };

export type Case = {
  readonly orbit?: Partial<Orbit>;
  readonly start?: string;
  readonly days?: number;
  readonly step_s?: number;
  readonly age_yr?: number | null;
  readonly elevationMin_deg?: number;
  readonly stations?: readonly Place[];
};

const figure = (value: number) => ({ value, unit: "deg", low: null, high: null, source: "test", asOf: "2026", evidence: "listed" });

export function scenarioOf(given: Case = {}): Scenario {
  const stations = given.stations ?? [];
  const parts = {
    orbit: { type: "sun-synchronous", altitude_km: 650, ltan_h: 18, inclination_deg: null, raan_deg: 0, life_yr: 5, fleet: null, ...given.orbit },
    simulate: { start_utc_s: parseUtc(given.start ?? "2027-01-01"), days: given.days ?? 365, fleetDays: null, age_yr: given.age_yr ?? null, step_s: given.step_s ?? 60 },
    ground: { sites: [] },
    network: { stations: stations.map(({ id }) => ({ id, station: id })), elevationMin_deg: given.elevationMin_deg ?? 10, downlink: null },
    entries: Object.fromEntries(
      stations.map((s) => [`stations/${s.id}`, { id: s.id, kind: "stations", name: s.id, figures: { latitude: figure(s.latitude_deg), longitude: figure(s.longitude_deg) } }]),
    ),
    assumptions: [], random: [], notes: [],
  };
  return parts as unknown as Scenario;
}

export type Rack = {
  readonly eclipse?: "shed" | "ride-through";
  readonly bol_W?: number;
  readonly capacity_J?: number;
  readonly depthOfDischarge_frac?: number;
  readonly heatCapacity_J_per_K?: number;
  readonly radiatorArea_m2?: number;
  readonly junctionMax_K?: number;
  readonly shadowMax_s?: number;
  readonly bus_W?: number;
  readonly closed_per_yr?: number;
  readonly absorbed?: Partial<PlatformSizing["radiator"]["absorbed"]>;
};

/** IT 120 kW, bus 6 kW, conversion 0.9: 140 kW at the array bus; array and battery with some margin unless given. */
export function sizingOf(rack: Rack = {}): Sizing {
  const area_m2 = rack.radiatorArea_m2 ?? 200;
  const absorbed = 60;
  const panel_K = 318;
  const heat_W = 140_000;
  const platform = {
    servers: 1, accelerators: 72, itNameplate_W: 120_000, itPeak_W: 120_000, itMean_W: 120_000, bus_W: rack.bus_W ?? 6000, busAsleep_W: 6000, conversion_frac: 0.9,
    loadPeak_W: heat_W, loadMean_W: heat_W, loadShadow_W: 6000 / 0.9, eclipse: rack.eclipse ?? "shed",
    orbit: { altitude_km: 650, inclination_deg: 97.986, period_s: 97.728 * 60, shadowMax_s: rack.shadowMax_s ?? 20.2 * 60 },
    array: { area_m2: 700, bol_W: rack.bol_W ?? 200_000, eol_W: 170_000, cellTemperature_K: 330, wear: { by: "yearly", loss_per_yr: 0.01 }, notByDose: null, mass_kg: 1000 },
    battery: {
      capacity_J: rack.capacity_J ?? 40e6, depthOfDischarge_frac: rack.depthOfDischarge_frac ?? 0.5, chargeEfficiency_frac: 0.97, dischargeEfficiency_frac: 0.96,
      cycles_per_yr: 1350, endCapacity_frac: 1, wear: { curve: { cycles: 30_000, depth_frac: 0.25, exponent: 2.42 }, testEnd_frac: 1, calendar: null }, mass_kg: 100,
    },
    radiator: {
      area_m2, sides: 2, heat_W, temperature_K: panel_K, netFlux_W_per_m2: heat_W / area_m2,
      emission_frac: (heat_W / area_m2 + absorbed) / (STEFAN_BOLTZMANN_W_PER_M2_K4 * panel_K ** 4),
      // A fin without loss, and all that the light adds as if of the array: no season in it unless given.
      bare_frac: (heat_W / area_m2 + absorbed) / (STEFAN_BOLTZMANN_W_PER_M2_K4 * panel_K ** 4), fin_per_K3: 0,
      absorbed: { infrared_W_per_m2: 45, albedo_W_per_m2: 0, sun_W_per_m2: 0, sunCosine: { by: "fixed", cosine: 0 }, array_W_per_m2: absorbed - 45, ...rack.absorbed },
      holes: { smallest_m: 0.0004, flux_per_m2_yr: 0.01, punctures: 1, loops: 10, closed_per_yr: rack.closed_per_yr ?? 0, left_frac: 1 },
      absorbedHot_W_per_m2: absorbed, absorbedShadow_W_per_m2: 45, heatCapacity_J_per_K: rack.heatCapacity_J_per_K ?? 2e6, pump_W: 2000, mass_kg: 1200,
      cold: { lowest_K: 205 },
    },
    chain: { panel_K, coolant_K: 326, junction_K: 351, junctionMax_K: rack.junctionMax_K ?? 363 },
    formation: null,
  };
  return { status: "feasible", why: [], platform: platform as unknown as PlatformSizing, swarm: null, unheld: [], sites: [], claims: null, ledger: [], notes: [] };
}
