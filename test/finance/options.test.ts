import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { axisOf, factorsBy, payoffAt, realOptions, statesOf, type DecisionCase, type DecisionKind, type DriverCase, type OptionsCase, type PayoffTable, type Uniforms } from "../../src/finance/index.ts";
import { randomDoubles, streamOf } from "../../src/kernel/index.ts";
import { blackScholes, compoundOption, exchangeOption, expectedFactor, latticeValue, type Motion } from "../../src/money/index.ts";
import { measure } from "../golden/measure.ts";

const SUITE = "real-options";
const START = 2027 * 4;
const uniforms: Uniforms = (stream, pair) => randomDoubles({ seed: 11, stream: streamOf(stream), index: pair });

const geometric = (volatility: number, drift = 0): Motion => ({ kind: "geometric", drift_per_yr: drift, volatility_per_sqrt_yr: volatility });
const driver = (id: string, motion: Motion): DriverCase => ({ id, field: `launch.vehicles.${id}.price`, motion, unit: "$", written: Array.from({ length: 48 }, () => 100e6), payload_kg: 100_000 });

/** Far out, so that hardly a path lies beyond. */
const wide = (motion: Motion, years: number): readonly number[] => {
  if (motion.kind === "event") return years === 0 ? [0] : [0, 1];
  if (years === 0) return [0];
  const axis = axisOf(motion, { years, points: 41 });
  const middle = axis[20]!;
  return axis.map((state) => middle + 2.4 * (state - middle));
};

const tableOf = (motions: readonly Motion[], years: number, payoff: (factors: readonly number[]) => number | null): PayoffTable => {
  const axes = motions.map((motion) => wide(motion, years));
  return { axes, payoff_usd: statesOf(axes).map((state) => payoff(state.map((s, i) => (motions[i]!.kind === "event" ? s : Math.exp(s))))) };
};

interface Made {
  readonly kind?: DecisionKind;
  readonly motions: readonly Motion[];
  readonly correlation?: readonly (readonly number[])[];
  readonly years: readonly number[];
  readonly payoff: (factors: readonly number[], years: number) => number | null;
  readonly first?: { readonly pilot: number; readonly whole: number };
  readonly paths?: number;
}

const caseOf = ({ kind = "wait", motions, correlation, years, payoff, first, paths = 20_000 }: Made): OptionsCase => {
  const tables = years.map((y, d) => (first !== undefined && d === 0 ? tableOf(motions, y, () => null) : tableOf(motions, y, (factors) => payoff(factors, y))));
  const flat = (value: number): PayoffTable => tableOf(motions, years[0]!, () => value);
  const decision: DecisionCase = { id: "it", kind, vehicle: "nova", pilot: kind === "stage" ? 2 : null, dates: years.map((y) => START + 4 * y), tables, first: first === undefined ? null : { pilot: flat(first.pilot), whole: flat(first.whole) }, checks: [] };
  return {
    start_quarter: START, drivers: motions.map((motion, i) => driver(`d${i}`, motion)), correlation: correlation ?? motions.map((_, i) => motions.map((__, j) => (i === j ? 1 : 0))),
    decisions: [decision], paths, plans: 0, relaxed_usd: null, whole_usd: 0, rate_per_yr: 0.07, notes: [],
  };
};

const valued = (made: Made) => realOptions(caseOf(made), uniforms).decisions[0]!;

