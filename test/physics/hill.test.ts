import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  alongTrackDrift_m_per_s,
  besideInHill,
  circularInertialState,
  energyMatch_m_per_s,
  hillState,
  inertialBeside,
  j2Ellipse,
  keplerianPeriod_s,
  matchedStart,
  meanMotion_rad_per_s,
  relativeEllipse,
  specificEnergy_km2_per_s2,
  sunSynchronousInclination_deg,
} from "../../src/physics/index.ts";
import type { HillState, InertialState } from "../../src/physics/index.ts";
import { EARTH_J2, EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM } from "../../src/units/index.ts";
import { goldenJson } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";

type Six = readonly [number, number, number, number, number, number];
const vallado = goldenJson<{ mu: number; a_m: number; dt_s: number; x0: Six; x1: Six; source: string }>("./physics/hill.json");
const state = ([x, y, z, u, v, w]: Six): HillState => ({ position_m: [x, y, z], velocity_m_per_s: [u, v, w] });
const six = ({ position_m, velocity_m_per_s }: HillState): number[] => [...position_m, ...velocity_m_per_s];

const NOTES = "project notes on formations (own program: numerical J2 orbit), 2026-11";
const SHELL = { altitude_km: 650, inclination_deg: sunSynchronousInclination_deg(650) };
const N = meanMotion_rad_per_s(650);

describe("Hill's equations", () => {
  test("Vallado's vector", () => {
    const n = Math.sqrt(vallado.mu / vallado.a_m ** 3);
    const got = six(hillState(state(vallado.x0), { meanMotion_rad_per_s: n, time_s: vallado.dt_s }));
    got.forEach((value, i) =>
      measure("hill", {
        case: `Vallado hillsr, component ${i + 1}`,
        got: value,
        expected: vallado.x1[i]!,
        rel: 1e-14,
        unit: i < 3 ? "m" : "m/s",
        source: vallado.source,
      }),
    );
  });

  const metres = fc.double({ min: -1000, max: 1000, noNaN: true });
  const speed = fc.double({ min: -1, max: 1, noNaN: true });
  const any = fc.tuple(metres, metres, metres, speed, speed, speed).map(state);

  test("two steps are one long step", () => {
    fc.assert(
      fc.property(any, fc.double({ min: 0, max: 6000, noNaN: true }), fc.double({ min: 0, max: 6000, noNaN: true }), (start, a, b) => {
        const twice = six(hillState(hillState(start, { meanMotion_rad_per_s: N, time_s: a }), { meanMotion_rad_per_s: N, time_s: b }));
        six(hillState(start, { meanMotion_rad_per_s: N, time_s: a + b })).forEach((value, i) => expect(value).toBeCloseTo(twice[i]!, 7));
      }),
    );
  });

  test("after a turn only the drift is left", () => {
    fc.assert(
      fc.property(any, (start) => {
        const turned = hillState(start, { meanMotion_rad_per_s: N, time_s: keplerianPeriod_s(650) });
        expect(turned.position_m[0]).toBeCloseTo(start.position_m[0], 6);
        expect(turned.position_m[1] - start.position_m[1]).toBeCloseTo(alongTrackDrift_m_per_s(start, N) * keplerianPeriod_s(650), 5);
      }),
    );
  });

  test("the 2:1 ellipse stays on itself", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 2000, noNaN: true }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        (radial_m, phase_rad, time_s) => {
          const start = relativeEllipse({ radial_m, phase_rad, cross_m: 0 }, N);
          expect(alongTrackDrift_m_per_s(start, N)).toBeCloseTo(0, 12);
          const [x, y] = hillState(start, { meanMotion_rad_per_s: N, time_s }).position_m;
          expect(Math.hypot(x, y / 2) / radial_m).toBeCloseTo(1, 8);
        },
      ),
    );
  });
});

test("to the Hill frame and back", () => {
  const chief = circularInertialState(SHELL, 37);
  const beside = state([120, -340, 55, 0.2, -0.1, 0.03]);
  six(besideInHill(chief, inertialBeside(chief, beside))).forEach((value, i) => expect(value).toBeCloseTo(six(beside)[i]!, 7));
});

/** Both satellites under J2 (RK4, 10 s), apart from the code under test: along-track and radial distance, by the minute. */
function fly(chief: InertialState, other: InertialState, days: number): { radial_m: number[]; along_m: number[] } {
  const field = ([x, y, z, u, v, w]: readonly number[]): number[] => {
    const r2 = x! * x! + y! * y! + z! * z!;
    const m = -EARTH_MU_KM3_PER_S2 / r2 ** 1.5;
    const k = (1.5 * EARTH_J2 * EARTH_RADIUS_KM ** 2) / r2;
    const q = (5 * z! * z!) / r2;
    return [u!, v!, w!, m * x! * (1 + k * (1 - q)), m * y! * (1 + k * (1 - q)), m * z! * (1 + k * (3 - q))];
  };
  const add = (a: readonly number[], b: readonly number[], f: number) => a.map((value, i) => value + f * b[i]!);
  const step = (s: readonly number[], h: number) => {
    const k1 = field(s);
    const k2 = field(add(s, k1, h / 2));
    const k3 = field(add(s, k2, h / 2));
    const k4 = field(add(s, k3, h));
    return s.map((value, i) => value + (h / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!));
  };
  let a: readonly number[] = [...chief.position_km, ...chief.velocity_km_per_s];
  let b: readonly number[] = [...other.position_km, ...other.velocity_km_per_s];
  const out = { radial_m: [] as number[], along_m: [] as number[] };
  for (let t = 0; t < days * 86_400; t += 10) {
    if (t % 60 === 0) {
      const [x, y, z, u, v, w] = a as Six;
      const d = [b[0]! - x, b[1]! - y, b[2]! - z];
      const r = Math.hypot(x, y, z);
      const rv = (x * u + y * v + z * w) / r;
      const t = [u - (rv * x) / r, v - (rv * y) / r, w - (rv * z) / r];
      out.radial_m.push((1000 * (d[0]! * x + d[1]! * y + d[2]! * z)) / r);
      out.along_m.push((1000 * (d[0]! * t[0]! + d[1]! * t[1]! + d[2]! * t[2]!)) / Math.hypot(t[0]!, t[1]!, t[2]!));
    }
    a = step(a, 10);
    b = step(b, 10);
  }
  return out;
}

