import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heatStep } from "../../src/kernel/index.ts";

const body = (temperature_K: number, capacity_J_per_K = 45_000) => ({ temperature_K, capacity_J_per_K, emission_W_per_K4: 1e-6 });

/** Classical fourth-order Runge-Kutta, many small steps. */
function rungeKutta(t0: number, c: number, k: number, p: number, time: number): number {
  const f = (t: number) => (p - k * t ** 4) / c;
  const h = time / 10_000;
  let t = t0;
  for (let i = 0; i < 10_000; i++) {
    const a = f(t);
    const b = f(t + 0.5 * h * a);
    const d = f(t + 0.5 * h * b);
    t += (h / 6) * (a + 2 * b + 2 * d + f(t + h * d));
  }
  return t;
}

describe("heatStep", () => {
  test.each([[300, 9000, 60], [300, 20_000, 600], [400, 3000, 60], [330, 11_859.21, 60], [330, 11_859.2101, 1e4], [350, 100, 3000], [30, 9000, 500]])(
    "T0 %d K, P %d W, %d s: equals Runge-Kutta",
    (t0, p, time) => {
      expect(Math.abs(heatStep(body(t0), p, time).temperature_K / rungeKutta(t0, 45_000, 1e-6, p, time) - 1)).toBeLessThan(1e-10);
    },
  );

  // Cooling without heat: T^-3 = T0^-3 + 3 k t / C (separable equation, any heat-transfer text).
  test("no heat: the closed form", () => {
    const t = heatStep(body(350), 0, 3600).temperature_K;
    expect(t).toBeCloseTo((350 ** -3 + (3 * 1e-6 * 3600) / 45_000) ** (-1 / 3), 9);
    expect(heatStep(body(350), 3e-6, 3600).temperature_K).toBeCloseTo(t, 6);
  });

  test("the energy balance closes to 1e-12 of the energies and the step never passes the balance point", () => {
    const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(positive(3, 2000), positive(0, 1e6), positive(0, 1e9), positive(1, 1e8), (t0, p, time, c) => {
        const { temperature_K, emitted_J } = heatStep(body(t0, c), p, time);
        const stored_J = c * (temperature_K - t0);
        expect(Math.abs(p * time - emitted_J - stored_J)).toBeLessThanOrEqual(1e-12 * (p * time + Math.abs(stored_J)));
        const balance_K = (p / 1e-6) ** 0.25;
        expect(temperature_K).toBeGreaterThanOrEqual(Math.min(t0, balance_K) * (1 - 1e-12) - (p < 1e-14 * t0 ** 4 ? t0 : 0));
        expect(temperature_K).toBeLessThanOrEqual(Math.max(t0, balance_K) * (1 + 1e-12));
      }),
      { numRuns: 1000 },
    );
  });

  test("two half steps are one step", () => {
    const half = heatStep(body(310), 15_000, 300);
    const whole = heatStep(body(310), 15_000, 600);
    const second = heatStep(body(half.temperature_K), 15_000, 300);
    expect(second.temperature_K).toBeCloseTo(whole.temperature_K, 10);
    expect(half.emitted_J + second.emitted_J).toBeCloseTo(whole.emitted_J, 4);
  });

  test("negative heat is NaN, not a temperature", () => {
    expect(heatStep(body(300), -1, 60).temperature_K).toBeNaN();
  });
});
