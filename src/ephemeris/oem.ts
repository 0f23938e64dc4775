/**
 * CCSDS orbit ephemeris message, KVN (CCSDS 502.0-B-3, section 5; version 2.0 of the format, which readers of 3.0 take too).
 *
 * One message holds one object (5.1.3): a fleet is as many messages. REF_FRAME is TEME, ITRF2000 or GCRF, names of table 3.2.3.3; without
 * Earth orientation parameters our ITRF is 22 m and more from any realisation, so that which one is named makes no difference.
 * Times are UTC; leap seconds are not told apart. Positions to 1 mm, velocities to 1 um/s.
 *
 * Interpolation recommended: Hermite of degree 7 through four states. SGP4's velocity is not the rate of its positions (by centimetres a second;
 * at a low perigee of an eccentric orbit by metres), so that Hermite adds 0.6 m to it: where rows are dense, Lagrange of degree 7 through
 * eight positions is named instead. What either adds: docs/theory/ephemeris.md.
 */
import { rowTimes_us, stateChunks, utcText, utcWriter } from "./rows.ts";
import type { Frame, Trajectory } from "./trajectory.ts";

export interface OemOptions {
  readonly step_s: number;
  /** When the message is written: "2026-11-22T05:00:00Z"; a clock is not looked at here. */
  readonly creationDate: string;
  readonly originator: string;
}

const FRAMES: Readonly<Record<Frame, string>> = { TEME: "TEME", ITRF: "ITRF2000", GCRF: "GCRF" };
const FRAME_COMMENTS: Readonly<Record<Frame, readonly string[]>> = {
  TEME: ["TEME is the true equator and mean equinox of date."],
  ITRF: ["ITRF from TEME by GMST (IAU 1982): no polar motion, UT1 taken as UTC."],
  GCRF: [],
};
const DEGREE = 7;
/** Whose velocities are not the rates of their positions. */
const ROUGH: readonly string[] = ["SGP4", "SDP4"];
/** Rows of a revolution from which on eight positions alone are right to centimetres. */
const DENSE = 40;
const CREATED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z?$/;

/** The message of one object over its span, some hundred lines at a time. Throws RangeError for a step, a date or a span that cannot be, and where it has no position. */
export function* oemText(trajectory: Trajectory, options: OemOptions): Generator<string, void, undefined> {
  if (!CREATED.test(options.creationDate)) throw new RangeError(`creationDate is "${options.creationDate}": a date and time are wanted, 2026-11-22T05:00:00Z`);
  const times = rowTimes_us(trajectory, options.step_s);
  const { rows, at } = times;
  yield headText(trajectory, options, { first: utcText(at(0)), last: utcText(at(rows - 1)), interpolation: interpolationOf(trajectory, options.step_s, rows) });
  const text = utcWriter();
  for (const { first, end, states } of stateChunks(trajectory, times)) {
    let lines = "";
    for (let row = first; row < end; row++) lines += stateLine(text(at(row)), states, 6 * (row - first));
    yield lines;
  }
}

const stateLine = (time: string, s: Float64Array, at: number): string =>
  `${time} ${s[at]!.toFixed(6)} ${s[at + 1]!.toFixed(6)} ${s[at + 2]!.toFixed(6)} ${s[at + 3]!.toFixed(9)} ${s[at + 4]!.toFixed(9)} ${s[at + 5]!.toFixed(9)}\n`;

interface Head {
  readonly first: string;
  readonly last: string;
  readonly interpolation: readonly [method: string, degree: number];
}

function interpolationOf({ theory, revolution_s }: Trajectory, step_s: number, rows: number): Head["interpolation"] {
  const lagrange = ROUGH.includes(theory) && step_s * DENSE <= revolution_s;
  return lagrange ? ["LAGRANGE", Math.min(DEGREE, rows - 1)] : ["HERMITE", Math.min(DEGREE, 2 * rows - 1)];
}

function headText({ name, objectId, frame, theory }: Trajectory, { creationDate, originator }: OemOptions, { first, last, interpolation: [method, degree] }: Head): string {
  const comments = [`Flown by ${theory}.`, ...FRAME_COMMENTS[frame]];
  return [
    "CCSDS_OEM_VERS = 2.0",
    `CREATION_DATE = ${creationDate.replace(/Z$/, "")}`,
    `ORIGINATOR = ${plain(originator)}`,
    "",
    "META_START",
    ...comments.map((text) => `COMMENT ${plain(text)}`),
    `OBJECT_NAME = ${plain(name)}`,
    `OBJECT_ID = ${objectId !== null && DESIGNATOR.test(objectId) ? objectId : UNKNOWN}`,
    "CENTER_NAME = EARTH",
    `REF_FRAME = ${FRAMES[frame]}`,
    "TIME_SYSTEM = UTC",
    `START_TIME = ${first}`,
    `USEABLE_START_TIME = ${first}`,
    `USEABLE_STOP_TIME = ${last}`,
    `STOP_TIME = ${last}`,
    `INTERPOLATION = ${method}`,
    `INTERPOLATION_DEGREE = ${degree}`,
    "META_STOP",
    "",
    "",
  ].join("\n");
}

/** What table 5-3 asks for where there is no international designator. */
const UNKNOWN = "UNKNOWN";
const DESIGNATOR = /^\d{4}-\d{3}[A-Z]{1,3}$/;
/** Lines have 254 characters at most. */
const VALUE_MAX = 200;

/** Printable ASCII without the equals sign, which is all that a value may hold. */
const plain = (text: string): string => text.replace(/[^ -<>-~]/g, "_").trim().slice(0, VALUE_MAX) || UNKNOWN;

/** A name for the file of an object's message: letters, digits, dot, dash and underscore. */
export const oemFileName = ({ name }: Pick<Trajectory, "name">): string => `${name.replace(/[^A-Za-z0-9.-]+/g, "_").replace(/^[_.]+|_+$/g, "").slice(0, 100) || "object"}.oem`;

