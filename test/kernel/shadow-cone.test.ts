import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coneMargins, cylinderMargin, limbAngle, visibleSunFraction } from "../../src/kernel/index.ts";

const RE = 6378.137;
const F = 1 / 298.257223563;
const RS = 695_700;
const AU = 149_597_870.7;

type V3 = readonly [number, number, number];
const sub = (a: V3, b: V3): V3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const cross = (a: V3, b: V3): V3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const inner = (a: V3, b: V3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const unit = (a: V3): V3 => a.map((x) => x / Math.hypot(...a)) as unknown as V3;
const mix = (a: V3, ka: number, b: V3, kb: number): V3 => [ka * a[0] + kb * b[0], ka * a[1] + kb * b[1], ka * a[2] + kb * b[2]];
const angle = (a: V3, b: V3): number => Math.atan2(Math.hypot(...cross(a, b)), inner(a, b));

/** A satellite 300 to 40,000 km up, and a Sun somewhere. */
const place = fc.record({ height: fc.double({ min: 300, max: 40_000, noNaN: true }), lat: fc.double({ min: -1.5, max: 1.5, noNaN: true }), lon: fc.double({ min: -3, max: 3, noNaN: true }), turn: fc.double({ min: -3, max: 3, noNaN: true }), past: fc.double({ min: -0.02, max: 0.02, noNaN: true }) });
const satelliteOf = ({ height, lat, lon }: { height: number; lat: number; lon: number }): V3 => {
  const r = RE + height;
  return [r * Math.cos(lat) * Math.cos(lon), r * Math.cos(lat) * Math.sin(lon), r * Math.sin(lat)];
};
/** A Sun at an angle from the Earth's centre, as seen from the satellite, in the direction `turn`. */
const sunAtAngle = (r: V3, turn: number, c: number): V3 => {
  const down = unit(mix(r, -1, r, 0));
  const side = unit(cross(r, Math.abs(r[2]) < 0.9 * Math.hypot(...r) ? [0, 0, 1] : [1, 0, 0]));
  const aside = mix(side, Math.cos(turn), cross(down, side), Math.sin(turn));
  return mix(r, 1, mix(down, Math.cos(c), aside, Math.sin(c)), AU);
};

describe("margins of the cones", () => {
  test("below 0 where the visible disc says umbra, and where it says not all of the disc", () => {
    fc.assert(
      fc.property(place, (p) => {
        const r = satelliteOf(p);
        const s = sunAtAngle(r, p.turn, Math.abs(Math.asin(RE / Math.hypot(...r)) + p.past));
        const out = { umbra: new Float64Array(1), penumbra: new Float64Array(1) };
        coneMargins({ earthRadius: RE, flattening: 0, sunRadius: RS }, Float64Array.from(r), Float64Array.from(s), 1, out);
        const lit = visibleSunFraction(...r, ...s, RE, RS);
        if (Math.abs(out.umbra[0]!) > 1e-9) expect(out.umbra[0]! < 0).toBe(lit === 0);
        if (Math.abs(out.penumbra[0]!) > 1e-9) expect(out.penumbra[0]! < 0).toBe(lit < 1);
      }),
      { numRuns: 2000 },
    );
  });

  test("are the sines of the angles c - b + a and c - b - a, and 2 less the sine beyond a quarter turn", () => {
    const unfolded = (angle_rad: number): number => (angle_rad > Math.PI / 2 ? 2 - Math.sin(angle_rad) : Math.sin(angle_rad));
    const a = Math.asin(RS / AU);
    fc.assert(
      fc.property(place, fc.double({ min: 0, max: Math.PI, noNaN: true }), fc.constantFrom(0, F), (p, c, flattening) => {
        const r = satelliteOf(p);
        const s = sunAtAngle(r, p.turn, c);
        const out = { umbra: new Float64Array(1), penumbra: new Float64Array(1) };
        coneMargins({ earthRadius: RE, flattening, sunRadius: RS }, Float64Array.from(r), Float64Array.from(s), 1, out);
        const past = c - (flattening === 0 ? Math.asin(RE / Math.hypot(...r)) : limbAngle(...r, ...s, RE, F));
        expect(Math.abs(out.umbra[0]! - unfolded(past + a))).toBeLessThan(2e-12);
        expect(Math.abs(out.penumbra[0]! - unfolded(past - a))).toBeLessThan(2e-12);
      }),
      { numRuns: 2000 },
    );
  });

  test("rows are apart, and a point within the Earth has none", () => {
    const positions = Float64Array.of(-7000, 100, 50, 0, 7000, 900, 6000, 0, 0);
    const suns = Float64Array.of(AU, 0, 0, AU, 1e6, 2e6, AU, 0, 0);
    const body = { earthRadius: RE, flattening: F, sunRadius: RS };
    const margins = (row: number, rows: number): readonly (number | undefined)[] => {
      const out = { umbra: new Float64Array(rows), penumbra: new Float64Array(rows) };
      coneMargins(body, positions.subarray(3 * row), suns.subarray(3 * row), rows, out);
      return [...out.umbra, ...out.penumbra];
    };
    const [u0, u1, u2, p0, p1, p2] = margins(0, 3);
    expect([margins(0, 1), margins(1, 1)]).toEqual([[u0, p0], [u1, p1]]);
    expect([u2, p2]).toEqual([NaN, NaN]);
  });
});

describe("limb of the ellipsoid", () => {
  /** Largest angle from the centre of points of the surface in the plane of satellite, Sun and centre, by search over that ellipse. */
  const searched = (r: V3, s: V3): number => {
    const n = unit(cross(r, s));
    const axis = unit([n[0], n[1], n[2] * (1 - F)]);
    const w1 = unit(cross(axis, Math.abs(axis[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0]));
    const w2 = cross(axis, w1);
    const side = sub(s, mix(r, inner(s, r) / inner(r, r), r, 0));
    const seen = (psi: number): number => {
      const w = mix(w1, Math.cos(psi), w2, Math.sin(psi));
      const ray = sub([RE * w[0], RE * w[1], RE * (1 - F) * w[2]], r);
      return inner(ray, side) > 0 ? angle(ray, mix(r, -1, r, 0)) : -1;
    };
    let best = 0;
    let step = (2 * Math.PI) / 2000;
    for (let k = 1; k < 2000; k++) if (seen(k * step) > seen(best)) best = k * step;
    for (; step > 1e-9; step /= 2) for (const psi of [best - step, best + step]) if (seen(psi) > seen(best)) best = psi;
    return seen(best);
  };

  test("as searched over the surface, to 1e-9 rad", () => {
    fc.assert(
      fc.property(place, (p) => {
        const r = satelliteOf(p);
        const s = sunAtAngle(r, p.turn, Math.asin(RE / Math.hypot(...r)));
        expect(Math.abs(limbAngle(...r, ...s, RE, F) - searched(r, s))).toBeLessThan(1e-9);
      }),
      { numRuns: 100 },
    );
  });

  // The whole limb, a closed curve around the Earth: where the disc touches it need not lie in the plane of the three centres.
  test("a disc that touches it there touches the whole limb to 3e-8 rad", () => {
    const along = (r: V3, s: V3): number => {
      const flat: V3 = [r[0], r[1], r[2] / (1 - F)];
      const d = Math.hypot(...flat);
      const axis = unit(flat);
      const w1 = unit(cross(axis, Math.abs(axis[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0]));
      const w2 = cross(axis, w1);
      const ring = Math.sqrt(1 - (RE / d) ** 2);
      const apart = (psi: number): number => {
        const w = mix(axis, RE / d, mix(w1, Math.cos(psi), w2, Math.sin(psi)), ring);
        return angle(sub([RE * w[0], RE * w[1], RE * (1 - F) * w[2]], r), sub(s, r));
      };
      let best = 0;
      let step = (2 * Math.PI) / 2000;
      for (let k = 1; k < 2000; k++) if (apart(k * step) < apart(best)) best = k * step;
      for (; step > 1e-10; step /= 2) for (const psi of [best - step, best + step]) if (apart(psi) < apart(best)) best = psi;
      return apart(best);
    };
    const a = Math.asin(RS / AU);
    let worst = 0;
    fc.assert(
      fc.property(place, fc.constantFrom(-1, 1), (p, side) => {
        const r = satelliteOf(p);
        const rough = sunAtAngle(r, p.turn, Math.asin(RE / Math.hypot(...r)));
        const b = limbAngle(...r, ...rough, RE, F);
        const s = sunAtAngle(r, p.turn, b + side * a);
        worst = Math.max(worst, Math.abs(along(r, s) - a));
      }),
      { numRuns: 200 },
    );
    expect(worst).toBeLessThan(3e-8);
  });

  test("no flattening is a sphere; on the axis there is a limb too", () => {
    expect(limbAngle(-7000, 0, 3000, AU, 0, 0, RE, 1e-15)).toBeCloseTo(Math.asin(RE / Math.hypot(7000, 3000)), 12);
    expect(limbAngle(-7000, 0, 0, AU, 0, 0, RE, F)).toBeCloseTo(Math.asin(RE / 7000), 12);
    // Sun over the pole, from the equator's plane: tangent to the ellipse of the meridian, tan b = Rp / sqrt(r^2 - Re^2).
    expect(limbAngle(-7000, 0, 0, AU, 0, 1e6, RE, F)).toBeCloseTo(Math.atan((RE * (1 - F)) / Math.sqrt(7000 ** 2 - RE ** 2)), 12);
  });
});

describe("cylinder", () => {
  test("below 0 exactly where the satellite is behind the Earth and nearer to its axis than the radius", () => {
    fc.assert(
      fc.property(place, (p) => {
        const r = satelliteOf(p);
        const s: V3 = [AU, 0, 0];
        const inside = r[0] < 0 && Math.hypot(r[1], r[2]) < RE;
        const margin = cylinderMargin(...r, ...s, RE);
        if (Math.abs(margin) > 1e-9) expect(margin < 0).toBe(inside);
      }),
    );
  });
});