describe("one date: closed forms", () => {
  const years = 4;
  const terms = { spot_usd: 100, strike_usd: 90, years, rate_per_yr: 0, yield_per_yr: 0, volatility_per_sqrt_yr: 0.3 } as const;
  const near = (name: string, got: { readonly value_usd: number; readonly standardError_usd: number }, expected: number, source: string): void =>
    measure(SUITE, { case: name, got: got.value_usd, expected, abs: 4 * got.standardError_usd, unit: "$", source });

  test("a call, a put, an exchange", () => {
    near("begin at one date", valued({ motions: [geometric(0.3)], years: [years], payoff: ([m]) => 100 * m! - 90 }), blackScholes({ ...terms, kind: "call" }), "Black and Scholes 1973, no rate");
    near("give up at one date", valued({ kind: "abandon", motions: [geometric(0.3)], years: [years], payoff: ([m]) => 90 - 100 * m! }), blackScholes({ ...terms, kind: "put" }), "Black and Scholes 1973, no rate");
    const asset = (spot_usd: number, volatility_per_sqrt_yr: number) => ({ spot_usd, yield_per_yr: 0, volatility_per_sqrt_yr });
    near("own for bought", valued({ kind: "own", motions: [geometric(0.3), geometric(0.2)], correlation: [[1, 0.4], [0.4, 1]], years: [years], payoff: ([a, b]) => 100 * a! - 95 * b! }), exchangeOption({ got: asset(100, 0.3), given: asset(95, 0.2), correlation: 0.4, years }), "Margrabe 1978");
  });
  test("a pilot whose second stage has one date is a compound option", () => {
    const got = valued({ kind: "stage", motions: [geometric(0.3)], years: [2, 4], first: { pilot: -12, whole: 3 }, payoff: ([m]) => 100 * m! - 90 });
    near("pilot, then the rest", got, compoundOption({ first: { kind: "call", strike_usd: 12, years: 2 }, second: { ...terms, kind: "call" } }), "Geske 1979, no rate");
    expect(got.now_usd).toBe(3);
    expect(got.flexibility_usd).toBeCloseTo(got.value_usd - 3, 12);
  });
  test("an event: what it brings times the chance that it happened", () => {
    const got = valued({ motions: [{ kind: "event", rate_per_yr: 0.3, before: 0, after: 1 }], years: [years], payoff: ([happened]) => (happened === 1 ? 50 : null) });
    near("after a permit", got, 50 * (1 - Math.exp(-0.3 * years)), "Poisson, closed form");
    expect(got.now_usd).toBeNull();
    expect(got.rule.map(({ when, happened }) => [when, happened["d0"]])).toEqual([["never", false], ["always", true]]);
  });
});

describe("several dates", () => {
  const years = [0, 1, 2, 3, 4];
  /** Loses 6 % a year by delay. */
  const payoff = ([m]: readonly number[], y: number): number => (100 * m! - 95) * Math.exp(-0.06 * y);
  const made: Made = { motions: [geometric(0.3)], years, payoff };

  test("agrees with a lattice of the same payoffs, which it tells", () => {
    const got = valued(made);
    const lattice = latticeValue({ spot: 1, years: 4, steps: 800, rate_per_yr: 0, drift_per_yr: 0, volatility_per_sqrt_yr: 0.3, stop: (spot, step) => (step % 200 === 0 ? payoff([spot], step / 200) : -Infinity) });
    measure(SUITE, { case: "begin yearly over four years", got: got.value_usd, expected: lattice, abs: 4 * got.standardError_usd + 0.005 * lattice, unit: "$", source: "binomial tree of 800 steps" });
    expect(Math.abs(got.lattice_usd! - lattice)).toBeLessThan(0.01 * lattice);
    expect(got.foresight_usd).toBeGreaterThan(got.value_usd);
    expect(got.now_usd).toBeCloseTo(5, 9);
    expect(got.value_usd).toBeGreaterThan(got.fixed!.value_usd);
  });
  test("the rule is an edge that falls to the break-even at the last date", () => {
    const { rule } = valued(made);
    expect(rule.map(({ when }) => when)).toEqual(["never", "above", "above", "above", "above"]);
    // The last date: where 100 m = 95; half a step of the scan is 1.9 % of it.
    expect(rule.at(-1)!.factor[0]! / 0.95).toBeCloseTo(1, 1);
    expect(rule[1]!.factor[0]!).toBeGreaterThan(rule.at(-1)!.factor[0]!);
    expect(rule.at(-1)!.value[0]!).toBeCloseTo(100e6 * rule.at(-1)!.factor[0]!, 0);
  });
  test("chances come to one, and words hold the numbers", () => {
    const got = valued(made);
    expect(got.decidedBy_frac.at(-1)! + got.never_frac).toBeCloseTo(1, 12);
    got.decidedBy_frac.slice(1).forEach((by, d) => expect(by).toBeGreaterThanOrEqual(got.decidedBy_frac[d]!));
    expect(got.text).toMatch(/^Begin in orbit in 20\d\d-Q1 when d0 is above [\d.]+ M\$ \([\d,.]+ \$\/kg of payload\)\. .*standard error/);
  });
  test("is worth no less than now, never and any fixed date, and no more than foresight", () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 0.6, noNaN: true }), fc.double({ min: -0.1, max: 0.1, noNaN: true }), fc.double({ min: 60, max: 140, noNaN: true }), (volatility, drift, strike) => {
      const got = valued({ ...made, motions: [geometric(volatility, drift)], paths: 4000, payoff: ([m], y) => (100 * m! - strike) * Math.exp(-0.05 * y) });
      const slack = 4 * got.standardError_usd + 0.3;
      expect(got.value_usd).toBeGreaterThanOrEqual(Math.max(0, got.now_usd!, got.fixed!.value_usd) - slack);
      expect(got.value_usd).toBeLessThanOrEqual(got.foresight_usd + 1e-9);
    }), { numRuns: 12 });
  });
  test("more volatility makes waiting worth more", () => {
    const worth = [0.1, 0.2, 0.4].map((volatility) => valued({ ...made, motions: [geometric(volatility)] }).value_usd);
    expect(worth[1]!).toBeGreaterThan(worth[0]!);
    expect(worth[2]!).toBeGreaterThan(worth[1]!);
  });
  test("the same seed gives the same bytes", () => {
    expect(JSON.stringify(valued({ ...made, paths: 2000 }))).toBe(JSON.stringify(valued({ ...made, paths: 2000 })));
  });
});

