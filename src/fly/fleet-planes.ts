/** Planes of a fleet: circular orbits with their satellites, evenly spread or where they are. */
import { phaseColumns } from "../kernel/index.ts";
import type { CircularJ2, Phases } from "../kernel/index.ts";
import { circularOrbit } from "../physics/index.ts";
import type { Plane } from "../physics/index.ts";

export interface FleetPlane {
  /** Its argument of latitude is that of phase 0. */
  readonly orbit: CircularJ2;
  readonly phases: Phases;
  /** Neighbours of one shell are summed together. */
  readonly shell: string;
}

/** Planes whose satellites stand evenly; planes of equal number share their phases. `satellites` and `orbits` run in parallel. */
export function evenPlanes(planes: readonly { readonly orbit: CircularJ2; readonly satellites: number; readonly shell?: string }[]): FleetPlane[] {
  const known = new Map<number, Phases>();
  return planes.map(({ orbit, satellites, shell = "fleet" }) => {
    if (!(Number.isInteger(satellites) && satellites > 0)) throw new RangeError(`a plane of ${satellites} satellites`);
    const phases = known.get(satellites) ?? evenPhases(satellites);
    known.set(satellites, phases);
    return { orbit, phases, shell };
  });
}

const evenPhases = (satellites: number): Phases => phaseColumns(Float64Array.from({ length: satellites }, (_, j) => (2 * Math.PI * j) / satellites));

/** Planes of physics as they are flown, under J2 unless they bring an orbit of their own; `shell` groups neighbours in the record. */
export const fleetPlanes = (planes: readonly (Plane & { readonly shell?: string; readonly orbit?: CircularJ2 })[]): FleetPlane[] =>
  evenPlanes(planes.map((plane) => ({ ...plane, orbit: plane.orbit ?? circularOrbit({ ...plane, argumentOfLatitude_deg: plane.phase_deg }) })));

export const satellitesOf = (planes: readonly FleetPlane[]): number => planes.reduce((sum, { phases }) => sum + phases.cos.length, 0);
