/** Launch vehicles settled into what later stages read. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settleLaunch } from "../../src/market/index.ts";
import { drawnUpShares } from "../../src/market/down-windows.ts";
import { rateByQuarter, quartersOf } from "../../src/market/by-quarter.ts";
import type { Scenario } from "../../src/scenario/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const withVehicle = (fields: string, ...set: readonly string[]): Scenario => settleLaunch(scenarioOf(RACK.replace("{ id: falcon-9, vehicle: falcon-9 }", `{ id: falcon-9, vehicle: falcon-9, ${fields} }`), ...set));
const vehicleOf = (scenario: Scenario): Scenario["launch"]["vehicles"][number] => scenario.launch.vehicles[0]!;
const yearly = (scenario: Scenario): readonly number[] => rateByQuarter(vehicleOf(scenario).cadence_per_yr, quartersOf(scenario));

describe("a vehicle of which nothing is said", () => {
  test("stays as it is, and settling twice changes nothing", () => {
    const plain = scenarioOf(RACK);
    expect(settleLaunch(plain)).toEqual(plain);
    const once = withVehicle("record: {}, ramp: { first: 2 /yr, added: 4 /yr }, downtime: { standDown: 0.5 yr }, reusePenalty: 10 %");
    expect(settleLaunch(once)).toEqual(once);
  });
});

describe("prices", () => {
  const COST = "cost: { booster: 30 M$, boosterFlights: 10, upper: 10 M$, refurbishment: 1 M$, propellant: 400000 $, range: 1 M$, pad: 2 M$ }";

  test.each([
    // 30/10 + 10 + 0.9 x 1 + 0.4 + 1 + 2 by hand.
    ["marginal", `pricing: marginal, ${COST}`, 17.3e6, null],
    ["negotiated", "pricing: negotiated, negotiated: 45 M$", 45e6, null],
    // 7,000 $/kg: SpaceX's rideshare list, in the catalogue with its source.
    ["rideshare", "pricing: rideshare", 74e6, 7000],
    ["list", "pricing: list", 74e6, null],
  ])("by path %s", (_, fields, price_usd, perKg) => {
    const { price_usd: price, pricePerKg_usd_per_kg: each } = vehicleOf(withVehicle(fields));
    expect(price).toEqual({ kind: "constant", value: expect.closeTo(price_usd, 3) as number });
    expect(each).toEqual(perKg === null ? null : { kind: "constant", value: perKg });
  });

  // Falcon 9's parts as nextbigfuture.com has them (2026-02-08): upper stage 10, refurbishment 1, propellant 0.2 to 0.5, fairing 0.5 to 1, recovery 1 to 2,
  // other 1 to 2 M$, "about 15 M$" in all; a booster of 30 M$ over 20 flights stands besides.
  test("Falcon 9's parts come to what its maker says of a reflight", () => {
    const { price_usd } = vehicleOf(withVehicle("pricing: marginal, cost: { booster: 30 M$, boosterFlights: 20, upper: 10.75 M$, refurbishment: 1 M$, propellant: 350000 $, range: 1.5 M$, pad: 1.5 M$ }"));
    expect(price_usd.kind === "constant" ? price_usd.value : NaN).toBeGreaterThan(14e6);
    expect(price_usd.kind === "constant" ? price_usd.value : NaN).toBeLessThan(17e6);
  });

  // r = 0.9, 10 flights: (1 - 0.9^10)/0.1 = 6.5132 flights.
  test("boosters that are lost cost more a flight", () => {
    const { price_usd } = vehicleOf(withVehicle(`pricing: marginal, ${COST.replace("upper:", "recovery: 90 %, upper:")}`));
    expect(price_usd).toEqual({ kind: "constant", value: expect.closeTo(30e6 / 6.513215599 + 10e6 + 1e6 * (1 - 1 / 6.513215599) + 3.4e6, 0) as number });
  });

  test("parts are the owner's marginal cost where none is written", () => {
    const { access } = vehicleOf(withVehicle(`${COST}, access: { mode: owner, stake: 1e9 $, fixedCost: 1e8 $/yr }`));
    expect(access?.marginalCost_usd).toEqual({ kind: "constant", value: expect.closeTo(17.3e6, 3) as number });
  });

  test("a path without its numbers is refused", () => {
    expect(() => withVehicle("pricing: marginal")).toThrow(/cost/);
    expect(() => withVehicle("pricing: negotiated")).toThrow(/negotiated/);
  });
});

describe("success", () => {
  // (525 + 1)/(528 + 2).
  test("after the catalogue's record, by Laplace's rule", () => expect(vehicleOf(withVehicle("record: {}")).reliability_frac).toBeCloseTo(526 / 530, 12));
  test("after a record that is written, from a prior of one's own", () => expect(vehicleOf(withVehicle("record: { priorSuccesses: 9, priorFailures: 1, successes: 2, failures: 3 }")).reliability_frac).toBeCloseTo(11 / 15, 12));
  test("needs a record", () => expect(() => settleLaunch(scenarioOf(RACK.replace("vehicle: falcon-9 }", "vehicle: neutron, record: {} }")))).toThrow(/a record without successes and failures, and the catalogue has none of neutron/));
});

describe("rate", () => {
  // 2 a year at the first flight and 4 more each year: 2 + 4 x 1/8 = 2.5 in the first quarter, 6.5 a year later.
  test("grows from the first quarter in which it flies", () => {
    const rate = yearly(withVehicle("available: 2028-Q1, ramp: { first: 2 /yr, added: 4 /yr }"));
    expect(rate.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect([rate[4], rate[8]]).toEqual([expect.closeTo(2.5, 9), expect.closeTo(6.5, 9)]);
  });

  // 2 boosters, 73.05 h each: 2 x 8766/73.05 = 240; a pad of 87.66 h: 100 a year; the cadence of 165 is above.
  test("is held by turnaround of boosters and pads", () => {
    expect(yearly(withVehicle("ramp: { first: 1000 /yr, added: 0 /yr, boosters: 1, turnaround: 73.05 h }"))[3]).toBeCloseTo(120, 6);
    expect(yearly(withVehicle("ramp: { first: 1000 /yr, added: 0 /yr, pads: 1, padTurnaround: 87.66 h, boosters: 2, turnaround: 73.05 h }"))[3]).toBeCloseTo(100, 6);
  });

  // 20 launches a year of which one in ten fails: 2 stand-downs of half a year each year of running: half of the time.
  test("is less for the times after failures and pad losses, in the mean", () => {
    expect(yearly(withVehicle("cadence: 20 /yr, reliability: 90 %, downtime: { standDown: 0.5 yr }"))[0]).toBeCloseTo(10, 9);
    expect(yearly(withVehicle("cadence: 20 /yr, reliability: 100 %, downtime: { padLoss: 0.25 /yr, padOutage: 1 yr }"))[0]).toBeCloseTo(16, 9);
  });

  test("with a draw the outages are events: whole quarters without launches, the same each time", () => {
    const drawn = (n: number) => yearly(withVehicle("cadence: 20 /yr, reliability: 90 %, downtime: { standDown: 0.5 yr }", `uncertainty.draw=${n}`));
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
    expect([...drawn(1), ...drawn(2), ...drawn(3)].some((n) => n === 0)).toBe(true);
  });

  // Renewal reward: 1/(1 + 2 x 0.5). Starting up, the first years are above it; years 6 to 25 of 400 draws, four standard errors.
  test("drawn outages have the mean share", () => {
    const quarters = Array.from({ length: 100 }, () => 2);
    const shares = Array.from({ length: 400 }, (_, draw) => drawnUpShares({ seed: 7, draw, id: "x", kinds: [{ events_per_yr: quarters, outage_yr: 0.5 }] }).slice(20));
    const means = shares.map((share) => share.reduce((a, b) => a + b, 0) / share.length);
    const mean = means.reduce((a, b) => a + b, 0) / means.length;
    const sd = Math.sqrt(means.reduce((sum, m) => sum + (m - mean) ** 2, 0) / (means.length - 1));
    expect(Math.abs(mean - 0.5)).toBeLessThan((4 * sd) / Math.sqrt(means.length));
  });

  test("never above the cadence, never before the first flight", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 }), fc.boolean(), (first, added, wait, random) => {
      const quarter = `${2027 + Math.floor(wait / 4)}-Q${(wait % 4) + 1}`;
      const rate = yearly(withVehicle(`available: ${quarter}, cadence: 30 /yr, ramp: { first: ${first} /yr, added: ${added} /yr }, downtime: { standDown: 0.3 yr, padLoss: 0.2 /yr, padOutage: 1 yr }`, ...(random ? ["uncertainty.draw=5"] : [])));
      rate.forEach((n, t) => {
        expect(n).toBeGreaterThanOrEqual(0);
        expect(n).toBeLessThanOrEqual(t < wait ? 0 : Math.min(30, first + (added * (t + 0.5 - wait)) / 4) + 1e-9);
      });
    }), { numRuns: 20 });
  });
});

test("payload after bringing the stages back, and the load of a launcher that throws", () => {
  expect(vehicleOf(withVehicle("payload: 22.8 t, reusePenalty: 25 %")).payload_kg).toBeCloseTo(17_100, 6);
  expect(vehicleOf(settleLaunch(scenarioOf(RACK.replace("vehicle: falcon-9 }", "vehicle: spinlaunch-claimed }")))).gLoad).toBe(10_000);
});

describe("a market's launches of a vehicle that stands now and then", () => {
  test("are as many fewer as the vehicle's own", () => {
    // 20 a year at 95 %: one failure a year, each with half a year of none: 1/(1 + 1 x 0.5) of the time (renewal reward).
    const market = `
actors: [{ id: us, name: Us, kind: ai-lab }, { id: maker, name: Maker, kind: launcher }]
market:
  self: us
  capacities: [{ id: flights, kind: launches, of: falcon-9, owner: maker, rule: contract, rate: 20 1/yr }]
  contracts: [{ id: ours, actor: us, capacity: flights, share: 50 % }]
`;
    const settled = settleLaunch(scenarioOf(`${RACK.replace("{ id: falcon-9, vehicle: falcon-9 }", "{ id: falcon-9, vehicle: falcon-9, reliability: 95 %, downtime: { standDown: 0.5 yr } }")}${market}`));
    const { rate_per_yr } = settled.market!.capacities[0]!;
    for (const n of rateByQuarter(rate_per_yr!, quartersOf(settled))) expect(n).toBeCloseTo(20 / 1.5, 9);
    expect(settleLaunch(settled)).toEqual(settled);
  });
});
