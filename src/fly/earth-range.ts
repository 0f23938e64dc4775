/** Distance from the Earth over a flight that leaves it, and what light takes there and back. */
import { LIGHT_SPEED_M_PER_S } from "../units/index.ts";
import type { Course, Block } from "./course.ts";
import type { EarthRange } from "./flight.ts";

export interface RangeTally { steps: number; sum_km: number; least_km: number; most_km: number; readonly xyz: Float64Array }

export const rangeTally = (rows: number): RangeTally => ({ steps: 0, sum_km: 0, least_km: Infinity, most_km: 0, xyz: new Float64Array(3 * rows) });

/** Adds a block; nothing for a platform that circles the Earth. */
export function tallyRange(tally: RangeTally, course: Course, block: Block): void {
  if (!course.leavesEarth) return;
  course.place(block, tally.xyz);
  for (let i = 0; i < block.rows; i++) {
    const distance_km = Math.hypot(tally.xyz[3 * i]!, tally.xyz[3 * i + 1]!, tally.xyz[3 * i + 2]!);
    tally.sum_km += distance_km;
    if (distance_km < tally.least_km) tally.least_km = distance_km;
    if (distance_km > tally.most_km) tally.most_km = distance_km;
  }
  tally.steps += block.rows;
}

/** Null for a platform that circles the Earth. */
export const earthRange = ({ steps, sum_km, least_km, most_km }: RangeTally): EarthRange | null => {
  if (steps === 0) return null;
  const roundTrip_s = (distance_km: number): number => (2 * distance_km * 1000) / LIGHT_SPEED_M_PER_S;
  const mean_km = sum_km / steps;
  return { least_km, mean_km, most_km, roundTripLeast_s: roundTrip_s(least_km), roundTripMean_s: roundTrip_s(mean_km), roundTripMost_s: roundTrip_s(most_km) };
};
