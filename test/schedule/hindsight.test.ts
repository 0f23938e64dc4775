/** The raised bound against the product's own at the same prices, and against what a schedule with hindsight costs; three weeks of real prices and jobs. */
import { describe, expect, test } from "vitest";
import { jobByJobBound, prepareSupply } from "../../src/schedule/index.ts";
import { boundAt, hindsight, jobsUnknown, knownOf, raisedBound, type Known, type Placed } from "./hindsight.ts";
import { outcomeOf, PLANNED_HERE } from "./placement-cell.ts";
import { CARBON_USD_PER_T, loadOf, poolsOf } from "./price-years.ts";

const [DAYS, HOURS] = [21, 21 * 24];

/** Nodes used by the hour's begin never exceed what a domain has, and no job starts before it came. */
const isFeasible = ({ submit, run, nodes, domains }: Known, { domain, start }: Placed): boolean => {
  if (start.some((x, j) => x < submit[j]! - 1e-9)) return false;
  return domains.every(({ capacity }, d) => {
    const changes = [...start.keys()].filter((j) => domain[j] === d).flatMap((j) => [[start[j]!, nodes[j]!], [start[j]! + run[j]! - 1e-9, -nodes[j]!]] as const).toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
    let used = 0;
    return changes.every(([, n]) => (used += n) <= capacity);
  });
};

describe.each([["gaia", "DE-LU_2022", 1 / 12], ["m-large", "US-TEX-ERCO_2023", 1]] as const)("%s, %s", (name, year, step) => {
  const load = loadOf(name, DAYS);
  const pools = poolsOf(year, load.mean_nodes);
  const known = knownOf({ load, pools, hours: HOURS });
  const none = known.domains.map(() => new Float64Array(HOURS));
  const some = known.domains.map((_, d) => Float64Array.from({ length: HOURS }, (_hour, t) => 0.01 * d + 0.002 * (t % 7)));

  test("at any prices the bound is that of fluid.ts", () => {
    const problem = { jobs: load.jobs, run_s: load.run_s, supply: prepareSupply(pools), carbon_usd_per_t: CARBON_USD_PER_T, from_s: 0, slot_s: 3600, slots: HOURS };
    for (const prices of [none, some]) expect(boundAt(known, prices).bound_usd).toBeCloseTo(jobByJobBound(problem, prices.map((one) => one.map((usd) => usd / 3600))), 6);
  });

  test("raised <= with hindsight <= without jobs to come, and planned is above the bound; both schedules are schedules", () => {
    const raised = raisedBound(known, { prices: none, target_usd: 1.1 * boundAt(known, none).bound_usd, rounds: 60 });
    expect(raised.bound_usd).toBeGreaterThan(boundAt(known, none).bound_usd);
    const all = hindsight(known, { prices: raised.prices, step, shakes: 2, seed: 7 });
    const unknown = jobsUnknown(known, { step, tick: 1, shakes: 2, seed: 7 });
    for (const placed of [all, unknown]) expect(isFeasible(known, placed)).toBe(true);
    expect(raised.bound_usd).toBeLessThan(all.cost_usd);
    expect(all.cost_usd).toBeLessThan(unknown.cost_usd);
    expect(raised.bound_usd).toBeLessThan(outcomeOf({ year, load: name, days: DAYS }, PLANNED_HERE).cost_usd);
  });
});

test("an order that leaves a long job without a place before the last hour is given up", () => {
  // Three hours at 1, 0 and 1 $ on one node: two hours and one hour have to share them. The short one, put back first, would take the middle.
  const known: Known = {
    hours: 3, submit: Float64Array.of(0, 0), run: Float64Array.of(2, 1), due: Float64Array.of(Infinity, Infinity), nodes: Float64Array.of(1, 1), late_usd: new Float64Array(2),
    domains: [{ capacity: 1, base_usd: Float64Array.of(0, 1, 1, 2), least_usd: 0, data_usd: new Float64Array(2) }],
  };
  const placed = hindsight(known, { prices: [new Float64Array(3)], step: 1, shakes: 20, seed: 7 });
  expect(isFeasible(known, placed)).toBe(true);
  expect(placed.cost_usd).toBeCloseTo(2, 12);
});
