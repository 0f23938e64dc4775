/**
 * CZML document (AnalyticalGraphicsInc/czml-writer, schema of 2026-07; read by CesiumJS): satellites that move, stations that stand.
 *
 * CZML knows two frames, FIXED to the Earth and INERTIAL, the ICRF. TEME is neither: by 2027 precession has turned it 0.37 deg from the
 * ICRF. Positions are therefore ITRF, as FIXED, in metres to 1 mm; a trajectory in another frame is refused.
 *
 * Interpolation: Lagrange of degree 5, or less where there are fewer rows: with a step of 60 s in low orbit it adds 1 cm, with 120 s a
 * metre (docs/theory/ephemeris.md).
 */
import { stationEarthFixed_km } from "../physics/index.ts";
import type { Station } from "../physics/index.ts";
import { assertFrame } from "./frames.ts";
import { rowTimes_us, stateChunks, utcText } from "./rows.ts";
import type { Trajectory } from "./trajectory.ts";

/** Seconds since 1970, UTC. */
export interface TimeSpan {
  readonly start_s: number;
  readonly end_s: number;
}

export interface CzmlSatellite {
  /** In ITRF. */
  readonly trajectory: Trajectory;
  /** When it is without sunlight, in order and apart: shown by its colour. Null where that was not asked for. */
  readonly dark: readonly TimeSpan[] | null;
}

export interface CzmlOptions extends TimeSpan {
  readonly name: string;
  readonly step_s: number;
  readonly stations: readonly (Station & { readonly id: string })[];
}

const DEGREE = 5;
/** The clock runs a minute a second. */
const PACE = 60;
const LIT = [255, 213, 79, 255] as const;
const DARK = [84, 110, 160, 255] as const;
const STATION = [129, 199, 132, 255] as const;
const TRACK = [255, 255, 255, 90] as const;

/** The document, piece by piece; joined it is one JSON array. Throws FrameError for a satellite that is not in ITRF, RangeError for a step or a span that cannot be. */
export function* czmlText(satellites: Iterable<CzmlSatellite>, options: CzmlOptions): Generator<string, void, undefined> {
  if (!(options.end_s > options.start_s)) throw new RangeError(`a document from ${options.start_s} to ${options.end_s} s`);
  yield `[${JSON.stringify(documentPacket(options))}`;
  const ids = uniqueIds();
  for (const station of options.stations) yield `,\n${JSON.stringify(stationPacket(station, ids(`station/${station.id}`)))}`;
  for (const satellite of satellites) yield* satelliteText(satellite, { id: ids(`satellite/${satellite.trajectory.name}`), step_s: options.step_s });
  yield "\n]\n";
}

/** Two packets of one id would be one object. */
function uniqueIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id} #${times}`;
  };
}

const instant = (t_us: number): string => `${utcText(t_us)}Z`;
const interval = (from_us: number, to_us: number): string => `${instant(from_us)}/${instant(to_us)}`;
const us = (t_s: number): number => Math.round(t_s * 1e6);

function documentPacket({ name, start_s, end_s }: CzmlOptions): object {
  const clock = { interval: interval(us(start_s), us(end_s)), currentTime: instant(us(start_s)), multiplier: PACE, range: "LOOP_STOP", step: "SYSTEM_CLOCK_MULTIPLIER" };
  return { id: "document", name, version: "1.0", clock };
}

const label = (text: string): object => ({ text, font: "11pt sans-serif", horizontalOrigin: "LEFT", pixelOffset: { cartesian2: [10, 0] }, fillColor: { rgba: [255, 255, 255, 255] } });

function stationPacket(station: CzmlOptions["stations"][number], id: string): object {
  const metres = stationEarthFixed_km(station).map((km) => Number((1000 * km).toFixed(3)));
  return { id, name: station.id, position: { cartesian: metres }, point: { pixelSize: 6, color: { rgba: STATION } }, label: label(station.id) };
}

function* satelliteText({ trajectory, dark }: CzmlSatellite, { id, step_s }: { readonly id: string; readonly step_s: number }): Generator<string, void, undefined> {
  assertFrame(trajectory, "ITRF");
  const times = rowTimes_us(trajectory, step_s);
  const { rows, at } = times;
  const first = at(0);
  const last = at(rows - 1);
  const look = {
    id,
    name: trajectory.name,
    description: `Flown by ${trajectory.theory}; Earth-fixed by GMST, without polar motion and UT1 - UTC.`.replace(/[<>&]/g, "_"),
    availability: interval(first, last),
    point: { pixelSize: 5, color: dark === null ? { rgba: LIT } : colours(dark, { first, last }) },
    label: label(trajectory.name),
    path: { leadTime: 0, trailTime: Math.round(trajectory.revolution_s), width: 1, resolution: step_s, material: { solidColor: { color: { rgba: TRACK } } } },
  };
  const motion = `"position":{"epoch":"${instant(first)}","referenceFrame":"FIXED","interpolationAlgorithm":"LAGRANGE","interpolationDegree":${Math.min(DEGREE, rows - 1)},"cartesian":[`;
  yield `,\n${JSON.stringify(look).slice(0, -1)},${motion}`;
  for (const chunk of stateChunks(trajectory, times)) {
    let text = "";
    for (let row = chunk.first, k = 0; row < chunk.end; row++, k += 6) {
      text += `${row === 0 ? "" : ","}${(at(row) - first) / 1e6},${metres(chunk.states[k]!)},${metres(chunk.states[k + 1]!)},${metres(chunk.states[k + 2]!)}`;
    }
    yield text;
  }
  yield "]}}";
}

const metres = (km: number): string => (1000 * km).toFixed(3);

/** Colour by intervals that meet and cover the satellite's own. */
function colours(dark: readonly TimeSpan[], { first, last }: { readonly first: number; readonly last: number }): readonly object[] {
  const parts: object[] = [];
  const add = (from: number, to: number, rgba: readonly number[]): void => {
    if (to > from) parts.push({ interval: interval(from, to), rgba });
  };
  let from = first;
  for (const { start_s, end_s } of dark) {
    const enters = Math.min(last, Math.max(from, us(start_s)));
    const leaves = Math.min(last, Math.max(enters, us(end_s)));
    add(from, enters, LIT);
    add(enters, leaves, DARK);
    from = leaves;
  }
  add(from, last, LIT);
  return parts;
}
