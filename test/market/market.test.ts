/** Markets over a horizon: capacity is used once, whatever actors, contracts and gates there are; payments balance; cases by hand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openMarket, settle, withAccess, type Allocation, type Market } from "../../src/market/index.ts";
import { amountAt, amountMean, countMean, type Amount, type Scenario } from "../../src/scenario/index.ts";
import { quarterStart_s } from "../../src/units/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";
import { gated, MARKET, marketOf } from "./fixture.ts";

const base = marketOf("horizon.years=2 yr");
type Fields = NonNullable<Scenario["market"]>;

const constant = (value: number): Amount => ({ kind: "constant", value });
const ACTORS = ["lab", "launcher", "agency"] as const;
const actor = fc.constantFrom(...ACTORS);
const rate = fc.integer({ min: 0, max: 400 }).map((n) => constant(n / 4));
const price = fc.integer({ min: 20, max: 120 }).map((n) => constant(n * 1e6));
/** When a contract or claim is in force. */
const times = fc.tuple(fc.option(fc.integer({ min: 0, max: 7 })), fc.option(fc.integer({ min: 1, max: 6 }))).map(([from, length]) => ({ from_quarter: from === null ? null : 2027 * 4 + from, until_quarter: length === null ? null : 2027 * 4 + (from ?? 0) + length }));
const KIND = ["launches", "pad", "platforms", "power"] as const;

const capacities = fc.tuple(...KIND.map((kind) => fc.record({ owner: actor, rule: fc.constantFrom("priority" as const, "price" as const, "contract" as const), amount: rate, price_usd: fc.option(price) }).map((r): Fields["capacities"][number] => ({
  id: kind, kind, of: kind === "launches" ? "falcon-9" : kind === "power" ? "texas" : "", owner: r.owner, rule: r.rule, rate_per_yr: kind === "power" ? null : r.amount, power_MW: kind === "power" ? r.amount : null,
  pad: null, pads: kind === "launches" ? "pad" : "", price_usd: r.price_usd, cost_usd: constant(1e7),
}))));
const contracts = fc.array(fc.record({ actor, capacity: fc.constantFrom(...KIND), amount: rate, share: fc.option(fc.integer({ min: 0, max: 20 })), times, price_usd: fc.option(price), takeOrPay_frac: fc.constantFrom(0, 0.5, 1) }), { maxLength: 6 })
  .map((list) => list.map((r, i): Fields["contracts"][number] => ({
    id: `c${i}`, actor: r.actor, capacity: r.capacity, for: r.capacity === "pad" ? "launches" : "", ...r.times, price_usd: r.price_usd, takeOrPay_frac: r.takeOrPay_frac, award: null,
    share_frac: r.share === null ? null : constant(r.share / 100), rate_per_yr: r.share === null && r.capacity !== "power" ? r.amount : null, power_MW: r.share === null && r.capacity === "power" ? r.amount : null,
  })));
const claims = fc.array(fc.record({ actor, capacity: fc.constantFrom(...KIND), amount: fc.option(rate), times, bid_usd: price, priority: fc.integer({ min: 1, max: 3 }) }), { maxLength: 8 })
  .map((list) => list.map((r, i): Fields["claims"][number] => ({
    id: `k${i}`, actor: r.actor, capacity: r.capacity, for: r.capacity === "pad" ? "launches" : "", ...r.times, bid_usd: r.bid_usd, priority: r.priority,
    rate_per_yr: r.capacity === "power" ? null : r.amount, power_MW: r.capacity === "power" ? r.amount : null,
  })));
const gates = fc.array(fc.record({ holds: fc.constantFrom("vehicle/falcon-9", "capacity/pad", "capacity/power", "contract/c0", "claim/k0", "actor/agency", "site/texas"), effect: fc.constantFrom("block", "cap", "remove"), at: fc.integer({ min: 0, max: 7 }), chance: fc.constantFrom(0, 1), cap: fc.integer({ min: 0, max: 40 }), fallback: fc.constantFrom("later", "cap", "without") }), { maxLength: 4 })
  .map((list) => list.map((r, i): Scenario["gates"][number] => {
    const isFlow = r.holds.startsWith("vehicle") || r.holds === "capacity/pad";
    return {
      ...TEMPLATE, id: `g${i}`, holds: r.holds, effect: isFlow ? (r.effect as "block") : r.effect === "cap" && r.holds.includes("/texas") ? "cap" : "block", at_quarter: 2027 * 4 + r.at, chance_frac: r.chance, cap: r.cap,
      fallback: isFlow ? (r.fallback as "later") : "later",
    };
  }));
