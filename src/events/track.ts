/** Rows of a trajectory at equal steps for the kernel's searches (kernel/passes-track), sampled at once where the trajectory can. */
import { sampleMany } from "../ephemeris/index.ts";
import type { Trajectory } from "../ephemeris/index.ts";
import { trackOf } from "../kernel/index.ts";
import type { Track } from "../kernel/index.ts";

/** What the kernel's `trackOf` gives for the trajectory's sampler, to the last bit; `room` is used if it is long enough. */
export function sampledTrack(trajectory: Trajectory, span: { readonly start: number; readonly end: number; readonly stepMax: number }, room?: Float64Array): Track {
  const { sample } = trajectory;
  if (trajectory.sampleMany === undefined) return trackOf(sample, span, room);
  const intervals = Math.max(1, Math.ceil((span.end - span.start) / span.stepMax));
  const step = (span.end - span.start) / intervals;
  const times = new Float64Array(intervals + 1).map((_, row) => span.start + row * step);
  const states = room !== undefined && room.length >= 6 * times.length ? room : new Float64Array(6 * times.length);
  const known = sampleMany(trajectory, times, states);
  // A row that stands where the kernel wants it, of the very time it asks for, is not sampled again.
  const there = (t: number, out: Float64Array, at: number): boolean => out === states && at < 6 * known && times[at / 6] === t;
  return { ...trackOf((t, out, at) => there(t, out, at) || sample(t, out, at), span, states), sample };
}
