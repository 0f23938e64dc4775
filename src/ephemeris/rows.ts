/** The instants of an export: whole microseconds of UTC, as both formats print them, so that a state is that of its printed time. */
import { DAY_S, formatUtc, HOUR_S, MINUTE_S } from "../units/index.ts";
import { sampleMany } from "./sample-many.ts";
import type { Trajectory } from "./trajectory.ts";

/** A double of seconds since 1970 holds no more than a quarter of one. */
const MICROSECONDS = 1e6;

/** Two rows nearer than this, of a step, would make an interpolation of rounded numbers swing. */
const SHORTEST = 0.1;

/** Instants of an export by row, UTC in whole microseconds. */
export interface ExportRows {
  readonly rows: number;
  readonly at: (row: number) => number;
}

/** Rows of a span at equal steps from its start, the last at its end, 0.1 to 1.1 steps after the one before. Throws RangeError where there is no span, or no step. */
export function rowTimes_us({ name, epoch_s, span }: Trajectory, step_s: number): ExportRows {
  if (!(Number.isFinite(step_s) && step_s >= 1e-3)) throw new RangeError(`step_s is ${step_s}: a millisecond or more is wanted`);
  const first = Math.ceil(roundedNear((epoch_s + span.start_s) * MICROSECONDS));
  const last = Math.floor(roundedNear((epoch_s + span.end_s) * MICROSECONDS));
  if (!(last > first)) throw new RangeError(`"${name}" has no span: from ${span.start_s} to ${span.end_s} s`);
  const step = Math.round(step_s * MICROSECONDS);
  const rows = Math.max(1, Math.ceil((last - first) / step - SHORTEST)) + 1;
  return { rows, at: (row) => (row === rows - 1 ? last : first + row * step) };
}

/** Whole where it is so but for rounding. */
const roundedNear = (value: number): number => (Math.abs(value - Math.round(value)) < 0.3 ? Math.round(value) : value);

/** Rows of a file that are sampled, and written, at a time. */
const ROWS_A_CHUNK = 512;

/** States of rows `first` to `end`, 6 numbers a row from 0 on. */
export interface StateChunk {
  readonly first: number;
  readonly end: number;
  /** The next chunk overwrites them. */
  readonly states: Float64Array;
}

/** The states of all rows, some hundred at a time. Throws RangeError where there is none within the span, or it is not finite. */
export function* stateChunks(trajectory: Trajectory, { rows, at }: ExportRows): Generator<StateChunk, void, undefined> {
  const room = new Float64Array(6 * Math.min(rows, ROWS_A_CHUNK));
  for (let first = 0; first < rows; first += ROWS_A_CHUNK) {
    const end = Math.min(rows, first + ROWS_A_CHUNK);
    const states = room.subarray(0, 6 * (end - first));
    const times_s = Float64Array.from({ length: end - first }, (_, k) => at(first + k) / MICROSECONDS - trajectory.epoch_s);
    const known = sampleMany(trajectory, times_s, states);
    const bad = Math.floor(finiteUpTo(states, 6 * known) / 6);
    if (bad < end - first) throw new RangeError(`"${trajectory.name}" has no position at ${formatUtc(at(first + bad) / MICROSECONDS)}, within its span`);
    yield { first, end, states };
  }
}

function finiteUpTo(values: Float64Array, end: number): number {
  let at = 0;
  while (at < end && Number.isFinite(values[at])) at++;
  return at;
}

/** "2027-01-01T00:00:00.000", with six digits where a millisecond does not tell it; UTC without the Z. */
export const utcText = (t_us: number): string => utcWriter()(t_us);

const DAY_US = DAY_S * MICROSECONDS;

/** The same for many times, of which those of one day share its date: a quarter of the time that a Date for each takes. */
export function utcWriter(): (t_us: number) => string {
  let day = NaN;
  let date = "";
  return (t_us) => {
    const today = Math.floor(t_us / DAY_US);
    if (today !== day) date = new Date((today * DAY_US) / 1000).toISOString().slice(0, "2027-01-01T".length);
    day = today;
    const us = t_us - today * DAY_US;
    const s = Math.floor(us / MICROSECONDS);
    const rest = us - s * MICROSECONDS;
    const fraction = rest % 1000 === 0 ? digits(rest / 1000, 3) : digits(rest, 6);
    return `${date}${digits(Math.floor(s / HOUR_S), 2)}:${digits(Math.floor(s / MINUTE_S) % 60, 2)}:${digits(s % MINUTE_S, 2)}.${fraction}`;
  };
}

const digits = (value: number, count: number): string => String(value).padStart(count, "0");
