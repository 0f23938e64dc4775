import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entries } from "../../src/catalog/index.ts";
import {
  allBelow,
  anyClearBetaBinomial_frac,
  anyClearCorrelated_frac,
  anyClearEqually_frac,
  anyClearIndependent_frac,
  cloudCorrelation,
  cloudFreeSight_frac,
  correlationFor,
  exponentialCorrelation,
  normalBelow,
  normalBound,
  siteDiversity,
} from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

const equal = (n: number, r: number): number[][] => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : r)));
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe("normal distribution", () => {
  // Abramowitz & Stegun 1964, tables 26.1 and 26.2, and DLMF for the far tail.
  test.each([[1, 0.841344746068543], [2, 0.97724986805182], [3, 0.99865010196837], [-5, 2.866515718791939e-7], [-8, 6.220960574271785e-16]])("below %d", (x, expected) => {
    measure("optical-ground", { case: `normal below ${x}`, got: normalBelow(x), expected, rel: 1e-13, unit: "1", source: "Abramowitz & Stegun 1964, table 26.1; DLMF 7.8" });
    expect(normalBound(normalBelow(-Math.abs(x)))).toBeCloseTo(-Math.abs(x), 12);
  });

  // Sheppard 1898: two normals both below 0 with correlation r: 1/4 + asin(r)/(2 pi); three: 1/8 + sum of asin/(4 pi).
  test.each([-0.6, 0, 0.3, 0.9])("both below 0, correlation %d", (r) => {
    measure("optical-ground", { case: `two normals below 0, correlation ${r}`, got: allBelow([0, 0], equal(2, r)), expected: 0.25 + Math.asin(r) / (2 * Math.PI), abs: 2e-4, unit: "1", source: "Sheppard 1898" });
    const others = equal(3, 0.2).map((row, i) => row.map((x, j) => (i + j === 1 ? r : x)));
    measure("optical-ground", { case: `three normals below 0, correlations ${r}, 0.2, 0.2`, got: allBelow([0, 0, 0], others), expected: 0.125 + (Math.asin(r) + 2 * Math.asin(0.2)) / (4 * Math.PI), abs: 2e-4, unit: "1", source: "Sheppard 1898" });
  });

  test("correlations that contradict each other are refused", () => {
    expect(() => allBelow([0, 0, 0], [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])).toThrow(/contradicts/);
  });
});

