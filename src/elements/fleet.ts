/** Real satellites ready to be flown: near-earth SGP4 in bulk, deep space one by one. */
import { sgp4, sgp4Batch, sgp4Kernel, sgp4Set } from "../kernel/index.ts";
import type { Sgp4Batch } from "../kernel/index.ts";
import { DAY_S, formatUtc, MINUTE_S, RADIANS_PER_DEGREE } from "../units/index.ts";
import { deepSpaceOf, deepSpaceState } from "./deep-space.ts";
import type { DeepSpace } from "./deep-space.ts";
import { objectName } from "./element-set.ts";
import type { ElementProblem, ElementSet } from "./element-set.ts";
import { WGS72 } from "./wgs72.ts";

export type ElementFleet = {
  /** Satellite i is the set i. */
  readonly sets: readonly ElementSet[];
  /** Epochs, seconds since 1970. */
  readonly epochs_s: Float64Array;
  /** Columns of deep-space satellites are NaN. */
  readonly near: Sgp4Batch;
  /** What flies a deep-space satellite; null for the others. */
  readonly deep: readonly (DeepSpace | null)[];
  /** What it was made for: every satellite has a position at its start. */
  readonly span: FleetSpan;
};

export type FleetSpan = { readonly start_s: number; readonly end_s: number };

/** SGP4 loses kilometres a day; a set older than this at either end of the span is reported. */
const AGE_MAX_D = 30;

/** What a state's number other than 0 means: SGP4's codes, and 7 of our own. */
export const SGP4_FAULTS: Readonly<Record<number, string>> = {
  1: "its mean eccentricity leaves 0..1",
  2: "its mean motion falls below zero",
  3: "its eccentricity leaves 0..1",
  4: "its semi-latus rectum falls below zero",
  6: "it has decayed",
  7: "it is more than 40 years from its epoch",
};

/** A fleet of those sets that have a position at the start of the span; the others, and sets that are old or decay within it, are reported. */
export function elementFleet(sets: readonly ElementSet[], span: FleetSpan): { readonly fleet: ElementFleet; readonly problems: readonly ElementProblem[] } {
  if (!(Number.isFinite(span.start_s) && span.end_s >= span.start_s)) throw new RangeError(`span from ${span.start_s} to ${span.end_s} s`);
  const all = prepared(sets, span);
  const problems = sets.flatMap((set, i) => spanProblems(all, i, span).map((problem) => ({ ...problem, place: set.place, object: objectName(set) })));
  const lost = new Set(problems.filter(({ used }) => !used).map(({ place }) => place));
  return { fleet: lost.size === 0 ? all : prepared(sets.filter(({ place }) => !lost.has(place)), span), problems };
}

function prepared(sets: readonly ElementSet[], span: FleetSpan): ElementFleet {
  const near = sgp4Batch(sets.length, WGS72);
  const deep = sets.map((set, i) => (sgp4Set(near, i, sgp4Elements(set)) === "deep" ? deepSpaceOf(set) : null));
  return { sets, epochs_s: Float64Array.from(sets, (set) => set.epoch_s), near, deep, span };
}

/** A set in the units of the kernel. */
export const sgp4Elements = (set: ElementSet) => ({
  meanMotion_rad_per_min: (set.meanMotion_rev_per_d * 2 * Math.PI) / (DAY_S / MINUTE_S),
  eccentricity: set.eccentricity,
  inclination_rad: set.inclination_deg * RADIANS_PER_DEGREE,
  node_rad: set.raan_deg * RADIANS_PER_DEGREE,
  perigee_rad: set.argumentOfPerigee_deg * RADIANS_PER_DEGREE,
  meanAnomaly_rad: set.meanAnomaly_deg * RADIANS_PER_DEGREE,
  bstar: set.bstar_per_earthRadius,
});

function spanProblems(fleet: ElementFleet, i: number, { start_s, end_s }: FleetSpan): readonly Pick<ElementProblem, "message" | "used" | "age_d">[] {
  const epoch_s = fleet.epochs_s[i]!;
  const first = faultBefore(fleet, i, { start_s: Math.min(epoch_s, start_s), end_s: start_s });
  if (first !== undefined) return [{ message: `${first}; epoch ${formatUtc(epoch_s)}`, used: false }];
  const last = faultBefore(fleet, i, { start_s, end_s });
  const age_d = Math.max(Math.abs(start_s - epoch_s), Math.abs(end_s - epoch_s)) / DAY_S;
  const old = age_d > AGE_MAX_D ? [{ message: `flown ${Math.round(age_d)} days from its epoch ${formatUtc(epoch_s)}; SGP4 is good for days`, used: true, age_d }] : [];
  return last === undefined ? old : [...old, { message: last, used: true }];
}

/** Points at which the revolution before a time is tried: one that meets the ground at perigee is lost, though SGP4 lets it come out again. */
const TRIED = 24;

/** Why there is no position at the end of a span, or within the revolution before it. */
function faultBefore(fleet: ElementFleet, i: number, { start_s, end_s }: FleetSpan): string | undefined {
  const step_s = DAY_S / fleet.sets[i]!.meanMotion_rev_per_d / TRIED;
  const times_s = Float64Array.from({ length: TRIED + 1 }, (_, k) => end_s - k * step_s).filter((t_s, k) => k === 0 || t_s >= start_s);
  const status = new Uint8Array(times_s.length);
  if (statesSinceEpoch(fleet, i, times_s.map((t_s) => (t_s - fleet.epochs_s[i]!) / MINUTE_S), new Float64Array(6 * times_s.length), status) === 0) return undefined;
  const first = status.findIndex((fault) => fault !== 0);
  return `no position at ${formatUtc(times_s[first]!)}: ${faultText(status[first]!)}`;
}

const faultText = (status: number): string => SGP4_FAULTS[status] ?? `SGP4 answers ${status}`;

/**
 * Writes the state of satellite `i` (x, y, z, vx, vy, vz; TEME, km and km/s) at a time to out[at..at + 5]; NaN there unless the answer is 0, see
 * SGP4_FAULTS. Seconds since 1970 are good to 0.2 us, 2 mm along the orbit.
 */
export function fleetState(fleet: ElementFleet, i: number, t_s: number, out: Float64Array, at: number): number {
  return stateSinceEpoch(fleet, i, (t_s - fleet.epochs_s[i]!) / MINUTE_S, out, at);
}

/** The same at minutes from the satellite's own epoch. */
export function stateSinceEpoch(fleet: ElementFleet, i: number, minutes: number, out: Float64Array, at: number): number {
  const deep = fleet.deep[i]!;
  return deep === null ? sgp4(fleet.near, i, minutes, out, at) : deepSpaceState(deep, minutes, out, at);
}

/** The same at many times, 6 numbers each, by the machine's vector unit where it flies near the Earth; the same bits. Answers how many have no state, `status` why. */
export function statesSinceEpoch(fleet: ElementFleet, i: number, minutes: Float64Array, out: Float64Array, status: Uint8Array): number {
  const deep = fleet.deep[i]!;
  if (deep === null) return sgp4Kernel.times(fleet.near, i, minutes, out, status);
  let bad = 0;
  minutes.forEach((t, k) => {
    status[k] = deepSpaceState(deep, t, out, 6 * k);
    if (status[k] !== 0) bad++;
  });
  return bad;
}
