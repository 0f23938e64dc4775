/** Planes of a fleet: circular orbits with their satellites, evenly spread or where they are. */
import { phaseColumns } from "../kernel/index.ts";
import type { CircularJ2, Phases } from "../kernel/index.ts";
import { circularOrbit } from "../physics/index.ts";
import type { Shell } from "../physics/index.ts";

export interface FleetPlane {
  /** Its argument of latitude is that of phase 0. */
  readonly orbit: CircularJ2;
  readonly phases: Phases;
}

/** Planes whose satellites stand evenly; planes of equal number share their phases. `satellites` and `orbits` run in parallel. */
export function evenPlanes(planes: readonly { readonly orbit: CircularJ2; readonly satellites: number }[]): FleetPlane[] {
  const known = new Map<number, Phases>();
  return planes.map(({ orbit, satellites }) => {
    if (!(Number.isInteger(satellites) && satellites > 0)) throw new RangeError(`a plane of ${satellites} satellites`);
    const phases = known.get(satellites) ?? evenPhases(satellites);
    known.set(satellites, phases);
    return { orbit, phases };
  });
}

const evenPhases = (satellites: number): Phases => phaseColumns(Float64Array.from({ length: satellites }, (_, j) => (2 * Math.PI * j) / satellites));

export interface WalkerShell extends Shell {
  readonly planes: number;
  readonly satellitesPerPlane: number;
  /** Angle over which the nodes are spread: 360 (delta) or 180 (star). */
  readonly spread_deg: number;
  /** F of Walker's T/P/F: a satellite leads its neighbour in the plane to the west by F / T of a turn. */
  readonly phasing: number;
  readonly raan_deg: number;
}

/** Walker's pattern T/P/F (Walker 1984), its first plane at `raan_deg`. */
export function walkerPlanes(shell: WalkerShell): FleetPlane[] {
  const total = shell.planes * shell.satellitesPerPlane;
  return evenPlanes(
    Array.from({ length: shell.planes }, (_, p) => ({
      orbit: circularOrbit({ ...shell, raan_deg: shell.raan_deg + (p * shell.spread_deg) / shell.planes, argumentOfLatitude_deg: (360 * shell.phasing * p) / total }),
      satellites: shell.satellitesPerPlane,
    })),
  );
}

export const satellitesOf = (planes: readonly FleetPlane[]): number => planes.reduce((sum, { phases }) => sum + phases.cos.length, 0);
