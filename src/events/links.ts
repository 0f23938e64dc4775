/**
 * When two satellites can be linked: the line between them stays above a height, and they are not too far apart.
 *
 *   1. both trajectories in one frame, from one epoch
 *   2. windows of grazing altitude >= altitudeMin and range <= rangeMax, edges refined (kernel/passes-pair)
 *
 * Assumes: a sphere of the equatorial radius (the height over the true surface is up to 21 km greater near the poles), no refraction, light
 * goes at once, no limits of pointing, slewing or Sun.
 * Accuracy: edges to 1 ms of the trajectories' own motion; closed forms and scans by 0.1 s in the tests.
 */
import { assertSameEpoch, assertSameFrame, atEpoch } from "../ephemeris/index.ts";
import type { Trajectory } from "../ephemeris/index.ts";
import { pairWindows } from "../kernel/index.ts";
import type { PairLimits, PairWindow, Track } from "../kernel/index.ts";
import { EARTH_RADIUS_KM } from "../units/index.ts";
import { assertSpan, flownWithin } from "./span.ts";
import type { EventSpan, Flown } from "./span.ts";
import { sampledTrack } from "./track.ts";

export type LinkLimits = {
  /** Least height of the line of sight over the Earth's equatorial sphere. */
  readonly altitudeMin_km: number;
  /** Left out: any range. */
  readonly rangeMax_km?: number;
};

export type LinkWindow = {
  /** Seconds since 1970, UTC. */
  readonly start_s: number;
  readonly end_s: number;
  /** Linked already at the span's start, or still at its end (or where either satellite's positions begin or end). */
  readonly openAtStart: boolean;
  readonly openAtEnd: boolean;
  readonly rangeLeast_km: number;
  readonly rangeMost_km: number;
};

/** Indices of two satellites in a list. */
export type LinkPair = readonly [number, number];

export type GridLink = LinkWindow & { readonly pair: LinkPair };

/** Lines of sight that stay above this clear the weather and the mesosphere (Kassing et al., "Exploring the 'Internet from space' with Hypatia", IMC 2020: its longest links). */
export const LINK_ALTITUDE_MIN_KM = 80;

/** Edges and extremes are found to this. */
const TOLERANCE_S = 1e-3;
/** Rows of a revolution of the faster one, at the rate of perigee. */
const ROWS_PER_TURN = 24;
/** Rows kept of all satellites of a list at once, 48 bytes each. */
const ROWS_MAX = 10_000_000;
/** Pairs of a list: in low orbit a pair takes some 0.13 ms a day, with some 9 windows. */
export const LINK_PAIRS_MAX = 1_000_000;

/** Windows in which two satellites can be linked, in order of time. Throws FrameError or EpochError when theirs differ, RangeError for a span or limits that are none. */
export function linkWindows(a: Trajectory, b: Trajectory, span: EventSpan, limits: LinkLimits): readonly LinkWindow[] {
  assertSpan(span);
  const kernelLimits = limitsOf(limits);
  assertPair(a, b);
  return windowsBetween([a, b], span, kernelLimits);
}

/** Windows of the named pairs of a list, by pair and time; each satellite is sampled once. Throws as linkWindows, and RangeError for more than LINK_PAIRS_MAX pairs or a pair that is none. */
export function linkGrid(satellites: readonly Trajectory[], pairs: readonly LinkPair[], span: EventSpan, limits: LinkLimits): readonly GridLink[] {
  assertSpan(span);
  const kernelLimits = limitsOf(limits);
  if (pairs.length > LINK_PAIRS_MAX) throw new RangeError(`${pairs.length} pairs, more than ${LINK_PAIRS_MAX}`);
  for (const pair of pairs) assertPair(memberOf(satellites, pair, 0), memberOf(satellites, pair, 1));
  const tracks = sharedTracks(satellites, span);
  return pairs.flatMap((pair) => {
    const [a, b] = [tracks[pair[0]], tracks[pair[1]]];
    const found = a != null && b != null ? windowsOf(a, b, span, kernelLimits) : windowsBetween([satellites[pair[0]]!, satellites[pair[1]]!], span, kernelLimits);
    return found.map((window) => ({ pair, ...window }));
  });
}

/** Every pair of a list of `count`. */
export function allPairs(count: number): readonly LinkPair[] {
  return Array.from({ length: count }, (_, i) => Array.from({ length: count - 1 - i }, (_unused, j): LinkPair => [i, i + 1 + j])).flat();
}

/** A satellite's place among planes, both numbers from 0. */
export type GridPlace = { readonly plane: number; readonly satellite: number };

/** Planes by their number of satellites, and whether the last one's neighbour is the first: nodes spread over 360 deg. */
export type GridPlanes = { readonly satellites: readonly number[]; readonly closed: boolean };

