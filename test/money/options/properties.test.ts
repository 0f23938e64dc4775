import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomDoubles } from "../../../src/kernel/index.ts";
import { blackScholes, choleskyOf, compoundOption, drawPaths, exerciseValue_usd, expectedFactor, factorOf, followRule, foresight, latticeOption, latticeValue, learnRule, perpetualOption, type OptionTerms, type Motion } from "../../../src/money/index.ts";

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const terms: fc.Arbitrary<OptionTerms> = fc.record({
  kind: fc.constantFrom("call" as const, "put" as const), spot_usd: real(20, 200), strike_usd: real(20, 200), years: real(0.2, 5),
  rate_per_yr: real(0, 0.1), yield_per_yr: real(0, 0.1), volatility_per_sqrt_yr: real(0.15, 0.8),
});

describe("what always holds", () => {
  test("an American option is worth no less than at once and than a European one, a Bermudan one lies between", () => {
    fc.assert(fc.property(terms, (t) => {
      const by = (exercise: "american" | "european" | { every_yr: number }) => latticeOption(t, { steps: 60, exercise, tree: "crr" });
      const american = by("american");
      const bermudan = by({ every_yr: t.years / 4 });
      expect(american).toBeGreaterThanOrEqual(Math.max(0, exerciseValue_usd(t, t.spot_usd)) - 1e-9);
      expect(american).toBeGreaterThanOrEqual(bermudan - 1e-9);
      expect(bermudan).toBeGreaterThanOrEqual(by("european") - 1e-9);
    }), { numRuns: 100 });
  });
  test("the tree comes to the closed form", () => {
    fc.assert(fc.property(terms, (t) => {
      expect(Math.abs(latticeOption(t, { steps: 801, exercise: "european", tree: "leisen-reimer" }) - blackScholes(t))).toBeLessThan(2e-4 * t.strike_usd);
      expect(Math.abs(latticeOption(t, { steps: 800, exercise: "european", tree: "crr" }) - blackScholes(t))).toBeLessThan(2e-3 * (t.spot_usd + t.strike_usd));
    }), { numRuns: 40 });
  });
  test("more volatility lowers no option, and a longer one is worth no less where it may be exercised before", () => {
    fc.assert(fc.property(terms, real(1.05, 2), (t, more) => {
      expect(blackScholes({ ...t, volatility_per_sqrt_yr: t.volatility_per_sqrt_yr * more })).toBeGreaterThanOrEqual(blackScholes(t) - 1e-9);
      const american = (a: OptionTerms) => latticeOption(a, { steps: 200, exercise: "american", tree: "crr" });
      expect(american({ ...t, volatility_per_sqrt_yr: t.volatility_per_sqrt_yr * more })).toBeGreaterThanOrEqual(american(t) - 2e-3 * t.strike_usd);
      expect(american({ ...t, years: t.years * more })).toBeGreaterThanOrEqual(american(t) - 2e-3 * t.strike_usd);
    }), { numRuns: 60 });
  });
  test("put and call in parity, of compound options too", () => {
    fc.assert(fc.property(terms, real(1, 30), real(0.1, 0.9), (t, strike_usd, part) => {
      const call = blackScholes({ ...t, kind: "call" });
      const put = blackScholes({ ...t, kind: "put" });
      expect(call - put).toBeCloseTo(t.spot_usd * Math.exp(-t.yield_per_yr * t.years) - t.strike_usd * Math.exp(-t.rate_per_yr * t.years), 8);
      const years = part * t.years;
      const on = (kind: "call" | "put") => compoundOption({ first: { kind, strike_usd, years }, second: t });
      expect(on("call") - on("put")).toBeCloseTo(blackScholes(t) - strike_usd * Math.exp(-t.rate_per_yr * years), 6);
    }), { numRuns: 100 });
  });
  test("a right with no last day is worth no less than a long one", () => {
    fc.assert(fc.property(terms, (t) => {
      const fair: OptionTerms = { ...t, rate_per_yr: t.rate_per_yr + 0.01, yield_per_yr: t.yield_per_yr + 0.01, years: 30 };
      expect(perpetualOption(fair).value_usd).toBeGreaterThanOrEqual(latticeOption(fair, { steps: 300, exercise: "american", tree: "crr" }) - 5e-3 * t.strike_usd);
    }), { numRuns: 40 });
  });
});

const uniforms = (stream: number) => (index: number) => randomDoubles({ seed: 3, stream, index });

