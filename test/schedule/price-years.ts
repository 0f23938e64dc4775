/**
 * A hall on the ground with a year's prices of a real market beside nodes in orbit, and real loads over it: what policies of placement are
 * measured on. Prices, carbon and loads are given; how they become jobs and what the tiers have is stated here:
 *   - a node is one accelerator of 1 kW; the hall has twice the mean load in nodes, orbit 0.6 of it, always lit
 *   - a node-hour in orbit costs 0.03 $ (what its next best use would pay) and no energy; bytes out of orbit 0.1 $/GB, out of the hall none
 *   - carbon 50 $/t where the year has hourly intensities
 *   - of a request trace's load, 40 % must run in its hour, 60 % within a day (batches), a third of these with 1 GB of output a node-hour;
 *     pieces of a node-hour, in gangs of up to 4
 *   - GAIA's jobs as they are (every fourth), jobs up to 2 h may wait for 6 h, longer ones for 24 h, as GAIA's study has it; every third with output
 *   - lateness costs 1 $ a node-hour
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { constantCurve, jobOf, type Curve, type Job, type Pool, type Workload } from "../../src/schedule/index.ts";
import { hall } from "./pools.ts";

export const PRICE_YEARS = [
  "DE-LU_2020", "DE-LU_2022", "DE-LU_2023", "US-CAL-CISO_2020", "US-CAL-CISO_2022", "US-CAL-CISO_2023", "US-MIDA-PJM_2020", "US-MIDA-PJM_2022",
  "US-MIDA-PJM_2023", "US-TEX-ERCO_2020", "US-TEX-ERCO_2021", "US-TEX-ERCO_2022", "US-TEX-ERCO_2023",
] as const;
export type PriceYear = (typeof PRICE_YEARS)[number];

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
export const CARBON_USD_PER_T = 50;

const zipped = (path: string): readonly (readonly string[])[] =>
  gunzipSync(readFileSync(new URL(`../golden/ops/${path}.csv.gz`, import.meta.url))).toString().trimEnd().split("\n").slice(1).map((line) => line.split(","));

/** Column of an hourly year as a curve from its first hour on. */
const hourly = (rows: readonly (readonly string[])[], scale: number): Curve => ({ t_s: Float64Array.from(rows, (_, h) => h * HOUR_S), value: Float64Array.from(rows, ([, value]) => Number(value) * scale) });

/** Day-ahead price, $/kWh. */
export const priceOf = (year: PriceYear): Curve => hourly(zipped(`price/${year}`), 1e-3);

/** Direct intensity, g/kWh; none for the years without. */
export const carbonOf = (year: PriceYear): Curve => (year.endsWith("2020") ? constantCurve(0) : hourly(zipped(`carbon/${year}`), 1));

/** Loads by name: jobs over `days` from the first hour on, and the mean nodes that they keep busy. */
export interface Load extends Workload {
  readonly jobs: readonly Job[];
  readonly run_s: readonly number[];
  readonly mean_nodes: number;
}

interface Kind {
  readonly kind: string;
  readonly wait_s: number;
  readonly GB_per_h: number;
}

const NOW: Kind = { kind: "now", wait_s: 0, GB_per_h: 0 };
const DAY: Kind = { kind: "day", wait_s: DAY_S, GB_per_h: 0 };
const DATA: Kind = { kind: "data", wait_s: DAY_S, GB_per_h: 1 };

const jobFor = (id: string, submit_s: number, { nodes, run_s }: { readonly nodes: number; readonly run_s: number }, { kind, wait_s, GB_per_h }: Kind): Job =>
  jobOf({ id, submit_s, nodes, acceleratorsPerNode: 1, power_W: 1000, estimate_s: run_s }, {
    class: kind, due_s: submit_s + run_s + wait_s, late_usd_per_h: nodes, output_B: GB_per_h * 1e9 * nodes * (run_s / HOUR_S),
  });

const totals = (jobs: readonly Job[], days: number): Load => ({
  jobs, run_s: jobs.map(({ estimate_s }) => estimate_s),
  mean_nodes: jobs.reduce((sum, { nodes, estimate_s }) => sum + nodes * estimate_s, 0) / (days * DAY_S),
});

const GANG_MOST = 4;

/** Requests of two weeks, again and again, as node-hours: `mean` nodes on average. */
const requestsLoad = (file: string, days: number, mean: number): Load => {
  const rates = zipped(file).map(([, rate]) => Number(rate));
  const perHour = Array.from({ length: rates.length / 6 }, (_, h) => rates.slice(6 * h, 6 * h + 6).reduce((a, b) => a + b, 0) / 6);
  const scale = mean / (perHour.reduce((a, b) => a + b, 0) / perHour.length);
  const jobs: Job[] = [];
  const parts: readonly (readonly [Kind, number])[] = [[NOW, 0.4], [DAY, 0.4], [DATA, 0.2]];
  const owed = parts.map(() => 0);
  for (let h = 0; h < 24 * (days - 2); h++) {
    for (const [p, [kind, part]] of parts.entries()) {
      owed[p]! += perHour[h % perHour.length]! * scale * part;
      for (let left = Math.floor(owed[p]!); left > 0; ) {
        const nodes = Math.min(left, GANG_MOST);
        jobs.push(jobFor(String(jobs.length), h * HOUR_S, { nodes, run_s: HOUR_S }, kind));
        left -= nodes;
        owed[p]! -= nodes;
      }
    }
  }
  return totals(jobs, days);
};

const gaiaLoad = (days: number): Load => {
  const rows = zipped("pai-100k").filter((_, i) => i % 4 === 0);
  const jobs = rows.flatMap(([arrival_h, length_h, cpus], i): readonly Job[] => {
    const [submit_s, run_s, nodes] = [Number(arrival_h) * HOUR_S, Number(length_h) * HOUR_S, Math.min(GANG_MOST, Number(cpus))];
    if (submit_s + run_s > (days - 3) * DAY_S) return [];
    return [jobFor(String(i), submit_s, { nodes, run_s }, { kind: run_s <= 2 * HOUR_S ? "short" : "long", wait_s: run_s <= 2 * HOUR_S ? 6 * HOUR_S : DAY_S, GB_per_h: i % 3 === 0 ? 1 : 0 })];
  });
  return totals(jobs, days);
};

export const LOADS = ["m-large", "m-small", "gaia"] as const;
export type LoadName = (typeof LOADS)[number];

export const loadOf = (name: LoadName, days: number): Load => (name === "gaia" ? gaiaLoad(days) : requestsLoad(`servegen_${name}`, days, 24));

const c = constantCurve;

/** The hall and the nodes in orbit. */
export const poolsOf = (year: PriceYear, mean_nodes: number): readonly Pool[] => {
  const ground = hall(Math.max(GANG_MOST, Math.ceil(2 * mean_nodes)), { from_s: 0, price: { accelerator_usd_per_h: c(0), energy_usd_per_kWh: priceOf(year), carbon_g_per_kWh: carbonOf(year), in_usd_per_B: 0, out_usd_per_B: 0 } });
  const orbit = hall(Math.max(GANG_MOST, Math.round(0.6 * mean_nodes)), { id: "orbit", tier: "orbit", from_s: 0, price: { accelerator_usd_per_h: c(0.03), energy_usd_per_kWh: c(0), carbon_g_per_kWh: c(0), in_usd_per_B: 0, out_usd_per_B: 1e-10 } });
  return [ground, orbit];
};