/** The links that a satellite begins in the usual "+grid": to the next in its plane and to the one of like number in the next plane (by place in the turn where numbers differ). */
export function gridNeighbours({ satellites, closed }: GridPlanes, { plane, satellite }: GridPlace): readonly GridPlace[] {
  const next = onRing(plane, satellites.length, closed);
  const beside = next === undefined ? 0 : satellites[next]!;
  const here = satellites[plane]!;
  const ahead = onRing(satellite, here, true);
  return [
    ...(ahead === undefined ? [] : [{ plane, satellite: ahead }]),
    ...(next === undefined || beside === 0 ? [] : [{ plane: next, satellite: Math.round((satellite * beside) / here) % beside }]),
  ];
}

/** The next on a ring, which two go around by one link, not two; undefined beyond the last of a row. */
function onRing(i: number, size: number, closed: boolean): number | undefined {
  if (i + 1 < size) return i + 1;
  return closed && size > 2 ? 0 : undefined;
}

/** All pairs of the "+grid", satellites numbered plane by plane. */
export function gridPairs(planes: GridPlanes): readonly LinkPair[] {
  const first = planes.satellites.map((_, p) => planes.satellites.slice(0, p).reduce((sum, size) => sum + size, 0));
  const indexOf = ({ plane, satellite }: GridPlace): number => first[plane]! + satellite;
  return planes.satellites.flatMap((size, plane) =>
    Array.from({ length: size }, (_, satellite) => gridNeighbours(planes, { plane, satellite }).map((to): LinkPair => [indexOf({ plane, satellite }), indexOf(to)])).flat(),
  );
}

function limitsOf({ altitudeMin_km, rangeMax_km = Infinity }: LinkLimits): PairLimits {
  if (!Number.isFinite(altitudeMin_km) || altitudeMin_km <= -EARTH_RADIUS_KM) throw new RangeError(`altitudeMin_km is ${altitudeMin_km}`);
  if (!(rangeMax_km > 0)) throw new RangeError(`rangeMax_km is ${rangeMax_km}`);
  return { grazing: EARTH_RADIUS_KM + altitudeMin_km, range: rangeMax_km };
}

function memberOf(satellites: readonly Trajectory[], pair: LinkPair, side: 0 | 1): Trajectory {
  const satellite = satellites[pair[side]];
  if (satellite === undefined) throw new RangeError(`pair ${pair[0]}-${pair[1]} of ${satellites.length} satellites`);
  return satellite;
}

function assertPair(a: Trajectory, b: Trajectory): void {
  assertSameFrame(a, b);
  assertSameEpoch(a, b);
}

/** Of two that may have positions for a part of the span only. */
function windowsBetween(two: readonly [Trajectory, Trajectory], span: EventSpan, limits: PairLimits): readonly LinkWindow[] {
  const [a, b] = two.map((one) => flownWithin(atEpoch(one, span.start_s), span)) as [Flown, Flown];
  const rows = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end), stepMax: Math.min(a.trajectory.revolution_s, b.trajectory.revolution_s) / ROWS_PER_TURN };
  if (!(rows.end > rows.start)) return [];
  return windowsOf(sampledTrack(a.trajectory, rows), sampledTrack(b.trajectory, rows), span, limits);
}

/** Rows of each satellite at common times; null for one that has positions for a part of the span only. */
function sharedTracks(satellites: readonly Trajectory[], span: EventSpan): readonly (Track | null)[] {
  const flown = satellites.map((one) => flownWithin(atEpoch(one, span.start_s), span));
  const end = span.end_s - span.start_s;
  const stepMax = satellites.reduce((least, { revolution_s }) => Math.min(least, revolution_s), Infinity) / ROWS_PER_TURN;
  const rows = satellites.length * Math.ceil(end / stepMax);
  if (rows > ROWS_MAX) throw new RangeError(`${satellites.length} satellites for ${end} s take ${rows} rows, more than ${ROWS_MAX}: take fewer satellites or a shorter span`);
  return flown.map((one) => (one.start === 0 && one.end === end ? sampledTrack(one.trajectory, { start: 0, end, stepMax }) : null));
}

function windowsOf(a: Track, b: Track, { start_s }: EventSpan, limits: PairLimits): readonly LinkWindow[] {
  return pairWindows(a, b, limits, TOLERANCE_S).map((window) => linkOf(window, start_s));
}

const linkOf = ({ start, end, openAtStart, openAtEnd, rangeLeast, rangeMost }: PairWindow, start_s: number): LinkWindow => ({
  start_s: start_s + start, end_s: start_s + end, openAtStart, openAtEnd, rangeLeast_km: rangeLeast, rangeMost_km: rangeMost,
});
