import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coneIllumination, shadowArcLight } from "../../src/kernel/index.ts";

const RE = 6378.137;
const RS = 695_700;
const AU = 149_597_870.7;

const light = (rows: number) => ({
  umbra_frac: new Float64Array(rows), shadow_frac: new Float64Array(rows), lit_frac: new Float64Array(rows),
  turnUmbra_frac: new Float64Array(rows), turnShadow_frac: new Float64Array(rows),
});
const wrapped = (q: number) => q - 2 * Math.PI * Math.round(q / (2 * Math.PI));

/** `rows` equal steps of one turn from `start` on. */
function oneTurn({ r, beta, rows, start }: { r: number; beta: number; rows: number; start: number }) {
  const at = (of: (i: number) => number) => Float64Array.from({ length: rows + 1 }, (_, i) => of(i));
  const out = light(rows);
  const path = { phase_rad: at((i) => wrapped(start + (2 * Math.PI * i) / rows)), cosBeta: at(() => Math.cos(beta)), sunDistance: at(() => AU) };
  shadowArcLight({ orbitRadius: r, earthRadius: RE, sunRadius: RS }, path, rows, out);
  return out;
}

/** The same turn in many instants, each asked of the cone directly with vectors in the orbit's axes. */
function sampled({ r, beta, samples }: { r: number; beta: number; samples: number }) {
  const sun = [AU * Math.cos(beta), 0, AU * Math.sin(beta)] as const;
  const sum = { umbra: 0, shadow: 0, lit: 0 };
  for (let i = 0; i < samples; i++) {
    const q = Math.PI + (2 * Math.PI * (i + 0.5)) / samples;
    const seen = coneIllumination({ satellite: [r * Math.cos(q), r * Math.sin(q), 0], sun, earthRadius: RE, sunRadius: RS });
    sum.umbra += seen.umbra ? 1 : 0;
    sum.shadow += seen.umbra || seen.penumbra ? 1 : 0;
    sum.lit += seen.lit_frac;
  }
  return { umbra: sum.umbra / samples, shadow: sum.shadow / samples, lit: sum.lit / samples };
}

const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length;

describe("shadowArcLight", () => {
  // 66.3 and 66.8 deg: grazing at 650 km, no umbra or a short one. Oracle: half-second sampling of the cone itself.
  test.each([[7028, 0], [7028, 58.6], [7028, 64.9], [7028, 65.2], [6578, 10], [42_164, 5], [42_164, 8.55]])("r %d km, beta %d deg, against sampling of the cone", (r, beta_deg) => {
    const beta = (beta_deg * Math.PI) / 180;
    const samples = 20_000;
    const expected = sampled({ r, beta, samples });
    const got = oneTurn({ r, beta, rows: 97, start: 1.234 });
    expect(Math.abs(mean(got.umbra_frac) - expected.umbra)).toBeLessThanOrEqual(2 / samples);
    expect(Math.abs(mean(got.shadow_frac) - expected.shadow)).toBeLessThanOrEqual(2 / samples);
    // 1e-3 of the time in penumbra, and one sample.
    expect(Math.abs(mean(got.lit_frac) - expected.lit)).toBeLessThanOrEqual(1e-3 * (expected.shadow - expected.umbra) + 1 / samples);
  });

  test("the mean over a turn does not depend on the number of steps or where they start, and is the turn's own share", () => {
    fc.assert(fc.property(
      fc.record({ r: fc.double({ min: 6600, max: 50_000, noNaN: true }), beta: fc.double({ min: -1.5, max: 1.5, noNaN: true }), rows: fc.integer({ min: 9, max: 300 }), start: fc.double({ min: -3, max: 3, noNaN: true }) }),
      (given) => {
        const got = oneTurn(given);
        expect(mean(got.umbra_frac)).toBeCloseTo(got.turnUmbra_frac[0]!, 11);
        expect(mean(got.shadow_frac)).toBeCloseTo(got.turnShadow_frac[0]!, 11);
      },
    ));
  });

  test("disc in view lies between what is outside the penumbra and what is outside the umbra", () => {
    fc.assert(fc.property(
      fc.record({ r: fc.double({ min: 6600, max: 110_000, noNaN: true }), beta: fc.double({ min: -1.57, max: 1.57, noNaN: true }), rows: fc.integer({ min: 9, max: 200 }), start: fc.double({ min: -3, max: 3, noNaN: true }) }),
      (given) => {
        const got = oneTurn(given);
        for (let i = 0; i < given.rows; i++) {
          expect(got.lit_frac[i]!).toBeGreaterThanOrEqual(1 - got.shadow_frac[i]! - 1e-12);
          expect(got.lit_frac[i]!).toBeLessThanOrEqual(1 - got.umbra_frac[i]! + 1e-12);
        }
      },
    ));
  });
});
