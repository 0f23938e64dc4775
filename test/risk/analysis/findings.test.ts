/** Quantiles, chances, rules, break-even, information and regret against closed forms. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { analysisFold, chanceOf, frontierOf, keptRowsFold, partialInformation, perfectInformation, primBox, quantileSketch, robustnessOf, runningMoments, SKETCH_ERROR, stakesOf, tornadoOf, treeLeaves, untoldBecause, widestBars, type Choice, type RiskAnalysis } from "../../../src/risk/index.ts";
import { measure } from "../../golden/measure.ts";
import { normalCdf, normalDensity } from "../../../src/money/index.ts";
import { campaignOf, evaluatorOf, shardsRun, uniform, type Modelled } from "../campaign-of.ts";

test("the sketch tells every quantile within its error, whatever the values and their order", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), fc.constant(0)), { minLength: 1, maxLength: 300 }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (values, share) => {
      const [sketch, other] = [quantileSketch(), quantileSketch()];
      for (const value of values) sketch.add(value);
      for (const value of values.toReversed()) other.add(value);
      const told = sketch.quantile(share)!;
      const exact = values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;
      expect(Math.abs(told.value - exact)).toBeLessThanOrEqual(SKETCH_ERROR * Math.abs(exact) * (1 + 1e-9) + 1e-300);
      expect(other.quantile(share)).toEqual(told);
      expect(told.low).toBeLessThanOrEqual(told.value);
      expect(told.high).toBeGreaterThanOrEqual(told.value);
    }),
    { numRuns: 200 },
  );
});

test("moments and Wilson's interval", () => {
  const running = runningMoments();
  for (const value of [2, 4, 4, 4, 5, 5, 7, 9, Number.NaN]) running.add(value);
  // the textbook's eight numbers: mean 5, sum of squares about it 32
  expect(running.moments()).toEqual({ count: 8, missing: 1, mean: 5, sd: Math.sqrt(32 / 7), standardError: Math.sqrt(32 / 7) / Math.sqrt(8), low: 2, high: 9 });
  // Newcombe, Statistics in Medicine 17, 1998, table I: 81 of 263 by Wilson's score without correction 0.2553 to 0.3662; 0 of 20 0 to 0.1611
  const source = "Newcombe 1998, table I, method 3";
  measure("risk-findings", { case: "81 of 263, low", got: chanceOf(81, 263)!.low, expected: 0.2553, abs: 5e-5, unit: "", source });
  measure("risk-findings", { case: "81 of 263, high", got: chanceOf(81, 263)!.high, expected: 0.3662, abs: 5e-5, unit: "", source });
  measure("risk-findings", { case: "0 of 20, high", got: chanceOf(0, 20)!.high, expected: 0.1611, abs: 5e-5, unit: "", source });
});

test("of none the interval begins at 0, of all it ends at 1, to the last bit", () => {
  for (const count of [1, 7, 274, 1429, 20_000]) {
    expect(chanceOf(0, count)).toMatchObject({ chance: 0, low: 0 });
    expect(chanceOf(count, count)).toMatchObject({ chance: 1, high: 1 });
  }
});

const CHOICE: Choice = { id: "c", name: "c", unit: "$", better: "high", alternatives: [{ id: "stay", name: "stay", outcome: "y1" }, { id: "go", name: "go", outcome: "y2" }] };
/** Stay for nothing, or go for x1 + x2 - 0.5, both normal with mean 0: spreads 2 and 1. */
const NORMAL: Modelled = { distributions: [{ distribution: "normal", mean: 0, sd: 2 }, { distribution: "normal", mean: 0, sd: 1 }, uniform(0, 1)], outcomes: (x) => [0, x[0]! + x[1]! - 0.5], count: 2, choices: [CHOICE] };

/** E max(0, z) of a normal z: s f(m/s) + m F(m/s). */
const gain = (mean: number, sd: number): number => sd * normalDensity(mean / sd) + mean * normalCdf(mean / sd);

test("what knowing is worth, against the closed form of two normal alternatives", () => {
  const plan = campaignOf(NORMAL, { kind: "sobol", samples: 16_384 });
  const kept = keptRowsFold(plan);
  for (const shard of shardsRun(plan, NORMAL)) kept.add(shard);
  const stakes = stakesOf(plan, CHOICE, kept.result());
  const source = "closed form: unit normal loss (Raiffa and Schlaifer 1961)";
  const perfect = perfectInformation(stakes);
  measure("risk-findings", { case: "EVPI of two normal alternatives", got: perfect.value, expected: gain(-0.5, Math.sqrt(5)), rel: 0.01, unit: "$", source });
  for (const [input, sd] of [[0, 2], [1, 1]] as const) {
    const found = partialInformation(stakes, input);
    measure("risk-findings", { case: `EVPPI of a normal input of spread ${sd}`, got: found.value, expected: gain(-0.5, sd), rel: 0.05, unit: "$", source });
    expect(found.low).toBeLessThanOrEqual(gain(-0.5, sd) * 1.02);
    expect(found.high).toBeGreaterThanOrEqual(gain(-0.5, sd) * 0.98);
  }
  const idle = partialInformation(stakes, 2);
  expect(idle.value).toBeLessThan(0.02 * perfect.value);
  // mean regret of the better alternative is EVPI (Savage; Raiffa and Schlaifer); the worst tenth of a normal: mean - sd f(z)/0.1
  const [stay, go] = robustnessOf(stakes, { tail: 0.1, sign: 1 });
  expect(stay!.meanRegret).toBeCloseTo(perfect.value, 10);
  measure("risk-findings", { case: "mean of the worst tenth of a normal outcome", got: go!.worstTail, expected: -0.5 - (Math.sqrt(5) * normalDensity(1.2815515655446004)) / 0.1, rel: 0.01, unit: "$", source: "closed form: normal tail mean" });
  expect(stay!.worstTail).toBe(0);
});

