/**
 * Passes of a fleet over ground stations.
 *
 *   1. SGP4 state in TEME (elements) turned by GMST (physics/earth-frame): the rate is that of the span's first day, which is right to 1e-8 rad in a year
 *   2. windows at or above an elevation mask on the WGS 84 horizon, edges and culmination refined (kernel/passes)
 *
 * Assumes: UT1 = UTC, no polar motion, no refraction, light goes at once.
 * Accuracy: against Skyfield 1.45 on 20 satellites and 9 stations every pass, edges to 0.5 s (test/golden/astro).
 */
import { fleetState } from "../elements/index.ts";
import type { ElementFleet, FleetSpan } from "../elements/index.ts";
import { sightWindows, toTurningFrame, trackOf } from "../kernel/index.ts";
import type { Observer, Sampler, Track } from "../kernel/index.ts";
import { gmst_rad, julianDate, stationEarthFixed_km, stationZenith } from "../physics/index.ts";
import type { Station } from "../physics/index.ts";
import { DAY_S, RADIANS_PER_DEGREE } from "../units/index.ts";

export type PassStation = Station & { readonly elevationMin_deg: number };

export type Pass = {
  /** Index of the satellite in its fleet, and of the station in its list. */
  readonly satellite: number;
  readonly station: number;
  /** Seconds since 1970, UTC. */
  readonly start_s: number;
  readonly end_s: number;
  /** In view already at the span's start, or still at its end (or at the last position the satellite has): no rise, or set, was seen. */
  readonly openAtStart: boolean;
  readonly openAtEnd: boolean;
  readonly culmination_s: number;
  readonly elevationMax_deg: number;
};

/** Edges and culminations are found to this. */
const TOLERANCE_S = 5e-4;
/** Rows of a revolution, at the rate of perigee. */
const ROWS_PER_TURN = 20;

/** Every pass of every satellite over every station within the span, by satellite, station and time; satellites that lose their position within it are named in `ended`. */
export function passes(fleet: ElementFleet, stations: readonly PassStation[], span: FleetSpan): { readonly passes: readonly Pass[]; readonly ended: readonly EndedTrack[] } {
  if (!(span.end_s > span.start_s)) throw new RangeError(`span from ${span.start_s} to ${span.end_s} s`);
  const observers = stations.map(observerOf);
  const found: Pass[] = [];
  const ended: EndedTrack[] = [];
  let room: Float64Array = new Float64Array(0);
  for (let satellite = 0; satellite < fleet.sets.length; satellite++) {
    const track = satelliteTrack(fleet, satellite, span, room);
    room = track.states;
    if (track.end < span.end_s - span.start_s) ended.push({ satellite, end_s: span.start_s + track.end });
    observers.forEach((observer, station) => found.push(...passesOf(track, observer, { satellite, station, start_s: span.start_s })));
  }
  return { passes: found, ended };
}

/** A satellite without a position after a time. */
export type EndedTrack = { readonly satellite: number; readonly end_s: number };

function observerOf(station: PassStation): Observer {
  const bad = Object.entries(station).find(([, value]) => !Number.isFinite(value));
  if (bad) throw new RangeError(`station's ${bad[0]} is ${bad[1]}`);
  return { position: stationEarthFixed_km(station), zenith: stationZenith(station), sinMask: Math.sin(station.elevationMin_deg * RADIANS_PER_DEGREE) };
}

/** A satellite in the Earth-fixed frame by seconds from the span's start. */
export function satelliteTrack(fleet: ElementFleet, satellite: number, span: FleetSpan, room?: Float64Array): Track {
  return trackOf(earthFixedSampler(fleet, satellite, span.start_s), { start: 0, end: span.end_s - span.start_s, stepMax: rowStep_s(fleet, satellite) }, room);
}

/** Equation 1, by seconds from `start_s`. */
export function earthFixedSampler(fleet: ElementFleet, satellite: number, start_s: number): Sampler {
  const jd = JD_1970 + start_s / DAY_S;
  const angle = gmst_rad(jd);
  const rate = (2 * Math.PI + turned(gmst_rad(jd + 1) - angle)) / DAY_S;
  const turn = { sin: 0, cos: 1, rate };
  return (t, out, at) => {
    if (fleetState(fleet, satellite, start_s + t, out, at) !== 0) return false;
    turn.sin = Math.sin(angle + rate * t);
    turn.cos = Math.cos(angle + rate * t);
    toTurningFrame(out, at, turn);
    return true;
  };
}

const JD_1970 = julianDate("1970-01-01");
/** What a sidereal day is short of a day, as an angle 0..2 pi. */
const turned = (angle: number): number => (angle < 0 ? angle + 2 * Math.PI : angle);

function rowStep_s(fleet: ElementFleet, satellite: number): number {
  const { meanMotion_rev_per_d, eccentricity: e } = fleet.sets[satellite]!;
  const perigee_rev_per_d = (meanMotion_rev_per_d * (1 + e) ** 2) / (1 - e * e) ** 1.5;
  return DAY_S / perigee_rev_per_d / ROWS_PER_TURN;
}

function passesOf(track: Track, observer: Observer, { satellite, station, start_s }: { readonly satellite: number; readonly station: number; readonly start_s: number }): readonly Pass[] {
  return sightWindows(track, observer, TOLERANCE_S).map(({ start, end, openAtStart, openAtEnd, peak, peakSin }) => ({
    satellite, station,
    start_s: start_s + start,
    end_s: start_s + end,
    openAtStart, openAtEnd,
    culmination_s: start_s + peak,
    // Straight above, rounding may leave a sine of 1 + 1e-16.
    elevationMax_deg: Math.asin(Math.min(1, peakSin)) / RADIANS_PER_DEGREE,
  }));
}