describe("paths", () => {
  const motions: readonly Motion[] = [
    { kind: "geometric", drift_per_yr: -0.03, volatility_per_sqrt_yr: 0.25 },
    { kind: "reverting", reversion_per_yr: 0.5, level: 0.8, volatility_per_sqrt_yr: 0.3 },
    { kind: "event", rate_per_yr: 0.4, before: 0.2, after: 1 },
  ];
  const correlation = [[1, 0.6, 0], [0.6, 1, 0], [0, 0, 1]];
  const dates_yr = [0.5, 2, 5];
  const paths = 40_000;
  const drawn = drawPaths({ motions, correlation, dates_yr, paths, uniforms: uniforms(1) });
  const at = (path: number, d: number, p: number): number => drawn.state[(path * 3 + d) * 3 + p]!;

  test("have the mean that their motion has, at every date", () => {
    motions.forEach((motion, p) => dates_yr.forEach((years, d) => {
      let sum = 0;
      let square = 0;
      for (let path = 0; path < paths; path++) {
        const factor = factorOf(motion, at(path, d, p));
        sum += factor;
        square += factor * factor;
      }
      const mean = sum / paths;
      const error = Math.sqrt((square / paths - mean * mean) / paths);
      expect(Math.abs(mean - expectedFactor(motion, { state: 0, years }))).toBeLessThan(4 * error);
    }));
  });
  test("move together as they should, and an event never comes undone", () => {
    let [xy, xx, yy] = [0, 0, 0];
    for (let path = 0; path < paths; path++) {
      const [x, y] = [at(path, 0, 0) - (-0.03 - 0.25 ** 2 / 2) * 0.5, at(path, 0, 1) - Math.log(0.8) * (1 - Math.exp(-0.25))];
      xy += x * y;
      xx += x * x;
      yy += y * y;
      expect(at(path, 2, 2)).toBeGreaterThanOrEqual(at(path, 1, 2));
    }
    expect(Math.abs(xy / Math.sqrt(xx * yy) - 0.6)).toBeLessThan(0.02);
  });
  test("are the same for the same seed, however many there are", () => {
    const few = drawPaths({ motions, correlation, dates_yr, paths: 100, uniforms: uniforms(1) });
    expect([...few.state]).toEqual([...drawn.state.subarray(0, few.state.length)]);
  });
  test("are refused where correlations cannot hold together, or their number is odd", () => {
    expect(() => choleskyOf([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])).toThrow(/cannot hold together/);
    expect(() => drawPaths({ motions, correlation, dates_yr, paths: 99, uniforms: uniforms(1) })).toThrow(/even/);
    expect(() => drawPaths({ motions: [{ kind: "geometric", drift_per_yr: Number.NaN, volatility_per_sqrt_yr: 0.2 }], correlation: [[1]], dates_yr, paths: 2, uniforms: uniforms(1) })).toThrow(/drift_per_yr/);
  });
});

describe("least-squares Monte Carlo", () => {
  /** A right to exchange on two correlated values, yearly; discounted to today. */
  const dates_yr = [0, 1, 2, 3];
  const sampleOf = (stream: number, volatility: number) => {
    const one: Motion = { kind: "geometric", drift_per_yr: 0, volatility_per_sqrt_yr: volatility };
    const sample = drawPaths({ motions: [one], correlation: [[1]], dates_yr, paths: 20_000, uniforms: uniforms(stream) });
    // A project of 100 that loses 5 % a year by delay and costs 95 at 4 %.
    return { sample, payoff_usd: Float64Array.from(sample.state, (y, i) => 100 * Math.exp(y - 0.05 * dates_yr[i % 4]!) - 95 * Math.exp(-0.04 * dates_yr[i % 4]!)) };
  };
  const latticeOf = (volatility: number): number => latticeValue({
    spot: 1, years: 3, steps: 600, rate_per_yr: 0, drift_per_yr: 0, volatility_per_sqrt_yr: volatility,
    stop: (m, step) => (step % 200 === 0 ? 100 * m * Math.exp((-0.05 * step) / 200) - 95 * Math.exp((-0.04 * step) / 200) : -Infinity),
  });

  test("is a lower bound within standard errors of the lattice, under what foresight brings, and no less than now", () => {
    for (const volatility of [0.1, 0.2, 0.4]) {
      const tried = sampleOf(2, volatility);
      const { value_usd, standardError_usd } = followRule(learnRule(sampleOf(1, volatility), 3), tried);
      const lattice = latticeOf(volatility);
      expect(value_usd).toBeLessThanOrEqual(lattice + 3 * standardError_usd);
      expect(value_usd).toBeGreaterThanOrEqual(lattice - 4 * standardError_usd - 0.005 * lattice);
      expect(value_usd).toBeLessThanOrEqual(foresight(tried).value_usd);
      expect(value_usd).toBeGreaterThanOrEqual(5 - 3 * standardError_usd);
    }
  });
  test("waiting is worth more where more is uncertain", () => {
    const value = (volatility: number): number => followRule(learnRule(sampleOf(1, volatility), 3), sampleOf(2, volatility)).value_usd;
    expect(value(0.2)).toBeGreaterThan(value(0.1));
    expect(value(0.4)).toBeGreaterThan(value(0.2));
  });
  test("never stops where one cannot, nor where nothing is brought", () => {
    const sample = drawPaths({ motions: [{ kind: "event", rate_per_yr: 1, before: 0, after: 1 }], correlation: [[1]], dates_yr: [1, 2], paths: 1000, uniforms: uniforms(1) });
    const payoff_usd = Float64Array.from(sample.state, (happened) => (happened === 1 ? 5 : -Infinity));
    const stopped = followRule(learnRule({ sample, payoff_usd }, 3), { sample, payoff_usd });
    for (let path = 0; path < 1000; path++) if (stopped.at[path] !== -1) expect(payoff_usd[path * 2 + stopped.at[path]!]).toBe(5);
    // What happened by the second year, and what it brings: 5 (1 - e^-2).
    expect(Math.abs(stopped.value_usd - 5 * (1 - Math.exp(-2)))).toBeLessThan(4 * stopped.standardError_usd);
    const none = { sample, payoff_usd: new Float64Array(2000).fill(-1) };
    expect(followRule(learnRule(none, 3), none).value_usd).toBe(0);
  });
});
