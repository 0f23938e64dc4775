import { describe, expect, test } from "vitest";
import type { Flight } from "../../src/fly/index.ts";
import { futuresOf } from "../../src/run/futures.ts";
import type { Service } from "../../src/serve/index.ts";
import type { Sizing } from "../../src/size/index.ts";
import { loadExample } from "../support/run-example.ts";

/** Nothing that changes here is sized, flown or served: the same records are handed on. */
const designed = { sizing: {} as Sizing, flight: {} as Flight, service: {} as Service };

describe("drawn futures", () => {
  const scenario = loadExample("talks-fail", "plan.uncertain.draws=15", "launch.vehicles.falcon-9.price={distribution: uniform, low: 50 M$, high: 90 M$, source: test}");

  test("share what the named ones leave, and are the same for the same seed", async () => {
    const { futures } = await futuresOf(scenario, designed);
    expect(futures).toHaveLength(16);
    expect(futures.reduce((sum, { chance_frac }) => sum + chance_frac, 0)).toBeCloseTo(1, 12);
    expect(futures[1]).toMatchObject({ id: "draw 1", chance_frac: 0.6 / 15 });
    const prices = futures.map(({ scenario: { launch } }) => launch.vehicles[1]!.price_usd);
    expect((await futuresOf(scenario, designed)).futures.map(({ scenario: { launch } }) => launch.vehicles[1]!.price_usd)).toEqual(prices);
  });
  test("take each distribution within its ends, and gates by their chance", async () => {
    const { futures } = await futuresOf(scenario, designed);
    const drawn = futures.slice(1);
    const prices = drawn.map(({ scenario: { launch } }) => { const price = launch.vehicles[1]!.price_usd; return price.kind === "constant" ? price.value : Number.NaN; });
    for (const price of prices) expect(price).toBeGreaterThanOrEqual(50e6);
    for (const price of prices) expect(price).toBeLessThanOrEqual(90e6);
    expect(new Set(prices).size).toBe(15);
    // Mean of 15 uniform draws: 70 +- 4 standard errors of 40/sqrt(12 x 15) = 3 M$.
    expect(Math.abs(prices.reduce((a, b) => a + b, 0) / 15 - 70e6)).toBeLessThan(12e6);
    // Talks fail in some of the draws and not in all: 0.4^15 and 0.6^15 are below one in two thousand.
    const block = drawn.map(({ scenario: { launch } }) => JSON.stringify(launch.vehicles[0]!.share_frac));
    expect(new Set(block).size).toBe(2);
  });
  test("leave alone what a design has taken, and say so", async () => {
    const { notes } = await futuresOf(loadExample("talks-fail", "plan.uncertain.draws=2", "orbit.platform.cellEfficiency={distribution: uniform, low: 0.2, high: 0.3, source: test}"), designed);
    expect(notes.join()).toContain("orbit.platform.cellEfficiency");
  });
});
