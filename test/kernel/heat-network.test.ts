import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heatStep, runHeatNetwork, type HeatNetwork } from "../../src/kernel/index.ts";
import { measure } from "../golden/measure.ts";

const network = (capacity: number[], emission: number[], links: [number, number, number][]): HeatNetwork => ({
  capacity_J_per_K: Float64Array.from(capacity),
  emission_W_per_K4: Float64Array.from(emission),
  from: Int32Array.from(links, (link) => link[0]),
  to: Int32Array.from(links, (link) => link[1]),
  conductance_W_per_K: Float64Array.from(links, (link) => link[2]),
});

const run = (of: HeatNetwork, start: number[], heat: number[][], step_s: number) => {
  const nodes = start.length;
  const temperatures = new Float64Array(heat.length * nodes);
  const emitted = new Float64Array(nodes);
  const totals = runHeatNetwork(of, { step_s, start_K: Float64Array.from(start), heatIn_W: Float64Array.from(heat.flat()) }, temperatures, emitted);
  return { totals, emitted, rows: heat.map((_, i) => [...temperatures.subarray(i * nodes, (i + 1) * nodes)]) };
};

/** Chip, cold plate, coolant and two faces; the chip is stiff: 17 s to its plate. */
const CHAIN = network([2000, 9000, 40_000, 90_000, 90_000], [0, 0, 0, 2e-6, 2e-6], [[0, 1, 120], [1, 2, 800], [2, 3, 900], [2, 4, 900], [3, 4, 300]]);
const chainHeat = (sunlit: boolean): number[] => (sunlit ? [20_000, 0, 0, 3000, 1500] : [500, 0, 0, 1000, 1500]);
const START = [300, 300, 300, 300, 300];

// Minutes 1 to 95, sunlit to minute 60; scipy 1.17 solve_ivp, Radau, rtol 1e-10, of equation 1 as written.
const RADAU: Record<number, number[]> = {
  5: [492.50448, 325.57692, 300.36587, 289.26965, 288.38747],
  60: [482.59803, 315.92969, 290.92833, 280.26216, 279.36679],
  65: [269.28977, 263.94164, 262.3593, 259.99271, 260.29153],
  95: [208.24716, 203.80624, 202.95677, 202.06042, 202.37949],
};

describe("runHeatNetwork", () => {
  const orbit = (parts: number) => run(CHAIN, START, Array.from({ length: 95 * parts }, (_, i) => chainHeat(i < 60 * parts)), 60 / parts);

  test("95 minutes of light and shadow: equals Radau", () => {
    const fine = orbit(8);
    const coarse = orbit(1);
    for (const [minute, expected] of Object.entries(RADAU)) {
      const at = Number(minute);
      expected.forEach((value, i) => {
        measure("thermal-network", { case: `node ${i}, minute ${minute}, steps of 7.5 s`, got: fine.rows[8 * at - 1]![i]!, expected: value, abs: 0.02, unit: "K", source: "scipy 1.17, solve_ivp, Radau" });
        expect(Math.abs(coarse.rows[at - 1]![i]! - value)).toBeLessThan(0.6);
      });
    }
  });

  test("halving the step quarters the error", () => {
    const error = (parts: number) => Math.max(...orbit(parts).rows[95 * parts - 1]!.map((value, i) => Math.abs(value - orbit(128).rows[95 * 128 - 1]![i]!)));
    const [a, b, c] = [error(2), error(4), error(8)];
    expect(a / b).toBeGreaterThan(3.4);
    expect(a / b).toBeLessThan(4.6);
    expect(b / c).toBeGreaterThan(3.4);
    expect(b / c).toBeLessThan(4.6);
  });

  // PHYSICS of the project, section 3: t = C (T^-3 - T0^-3) / (3 x 2 eps sigma A).
  test("two-sided panel cooling without heat: the closed form", () => {
    const k = 2 * 0.9 * 5.670374419e-8 * 10;
    const cooling = run(network([70_000], [k], []), [330], Array.from({ length: 400 }, () => [0]), 5);
    const t = cooling.rows[399]![0]!;
    measure("thermal-network", { case: "time to cool from 330 K, Q = 0", got: (70_000 * (t ** -3 - 330 ** -3)) / (3 * k), expected: 2000, rel: 1e-5, unit: "s", source: "separable equation" });
  });

  test("one node alone is what heat-step says", () => {
    const body = { capacity_J_per_K: 45_000, emission_W_per_K4: 1e-6 };
    const exact = heatStep({ ...body, temperature_K: 300 }, 20_000, 600).temperature_K;
    const steps = run(network([45_000], [1e-6], []), [300], Array.from({ length: 600 }, () => [20_000]), 1);
    expect(steps.rows[599]![0]!).toBeCloseTo(exact, 4);
  });

  // A chain in series: panel from Q = k T^4, then Q/G up to the chip. One step of a year goes there.
  test("steady state is the algebraic chain, whatever the step", () => {
    const series = network([500, 9000, 40_000, 90_000], [0, 0, 0, 3e-6], [[0, 1, 120], [1, 2, 800], [2, 3, 900]]);
    const { rows } = run(series, [300, 300, 300, 300], [[15_000, 0, 0, 4000], [15_000, 0, 0, 4000], [15_000, 0, 0, 4000]], 3.15e7);
    const panel = (19_000 / 3e-6) ** 0.25;
    const coolant = panel + 15_000 / 900;
    const plate = coolant + 15_000 / 800;
    [plate + 15_000 / 120, plate, coolant, panel].forEach((value, i) => expect(rows[2]![i]!).toBeCloseTo(value, 6));
  });

  test("heat taken without end is NaN, not a temperature", () => {
    expect(run(network([1000], [1e-6], []), [300], Array.from({ length: 10 }, () => [-1e5]), 60).rows[9]![0]).toBeNaN();
    expect(run(network([1000, 1000], [1e-6, 0], [[0, 1, 10]]), [300, 300], [[Number.NaN, 0]], 60).rows[0]![1]).toBeNaN();
  });

  test("the balance closes to 1e-9, temperatures stay positive, nothing outside comes from nowhere", () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(fc.array(number(1, 1e6), { minLength: 4, maxLength: 4 }), number(0, 1e5), number(0, 1e-4), number(0, 1e5), number(1e-3, 1e6), number(3, 900), (c, g, k, p, step, start) => {
        const of = network(c, [0, 0, k, k / 3], [[0, 1, g], [1, 2, g / 7], [1, 3, 3 * g]]);
        const { totals, rows, emitted } = run(of, [start, start / 2, start, start], [[p, 0, 0, 0], [0, p, 0, p / 9], [0, 0, 0, 0]], step);
        const moved = totals.in_J + totals.emitted_J + c.reduce((sum, x, i) => sum + x * (rows[2]![i]! + start), 0);
        expect(Math.abs(totals.in_J - totals.emitted_J - totals.stored_J)).toBeLessThanOrEqual(1e-9 * moved);
        for (const row of rows) for (const value of row) expect(value).toBeGreaterThan(0);
        expect(emitted[0]).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});
