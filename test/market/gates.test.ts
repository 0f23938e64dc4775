/** Gates, worked out by hand; draws against the closed forms of their distributions. */
import { describe, expect, test } from "vitest";
import { judgeMilestones, openMarket, quantileOf } from "../../src/market/index.ts";
import { formatQuarter } from "../../src/units/index.ts";
import { RACK } from "../support/scenario.ts";
import { gated } from "./fixture.ts";

/** Launches of Falcon 9 for everyone, first eight quarters from 2027-Q1, at 40 a year. */
const supply = (gates: readonly string[], ...set: readonly string[]): readonly number[] => openMarket(gated(gates, { set })).allocations[0]!.supply.slice(0, 8);

describe("what a gate leaves of ten launches a quarter", () => {
  const cases: readonly (readonly [string, string, readonly number[]])[] = [
    ["a block clears in its quarter", "{ id: g, kind: launch-licence, holds: vehicle/falcon-9, at: 2027-Q3, fallback: without }", [0, 0, 10, 10, 10, 10, 10, 10]],
    ["half a year late", "{ id: g, kind: vehicle-slip, holds: vehicle/falcon-9, at: 2027-Q3, delay: 0.5 yr, fallback: without }", [0, 0, 0, 0, 10, 10, 10, 10]],
    ["a month and a half late: half of the quarter", "{ id: g, kind: vehicle-slip, holds: vehicle/falcon-9, at: 2027-Q3, delay: 0.125 yr, fallback: without }", [0, 0, 5, 10, 10, 10, 10, 10]],
    ["refused and without", "{ id: g, kind: launch-licence, holds: capacity/f9, at: 2027-Q3, chance: 60 %, fallback: without }", [0, 0, 0, 0, 0, 0, 0, 0]],
    ["refused and a year later", "{ id: g, kind: launch-licence, holds: vehicle/falcon-9, at: 2027-Q3, chance: 60 %, fallback: later, later: 1 yr }", [0, 0, 0, 0, 0, 0, 10, 10]],
    ["refused and capped at 8 a year", "{ id: g, kind: launch-licence, holds: vehicle/falcon-9, at: 2027-Q3, chance: 60 %, fallback: cap, cap: 8 }", [0, 0, 2, 2, 2, 2, 2, 2]],
    ["a tie goes well", "{ id: g, kind: launch-licence, holds: vehicle/falcon-9, at: 2027-Q3, chance: 50 %, fallback: without }", [0, 0, 10, 10, 10, 10, 10, 10]],
    ["a cap of 20 a year that is lifted", "{ id: g, kind: cadence-cap, effect: cap, holds: vehicle/falcon-9, at: 2027-Q2, until: 2028-Q1, cap: 20, fallback: cap }", [10, 5, 5, 5, 10, 10, 10, 10]],
    ["the same, lifted half a quarter late", "{ id: g, kind: cadence-cap, effect: cap, holds: vehicle/falcon-9, at: 2027-Q2, until: 2028-Q1, delay: 0.125 yr, cap: 20, fallback: cap }", [10, 5, 5, 5, 7.5, 10, 10, 10]],
    ["the same, not lifted", "{ id: g, kind: cadence-cap, effect: cap, holds: vehicle/falcon-9, at: 2027-Q2, until: 2028-Q1, cap: 20, chance: 100 %, fallback: cap }", [10, 5, 5, 5, 5, 5, 5, 5]],
    ["a pad lost for nine months", "{ id: g, kind: pad-loss, effect: remove, holds: capacity/f9, at: 2027-Q2, duration: 0.75 yr, chance: 100 %, fallback: later }", [10, 0, 0, 0, 10, 10, 10, 10]],
    ["a pad lost, and another that takes 8 a year", "{ id: g, kind: pad-loss, effect: remove, holds: capacity/f9, at: 2027-Q2, duration: 0.75 yr, cap: 8, chance: 100 %, fallback: cap }", [10, 2, 2, 2, 10, 10, 10, 10]],
    ["a loss that is less likely than not", "{ id: g, kind: pad-loss, effect: remove, holds: capacity/f9, at: 2027-Q2, duration: 0.75 yr, chance: 30 %, fallback: later }", [10, 10, 10, 10, 10, 10, 10, 10]],
  ];
  test.each(cases)("%s", (_, gate, expected) => supply([gate]).forEach((n, i) => expect(n).toBeCloseTo(expected[i]!, 9)));

  test("two gates: the lower cap and the longer closure hold", () => {
    const got = supply([
      "{ id: a, kind: cadence-cap, effect: cap, holds: vehicle/falcon-9, at: 2027-Q1, cap: 20, fallback: cap }",
      "{ id: b, kind: cadence-cap, effect: cap, holds: capacity/f9, at: 2027-Q3, cap: 8, fallback: cap }",
      "{ id: c, kind: pad-loss, effect: remove, holds: capacity/f9, at: 2027-Q2, duration: 0.5 yr, chance: 100 %, fallback: later }",
      "{ id: d, kind: vehicle-slip, holds: vehicle/falcon-9, at: 2027-Q2, fallback: later, later: 1 yr }",
    ]);
    expect(got).toEqual([0, 0, 0, 2, 2, 2, 2, 2]);
  });
});

