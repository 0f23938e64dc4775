/** A satellite of a fleet as a function of time, by SGP4 or SDP4 from its own epoch. */
import type { Trajectory } from "../ephemeris/index.ts";
import { DAY_S, MINUTE_S } from "../units/index.ts";
import { objectName } from "./element-set.ts";
import type { ElementSet } from "./element-set.ts";
import { statesSinceEpoch, stateSinceEpoch } from "./fleet.ts";
import type { ElementFleet } from "./fleet.ts";

/**
 * Satellite `i` of a fleet in TEME, time 0 at its set's epoch (atEpoch brings several to one epoch). Its span is the fleet's, up to the last
 * time before it has no position. Throws RangeError when there is no such satellite.
 */
export function elementTrajectory(fleet: ElementFleet, i: number): Trajectory {
  const set = fleet.sets[i];
  if (set === undefined) throw new RangeError(`satellite ${i} of a fleet of ${fleet.sets.length}`);
  const state: Trajectory["sample"] = (t_s, out, at) => stateSinceEpoch(fleet, i, t_s / MINUTE_S, out, at) === 0;
  const states: Many = (times_s, out) => {
    const minutes = new Float64Array(times_s.length);
    for (let k = 0; k < minutes.length; k++) minutes[k] = times_s[k]! / MINUTE_S;
    const status = new Uint8Array(times_s.length);
    const bad = statesSinceEpoch(fleet, i, minutes, out, status);
    return bad === 0 ? times_s.length : status.findIndex((fault) => fault !== 0);
  };
  const revolution_s = fastestRevolution_s(set);
  const wanted = { start_s: fleet.span.start_s - set.epoch_s, end_s: fleet.span.end_s - set.epoch_s };
  const end_s = endOf({ state, states }, wanted, DAY_S / set.meanMotion_rev_per_d / TRIED);
  return {
    name: objectName(set),
    objectId: designatorOf(set) ?? String(set.catalogNumber),
    frame: "TEME",
    epoch_s: set.epoch_s,
    span: { start_s: wanted.start_s, end_s },
    revolution_s,
    theory: fleet.deep[i] === null ? "SGP4" : "SDP4",
    ...(end_s === wanted.end_s ? { sample: state, sampleMany: states } : endingAt(end_s + END_S, { state, states })),
  };
}

type Many = NonNullable<Trajectory["sampleMany"]>;
type Sampled = { readonly state: Trajectory["sample"]; readonly states: Many };

/** SGP4 lets an object that met the ground come out again: what it says after that is not asked for. */
function endingAt(last_s: number, { state, states }: Sampled): Pick<Trajectory, "sample" | "sampleMany"> {
  return {
    sample: (t_s, out, at) => t_s <= last_s && state(t_s, out, at),
    sampleMany: (times_s, out) => {
      const late = times_s.findIndex((t_s) => !(t_s <= last_s));
      return states(late < 0 ? times_s : times_s.subarray(0, late), out);
    },
  };
}

/** Kepler's second law: the rate at perigee is the mean motion times (1 + e)^2 / (1 - e^2)^1.5. */
function fastestRevolution_s({ meanMotion_rev_per_d, eccentricity: e }: ElementSet): number {
  return (DAY_S / meanMotion_rev_per_d) * ((1 - e * e) ** 1.5 / (1 + e) ** 2);
}

/** Two digits of year mean 1957 to 2056, as in an epoch. */
function designatorOf({ designator }: ElementSet): string | undefined {
  const match = /^(\d{2}|\d{4})-?(\d{3}[A-Z]{1,3})$/.exec(designator ?? "");
  if (match === null) return undefined;
  const [, year, piece] = match as unknown as readonly [string, string, string];
  const full = year.length === 4 ? year : `${Number(year) < 57 ? "20" : "19"}${year}`;
  return `${full}-${piece}`;
}

/** Points of a revolution at which a position is asked for. */
const TRIED = 24;
/** To which the last position is found. */
const END_S = 1e-3;

/** The last time before the first that has no position; the span's end where every row has one. A satellite without faults in its last revolution has had none before it. */
function endOf({ state, states }: Sampled, { start_s, end_s }: Trajectory["span"], row_s: number): number {
  const room = new Float64Array(6);
  const has = (t_s: number): boolean => state(t_s, room, 0);
  if (everyRow(states, { start_s: Math.max(start_s, end_s - TRIED * row_s), end_s }, row_s)) return end_s;
  let good = start_s;
  let bad = start_s;
  while (bad < end_s && has(bad)) [good, bad] = [bad, Math.min(end_s, bad + row_s)];
  if (has(bad)) return end_s;
  while (bad - good > END_S) {
    const middle = (good + bad) / 2;
    if (has(middle)) good = middle;
    else bad = middle;
  }
  // An instant that is rounded to microseconds must still have one.
  return Math.max(start_s, good - END_S);
}

function everyRow(states: Many, { start_s, end_s }: Trajectory["span"], row_s: number): boolean {
  const times_s = [start_s];
  for (let t_s = end_s; t_s >= start_s; t_s -= row_s) times_s.push(t_s);
  return states(Float64Array.from(times_s), new Float64Array(6 * times_s.length)) === times_s.length;
}
