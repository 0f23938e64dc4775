/** Where all nodes of a network are at an instant, in the frame of its satellites. */
import { assertSameEpoch, assertSameFrame, earthTurn, FrameError } from "../ephemeris/index.ts";
import { stationEarthFixed_km, stationZenith } from "../physics/index.ts";
import type { Network } from "./network.ts";

/** Numbers of a state: x, y, z, vx, vy, vz. */
export const STATE = 6;

export interface Positions {
  /** States of the satellites, six numbers each; NaN for one that has none at the time. */
  readonly states: Float64Array;
  /** Position and zenith of each station, three numbers each. */
  readonly stations_km: Float64Array;
  readonly zeniths: Float64Array;
}

/**
 * A function of time (seconds since 1970) that writes to one record and answers it: stations turn with the Earth, satellites fly. Throws FrameError or
 * EpochError where satellites differ in them, and for GCRF.
 */
export function positionsOver({ satellites, stations }: Pick<Network, "satellites" | "stations">): (t_s: number) => Positions {
  const first = satellites[0];
  for (const one of satellites) {
    assertSameFrame(first!, one);
    assertSameEpoch(first!, one);
  }
  if (first?.frame === "GCRF") throw new FrameError(`"${first.name}" is given in GCRF, where TEME or ITRF is wanted`, { found: "GCRF", expected: "TEME" });
  const fixed_km = Float64Array.from(stations.flatMap((station) => [...stationEarthFixed_km(station)]));
  const fixedZeniths = Float64Array.from(stations.flatMap((station) => [...stationZenith(station)]));
  const at: Positions = { states: new Float64Array(STATE * satellites.length), stations_km: fixed_km.slice(), zeniths: fixedZeniths.slice() };
  const epoch_s = first === undefined ? 0 : first.epoch_s;
  const turn = first?.frame === "TEME" ? earthTurn(epoch_s) : { angle_rad: 0, rate_rad_per_s: 0 };
  return (t_s) => {
    const since_s = t_s - epoch_s;
    for (let i = 0; i < satellites.length; i++) if (!satellites[i]!.sample(since_s, at.states, STATE * i)) at.states.fill(NaN, STATE * i, STATE * i + STATE);
    const angle = turn.angle_rad + turn.rate_rad_per_s * since_s;
    turned(fixed_km, angle, at.stations_km);
    turned(fixedZeniths, angle, at.zeniths);
    return at;
  };
}

/** Vectors of the turning Earth in the frame that does not turn. */
function turned(vectors: Float64Array, angle_rad: number, out: Float64Array): void {
  const sin = Math.sin(angle_rad);
  const cos = Math.cos(angle_rad);
  for (let k = 0; k < vectors.length; k += 3) {
    const x = vectors[k]!;
    const y = vectors[k + 1]!;
    out[k] = cos * x - sin * y;
    out[k + 1] = sin * x + cos * y;
    out[k + 2] = vectors[k + 2]!;
  }
}
