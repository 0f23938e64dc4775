/** Indices against Ishigami, Sobol's G, SciPy on the same points, and Morris' exercise. */
import { expect, test } from "vitest";
import { effectTally, morrisFold, untoldBecause, type CampaignPlan, type SobolIndices } from "../../../src/risk/index.ts";
import { goldenJson } from "../../golden/golden-file.ts";
import { measure } from "../../golden/measure.ts";
import { campaignOf, shardsRun, uniform, type Modelled } from "../campaign-of.ts";
import { published, sobolG } from "../golden.ts";
import { error95, factorsOf, indices, ISHIGAMI } from "../ishigami.ts";

/** Saltelli 2010, table 2 b, of outcomes as they are, straight from the rows: what the golden file's numbers are. */
const bareFirst = (plan: CampaignPlan, model: Modelled): readonly number[] => {
  const y = shardsRun(plan, model).flatMap(({ outcomes }) => [...outcomes[0]!]);
  const bases = Array.from({ length: plan.design.samples }, (_, i) => y.slice(5 * i, 5 * i + 5));
  const both = bases.flatMap((row) => [row[0]!, row[4]!]);
  const mean = both.reduce((sum, v) => sum + v, 0) / both.length;
  const variance = both.reduce((sum, v) => sum + (v - mean) * (v - mean), 0) / both.length;
  return [1, 2, 3].map((j) => bases.reduce((sum, row) => sum + row[4]! * (row[j]! - row[0]!), 0) / bases.length / variance);
};

test("on bare Sobol points rows and estimators give SciPy's numbers", () => {
  for (const [samples, [first, total]] of Object.entries(published.saltelli2010_unscrambled_scipy)) {
    const plan = campaignOf(ISHIGAMI, { kind: "saltelli", samples: Number(samples) }, { scramble: "none" });
    const source = "uncertainty.json: SciPy's unscrambled points, Saltelli 2010";
    bareFirst(plan, ISHIGAMI).forEach((got, j) => measure("risk-indices", { case: `S${j + 1} of Ishigami on the rows of ${samples} bare Sobol points`, got, expected: first[j]!, abs: 1e-12, unit: "", source }));
    indices(plan, ISHIGAMI).factors.forEach((factor, j) => measure("risk-indices", { case: `T${j + 1} of Ishigami at ${samples} bare Sobol points`, got: factor.total.value, expected: total[j]!, abs: 1e-12, unit: "", source }));
  }
});

test("Ishigami at 4,096 samples, with its interaction", () => {
  const plan = campaignOf(ISHIGAMI, { kind: "saltelli", samples: 4096, secondOrder: true });
  const found = indices(plan, ISHIGAMI);
  const source = "closed form (Ishigami and Homma 1990)";
  found.factors.forEach(({ first, total }, j) => {
    measure("risk-indices", { case: `S${j + 1} of Ishigami at 4,096`, got: first.value, expected: published.ishigami.S[j]!, abs: 0.01, unit: "", source });
    measure("risk-indices", { case: `T${j + 1} of Ishigami at 4,096`, got: total.value, expected: published.ishigami.ST[j]!, abs: 0.01, unit: "", source });
    expect(first.low).toBeLessThanOrEqual(published.ishigami.S[j]!);
    expect(first.high).toBeGreaterThanOrEqual(published.ishigami.S[j]!);
  });
  measure("risk-indices", { case: "variance of Ishigami at 4,096", got: found.variance, expected: published.ishigami.variance, rel: 0.01, unit: "", source });
  measure("risk-indices", { case: "S13 of Ishigami at 4,096", got: found.pairs.find(({ factors }) => factors.join() === "x1,x3")!.second.value, expected: published.ishigami.S13, abs: 0.015, unit: "", source });
  for (const { factors, second } of found.pairs) if (factors.join() !== "x1,x3") expect(Math.abs(second.value)).toBeLessThan(0.015);
  expect(found.factors[2]!.first.distinct).toBe(false);
  expect(found.factors[0]!.first.distinct).toBe(true);
});

test("over 20 seeds indices of Ishigami converge as they do on scrambled Sobol points of others", () => {
  const scipy = goldenJson<{ readonly source: string } & Readonly<Record<string, { readonly p95: number }>>>("uncertainty/convergence-scipy.json");
  for (const samples of [256, 1024, 4096]) measure("risk-convergence", { case: `largest error of Ishigami's indices at ${samples}, 19th of 20 seeds`, got: error95(samples, false), expected: 0, abs: scipy[samples]!.p95, unit: "", source: `95 % of 400 seeds, ${scipy.source}` });
  // test/full goes on to 16,384
  for (const samples of [256, 1024]) measure("risk-convergence", { case: `the same with second order at ${samples}`, got: error95(samples, true), expected: 0, abs: published.convergence_20_seeds[samples]!.sobol_scrambled_p95, unit: "", source: "uncertainty.json, convergence_20_seeds" });
});

