/** Quantiles against SciPy, copulas against published ranks and tails, refusals. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { dependenceOf, designOf, normalQuantile, quantileFunction, samplerOf, studentBelow, studentQuantile, type Correlation, type UncertainInput } from "../../../src/risk/index.ts";
import { quantileOf } from "../../../src/market/index.ts";
import type { Distribution } from "../../../src/scenario/index.ts";
import { goldenJson } from "../../golden/golden-file.ts";
import { measure } from "../../golden/measure.ts";
import { published } from "../golden.ts";

interface ScipyQuantiles { readonly source: string; readonly shares: readonly number[]; readonly t_4_cdf: { readonly x: readonly number[]; readonly below: readonly number[] } }
const scipy = goldenJson<ScipyQuantiles & Record<string, readonly number[]>>("uncertainty/quantiles-scipy.json");

test("quantiles are SciPy's", () => {
  const cases: readonly (readonly [string, (u: number) => number, number])[] = [
    ["normal", normalQuantile, 1e-14],
    ["lognormal_0.5", quantileFunction({ distribution: "lognormal", median: 1, sigma: 0.5 }), 1e-13],
    ["triangular_2_3_7", quantileFunction({ distribution: "triangular", low: 2, mode: 3, high: 7 }), 1e-14],
    ["beta_2_5", quantileFunction({ distribution: "beta", alpha: 2, beta: 5, low: 0, high: 1 }), 1e-13],
    ["beta_0.5_0.5", quantileFunction({ distribution: "beta", alpha: 0.5, beta: 0.5, low: 0, high: 1 }), 1e-13],
    ["beta_0.3_8", quantileFunction({ distribution: "beta", alpha: 0.3, beta: 8, low: 0, high: 1 }), 1e-13],
    ["beta_40_3", quantileFunction({ distribution: "beta", alpha: 40, beta: 3, low: 0, high: 1 }), 1e-13],
    ["t_4", (u) => studentQuantile(u, 4), 1e-11],
    ["t_2.5", (u) => studentQuantile(u, 2.5), 1e-11],
  ];
  for (const [name, quantile, rel] of cases) scipy.shares.forEach((share, i) => measure("risk-quantiles", { case: `${name} at ${share}`, got: quantile(share), expected: scipy[name]![i]!, rel, abs: 1e-12, unit: "", source: scipy.source }));
  scipy.t_4_cdf.x.forEach((x, i) => measure("risk-quantiles", { case: `t of 4 below ${x}`, got: studentBelow(x, 4), expected: scipy.t_4_cdf.below[i]!, rel: 1e-12, unit: "", source: scipy.source }));
});

const kinds: readonly Distribution[] = [
  { distribution: "uniform", low: -3, high: 4 },
  { distribution: "triangular", low: 2, mode: 2, high: 7 },
  { distribution: "normal", mean: 5, sd: 2 },
  { distribution: "lognormal", median: 3, sigma: 0.7 },
  { distribution: "beta", alpha: 2, beta: 3, low: 10, high: 20 },
  { distribution: "discrete", values: [3, 1, 2], weights: [1, 0, 3] },
  { distribution: "empirical", samples: [5, 1, 1, 9] },
];

test("the market draws the same values, and no quantile falls", () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.double({ min: 1e-5, max: 1 - 1e-5, noNaN: true }), fc.double({ min: 1e-5, max: 1 - 1e-5, noNaN: true }), (d, a, b) => {
      const quantile = quantileFunction(d);
      expect(Math.abs(quantile(a) - quantileOf(d, a))).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(quantileOf(d, a))));
      expect(quantile(Math.min(a, b))).toBeLessThanOrEqual(quantile(Math.max(a, b)));
    }),
    { numRuns: 300 },
  );
});

test("what is no distribution is refused with path and reason, whatever the numbers", () => {
  const input = (distribution: Distribution): UncertainInput => ({ path: "launch.price", unit: "$/kg", distribution });
  const number = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, 1e308, -1e308, 0, 1, 2));
  const numbers = fc.array(number, { maxLength: 4 });
  const any: fc.Arbitrary<Distribution> = fc.oneof(
    fc.record({ distribution: fc.constant("uniform" as const), low: number, high: number }),
    fc.record({ distribution: fc.constant("triangular" as const), low: number, mode: number, high: number }),
    fc.record({ distribution: fc.constant("normal" as const), mean: number, sd: number }),
    fc.record({ distribution: fc.constant("lognormal" as const), median: number, sigma: number }),
    fc.record({ distribution: fc.constant("discrete" as const), values: numbers, weights: numbers }),
    fc.record({ distribution: fc.constant("empirical" as const), samples: numbers }),
  );
  fc.assert(
    fc.property(any, fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (distribution, u) => {
      let sampler;
      try {
        sampler = samplerOf([input(distribution)], []);
      } catch (error) {
        expect((error as Error).message).toMatch(/^launch\.price: \w+: .+/);
        return;
      }
      const x = new Float64Array(1);
      sampler.sample(Float64Array.of(u), x);
      expect(Number.isFinite(x[0])).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(() => samplerOf([input({ distribution: "uniform", low: 4, high: 3 })], [])).toThrow("launch.price: uniform: low 4 is not below high 3");
  expect(() => samplerOf([input({ distribution: "discrete", values: [], weights: [] })], [])).toThrow("values is empty");
});

const uniforms = (count: number): readonly UncertainInput[] => Array.from({ length: count }, (_, i) => ({ path: `f${i}`, unit: "", distribution: { distribution: "uniform", low: 0, high: 1 } }));

/** Columns of a sampler at Sobol points. */
const columns = (correlation: Correlation, points: number): readonly Float64Array[] => {
  const sampler = samplerOf(uniforms(correlation.fields.length), [correlation]);
  const design = designOf({ kind: "sobol", dimensions: sampler.dimensions, samples: points, seed: 3, factors: Array.from({ length: sampler.dimensions }, (_, d) => [d]), secondOrder: false, scramble: "owen" });
  const out = sampler.inputs.map(() => new Float64Array(points));
  const u = new Float64Array(sampler.dimensions);
  const x = new Float64Array(sampler.inputs.length);
  for (let i = 0; i < points; i++) {
    design.point(i, u);
    sampler.sample(u, x);
    x.forEach((value, k) => (out[k]![i] = value));
  }
  return out;
};

