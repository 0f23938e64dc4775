/** Small planning problems in round numbers: two quarters, a dollar of either is worth a dollar, no salvage, unless a case says otherwise. */
import type { CapitalPrice, ClassCase, FleetCase, PlanCase, PricedLine, SiteCase, VehicleCase } from "../../src/plan/index.ts";

/** 2027-Q1. */
export const START = 2027 * 4;

const fill = (n: number, value: number): readonly number[] => Array.from({ length: n }, () => value);

const line = (subsystem: string, boundary: PricedLine["boundary"], usd: readonly number[]): PricedLine => ({ subsystem, boundary, source: "test", usd });
const part = (subsystem: string, boundary: PricedLine["boundary"], { usd, life }: { readonly usd: readonly number[]; readonly life: number }): CapitalPrice => ({ ...line(subsystem, boundary, usd), life });

/** A megawatt of site power costs 10 M$ and runs 0.8 MW of IT; 4 M$ a year standing and 2 M$ a year for a running megawatt. */
export const site = (n: number, change: Partial<SiteCase> = {}): SiteCase => ({
  id: "abilene", name: "abilene", grid_MW: fill(n, 10), build_MW: fill(n, 5), it_MW_per_MW: 0.8, life: 40,
  capital: [part("servers", "it", { usd: fill(n, 8e6), life: 40 }), part("facility", "structure", { usd: fill(n, 2e6), life: 40 })],
  standing: [line("staff", "operations", fill(n, 4e6))],
  running: [line("electricity", "energy", fill(n, 2e6))],
  ...change,
});

/** Two platforms a launch, half of the launches succeed, 6 M$ a launch, one launch a quarter. */
export const vehicle = (n: number, change: Partial<VehicleCase> = {}): VehicleCase => ({
  id: "starship", name: "starship", perLaunch: 2, reliability: 0.5, slots: fill(n, 1), integer: true, limits: "mass",
  launch: part("launch", "launch", { usd: fill(n, 6e6), life: 20 }),
  ...change,
});

/** A platform of 0.5 MW costs 3 M$ and 0.4 M$ a year; all of it works in its first year. */
export const fleet = (n: number, change: Partial<FleetCase> = {}): FleetCase => ({
  life: 20, it_MW: 0.5, available_frac: [1, 0.9, 0.8, 0.7, 0.6], factory: fill(n, 4), fleetMax: fill(n, 100), target: null, link_B_per_s: 2e9, stations_B_per_s: 100e9, relay_B_per_s: 0, charge: 1,
  capital: [part("servers", "it", { usd: fill(n, 2e6), life: 20 }), part("array", "power", { usd: fill(n, 1e6), life: 20 })],
  standing: [line("operations in orbit", "operations", fill(n, 0.4e6))],
  data: line("data", "links", fill(n, 0)),
  ...change,
});

/** Wants 2 MW; what is not served costs 100 M$ for a megawatt and quarter (a quarter has 2191.5 h). */
export const wants = (n: number, change: Partial<ClassCase> = {}): ClassCase => ({
  id: "chat", name: "chat", wanted_MW: fill(n, 2), ground: true, orbit: true, smoothing: [{ deferral_h: 0, peakToMean: 1 }], data_B_per_J: 0, useful_frac: { ground: 1, orbit: 1 },
  shortfall_usd_per_MWh: 100e6 / 2191.5, ...change,
});

export const problem = (n: number, change: Partial<PlanCase> = {}): PlanCase => ({
  quarters: Array.from({ length: n }, (_, i) => START + i),
  factor: fill(n, 1),
  salvage: false, sites: [], vehicles: [], fleet: null, classes: [], ...change,
});
