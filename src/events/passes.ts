/**
 * Passes of satellites over ground stations.
 *
 *   1. each trajectory in ITRF (ephemeris/frames): the Earth's rate is that of the span's first day, which is right to 1e-9 rad in a year
 *   2. windows at or above an elevation mask on the WGS 84 horizon, edges and culmination refined (kernel/passes)
 *
 * Assumes: UT1 = UTC, no polar motion, no refraction, light goes at once.
 * Accuracy: against Skyfield 1.45 on 20 satellites and 9 stations every pass, edges to 0.5 s (test/golden/astro).
 */
import { atEpoch, inItrf } from "../ephemeris/index.ts";
import type { Trajectory } from "../ephemeris/index.ts";
import { manySightWindows } from "../kernel/index.ts";
import type { Observer, SightWindow } from "../kernel/index.ts";
import { stationEarthFixed_km, stationZenith } from "../physics/index.ts";
import type { Station } from "../physics/index.ts";
import { RADIANS_PER_DEGREE } from "../units/index.ts";
import { assertSpan, flownWithin } from "./span.ts";
import type { EventSpan, PartlyFlown } from "./span.ts";
import { sampledTrack } from "./track.ts";

export type PassStation = Station & { readonly elevationMin_deg: number };

export type Pass = {
  /** Index of the satellite and of the station in their lists. */
  readonly satellite: number;
  readonly station: number;
  /** Seconds since 1970, UTC. */
  readonly start_s: number;
  readonly end_s: number;
  /** In view already at the span's start, or still at its end (or where the satellite's own positions begin or end): no rise, or set, was seen. */
  readonly openAtStart: boolean;
  readonly openAtEnd: boolean;
  readonly culmination_s: number;
  readonly elevationMax_deg: number;
};

/** Edges and culminations are found to this. */
const TOLERANCE_S = 5e-4;
/** Rows of a revolution, at the rate of perigee. */
const ROWS_PER_TURN = 20;

export type Passes = {
  readonly passes: readonly Pass[];
  /** Satellites that have no position for a part of the span. */
  readonly partly: readonly PartlyFlown[];
};

/**
 * Every pass of every satellite over every station within the span, by satellite, station and time. Throws FrameError for a trajectory that cannot be
 * turned into ITRF, RangeError for a span or a station that is none.
 */
export function passes(satellites: readonly Trajectory[], stations: readonly PassStation[], span: EventSpan): Passes {
  assertSpan(span);
  const observers = stations.map(observerOf);
  const found: Pass[] = [];
  const partly: PartlyFlown[] = [];
  let room: Float64Array = new Float64Array(0);
  satellites.forEach((given, satellite) => {
    const { trajectory, ...flown } = flownWithin(inItrf(atEpoch(given, span.start_s)), span);
    if (flown.start !== 0 || flown.end !== span.end_s - span.start_s) partly.push({ satellite, start_s: span.start_s + flown.start, end_s: span.start_s + flown.end });
    if (!(flown.end > flown.start)) return;
    const track = sampledTrack(trajectory, { ...flown, stepMax: trajectory.revolution_s / ROWS_PER_TURN }, room);
    room = track.states;
    manySightWindows(track, observers, TOLERANCE_S).forEach((windows, station) => {
      for (const window of windows) found.push(passOf(window, { satellite, station, start_s: span.start_s }));
    });
  });
  return { passes: found, partly };
}

function observerOf(station: PassStation): Observer {
  const { latitude_deg, longitude_deg, height_km, elevationMin_deg } = station;
  const bad = Object.entries({ latitude_deg, longitude_deg, height_km, elevationMin_deg }).find(([, value]) => !Number.isFinite(value));
  if (bad) throw new RangeError(`station's ${bad[0]} is ${bad[1]}`);
  return { position: stationEarthFixed_km(station), zenith: stationZenith(station), sinMask: Math.sin(elevationMin_deg * RADIANS_PER_DEGREE) };
}

function passOf(window: SightWindow, { satellite, station, start_s }: { readonly satellite: number; readonly station: number; readonly start_s: number }): Pass {
  const { start, end, openAtStart, openAtEnd, peak, peakSin } = window;
  return {
    satellite, station,
    start_s: start_s + start,
    end_s: start_s + end,
    openAtStart, openAtEnd,
    culmination_s: start_s + peak,
    // Straight above, rounding may leave a sine of 1 + 1e-16.
    elevationMax_deg: Math.asin(Math.min(1, peakSin)) / RADIANS_PER_DEGREE,
  };
}
