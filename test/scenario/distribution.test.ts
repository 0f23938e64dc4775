import { describe, expect, test } from "vitest";
import { load, type Scenario } from "../../src/scenario/index.ts";

/** orbit.life in years as the scenario resolves it, written as a distribution. */
const life = (form: string, central: "median" | "mean"): number => {
  const text = `extends: template:two-tier\norbit: {life: ${form}}\nuncertainty: {central: ${central}}\n`;
  return loaded(text).orbit!.life_yr;
};
const loaded = (text: string): Scenario => load({ path: "s.yaml", files: { read: (path) => (path === "s.yaml" ? text : undefined) } });

// Beta and triangular: scipy 1.17.1, stats.beta.median(a, b) and stats.triang.median; scaled by hand to 1-11 yr.
describe("central values of distributions", () => {
  const cases: readonly (readonly [string, number, number])[] = [
    ["{distribution: uniform, low: 2 yr, high: 10 yr}", 6, 6],
    ["{distribution: triangular, low: 6 yr, mode: 6.5 yr, high: 9 yr}", 7.063508326896291, 7.166666666666667],
    ["{distribution: triangular, low: 1 yr, mode: 8 yr, high: 10 yr}", 6.6124860801609, 6.333333333333333],
    ["{distribution: normal, mean: 10 yr, sd: 1 yr}", 10, 10],
    // exp(0.2^2 / 2) = 1.0202013400267558, by hand.
    ["{distribution: lognormal, median: 5 yr, sigma: 0.2}", 5, 5.101006700133779],
    ["{distribution: beta, alpha: 2, beta: 3, low: 1 yr, high: 11 yr}", 4.857275681323894, 5],
    ["{distribution: beta, alpha: 0.5, beta: 0.5, low: 1 yr, high: 11 yr}", 6, 6],
    ["{distribution: beta, alpha: 5, beta: 1, low: 1 yr, high: 11 yr}", 1 + 10 * 2 ** (-1 / 5), 1 + 10 * (5 / 6)],
    ["{distribution: beta, alpha: 50, beta: 70, low: 1 yr, high: 11 yr}", 5.162021911512256, 1 + 10 * (50 / 120)],
    ["{distribution: discrete, values: [3 yr, 5 yr, 10 yr], weights: [1, 2, 1]}", 5, 5.75],
    ["{distribution: discrete, values: [10 yr, 3 yr]}", 3, 6.5],
    ["{distribution: empirical, samples: [9 yr, 3 yr, 4 yr, 6 yr]}", 5, 5.5],
    ["{distribution: empirical, samples: [9 yr, 3 yr, 4 yr]}", 4, 16 / 3],
  ];
  test.each(cases)("%s", (form, median, mean) => {
    expect(life(form, "median")).toBeCloseTo(median, 11);
    expect(life(form, "mean")).toBeCloseTo(mean, 11);
  });

  test("a whole number takes the median, which is one of its values", () => {
    const text = "extends: template:two-tier\norbit: {platform: {servers: {distribution: discrete, values: [1, 2, 4], weights: [1, 1, 5]}}}\nuncertainty: {central: mean}\n";
    expect(loaded(text).orbit!.platform.servers).toBe(4);
  });

  test("one run says what it takes, once for each field", () => {
    const text = "extends: template:two-tier\norbit: {altitude: {distribution: triangular, low: 600 km, mode: 650 km, high: 850 km}, platform: {conversion: {distribution: uniform, low: 80 %, high: 90 %}, servers: {distribution: discrete, values: [1, 2], weights: [1, 5]}}}\n";
    const notes = (central: string): readonly string[] => loaded(`${text}uncertainty: {central: ${central}}\n`).notes.filter((note) => note.includes("distribution"));
    // By hand: 850 - sqrt(250 x 200 / 2) = 691.886; (600 + 650 + 850) / 3 = 700.
    expect(notes("median")).toEqual(["orbit.altitude: median 691.9 km of its triangular distribution.", "orbit.platform.servers: median 2 of its discrete distribution.", "orbit.platform.conversion: median 85 % of its uniform distribution."]);
    expect(notes("mean")).toContain("orbit.altitude: mean 700 km of its triangular distribution.");
    expect(notes("mean")).toContain("orbit.platform.servers: median 2 of its discrete distribution.");
  });

  test("the field is listed as random, with its bounds among the assumptions", () => {
    const scenario = loaded("extends: template:two-tier\norbit: {life: {distribution: uniform, low: 2 yr, high: 3652.5 d, source: filing}}\n");
    expect(scenario.random).toEqual([{ path: "orbit.life", unit: "yr", distribution: { distribution: "uniform", low: 2, high: 10 } }]);
    expect(scenario.assumptions.find((a) => a.path === "orbit.life")).toEqual({ path: "orbit.life", value: 6, unit: "yr", low: 2, high: 10, source: "filing", asOf: "", evidence: null, origin: "scenario", form: "uniform" });
  });
});