describe("sites", () => {
  const australasia = { count: 8, cloudFree_frac: 0.69 };

  test("eight Australasian sites", () => {
    const source = "Birch et al. 2023 (arXiv 2211.09248): eight sites, mean availability 69 %, network up to 99.97 %";
    const independent = anyClearIndependent_frac(Array.from({ length: 8 }, () => 0.69));
    measure("optical-ground", { case: "eight independent sites of 69 %", got: independent, expected: 0.99991, abs: 5e-6, unit: "1", source: "project physics notes; (1 - 0.69)^8" });
    const r = correlationFor({ ...australasia, anyClear_frac: 0.9997 })!;
    measure("optical-ground", { case: "the same, correlated to give the published network", got: anyClearCorrelated_frac(Array.from({ length: 8 }, () => 0.69), equal(8, r)), expected: 0.9997, abs: 1e-6, unit: "1", source });
    expect(1 - 0.9997).toBeGreaterThan(3 * (1 - independent));
    expect(correlationFor({ ...australasia, anyClear_frac: 0.99999 })).toBeUndefined();
    expect(correlationFor({ ...australasia, anyClear_frac: 0.6 })).toBeUndefined();
  });

  test("the lattice meets the quadrature", () => {
    for (const [n, r] of [[3, 0.5], [8, 0.1], [8, 0.7], [12, 0.3]] as const) {
      const clear = Array.from({ length: n }, (_, i) => 0.4 + (0.4 * i) / n);
      const clouded = 1 - anyClearEqually_frac(clear, r);
      expect((1 - anyClearCorrelated_frac(clear, equal(n, r))) / clouded, `${n} sites, ${r}`).toBeCloseTo(1, 2);
      expect(Math.abs((1 - anyClearCorrelated_frac(clear, equal(n, r))) / clouded - 1)).toBeLessThan(2e-3);
    }
  });

  test("two sites of a half, correlation of cloud itself: outage (1 + s)/4", () => {
    // Of two fair coins with correlation s both fall the same way with (1 + s)/4.
    expect(1 - anyClearBetaBinomial_frac({ count: 2, cloudFree_frac: 0.5, correlation: 0.3 })).toBeCloseTo(1.3 / 4, 12);
    expect(anyClearBetaBinomial_frac({ count: 5, cloudFree_frac: 0.6, correlation: 1 })).toBeCloseTo(0.6, 12);
    expect(anyClearBetaBinomial_frac({ count: 5, cloudFree_frac: 0.6, correlation: 0 })).toBeCloseTo(1 - 0.4 ** 5, 12);
  });

  test("between the best site alone and independence, and no site ever harms", () => {
    const site = fc.record({ latitude_deg: fc.double({ min: -60, max: 60, noNaN: true }), longitude_deg: fc.double({ min: -10, max: 10, noNaN: true }), cloudFree_frac: share });
    fc.assert(fc.property(fc.array(site, { minLength: 2, maxLength: 5 }), (sites) => {
      const together = siteDiversity(sites);
      expect(together.anyClear_frac).toBeGreaterThanOrEqual(together.best_frac - 1e-3);
      expect(together.anyClear_frac).toBeLessThanOrEqual(together.independent_frac + 1e-3);
      expect(siteDiversity(sites.slice(1)).anyClear_frac).toBeLessThanOrEqual(together.anyClear_frac + 1e-3);
      expect(siteDiversity(sites.toReversed()).anyClear_frac).toBeCloseTo(together.anyClear_frac, 2);
    }), { numRuns: 15 });
  });

  test("correlation never helps", () => {
    fc.assert(fc.property(fc.array(share, { minLength: 1, maxLength: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (clear, a, b) => {
      expect(anyClearEqually_frac(clear, Math.max(a, b))).toBeLessThanOrEqual(anyClearEqually_frac(clear, Math.min(a, b)) + 1e-9 + (Math.max(a, b) > 1 - 1e-6 ? 1e-3 : 0));
    }), { numRuns: 50 });
  });

  // Two sites of a half on one meridian 1,000 km apart, scale 1,000 km: Sheppard's 1/4 + asin(e^-1)/(2 pi) clouded.
  test("another law of distance", () => {
    const site = (latitude_deg: number) => ({ latitude_deg, longitude_deg: 20, cloudFree_frac: 0.5 });
    const apart_deg = 1000 / 6371.0088 / (Math.PI / 180);
    const { anyClear_frac } = siteDiversity([site(0), site(apart_deg)], exponentialCorrelation(1000));
    measure("optical-ground", { case: "two sites a scale apart", got: anyClear_frac, expected: 0.75 - Math.asin(Math.exp(-1)) / (2 * Math.PI), abs: 2e-4, unit: "1", source: "Sheppard 1898" });
  });

  test("one place counts once", () => {
    const here = { latitude_deg: 40, longitude_deg: -4, cloudFree_frac: 0.624 };
    expect(cloudCorrelation(0)).toBe(1);
    expect(siteDiversity([here, here]).anyClear_frac).toBeCloseTo(0.624, 3);
  });
});

test("lower in the sky it is never clearer", () => {
  fc.assert(fc.property(share, fc.double({ min: 5, max: 90, noNaN: true }), fc.double({ min: 5, max: 90, noNaN: true }), fc.double({ min: 0, max: 1.5, noNaN: true }), (cloudFree_frac, a, b, cloudAspect) => {
    const at = (elevation_deg: number) => cloudFreeSight_frac({ cloudFree_frac, elevation_deg, cloudAspect });
    expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)) + 1e-12);
    expect(at(90)).toBeCloseTo(cloudFree_frac, 12);
  }));
  // An aspect of 1 takes the path through the layer: twice as long at 30 degrees.
  expect(cloudFreeSight_frac({ cloudFree_frac: 0.6, elevation_deg: 30, cloudAspect: 1 })).toBeCloseTo(0.36, 12);
});

// No station has a clear sky for less than Tromso's share of daylight (1,265 h) or more than Dubai's (3,508.7 h), and most are not known.
test("the stations' cloud-free shares are those of their cities, or missing", () => {
  const known = entries("stations").flatMap(({ id, figures }) => (figures["cloudFree"] === undefined ? [] : [[id, figures["cloudFree"].value] as const]));
  expect(known.length).toBe(19);
  expect(Object.fromEntries(known)).toMatchObject({ "ksat-tromso": 0.28, "atlas-dubai": 0.792, "ksat-dubai": 0.792, "dsn-madrid": 0.624 });
  expect(known.every(([, x]) => x >= 0.28 && x <= 0.792)).toBe(true);
});
