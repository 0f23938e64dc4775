/** Rows of a trajectory over a span, for events that are looked for between rows. */
import { atEpoch, sampleMany } from "../ephemeris/index.ts";
import type { Trajectory } from "../ephemeris/index.ts";
import { windowTimes } from "../kernel/index.ts";
import { formatUtc } from "../units/index.ts";
import { assertSpan, flownWithin } from "./span.ts";
import type { EventSpan } from "./span.ts";

/** Times are seconds from the span's start. */
export interface TrajectoryRows {
  readonly times: Float64Array;
  /** 6 numbers a row. */
  readonly states: Float64Array;
  /** The part of the span for which there are positions; its end is not after its start where there are none. */
  readonly flown: EventSpan;
  /** Writes the state at a time between two rows to `out`; throws RangeError if there is none. */
  readonly sample: (t: number, out: Float64Array) => void;
}

const ROWS_PER_TURN = 20;

/** Rows a twentieth of a revolution at perigee's rate apart, or less. Throws RangeError for a span that is none. */
export function trajectoryRows(trajectory: Trajectory, span: EventSpan): TrajectoryRows {
  assertSpan(span);
  const { trajectory: one, start, end } = flownWithin(atEpoch(trajectory, span.start_s), span);
  const times = end > start ? windowTimes({ start, end, stepMax: one.revolution_s / ROWS_PER_TURN }) : new Float64Array(0);
  const states = new Float64Array(6 * times.length);
  const rows = sampleMany(one, times, states);
  const known = times.subarray(0, rows);
  const last = known.at(-1);
  return {
    times: known,
    states,
    flown: { start_s: span.start_s + start, end_s: span.start_s + (rows === times.length ? end : last === undefined ? start : last) },
    sample: (t, out) => {
      if (!one.sample(t, out, 0)) throw new RangeError(`"${trajectory.name}" has no position at ${formatUtc(span.start_s + t)}, though it has before and after`);
    },
  };
}
