/** Series by the step as the step curves that a scheduler asks for. */
import type { Curve } from "../../schedule/index.ts";

/** The series from 0 on, in steps of `step_s`; equal neighbours are one. */
export const stepCurve = (value: ArrayLike<number>, step_s: number): Curve => {
  const [t, v]: [number[], number[]] = [[], []];
  for (let i = 0; i < value.length; i++) {
    if (i > 0 && v.at(-1) === value[i]) continue;
    t.push(i * step_s);
    v.push(value[i]!);
  }
  return { t_s: t, value: v };
};

/** A share of the time that is told: the finer, the more steps. */
const PARTS = 1000;
/** What reaches a part to rounding has reached it. */
const ROUNDING = 1e-6;

/** Rounded down to thousandths of `whole`, so that slow drift is few steps and no more is promised than is there. */
export const inThousandths = (value: number, whole: number): number => (Math.floor((value / whole) * PARTS + ROUNDING) / PARTS) * whole;
