import { describe, expect, test } from "vitest";
import {
  alongTrackDrift_m_per_d, circularInertialState, formationDrift, inertialBeside, matchedStart, meanMotion_rad_per_s, relativeEllipse, sunSynchronousInclination_deg,
} from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

const NOTES = "project notes on formations (own program: numerical J2 orbit), 2026-11";
const SHELL = { altitude_km: 650, inclination_deg: sunSynchronousInclination_deg(650) };
const N = meanMotion_rad_per_s(650);
const start = (latitude_deg: number, phase_deg: number) => {
  const chief = circularInertialState(SHELL, latitude_deg);
  const beside = relativeEllipse({ radial_m: 250, phase_rad: (phase_deg * Math.PI) / 180, cross_m: 0 }, N);
  return { chief, plain: inertialBeside(chief, beside), matched: matchedStart(chief, beside) };
};

describe("drift of a formation under J2", () => {
  test("started without J2: 90 m a day, and three times the speed that the match would add", () => {
    const { chief, plain, matched } = start(0, 0);
    const got = Math.abs(alongTrackDrift_m_per_d(chief, plain, { shell: SHELL, step_s: 60 }));
    measure("formation-drift", { case: "drift a day of a 250 m ellipse started without J2, a minute a step", got, expected: 90, rel: 0.02, unit: "m/d", source: NOTES });
    // Hill: y' wrong by dv drifts -3 dv.
    measure("formation-drift", { case: "three times the match, of the drift integrated", got: (3 * 86_400 * Math.abs(matched.match_m_per_s)) / got, expected: 1, abs: 0.01, unit: "", source: "Hill's equations" });
  });

  test.each([[0, 0], [45, 0], [90, 0], [90, 90]])("matched, latitude argument %d, phase %d: a minute a step is ten seconds a step within 0.1 m a day", (latitude, phase) => {
    const { chief, matched } = start(latitude, phase);
    const drift = (step_s: number): number => alongTrackDrift_m_per_d(chief, matched.state, { shell: SHELL, step_s });
    expect(Math.abs(drift(60) - drift(10))).toBeLessThan(0.1);
    expect(Math.abs(drift(60))).toBeLessThan(0.5);
  });

  test("grows with the ellipse, and the match takes nearly all of it", () => {
    const [small, large] = [formationDrift(SHELL, 50), formationDrift(SHELL, 500)];
    expect(large.unmatched_m_per_d / small.unmatched_m_per_d).toBeCloseTo(10, 0);
    for (const drift of [small, large]) expect(drift.matched_m_per_d).toBeLessThan(0.01 * drift.unmatched_m_per_d);
  });
});
