/**
 * Where a satellite stands over the Earth, which stations see it, and which links are open.
 *
 *   1. geodetic latitude and height by Bowring's closed form (1976): tan b = z / (p (1 - f)), tan lat = (z + e'^2 B sin^3 b) / (p - e^2 A cos^3 b);
 *      to 1e-9 rad up to 100,000 km in the tests
 *   2. in view of a station where (r - s) . zenith >= sin(mask) |r - s| (kernel/visibility)
 *   3. linked where the line between two clears a height over the equatorial sphere, and is not too long (events/links)
 */
import { grazingAltitude_km } from "../events/index.ts";
import { earthFixed_km, julianDate, stationEarthFixed_km, stationZenith, type Vec3 } from "../physics/index.ts";
import { DAY_S, EARTH_FLATTENING, EARTH_RADIUS_KM, RADIANS_PER_DEGREE } from "../units/index.ts";
import { planeOfSatellite, satelliteState, type SkyPoints } from "./sky-frame.ts";
import type { Sky, SkyLinks, SkyStation } from "./sky.ts";

export interface SatellitePlace {
  readonly satellite: number;
  readonly name: string;
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  /** Over the WGS 84 ellipsoid. */
  readonly altitude_km: number;
  readonly lit: boolean;
}

const JD_1970 = julianDate("1970-01-01");

/** "shell-1 plane 3 satellite 12", as the commands call it. */
export const satelliteName = ({ kind, planes }: Pick<Sky, "kind" | "planes">, satellite: number): string => {
  const plane = planeOfSatellite(planes, satellite);
  return kind === "fleet" ? `${plane.name} satellite ${satellite - plane.first + 1}` : plane.name;
};

/** An Earth-fixed place as latitude, longitude and height. */
export const geodetic = ([x, y, z]: Vec3): { readonly latitude_deg: number; readonly longitude_deg: number; readonly height_km: number } => {
  const [a, f] = [EARTH_RADIUS_KM, EARTH_FLATTENING];
  const b = a * (1 - f);
  const e2 = f * (2 - f);
  const p = Math.hypot(x, y);
  const reduced = Math.atan2(z, p * (1 - f));
  const latitude = Math.atan2(z + (e2 / (1 - e2)) * b * Math.sin(reduced) ** 3, p - e2 * a * Math.cos(reduced) ** 3);
  const normal = a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
  // Along the normal, which holds at the poles too.
  const height_km = p * Math.cos(latitude) + z * Math.sin(latitude) - normal * (1 - e2 * Math.sin(latitude) ** 2);
  return { latitude_deg: latitude / RADIANS_PER_DEGREE, longitude_deg: Math.atan2(y, x) / RADIANS_PER_DEGREE, height_km };
};

export const satellitePlace = (sky: Pick<Sky, "kind" | "planes" | "epoch_s">, satellite: number, t_s: number): SatellitePlace => {
  const { r_km, lit } = satelliteState(sky, satellite, t_s);
  const { latitude_deg, longitude_deg, height_km } = geodetic(earthFixed_km(r_km, JD_1970 + t_s / DAY_S));
  return { satellite, name: satelliteName(sky, satellite), latitude_deg, longitude_deg, altitude_km: height_km, lit };
};

/** Drawn points that stations see at an instant: station and point, in turn. */
export const stationSights = (stations: readonly SkyStation[], { xyz }: Pick<SkyPoints, "xyz">, gmst: number): number[] => {
  const found: number[] = [];
  const [cos, sin] = [Math.cos(gmst), Math.sin(gmst)];
  stations.forEach((station, s) => {
    const place = { ...station, height_km: 0 };
    const [ex, ey, sz] = stationEarthFixed_km(place);
    const [fx, fy, zz] = stationZenith(place);
    const [sx, sy, zx, zy] = [ex * cos - ey * sin, ex * sin + ey * cos, fx * cos - fy * sin, fx * sin + fy * cos];
    const sinMask = Math.sin(station.elevationMin_deg * RADIANS_PER_DEGREE);
    for (let at = 0; at < xyz.length; at += 3) {
      const [dx, dy, dz] = [xyz[at]! - sx, xyz[at + 1]! - sy, xyz[at + 2]! - sz];
      if (dx * zx + dy * zy + dz * zz >= sinMask * Math.sqrt(dx * dx + dy * dy + dz * dz)) found.push(s, at / 3);
    }
  });
  return found;
};

/** Links that are open at an instant, two satellites each; every satellite must be among the points. */
export const openLinks = ({ pairs, altitudeMin_km, rangeMax_km }: SkyLinks, { xyz }: Pick<SkyPoints, "xyz">): number[] => {
  const found: number[] = [];
  const at = (i: number): Vec3 => [xyz[3 * i]!, xyz[3 * i + 1]!, xyz[3 * i + 2]!];
  for (let k = 0; k < pairs.length; k += 2) {
    const [i, j] = [pairs[k]!, pairs[k + 1]!];
    const [a, b] = [at(i), at(j)];
    if (Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) <= rangeMax_km && grazingAltitude_km(a, b) >= altitudeMin_km) found.push(i, j);
  }
  return found;
};

/** Satellites that a text means: a number from 1, a name, or a part of names; up to `most`. */
export const findSatellites = (sky: Pick<Sky, "kind" | "planes" | "satellites">, text: string, most: number): readonly number[] => {
  const word = text.trim().toLowerCase();
  if (word === "") return [];
  if (/^#?\d+$/.test(word)) {
    const number = Number(word.replace("#", ""));
    return number >= 1 && number <= sky.satellites ? [number - 1] : [];
  }
  const found = new Set<number>();
  for (const plane of sky.planes) {
    if (found.size >= most) break;
    const start = plane.name.toLowerCase();
    const beyond = word.startsWith(`${start} `) ? /^satellite (\d*)$/.exec(word.slice(start.length + 1)) : null;
    if (beyond !== null) for (let j = 1; j <= plane.satellites && found.size < most; j++) {
      if (String(j).startsWith(beyond[1]!)) found.add(plane.first + j - 1);
    }
    else if (start.includes(word)) found.add(plane.first);
  }
  return [...found].slice(0, most);
};