const findings = (model: Modelled, samples: number, shardSize?: number): RiskAnalysis => {
  const plan = campaignOf(model, { kind: "sobol", samples }, shardSize === undefined ? {} : { shardSize });
  const fold = analysisFold(plan);
  for (const shard of shardsRun(plan, model)) fold.add(shard);
  return fold.result();
};

test("all in one fold: the same bytes for any shards; what is out of order is refused", () => {
  const found = findings(NORMAL, 2048);
  expect(JSON.stringify(findings(NORMAL, 2048, 17))).toBe(JSON.stringify(found));
  const [choice] = found.choices;
  const wins = choice!.alternatives[1]!.wins!;
  measure("risk-findings", { case: "chance that the better of two normal alternatives is it", got: wins.chance, expected: normalCdf(-0.5 / Math.sqrt(5)), abs: 0.005, unit: "", source: "closed form" });
  expect(choice!.worths!.bestMean).toBe("stay");
  expect(choice!.worths!.partial[0]!.path).toBe("x1");
  expect(found.outcomes[1]!.convergence.settled).toBe(true);
  // of 2,048 independent draws it scatters by sqrt(0.95 0.05/2048) sqrt 5/f(1.645) = 0.10
  measure("risk-findings", { case: "95 % quantile of a sum of normals", got: found.outcomes[1]!.quantiles.find(({ share }) => share === 0.95)!.value, expected: -0.5 + 1.6448536269514722 * Math.sqrt(5), abs: 0.1, unit: "$", source: "closed form" });
  const plan = campaignOf(NORMAL, { kind: "sobol", samples: 256 }, { shardSize: 64 });
  const shards = shardsRun(plan, NORMAL);
  expect(() => analysisFold(plan).add(shards[1]!)).toThrow("added after 0 points");
});

/** It holds in a box of two of five inputs, and one time in twenty elsewhere. */
const boxed = (x: Float64Array): boolean => (x[0]! < 0.4 && x[2]! > 0.5) || x[4]! > 0.95;

const boxRows = (samples: number): { readonly paths: readonly string[]; readonly inputs: readonly Float64Array[]; readonly holds: Uint8Array } => {
  const model: Modelled = { distributions: [1, 2, 3, 4, 5].map(() => uniform(0, 1)), outcomes: (x) => [boxed(x) ? 1 : 0] };
  const plan = campaignOf(model, { kind: "sobol", samples });
  const kept = keptRowsFold(plan);
  for (const shard of shardsRun(plan, model)) kept.add(shard);
  const { inputs, outcomes } = kept.result();
  return { paths: plan.inputs.map(({ path }) => path), inputs, holds: Uint8Array.from(outcomes[0]!) };
};

test("peeling finds the box that was put there, and no other end", () => {
  const box = primBox({ ...boxRows(8192), wanted: 0.9 })!;
  expect(box.rules.map(({ path }) => path).toSorted()).toEqual(["x1", "x3"]);
  const [first, third] = [box.rules.find(({ path }) => path === "x1")!, box.rules.find(({ path }) => path === "x3")!];
  expect(first.low).toBeNull();
  expect(first.high!).toBeGreaterThan(0.35);
  expect(first.high!).toBeLessThan(0.47);
  expect(third.low!).toBeGreaterThan(0.42);
  expect(third.low!).toBeLessThan(0.55);
  expect(box.density).toBeGreaterThan(0.85);
  // 0.2 of the 0.24 that hold lie in it
  expect(box.coverage).toBeGreaterThan(0.75);
  expect(Math.abs(box.base - 0.24)).toBeLessThan(0.02);
});

test("a tree divides at the box's sides", () => {
  const leaf = treeLeaves(boxRows(8192)).filter(({ rules }) => rules.length > 1).toSorted((a, b) => b.share! * b.mass - a.share! * a.mass)[0];
  const high = leaf!.rules.find(({ path }) => path === "x1")!.high!;
  const low = leaf!.rules.find(({ path }) => path === "x3")!.low!;
  expect(Math.abs(high - 0.4)).toBeLessThan(0.01);
  expect(Math.abs(low - 0.5)).toBeLessThan(0.01);
  expect(leaf!.share!).toBeGreaterThan(0.97);
  expect(Math.abs(leaf!.mass - 0.2)).toBeLessThan(0.02);
});

