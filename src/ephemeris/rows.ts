/** The instants of an export: whole microseconds of UTC, as both formats print them, so that a state is that of its printed time. */
import { formatUtc } from "../units/index.ts";
import type { Trajectory } from "./trajectory.ts";

/** A double of seconds since 1970 holds no more than a quarter of one. */
const MICROSECONDS = 1e6;

/** Two rows nearer than this, of a step, would make an interpolation of rounded numbers swing. */
const SHORTEST = 0.1;

/** Rows of a span at equal steps from its start, the last at its end, 0.1 to 1.1 steps after the one before. Throws RangeError where there is no span, or no step. */
export function rowTimes_us({ name, epoch_s, span }: Trajectory, step_s: number): { readonly rows: number; readonly at: (row: number) => number } {
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

/** State at a time of UTC in whole microseconds. Throws RangeError where it has none within its span, or it is not finite. */
export function stateAt(trajectory: Trajectory, t_us: number, out: Float64Array): void {
  const t_s = t_us / MICROSECONDS - trajectory.epoch_s;
  if (!trajectory.sample(t_s, out, 0) || !out.every(Number.isFinite)) throw new RangeError(`"${trajectory.name}" has no position at ${formatUtc(t_us / MICROSECONDS)}, within its span`);
}

/** "2027-01-01T00:00:00.000", with six digits where a millisecond does not tell it; UTC without the Z. */
export function utcText(t_us: number): string {
  const ms = Math.floor(t_us / 1000);
  const rest = t_us - 1000 * ms;
  const text = new Date(ms).toISOString().slice(0, -1);
  return rest === 0 ? text : `${text}${String(rest).padStart(3, "0")}`;
}