describe("states", () => {
  test("between points a payoff that is linear in every factor is met exactly, and none is had beside a state without a plan", () => {
    const axes = [[-1, 0, 0.7], [0, 1], [-0.5, 0.5]];
    const payoff = (x: number, e: number, z: number): number => 3 * Math.exp(x) - 2 * Math.exp(x + z) + 7 * e * Math.exp(z);
    const table: PayoffTable = { axes, payoff_usd: statesOf(axes).map(([x, e, z]) => payoff(x!, e!, z!)) };
    for (const state of [[-0.3, 0, 0.2], [0.5, 1, -0.4], [0, 1, 0.5]]) expect(payoffAt(table, (d) => state[d]!)).toBeCloseTo(payoff(state[0]!, state[1]!, state[2]!), 12);
    const holed = { axes, payoff_usd: table.payoff_usd.with(0, null) };
    expect(payoffAt(holed, (d) => [-0.9, 0, -0.4][d]!)).toBe(-Infinity);
    expect(payoffAt(holed, (d) => [-0.9, 1, -0.4][d]!)).toBeCloseTo(payoff(-0.9, 1, -0.4), 12);
    // Beyond the ends the last value is held.
    expect(payoffAt(table, (d) => [5, 1, 3][d]!)).toBeCloseTo(payoff(0.7, 1, 0.5), 12);
  });
  test("a path to a state begins at 1, meets the state at its date and goes on as expected", () => {
    const quarters = Array.from({ length: 20 }, (_, i) => START + i);
    const motion = geometric(0.3, -0.05);
    const factors = factorsBy(motion, { state: Math.log(0.6), at: START + 8, quarters });
    expect(factors[0]).toBe(1);
    expect(factors[4]).toBeCloseTo(Math.sqrt(0.6), 12);
    expect(factors[8]).toBeCloseTo(0.6, 12);
    expect(factors[12]).toBeCloseTo(0.6 * Math.exp(-0.05), 12);
    const event: Motion = { kind: "event", rate_per_yr: 0.5, before: 0.4, after: 1 };
    expect(factorsBy(event, { state: 0, at: START + 8, quarters })[7]).toBe(0.4);
    expect(factorsBy(event, { state: 0, at: START + 8, quarters })[12]).toBeCloseTo(expectedFactor(event, { state: 0, years: 1 }), 12);
    expect(factorsBy(event, { state: 1, at: START + 8, quarters })[8]).toBe(1);
    expect(factorsBy(event, { state: 1, at: START + 8, quarters })[0]).toBe(0.4);
  });
});
