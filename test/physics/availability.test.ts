import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beamTests, figureOf, find, lives } from "../../src/catalog/index.ts";
import {
  annualFailureRate_per_yr,
  bathtubMeanSurvival_frac,
  bathtubPenalty,
  bathtubRate_per_yr,
  bathtubSurvival_frac,
  bestInterval_s,
  checkpointUseful_frac,
  dalyInterval_s,
  enoughWork_frac,
  expectedWork_frac,
  interruptions_per_chip_yr,
  lifetimePenalty,
  swings,
  synchronousOutput,
  unitsFor,
  weibullOfEvents,
  weibullSurvival_frac,
  youngInterval_s,
} from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

const SUITE = "availability";
const NOTES = "project physics notes, worked out before this code";
const tpu = beamTests.find(({ id }) => id === "tpu-v6e")!.figures;
const ground = lives.find(({ id }) => id === "accelerator-interrupted")!.figures.rate!;
const inOrbit = {
  dose_rad_per_yr: 150,
  memory_rad: tpu.memoryUncorrectable.value,
  memoryFatal_frac: 1,
  functional_rad: tpu.functionalInterrupt.value,
  hostProcessor_rad: tpu.hostProcessor.value,
  hostMemory_rad: tpu.hostMemory.value,
  chipsPerHost: figureOf(find("servers", "tpu-v6e-tray-4")!, "chipsPerHost").value,
  ground_per_yr: ground.value,
};
const job = (chips: number, checkpoint_s: number, restart_s: number, chip = inOrbit) => synchronousOutput({ chips, checkpoint_s, restart_s, interruptions_per_chip_yr: interruptions_per_chip_yr(chip) });

