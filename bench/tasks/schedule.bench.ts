/**
 * The scheduler: jobs a second of the lean queue on M/M/64 and of the whole machine on the same; and 100,000 GAIA jobs over a year on two tiers,
 * a hall on the ground and six groups of satellites by the minute (three with stores), by EASY and by cost. Run: npx tsx bench/tasks/schedule.bench.ts
 */
import { randomDoubles } from "../../src/kernel/index.ts";
import { EASY, FCFS, jobOf, prepareSupply, serveStream, simulate, type Policy } from "../../src/schedule/index.ts";
import { hall, year as yearBy } from "../schedule-year.ts";

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

const year = (policy: Policy) => (): void => {
  consumed += yearBy(policy);
};
const easy_cpu_s = cpu_s(year(EASY));
const cost_cpu_s = cpu_s(year({ ...EASY, placement: { kind: "cost", carbon_usd_per_t: 0, wait_usd_per_h: 0.1, lookahead_s: 86_400 } }));
console.log(JSON.stringify({
  task: "schedule", node: process.version,
  mm64_us: (lean_s / LEAN_JOBS) * 1e6, machine_us: (machine_s / MACHINE_JOBS) * 1e6,
  yearEasy_cpu_s: easy_cpu_s, yearCost_cpu_s: cost_cpu_s, rss_MB: process.resourceUsage().maxRSS / 1024, consumed: Number.isFinite(consumed),
}));
