/**
 * The scheduler: jobs a second of the lean queue on M/M/64 and of the whole machine on the same; and 100,000 GAIA jobs over a year on two tiers,
 * a hall on the ground and six groups of satellites by the minute (three with stores), by EASY, by cost and planned. Run: npx tsx bench/tasks/schedule.bench.ts
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readGaia } from "../../src/io/index.ts";
import { randomDoubles } from "../../src/kernel/index.ts";
import { constantCurve, EASY, FCFS, jobOf, PLANNED, prepareSupply, serveStream, simulate, type Curve, type Policy, type Pool } from "../../src/schedule/index.ts";

const cpu_s = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

let consumed = 0;
const exponential = (stream: number): (() => number) => {
  const random = randomDoubles({ seed: 64, stream, index: 0 });
  return () => -Math.log(1 - random());
};

const c = constantCurve;
const price = { accelerator_usd_per_h: c(1), energy_usd_per_kWh: c(0), carbon_g_per_kWh: c(0), in_usd_per_B: 0, out_usd_per_B: 0 };
const hall = (nodes: number): Pool => ({ id: "hall", tier: "ground", domain: "hall", place: "hall", jurisdictions: [], nodes, acceleratorsPerNode: 1, power_W: c(1000), heat_W: c(1000), accelerators: c(1), cap_W: null, battery: null, maintenance: [], from_s: 0, until_s: null, in_B_per_s: null, out_B_per_s: null, latency_ms: 0, price });

const SERVERS = 64;
const LOAD = 0.9 * SERVERS;
const lean = (jobs: number) => (): void => {
  const [gap, run] = [exponential(1), exponential(2)];
  consumed += serveStream({ gap_s: () => gap() / LOAD, run_s: run, jobs, nodes: SERVERS }, null).meanWait_s;
};
lean(100_000)();
const LEAN_JOBS = 3_000_000;
const lean_s = cpu_s(lean(LEAN_JOBS));

const MACHINE_JOBS = 100_000;
const [gap, run] = [exponential(1), exponential(2)];
let t = 0;
const stream = Array.from({ length: MACHINE_JOBS }, (_, i) => jobOf({ id: String(i), submit_s: (t += gap() / LOAD), nodes: 1, acceleratorsPerNode: 1, power_W: 0, estimate_s: run() }));
const machine_s = cpu_s(() => {
  const state = simulate({ workload: { jobs: stream, run_s: stream.map(({ estimate_s }) => estimate_s) }, supply: prepareSupply([hall(SERVERS)]), policy: FCFS, outages: [], end_s: Infinity, watch: () => {} });
  consumed += state.seq;
});

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
const text = gunzipSync(readFileSync(new URL("../../test/golden/ops/pai-100k.csv.gz", import.meta.url))).toString();
const read = readGaia(text, { file: "pai-100k.csv", acceleratorsPerNode: 1, power_W_per_accelerator: 700, estimate_s: null });
// Gangs wider than the hall are cut to it; every other job has a checkpoint.
const jobs = read.jobs.map((job, i) => ({ ...job, nodes: Math.min(job.nodes, 100), ...(i % 2 === 0 ? {} : { checkpoint: { interval_s: 600, write_s: 30, bytes: 0 }, restart_s: 60 }) }));
const pools = [{ ...hall(100), price: { ...price, energy_usd_per_kWh: hourly } }, ...[0, 1, 2, 3, 4, 5].map(group)];
const year = (policy: Policy) => (): void => {
  const state = simulate({ workload: { jobs, run_s: read.run_s }, supply: prepareSupply(pools), policy, outages: [], end_s: Infinity, watch: () => {} });
  consumed += state.entries.filter((entry) => entry.state === "done").length;
};
const easy_cpu_s = cpu_s(year(EASY));
const cost_cpu_s = cpu_s(year({ ...EASY, placement: { kind: "cost", carbon_usd_per_t: 0, wait_usd_per_h: 0.1, lookahead_s: 86_400 } }));
const planned_cpu_s = cpu_s(year(PLANNED));

console.log(JSON.stringify({
  task: "schedule", node: process.version,
  mm64_us: (lean_s / LEAN_JOBS) * 1e6, machine_us: (machine_s / MACHINE_JOBS) * 1e6,
  yearEasy_cpu_s: easy_cpu_s, yearCost_cpu_s: cost_cpu_s, yearPlanned_cpu_s: planned_cpu_s, rss_MB: process.resourceUsage().maxRSS / 1024, consumed: Number.isFinite(consumed),
}));
