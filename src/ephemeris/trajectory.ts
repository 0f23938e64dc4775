/**
 * One satellite as a function of time, whatever flies it: circular J2, SGP4 or a table. Events, exports and sights take this and
 * nothing else, so that a scenario's platform and a satellite from a TLE are asked the same questions.
 */

/** TEME: true equator, mean equinox of date (SGP4; the mean equator of date of our J2 orbits is taken for it, 9 arcsec at most). ITRF: turning with the Earth. GCRF: fixed to the stars. */
export type Frame = "TEME" | "ITRF" | "GCRF";

export interface Trajectory {
  /** As its source calls it: "ONEWEB-0012 (44057)", "shell-1 plane 3 satellite 12". */
  readonly name: string;
  /** Number in the satellite catalogue, or international designator, where it has one. */
  readonly objectId: string | null;
  readonly frame: Frame;
  /** Seconds since 1970, UTC, of time 0 of `sample`. */
  readonly epoch_s: number;
  /** Seconds from the epoch between which it has positions. */
  readonly span: { readonly start_s: number; readonly end_s: number };
  /** Shortest time in which it could go around: a revolution at the rate of its perigee. Sampling rows derive from it. */
  readonly revolution_s: number;
  /** What flies it: "circular J2", "SGP4", "SDP4"; stated in exports. */
  readonly theory: string;
  /** State at seconds from the epoch into out[at..at+6]: km, km/s in `frame`; false where it has none. */
  readonly sample: (t_s: number, out: Float64Array, at: number) => boolean;
  /**
   * States at many times into `out`, 6 numbers a time, up to the first that has none; answers how many. The same bits as `sample`: who replaces one of the
   * two replaces both. Left out where it would not be faster; `sampleMany(trajectory, ...)` asks any.
   */
  readonly sampleMany?: (times_s: Float64Array, out: Float64Array) => number;
}
