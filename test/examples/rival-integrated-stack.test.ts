import { beforeAll, describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { openMarket } from "../../src/market/index.ts";
import { terminalReport } from "../../src/report/index.ts";
import { run, type Run } from "../../src/run/index.ts";
import { measure } from "../golden/measure.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadExample } from "../support/run-example.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("example rival-integrated-stack", () => {
  let got: Run;
  beforeAll(async () => {
    got = await run(loadExample("rival-integrated-stack"), { solve: solveHighs });
    heldAgainst("rival-integrated-stack", got);
  });

  test("both actors have a plan, and each launches no more than the market leaves it", () => {
    expect(got.plan!.status).toBe("optimal");
    expect(got.actors.map(({ actor, plan }) => [actor, plan!.status])).toEqual([["rival", "optimal"]]);
    for (const [i, plan] of [got.plan!, got.actors[0]!.plan!].entries()) {
      for (const { vehicle, launches } of got.market!.views[i]!.vehicles) {
        const flown = plan.build.find(({ option }) => option === `orbit/${vehicle}`)!.launches;
        flown.forEach((n, t) => {
          expect(n).toBeLessThanOrEqual(launches[t]! + 1e-6);
          expect(sum(flown.slice(0, t + 1))).toBeLessThanOrEqual(sum(launches.slice(0, t + 1)) + 1e-6);
        });
      }
    }
  });

  test("all plans together stand within each site's phases and fly within each rocket's rate", () => {
    const plans = [got.plan!, ...got.actors.map(({ plan }) => plan!)];
    const base = loadExample("rival-integrated-stack");
    const sites = [base, ...Object.values(base.rivals)].flatMap(({ ground }) => ground.sites);
    expect(sites.map(({ id }) => id)).toEqual(["abilene", "memphis"]);
    for (const { id, phases } of sites) {
      const builds = plans.flatMap((plan) => plan.build.filter(({ option }) => option === `ground/${id}`).map(({ inService }) => inService));
      expect(builds.length).toBe(1);
      got.plan!.quarters.forEach((quarter, t) => {
        const online = sum(phases.filter(({ online_quarter }) => online_quarter <= quarter).map(({ power_MW }) => power_MW));
        expect(sum(builds.map((inService) => inService[t]!))).toBeLessThanOrEqual(online * (1 + 1e-9));
      });
    }
    for (const { of, supply } of got.market!.allocations.filter(({ kind }) => kind === "launches")) {
      const flown = plans.flatMap((plan) => plan.build.filter(({ option }) => option === `orbit/${of}`).map(({ launches }) => launches));
      expect(flown.length).toBe(2);
      supply.forEach((_, t) => expect(sum(flown.map((launches) => sum(launches.slice(0, t + 1))))).toBeLessThanOrEqual(sum(supply.slice(0, t + 1)) + 1e-6));
    }
  });

  test("no launch is given twice, and none without a slot of a pad", () => {
    const { allocations, quarters } = got.market!;
    const pads = allocations.filter(({ kind }) => kind === "pad");
    for (const { kind, of, supply, shares } of allocations.filter((one) => one.kind !== "pad")) {
      quarters.forEach((_, t) => {
        expect(sum(shares.map((share) => share.got[t]!))).toBeLessThanOrEqual(supply[t]! * (1 + 1e-9) + 1e-9);
        if (kind === "launches" && of === "starship") expect(supply[t]!).toBeLessThanOrEqual(sum(pads.map((pad) => pad.supply[t]!)) + 1e-9);
      });
    }
  });

  test("pads and prices are the published ones", () => {
    const { allocations } = got.market!;
    const yearly = (id: string): number => sum(allocations.find(({ capacity }) => capacity === id)!.supply.slice(-4));
    const all = [["starbase", 25, "FAA, 2025-05-06"], ["lc-39a", 44, "FAA, 2026-01-30"], ["slc-37", 76, "Department of the Air Force, 2025-11-20"]] as const;
    for (const [id, expected, source] of all) measure("example-rival-integrated-stack", { case: `${id}, approved launches a year`, got: yearly(id), expected, abs: 1e-9, unit: "1/yr", source });
    measure("example-rival-integrated-stack", { case: "all three pads", got: sum(all.map(([id]) => yearly(id))), expected: 146, abs: 1, unit: "1/yr", source: "cosmos-today.blogspot.com, 2026-01: capacity for 146 launches a year from 39A, SLC-37 and Starbase (25 + 44 + 76 is 145)" });
    const defence = allocations.find(({ capacity }) => capacity === "falcon-launches")!.shares.find(({ actor }) => actor === "defence")!;
    measure("example-rival-integrated-stack", { case: "a national-security launch", got: defence.price_usd[0]! / 1e6, expected: 143, abs: 0.5, unit: "M$", source: "archeonis.com, 2025-10: about 143 M$ a launch" });
  });

  test("talks end, and the customer's block takes the partner's place", () => {
    const ship = got.market!.allocations.find(({ capacity }) => capacity === "ship-launches")!;
    expect(got.market!.gates.find(({ id }) => id === "partner-talks")).toMatchObject({ outcome: "refused" });
    expect(sum(ship.shares.find(({ id }) => id === "partner-share")!.got)).toBe(0);
    expect(sum(ship.shares.find(({ id }) => id === "customer-block")!.got)).toBeCloseTo(7 * 6, 9);
    const agreed = openMarket(loadExample("rival-integrated-stack", "gates.partner-talks.chance=0")).allocations.find(({ capacity }) => capacity === "ship-launches")!;
    expect(sum(agreed.shares.find(({ id }) => id === "customer-block")!.got)).toBe(0);
    const share = agreed.shares.find(({ id }) => id === "partner-share")!;
    agreed.supply.forEach((units, t) => expect(share.got[t]!).toBeCloseTo(t < 4 ? 0 : 0.3 * units, 9));
  });

  test("money: revenue is what was paid, and what its plan pays for is not counted again", () => {
    const { transfers, ledger } = got.market!.settlement!;
    const revenue = -sum(ledger.filter(({ boundary }) => boundary === "revenue").map(({ quantity }) => quantity));
    expect(revenue / sum(transfers.filter(({ to }) => to !== null).map(({ usd }) => usd))).toBeCloseTo(1, 12);
    expect(ledger.filter(({ actor, boundary, source }) => actor === "lab" && boundary === "launch" && !source.endsWith("take-or-pay"))).toEqual([]);
    const planned = sum(got.plan!.ledger.filter(({ boundary }) => boundary === "launch").map(({ quantity }) => quantity));
    const settled = sum(transfers.filter(({ from, inPlan }) => from === "lab" && inPlan).map(({ usd }) => usd));
    expect(settled / planned).toBeCloseTo(1, 6);
  });

  test("every line has its actor's name, so that all ledgers add up by actor", () => {
    const { ledger: market } = got.market!.settlement!;
    for (const { actor, sizing, flight, service, plan, footprint } of [{ actor: "lab", ...got }, ...got.actors]) {
      const lines = [...sizing!.ledger, ...flight!.ledger, ...service!.ledger, ...plan!.ledger, ...footprint!.ledger, ...sizing!.sites.flatMap(({ ledger }) => ledger), ...plan!.options.flatMap(({ capital, yearly }) => [...capital.map(({ line }) => line), ...yearly])];
      expect(new Set(lines.map((line) => line.actor))).toEqual(new Set([actor]));
    }
    const launches = (actor: string): number => sum([...got.plan!.ledger, ...got.actors[0]!.plan!.ledger, ...market].filter((line) => line.actor === actor && line.boundary === "launch").map(({ quantity }) => quantity));
    const paid = (actor: string): number => sum(got.market!.settlement!.transfers.filter(({ from }) => from === actor).map(({ usd }) => usd));
    for (const actor of ["lab", "rival"]) expect(launches(actor) / paid(actor)).toBeCloseTo(1, 6);
  });

  test("what is settled beside a plan is in its owner's cash and net present value", () => {
    const { settlement, besidePlan_pv_usd } = got.market!;
    for (const [actor, counted] of [["lab", got.finance!], ["rival", got.actors[0]!.finance!]] as const) {
      const { market, npv_usd, cost_pv_usd, revenue_pv_usd } = counted.cash;
      const lines = settlement!.ledger.filter((line) => line.actor === actor);
      expect(sum(market!.paid_usd) - sum(market!.earned_usd)).toBeCloseTo(sum(lines.map(({ quantity }) => quantity)), 0);
      // Summed apart, line by line, where the market is settled.
      expect((market!.paid_pv_usd - market!.earned_pv_usd) / besidePlan_pv_usd[actor]!).toBeCloseTo(1, 12);
      expect(npv_usd / (revenue_pv_usd - cost_pv_usd - besidePlan_pv_usd[actor]!)).toBeCloseTo(1, 12);
    }
    // The lab's launches are in its plan: it earns nothing. The rival sells what others fly.
    expect(sum(got.finance!.cash.market!.earned_usd)).toBe(0);
    expect(sum(got.actors[0]!.finance!.cash.market!.earned_usd)).toBeGreaterThan(0);
  });

  test("is told: gates, who gets what, what was sold, and both side by side", () => {
    const text = terminalReport(got, { width: 120, colour: false });
    for (const word of ["Gates", "Who gets what of shared capacity", "Cadence used and sold", "Paid and earned on the market", "The actors side by side", "The integrated rival", "customer-block"]) expect(text).toContain(word);
  });

});
