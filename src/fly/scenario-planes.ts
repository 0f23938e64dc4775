/**
 * The fleet of a scenario as planes: its shells in order, each shell from low to high, under the cap of the whole.
 *
 * Patterns: physics/constellation.ts, equations 1-3; ranges and cap: equation 4. A Walker shell of several heights is a Walker pattern at each.
 * A geostationary ring is held in place as the platform is (flown-orbit, equation 1), its first satellite over its longitude.
 */
import type { CircularJ2 } from "../kernel/index.ts";
import { cappedPlanes, circularOrbit, geostationaryRing, ltanDrift_min_per_yr, spreadShells, sunSynchronousInclination_deg, sunSynchronousPlanes, walkerDelta, walkerStar } from "../physics/index.ts";
import type { FiledRange, Plane, Shell } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { RADIANS_PER_DEGREE } from "../units/index.ts";
import { geostationaryOrbit } from "./flown-orbit.ts";

type Orbit = NonNullable<Scenario["orbit"]>;
export type ScenarioFleet = NonNullable<Orbit["fleet"]>;
export type ScenarioShell = ScenarioFleet["shells"][number];

/** A plane with the id of its shell in the scenario, and the orbit in which it is flown, that of its first satellite. */
export type ShellPlane = Plane & { readonly shell: string; readonly orbit: CircularJ2 };

/** Planes of the scenario's fleet at a Julian date; none without a fleet. Throws with the field's name when a shell lacks a number. */
export function scenarioPlanes(scenario: Pick<Scenario, "orbit">, jd: number): readonly ShellPlane[] {
  const { orbit } = scenario;
  if (!orbit?.fleet) return [];
  const { fleet } = orbit;
  const planes = fleet.shells.flatMap((shell) => (shell.pattern === "geostationary" ? [ring(shell, { longitude_deg: shell.longitude_deg ?? orbit.longitude_deg, jd })] : shellPlanes(shell, jd).map((plane) => flownPlane(shell, plane))));
  return fleet.cap === null ? planes : cappedPlanes(planes, fleet.cap);
}

const flownPlane = ({ id }: ScenarioShell, plane: Plane): ShellPlane => ({ ...plane, shell: id, orbit: circularOrbit({ ...plane, argumentOfLatitude_deg: plane.phase_deg }) });

function ring({ id, satellitesPerPlane }: ScenarioShell, { longitude_deg, jd }: { readonly longitude_deg: number; readonly jd: number }): ShellPlane {
  const orbit = geostationaryOrbit(longitude_deg, jd);
  return { ...geostationaryRing(satellitesPerPlane), phase_deg: orbit.argumentOfLatitude_rad / RADIANS_PER_DEGREE, shell: id, orbit };
}

function shellPlanes(shell: ScenarioShell, jd: number): readonly Plane[] {
  const heights = heightsOf(shell);
  if (shell.pattern === "sun-synchronous") {
    const satellites = shell.satellitesPerPlane * shell.localTimes.length;
    return heights.flatMap((at) => sunSynchronousPlanes({ ...at, satellites, jd, mix: shell.localTimes }));
  }
  const planes = given(shell, "planes");
  const walker = shell.pattern === "walker-delta" ? walkerDelta : walkerStar;
  const turn = { planes, satellites: planes * shell.satellitesPerPlane, phasing: shell.phasing % planes, raan_deg: shell.raan_deg };
  return heights.flatMap((at) => walker({ ...at, ...turn }));
}

/** Altitudes and inclinations of a shell's shells; that of a sun-synchronous one follows where none is filed. */
function heightsOf(shell: ScenarioShell): readonly Shell[] {
  const altitude_km = rangeOf(given(shell, "altitude_km"), shell.altitudeTo_km);
  const { shells } = shell;
  if (shell.pattern === "sun-synchronous" && shell.inclination_deg === null)
    return spreadShells({ altitude_km, inclination_deg: 0, shells }).map((at) => ({ ...at, inclination_deg: sunSynchronousInclination_deg(at.altitude_km) }));
  return spreadShells({ altitude_km, inclination_deg: rangeOf(given(shell, "inclination_deg"), shell.inclinationTo_deg), shells });
}

const rangeOf = (from: number, to: number | null): FiledRange => (to === null ? from : [from, to]);

function given(shell: ScenarioShell, name: "altitude_km" | "inclination_deg" | "planes"): number {
  const value = shell[name];
  if (value === null) throw new Error(`orbit.fleet.shells.${shell.id}: ${name} is not given`);
  return value;
}

/** Local time that drifts by less is called sun-synchronous. */
const STEADY_MIN_PER_YR = 1;

/** What is said of shells filed as sun-synchronous at an inclination that is not. */
export function filedNotes(fleet: ScenarioFleet): string[] {
  return fleet.shells.flatMap((shell) => {
    if (shell.pattern !== "sun-synchronous" || shell.inclination_deg === null) return [];
    const drift = Math.max(...heightsOf(shell).map((at) => Math.abs(ltanDrift_min_per_yr(at))));
    return drift < STEADY_MIN_PER_YR ? [] : [`Shell ${shell.id} is filed at an inclination that is not exactly sun-synchronous: it is kept, and its local times drift by up to ${drift.toFixed(0)} min a year.`];
  });
}
