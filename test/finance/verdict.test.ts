import { describe, expect, test } from "vitest";
import { present } from "../../src/finance/frozen/index.ts";
import type { Levelised } from "../../src/finance/index.ts";
import { verdictOf } from "../../src/finance/verdict.ts";

const cost = (tier: "ground" | "orbit", items: Levelised["items"]): Levelised => ({
  option: `${tier}/test`, tier, priceQuarter: 2028 * 4, items, delivered_frac: 0.9, capex_usd_per_W: 1,
  usd_per_kW_yr: items.reduce((sum, { usd_per_kW_yr }) => sum + usd_per_kW_yr, 0),
  usd_per_GPU_h: 1, usd_per_PFLOP_day: 1, usd_per_Mtoken: 1,
});
const ground = cost("ground", [{ item: "it", usd_per_kW_yr: 8000 }, { item: "energy", usd_per_kW_yr: 500 }]);
const orbit = cost("orbit", [{ item: "it", usd_per_kW_yr: 7000 }, { item: "launch", usd_per_kW_yr: 20_000 }]);

describe("verdict", () => {
  // 3,600 $/kg costs 20,000 $/kW-yr, so a dollar is worth 0.18 $/kg.
  const launch = { now_usd_per_kg: 3600, usd_per_kg_for_one: 0.18 };

  test("ratio and break-even by hand: 8,500 = 7,000 + 20,000 x/3,600", () => {
    const got = verdictOf(ground, orbit, { launch, options: [ground, orbit] });
    expect(got.ratio).toBeCloseTo(27_000 / 8500, 12);
    expect(got.breakEvenLaunch_usd_per_kg).toBeCloseTo((3600 * 1500) / 20_000, 9);
    expect(got.text).toContain("270.0 $/kg");
  });

  test("no launch price helps when orbit without launch is dearer", () => {
    const dear = cost("orbit", [{ item: "it", usd_per_kW_yr: 9000 }, { item: "launch", usd_per_kW_yr: 10 }]);
    const got = verdictOf(ground, dear, { launch, options: [ground, dear] });
    expect(got.breakEvenLaunch_usd_per_kg).toBeNull();
    expect(got.text).toContain("not even zero");
  });

  test("a free launch still has a break-even price: 1,500 $/kW-yr of room are 270 $/kg", () => {
    const free = cost("orbit", [{ item: "it", usd_per_kW_yr: 7000 }, { item: "launch", usd_per_kW_yr: 0 }]);
    const got = verdictOf(ground, free, { launch: { ...launch, now_usd_per_kg: 0 }, options: [free, ground] });
    expect(got.breakEvenLaunch_usd_per_kg).toBeCloseTo(270, 9);
    expect(got.text).toContain("Ground costs 1.214 times");
  });

  test("one tier alone has no ratio", () => {
    expect(verdictOf(ground, null, { launch: null, options: [ground] })).toMatchObject({ ratio: null, breakEvenLaunch_usd_per_kg: null });
    expect(verdictOf(null, null, { launch: null, options: [] }).text).toContain("Neither tier");
    const twice = { ...ground, option: "ground/other", usd_per_kW_yr: 2 * ground.usd_per_kW_yr };
    expect(verdictOf(ground, null, { launch: null, options: [ground, twice] }).text).toContain("ground/other 2.000 times that");
  });
});

test("present value of level quarterly flows is the growing sum in closed form", () => {
  const q = 1.07 ** -0.25;
  const closed = (100 * Math.sqrt(q) * (1 - q ** 40)) / (1 - q);
  expect(present(Array.from({ length: 40 }, () => 100), 0.07)).toBeCloseTo(closed, 8);
});