test("where nothing tells, there is no rule", () => {
  const { paths, inputs } = boxRows(2048);
  const coin = Uint8Array.from({ length: 2048 }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >>> 16) & 1);
  const box = primBox({ paths, inputs, holds: coin, wanted: 0.9 })!;
  expect(box.density).toBeLessThan(0.75);
  expect(primBox({ paths, inputs, holds: coin.map(() => 1), wanted: 0.9 })).toBeNull();
  expect(treeLeaves({ paths, inputs, holds: coin.map(() => 1) })).toEqual([{ rules: [], share: 1, mass: 1 }]);
});

/** Orbit costs 2 a + b, ground c, with less better: they break even at b = c - 2 a. */
const TIERS: Modelled = {
  distributions: [uniform(0, 4), uniform(0, 10), { distribution: "normal", mean: 8, sd: 1 }],
  outcomes: (x) => [2 * x[0]! + x[1]!, x[2]!],
  count: 2,
  choices: [{ id: "tier", name: "orbit or ground", unit: "$", better: "low", alternatives: [{ id: "orbit", name: "orbit", outcome: "y1" }, { id: "ground", name: "ground", outcome: "y2" }] }],
};

test("the break-even line of two drivers, with its band", () => {
  const evaluator = evaluatorOf(TIERS);
  const found = frontierOf({ evaluator, correlations: [], choice: evaluator.choices[0]!, between: [0, 1], drivers: ["x1", "x2"], steps: 4, draws: 256, seed: 1 });
  expect(found.leads).toBe("below");
  const source = "closed form: b = c - 2 a, c normal about 8";
  for (const { at, band, missing } of found.points) {
    expect(missing).toBe(0);
    for (const [k, z] of [[0, -1.2815515655446004], [1, 0], [2, 1.2815515655446004]] as const) {
      const exact = 8 + z - 2 * at;
      if (exact > found.range[0] + 0.1 && exact < found.range[1] - 0.1) measure("risk-findings", { case: `break-even at ${at.toFixed(2)}, ${band[k]!.share}`, got: band[k]!.value!, expected: exact, abs: 0.05, unit: "$", source });
    }
  }
  // at a = 3.96 orbit is dearer than ground whatever b is, in half of the draws
  expect(found.points.at(-1)!.band[0]).toEqual({ share: 0.1, value: null, beyond: "below" });
  expect(found.points.at(-1)!.never).toBeGreaterThan(100);
});

test("a tornado moves one input at a time", () => {
  const tornado = tornadoOf(evaluatorOf(TIERS));
  expect(tornado.centre).toEqual([9, 8]);
  expect(widestBars(tornado, 0).map(({ path }) => path)).toEqual(["x2", "x1", "x3"]);
  expect(tornado.bars[0]!.atLow[0]).toBeCloseTo(9 - 2 * 1.6, 12);
  expect(tornado.bars[0]!.atHigh[0]).toBeCloseTo(9 + 2 * 1.6, 12);
});

test("an alternative that does not exist has lost, and is counted where means are told", () => {
  const model: Modelled = { ...TIERS, outcomes: (x) => [x[0]! > 3 ? Number.NaN : 0, x[2]!] };
  const [choice] = findings(model, 2048).choices;
  expect(choice!.alternatives[0]!.wins!.chance).toBeCloseTo(0.75, 2);
  expect(choice!.missing).toBeGreaterThan(450);
  expect(choice!.worths!.rows + choice!.missing).toBe(2048);
  expect(choice!.alternatives[0]!.box!.rules).toEqual([{ path: "x1", low: null, high: expect.closeTo(3, 0) as number }]);
});

test("whatever the design and however few its points, what is told holds no number that is none", () => {
  const finite = (value: unknown): boolean => (typeof value === "number" ? Number.isFinite(value) : ArrayBuffer.isView(value) || typeof value !== "object" || value === null || Object.values(value).every(finite));
  const lost: Modelled = { ...NORMAL, outcomes: (x) => [x[0]! > 0 ? Number.NaN : 0, x[0]! + x[1]! - 0.5] };
  for (const model of [NORMAL, lost]) {
    for (const kind of ["random", "latin", "sobol", "saltelli", "morris"] as const) {
      for (const samples of [1, 2, 3, 5, 40]) {
        const plan = campaignOf(model, { kind, samples });
        const fold = analysisFold(plan);
        for (const shard of shardsRun(plan, model)) fold.add(shard);
        const { indices, ...told } = fold.result();
        expect(Object.entries({ ...told, indices: indices.filter((one) => untoldBecause(one) === null) }).filter(([, value]) => !finite(value)).map(([key]) => `${kind} ${samples} ${key}`)).toEqual([]);
      }
    }
  }
});
