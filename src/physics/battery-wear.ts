/**
 * Wear of a lithium-ion battery by cycles and years, and what capacity is left.
 *
 *   1. cycle life: N(D) = N0 (D/D0)^-n, D depth of discharge                       (fit of a maker's tests; the catalogue's figures)
 *   2. damage = sum n_i / N(D_i) (Miner 1945); capacity left = 1 - (1 - e) damage, e the capacity at which a test was ended
 *   3. LFP, calendar: loss = k exp(-Ea/R (1/T - 1/298.15)) (c (s - 1/2)^3 + d) sqrt t; k 1.2571e-5 s^-1/2, Ea 17,126 J/mol, c 2.8575, d 0.60225
 *                                                                                   (Naumann, Schimpe, Keil, Hesse & Jossen 2018)
 *   4. LFP, cycles: loss = (0.0630 r + 0.0971) (4.0253 (D - 0.6)^3 + 1.0923) sqrt(E) %, r the C rate, E full cycles        (Naumann, Spingler & Jossen 2020)
 *   5. NMC, calendar: loss = (7.543 V - 23.75) 1e6 exp(-6976/T) t^0.75, t in days, V the resting voltage     (Schmalstieg, Kaebitz, Ecker & Sauer 2014)
 *   6. NMC, cycles: loss = [7.348e-3 (V - 3.667)^2 + 7.6e-4 + 4.081e-3 D] sqrt(Q), Q the Ah through a cell of 2.15 Ah, V the mean voltage of the cycle
 *   7. capacity = 1 - calendar - cycles, superposed as in 3-6
 *   8. a pack of which only tests are known: left = 1 - (1 - e) damage - f years^x, f the first year's calendar fade (0 where unknown)
 *
 * Depths of a history of charge come from the kernel's `countCycles` (rainflow).
 * Equations 3-4 are of a Sony/Murata 3 Ah cell, 5-6 of a Sanyo UR18650E: terrestrial cells of 2013-2015, the only open models that could be
 * checked; 6 at 35 C, near 1 C. Both say that loss slows with time: past some 80 % a knee may come that neither holds. Space cells of
 * GS Yuasa and JAXA passed their tests without ending: their N(D) is a lower bound, and e of such a test is not known.
 * Range: equation 4 for D 0.1-1, 20-45 C; 5 above 3.2 V. Accuracy: against the same equations in other programs (test).
 */
import { GAS_CONSTANT_J_PER_MOL_K, JULIAN_YEAR_S, DAY_S } from "../units/index.ts";

export type CycleCurve = {
  /** N0 cycles at depth D0. */
  readonly cycles: number;
  readonly depth_frac: number;
  readonly exponent: number;
};

/** Cycles to the end of a test at a depth of discharge. */
export function cycleLife(curve: CycleCurve, depth_frac: number): number {
  return curve.cycles * (depth_frac / curve.depth_frac) ** -curve.exponent;
}

/** Deepest discharge that lasts a number of cycles. */
export function depthForCycles_frac(curve: CycleCurve, cycles: number): number {
  return curve.depth_frac * (curve.cycles / cycles) ** (1 / curve.exponent);
}

/** Miner's sum over columns of depth and count (rainflow ranges as shares of the capacity): 1 at the end of life. */
export function cycleDamage(curve: CycleCurve, depths_frac: Float64Array, counts: Float64Array): number {
  let damage = 0;
  for (let i = 0; i < depths_frac.length; i++) if (depths_frac[i]! > 0) damage += counts[i]! / cycleLife(curve, depths_frac[i]!);
  return damage;
}

/** Capacity left after a damage, for a test that ended at a capacity; below it where damage is over 1. */
export function damagedCapacity_frac(damage: number, testEnd_frac: number): number {
  return 1 - (1 - testEnd_frac) * damage;
}

export type CellRest = {
  readonly temperature_K: number;
  /** Mean state of charge, 0..1. */
  readonly charge_frac: number;
};

const REFERENCE_K = 298.15;
const LFP_CALENDAR = { rate: 1.2571e-5, activation_J_per_mol: 17_126, cubic: 2.8575, constant: 0.60225 } as const;

/** Share of capacity an LFP cell loses with time (equation 3). */
export function lfpCalendarLoss_frac(rest: CellRest, years: number): number {
  const { rate, activation_J_per_mol, cubic, constant } = LFP_CALENDAR;
  const warmth = Math.exp((-activation_J_per_mol / GAS_CONSTANT_J_PER_MOL_K) * (1 / rest.temperature_K - 1 / REFERENCE_K));
  return rate * warmth * (cubic * (rest.charge_frac - 0.5) ** 3 + constant) * Math.sqrt(years * JULIAN_YEAR_S);
}

export type CellCycling = {
  readonly depth_frac: number;
  readonly cycles: number;
  /** Mean of charge and discharge, capacities an hour. */
  readonly rate_per_h: number;
};

/** Share of capacity an LFP cell loses with cycles (equation 4). */
export function lfpCycleLoss_frac({ depth_frac, cycles, rate_per_h }: CellCycling): number {
  const perRoot_pct = (0.063 * rate_per_h + 0.0971) * (4.0253 * (depth_frac - 0.6) ** 3 + 1.0923);
  return (perRoot_pct * Math.sqrt(depth_frac * cycles)) / 100;
}

/** Share of capacity an NMC cell loses with time at a resting voltage (equation 5). */
export function nmcCalendarLoss_frac(rest: { readonly temperature_K: number; readonly voltage_V: number }, years: number): number {
  const days = (years * JULIAN_YEAR_S) / DAY_S;
  return (7.543 * rest.voltage_V - 23.75) * 1e6 * Math.exp(-6976 / rest.temperature_K) * days ** 0.75;
}

const SANYO_CELL_AH = 2.15;

/** Share of capacity an NMC cell loses with cycles about a mean voltage (equation 6). */
export function nmcCycleLoss_frac(cycling: { readonly depth_frac: number; readonly cycles: number; readonly voltage_V: number }): number {
  const through_Ah = 2 * cycling.depth_frac * cycling.cycles * SANYO_CELL_AH;
  return (7.348e-3 * (cycling.voltage_V - 3.667) ** 2 + 7.6e-4 + 4.081e-3 * cycling.depth_frac) * Math.sqrt(through_Ah);
}

/** Capacity left when calendar and cycles take theirs. */
export function capacityLeft_frac(losses: { readonly calendar_frac: number; readonly cycles_frac: number }): number {
  return 1 - losses.calendar_frac - losses.cycles_frac;
}

/** What is known of a pack's wear. */
export type PackWear = {
  readonly curve: CycleCurve;
  /** e: capacity left when a test's cycles are through. */
  readonly testEnd_frac: number;
  /** Share lost in the first year by waiting, and the power of time it grows with; null where unknown. */
  readonly calendar: { readonly firstYear_frac: number; readonly exponent: number } | null;
};

/** Capacity left of a pack after a damage by cycles and years (equation 8); not clamped. */
export function packLeft_frac(wear: PackWear, damage: number, years: number): number {
  const waited_frac = wear.calendar === null ? 0 : wear.calendar.firstYear_frac * years ** wear.calendar.exponent;
  return damagedCapacity_frac(damage, wear.testEnd_frac) - waited_frac;
}
