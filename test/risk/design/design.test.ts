/** Designs against published points and by what must always hold of them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { designOf, owenScrambled, permutationOf, sobolSequence, SOBOL_DIMENSIONS, type DesignKind, type DesignSpec } from "../../../src/risk/index.ts";
import { goldenJson } from "../../golden/golden-file.ts";
import { measure } from "../../golden/measure.ts";
import { published } from "../golden.ts";

const alone = (dimensions: number): readonly (readonly number[])[] => Array.from({ length: dimensions }, (_, d) => [d]);
const spec = (kind: DesignKind, dimensions: number, samples: number, more: Partial<DesignSpec> = {}): DesignSpec => ({ kind, dimensions, samples, seed: 1, factors: alone(dimensions), secondOrder: false, scramble: "owen", ...more });

const pointsOf = (of: DesignSpec): readonly Float64Array[] => {
  const design = designOf(of);
  return Array.from({ length: design.points }, (_, i) => {
    const u = new Float64Array(of.dimensions);
    design.point(i, u);
    return u;
  });
};

test("the bare sequence is Joe and Kuo's", () => {
  const first = pointsOf(spec("sobol", 6, 16, { scramble: "none" })).map((point) => [...point]);
  expect(first).toEqual(published.sobol_sequence_joe_kuo_first16_dims6);
  const scipy = goldenJson<{ readonly source: string; readonly rows: readonly number[]; readonly columns: readonly number[]; readonly points: readonly (readonly number[])[] }>("uncertainty/sobol-scipy.json");
  const sequence = sobolSequence(SOBOL_DIMENSIONS);
  const words = new Uint32Array(SOBOL_DIMENSIONS);
  scipy.rows.forEach((row, r) => {
    sequence(row, words);
    scipy.columns.forEach((column, c) => measure("risk-sobol", { case: `point ${row} dimension ${column + 1}`, got: words[column]! / 2 ** 32, expected: scipy.points[r]![c]!, abs: 0, unit: "", source: scipy.source }));
  });
});

test("scrambling keeps every elementary interval's count, for every seed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (seed) => {
      const points = pointsOf(spec("sobol", 40, 256, { seed }));
      for (const d of [0, 1, 2, 17, 39]) expect(new Set(points.map((u) => Math.floor(u[d]! * 256))).size).toBe(256);
      // dimensions 1 and 2 are a (0, m, 2)-net in base 2: 16 by 16 boxes hold one point each
      expect(new Set(points.map((u) => Math.floor(u[0]! * 16) * 16 + Math.floor(u[1]! * 16))).size).toBe(256);
    }),
    { numRuns: 20 },
  );
});

test("a scrambled word's bit hangs on the bits above it alone, and is a coin", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 31 }), (word, key, low) => {
      const changed = (word ^ (1 << low)) >>> 0;
      const differ = (owenScrambled(word, key) ^ owenScrambled(changed, key)) >>> 0;
      expect(differ >>> low).toBe(1);
    }),
  );
  const keys = Array.from({ length: 4000 }, (_, k) => Math.imul(k + 1, 0x9e3779b1) >>> 0);
  for (const bit of [1, 8, 20, 31]) {
    const ones = keys.filter((key) => ((owenScrambled(0x12345678, key) >>> bit) & 1) === 1).length;
    // six standard deviations of a fair coin
    expect(Math.abs(ones - 2000)).toBeLessThan(6 * Math.sqrt(1000));
  }
});

test("a permutation by key has every number once, and each place is as likely as another", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 2 ** 50 }), fc.integer({ min: 0, max: 1000 }), (size, seed, stream) => {
      const to = permutationOf({ size, seed, stream });
      const places = new Set(Array.from({ length: size }, (_, i) => to(i)));
      expect(places.size).toBe(size);
      expect(Math.max(...places)).toBe(size - 1);
    }),
    { numRuns: 50 },
  );
  const counts = new Int32Array(10);
  for (let seed = 0; seed < 20_000; seed++) counts[permutationOf({ size: 10, seed, stream: 3 })(7)]!++;
  const chiSquared = counts.reduce((sum, n) => sum + ((n - 2000) * (n - 2000)) / 2000, 0);
  // chi squared of nine degrees of freedom lies above 27.9 once in a thousand
  expect(chiSquared).toBeLessThan(27.9);
});

test("a Latin hypercube has one point in every stratum of every coordinate", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 2 ** 50 }), (samples, seed) => {
      const points = pointsOf(spec("latin", 3, samples, { seed }));
      for (let d = 0; d < 3; d++) expect(new Set(points.map((u) => Math.floor(u[d]! * samples))).size).toBe(samples);
    }),
    { numRuns: 30 },
  );
});

test("a point is a pure function of the design and its number", () => {
  for (const kind of ["random", "latin", "sobol", "saltelli", "morris"] as const) {
    const all = pointsOf(spec(kind, 5, 32, { seed: 7 }));
    const again = designOf(spec(kind, 5, 32, { seed: 7 }));
    const u = new Float64Array(5);
    for (const i of [31, 3, 17, 3, 0]) {
      again.point(i, u);
      expect([...u], kind).toEqual([...all[i]!]);
    }
    expect([...pointsOf(spec(kind, 5, 32, { seed: 8 }))[3]!], kind).not.toEqual([...all[3]!]);
    expect(all.every((point) => point.every((v) => v > 0 && v < 1)), kind).toBe(true);
  }
});

test("Saltelli's rows take one factor from the other point, groups whole", () => {
  const factors = [[0], [1, 3], [2]];
  const points = pointsOf(spec("saltelli", 4, 8, { factors, secondOrder: true }));
  expect(points.length).toBe(8 * 8);
  for (let base = 0; base < 8; base++) {
    const [a, ab1, ab2, ab3, b, ba1, ba2, ba3] = points.slice(8 * base, 8 * base + 8).map((u) => [...u]) as [number[], number[], number[], number[], number[], number[], number[], number[]];
    expect(ab1).toEqual([b[0], a[1], a[2], a[3]]);
    expect(ab2).toEqual([a[0], b[1], a[2], b[3]]);
    expect(ab3).toEqual([a[0], a[1], b[2], a[3]]);
    expect(ba1).toEqual([a[0], b[1], b[2], b[3]]);
    expect(ba2).toEqual([b[0], a[1], b[2], a[3]]);
    expect(ba3).toEqual([b[0], b[1], a[2], b[3]]);
  }
});

test("a trajectory of Morris moves every factor once, by half", () => {
  const factors = [[0], [1, 3], [2]];
  const points = pointsOf(spec("morris", 4, 200, { factors }));
  const starts = new Map<number, number>();
  for (let t = 0; t < 200; t++) {
    const rows = points.slice(4 * t, 4 * t + 4);
    const moved = [1, 2, 3].map((k) => [0, 1, 2, 3].filter((d) => rows[k]![d] !== rows[k - 1]![d]));
    expect(moved.map((m) => m.join()).toSorted()).toEqual(["0", "1,3", "2"]);
    for (let k = 1; k < 4; k++) for (const d of moved[k - 1]!) expect(Math.abs(rows[k]![d]! - rows[k - 1]![d]!)).toBe(0.5);
    starts.set(rows[0]![0]!, (starts.get(rows[0]![0]!) ?? 0) + 1);
  }
  expect([...starts.keys()].toSorted((a, b) => a - b)).toEqual([0.125, 0.375, 0.625, 0.875]);
  expect(Math.min(...starts.values())).toBeGreaterThan(20);
});

test("a design that cannot be laid is refused", () => {
  expect(() => designOf(spec("random", 0, 8))).toThrow("at least one dimension");
  expect(() => designOf(spec("random", 2, 0))).toThrow("samples");
  expect(() => designOf(spec("random", 2, Number.NaN))).toThrow("samples");
  expect(() => designOf(spec("saltelli", 3, 8, { factors: [[0], [1, 1]] }))).toThrow("once");
  expect(() => designOf(spec("sobol", 1025, 8, { factors: alone(1025) }))).toThrow("1024");
  expect(() => designOf(spec("random", 2, 8, { seed: -1 }))).toThrow("seed");
});
