import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { philox4x32, randomDoubles } from "../../src/kernel/index.ts";

// Random123 1.14.0 (D. E. Shaw Research, 2021), tests/kat_vectors, rows "philox4x32 10": counter, key, words.
const KNOWN = [
  "00000000 00000000 00000000 00000000 00000000 00000000 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
  "ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff 408f276d 41c83b0e a20bc7c6 6d5451fd",
  "243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0 d16cfe09 94fdcceb 5001e420 24126ea1",
] as const;

const hex = (words: Uint32Array): string => Array.from(words, (word) => word.toString(16).padStart(8, "0")).join(" ");

describe("philox4x32", () => {
  test.each(KNOWN)("gives the published answer %s", (row) => {
    const words = Uint32Array.from(row.split(" "), (word) => Number.parseInt(word, 16));
    const out = new Uint32Array(4);
    philox4x32(words.slice(0, 4), words.slice(4, 6), out);
    expect(hex(out)).toBe(hex(words.slice(6)));
  });

  test("agrees with 64-bit arithmetic on any counter and key", () => {
    const word = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
      const out = new Uint32Array(4);
      philox4x32(Uint32Array.from(counter), Uint32Array.from(key), out);
      expect(Array.from(out, BigInt)).toEqual(inBigInts(counter, key));
    }));
  });
});

/** The paper's rounds as they are written, on big integers. */
const inBigInts = (counter: readonly number[], key: readonly number[]): readonly bigint[] => {
  const mask = 0xffffffffn;
  let [a, b, c, d] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
  let [k0, k1] = key.map(BigInt) as [bigint, bigint];
  for (let round = 0; round < 10; round++) {
    const [p0, p1] = [0xd2511f53n * a, 0xcd9e8d57n * c];
    [a, b, c, d] = [(p1 >> 32n) ^ b ^ k0, p1 & mask, (p0 >> 32n) ^ d ^ k1, p0 & mask];
    [k0, k1] = [(k0 + 0x9e3779b9n) & mask, (k1 + 0xbb67ae85n) & mask];
  }
  return [a, b, c, d];
};

describe("randomDoubles", () => {
  const draw = (key: Parameters<typeof randomDoubles>[0], count: number): readonly number[] => {
    const next = randomDoubles(key);
    return Array.from({ length: count }, next);
  };

  test("begins with the words of the first known answer: 0x6627e8d5 and 0xe169c58d as 53 bits", () => {
    const [first] = draw({ seed: 0, stream: 0, index: 0 }, 1);
    expect(first).toBe(((0x6627e8d5 >>> 5) * 2 ** 26 + (0xe169c58d >>> 6)) / 2 ** 53);
  });

  test("is the same for the same key and another for any other", () => {
    const key = { seed: 7, stream: 1, index: 2 };
    expect(draw(key, 9)).toEqual(draw(key, 9));
    for (const other of [{ ...key, seed: 8 }, { ...key, seed: 7 + 2 ** 32 }, { ...key, stream: 2 }, { ...key, index: 3 }, { ...key, index: 2 + 2 ** 32 }]) expect(draw(other, 9)).not.toEqual(draw(key, 9));
  });

  // 5 standard errors of mean (1/sqrt(12 n)) and of the variance 1/12 (sqrt(1/180 n)), and of the serial product 1/4 (sqrt(7/144 n)).
  test("has the moments of a uniform distribution", () => {
    const n = 100_000;
    const x = draw({ seed: 20261122, stream: 0, index: 0 }, n);
    const mean = (f: (i: number) => number): number => x.reduce((sum, _, i) => sum + f(i), 0) / n;
    expect(Math.abs(mean((i) => x[i]!) - 1 / 2)).toBeLessThan(5 / Math.sqrt(12 * n));
    expect(Math.abs(mean((i) => (x[i]! - 0.5) ** 2) - 1 / 12)).toBeLessThan(5 / Math.sqrt(180 * n));
    expect(Math.abs(mean((i) => x[i]! * x[(i + 1) % n]!) - 1 / 4)).toBeLessThan(5 * Math.sqrt(7 / 144 / n) * 1.5);
    expect(x.every((v) => v >= 0 && v < 1)).toBe(true);
  });

  test("refuses what is no key", () => {
    expect(() => randomDoubles({ seed: -1, stream: 0, index: 0 })).toThrow(RangeError);
    expect(() => randomDoubles({ seed: 0.5, stream: 0, index: 0 })).toThrow(RangeError);
    expect(() => randomDoubles({ seed: 0, stream: 2 ** 32, index: 0 })).toThrow(RangeError);
    expect(() => randomDoubles({ seed: 0, stream: 0, index: Number.NaN })).toThrow(RangeError);
  });
});
