/** The instants of an export: whole microseconds of UTC, as both formats print them, so that a state is that of its printed time. */
import { formatUtc } from "../units/index.ts";
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
    const infinite = states.subarray(0, 6 * known).findIndex((value) => !Number.isFinite(value));
    const bad = infinite < 0 ? known : Math.floor(infinite / 6);
    if (bad < end - first) throw new RangeError(`"${trajectory.name}" has no position at ${formatUtc(at(first + bad) / MICROSECONDS)}, within its span`);
    yield { first, end, states };
  }
}

/** "2027-01-01T00:00:00.000", with six digits where a millisecond does not tell it; UTC without the Z. */
export function utcText(t_us: number): string {
  const ms = Math.floor(t_us / 1000);
  const rest = t_us - 1000 * ms;
  const text = new Date(ms).toISOString().slice(0, -1);
  return rest === 0 ? text : `${text}${String(rest).padStart(3, "0")}`;
}
