import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDown, randomDowntime, weatherFailing } from "../../src/network/index.ts";

const span = { start_s: 1000, end_s: 1000 + 1e7 };
const key = { seed: 7, kind: "station", index: 3 };
const downFrac = (edges: Float64Array): number => edges.reduce((sum, t_s, k) => sum + (k % 2 === 0 ? -t_s : t_s), 0) / (span.end_s - span.start_s);

describe("randomDowntime", () => {
  test("its share over many is that of an alternating renewal process, down/(up + down)", () => {
    const shares = Array.from({ length: 40 }, (_, index) => downFrac(randomDowntime({ meanUp_s: 9000, meanDown_s: 1000 }, { ...key, index }, span)));
    expect(Math.abs(shares.reduce((a, b) => a + b, 0) / 40 - 0.1)).toBeLessThan(0.003);
  });

  test("edges ascend within the span; the same key gives the same; another index another", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), (meanUp_s, meanDown_s, seed) => {
        const short = { start_s: 5, end_s: 5 + 20 * (meanUp_s + meanDown_s) };
        const edges = randomDowntime({ meanUp_s, meanDown_s }, { ...key, seed }, short);
        expect(edges.length % 2).toBe(0);
        expect([...edges]).toEqual([...edges].toSorted((a, b) => a - b));
        for (const t_s of edges) expect(t_s >= short.start_s && t_s <= short.end_s).toBe(true);
        expect(randomDowntime({ meanUp_s, meanDown_s }, { ...key, seed }, short)).toEqual(edges);
      }),
      { numRuns: 50 },
    );
    const other = randomDowntime({ meanUp_s: 900, meanDown_s: 100 }, { ...key, index: 4 }, span);
    expect(other).not.toEqual(randomDowntime({ meanUp_s: 900, meanDown_s: 100 }, key, span));
  });

  test("a start is within, an end without", () => {
    const edges = Float64Array.of(10, 20, 30, 40);
    expect([9, 10, 19, 20, 25, 30, 40].map((t_s) => isDown(edges, t_s))).toEqual([false, true, true, false, false, true, false]);
  });

  test("weather by its share of time", () => {
    expect(weatherFailing({ available_frac: 0.75, spell_s: 600 })).toEqual({ meanUp_s: 1800, meanDown_s: 600 });
    expect(randomDowntime(weatherFailing({ available_frac: 1, spell_s: 600 }), key, span).length).toBe(0);
    expect(() => weatherFailing({ available_frac: 0, spell_s: 600 })).toThrow(/available_frac is 0/);
    expect(() => randomDowntime({ meanUp_s: 0, meanDown_s: 1 }, key, span)).toThrow(/meanUp_s is 0/);
  });
});
