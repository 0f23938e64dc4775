import { expect, test } from "vitest";
import type { DelayCost } from "../../src/finance/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { run, type Run } from "../../src/run/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const TEXT = RACK.replace("power: 100 kW", "power: 600 kW, price: 3 $/kWh").replace("factoryRate: 4 /yr", "factoryRate: 4 /yr\n  target: { schedule: { 2027-Q1: 0, 2028-Q1: 2 } }");
const ran = (...set: readonly string[]): Promise<Run> => run(scenarioOf(TEXT, "plan.alternatives=0", ...set), { solve: solveHighs });

test("the cost of a delay is what the same scenario, written a year later, is worth less", async () => {
  const now = await ran("finance.delay.grid=1 yr", "finance.delay.permit=1 yr", "finance.delay.launch=0.5 yr");
  const [grid, permit, launch] = now.finance!.delays as readonly [DelayCost, DelayCost, DelayCost];
  const npv = (one: Run): number => one.finance!.cash.npv_usd;

  const gridLater = await ran("ground.sites.texas.phases.hall.online=2028-Q1");
  expect(grid.cost_usd! / (npv(now) - npv(gridLater))).toBeCloseTo(1, 9);
  expect(grid.cost_usd).toBeGreaterThan(0);
  expect(grid.what).toBe("every phase of texas; the first in 2028-Q1");
  // A year of five without the site, and nothing else to serve with before the platforms fly.
  expect(grid.unserved_frac.then!).toBeGreaterThan(grid.unserved_frac.now);

  const launchLater = await ran("launch.vehicles.falcon-9.available=2027-Q3", "orbit.target={schedule: {2027-Q3: 0, 2028-Q3: 2}}");
  expect(launch.cost_usd! / (npv(now) - npv(launchLater))).toBeCloseTo(1, 9);
  expect(permit).toMatchObject({ cost_usd: 0, what: "no gate: nothing waits" });
});

test("without finance.delay nothing is solved again", async () => expect((await ran()).finance!.delays).toEqual([]));
