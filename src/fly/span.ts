/** The flown period in whole steps, and the blocks in which it is flown. */
import { julianDate } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { DAY_S, formatUtc } from "../units/index.ts";

/** Rows of one block: a day by the minute. */
export const BLOCK_ROWS = 1440;

export interface FlightSpan {
  /** Seconds since 1970. */
  readonly start_utc_s: number;
  readonly start_jd: number;
  readonly step_s: number;
  readonly steps: number;
  readonly days: number;
}

/** The period as the scenario asks for it, to the nearest step. Throws when a number of it is not finite or not positive. */
export function flightSpan({ start_utc_s, days, step_s }: Scenario["simulate"]): FlightSpan {
  if (!Number.isFinite(start_utc_s)) throw new Error("simulate.start is not a finite number");
  if (!(days > 0 && days < Infinity)) throw new Error("simulate.days is not a positive number");
  if (!(step_s > 0 && step_s < Infinity)) throw new Error("simulate.step is not a positive number");
  const steps = Math.round((days * DAY_S) / step_s);
  return { start_utc_s, start_jd: julianDate(formatUtc(start_utc_s)), step_s, steps, days: dayOfStep({ step_s }, steps - 1) + 1 };
}

/** Day of the flight (24 h from the start) in which the middle of a step lies. */
export function dayOfStep({ step_s }: Pick<FlightSpan, "step_s">, step: number): number {
  return Math.floor(((step + 0.5) * step_s) / DAY_S);
}

/** Date on which a day of the flight begins. */
export function dayDate(span: FlightSpan, day: number): string {
  return formatUtc(span.start_utc_s + day * DAY_S).slice(0, 10);
}
