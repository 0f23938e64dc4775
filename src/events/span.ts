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

/** The part of the span a trajectory has positions for, in seconds from the span's start, which must be its epoch. */
export function flownWithin({ sample, revolution_s, span }: Trajectory, { start_s, end_s }: EventSpan): Pick<Trajectory, "sample" | "revolution_s"> & { readonly start: number; readonly end: number } {
  const length = end_s - start_s;
  return { sample, revolution_s, start: span.start_s > ROUNDING_S ? span.start_s : 0, end: span.end_s < length - ROUNDING_S ? span.end_s : length };
}