const TEMPLATE = gated(["{ id: g, kind: custom, holds: vehicle/falcon-9, at: 2027-Q1, duration: 0.4 yr, later: 0.3 yr, cap: 1, fallback: later }"]).gates[0]!;
const budgets = fc.tuple(...ACTORS.map(() => fc.option(fc.integer({ min: 0, max: 4000 }).map((n) => constant(n * 1e6)))));

const anyScenario: fc.Arbitrary<Scenario> = fc.record({ capacities, contracts, claims, gates, budgets }).map((r) => ({
  ...base, gates: r.gates, actors: base.actors.map((one, i) => ({ ...one, budget_usd_per_yr: r.budgets[i]! })), market: { self: "lab", capacities: r.capacities, contracts: r.contracts, claims: r.claims },
}));

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const givenIn = ({ shares }: Allocation, t: number): number => sum(shares.map(({ got }) => got[t]!));
const CLOSE = 1e-7;

describe("every market", () => {
  test("uses a capacity once in every quarter, and never gives more than is asked for", () => {
    fc.assert(fc.property(anyScenario, (scenario) => {
      const { allocations, quarters } = openMarket(scenario);
      for (const one of allocations) {
        quarters.forEach((_, t) => expect(givenIn(one, t)).toBeLessThanOrEqual(one.supply[t]! * (1 + CLOSE) + CLOSE));
        for (const { got, claimed } of one.shares) {
          if (one.kind !== "power") got.forEach((n, t) => expect(n).toBeLessThanOrEqual(claimed[t]! * (1 + CLOSE) + CLOSE));
          else got.forEach((_, t) => expect(sum(got.slice(0, t + 1))).toBeLessThanOrEqual(Math.max(...claimed) * (1 + CLOSE) + CLOSE));
        }
      }
      const [pad, launches] = [allocations.find(({ kind }) => kind === "pad")!, allocations.find(({ kind }) => kind === "launches")!];
      quarters.forEach((_, t) => expect(launches.supply[t]!).toBeLessThanOrEqual(givenIn(pad, t) + CLOSE));
      const power = allocations.find(({ kind }) => kind === "power")!;
      const most = scenario.market!.capacities.find(({ kind }) => kind === "power")!.power_MW!;
      expect(sum(power.shares.flatMap(({ got }) => got))).toBeLessThanOrEqual(amountAt(most, 0) * (1 + CLOSE) + CLOSE);
    }), { numRuns: 150 });
  });

  test("gives nothing new before a contract or claim is in force, nor after", () => {
    fc.assert(fc.property(anyScenario, (scenario) => {
      const { allocations, quarters } = openMarket(scenario);
      for (const { id, from_quarter: from, until_quarter: until } of [...scenario.market!.contracts, ...scenario.market!.claims]) {
        const got = allocations.flatMap(({ shares }) => shares.filter((share) => share.id === id)).flatMap((share) => share.got.map((n, t) => ({ n, quarter: quarters[t]! })));
        for (const { n, quarter } of got) if ((from !== null && quarter < from) || (until !== null && quarter >= until)) expect(n).toBe(0);
      }
    }), { numRuns: 150 });
  });

  // To the bit: a quantity that is 0 in one order and 1e-16 in another has a price in one and none in the other.
  test("is the same, to the bit, in any order of actors, capacities, contracts and claims", () => {
    const told = ({ allocations, views }: Market) => ({
      views: views.map((view) => ({ ...view, vehicles: view.vehicles.map((one) => ({ ...one, offers: one.offers.toSorted((a, b) => (a.id < b.id ? -1 : 1)) })) })),
      shares: Object.fromEntries(allocations.flatMap(({ capacity, shares }) => shares.map((share) => [`${capacity}/${share.id}`, share]))),
    });
    fc.assert(fc.property(anyScenario, (scenario) => {
      const { market, actors } = scenario;
      const other = { ...scenario, actors: actors.toReversed(), gates: scenario.gates.toReversed(), market: { ...market!, capacities: market!.capacities.toReversed(), contracts: market!.contracts.toReversed(), claims: market!.claims.toReversed() } };
      expect(told(openMarket(other))).toEqual(told(openMarket(scenario)));
    }), { numRuns: 100 });
  });

  test("pays what it earns: every payment of one is another's revenue, and take-or-pay is paid", () => {
    fc.assert(fc.property(anyScenario, fc.constantFrom(0, 0.3, 1), (scenario, used) => {
      const market = openMarket(scenario);
      const mine = market.views[0]!.vehicles[0]!;
      const flown = mine.launches.map((n) => n * used);
      const { transfers, ledger } = settle(scenario, market, { lab: { "falcon-9": flown } });
      const paid = transfers.filter(({ to }) => to !== null);
      const [costs, revenue] = [sum(ledger.filter((l) => l.boundary !== "revenue").map((l) => l.quantity)), -sum(ledger.filter((l) => l.boundary === "revenue").map((l) => l.quantity))];
      expect(revenue).toBeCloseTo(sum(paid.map(({ usd }) => usd)), 2);
      const outside = sum(transfers.filter(({ to, inPlan }) => to === null && !inPlan).map(({ usd }) => usd));
      const inPlans = sum(paid.filter(({ inPlan }) => inPlan).map(({ usd }) => usd));
      expect(costs + inPlans - outside).toBeCloseTo(revenue, 2);
      // What the lab's plan pays at the mean price is what the owners are paid for it, or its own cost.
      const planned = sum(flown.map((n, t) => n * (mine.price_usd[t] ?? 0)));
      const own = scenario.market!.capacities[0]!.owner === "lab" ? sum(transfers.filter((x) => x.inPlan && x.to === null).map(({ usd }) => usd)) : 0;
      expect(inPlans + own).toBeCloseTo(planned, 2);
      for (const offer of mine.offers.filter(({ kind }) => kind === "contract")) {
        offer.launches.forEach((n, t) => {
          const here = transfers.filter((x) => x.share === offer.id && x.quarter === market.quarters[t] && x.to !== null);
          expect(sum(here.map(({ quantity }) => quantity))).toBeCloseTo(Math.max(n * used, offer.paidAnyway[t]!), 6);
        });
      }
    }), { numRuns: 100 });
  });

  test("keeps an actor's claims within its budget, at the prices that it pays", () => {
    fc.assert(fc.property(anyScenario, (scenario) => {
      const { allocations, quarters } = openMarket(scenario);
      for (const { id, budget_usd_per_yr: budget } of scenario.actors) {
        if (budget === null) continue;
        quarters.forEach((_, t) => {
          const cost = (kind: "contract" | "open"): number => sum(allocations.filter(({ kind: k, owner }) => k !== "pad" && owner !== id).flatMap(({ shares }) => shares.filter((s) => s.actor === id && s.kind === kind).map((s) => s.got[t]! * s.price_usd[t]!)));
          expect(cost("open")).toBeLessThanOrEqual(Math.max(0, amountAt(budget, 0) / 4 - cost("contract")) * (1 + CLOSE) + 1);
        });
      }
    }), { numRuns: 100 });
  });

  test("laid over the scenario, says each quarter's launches again", () => {
    fc.assert(fc.property(anyScenario, (scenario) => {
      const view = openMarket(scenario).views[0]!;
      const vehicle = withAccess(scenario, view).launch.vehicles[0]!;
      const given = openMarket(scenario).allocations.find(({ kind }) => kind === "launches")!.shares.filter(({ actor: who }) => who === "lab");
      view.quarters.forEach((q, t) => {
        expect(Number.isInteger(view.vehicles[0]!.launches[t]!)).toBe(true);
        expect(sum(view.vehicles[0]!.launches.slice(0, t + 1))).toBeLessThanOrEqual(sum(given.flatMap(({ got }) => got.slice(0, t + 1))) + 1e-6);
        const span = { from_s: quarterStart_s(q), to_s: quarterStart_s(q + 1), parts: 12 };
        expect((countMean(vehicle.cadence_per_yr, span) * amountMean(vehicle.share_frac, span)) / 4).toBeCloseTo(view.vehicles[0]!.launches[t]!, 9);
        const price_usd = view.vehicles[0]!.price_usd[t];
        if (typeof price_usd === "number") expect(amountAt(vehicle.price_usd, quarterStart_s(q))).toBeCloseTo(price_usd, 3);
      });
    }), { numRuns: 100 });
  });
});