describe("synchronous jobs", () => {
  // The 516 s are 8.6 min; the effective shares were printed for Young's interval and M = 516 s.
  test("16,384 chips at 650 km", () => {
    measure(SUITE, { case: "interruptions of 16,384 chips at 150 rad a year", got: job(16_384, 30, 120).mtbf_s, expected: 516, rel: 0.005, unit: "s", source: NOTES });
    for (const [checkpoint_s, restart_s, expected] of [[30, 120, 0.551], [5, 120, 0.687], [5, 30, 0.818]] as const) {
      const young = checkpointUseful_frac({ checkpoint_s, restart_s, mtbf_s: 516, interval_s: youngInterval_s({ checkpoint_s, mtbf_s: 516 }) });
      measure(SUITE, { case: `useful at 516 s, checkpoint ${checkpoint_s} s, restart ${restart_s} s`, got: young, expected, abs: 0.0005, unit: "1", source: NOTES });
      measure(SUITE, { case: `useful, rates and best interval computed, ${checkpoint_s} s, ${restart_s} s`, got: job(16_384, checkpoint_s, restart_s).useful_frac, expected, abs: 0.002, unit: "1", source: NOTES });
    }
  });

  test("smaller jobs, and errors that are mended", () => {
    measure(SUITE, { case: "256 chips, hours between", got: job(256, 30, 120).mtbf_s / 3600, expected: 9.2, abs: 0.05, unit: "h", source: NOTES });
    measure(SUITE, { case: "256 chips, useful", got: job(256, 30, 120).useful_frac, expected: 0.955, abs: 0.002, unit: "1", source: NOTES });
    measure(SUITE, { case: "4,096 chips, minutes between", got: job(4096, 30, 120).mtbf_s / 60, expected: 34, abs: 0.6, unit: "min", source: NOTES });
    measure(SUITE, { case: "4,096 chips, useful", got: job(4096, 30, 120).useful_frac, expected: 0.79, abs: 0.005, unit: "1", source: NOTES });
    expect(job(16_384, 30, 120, { ...inOrbit, memoryFatal_frac: 0 }).useful_frac).toBeGreaterThan(job(16_384, 30, 120).useful_frac + 0.25);
  });

  // Llama 3: 419 interruptions of 16,384 chips in 54 days; the paper reports more than 90 % effective time.
  test("Llama 3", () => {
    const rate = annualFailureRate_per_yr({ events: 419, units: 16_384, days: 54 });
    const run = synchronousOutput({ chips: 16_384, interruptions_per_chip_yr: rate, checkpoint_s: 30, restart_s: 600 });
    measure(SUITE, { case: "Llama 3, hours between interruptions", got: run.mtbf_s / 3600, expected: 3.1, rel: 0.01, unit: "h", source: "Llama 3 report: 419 in 54 days" });
    measure(SUITE, { case: "Llama 3, useful", got: run.useful_frac, expected: 0.88, abs: 0.005, unit: "1", source: NOTES });
    expect(run.useful_frac).toBeGreaterThan(0.85);
    expect(ground.high).toBeCloseTo(rate, 12);
  });

  test("what decides", () => {
    const spreads = {
      dose_rad_per_yr: { value: 150, low: 75, high: 300 },
      memoryFatal_frac: { value: 1, low: 0.08, high: 1 },
      chipsPerHost: { value: 4, low: 4, high: 8 },
      ground_per_yr: { value: ground.value, low: ground.low!, high: ground.high! },
      checkpoint_s: { value: 30, low: 5, high: 60 },
      restart_s: { value: 120, low: 30, high: 600 },
    };
    const found = swings(spreads, ({ checkpoint_s, restart_s, ...chip }) => job(16_384, checkpoint_s, restart_s, { ...inOrbit, ...chip }).useful_frac);
    expect(found[0]!.input).toBe("restart_s");
    expect(found.at(-1)!.input).toBe("ground_per_yr");
    // d ln(1/E)/d ln R = -R/M, from the formula.
    expect(found[0]!.elasticity).toBeCloseTo(-120 / job(16_384, 30, 120).mtbf_s, 6);
    expect(found.map(({ width }) => width)).toEqual(found.map(({ width }) => width).sort((a, b) => b - a));
    // A power has its exponent for elasticity; what is left out of the result swings nothing.
    const power = swings({ x: { value: 2, low: 1, high: 3 }, y: { value: 5, low: 1, high: 9 } }, ({ x }) => x ** 3);
    expect(power).toMatchObject([{ input: "x", low: 1, high: 27, width: 26 }, { input: "y", width: 0, elasticity: 0 }]);
    expect(power[0]!.elasticity).toBeCloseTo(3, 6);
  });

  test("the best interval is best, and Young and Daly near it", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e4, noNaN: true }), fc.double({ min: 1, max: 1e6, noNaN: true }), fc.double({ min: 0.2, max: 5, noNaN: true }), (checkpoint_s, mtbf_s, off) => {
        const useful = (interval_s: number): number => checkpointUseful_frac({ checkpoint_s, restart_s: 0, mtbf_s, interval_s });
        const best = bestInterval_s({ checkpoint_s, mtbf_s });
        expect(useful(best)).toBeGreaterThanOrEqual(useful(best * off) * (1 - 1e-12));
        if (checkpoint_s < mtbf_s / 50) {
          expect(dalyInterval_s({ checkpoint_s, mtbf_s }) / best).toBeCloseTo(1, 3);
          expect(useful(youngInterval_s({ checkpoint_s, mtbf_s })) / useful(best)).toBeGreaterThan(0.998);
        }
      }),
    );
  });

  // The same job played out failure by failure, lives drawn by a seeded generator (Marsaglia's xorshift32).
  test("the formula against failures played out", () => {
    const [mtbf, d, R, tau] = [516, 30, 120, 156];
    let state = 20_261_122;
    const life = (): number => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return -mtbf * Math.log(((state >>> 0) + 0.5) / 2 ** 32);
    };
    let wall = 0;
    const periods = 200_000;
    for (let done = 0; done < periods; done++) {
      let left = life();
      while (left < tau + d) {
        wall += left;
        for (left = life(); left < R; left = life()) wall += left;
        wall += R;
        left = life();
      }
      wall += tau + d;
    }
    measure(SUITE, { case: "useful share, failures played out", got: checkpointUseful_frac({ checkpoint_s: d, restart_s: R, mtbf_s: mtbf, interval_s: tau }), expected: (periods * tau) / wall, rel: 0.01, unit: "1", source: "simulation in the test" });
  });

  test("missing numbers stop by name", () => {
    expect(() => bestInterval_s({ checkpoint_s: Number.NaN, mtbf_s: 1 })).toThrow(/checkpoint_s/);
    expect(() => job(Number.NaN, 1, 1)).toThrow(/chips/);
    expect(() => interruptions_per_chip_yr({ ...inOrbit, memory_rad: Number.NaN })).toThrow(/interruptions/);
    expect(() => swings({ x: { value: 1, low: 0, high: 1 } }, ({ x }) => 1 / x)).toThrow(/x 0/);
  });
});

