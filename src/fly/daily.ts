/** One value a day: IT served, beta, minutes with a station in view. */
import { DAY_S, MINUTE_S, RADIANS_PER_DEGREE } from "../units/index.ts";
import { dayOfStep } from "./span.ts";
import type { FlightSpan } from "./span.ts";

/** Sums over the steps of each day. */
export interface DailyTally { readonly steps: Float64Array; readonly it_W: Float64Array; readonly beta_deg: Float64Array; readonly contact: Float64Array }

/** Columns of a block that the days are made of. */
export interface DailyColumns { readonly it_W: Float64Array; readonly beta_deg: Float64Array; readonly inView: Float64Array }

export const dailyTally = (days: number): DailyTally => ({
  steps: new Float64Array(days), it_W: new Float64Array(days), beta_deg: new Float64Array(days), contact: new Float64Array(days),
});

/** Beta at the middle of the steps, from its sine at their ends. */
export function betaColumn(sinBeta: Float64Array, rows: number, out: Float64Array): void {
  for (let i = 0; i < rows; i++) out[i] = Math.asin(Math.max(-1, Math.min(1, 0.5 * (sinBeta[i]! + sinBeta[i + 1]!)))) / RADIANS_PER_DEGREE;
}

/** Adds a block to the days. */
export function tallyDays(tally: DailyTally, columns: DailyColumns, span: FlightSpan, { firstStep, rows }: { readonly firstStep: number; readonly rows: number }): void {
  for (let i = 0; i < rows; i++) {
    const day = dayOfStep(span, firstStep + i);
    tally.steps[day]! += 1;
    tally.it_W[day]! += columns.it_W[i]!;
    tally.beta_deg[day]! += columns.beta_deg[i]!;
    if (columns.inView[i]! > 0) tally.contact[day]! += 1;
  }
}

/** Means of each day; contact in minutes per 24 h. */
export function dailyMeans(tally: DailyTally, wanted_W: number): { readonly delivered_frac: number[]; readonly beta_deg: number[]; readonly contact_min: number[] } {
  const mean = (sums: Float64Array) => Array.from(sums, (sum, day) => sum / tally.steps[day]!);
  return {
    delivered_frac: mean(tally.it_W).map((it_W) => it_W / wanted_W),
    beta_deg: mean(tally.beta_deg),
    contact_min: mean(tally.contact).map((share) => (share * DAY_S) / MINUTE_S),
  };
}
