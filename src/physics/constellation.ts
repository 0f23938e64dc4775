/**
 * Constellations as lists of planes; the satellites of a plane stand evenly around it.
 *
 *   1. Walker i:T/P/F: P planes of T/P, nodes 360/P apart (delta) or 180/P (star), each plane's first satellite F 360/T ahead of the one
 *      before (Walker 1984, J. Brit. Interplan. Soc. 37)
 *   2. sun-synchronous planes: node from the local time at a date (sun-synchronous.ts), satellites by share; an inclination that was filed
 *      is kept, though the local time then drifts (ltanDrift_min_per_yr)
 *   3. geostationary ring: a = (mu / w^2)^(1/3), w the rotation of the Earth
 *   4. a filing's rows: shells evenly over their range of altitude and of inclination; in each the planes a Walker delta with F = 1, or
 *      when retrograde one plane a local time; a cap on the whole taken from every plane alike (largest remainders)
 *
 * Assumes: circular; a filing says neither phases nor which shell has which inclination: both are 4's choice. Range: any.
 * Accuracy: Galileo's and Iridium's published angles exactly; the filing's sums exactly (test/physics/constellation).
 */
import { EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM, EARTH_ROTATION_RAD_PER_S } from "../units/index.ts";
import type { Shell } from "./orbit.ts";
import { raanFromLtan_deg, sunSynchronousInclination_deg } from "./sun-synchronous.ts";

export type Plane = Shell & {
  readonly raan_deg: number;
  /** Evenly spaced, 360/satellites apart. */
  readonly satellites: number;
  /** Argument of latitude of the first one. */
  readonly phase_deg: number;
};

export type Walker = Shell & {
  readonly satellites: number;
  readonly planes: number;
  /** Steps of 360/satellites by which each plane is ahead of the one before, 0 to planes - 1. */
  readonly phasing: number;
  /** Node of the first plane. */
  readonly raan_deg: number;
};

/** Planes of a Walker delta, nodes all around; RangeError if the satellites do not divide into the planes. */
export function walkerDelta(walker: Walker): Plane[] {
  return walkerPlanes(walker, 360);
}

/** Planes of a Walker star, nodes over half a turn; RangeError if the satellites do not divide into the planes. */
export function walkerStar(walker: Walker): Plane[] {
  return walkerPlanes(walker, 180);
}

function walkerPlanes({ altitude_km, inclination_deg, satellites, planes, phasing, raan_deg }: Walker, spread_deg: number): Plane[] {
  for (const [name, value] of Object.entries({ satellites, planes })) assertCount(name, value);
  if (satellites % planes !== 0) throw new RangeError(`satellites ${satellites} do not divide into planes ${planes}`);
  if (!(Number.isInteger(phasing) && phasing >= 0 && phasing < planes))
    throw new RangeError(`phasing ${phasing} is not a whole number below planes ${planes}`);
  return Array.from({ length: planes }, (_, k) => ({
    altitude_km,
    inclination_deg,
    raan_deg: wrapped_deg(raan_deg + (spread_deg * k) / planes),
    satellites: satellites / planes,
    phase_deg: wrapped_deg((360 * phasing * k) / satellites),
  }));
}

export type LocalTimeShare = {
  readonly ltan_h: number;
  /** Share of the satellites, of the sum of all shares. */
  readonly share: number;
};

/** Sun-synchronous planes at a Julian date, one a local time of node; every satellite placed, by largest remainders. */
export function sunSynchronousPlanes(fleet: {
  readonly altitude_km: number;
  readonly satellites: number;
  readonly jd: number;
  readonly mix: readonly LocalTimeShare[];
  /** As filed; left out, that of the sun-synchronous orbit. */
  readonly inclination_deg?: number;
}): Plane[] {
  assertCount("satellites", fleet.satellites);
  const counts = apportion(
    fleet.satellites,
    fleet.mix.map((one) => one.share),
  );
  const inclination_deg = fleet.inclination_deg ?? sunSynchronousInclination_deg(fleet.altitude_km);
  const planeOf = ({ ltan_h }: LocalTimeShare, k: number) => ({
    altitude_km: fleet.altitude_km,
    inclination_deg,
    raan_deg: raanFromLtan_deg({ ltan_h, jd: fleet.jd }),
    satellites: counts[k]!,
    phase_deg: 0,
  });
  return fleet.mix.map(planeOf).filter((plane) => plane.satellites > 0);
}

