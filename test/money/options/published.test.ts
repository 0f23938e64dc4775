import { describe, expect, test } from "vitest";
import { normalBelow } from "../../../src/physics/index.ts";
import { blackScholes, compoundOption, drawPaths, exchangeOption, followRule, latticeOption, learnRule, normalCdf, normalCdf2, perpetualOption, type OptionTerms } from "../../../src/money/index.ts";
import { randomDoubles } from "../../../src/kernel/index.ts";
import golden from "../../golden/options/options.json" with { type: "json" };
import { measure } from "../../golden/measure.ts";

const SUITE = "options";
type Kind = "call" | "put";

const put = ([spot, volatility, years]: readonly number[]): OptionTerms =>
  ({ kind: "put", spot_usd: spot!, strike_usd: 40, years: years!, rate_per_yr: 0.06, yield_per_yr: 0, volatility_per_sqrt_yr: volatility! });

describe("Longstaff and Schwartz", () => {
  const { rows, source } = golden.longstaffSchwartzTable1;

  test("European puts in closed form, Bermudan ones by lattice", () => {
    for (const row of rows) {
      const [spot, volatility, years, finite, european] = row as [number, number, number, number, number];
      const name = `put ${spot}, ${volatility * 100} %, ${years} yr`;
      measure(SUITE, { case: `${name}, European`, got: blackScholes(put(row)), expected: european, abs: 5.1e-4, unit: "$", source });
      // Their grid lies above the tree at 40 % over two years alone, the more the higher the spot: its far edge is near.
      measure(SUITE, { case: `${name}, 50 exercises a year, lattice`, got: latticeOption(put(row), { steps: 1000 * years, exercise: { every_yr: 0.02 }, tree: "crr" }), expected: finite, abs: volatility === 0.4 && years === 2 ? 6e-3 : 1.2e-3, unit: "$", source });
    }
  });
  test("their simulation: ours lies within four standard errors of finite differences, and no more above", () => {
    for (const row of rows.filter((_, i) => [0, 10, 18].includes(i))) {
      const terms = put(row);
      const dates_yr = Array.from({ length: Math.round(50 * terms.years) }, (_, i) => (i + 1) / 50);
      const sampleOf = (stream: number) => {
        const sample = drawPaths({ motions: [{ kind: "geometric", drift_per_yr: 0.06, volatility_per_sqrt_yr: terms.volatility_per_sqrt_yr }], correlation: [[1]], dates_yr, paths: 10_000, uniforms: (index) => randomDoubles({ seed: 7, stream, index }) });
        return { sample, payoff_usd: Float64Array.from(sample.state, (y, i) => Math.exp(-0.06 * dates_yr[i % dates_yr.length]!) * (40 - terms.spot_usd * Math.exp(y))) };
      };
      const { value_usd, standardError_usd } = followRule(learnRule(sampleOf(1), 3), sampleOf(2));
      measure(SUITE, { case: `put ${row[0]}, ${row[1]! * 100} %, ${row[2]} yr, least-squares Monte Carlo`, got: value_usd, expected: row[3]!, abs: 4 * standardError_usd + 0.005 * row[3]!, unit: "$", source });
      // Theirs are of ten times as many paths.
      expect(standardError_usd).toBeLessThan(4 * row[6]!);
    }
  });
  test("their eight paths", () => {
    const { strike, rate, paths, american, stopsAt, source: from } = golden.longstaffSchwartzEightPaths;
    const sample = { paths: 8, dates: 3, motions: 1, state: Float64Array.from(paths.flat()) };
    const known = { sample, payoff_usd: Float64Array.from(paths.flatMap((path) => path.map((spot, d) => Math.exp(-rate * (d + 1)) * (strike - spot)))) };
    const { value_usd, at } = followRule(learnRule(known, 2), known);
    measure(SUITE, { case: "eight paths", got: value_usd, expected: american, abs: 5.1e-5, unit: "$", source: from });
    expect([...at].map((date) => (date < 0 ? -1 : date + 1))).toEqual(stopsAt);
  });
});

describe("trees", () => {
  const { years, trees, europeanTree5, europeanClosed, source } = golden.hullPut;
  const terms: OptionTerms = { kind: "put", spot_usd: 50, strike_usd: 50, years, rate_per_yr: 0.1, yield_per_yr: 0, volatility_per_sqrt_yr: 0.4 };

  test("Hull's American put by steps", () => {
    for (const [steps, value] of trees as [number, number][]) measure(SUITE, { case: `Hull's put, ${steps} steps`, got: latticeOption(terms, { steps, exercise: "american", tree: "crr" }), expected: value, abs: steps === 5 ? 5.1e-3 : 5.1e-4, unit: "$", source });
    measure(SUITE, { case: "Hull's European put, 5 steps", got: latticeOption(terms, { steps: 5, exercise: "european", tree: "crr" }), expected: europeanTree5, abs: 5.1e-3, unit: "$", source });
    measure(SUITE, { case: "Hull's European put, closed form", got: blackScholes(terms), expected: europeanClosed, abs: 5.1e-3, unit: "$", source });
  });
  test("the tree of Leisen and Reimer comes to the closed form as the square of its steps", () => {
    const miss = (steps: number): number => Math.abs(latticeOption(terms, { steps, exercise: "european", tree: "leisen-reimer" }) - blackScholes(terms));
    expect(miss(101)).toBeLessThan(2e-4);
    expect(miss(51) / miss(201)).toBeGreaterThan(10);
    expect(() => latticeOption(terms, { steps: 100, exercise: "european", tree: "leisen-reimer" })).toThrow(/odd/);
  });
});

