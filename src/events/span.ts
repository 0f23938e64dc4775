/** The span in which events are looked for, and the part of it for which a satellite has positions. */
import type { Trajectory } from "../ephemeris/index.ts";

/** Seconds since 1970, UTC. */
export type EventSpan = { readonly start_s: number; readonly end_s: number };

/** A satellite that has positions for a part of the span only; `end_s` is not after `start_s` where it has none. */
export type PartlyFlown = { readonly satellite: number; readonly start_s: number; readonly end_s: number };

/** Throws RangeError for a span that is none. */
export function assertSpan({ start_s, end_s }: EventSpan): void {
  if (!(Number.isFinite(start_s) && Number.isFinite(end_s) && end_s > start_s)) throw new RangeError(`span from ${start_s} to ${end_s} s`);
}

/** Epochs of elements are rounded to this: a trajectory that falls short of the span by less covers it. */
const ROUNDING_S = 1e-6;

/** A satellite and the part of a span for which it has positions, in seconds from the span's start. */
export type Flown = { readonly trajectory: Trajectory; readonly start: number; readonly end: number };

/** The part of the span a trajectory has positions for; the span's start must be its epoch. */
export function flownWithin(trajectory: Trajectory, { start_s, end_s }: EventSpan): Flown {
  const { span } = trajectory;
  const length = end_s - start_s;
  return { trajectory, start: span.start_s > ROUNDING_S ? span.start_s : 0, end: span.end_s < length - ROUNDING_S ? span.end_s : length };
}
