/** A loaded scenario and hand-made records of the stages before: one platform of 100 kW and 1,000 kg in a 650 km orbit, in contact for a tenth of the day. */
import type { Flight, FlightSummary } from "../../src/fly/index.ts";
import type { LedgerLine } from "../../src/ledger/index.ts";
import { load } from "../../src/scenario/index.ts";
import type { Scenario } from "../../src/scenario/index.ts";
import type { PlatformSizing, Sizing } from "../../src/size/index.ts";

export const BASE = `
dawndusk: 1
horizon: { start: 2027-Q1, years: 2 yr, end: none }
demand:
  classes:
    - { id: chat, kind: interactive, power: 8 MW, latencyMax: 400 ms }
    - { id: night, kind: batch, power: 4 MW, deferralMax: 24 h }
ground:
  sites:
    - id: abilene
      site: stargate-abilene
      pue: 1.25
      failureRate: 0.0908 /yr
      repairTime: 72 h
      phases: [ { id: a, online: 2027-Q1, power: 10 MW } ]
orbit:
  altitude: 650 km
  factoryRate: 40 /yr
  platform: { server: gb200-nvl72 }
launch:
  vehicles:
    - { id: falcon, vehicle: falcon-9 }
network: { relayRate: 1 Gb/s, stationRate: 1.2 Gb/s, groundDistance: 2500 km, pathStretch: 2.06, elevationMin: 10 deg }
`;

/** A scenario from YAML text, with overrides as on the command line. */
export const scenarioOf = (text: string, ...set: readonly string[]): Scenario =>
  load({ path: "scenario.yaml", files: { read: (path) => (path === "scenario.yaml" ? text : undefined) }, set });

const priced = (subsystem: string, boundary: LedgerLine["boundary"], quantity: number): LedgerLine =>
  ({ id: `orbit/platform/${subsystem}/price`, actor: "own", tier: "orbit", subsystem, boundary, period: "unit", quantity, unit: "$", source: "test" });

/** Only what the later stages read of a sizing. */
export const platform = {
  servers: 1, accelerators: 72, itNameplate_W: 100_000, itPeak_W: 100_000, itMean_W: 100_000, bf16_PFLOP_per_s: 180, tokens_per_s: 200_000, working: { accelerators: 72, bf16_PFLOP_per_s: 180, tokens_per_s: 200_000 },
  orbit: { altitude_km: 650, inclination_deg: 97.986, period_s: 5860, shadowMax_s: 1200 },
  mass: { parts_kg: {}, margin_kg: 0, dry_kg: 990, propellant_kg: 10, wet_kg: 1000 },
  // 9.08 % a year lost, more than the default of 4 %: mean over each year of exp(-rate t).
  radiation: { synchronous: null, survival: { workingByYear_frac: [0, 1, 2, 3, 4].map((year) => Math.exp(-0.0908 * year) * (-Math.expm1(-0.0908) / 0.0908)) } },
  volume_m3: 5, price_usd: 5e6, links: [],
} as unknown as PlatformSizing;

export const sizing: Sizing = { status: "feasible", why: [], platform, swarm: null, unheld: [], sites: [], claims: null, ledger: [priced("servers", "it", 3e6), priced("array", "power", 2e6)], notes: [] };

export const flight: Flight = {
  summary: { delivered_frac: 0.9, contact: { stations: 2, passes_per_day: 20, minutes_per_day: 144, longestGap_min: 90, byStation: [] } } as unknown as FlightSummary,
  fleet: null, sites: [], delivered: { delivered_frac: 0.9, origin: "platform" }, ledger: [], notes: [],
};