describe("closed forms", () => {
  test("exchange options (Margrabe)", () => {
    for (const row of golden.exchange.rows) {
      const [years, volatility, correlation, value] = row as [number, number, number, number];
      const got = exchangeOption({ got: { spot_usd: 22, yield_per_yr: 0.06, volatility_per_sqrt_yr: 0.2 }, given: { spot_usd: 20, yield_per_yr: 0.04, volatility_per_sqrt_yr: volatility }, correlation, years });
      measure(SUITE, { case: `exchange, ${years} yr, ${volatility * 100} %, correlation ${correlation}`, got, expected: value, abs: 1e-3, unit: "$", source: golden.exchange.source });
    }
  });
  test("compound options (Geske)", () => {
    for (const row of golden.compound.rows) {
      const [outer, inner, strike1, strike2, spot_usd, yield_per_yr, rate_per_yr, years1, years2, volatility, value] = row as [Kind, Kind, ...number[]] as [Kind, Kind, number, number, number, number, number, number, number, number, number];
      const got = compoundOption({ first: { kind: outer, strike_usd: strike1, years: years1 }, second: { kind: inner, strike_usd: strike2, spot_usd, years: years2, rate_per_yr, yield_per_yr, volatility_per_sqrt_yr: volatility } });
      // Four printed digits, as the tests that keep them have it: their bivariate normal differs in the fourth.
      measure(SUITE, { case: `${outer} on ${inner} at ${spot_usd}, strikes ${strike1} and ${strike2}`, got, expected: value, abs: 1e-3, unit: "$", source: golden.compound.source });
    }
  });
  test("the right to invest of Dixit and Pindyck: V* = 2 I, F = V^2/4 I", () => {
    const source = "Dixit and Pindyck, Investment under Uncertainty, 1994, section 5.4: r = delta = 4 %, sigma = 20 %, I = 1";
    const terms = { kind: "call", strike_usd: 1, rate_per_yr: 0.04, yield_per_yr: 0.04, volatility_per_sqrt_yr: 0.2 } as const;
    measure(SUITE, { case: "threshold to invest", got: perpetualOption({ ...terms, spot_usd: 1 }).threshold_usd, expected: 2, rel: 1e-12, unit: "$", source });
    for (const spot_usd of [0.5, 1, 1.5]) measure(SUITE, { case: `right to invest at ${spot_usd}`, got: perpetualOption({ ...terms, spot_usd }).value_usd, expected: spot_usd ** 2 / 4, rel: 1e-12, unit: "$", source });
    expect(perpetualOption({ ...terms, spot_usd: 3 }).value_usd).toBeCloseTo(2, 12);
    expect(() => perpetualOption({ ...terms, yield_per_yr: 0, spot_usd: 1 })).toThrow(/waits for ever/);
  });
  test("the right to give up: Merton's perpetual put", () => {
    // Without a yield V* = 2 r K/(2 r + s^2) and the put is (K - V*)(V/V*)^(-2 r/s^2) (Merton 1973).
    const got = perpetualOption({ kind: "put", spot_usd: 100, strike_usd: 100, rate_per_yr: 0.05, yield_per_yr: 0, volatility_per_sqrt_yr: 0.3 });
    const threshold = (2 * 0.05 * 100) / (2 * 0.05 + 0.09);
    expect(got.threshold_usd).toBeCloseTo(threshold, 10);
    expect(got.value_usd).toBeCloseTo((100 - threshold) * (100 / threshold) ** (-0.1 / 0.09), 10);
  });
});

describe("the normal distribution", () => {
  test("agrees with the one of physics, which is computed otherwise", () => {
    for (let x = -9; x <= 9; x += 0.37) expect(Math.abs(normalCdf(x) / normalBelow(x) - 1)).toBeLessThan(1e-13);
  });
  test("of two variables: 1/4 + asin(rho)/2 pi in the middle (Sheppard 1898), one of them far off, and independent", () => {
    for (const rho of [-0.99, -0.7, 0, 0.3, 0.9, 0.99]) {
      expect(normalCdf2(0, 0, rho)).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 12);
      expect(normalCdf2(0.7, 12, rho)).toBeCloseTo(normalCdf(0.7), 9);
    }
    expect(normalCdf2(0.4, -1.1, 0)).toBeCloseTo(normalCdf(0.4) * normalCdf(-1.1), 14);
    expect(() => normalCdf2(0, 0, 1)).toThrow(/rho/);
  });
});