describe("what else a gate holds", () => {
  test("talks that end leave the customer's contract in the place of the owner's", () => {
    const scenario = (chance: string) => gated([`{ id: talks, kind: talks, holds: contract/block, at: 2027-Q3, chance: ${chance}, fallback: instead, instead: claim/spot }`]);
    const lab = (chance: string) => openMarket(scenario(chance)).allocations[0]!.shares.filter(({ actor }) => actor === "lab").map(({ id, got }) => [id, got.slice(0, 4)]);
    expect(lab("0 %")).toEqual([["block", [0, 0, 1, 1]], ["spot", [0, 0, 0, 0]]]);
    expect(lab("100 %")).toEqual([["block", [0, 0, 0, 0]], ["spot", [0, 0, 3, 3]]]);
  });

  test("an actor under review has neither contract nor claim before it ends", () => {
    const { allocations } = openMarket(gated(["{ id: review, kind: foreign-investment, holds: actor/lab, at: 2028-Q1, fallback: without }"]));
    for (const { got } of allocations[0]!.shares.filter(({ actor }) => actor === "lab")) {
      expect(got.slice(0, 4)).toEqual([0, 0, 0, 0]);
      expect(got[4]!).toBeGreaterThan(0);
    }
  });

  test("a site's phases wait for its permit, and move where it is refused", () => {
    const two = RACK.replace("orbit:", "    - { id: ohio, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: hall, online: 2027-Q2, power: 3 MW }] }\norbit:");
    const online = (rest: string) => Object.fromEntries(openMarket(gated([`{ id: permit, kind: site-permit, holds: site/texas, at: 2027-Q3, ${rest} }`], { base: two })).views[0]!.sites.map(({ site, online_MW }) => [site, online_MW.slice(0, 4)]));
    expect(online("fallback: without")).toEqual({ texas: [0, 0, 1, 1] });
    expect(online("chance: 100 %, fallback: instead, instead: site/ohio")).toEqual({ texas: [0, 0, 0, 0], ohio: [0, 3, 4, 4] });
    expect(online("chance: 100 %, fallback: cap, cap: 0.4")).toEqual({ texas: [0, 0, 0.4, 0.4] });
  });

  test("megawatts do not move past the market, nor to another actor", () => {
    const two = RACK.replace("orbit:", "    - { id: ohio, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: hall, online: 2027-Q2, power: 3 MW }] }\norbit:")
      + "actors: [{ id: lab, kind: ai-lab }]\nmarket: { self: lab, capacities: [{ id: power, kind: power, of: texas, owner: lab, rule: priority, price: 1 $ }] }\n";
    const to = (site: string) => () => gated([`{ id: permit, kind: site-permit, holds: site/texas, at: 2027-Q3, chance: 100 %, fallback: instead, instead: ${site} }`], { base: two });
    expect(to("site/ohio")).toThrow(/site\/ohio, which no capacity of the market is of/);
    expect(to("site/rival/ohio")).toThrow(/a site of the same actor's file/);
  });

  test("a fleet flies from the quarter in which its licence is whole, and no larger than its cap", () => {
    const view = openMarket(gated(["{ id: licence, kind: launch-licence, holds: fleet, at: 2027-Q3, delay: 0.1 yr, fallback: without }", "{ id: cap, kind: custom, effect: cap, holds: fleet, at: 2028-Q1, cap: 7, fallback: cap }"])).views[0]!;
    expect(formatQuarter(view.firstLaunch_quarter!)).toBe("2027-Q4");
    expect(view.fleetMax!.slice(3, 5)).toEqual([1_000_000, 7]);
  });
});

describe("draws", () => {
  const gate = "{ id: slip, kind: vehicle-slip, holds: vehicle/falcon-9, at: 2027-Q1, delay: { distribution: uniform, low: 0 yr, high: 4 yr }, chance: 30 %, fallback: without }";
  const fates = Array.from({ length: 400 }, (_, draw) => openMarket(gated([gate], { set: [`uncertainty.draw=${draw}`] })).gates[0]!);

  test("are refused as often as is said, and spread as is said: 400 draws, within four standard errors", () => {
    const refused = fates.filter(({ outcome }) => outcome === "refused").length / fates.length;
    expect(Math.abs(refused - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / 400));
    const quarters = fates.flatMap(({ outcome, quarter }) => (outcome === "cleared" ? [quarter! - 2027 * 4] : []));
    // Whole quarters of a uniform on 0..16: mean 7.5, variance (16^2 - 1)/12.
    expect(Math.abs(quarters.reduce((a, b) => a + b, 0) / quarters.length - 7.5)).toBeLessThan(4 * Math.sqrt(255 / 12 / quarters.length));
  });

  test("are the same again, and do not change with another gate", () => {
    const other = openMarket(gated(["{ id: more, kind: pad-loss, effect: remove, holds: capacity/f9, at: 2027-Q2, duration: 1 yr, chance: 50 %, fallback: later }", gate], { set: ["uncertainty.draw=5"] })).gates[1];
    expect(other).toEqual(fates[5]);
  });
});

test("quantiles meet the closed forms", () => {
  const at = (share: number) => quantileOf({ distribution: "triangular", low: 0, mode: 1, high: 4 }, share);
  // F(1) = (1 - 0)^2 / ((4 - 0)(1 - 0)) = 1/4; F(2) = 1 - (4 - 2)^2 / ((4 - 0)(4 - 1)) = 2/3.
  expect(at(0.25)).toBeCloseTo(1, 12);
  expect(at(2 / 3)).toBeCloseTo(2, 12);
  expect(quantileOf({ distribution: "uniform", low: 2, high: 6 }, 0.25)).toBe(3);
  // z(0.975) = 1.959963984540054 (Abramowitz and Stegun, table 26.1).
  expect(quantileOf({ distribution: "normal", mean: 10, sd: 2 }, 0.975)).toBeCloseTo(13.919927969080108, 9);
  expect(quantileOf({ distribution: "lognormal", median: 3, sigma: 0.5 }, 0.975)).toBeCloseTo(3 * Math.exp(0.979981992270027), 9);
  // Beta(2, 1): F(x) = x^2.
  expect(quantileOf({ distribution: "beta", alpha: 2, beta: 1, low: 0, high: 10 }, 0.36)).toBeCloseTo(6, 9);
  expect(quantileOf({ distribution: "discrete", values: [3, 1], weights: [1, 3] }, 0.74)).toBe(1);
  expect(quantileOf({ distribution: "discrete", values: [3, 1], weights: [1, 3] }, 0.76)).toBe(3);
  expect(quantileOf({ distribution: "empirical", samples: [5, 1, 3] }, 0.5)).toBe(3);
});

describe("spectrum milestones, 47 CFR 25.164(b): half in 6 years, all in 9", () => {
  const quarters = Array.from({ length: 48 }, (_, i) => 2027 * 4 + i);
  const judged = (rest: string, inService: (year: number) => number) => {
    const n = quarters.map((q) => inService((q - 2027 * 4) / 4));
    return judgeMilestones(gated([`{ id: fcc, kind: spectrum-milestone, holds: fleet, at: 2027-Q1, authorised: 1000, ${rest} }`], { set: ["horizon.years=12 yr"] }), { quarters, inService: n, launched: n.map((x) => x + 10) });
  };

  test("met by 500 in 2033 and 1,000 in 2036", () => {
    const { outcomes, most } = judged("fallback: cap", (year) => (year >= 9 ? 1000 : year >= 6 ? 500 : 0));
    expect(outcomes[0]!.outcome).toBe("met");
    expect(most).toBeNull();
  });

  test("missed by one satellite: no more than was launched from then on", () => {
    const { outcomes, most } = judged("fallback: cap", (year) => (year >= 6 ? 499 : 0));
    expect([outcomes[0]!.outcome, formatQuarter(outcomes[0]!.quarter!)]).toEqual(["missed", "2033-Q1"]);
    expect(most!.slice(22, 26)).toEqual([Infinity, Infinity, 509, 509]);
  });

  test("a waiver of two years moves both dates, once", () => {
    expect(judged("fallback: later, later: 2 yr", (year) => (year >= 11 ? 1000 : year >= 8 ? 500 : 0)).outcomes[0]!.outcome).toBe("met");
    expect(judged("fallback: later, later: 2 yr", (year) => (year >= 9 ? 500 : 0)).outcomes[0]!.outcome).toBe("missed");
  });
});
