/** One price-year and load by each policy of placement, and what no schedule can go below. */
import type { Solve } from "../../src/plan/index.ts";
import { EASY, fluidModel, jobByJobBound, measuresOf, PLANNED, prepareSupply, simulate, totalCost, type Measures, type Policy } from "../../src/schedule/index.ts";
import { CARBON_USD_PER_T, loadOf, poolsOf, priceOf, type LoadName, type PriceYear } from "./price-years.ts";

const HOUR_S = 3600;
/** A job that is not done costs more than any that is. */
const WORTH = { carbon_usd_per_t: CARBON_USD_PER_T, unserved_usd: 1e4 };

export interface Outcome {
  readonly cost_usd: number;
  readonly measures: Measures;
}

export interface Cell {
  readonly jobs: number;
  readonly mean_nodes: number;
  readonly ground: Outcome;
  readonly orbit: Outcome;
  /** At the best threshold for this year in hindsight. */
  readonly threshold: Outcome & { readonly most_usd_per_MWh: number };
  readonly planned: Outcome;
}

export const PLANNED_HERE: Policy = { ...PLANNED, placement: { ...(PLANNED.placement as Extract<Policy["placement"], { readonly kind: "planned" }>), carbon_usd_per_t: CARBON_USD_PER_T, wait_usd_per_h: 0.0025 } };
/** With every price known as far ahead as it looks. */
export const FORESEEN: Policy = { ...PLANNED_HERE, placement: { ...(PLANNED_HERE.placement as Extract<Policy["placement"], { readonly kind: "planned" }>), published_s: null } };

/** Parts of the year's prices below which thresholds are tried. */
const QUANTILES = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9] as const;

export const outcomeOf = ({ year, load: name, days }: Case, policy: Policy): Outcome => {
  const load = loadOf(name, days);
  const state = simulate({ workload: load, supply: prepareSupply(poolsOf(year, load.mean_nodes)), policy, outages: [], end_s: Infinity, watch: () => {} });
  const measures = measuresOf(state);
  return { cost_usd: totalCost(measures, WORTH), measures };
};

export interface Case {
  readonly year: PriceYear;
  readonly load: LoadName;
  readonly days: number;
}

const bestThreshold = (it: Case): Cell["threshold"] => {
  const prices = Float64Array.from(priceOf(it.year).value).sort();
  const tried = QUANTILES.map((part) => {
    const most_usd_per_MWh = 1000 * prices[Math.floor(part * prices.length)]!;
    return { most_usd_per_MWh, ...outcomeOf(it, { ...EASY, placement: { kind: "threshold", groundMost_usd_per_MWh: most_usd_per_MWh } }) };
  });
  return tried.reduce((best, one) => (one.cost_usd < best.cost_usd ? one : best));
};

/** All policies on one case. */
export const cellOf = (it: Case): Cell => {
  const load = loadOf(it.load, it.days);
  const tier = (first: "ground" | "orbit"): Outcome => outcomeOf(it, { ...EASY, placement: { kind: "tier", first, spill: true } });
  return { jobs: load.jobs.length, mean_nodes: load.mean_nodes, ground: tier("ground"), orbit: tier("orbit"), threshold: bestThreshold(it), planned: outcomeOf(it, PLANNED_HERE) };
};

/** The linear programs are of so many days, and look so much further; their capacity prices are put together to a year's. */
const [WINDOW_DAYS, TAIL_DAYS] = [28, 10];

/** What a node-second of capacity is worth by domain and hour, $: the linear programs' dual prices. */
export const capacityPrices = async ({ year, load: name, days }: Case, solve: Solve): Promise<readonly Float64Array[]> => {
  const { jobs, run_s, mean_nodes } = loadOf(name, days);
  const supply = prepareSupply(poolsOf(year, mean_nodes));
  const shared = { supply, carbon_usd_per_t: CARBON_USD_PER_T, slot_s: HOUR_S };
  const prices = supply.domains.map(() => new Float64Array(24 * days));
  for (let day = 0; day < days; day += WINDOW_DAYS) {
    const [from_s, to_s] = [day * 24 * HOUR_S, (day + WINDOW_DAYS) * 24 * HOUR_S];
    const here = jobs.flatMap(({ submit_s }, j) => (submit_s >= from_s && submit_s < to_s ? [j] : []));
    if (here.length === 0) continue;
    const some = 24 * Math.min(WINDOW_DAYS + TAIL_DAYS, days - day);
    const model = fluidModel({ ...shared, jobs: here.map((j) => jobs[j]!), run_s: here.map((j) => run_s[j]!), from_s, slots: some });
    const { status, rowDual } = await solve(model);
    if (status !== "optimal") throw new Error(`${year}, ${name}, day ${day}: ${status}`);
    for (const d of supply.domains.keys()) for (let t = 0; t < Math.min(some, 24 * WINDOW_DAYS); t++) prices[d]![24 * day + t] = Math.max(0, -rowDual[model.capacityRow(d, t)]! / HOUR_S);
  }
  return prices;
};

/** Lower bound of the cost, $: job by job at the linear programs' prices of capacity. */
export const boundOf = async (it: Case, solve: Solve): Promise<number> => {
  const { jobs, run_s, mean_nodes } = loadOf(it.load, it.days);
  const supply = prepareSupply(poolsOf(it.year, mean_nodes));
  const slots = 24 * it.days;
  const problem = { supply, carbon_usd_per_t: CARBON_USD_PER_T, slot_s: HOUR_S, jobs, run_s, from_s: 0, slots };
  // Any prices give a bound: the better one counts.
  return Math.max(jobByJobBound(problem, await capacityPrices(it, solve)), jobByJobBound(problem, supply.domains.map(() => new Float64Array(slots))));
};
