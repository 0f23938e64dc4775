/** 100,000 of GAIA's jobs over a year on two tiers: a hall on the ground and six groups of satellites by the minute (three with stores). */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readGaia } from "../src/io/index.ts";
import { constantCurve, prepareSupply, simulate, type Curve, type Policy, type Pool } from "../src/schedule/index.ts";

const c = constantCurve;
const price = { accelerator_usd_per_h: c(1), energy_usd_per_kWh: c(0), carbon_g_per_kWh: c(0), in_usd_per_B: 0, out_usd_per_B: 0 };
/** Nodes of one accelerator and a kilowatt. */
export const hall = (nodes: number): Pool => ({ id: "hall", tier: "ground", domain: "hall", place: "hall", jurisdictions: [], nodes, acceleratorsPerNode: 1, power_W: c(1000), heat_W: c(1000), accelerators: c(1), cap_W: null, battery: null, maintenance: [], from_s: 0, until_s: null, in_B_per_s: null, out_B_per_s: null, latency_ms: 0, price });

/** A year by the minute: 60 of 95 minutes lit, no two minutes alike. */
const MINUTES = 525_600;
const lit = (phase_min: number): Curve => ({
  t_s: Float64Array.from({ length: MINUTES }, (_, m) => 60 * m),
  value: Float64Array.from({ length: MINUTES }, (_, m) => ((m + phase_min) % 95 < 60 ? 1000 + (m % 7) : 0)),
});
const group = (i: number): Pool => ({
  ...hall(20), id: `group-${i}`, domain: `group-${i}`, place: `group-${i}`, tier: "orbit", power_W: lit(20 * i), until_s: 60 * MINUTES,
  battery: i % 2 === 0 ? null : { capacity_J: 3.6e6, charge_W: 800, discharge_W: 1000, roundTrip_frac: 0.9, initial_J: 0 },
});
/** By the hour, dearer by day: $/kWh. */
const hourly: Curve = { t_s: Float64Array.from({ length: 8760 }, (_, h) => 3600 * h), value: Float64Array.from({ length: 8760 }, (_, h) => 0.05 + 0.04 * Math.sin((h / 12) * Math.PI)) };
const text = gunzipSync(readFileSync(new URL("../test/golden/ops/pai-100k.csv.gz", import.meta.url))).toString();
const read = readGaia(text, { file: "pai-100k.csv", acceleratorsPerNode: 1, power_W_per_accelerator: 700, estimate_s: null });
// Gangs wider than the hall are cut to it; every other job has a checkpoint.
const jobs = read.jobs.map((job, i) => ({ ...job, nodes: Math.min(job.nodes, 100), ...(i % 2 === 0 ? {} : { checkpoint: { interval_s: 600, write_s: 30, bytes: 0 }, restart_s: 60 }) }));
const pools = [{ ...hall(100), price: { ...price, energy_usd_per_kWh: hourly } }, ...[0, 1, 2, 3, 4, 5].map(group)];
/** A run of the year; how many jobs were done. */
export const year = (policy: Policy): number => {
  const state = simulate({ workload: { jobs, run_s: read.run_s }, supply: prepareSupply(pools), policy, outages: [], end_s: Infinity, watch: () => {} });
  return state.entries.filter((entry) => entry.state === "done").length;
};