/** Altitude at which a satellite turns with the Earth. */
export function geostationaryAltitude_km(): number {
  return Math.cbrt(EARTH_MU_KM3_PER_S2 / EARTH_ROTATION_RAD_PER_S ** 2) - EARTH_RADIUS_KM;
}

/** Satellites evenly along the geostationary ring, as one plane. */
export function geostationaryRing(satellites: number): Plane {
  assertCount("satellites", satellites);
  return { altitude_km: geostationaryAltitude_km(), inclination_deg: 0, raan_deg: 0, satellites, phase_deg: 0 };
}

/** One value, or lowest and highest. */
export type FiledRange = number | readonly [number, number];

export type FiledShells = {
  readonly altitude_km: FiledRange;
  readonly inclination_deg: FiledRange;
  readonly shells: number;
  readonly planes: number;
  readonly satellitesPerPlane: number;
};

export type FiledFleet = {
  readonly rows: readonly FiledShells[];
  /** Most satellites of all rows together. */
  readonly cap: number;
  readonly jd: number;
  /** Local times of node of the retrograde rows, one a plane. */
  readonly ltans_h: readonly number[];
};

/** Satellites of a row as filed, before any cap. */
export function filedSatellites(row: FiledShells): number {
  return row.shells * row.planes * row.satellitesPerPlane;
}

/** Planes of a filing at a Julian date, under its cap; RangeError when a retrograde row has not one local time a plane. */
export function filedPlanes(fleet: FiledFleet): Plane[] {
  return cappedPlanes(
    fleet.rows.flatMap((row) => spreadShells(row).flatMap((shell) => shellPlanes(fleet, row, shell))),
    fleet.cap,
  );
}

/** Planes with no more than `cap` satellites together, the rest taken from every plane alike (largest remainders); emptied planes go. */
export function cappedPlanes<P extends Plane>(planes: readonly P[], cap: number): P[] {
  assertCount("cap", cap);
  const satellites = planes.map((plane) => plane.satellites);
  const all = satellites.reduce((sum, count) => sum + count, 0);
  if (cap >= all) return [...planes];
  const counts = apportion(cap, satellites);
  return planes.map((plane, i) => ({ ...plane, satellites: counts[i]! })).filter((plane) => plane.satellites > 0);
}

/** Shells evenly over a range of altitude and of inclination, both rising together. */
export function spreadShells(row: { readonly altitude_km: FiledRange; readonly inclination_deg: FiledRange; readonly shells: number }): Shell[] {
  return Array.from({ length: row.shells }, (_, k) => {
    const part = row.shells === 1 ? 0 : k / (row.shells - 1);
    return { altitude_km: within(row.altitude_km, part), inclination_deg: within(row.inclination_deg, part) };
  });
}

function shellPlanes(fleet: FiledFleet, row: FiledShells, shell: Shell): Plane[] {
  if (shell.inclination_deg <= 90)
    return walkerDelta({
      ...shell,
      satellites: row.planes * row.satellitesPerPlane,
      planes: row.planes,
      phasing: row.planes > 1 ? 1 : 0,
      raan_deg: 0,
    });
  if (row.planes !== fleet.ltans_h.length)
    throw new RangeError(`ltans_h has ${fleet.ltans_h.length} local times for ${row.planes} planes at ${shell.altitude_km} km`);
  return fleet.ltans_h.map((ltan_h) => ({
    ...shell,
    raan_deg: raanFromLtan_deg({ ltan_h, jd: fleet.jd }),
    satellites: row.satellitesPerPlane,
    phase_deg: 0,
  }));
}

function within(range: FiledRange, part: number): number {
  return typeof range === "number" ? range : range[0] + (range[1] - range[0]) * part;
}

/** A whole number split by weights, each part within 1 of its share and all of it given out; of equal remainders the first wins. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (!(sum > 0 && weights.every((weight) => weight >= 0)))
    throw new RangeError(`shares must not be negative and sum above 0, are ${weights.join(", ")}`);
  const exact = weights.map((weight) => (total * weight) / sum);
  const counts = exact.map(Math.floor);
  const left = total - counts.reduce((all, count) => all + count, 0);
  const byRemainder = exact
    .map((share, i) => ({ i, remainder: share - Math.floor(share) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) counts[i]! += 1;
  return counts;
}

function assertCount(name: string, value: number): void {
  if (!(Number.isInteger(value) && value > 0)) throw new RangeError(`${name} ${value} is not a whole number above 0`);
}

function wrapped_deg(angle_deg: number): number {
  return ((angle_deg % 360) + 360) % 360;
}