describe("lives", () => {
  // 1/e survive to the scale, whatever the shape; shape 1 is the constant rate.
  test("Weibull", () => {
    expect(weibullSurvival_frac({ shape: 0.6, scale_yr: 7 }, 7)).toBeCloseTo(Math.exp(-1), 12);
    expect(bathtubRate_per_yr({ early: { shape: 1, scale_yr: 10 }, constant_per_yr: 0.05, wear: null }, 3)).toBeCloseTo(0.15, 12);
    expect(bathtubRate_per_yr({ early: null, constant_per_yr: 0, wear: { shape: 3, scale_yr: 10 } }, 10)).toBeCloseTo(0.3, 12);
  });

  test("mean over a life", () => {
    for (const [rate, expected] of [[0.1, 1.27], [0.2, 1.58]] as const) {
      const got = bathtubPenalty({ early: null, constant_per_yr: rate, wear: null }, 5);
      measure(SUITE, { case: `lifetime penalty, ${rate} a year, 5 years`, got, expected, rel: 0.002, unit: "1", source: "Turyshev 2026" });
      expect(got).toBeCloseTo(lifetimePenalty({ rate_per_yr: rate, life_yr: 5 }), 9);
    }
    // Integral of exp(-sqrt(t/eta)): 2 eta (1 - (1 + s) e^-s), s = sqrt(T/eta).
    const s = Math.sqrt(5 / 40);
    expect(bathtubMeanSurvival_frac({ early: { shape: 0.5, scale_yr: 40 }, constant_per_yr: 0, wear: null }, 5)).toBeCloseTo((2 * 40 * (1 - (1 + s) * Math.exp(-s))) / 5, 9);
    const all = { early: { shape: 0.5, scale_yr: 400 }, constant_per_yr: 0.04, wear: { shape: 4, scale_yr: 8 } };
    expect(bathtubSurvival_frac(all, 5)).toBeCloseTo(Math.exp(-Math.sqrt(5 / 400) - 0.2 - (5 / 8) ** 4), 12);
    expect(() => bathtubSurvival_frac(all, Number.NaN)).toThrow(RangeError);
  });

  // The handbook's posterior means by hand: (43,830 h/2,372 h)^0.44 x 106/736 x 6/109 = 0.0286 in five years.
  test("early failures of satellites", () => {
    const lost = lives.find(({ id }) => id === "satellite-lost")!.figures;
    const early = weibullOfEvents({ shape: lost.shape!.value, scale_yr: lost.scale!.value, counting_frac: lost.counting!.value });
    measure(SUITE, { case: "satellites lost to systematic failures in 5 years", got: -Math.log(weibullSurvival_frac(early, 5)), expected: (43_830 / 2372) ** 0.44 * (106 / 736) * (6 / 109), rel: 1e-9, unit: "1", source: "ESA reliability handbook, part II 4.9" });
    const causes = { early, constant_per_yr: 0, wear: null };
    expect(bathtubRate_per_yr(causes, 0.1)).toBeGreaterThan(3 * bathtubRate_per_yr(causes, 5));
  });
});

describe("spares", () => {
  test("k of n", () => {
    // 2 of 3 at p = 0.9: 3 p^2 - 2 p^3; 1 of 2: 1 - q^2.
    expect(enoughWork_frac({ needed: 2, units: 3, survival_frac: 0.9 })).toBeCloseTo(0.972, 12);
    expect(enoughWork_frac({ needed: 1, units: 2, survival_frac: 0.7 })).toBeCloseTo(0.91, 12);
    expect(enoughWork_frac({ needed: 3, units: 3, survival_frac: 0 })).toBe(0);
    expect(expectedWork_frac({ needed: 3, units: 5, survival_frac: 1 })).toBe(1);
    expect(expectedWork_frac({ needed: 10, units: 10, survival_frac: 0.8 })).toBeCloseTo(0.8, 12);
    expect(() => enoughWork_frac({ needed: 2.5, units: 3, survival_frac: 0.5 })).toThrow(RangeError);
    expect(() => enoughWork_frac({ needed: 2, units: 3, survival_frac: Number.NaN })).toThrow(/survival_frac/);
  });

  // Large n: the normal law, k = np - 1.6449 sqrt(npq) - 1/2 for 95 %.
  test("16,384 needed of those that survive five years at 4 % a year", () => {
    const p = Math.exp(-0.2);
    const units = unitsFor({ needed: 16_384, survival_frac: p, confidence_frac: 0.95 });
    const normal = (n: number): number => n * p - 1.6449 * Math.sqrt(n * p * (1 - p)) - 0.5;
    measure(SUITE, { case: "units for 16,384 after 5 years at 4 %, 95 %", got: normal(units), expected: 16_384, abs: 2, unit: "1", source: "normal law" });
    expect(enoughWork_frac({ needed: 16_384, units: units - 1, survival_frac: p })).toBeLessThan(0.95);
    expect(() => unitsFor({ needed: 3, survival_frac: 0, confidence_frac: 0.5 })).toThrow(/do not give/);
  });

  test("more units never do less", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (needed, extra, survival_frac) => {
        const crew = { needed, units: needed + extra, survival_frac };
        expect(enoughWork_frac({ ...crew, units: crew.units + 1 })).toBeGreaterThanOrEqual(enoughWork_frac(crew) - 1e-12);
        expect(expectedWork_frac(crew)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
