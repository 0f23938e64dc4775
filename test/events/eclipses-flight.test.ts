/** A year of eclipses against the two other ways in which the house counts darkness: shares of a step in closed form (fly), and the fleets' loop with the Sun infinitely far, a cylinder's flags by the minute. */
import { describe, expect, test } from "vitest";
import { planeTrajectory } from "../../src/ephemeris/index.ts";
import { almanacSun, eclipses } from "../../src/events/index.ts";
import { fly } from "../../src/fly/index.ts";
import { cylinderMargin, darkInPlane, phaseColumns, planeSun, shadowEdge, windowsBelow, windowTimes } from "../../src/kernel/index.ts";
import { circularOrbit, julianDate, raanFromLtan_deg, sunSynchronousInclination_deg } from "../../src/physics/index.ts";
import { EARTH_RADIUS_KM } from "../../src/units/index.ts";
import { scenarioOf, sizingOf } from "../fly/fixture.ts";
import { measure } from "../golden/measure.ts";

const DAYS = 365;
const YEAR_S = DAYS * 86_400;
const start_s = Date.UTC(2027, 0, 1) / 1000;
const span = { start_s, end_s: start_s + YEAR_S };

describe.each([{ altitude_km: 650, ltan_h: 18 }, { altitude_km: 550, ltan_h: 12 }])("a year at $altitude_km km, LTAN $ltan_h", ({ altitude_km, ltan_h }) => {
  const where = `${altitude_km} km, LTAN ${ltan_h}, 2027`;
  const orbit = circularOrbit({ altitude_km, inclination_deg: sunSynchronousInclination_deg(altitude_km), raan_deg: raanFromLtan_deg({ ltan_h, jd: julianDate("2027-01-01") }), argumentOfLatitude_deg: 0 });
  const trajectory = planeTrajectory({ name: "platform", objectId: null, orbit, phase_rad: 0, epoch_s: start_s, span: { start_s: 0, end_s: YEAR_S } });

  test("as fly's closed form tells, umbra and shadow", async () => {
    const { summary } = await fly(scenarioOf({ orbit: { altitude_km, ltan_h }, days: DAYS, step_s: 60 }), sizingOf());
    const { light } = summary!;
    const found = eclipses(trajectory, span).eclipses;
    const share = (kind: string): number => found.filter((e) => e.kind === kind).reduce((sum, e) => sum + e.end_s - e.start_s, 0) / YEAR_S;
    measure("eclipse-year", { case: `share of a year in the umbra, ${where}, events against fly`, got: share("umbra"), expected: 1 - light.outsideUmbra_frac, abs: 2e-8, unit: "1", source: "src/fly, closed form of each step" });
    measure("eclipse-year", { case: `share of a year in penumbra or umbra, ${where}, events against fly`, got: share("penumbra"), expected: 1 - light.outsidePenumbra_frac, abs: 2e-8, unit: "1", source: "src/fly, closed form of each step" });
  });

  test("the fleets' flags by the minute count the cylinder's windows", () => {
    const steps = DAYS * 1440;
    const suns = Array.from({ length: steps }, (_, k) => almanacSun(start_s + 60 * k)).map(([x, y, z]) => [x, y, z].map((c) => c / Math.hypot(x, y, z)));
    const column = (axis: number): Float64Array => Float64Array.from(suns, (s) => s[axis]!);
    const view = { along: new Float64Array(steps), across: new Float64Array(steps) };
    planeSun(orbit, { start_s: 0, step_s: 60, count: steps }, { x: column(0), y: column(1), z: column(2) }, view);
    const flags = { dark: new Uint32Array(steps), count: new Uint32Array(steps) };
    darkInPlane(phaseColumns(new Float64Array(1)), view, { steps, edge: shadowEdge(orbit.semiMajorAxis, EARTH_RADIUS_KM) }, flags);
    const state = new Float64Array(6);
    const margin = (t: number): number => {
      trajectory.sample(t, state, 0);
      return cylinderMargin(state[0]!, state[1]!, state[2]!, ...almanacSun(start_s + t), EARTH_RADIUS_KM);
    };
    const times = windowTimes({ start: 0, end: YEAR_S, stepMax: 290 });
    const windows = windowsBelow(margin, times, times.map(margin), 1e-3);
    const total = windows.reduce((sum, { start, end }) => sum + end - start, 0) / YEAR_S;
    // A window is counted to half a minute at each end, at random: 60 s / sqrt(6) a window.
    const minutes = flags.count.reduce((sum, one) => sum + one, 0);
    const sigma = (60 / Math.sqrt(6)) * Math.sqrt(windows.length) / YEAR_S;
    expect(Math.abs(minutes / steps - total)).toBeLessThan(4 * sigma);
    measure("eclipse-year", { case: `share of a year in the cylinder, ${where}, flags by the minute against windows`, got: minutes / steps, expected: total, abs: 1e-4, unit: "1", source: "windows refined to 1 ms" });
    // The cylinder lies within the penumbra and around the umbra.
    const found = eclipses(trajectory, span).eclipses;
    const share = (kind: string): number => found.filter((e) => e.kind === kind).reduce((sum, e) => sum + e.end_s - e.start_s, 0) / YEAR_S;
    expect(total).toBeGreaterThan(share("umbra"));
    expect(total).toBeLessThan(share("penumbra"));
  });
});
