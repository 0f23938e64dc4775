import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SGP4_STATE, sgp4, sgp4Batch, sgp4Fleet, sgp4Set, sgp4Times } from "../../src/kernel/index.ts";
import { sinCos, turnOn } from "../../src/kernel/sgp4-trig.ts";
import { readTle, sgp4Elements, WGS72 } from "../../src/elements/index.ts";

describe("sine and cosine together", () => {
  const out = new Float64Array(4);

  // Math.sin and Math.cos of V8 are a port of fdlibm, right to under one unit in the last place.
  test("are those of Math to 2.5e-16, over the range SGP4 uses", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (x) => {
        sinCos(x, out, 0);
        return Math.abs(out[0]! - Math.sin(x)) < 2.5e-16 && Math.abs(out[1]! - Math.cos(x)) < 2.5e-16;
      }),
      { numRuns: 20_000 },
    );
  });

  test("a turn adds angles, short or long", () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: 10, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(1, 1 / 32, 1e-3), (x, turn, size) => {
        sinCos(x, out, 0);
        turnOn(turn * size, out, 0);
        return Math.abs(out[0]! - Math.sin(x + turn * size)) < 2e-15 && Math.abs(out[1]! - Math.cos(x + turn * size)) < 2e-15;
      }),
      { numRuns: 5000 },
    );
  });
});

describe("batches", () => {
  const { sets } = readTle(readFileSync(new URL("../golden/astro/oneweb_tle.txt", import.meta.url), "utf8"));
  const few = sets.filter((_, i) => i % 50 === 0);
  const batch = sgp4Batch(few.length, WGS72);
  few.forEach((set, i) => sgp4Set(batch, i, sgp4Elements(set)));

  test("one state, one satellite at many times and many satellites at one time are the same numbers", () => {
    const minutes = Float64Array.from(few, (_, i) => 37.25 * i - 100);
    const out = new Float64Array(SGP4_STATE * few.length);
    const status = new Uint8Array(few.length);
    expect(sgp4Fleet(batch, minutes, out, status)).toBe(0);
    const times = new Float64Array(out.length);
    const one = new Float64Array(SGP4_STATE);
    few.forEach((_, i) => {
      expect(sgp4Times(batch, i, minutes, times, status)).toBe(0);
      expect(sgp4(batch, i, minutes[i]!, one, 0)).toBe(0);
      expect([...one]).toEqual([...out.subarray(6 * i, 6 * i + 6)]);
      expect([...one]).toEqual([...times.subarray(6 * i, 6 * i + 6)]);
    });
  });

  test("arrays that are too short are named", () => {
    expect(() => sgp4Times(batch, 0, new Float64Array(2), new Float64Array(11), new Uint8Array(2))).toThrow(/too short for 2 minutes/);
    expect(() => sgp4Fleet(batch, new Float64Array(1), new Float64Array(6), new Uint8Array(1))).toThrow(/for 14 satellites/);
  });

  test("what is no orbit is refused, and what has no state is NaN with a reason", () => {
    const good = sgp4Elements(few[0]!);
    const room = sgp4Batch(1, WGS72);
    const out = new Float64Array(6);
    for (const bad of [{ eccentricity: 1 }, { eccentricity: -0.1 }, { meanMotion_rad_per_min: 0 }, { bstar: NaN }, { node_rad: Infinity }]) {
      expect(sgp4Set(room, 0, { ...good, ...bad })).toBe("invalid");
    }
    expect(sgp4Set(room, 0, { ...good, meanMotion_rad_per_min: (2 * Math.PI) / 226 })).toBe("deep");
    // Never set: NaN, not a place.
    expect(sgp4(room, 0, 0, out, 0)).not.toBe(0);
    expect(sgp4Set(room, 0, good)).toBe("near");
    expect(sgp4(room, 0, 0, out, 0)).toBe(0);
    expect(sgp4(room, 0, 1e9, out, 0)).toBe(7);
    expect(sgp4(room, 0, NaN, out, 0)).toBe(7);
    expect([...out].every(Number.isNaN)).toBe(true);
    // B* a thousand times too great: the orbit shrinks through the Earth, and must not grow again on the other side.
    sgp4Set(room, 0, { ...good, bstar: 1 });
    const ends = Array.from({ length: 200 }, (_, day) => sgp4(room, 0, 1440 * day, out, 0));
    const lost = ends.findIndex((status) => status !== 0);
    expect(lost).toBeGreaterThan(0);
    expect(ends.slice(lost).every((status) => status !== 0)).toBe(true);
  });

  test("with any elements, a state is whole and outside the Earth, or none", () => {
    const room = sgp4Batch(1, WGS72);
    const out = new Float64Array(6);
    const angle = fc.double({ min: -7, max: 7, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({ meanMotion_rad_per_min: fc.double({ min: 0.03, max: 0.078, noNaN: true }), eccentricity: fc.double({ min: 0, max: 0.999, noNaN: true }), inclination_rad: fc.double({ min: 0, max: Math.PI, noNaN: true }), node_rad: angle, perigee_rad: angle, meanAnomaly_rad: angle, bstar: fc.double({ min: -0.1, max: 0.1, noNaN: true }) }),
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        (elements, minutes) => {
          if (sgp4Set(room, 0, elements) !== "near") return true;
          const status = sgp4(room, 0, minutes, out, 0);
          return status === 0 ? out.every(Number.isFinite) && Math.hypot(out[0]!, out[1]!, out[2]!) > 6300 : out.every(Number.isNaN);
        },
      ),
      { numRuns: 5000 },
    );
  });
});
