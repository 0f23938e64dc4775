/** Rows of a trajectory at equal steps for the kernel's searches (kernel/passes-track), sampled at once where the trajectory can. */
import { sampleMany } from "../ephemeris/index.ts";
import type { Trajectory } from "../ephemeris/index.ts";
import { trackOf } from "../kernel/index.ts";
import type { Track } from "../kernel/index.ts";

/** The kernel's `trackOf` of a trajectory; `room` is used if it is long enough. */
export const sampledTrack = (trajectory: Trajectory, span: { readonly start: number; readonly end: number; readonly stepMax: number }, room?: Float64Array): Track =>
  trackOf(trajectory.sample, span, { states: room, many: (times, states) => sampleMany(trajectory, times, states) });
