/**
 * Falls between falls: what falls.ts follows step by step, on a ladder of B = Cd A/m and by cubics between its rungs.
 *
 *   1. rungs at ln (B / B0) = k / 128, followed when first asked for and kept; B0 is 1, or where the falls are to be those followed
 *   2. life times B, the altitude still held, the ceiling: Lagrange's cubic through the four rungs about; where one of them comes down and
 *      another stays, the fall itself
 *
 * Under a Sun held still, life times B is one number (da/dt is B times a function of the altitude) and interpolation is exact; under the
 * forecast it bends with the cycle, and by a hair at the end of each month. Nothing depends on the order in which rungs are asked for.
 * Accuracy against falls.ts: lives 2e-3 at worst and 5e-4 in 19 of 20, ceilings 0.1 km, altitudes still held 3 km, worst at the edge of
 * the years followed (test/size/environment). Under the forecast the steps of physics/decay jump by a tenth of a kilometre themselves.
 */
import type { Decay } from "../physics/index.ts";
import { JULIAN_YEAR_S } from "../units/index.ts";
import { FALL_WITHIN_YR, type Falls } from "./falls.ts";

const RUNGS_PER_E_FOLD = 128;

export interface Interpolating {
  /** Dates that the falls start at. */
  readonly launch_s: number;
  readonly end_s: number;
  /** B0 of (1). */
  readonly through_m2_per_kg: number;
}

/** `falls` by interpolation. */
export const interpolatedFalls = (falls: Falls, { launch_s, end_s, through_m2_per_kg }: Interpolating): Falls => ({
  fromLaunch: decayLadder(falls.fromLaunch, { start_s: launch_s, through_m2_per_kg }),
  fromEnd: decayLadder(falls.fromEnd, { start_s: end_s, through_m2_per_kg }),
  ceiling_km: ladder(falls.ceiling_km, through_m2_per_kg, {
    rungOf: (km): Rung => (km === null ? { kind: "above", value: 0 } : { kind: "ceiling", value: km }),
    answerOf: ({ kind, value }) => (kind === "above" ? null : value),
  }),
});

type Of<T> = (dragPerMass_m2_per_kg: number) => T;

/** An answer as one number of its kind. */
interface Rung {
  readonly kind: string;
  readonly value: number;
}

interface Conversion<T> {
  readonly rungOf: (answer: T, dragPerMass_m2_per_kg: number) => Rung;
  readonly answerOf: (rung: Rung, dragPerMass_m2_per_kg: number) => T;
}

const decayLadder = (fall: Of<Decay>, { start_s, through_m2_per_kg }: { readonly start_s: number; readonly through_m2_per_kg: number }): Of<Decay> =>
  ladder(fall, through_m2_per_kg, {
    rungOf: (got, dragPerMass): Rung => ({ kind: got.kind, value: got.kind === "decays" ? got.life_yr * dragPerMass : got.altitude_km }),
    answerOf: ({ kind, value }, dragPerMass): Decay => {
      if (kind === "stays") return { kind, within_yr: FALL_WITHIN_YR, altitude_km: value };
      const life_yr = value / dragPerMass;
      return { kind: "decays", life_yr, end_s: start_s + life_yr * JULIAN_YEAR_S };
    },
  });

const ladder = <T>(exact: Of<T>, through: number, { rungOf, answerOf }: Conversion<T>): Of<T> => {
  const rungs = new Map<number, Rung>();
  const rung = (k: number): Rung => {
    const known = rungs.get(k);
    if (known !== undefined) return known;
    const dragPerMass = through * Math.exp(k / RUNGS_PER_E_FOLD);
    const made = rungOf(exact(dragPerMass), dragPerMass);
    rungs.set(k, made);
    return made;
  };
  return (dragPerMass) => {
    // What is no ballistic area is refused by the fall itself.
    if (!(dragPerMass > 0 && dragPerMass < Infinity)) return exact(dragPerMass);
    const place = Math.log(dragPerMass / through) * RUNGS_PER_E_FOLD;
    const k = Math.floor(place);
    const about = [rung(k - 1), rung(k), rung(k + 1), rung(k + 2)] as const;
    const value = between(about, place - k);
    return value === null ? exact(dragPerMass) : answerOf({ kind: about[1].kind, value }, dragPerMass);
  };
};

/** The value at `u` from the second rung to the third; null where the four are not of a kind. */
const between = ([a, b, c, d]: readonly [Rung, Rung, Rung, Rung], u: number): number | null => {
  if (a.kind !== b.kind || b.kind !== c.kind || c.kind !== d.kind) return null;
  return (-u * (u - 1) * (u - 2) * a.value) / 6 + ((u + 1) * (u - 1) * (u - 2) * b.value) / 2 - ((u + 1) * u * (u - 2) * c.value) / 2 + ((u + 1) * u * (u - 1) * d.value) / 6;
};