/** Mean drift a day: the mean of the last three turns less that of the first three. */
function drift_m_per_d(along_m: readonly number[]): number {
  const window = Math.round((3 * keplerianPeriod_s(650)) / 60);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  return (mean(along_m.slice(-window)) - mean(along_m.slice(0, window))) / ((along_m.length - window) / 1440);
}

const swing = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

describe("under J2", () => {
  test("Schweighart and Sedwick's s in a sun-synchronous orbit", () => {
    const { s, axisRatio, meanMotion_rad_per_s: n } = j2Ellipse(SHELL);
    measure("hill", { case: "s, 650 km sun-synchronous", got: s, expected: -6.3e-4, rel: 1e-3, unit: "", source: NOTES });
    measure("hill", { case: "2 over the axis ratio, 650 km", got: 2 / axisRatio, expected: 1.0006, abs: 5e-5, unit: "", source: NOTES });
    expect(n).toBeGreaterThan(N);
    // cos 2i = -1/3: no stretch.
    expect(j2Ellipse({ altitude_km: 650, inclination_deg: (Math.acos(-1 / 3) * 90) / Math.PI }).s).toBeCloseTo(0, 15);
  });

  test("a start without J2 drifts 90 m a day, 0.36 mm/s holds it", () => {
    const chief = circularInertialState(SHELL, 0);
    const beside = relativeEllipse({ radial_m: 250, phase_rad: 0, cross_m: 0 }, N);
    const plain = fly(chief, inertialBeside(chief, beside), 2);
    const matched = matchedStart(chief, beside);
    const held = fly(chief, matched.state, 2);
    measure("hill", {
      case: "drift a day of a 250 m ellipse started without J2",
      got: Math.abs(drift_m_per_d(plain.along_m)),
      expected: 90,
      rel: 0.02,
      unit: "m/d",
      source: NOTES,
    });
    measure("hill", {
      case: "J2 match of a 250 m ellipse",
      got: 1000 * Math.abs(matched.match_m_per_s),
      expected: 0.36,
      rel: 0.02,
      unit: "mm/s",
      source: NOTES,
    });
    measure("hill", {
      case: "drift a day with the match",
      got: drift_m_per_d(held.along_m),
      expected: 0,
      abs: 0.1,
      unit: "m/d",
      source: "RK4 of the J2 field, 2 days",
    });
    measure("hill", {
      case: "axis ratio under J2",
      got: j2Ellipse(SHELL).axisRatio,
      expected: swing(held.along_m) / swing(held.radial_m),
      rel: 1e-3,
      unit: "",
      source: "RK4 of the J2 field, 2 days",
    });
  });

  // Wherever the chief and the phase begin: 4 to 182 m a day before, under 2.5 after.
  test.each([
    [0, 90],
    [45, 0],
    [45, 90],
    [90, 0],
    [90, 90],
  ])("match at latitude argument %d, phase %d", (latitude, phase) => {
    const chief = circularInertialState(SHELL, latitude);
    const beside = relativeEllipse({ radial_m: 250, phase_rad: (phase * Math.PI) / 180, cross_m: 0 }, N);
    const plain = drift_m_per_d(fly(chief, inertialBeside(chief, beside), 2).along_m);
    const held = drift_m_per_d(fly(chief, matchedStart(chief, beside).state, 2).along_m);
    measure("hill", {
      case: `drift a day with the match, latitude argument ${latitude}, phase ${phase}`,
      got: held,
      expected: 0,
      abs: 2.5,
      unit: "m/d",
      source: "RK4 of the J2 field, 2 days",
    });
    expect(Math.abs(plain)).toBeLessThan(190);
    expect(Math.abs(held)).toBeLessThan(Math.abs(plain));
  });

  test("after the match the energies are equal to 1e-10 m/s", () => {
    const chief = circularInertialState(SHELL, 20);
    const { state: other } = matchedStart(chief, relativeEllipse({ radial_m: 400, phase_rad: 1, cross_m: 50 }, N));
    expect(Math.abs(energyMatch_m_per_s(chief, other))).toBeLessThan(1e-10);
    expect(specificEnergy_km2_per_s2(other)).toBeCloseTo(specificEnergy_km2_per_s2(chief), 13);
  });

  test("refuses an energy that no speed makes up", () => {
    const chief = circularInertialState(SHELL, 0);
    const fast = { ...chief, velocity_km_per_s: [100, 1e-3, 0] as const };
    expect(() => energyMatch_m_per_s(chief, fast)).toThrow(/no speed along the track/);
  });
});
