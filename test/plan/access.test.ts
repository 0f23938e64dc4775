/** Terms of access to a vehicle: what a customer, a partner and an owner may launch and pay, by hand. */
import { describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { sumLines } from "../../src/ledger/index.ts";
import { buildCase, formulate, plan } from "../../src/plan/index.ts";
import type { Plan, VehicleCase } from "../../src/plan/index.ts";
import { serve } from "../../src/serve/index.ts";
import { BASE, flight, scenarioOf, sizing } from "../serve/stages.ts";
import { withSites } from "../support/with-sites.ts";
import { fleet, planCase, problem, vehicle, wants } from "./cases.ts";

const ACCESS = [
  "launch.vehicles.falcon.cadence=8 1/yr", "launch.vehicles.falcon.share=50 %", "launch.vehicles.falcon.price=60 M$", "launch.vehicles.falcon.access.queue=3", "launch.vehicles.falcon.access.slip=0.5 yr",
  "launch.vehicles.falcon.access.reserved=25 %", "launch.vehicles.falcon.access.reservedPrice=40 M$", "launch.vehicles.falcon.access.reservedFee=8 M$/yr",
  "launch.vehicles.falcon.access.stake=1000 M$", "launch.vehicles.falcon.access.stakeLife=10 yr", "launch.vehicles.falcon.access.fixedCost=100 M$/yr", "launch.vehicles.falcon.access.marginalCost=15 M$",
  "launch.vehicles.falcon.access.sold=6 1/yr", "launch.vehicles.falcon.access.soldPrice=50 M$",
];
const under = (...set: readonly string[]) => scenarioOf(BASE, ...ACCESS, ...set);
const inputOf = (scenario: ReturnType<typeof under>) => ({ sizing: withSites(scenario, sizing), flight, service: serve(scenario, { sizing: withSites(scenario, sizing), flight }) });
const vehicleOf = (...set: readonly string[]): VehicleCase => {
  const scenario = under(...set);
  return buildCase(scenario, inputOf(scenario)).problem.vehicles[0]!;
};
const eight = (n: number): readonly number[] => Array.from({ length: 8 }, () => n);

describe("terms", () => {
  test("a customer waits for the queue and its own slip, and has its share of the rest", () => {
    // Two launches a quarter: the first quarter's and half of the second's go to the queue; half a year of slip; half of what is left.
    expect(vehicleOf()).toMatchObject({ slots: [0, 0, 1, 1, 1, 1, 1, 1], launch: { usd: eight(60e6) }, committed: [], stake: null, others: null });
    expect(vehicleOf("launch.vehicles.falcon.access.slip=0 yr").slots).toEqual([0, 0.5, 1, 1, 1, 1, 1, 1]);
  });
  test("a partner has what is reserved, at its price, and pays the fee whatever flies", () => {
    const terms = vehicleOf("launch.vehicles.falcon.access.mode=partner", "launch.vehicles.falcon.access.from=2027-Q3");
    expect(terms).toMatchObject({ slots: [0, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5], launch: { usd: [60e6, 60e6, 40e6, 40e6, 40e6, 40e6, 40e6, 40e6] } });
    expect(terms.committed.map((line) => line.usd)).toEqual([[0, 0, 2e6, 2e6, 2e6, 2e6, 2e6, 2e6]]);
  });
  test("an owner has them all at the marginal cost, and pays for the launcher", () => {
    const terms = vehicleOf("launch.vehicles.falcon.access.mode=owner");
    expect(terms).toMatchObject({ slots: eight(2), launch: { usd: eight(15e6) }, stake: { at: [0], line: { life: 40, usd: eight(1e9) } }, others: { launches: eight(1.5), givenUp: { usd: eight(35e6) } } });
    expect(terms.committed.map((line) => line.usd)).toEqual([eight(25e6), eight(-1.5 * 35e6)]);
    // Nobody is sold a launch below what it costs.
    expect(vehicleOf("launch.vehicles.falcon.access.mode=owner", "launch.vehicles.falcon.access.soldPrice=10 M$").others!.launches).toEqual(eight(0));
  });
  test("a mode without its terms is named", () => {
    expect(() => scenarioOf(BASE, "launch.vehicles.falcon.access.mode=owner", "launch.vehicles.falcon.access.stake=1 M$")).toThrow(/found owner without fixedCost, marginalCost/);
  });
});

describe("sales given up", () => {
  test("an own launch beyond the room beside others gives one up", async () => {
    // Case "orbit": two launches of 6 and four platforms bring 274.3. Here two a quarter are there, of which others would buy 1.5 at 5 above cost:
    // 0.5 a quarter is free, 1 over two quarters; the first launch gives up half a sale, the second the other half: 0.5 x 5 x 2 = 5 more.
    const c = planCase(problem(2, {
      vehicles: [vehicle(2, { others: { launches: [1.5, 1.5], givenUp: { subsystem: "sales given up", boundary: "launch", source: "test", usd: [5e6, 5e6] } }, slots: [2, 2] })],
      fleet: fleet(2, { factory: [2, 2] }), classes: [wants(2)],
    }));
    const { objective } = await solveHighs(formulate(c).model);
    expect(objective).toBeCloseTo(274.3 + 5, 6);
  });
});

describe("one scenario on each terms", () => {
  const scarce = ["ground.sites.abilene.phases.a.power=3 MW", "demand.classes.chat.shortfallPrice=20 $/kWh", "horizon.end=salvage"];
  const planned = (...set: readonly string[]): Promise<Plan> => {
    const scenario = under(...scarce, ...set);
    return plan(scenario, inputOf(scenario), { solve: solveHighs });
  };
  test("its twins are the plans that each mode gives by itself", async () => {
    const customer = await planned();
    expect(customer.twins.map(({ id, kind }) => [id, kind])).toEqual([["ground only", "tier"], ["orbit only", "tier"], ["reserve launches on falcon", "access"], ["own falcon", "access"]]);
    for (const [i, mode] of [[2, "partner"], [3, "owner"]] as const) {
      const alone = await planned(`launch.vehicles.falcon.access.mode=${mode}`);
      expect(customer.twins[i]!.objective_usd / alone.solver.objective_usd).toBeCloseTo(1, 3);
    }
  });
  test("an owner's ledger holds stake, fixed cost, sales and what is given up, and comes to its objective", async () => {
    const owner = await planned("launch.vehicles.falcon.access.mode=owner");
    expect(sumLines(owner.ledger, { subsystem: "falcon/stake in the launcher of falcon" })).toBeCloseTo(1e9, 0);
    expect(sumLines(owner.ledger, { subsystem: "falcon/launcher's fixed cost of falcon" })).toBeCloseTo(2e8, 0);
    expect(sumLines(owner.ledger, { subsystem: "falcon/launches sold to others of falcon" })).toBeCloseTo(-8 * 1.5 * 35e6, 0);
    const scenario = under();
    const real = (1 + scenario.finance.discount_per_yr) / (1 + scenario.money.inflation_per_yr);
    const present = owner.quarters.reduce((sum, quarter, t) => {
      const period = `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
      return sum + (sumLines(owner.ledger, { period, unit: "$" }) + owner.classes.reduce((short, c) => short + c.shortfall_usd[t]!, 0)) / real ** ((t + 0.5) / 4);
    }, 0);
    expect(present / owner.solver.objective_usd).toBeCloseTo(1, 6);
  });
});
