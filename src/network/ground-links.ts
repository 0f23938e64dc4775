/** Links of a station to the satellites that it sees: by elevation, range, or both, and to the nearest where it has few antennas. */
import { RADIANS_PER_DEGREE } from "../units/index.ts";
import type { NetworkStation } from "./network.ts";
import { STATE, type Positions } from "./positions.ts";

/** Gates of a station in numbers to compare with; -2 and infinity for none. */
export type Gate = { readonly sinMin: number; readonly range2Max_km2: number; readonly satellitesMax: number };

/** Throws RangeError with the field's name for a gate that is none. */
export function gateOf({ id, elevationMin_deg, rangeMax_km, satellitesMax }: NetworkStation): Gate {
  if (elevationMin_deg === null && rangeMax_km === null) throw new RangeError(`station ${id}: give elevationMin_deg, rangeMax_km or both, or it sees through the Earth`);
  if (elevationMin_deg !== null && !(elevationMin_deg >= -90 && elevationMin_deg < 90)) throw new RangeError(`station ${id}: elevationMin_deg is ${elevationMin_deg}`);
  if (rangeMax_km !== null && !(rangeMax_km > 0)) throw new RangeError(`station ${id}: rangeMax_km is ${rangeMax_km}`);
  if (satellitesMax !== null && !(Number.isInteger(satellitesMax) && satellitesMax >= 1)) throw new RangeError(`station ${id}: satellitesMax is ${satellitesMax}`);
  return {
    sinMin: elevationMin_deg === null ? -2 : Math.sin(elevationMin_deg * RADIANS_PER_DEGREE),
    range2Max_km2: rangeMax_km === null ? Infinity : rangeMax_km ** 2,
    satellitesMax: satellitesMax ?? Infinity,
  };
}

/** Satellites in sight of a station and their ranges, nearest first where a number is asked for. */
export type Seen = { readonly satellites: number[]; readonly ranges_km: number[] };

/** Writes what station `k` sees to `seen`, in place of what was in it. */
export function lookUp({ states, stations_km, zeniths }: Positions, k: number, { sinMin, range2Max_km2, satellitesMax }: Gate, seen: Seen): void {
  seen.satellites.length = seen.ranges_km.length = 0;
  const [x, y, z] = [stations_km[3 * k]!, stations_km[3 * k + 1]!, stations_km[3 * k + 2]!];
  const [zx, zy, zz] = [zeniths[3 * k]!, zeniths[3 * k + 1]!, zeniths[3 * k + 2]!];
  for (let at = 0; at < states.length; at += STATE) {
    const dx = states[at]! - x;
    const dy = states[at + 1]! - y;
    const dz = states[at + 2]! - z;
    const d2 = dx * dx + dy * dy + dz * dz;
    if (!(d2 <= range2Max_km2)) continue;
    const range_km = Math.sqrt(d2);
    if (!(dx * zx + dy * zy + dz * zz >= sinMin * range_km)) continue;
    seen.satellites.push(at / STATE);
    seen.ranges_km.push(range_km);
  }
  if (seen.satellites.length > satellitesMax) keepNearest(seen, satellitesMax);
}

function keepNearest({ satellites, ranges_km }: Seen, most: number): void {
  const order = satellites.map((_, i) => i).sort((i, j) => ranges_km[i]! - ranges_km[j]! || i - j).slice(0, most);
  const [kept, ranges] = [order.map((i) => satellites[i]!), order.map((i) => ranges_km[i]!)];
  satellites.length = ranges_km.length = 0;
  satellites.push(...kept);
  ranges_km.push(...ranges);
}
