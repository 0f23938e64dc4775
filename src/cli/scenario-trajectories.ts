/** The satellites of a scenario: its fleet one by one, or its representative platform where it has none. */
import type { PlaneSatellite } from "../ephemeris/index.ts";
import type { GridPlace } from "../events/index.ts";
import { julianDate } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { flownOrbit, scenarioPlanes } from "../fly/index.ts";
import { orbitReasons } from "../size/index.ts";
import { formatUtc } from "../units/index.ts";
import { UsageError } from "./failure.ts";

/** Where a satellite stands in its fleet: the plane among those of scenarioPlanes, and the satellite in it, both from 0. */
export type FleetPlace = GridPlace;

/** A satellite before it is a trajectory: a million of them are names only. */
export interface ScenarioSatellite {
  readonly name: string;
  /** Null for the platform alone. */
  readonly place: FleetPlace | null;
  readonly orbitOf: () => Pick<PlaneSatellite, "orbit" | "phase_rad">;
}

const MOST_NAMES = 2_000_000;

/** "shell-1 plane 3 satellite 12", numbers from 1; without a fleet the platform, by the scenario's name. Their orbits are those of `simulate.start`. Throws UsageError for an orbit that cannot be, and for more than can be named. */
export const scenarioSatellites = (scenario: Scenario, orbit: NonNullable<Scenario["orbit"]>): readonly ScenarioSatellite[] => {
  const [impossible] = orbitReasons(orbit);
  if (impossible !== undefined) throw new UsageError(`orbit: ${impossible}`, "lower orbit.altitude, or write orbit.type: circular with an inclination");
  const jd = julianDate(formatUtc(scenario.simulate.start_utc_s));
  const planes = scenarioPlanes(scenario, jd);
  if (planes.length === 0) return [{ name: scenario.name, place: null, orbitOf: () => ({ orbit: flownOrbit(orbit, jd), phase_rad: 0 }) }];
  const total = planes.reduce((sum, { satellites }) => sum + satellites, 0);
  if (total > MOST_NAMES) throw new UsageError(`${total} satellites, more than the ${MOST_NAMES} among which one is looked for`, "set a lower orbit.fleet.cap");
  const numbers = new Map<string, number>();
  return planes.flatMap((plane, p) => {
    const number = (numbers.get(plane.shell) ?? 0) + 1;
    numbers.set(plane.shell, number);
    return Array.from({ length: plane.satellites }, (_, j) => ({
      name: `${plane.shell} plane ${number} satellite ${j + 1}`,
      place: { plane: p, satellite: j },
      orbitOf: () => ({ orbit: plane.orbit, phase_rad: (2 * Math.PI * j) / plane.satellites }),
    }));
  });
};