const kendall = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) for (let j = 0; j < i; j++) sum += Math.sign((a[i]! - a[j]!) * (b[i]! - b[j]!));
  return sum / ((a.length * (a.length - 1)) / 2);
};

const { copulas } = published;
const pair: Readonly<Record<string, { readonly correlation: Correlation; readonly kendall: number }>> = {
  gaussian: { correlation: { fields: ["f0", "f1"], copula: "gaussian", parameter: copulas.gaussian.rho, freedom: null }, kendall: copulas.gaussian.kendall },
  t: { correlation: { fields: ["f0", "f1"], copula: "t", parameter: copulas.student_t.rho, freedom: copulas.student_t.nu }, kendall: copulas.student_t.kendall },
  clayton: { correlation: { fields: ["f0", "f1"], copula: "clayton", parameter: copulas.clayton.theta, freedom: null }, kendall: copulas.clayton.kendall },
  gumbel: { correlation: { fields: ["f0", "f1"], copula: "gumbel", parameter: copulas.gumbel.theta, freedom: null }, kendall: copulas.gumbel.kendall },
  frank: { correlation: { fields: ["f0", "f1"], copula: "frank", parameter: copulas.frank.theta, freedom: null }, kendall: copulas.frank.kendall },
};

test("ranks and tails of copulas are the published ones, in closed form", () => {
  const source = "uncertainty.json, copulas: closed forms";
  for (const [name, { correlation, kendall: expected }] of Object.entries(pair)) measure("risk-copulas", { case: `Kendall's tau, ${name}`, got: dependenceOf(correlation).kendall, expected, abs: 1e-12, unit: "", source });
  measure("risk-copulas", { case: "low tail, Clayton", got: dependenceOf(pair["clayton"]!.correlation).lowTail, expected: copulas.clayton.lower_tail, abs: 1e-12, unit: "", source });
  measure("risk-copulas", { case: "high tail, Gumbel", got: dependenceOf(pair["gumbel"]!.correlation).highTail, expected: copulas.gumbel.upper_tail, abs: 1e-12, unit: "", source });
  measure("risk-copulas", { case: "tails, t", got: dependenceOf(pair["t"]!.correlation).lowTail, expected: copulas.student_t.tail, abs: 1e-10, unit: "", source });
});

