/** A trajectory at many times: at once where it has that form, one by one where not; the same bits either way. */
import type { Trajectory } from "./trajectory.ts";

/** Numbers of a state: x, y, z, vx, vy, vz. */
const STATE = 6;

/** Writes the states at seconds from the epoch to `out`, 6 numbers a time, up to the first time that has none; answers how many there are. Throws RangeError where `out` is too short. */
export function sampleMany(trajectory: Pick<Trajectory, "sample" | "sampleMany">, times_s: Float64Array, out: Float64Array): number {
  if (out.length < STATE * times_s.length) throw new RangeError(`out has ${out.length} numbers, where ${times_s.length} states take ${STATE * times_s.length}`);
  return trajectory.sampleMany === undefined ? oneByOne(trajectory.sample, times_s, out) : trajectory.sampleMany(times_s, out);
}

function oneByOne(sample: Trajectory["sample"], times_s: Float64Array, out: Float64Array): number {
  let row = 0;
  while (row < times_s.length && sample(times_s[row]!, out, STATE * row)) row++;
  return row;
}