test("Sobol's G of eight factors", () => {
  const { a, S, ST } = published.sobol_g;
  const model: Modelled = { distributions: a.map(() => uniform(0, 1)), outcomes: (x) => [sobolG(x, a)] };
  indices(campaignOf(model, { kind: "saltelli", samples: 4096 }), model).factors.forEach(({ first, total }, j) => {
    measure("risk-indices", { case: `S${j + 1} of G at 4,096`, got: first.value, expected: S[j]!, abs: 0.01, unit: "", source: "closed form (Saltelli and Sobol 1995)" });
    measure("risk-indices", { case: `T${j + 1} of G at 4,096`, got: total.value, expected: ST[j]!, abs: 0.01, unit: "", source: "closed form (Saltelli and Sobol 1995)" });
  });
});

test("the size of shards changes no byte, and correlated inputs are one factor", () => {
  const model: Modelled = { distributions: [1, 2, 3].map(() => ({ distribution: "normal", mean: 100, sd: 1 })), outcomes: (x) => [x[0]! + x[1]! + x[2]!], correlations: [{ fields: ["x1", "x2"], copula: "gaussian", parameter: 0.5, freedom: null }] };
  const of = (shardSize: number): SobolIndices => indices(campaignOf(model, { kind: "saltelli", samples: 2048 }, { shardSize }), model);
  const found = of(4);
  expect(of(4 * 700)).toEqual(found);
  // Var(x1 + x2) = 3 with rho = 0.5, Var(x3) = 1
  expect(found.factors.map(({ factor }) => factor)).toEqual(["x1 + x2", "x3"]);
  measure("risk-indices", { case: "index of a correlated pair beside a third number", got: found.factors[0]!.first.value, expected: 0.75, abs: 0.01, unit: "", source: "closed form: (2 + 2 rho)/(3 + 2 rho)" });
  measure("risk-indices", { case: "index of a number beside a correlated pair", got: found.factors[1]!.total.value, expected: 0.25, abs: 0.01, unit: "", source: "closed form: 1/(3 + 2 rho)" });
});

test("an outcome that does not exist somewhere is counted, one that does not vary has no indices", () => {
  const model: Modelled = { distributions: [uniform(0, 1), uniform(0, 1)], outcomes: (x) => [x[0]! > 0.9 ? Number.NaN : x[1]!], count: 1 };
  const found = indices(campaignOf(model, { kind: "saltelli", samples: 1024 }), model);
  // a base sample is whole where A and B both have x1 below 0.9
  expect(Math.abs(found.missing / 1024 - 0.19)).toBeLessThan(0.02);
  const flat: Modelled = { ...model, outcomes: () => [7] };
  expect(indices(campaignOf(flat, { kind: "saltelli", samples: 64 }), flat).factors).toEqual([]);
});

test("the exercise of Morris' method", () => {
  const { X, Y, mu, mu_star, sigma } = published.morris_exercise;
  const tally = effectTally(["x1", "x2"]);
  for (let row = 0; row < Y.length; row++) {
    if (row % 3 === 0) continue;
    const factor = X[row]![0] === X[row - 1]![0] ? 1 : 0;
    tally.step(factor, { coordinate: X[row]![factor]! - X[row - 1]![factor]!, outcome: Y[row]! - Y[row - 1]! });
  }
  tally.effects().factors.forEach((effect, j) => {
    const source = "Saltelli et al. 2008, exercise 4, as in SALib tests/test_analyze_morris.py";
    measure("risk-morris", { case: `mu of x${j + 1}`, got: effect.mu, expected: mu[j]!, abs: 1e-12, unit: "", source });
    measure("risk-morris", { case: `mu* of x${j + 1}`, got: effect.muStar, expected: mu_star[j]!, abs: 1e-12, unit: "", source });
    measure("risk-morris", { case: `sigma of x${j + 1}`, got: effect.sigma, expected: sigma[j]!, abs: 1e-12, unit: "", source });
  });
});

test("a linear model has its slopes as effects, without spread", () => {
  const model: Modelled = { distributions: [uniform(0, 1), uniform(0, 10), uniform(0, 1)], outcomes: (x) => [3 * x[0]! - x[1]!] };
  const plan = campaignOf(model, { kind: "morris", samples: 20 });
  const fold = morrisFold(plan, factorsOf(plan), 0);
  for (const shard of shardsRun(plan, model)) fold.add(shard);
  const { factors } = fold.result();
  [3, -10, 0].forEach((slope, j) => {
    expect(factors[j]!.mu).toBeCloseTo(slope, 10);
    expect(factors[j]!.sigma).toBeCloseTo(0, 10);
  });
});

test("no index is told of few base samples, nor of what lacks where inputs meet", () => {
  const some = (least: number): Modelled => ({ distributions: [uniform(0, 1), uniform(0, 1)], outcomes: (x) => [x[0]! + x[1]! < least ? Number.NaN : x[0]!] });
  const told = (model: Modelled, samples: number): ReturnType<typeof untoldBecause> => untoldBecause(indices(campaignOf(model, { kind: "saltelli", samples }), model));
  expect(told(some(0), 256)).toBeNull();
  expect(told(some(0), 15)).toBe("few");
  // x1 + x2 below 0.1: a two-hundredth of the square, at most a fiftieth of the base samples of four points.
  expect(told(some(0.1), 256)).toBeNull();
  // Below 1: half of it. What is left ties x2 to x1: 1 - S1 of the rest is not 0, though x2 does nothing.
  expect(told(some(1), 256)).toBe("lacking");
  expect(told(some(3), 256)).toBe("never");
});
