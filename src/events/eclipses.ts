/**
 * When a satellite is in the Earth's shadow: umbra and penumbra, edges refined.
 *
 *   1. margins of both cones (kernel/shadow-cone) at rows of the trajectory, edges and lowest points between them (kernel/shadow-cone-windows)
 *   2. a PENUMBRA window runs from first to last contact and so CONTAINS the umbra window, as in Orekit (EclipseDetector.withPenumbra);
 *      SatelliteAnalysis.jl calls penumbra what is left of it without the umbra. Skyfield's is_sunlit knows no penumbra: it asks
 *      for the Sun's centre.
 *   3. least light = visible part of the disc (kernel/shadow) at the lowest point of the penumbra's margin, the Earth's limb a circle of
 *      the angular radius it has towards the Sun
 *
 * Assumes: no refraction and no air (each km of air taken as opaque adds 0.34 s to either edge at 550 km), the Earth's pole that of the
 * frame. The Sun wanted is the APPARENT one of date: in a frame that moves with the Earth, light comes from there, and the shadow lies
 * opposite. A geometric Sun, as Orekit's, stands 20.5 arcsec east of it along the ecliptic and moves edges by up to 95 ms at 700 km
 * (35 and 62 ms on Orekit's orbit).
 * Range: trajectories in TEME outside the Earth. Accuracy: with astronomy-engine's geometric Sun Orekit's edges to 2.5 ms. With the house's
 * Sun (36 arcsec of the apparent one)
 *   4. error of an edge = 36 arcsec / rate at which the satellite crosses it: the orbit's where it crosses upright, 0.16 s at 650 km, 2.4 s
 *      geostationary, 9.6 s at 100,000 km; more where it grazes
 * found 27 ms on Orekit's day, 0.13, 2.0 and 9.3 s at worst at those heights about ten years' equinoxes. Totals of a year as fly's closed form, which has the same
 * Sun, to 5e-9 of it (test/events).
 */
import { assertFrame } from "../ephemeris/index.ts";
import type { Trajectory } from "../ephemeris/index.ts";
import { coneMargins, limbAngle, sightKernel, visibleSunFraction, windowsBelow } from "../kernel/index.ts";
import type { ConeMargins, ShadowBody, ShadowWindow } from "../kernel/index.ts";
import { julianDate, sunVector_km } from "../physics/index.ts";
import type { Vec3 } from "../physics/index.ts";
import { DAY_S, EARTH_FLATTENING, EARTH_RADIUS_KM, formatUtc, SUN_RADIUS_KM } from "../units/index.ts";
import { trajectoryRows } from "./eclipses-rows.ts";
import type { TrajectoryRows } from "./eclipses-rows.ts";
import type { EventSpan } from "./span.ts";

/** The Sun from the Earth's centre, km in the frame of the trajectory, at seconds since 1970, UTC. */
export type SunPort = (t_s: number) => Vec3;

export interface EclipseOptions {
  /** The Almanac's apparent Sun of date (physics/sun), if not given. */
  readonly sun?: SunPort;
  /** A sphere of the equatorial radius, as if not said; the WGS 84 ellipsoid; or sizes of one's own, km. */
  readonly earth?: "sphere" | "ellipsoid" | ShadowBody;
}

export interface Eclipse {
  /** "penumbra" runs from first to last contact: it contains the umbra. */
  readonly kind: "umbra" | "penumbra";
  readonly start_s: number;
  readonly end_s: number;
  /** In the shadow already at the span's start, or still at its end: the edge is the span's. */
  readonly openAtStart: boolean;
  readonly openAtEnd: boolean;
  /** Least part of the Sun's disc seen within the window; 0 where there is an umbra. */
  readonly litMin_frac: number;
}

export interface Eclipses {
  /** By start; a penumbra before its umbra. */
  readonly eclipses: readonly Eclipse[];
  /** The part of the span for which there are positions; its end is not after its start where there are none. */
  readonly flown: EventSpan;
}

/** The Sun of physics/sun as a port. */
export const almanacSun: SunPort = (t_s) => sunVector_km(JD_1970 + t_s / DAY_S);

const JD_1970 = julianDate("1970-01-01");

const bodyOf = (earth: EclipseOptions["earth"] = "sphere"): ShadowBody =>
  typeof earth === "object" ? earth : { earthRadius: EARTH_RADIUS_KM, flattening: earth === "ellipsoid" ? EARTH_FLATTENING : 0, sunRadius: SUN_RADIUS_KM };

/** Edges and lowest points are found to this. */
const TOLERANCE_S = 1e-4;

