/**
 * Sun and shadow over the flight: shares of time outside the umbra, outside the penumbra, and of the disc in view.
 *
 * Shares of the whole flight and the longest shadows are this platform's, exact within each step (kernel/shadow-arc).
 * A day's shares are the mean over that day of a whole turn's: 24 h hold 14 or 15 shadows as the platform happens to stand,
 * and the worst day must not depend on that.
 */
import type { ArcLight } from "../kernel/index.ts";
import { DAY_S, MINUTE_S } from "../units/index.ts";
import type { LightSummary } from "./flight.ts";
import { dayDate, dayOfStep } from "./span.ts";
import type { FlightSpan } from "./span.ts";

export interface LightTally {
  readonly umbra: ShadowRun;
  readonly shadow: ShadowRun;
  litSteps: number;
  /** By day: steps, and sums over them of a turn's share in the umbra and in shadow. */
  readonly daySteps: Float64Array;
  readonly dayUmbra: Float64Array;
  readonly dayShadow: Float64Array;
}

/** Steps in the dark, all and in the present and longest unbroken run. */
interface ShadowRun { steps: number; run: number; longest: number }

export const arcLight = (rows: number): ArcLight => ({
  umbra_frac: new Float64Array(rows), shadow_frac: new Float64Array(rows), lit_frac: new Float64Array(rows),
  turnUmbra_frac: new Float64Array(rows), turnShadow_frac: new Float64Array(rows),
});

export const lightTally = (days: number): LightTally => ({
  umbra: { steps: 0, run: 0, longest: 0 }, shadow: { steps: 0, run: 0, longest: 0 }, litSteps: 0,
  daySteps: new Float64Array(days), dayUmbra: new Float64Array(days), dayShadow: new Float64Array(days),
});

/** Adds a block to the tally. */
export function tallyLight(tally: LightTally, light: ArcLight, span: FlightSpan, { firstStep, rows }: { readonly firstStep: number; readonly rows: number }): void {
  for (let i = 0; i < rows; i++) {
    const day = dayOfStep(span, firstStep + i);
    tally.litSteps += light.lit_frac[i]!;
    tally.daySteps[day]! += 1;
    tally.dayUmbra[day]! += light.turnUmbra_frac[i]!;
    tally.dayShadow[day]! += light.turnShadow_frac[i]!;
    darken(tally.umbra, light.umbra_frac[i]!);
    darken(tally.shadow, light.shadow_frac[i]!);
  }
}

function darken(run: ShadowRun, share: number): void {
  run.steps += share;
  run.run = share === 0 ? 0 : run.run + share;
  if (run.run > run.longest) run.longest = run.run;
}

/** Share of each day outside the umbra, of an orbit of that day. */
export const dailyOutsideUmbra_frac = ({ dayUmbra, daySteps }: LightTally): number[] => outsideByDay(dayUmbra, daySteps);

const outsideByDay = (dark: Float64Array, steps: Float64Array): number[] => Array.from(dark, (sum, day) => 1 - sum / steps[day]!);

/** Light over the whole flight; the worst day is the darkest whole one (in umbra; in penumbra where no umbra is met), the first of equals. */
export function lightSummary(tally: LightTally, span: FlightSpan): LightSummary {
  const umbra = outsideByDay(tally.dayUmbra, tally.daySteps);
  const shadow = outsideByDay(tally.dayShadow, tally.daySteps);
  const whole = wholeDays(span);
  const worst = darkest(umbra, whole) < 1 ? umbra.indexOf(darkest(umbra, whole)) : shadow.indexOf(darkest(shadow, whole));
  const minutes = (steps: number) => (steps * span.step_s) / MINUTE_S;
  return {
    outsideUmbra_frac: 1 - tally.umbra.steps / span.steps,
    outsidePenumbra_frac: 1 - tally.shadow.steps / span.steps,
    discInView_frac: tally.litSteps / span.steps,
    worstDay_utc: dayDate(span, worst),
    worstDayOutsideUmbra_frac: darkest(umbra, whole),
    worstDayOutsidePenumbra_frac: darkest(shadow, whole),
    longestUmbra_min: minutes(tally.umbra.longest),
    longestShadow_min: minutes(tally.shadow.longest),
    daysWithUmbra: umbra.filter((outside) => outside < 1).length,
    daysWithShadow: shadow.filter((outside) => outside < 1).length,
  };
}

/** Days that were flown to their end, to one step. */
export const wholeDays = ({ steps, step_s, days }: FlightSpan): number => Math.min(days, Math.floor(((steps + 1) * step_s) / DAY_S));

const darkest = (outside: readonly number[], days: number): number => outside.slice(0, days).reduce((least, share) => Math.min(least, share), 1);