describe("by hand", () => {
  test("a lab, an agency and the launcher itself on ten launches a quarter", () => {
    const market = openMarket(marketOf());
    const [f9] = market.allocations;
    // Contracts 2 and 1; bids of 80 for 3 and 65 for 15: the launcher's own flights take the last 4 and set the price.
    expect(f9!.shares.map(({ id, got, price_usd }) => [id, got[0], price_usd[0]])).toEqual([["missions", 2, 110e6], ["block", 1, 70e6], ["spot", 3, 65e6], ["starlink", 4, 20e6]]);
    expect(f9!.clearing_usd[0]).toBe(65e6);
    const falcon = market.views[0]!.vehicles[0]!;
    expect(falcon.launches[0]).toBe(4);
    // (1 x 70 + 3 x 65) / 4.
    expect(falcon.price_usd[0]).toBe(66.25e6);
  });

  test("who owns the rocket: the launcher's own price is its cost, and what it sells is its revenue", () => {
    const scenario = marketOf("market.self=launcher", "horizon.years=1 yr");
    const market = openMarket(scenario);
    const mine = market.views[0]!.vehicles[0]!;
    expect([mine.launches[0], mine.price_usd[0]]).toEqual([4, 20e6]);
    const { ledger } = settle(scenario, market, { launcher: { "falcon-9": [4, 4, 4, 0] } });
    const of = (boundary: string) => sum(ledger.filter((l) => l.actor === "launcher" && l.boundary === boundary).map((l) => l.quantity)) / 1e6;
    // Each quarter sells 2 at 110, 1 at 70 and 3 at 65; the six cost 20 each beside the plan, in which its own are.
    expect(of("revenue")).toBeCloseTo(-4 * (220 + 70 + 195), 6);
    expect(of("launch")).toBeCloseTo(4 * 6 * 20, 6);
  });

  test("take-or-pay: half of a block of one a quarter is paid for when nothing flies", () => {
    const scenario = marketOf("horizon.years=1 yr");
    const { transfers } = settle(scenario, openMarket(scenario), { lab: { "falcon-9": [0, 0, 0, 0] } });
    expect(transfers.filter(({ from: payer }) => payer === "lab").map(({ kind, quantity, usd }) => [kind, quantity, usd])).toEqual(Array.from({ length: 4 }, () => ["take-or-pay", 0.5, 35e6]));
  });

  test("half a launch a quarter is a whole one every other quarter, and as much is paid for anyway", () => {
    const scenario = marketOf("market.contracts.block.rate=2 1/yr", "market.claims.spot.rate=0 1/yr", "horizon.years=1 yr");
    const market = openMarket(scenario);
    const [falcon] = market.views[0]!.vehicles;
    expect([falcon!.launches, falcon!.offers[0]!.paidAnyway]).toEqual([[0, 1, 0, 1], [0, 0.5, 0, 0.5]]);
    const { transfers } = settle(scenario, market, { lab: { "falcon-9": [0, 1, 0, 0] } });
    expect(transfers.filter(({ from: payer }) => payer === "lab").map(({ kind, usd }) => [kind, usd])).toEqual([["use", 70e6], ["take-or-pay", 35e6]]);
  });

  test("a pad of two vehicles: each launches as many as it has slots", () => {
    const yaml = MARKET.replace("vehicles: [{ id: falcon-9, vehicle: falcon-9 }]", "vehicles: [{ id: falcon-9, vehicle: falcon-9 }, { id: heavy, vehicle: falcon-heavy }]")
      .replace("cost: 20 M$ }", "cost: 20 M$, pads: p39a }\n    - { id: fh, kind: launches, of: heavy, owner: launcher, rate: 8 1/yr, price: 97 M$, pads: p39a }\n    - { id: p39a, kind: pad, owner: launcher, rate: 20 1/yr }")
      .replace("  claims:", "  claims:\n    - { id: f9-pad, actor: launcher, capacity: p39a, for: f9, priority: 2 }\n    - { id: fh-pad, actor: launcher, capacity: p39a, for: fh, rate: 6 1/yr, priority: 1 }");
    const { allocations } = openMarket(scenarioOf(yaml));
    expect(allocations.find(({ capacity }) => capacity === "fh")!.supply[0]).toBe(1.5);
    expect(allocations.find(({ capacity }) => capacity === "f9")!.supply[0]).toBe(3.5);
  });

  test("a grid queue: megawatts are shared as they come online, and kept", () => {
    const yaml = `${RACK}
actors: [{ id: lab, kind: ai-lab }, { id: other, kind: cloud }, { id: grid, kind: utility }]
market:
  self: lab
  capacities: [{ id: queue, kind: power, of: texas, owner: grid, power: { schedule: { 2027-Q1: 100 MW, 2028-Q1: 300 MW } }, price: 100 k$ }]
  contracts: [{ id: first, actor: other, capacity: queue, power: 60 MW }]
  claims: [{ id: lab-mw, actor: lab, capacity: queue, power: 200 MW, priority: 2 }, { id: more, actor: other, capacity: queue, power: { schedule: { 2028-Q1: 100 MW } }, from: 2028-Q1, priority: 1 }]
`;
    const market = openMarket(scenarioOf(yaml));
    expect(market.views[0]!.sites[0]!.online_MW.slice(0, 6)).toEqual([40, 40, 40, 40, 140, 140]);
    const lab = settle(scenarioOf(yaml), market, {}).transfers.filter(({ from: payer }) => payer === "lab");
    expect(lab.map(({ quantity, usd }) => [quantity, usd])).toEqual([[40, 4e6], [100, 10e6]]);
    const phases = withAccess(scenarioOf(yaml), market.views[0]!).ground.sites[0]!.phases;
    expect(phases.map(({ power_MW }) => power_MW)).toEqual([40, 100]);
  });

  // 0.2 + 0.5 + 0.1 is 0.7999999999999999 in doubles, 0.1 + 0.5 + 0.2 is 0.8.
  test("megawatts that rounding alone leaves are not sold, nor priced: three contracts for all there is, in either order", () => {
    const contracts = ["{ id: z, actor: other, capacity: queue, power: 0.2 MW }", "{ id: y, actor: other, capacity: queue, power: 0.5 MW }", "{ id: x, actor: other, capacity: queue, power: 0.1 MW }"];
    const sold = (list: readonly string[]) => openMarket(scenarioOf(`${RACK}
actors: [{ id: lab, kind: ai-lab }, { id: other, kind: cloud }, { id: grid, kind: utility }]
market:
  self: lab
  capacities: [{ id: queue, kind: power, of: texas, owner: grid, power: 0.8 MW, rule: price }]
  contracts: [${list.join(", ")}]
  claims: [{ id: rest, actor: lab, capacity: queue, bid: 33 M$ }]
`)).allocations[0]!;
    for (const { clearing_usd, shares } of [sold(contracts), sold(contracts.toReversed())]) {
      expect(new Set(clearing_usd)).toEqual(new Set([null]));
      expect(new Set(shares.find(({ id }) => id === "rest")!.got)).toEqual(new Set([0]));
    }
  });

  test("a budget of 480 M$ a year buys three launches a quarter of the five that are wanted at 40 M$", () => {
    const yaml = MARKET.replace("{ id: lab, kind: ai-lab }", "{ id: lab, kind: ai-lab, budget: 480 M$/yr }").replace(/ {4}- \{ id: block.*\n/, "").replace("rate: 12 1/yr, bid: 80 M$", "rate: 20 1/yr, bid: 40 M$").replace("price: 60 M$", "price: 30 M$").replace("rate: 60 1/yr, bid: 65 M$", "rate: 4 1/yr, bid: 65 M$");
    expect(openMarket(scenarioOf(yaml)).views[0]!.vehicles[0]!.launches[0]).toBe(3);
  });
});