/** Every umbra and penumbra of a trajectory within a span. Throws FrameError unless it is in TEME, RangeError for a span that is none or a point within the Earth. */
export function eclipses(trajectory: Trajectory, span: EventSpan, { sun = almanacSun, earth }: EclipseOptions = {}): Eclipses {
  assertFrame(trajectory, "TEME");
  const light: Light = { sun: (t) => sun(span.start_s + t), body: bodyOf(earth) };
  const rows = trajectoryRows(trajectory, span);
  const margins = rowMargins(rows, light);
  const bad = margins.penumbra.findIndex((margin) => !Number.isFinite(margin));
  if (bad >= 0) throw new RangeError(`"${trajectory.name}" at ${formatUtc(span.start_s + rows.times[bad]!)} is not outside the Earth, or the Sun has no place: no shadow can be told`);
  const view = viewOf(rows, light);
  const windows = (kind: Eclipse["kind"], values: Float64Array): readonly ShadowWindow[] => windowsBelow((t) => view.margin(kind, t), rows.times, values, TOLERANCE_S);
  const penumbra = windows("penumbra", margins.penumbra);
  const umbra = windows("umbra", nearWindows(margins.umbra, rows.times, penumbra));
  const lit = leastLight(penumbra, umbra, view.lit);
  const found = [...penumbra.map((window, i) => eclipseOf(window, { kind: "penumbra", start_s: span.start_s, litMin_frac: lit[i]! })), ...umbra.map((window) => eclipseOf(window, { kind: "umbra", start_s: span.start_s, litMin_frac: 0 }))];
  return { eclipses: found.toSorted((a, b) => a.start_s - b.start_s), flown: rows.flown };
}

const eclipseOf = ({ start, end, openAtStart, openAtEnd }: ShadowWindow, { kind, start_s, litMin_frac }: Pick<Eclipse, "kind" | "start_s" | "litMin_frac">): Eclipse => ({
  kind, start_s: start_s + start, end_s: start_s + end, openAtStart, openAtEnd, litMin_frac,
});

/** On either side of a window. */
const ROWS_NEAR = 2;

/** The umbra's margin where it can be below 0, which is within a penumbra, and Infinity at rows away from all: no lowest point is looked for there. */
function nearWindows(margin: Float64Array, times: Float64Array, windows: readonly ShadowWindow[]): Float64Array {
  let next = 0;
  return margin.map((value, k) => {
    while (next < windows.length && windows[next]!.end < times[Math.max(0, k - ROWS_NEAR)]!) next++;
    return next < windows.length && windows[next]!.start <= times[Math.min(times.length - 1, k + ROWS_NEAR)]! ? value : Infinity;
  });
}

/** Of each penumbra, 0 where it holds an umbra. Both lists run by time. */
function leastLight(penumbra: readonly ShadowWindow[], umbra: readonly ShadowWindow[], lit: (t: number) => number): readonly number[] {
  let next = 0;
  return penumbra.map(({ start, end, deepest }) => {
    while (next < umbra.length && umbra[next]!.end <= start) next++;
    return next < umbra.length && umbra[next]!.start < end ? 0 : lit(deepest);
  });
}

/** The Sun by seconds from the span's start. */
type Light = { readonly sun: (t: number) => Vec3; readonly body: ShadowBody };

function rowMargins({ times, states }: TrajectoryRows, { sun, body }: Light): ConeMargins {
  const rows = times.length;
  const positions = new Float64Array(3 * rows);
  const suns = new Float64Array(3 * rows);
  const margins = { umbra: new Float64Array(rows), penumbra: new Float64Array(rows) };
  for (let k = 0; k < rows; k++) {
    positions.set(states.subarray(6 * k, 6 * k + 3), 3 * k);
    suns.set(sun(times[k]!), 3 * k);
  }
  sightKernel.coneMargins(body, positions, suns, rows, margins);
  return margins;
}

type View = { readonly margin: (kind: Eclipse["kind"], t: number) => number; readonly lit: (t: number) => number };

/** The same between rows. */
function viewOf({ sample }: TrajectoryRows, { sun, body }: Light): View {
  const { earthRadius, flattening, sunRadius } = body;
  const state = new Float64Array(6);
  const sunThen = new Float64Array(3);
  const margins = { umbra: new Float64Array(1), penumbra: new Float64Array(1) };
  return {
    margin: (kind, t) => {
      sample(t, state);
      sunThen.set(sun(t));
      coneMargins(body, state, sunThen, 1, margins);
      return margins[kind][0]!;
    },
    lit: (t) => {
      sample(t, state);
      const [x, y, z] = sun(t);
      const limb = limbAngle(state[0]!, state[1]!, state[2]!, x, y, z, earthRadius, flattening);
      const seenRadius = Math.hypot(state[0]!, state[1]!, state[2]!) * Math.sin(limb);
      return visibleSunFraction(state[0]!, state[1]!, state[2]!, x, y, z, seenRadius, sunRadius);
    },
  };
}
