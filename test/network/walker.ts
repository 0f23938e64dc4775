/** Walker constellations with a +grid, over stations. */
import { planeTrajectory } from "../../src/ephemeris/index.ts";
import { gridPairs } from "../../src/events/index.ts";
import type { Network, NetworkStation } from "../../src/network/index.ts";
import { circularOrbit, walkerDelta } from "../../src/physics/index.ts";

export const START_S = Date.UTC(2027, 0, 1) / 1000;
export const DAY_S = 86_400;

export interface Shell { readonly planes: number; readonly perPlane: number; readonly altitude_km: number; readonly inclination_deg: number; readonly phasing: number }

export const station = (latitude_deg: number, longitude_deg: number, rest: Partial<NetworkStation> = {}): NetworkStation =>
  ({ id: `${latitude_deg},${longitude_deg}`, latitude_deg, longitude_deg, height_km: 0, elevationMin_deg: 25, rangeMax_km: null, satellitesMax: null, relays: false, ...rest });

export const walker = ({ planes, perPlane, altitude_km, inclination_deg, phasing }: Shell, stations: readonly NetworkStation[], rest: Partial<Network> = {}): Network => ({
  satellites: walkerDelta({ altitude_km, inclination_deg, planes, satellites: planes * perPlane, phasing, raan_deg: 0 }).flatMap((plane, p) =>
    Array.from({ length: perPlane }, (_, s) => planeTrajectory({
      name: `${p}.${s}`, objectId: null, orbit: circularOrbit({ ...plane, argumentOfLatitude_deg: plane.phase_deg }), phase_rad: (2 * Math.PI * s) / perPlane, epoch_s: START_S, span: { start_s: 0, end_s: DAY_S },
    }))),
  stations,
  interlinks: { kind: "pairs", pairs: gridPairs({ satellites: Array.from({ length: planes }, () => perPlane), closed: true }), altitudeMin_km: 80, rangeMax_km: null },
  fibre: [], hop_ms: 0, down: null, ...rest,
});