test("drawn pairs and groups have those ranks, and stay uniform", () => {
  for (const [name, { correlation, kendall: expected }] of Object.entries(pair)) {
    for (const size of name === "frank" || name === "gumbel" || name === "clayton" ? [2, 3] : [2, 4]) {
      const fields = Array.from({ length: size }, (_, i) => `f${i}`);
      const drawn = columns({ ...correlation, fields }, 1024);
      // standard error of tau at 1,024 independent points is below 0.02; the points are more even than that
      measure("risk-copulas", { case: `Kendall's tau of 1,024 draws, ${name} of ${size}`, got: kendall(drawn[0]!, drawn[size - 1]!), expected, abs: 0.04, unit: "", source: "uncertainty.json, copulas" });
      for (const column of drawn) [...column].toSorted((a, b) => a - b).forEach((v, i) => expect(Math.abs(v - (i + 0.5) / 1024), `${name} of ${size} is uniform`).toBeLessThan(0.04));
    }
  }
});

test("tails of draws: one is extreme where the other is, as often as the copula says at that share", () => {
  const share = 1 / 64;
  const both = (name: string, high: boolean): number => {
    const [a, b] = columns(pair[name]!.correlation, 1 << 16) as [Float64Array, Float64Array];
    const extreme = (v: number): boolean => (high ? v > 1 - share : v < share);
    return a.reduce((n, v, i) => n + (extreme(v) && extreme(b[i]!) ? 1 : 0), 0) / (share * a.length);
  };
  // Nelsen 2006: C(q, q)/q of Clayton (2 q^-theta - 1)^(-1/theta)/q, of Gumbel at the high end (1 - 2 (1 - q) + (1 - q)^(2^(1/theta)))/q
  const clayton = 1 / Math.sqrt(2 / (share * share) - 1) / share;
  const gumbel = (1 - 2 * (1 - share) + Math.exp(Math.SQRT2 * Math.log(1 - share))) / share;
  measure("risk-copulas", { case: "both below 1/64, Clayton", got: both("clayton", false), expected: clayton, abs: 0.02, unit: "", source: "Nelsen 2006, equation 4.2.1" });
  measure("risk-copulas", { case: "both above 63/64, Gumbel", got: both("gumbel", true), expected: gumbel, abs: 0.02, unit: "", source: "Nelsen 2006, equation 4.2.4" });
});

test("pairs that share a field make one matrix; what contradicts itself is refused by name", () => {
  const rho = (fields: readonly string[], parameter: number): Correlation => ({ fields, copula: "gaussian", parameter, freedom: null });
  const three = samplerOf(uniforms(4), [rho(["f0", "f1"], 0.5), rho(["f1", "f2"], -0.3)]);
  expect(three.factors.map(({ name }) => name)).toEqual(["f0 + f1 + f2", "f3"]);
  expect(() => samplerOf(uniforms(3), [rho(["f0", "f1"], 0.9), rho(["f1", "f2"], 0.9), rho(["f0", "f2"], -0.9)])).toThrow("f0, f1, f2: correlations cannot hold together");
  expect(() => samplerOf(uniforms(3), [rho(["f0", "f1"], 0.9), { fields: ["f1", "f2"], copula: "clayton", parameter: 2, freedom: null }])).toThrow("f1 stands under two copulas");
  expect(() => samplerOf(uniforms(2), [rho(["f0", "f9"], 0.9)])).toThrow("f9 is correlated and is no uncertain input");
  expect(() => samplerOf(uniforms(2), [rho(["f0", "f1"], 1.2)])).toThrow("not 1.2");
  expect(() => samplerOf(uniforms(2), [rho(["f0", "f1"], Number.NaN)])).toThrow("not NaN");
});
