/** Whether the days would have cost less by a placement that looks ahead at nothing: told, since planned placement promises no single trace. */
import { dataPrice, simulate, type Simulation, type State } from "../../schedule/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { HOUR_S } from "../../units/index.ts";
import { jobsPolicy } from "./jobs-policy.ts";

type ServeFields = NonNullable<Scenario["serve"]>;

const GREEDY = ["ground-first", "orbit-first"] as const;
/** Less is the luck of a queue. */
const CHEAPER_FRAC = 0.02;
const WH_PER_MWH = 1e6;

interface Ran {
  readonly state: State;
  readonly simulation: Omit<Simulation, "policy" | "watch">;
}

/** Energy, carbon, data and lateness of what was done, what was lost at the price of its lateness, by the megawatt-hour of the jobs done, $. */
const costPerMWh = ({ state, simulation: { workload: { jobs, run_s }, end_s } }: Ran, carbonPrice_usd_per_kg: number): number => {
  const runOf = new Map(jobs.map(({ id }, i) => [id, run_s[i]!]));
  let usd = 0;
  let Wh = 0;
  for (const entry of state.entries) {
    const { job } = entry;
    const work_s = runOf.get(job.id)!;
    const late_s = Math.max(0, Math.min(entry.delivered_s ?? end_s, end_s) - (job.due_s ?? Infinity));
    usd += entry.price_usd + dataPrice(state, entry, end_s) + (entry.carbon_g / 1000) * carbonPrice_usd_per_kg;
    usd += (job.late_usd_per_h * (entry.state === "expired" || entry.state === "failed" ? work_s : late_s)) / HOUR_S;
    if (entry.state === "done") Wh += (job.nodes * job.power_W * work_s) / HOUR_S;
  }
  return (usd * WH_PER_MWH) / Wh;
};

/** Runs the rivals of `cheapest` over the same days; nothing under another placement, or where nothing was done. */
export const greedyNotes = (serve: ServeFields, { state, simulation }: Ran): readonly string[] => {
  if (serve.placement !== "cheapest" || !state.entries.some((entry) => entry.state === "done")) return [];
  const own = costPerMWh({ state, simulation }, serve.carbonPrice_usd_per_kg);
  const rivals = GREEDY.map((placement) => ({ placement, usd: costPerMWh({ simulation, state: simulate({ ...simulation, policy: jobsPolicy({ ...serve, placement }), watch: () => {} }) }, serve.carbonPrice_usd_per_kg) }));
  const best = rivals.reduce((least, one) => (one.usd < least.usd ? one : least));
  return best.usd < own * (1 - CHEAPER_FRAC)
    ? [`On these days ${best.placement} would have cost less than cheapest: ${best.usd.toFixed(1)} against ${own.toFixed(1)} $ a megawatt-hour of the jobs done, lateness and lost work counted. cheapest goes by what is expected; where room is scarce, luck decides (docs/theory/schedule.md).`]
    : [];
};
