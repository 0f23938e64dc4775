import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sgp4Batch, sgp4Set, sgp4Simd, sgp4Times } from "../../src/kernel/index.ts";
import type { Sgp4Batch } from "../../src/kernel/index.ts";
import { readTle, sgp4Elements, WGS72 } from "../../src/elements/index.ts";

const golden = (name: string) => readTle(readFileSync(new URL(`../golden/astro/${name}`, import.meta.url), "utf8"), { checksum: "report" }).sets;
const simd = sgp4Simd()!;

/** Every number of both, with ===; NaN equals NaN. */
function expectSame(batch: Sgp4Batch, i: number, minutes: Float64Array): number {
  const [plain, fast] = [new Float64Array(6 * minutes.length), new Float64Array(6 * minutes.length)];
  const [why, whyFast] = [new Uint8Array(minutes.length), new Uint8Array(minutes.length)];
  const bad = sgp4Times(batch, i, minutes, plain, why);
  expect(simd.times(batch, i, minutes, fast, whyFast)).toBe(bad);
  expect(whyFast).toEqual(why);
  const differs = plain.findIndex((value, k) => !(value === fast[k] || (Number.isNaN(value) && Number.isNaN(fast[k]))));
  if (differs >= 0) expect.fail(`satellite ${i}, minute ${minutes[Math.floor(differs / 6)]}: ${plain[differs]} and ${fast[differs]}`);
  return bad;
}

test("published and real satellites are the same to the last bit, errors included, for any number of minutes", () => {
  const sets = [...golden("SGP4-VER.TLE"), ...golden("oneweb_tle.txt").filter((_, i) => i % 40 === 0)];
  const batch = sgp4Batch(sets.length, WGS72);
  let bad = 0;
  let near = 0;
  sets.forEach((set, i) => {
    if (sgp4Set(batch, i, sgp4Elements(set)) !== "near") return;
    near++;
    bad += expectSame(batch, i, Float64Array.from({ length: 1440 + (i % 3) }, (_, k) => 7.3 * k - 1440));
  });
  expect(near).toBeGreaterThan(20);
  expect(bad).toBeGreaterThan(100);
  expect(expectSame(batch, sets.length - 1, Float64Array.from([NaN, 1e9, 0]))).toBe(2);
  expect(expectSame(batch, sets.length - 1, new Float64Array(0))).toBe(0);
});

test("any elements are", () => {
  const batch = sgp4Batch(1, WGS72);
  const angle = fc.double({ min: -7, max: 7, noNaN: true });
  const elements = fc.record({
    meanMotion_rad_per_min: fc.double({ min: 0.03, max: 0.078, noNaN: true }), eccentricity: fc.double({ min: 0, max: 0.999, noNaN: true }),
    inclination_rad: fc.double({ min: 0, max: Math.PI, noNaN: true }), node_rad: angle, perigee_rad: angle, meanAnomaly_rad: angle,
    bstar: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
  });
  fc.assert(
    fc.property(elements, fc.array(fc.double({ min: -1e5, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 9 }), (set, minutes) => {
      if (sgp4Set(batch, 0, set) === "near") expectSame(batch, 0, Float64Array.from(minutes));
    }),
    { numRuns: 2000 },
  );
});

test("without WebAssembly, without SIMD and where it is forbidden there is none, and nothing throws", () => {
  const forbidden = { Module: function Module() { throw new Error("unsafe-eval"); } as unknown as typeof WebAssembly.Module, Instance: WebAssembly.Instance, validate: () => true };
  expect(sgp4Simd({ ...forbidden, validate: () => false })).toBeUndefined();
  expect(sgp4Simd(forbidden)).toBeUndefined();
});
