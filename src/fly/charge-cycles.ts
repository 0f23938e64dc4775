/**
 * Cycles that the battery flew, and what they leave of its capacity over a life.
 *
 *   1. turning points of the charge, then rainflow                                        (kernel/rainflow, ASTM E1049-85)
 *   2. damage = sum n_i / N(D_i), D_i the range over the capacity flown; scaled by life over flown period; left (physics/battery-wear, 8)
 *
 * Only turning points are kept: some two a shadow. The flown period stands for every year of the life.
 */
import { countCycles } from "../kernel/index.ts";
import { cycleDamage, packLeft_frac } from "../physics/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { JULIAN_YEAR_S } from "../units/index.ts";

/** Turning points of the charge so far, the last value among them. */
export interface ChargeTally { readonly points: number[] }

export const chargeTally = (start_frac: number): ChargeTally => ({ points: [start_frac] });

export function tallyCharge({ points }: ChargeTally, charge_frac: Float64Array, rows: number): void {
  for (let i = 0; i < rows; i++) {
    const value = charge_frac[i]!;
    const last = points[points.length - 1]!;
    if (value === last) continue;
    const before = points[points.length - 2];
    if (before !== undefined && value > last === last > before) points[points.length - 1] = value;
    else points.push(value);
  }
}

export interface ChargeWear {
  readonly deepest_frac: number;
  /** Capacity over new after a life of such periods, cycles and years. */
  readonly capacityAtEnd_frac: number;
}

export function chargeWear({ points }: ChargeTally, { wear }: Pick<PlatformSizing["battery"], "wear">, { duration_s, life_yr }: { readonly duration_s: number; readonly life_yr: number }): ChargeWear {
  const { range, count } = countCycles(Float64Array.from(points));
  const years = duration_s / JULIAN_YEAR_S;
  return {
    deepest_frac: range.reduce((most, depth) => Math.max(most, depth), 0),
    capacityAtEnd_frac: packLeft_frac(wear, (cycleDamage(wear.curve, range, count) * life_yr) / years, life_yr),
  };
}
