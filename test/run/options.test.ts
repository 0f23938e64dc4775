import { beforeAll, describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { runUntil, settledTerms, type Run } from "../../src/run/index.ts";
import { refinedAxis } from "../../src/run/options/axis.ts";
import { orbitGivenUp, orbitLater, pilotThenRest, vehicleAsCustomer, vehicleOwned } from "../../src/run/options/decided.ts";
import { countAt, type Amount } from "../../src/scenario/index.ts";
import { quarterStart_s } from "../../src/units/index.ts";
import { loadExample } from "../support/run-example.ts";

const at = (amount: Amount | null, quarter: number): number => countAt(amount!, quarterStart_s(quarter));
const Q = (year: number, quarter: number): number => year * 4 + quarter - 1;

describe("what a decision makes of a scenario", () => {
  const scenario = loadExample("wait-or-build");
  const { orbit } = scenario;

  test("later: everything in orbit moves by as many quarters", () => {
    const later = orbitLater(scenario, 4).orbit!;
    expect(later.firstLaunch_quarter).toBe(Q(2029, 3));
    for (const quarter of [Q(2028, 3), Q(2029, 3), Q(2030, 4), Q(2033, 1)]) {
      expect(at(later.target, quarter + 4)).toBe(at(orbit!.target, quarter));
      expect(at(later.factoryRate_per_yr, quarter + 4)).toBe(at(orbit!.factoryRate_per_yr, quarter));
    }
    expect(orbitLater(scenario, 0).orbit).toEqual(orbit);
  });
  test("a pilot first: no more than it before the date, the calendar of the rest as much later", () => {
    const staged = pilotThenRest(scenario, { pilot: 4, first: Q(2027, 1), at: Q(2030, 1) }).orbit!;
    expect(at(staged.fleetMax, Q(2029, 4))).toBe(4);
    expect(at(staged.fleetMax, Q(2030, 1))).toBe(1_000_000);
    expect(at(staged.target, Q(2032, 4))).toBe(4);
    // 2030-Q1 of the calendar, three years later.
    expect(at(staged.target, Q(2033, 1))).toBe(30);
    expect(at(staged.target, Q(2034, 1))).toBe(81);
    expect(at(staged.factoryRate_per_yr, Q(2029, 3))).toBe(400);
    expect(at(staged.factoryRate_per_yr, Q(2030, 1))).toBe(0);
    expect(at(staged.factoryRate_per_yr, Q(2031, 3))).toBe(100);
  });
  test("given up: nothing is built or promised from the date on", () => {
    const given = orbitGivenUp(scenario, Q(2030, 1)).orbit!;
    expect([at(given.factoryRate_per_yr, Q(2029, 4)), at(given.factoryRate_per_yr, Q(2030, 1)), at(given.target, Q(2031, 1))]).toEqual([400, 0, 0]);
  });
});

describe("owning a vehicle", () => {
  const access = (of: ReturnType<typeof loadExample>) => of.launch.vehicles.find(({ id }) => id === "nova")!.access!;

  test("a stake is paid when it is decided", () => {
    const scenario = loadExample("own-the-rocket");
    const owned = access(vehicleOwned(scenario, { id: "nova", first: Q(2027, 1), at: Q(2029, 1) }));
    expect(owned).toEqual({ ...access(scenario), mode: "owner", from_quarter: Q(2029, 1) });
    expect(access(vehicleAsCustomer(scenario, "nova")).mode).toBe("customer");
  });
  test("what a deal pays, and its control, come as much later as the decision", () => {
    const scenario = settledTerms(loadExample("stoke-control"));
    const deal = access(scenario);
    const owned = access(vehicleOwned(scenario, { id: "nova", first: Q(2027, 1), at: Q(2028, 1) }));
    expect(deal.payments.length).toBeGreaterThan(1);
    expect(owned.payments.map(({ at_quarter: quarter }) => quarter - 4)).toEqual(deal.payments.map(({ at_quarter: quarter }) => quarter));
    expect(owned.payments.map(({ amount_usd: usd }) => usd)).toEqual(deal.payments.map(({ amount_usd: usd }) => usd));
    expect(owned.ownerFrom_quarter).toBe(deal.ownerFrom_quarter! + 4);
    expect(access(vehicleOwned(scenario, { id: "nova", first: Q(2027, 1), at: Q(2027, 1) }))).toMatchObject({ payments: deal.payments, ownerFrom_quarter: deal.ownerFrom_quarter });
  });
});

describe("states at which plans are solved", () => {
  test("find the bend of a payoff that is linear on either side of it", async () => {
    const bend = 1.13;
    const axis = await refinedAxis([-1.2, -0.6, 0, 0.6, 1.2], { points: 8, payoffAt: async (state) => Math.max(0, bend - Math.exp(state)) * 100 - Math.exp(state) });
    expect(axis.some((state) => Math.abs(Math.exp(state) - bend) < 1e-9)).toBe(true);
    expect(axis.toSorted((a, b) => a - b)).toEqual(axis);
  });
  test("are no more than need be", async () => {
    expect(await refinedAxis([-1, 0, 1], { points: 9, payoffAt: async (state) => 3 - 2 * Math.exp(state) })).toHaveLength(3);
  });
});

describe("the options of a run", () => {
  let got: Run;
  beforeAll(async () => {
    // As written for certain until it is decided: no drift, hardly any volatility, nothing else uncertain.
    const options = "options={drivers: [{ id: price, field: launch.vehicles.starship.price, volatility: 20 % }], decisions: [{ id: orbit, kind: wait, last: 2029-Q1, cost: 500 M$ }], points: 8, paths: 2000}";
    got = await runUntil(loadExample("wait-or-build", options), "finance", { solve: solveHighs });
  });

  test("beginning at once is worth what the plan saves beside its twin without orbit, less the cost", () => {
    const [decision] = got.realOptions!.decisions;
    const twin = got.plan!.twins.find(({ id }) => id === "ground only")!;
    const paid = 500e6 * (1 + got.realOptions!.rate_per_yr) ** (-0.5 / 4);
    // Whole launches and gaps on the plan's side, parts of them on the option's: a few launches of 90 M$ apart.
    expect(Math.abs(decision!.now_usd! + paid - twin.difference_usd)).toBeLessThan(0.01 * Math.abs(twin.difference_usd) + 3 * 90e6);
    expect(decision!.now_usd! + paid).toBeGreaterThanOrEqual(twin.difference_usd - 1e-3 * Math.abs(got.plan!.solver.objective_usd));
  });
  test("least squares agrees with the lattice on the measured payoffs", () => {
    const [decision] = got.realOptions!.decisions;
    expect(Math.abs(decision!.value_usd - decision!.lattice_usd!)).toBeLessThan(4 * decision!.standardError_usd + 0.01 * decision!.lattice_usd!);
    expect(decision!.interpolation!.mean_usd).toBeLessThan(0.02 * decision!.value_usd);
  });
  test("a cheaper launch is what one waits for", () => {
    const [decision] = got.realOptions!.decisions;
    for (const { when, driver } of decision!.rule.slice(1)) expect([when, driver]).toEqual(["below", "price"]);
    expect(got.realOptions!.plans).toBeGreaterThan(10);
  });
});
