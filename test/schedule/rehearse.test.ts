import { expect, test } from "vitest";
import { constantCurve, EASY, jobOf, prepareSupply, rehearse, type Policy } from "../../src/schedule/index.ts";
import { hall } from "./pools.ts";

test("of greedy ground, greedy orbit, a threshold and cost, the cheapest comes first, at the price worked out by hand", () => {
  const price = hall(1).price;
  // Ground: 1 $/kWh for two hours, 3 for the next two, then 1 again. Orbit: 2 throughout. A job takes 1 kW for an hour, one comes each hour.
  const ground = hall(1, { id: "site", price: { ...price, energy_usd_per_kWh: { t_s: [0, 7200, 14_400], value: [1, 3, 1] } } });
  const orbit = hall(1, { id: "sat", tier: "orbit", price: { ...price, energy_usd_per_kWh: constantCurve(2) } });
  const jobs = [0, 1, 2, 3].map((hour) => jobOf({ id: `${hour}`, submit_s: 3600 * hour, nodes: 1, acceleratorsPerNode: 1, power_W: 1000, estimate_s: 3600 }));
  const cost = (lookahead_s: number): Policy => ({ ...EASY, placement: { kind: "cost", carbon_usd_per_t: 0, wait_usd_per_h: 0.2, lookahead_s } });
  const policies: Readonly<Record<string, Policy>> = {
    ground: { ...EASY, placement: { kind: "tier", first: "ground", spill: true } },
    orbit: { ...EASY, placement: { kind: "tier", first: "orbit", spill: true } },
    threshold: { ...EASY, placement: { kind: "threshold", groundMost_usd_per_MWh: 2500 } },
    cost: cost(0),
  };
  const supply = prepareSupply([ground, orbit]);
  const found = rehearse({ workload: { jobs, run_s: jobs.map(() => 3600) }, supply, outages: [], end_s: 1e6 }, policies, { carbon_usd_per_t: 0, unserved_usd: 10 });
  const by = Object.fromEntries(found.map(({ name, cost_usd }) => [name, cost_usd]));
  for (const [name, usd] of [["ground", 1 + 1 + 3 + 3], ["orbit", 8], ["threshold", 1 + 1 + 2 + 2], ["cost", 6]] as const) expect(by[name], name).toBeCloseTo(usd, 9);
  expect(found[0]!.cost_usd).toBe(Math.min(...found.map(({ cost_usd }) => cost_usd)));
});
