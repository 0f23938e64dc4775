/**
 * The way that is flown, block by block: light on the platform, and where it stands from the Earth.
 *
 *   1. round the Earth: circular J2 orbit (flown-orbit), the Sun as it sees it (sun-path), shares in shadow (kernel/shadow-arc)
 *   2. at L1 and about the Sun: in the light all the time, the Sun in the plane of the orbit (beta 0) and as far as the place is;
 *      position by physics/deep-place at the middle of each step, so that the turning Earth makes the contacts
 *
 * Assumes in 2: no shadow of the Moon or of other platforms; the middle of the halo at L1.
 */
import { circularJ2Positions, shadowArcLight } from "../kernel/index.ts";
import type { ArcLight, CircularJ2 } from "../kernel/index.ts";
import { heliocentricPlace_km, sunAt, sunEarthL1_frac, sunVector_km, type Vec3 } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { ASTRONOMICAL_UNIT_KM, DAY_S, EARTH_RADIUS_KM, SUN_RADIUS_KM } from "../units/index.ts";
import { flownOrbit } from "./flown-orbit.ts";
import type { FlightSpan } from "./span.ts";
import { traceSun, type SunPath } from "./sun-path.ts";

type Orbit = NonNullable<Scenario["orbit"]>;

export interface Block { readonly firstStep: number; readonly rows: number }

export interface Course {
  /** Whether the platform leaves the Earth: its distance is then worth a word. */
  readonly leavesEarth: boolean;
  /** Sun and shadow over the steps of a block. */
  readonly lighten: (block: Block, path: SunPath, light: ArcLight) => void;
  /** Positions from the Earth's centre, km, mean equator and equinox of date, at the middle of the steps, three values each. */
  readonly place: (block: Block, xyz: Float64Array) => void;
}

export const courseOf = (orbit: Orbit, span: FlightSpan): Course => {
  switch (orbit.type) {
    case "sun-earth-l1": return deepCourse(span, l1(sunEarthL1_frac()));
    case "heliocentric": return deepCourse(span, aboutSun(orbit, span.start_jd));
    case "sun-synchronous":
    case "circular":
    case "geostationary": return earthCourse(span, flownOrbit(orbit, span.start_jd));
  }
};

/** The same way, flown `phase_rad` ahead on it: another place of the same orbit. Throws for an orbit that leaves the Earth. */
export const courseAhead = (orbit: Orbit, span: FlightSpan, phase_rad: number): Course => {
  if (orbit.type === "sun-earth-l1" || orbit.type === "heliocentric") throw new Error("orbit.type: there is one place only beyond the Earth's orbits");
  const flown = flownOrbit(orbit, span.start_jd);
  return earthCourse(span, { ...flown, argumentOfLatitude_rad: flown.argumentOfLatitude_rad + phase_rad });
};

const earthCourse = (span: FlightSpan, orbit: CircularJ2): Course => {
  const geometry = { orbitRadius: orbit.semiMajorAxis, earthRadius: EARTH_RADIUS_KM, sunRadius: SUN_RADIUS_KM };
  return {
    leavesEarth: false,
    lighten: (block, path, light) => {
      traceSun(orbit, { start_jd: span.start_jd, step_s: span.step_s, ...block }, path);
      shadowArcLight(geometry, path, block.rows, light);
    },
    place: ({ firstStep, rows }, xyz) => circularJ2Positions(orbit, { start_s: (firstStep + 0.5) * span.step_s, step_s: span.step_s, count: rows }, xyz),
  };
};

interface DeepPlace { readonly place_km: (jd: number) => Vec3; readonly sunDistance_km: (jd: number) => number }

const l1 = (share: number): DeepPlace => ({
  place_km: (jd) => {
    const [x, y, z] = sunVector_km(jd);
    return [share * x, share * y, share * z];
  },
  sunDistance_km: (jd) => (1 - share) * sunAt(jd).distance_au * ASTRONOMICAL_UNIT_KM,
});

const aboutSun = ({ solarDistance_au, phase_deg }: Orbit, start_jd: number): DeepPlace => {
  if (solarDistance_au === null) throw new Error("orbit.solarDistance must be written for a heliocentric orbit");
  const circle = { radius_au: solarDistance_au, phase_deg, start_jd };
  return { place_km: (jd) => heliocentricPlace_km(circle, jd), sunDistance_km: () => solarDistance_au * ASTRONOMICAL_UNIT_KM };
};

const deepCourse = (span: FlightSpan, deep: DeepPlace): Course => {
  const jdAt = (step: number): number => span.start_jd + (step * span.step_s) / DAY_S;
  return {
    leavesEarth: true,
    lighten: ({ firstStep, rows }, path, light) => {
      for (let i = 0; i <= rows; i++) path.sunDistance[i] = deep.sunDistance_km(jdAt(firstStep + i));
      path.phase_rad.fill(Math.PI, 0, rows + 1);
      path.cosBeta.fill(1, 0, rows + 1);
      path.sinBeta.fill(0, 0, rows + 1);
      light.lit_frac.fill(1, 0, rows);
      for (const dark of [light.umbra_frac, light.shadow_frac, light.turnUmbra_frac, light.turnShadow_frac]) dark.fill(0, 0, rows);
    },
    place: ({ firstStep, rows }, xyz) => {
      for (let i = 0; i < rows; i++) xyz.set(deep.place_km(jdAt(firstStep + i + 0.5)), 3 * i);
    },
  };
};
