/**
 * Data of a pass whose rate follows the elevation, and how busy terminals are.
 *
 *   1. Earth angle to the station along a circular orbit: cos l = cos l_min cos p, l_min from the highest elevation, p turning evenly;
 *      its rate is such that the pass's edges stand at the mask, so that the Earth's turning is in it
 *   2. bytes = int rate(elevation(t)) dt / 8 from acquisition to the end, Simpson's rule
 *   3. passes are served in the order in which they rise, by any terminal that is free and has slewed; else they are missed
 *
 * Assumes: an orbit that is circular enough to keep its height within the pass; no refraction.
 * Accuracy: elevation within 0.6 degrees of Skyfield on passes of OneWeb satellites at 1,200 km, 0.1 in the mean (test/physics); constant rate exact.
 */
import { EARTH_RADIUS_KM, RADIANS_PER_DEGREE } from "../units/index.ts";
import { earthCentralAngle_rad } from "./link.ts";
import { semiMajorAxis_km } from "./orbit.ts";

export type SeenPass = { readonly duration_s: number; readonly altitude_km: number; readonly elevationMin_deg: number; readonly elevationMax_deg: number };

/** Elevation by seconds from the rise of a pass (equation 1). */
export function passElevation_deg(pass: SeenPass): (time_s: number) => number {
  const bad = Object.entries(pass).find(([, value]) => !Number.isFinite(value));
  if (bad) throw new RangeError(`${bad[0]} is ${bad[1]}`);
  const { duration_s, altitude_km, elevationMin_deg, elevationMax_deg } = pass;
  if (!(elevationMax_deg >= elevationMin_deg)) throw new RangeError(`elevationMax_deg ${elevationMax_deg} is below elevationMin_deg ${elevationMin_deg}`);
  const nearest = Math.cos(earthCentralAngle_rad({ altitude_km, elevation_deg: elevationMax_deg }));
  const edge_rad = Math.acos(Math.cos(earthCentralAngle_rad({ altitude_km, elevation_deg: elevationMin_deg })) / nearest);
  return (time_s) => elevationAt_deg(nearest * Math.cos(edge_rad * ((2 * time_s) / duration_s - 1)), altitude_km);
}

/** Elevation of a satellite whose Earth angle has that cosine. */
function elevationAt_deg(cosAngle: number, altitude_km: number): number {
  const sinAngle = Math.sqrt(1 - Math.min(1, cosAngle) ** 2);
  return Math.atan2(cosAngle - EARTH_RADIUS_KM / semiMajorAxis_km(altitude_km), sinAngle) / RADIANS_PER_DEGREE;
}

/** Data of a pass; the rate is that at an elevation, and the link carries nothing until it is acquired. */
export function passData_GB(pass: SeenPass, link: { readonly rate_Gb_per_s: (elevation_deg: number) => number; readonly acquisition_s: number }): number {
  const elevation_deg = passElevation_deg(pass);
  const used_s = pass.duration_s - link.acquisition_s;
  if (!(used_s > 0)) return 0;
  const step_s = used_s / (2 * PANELS);
  let sum = 0;
  for (let i = 0; i <= 2 * PANELS; i++) {
    const weight = i === 0 || i === 2 * PANELS ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * link.rate_Gb_per_s(elevation_deg(link.acquisition_s + i * step_s));
  }
  return (sum * step_s) / 3 / 8;
}

const PANELS = 64;

export type TimedPass = { readonly start_s: number; readonly end_s: number };
export type TerminalDuty = {
  /** Share of the terminals' time spent on passes, slewing included. */
  readonly duty_frac: number;
  /** Indices into the passes given. */
  readonly served: readonly number[];
  readonly missed: readonly number[];
};

/** Who is served when passes overlap: first come, first served (equation 3); times are from the span's start. */
export function terminalDuty(passes: readonly TimedPass[], { terminals, slew_s, span_s }: { readonly terminals: number; readonly slew_s: number; readonly span_s: number }): TerminalDuty {
  const freeFrom = Array.from({ length: terminals }, () => -Infinity);
  const served: number[] = [];
  const missed: number[] = [];
  let busy_s = 0;
  const order = passes.map((_, i) => i).toSorted((a, b) => passes[a]!.start_s - passes[b]!.start_s);
  for (const i of order) {
    const { start_s, end_s } = passes[i]!;
    if (!(end_s > start_s)) throw new RangeError(`pass ${i} ends at ${end_s} s and begins at ${start_s} s`);
    const free = freeFrom.findIndex((from) => from <= start_s);
    if (free < 0) {
      missed.push(i);
      continue;
    }
    freeFrom[free] = end_s + slew_s;
    busy_s += Math.min(end_s + slew_s, span_s) - start_s;
    served.push(i);
  }
  return { duty_frac: busy_s / (terminals * span_s), served, missed };
}
