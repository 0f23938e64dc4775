/**
 * Payoffs between the states at which plans were solved: linear along the factor of each driver, the last value held beyond them. An
 * objective is piecewise linear in a price or a limit, which a linear program has as a coefficient, and not in its logarithm.
 */
import type { PayoffTable } from "./options-record.ts";

interface Corner {
  readonly index: number;
  readonly weight: number;
}

/** Neighbours of a state on an axis. */
const along = (axis: readonly number[], state: number): readonly Corner[] => {
  const last = axis.length - 1;
  if (last === 0 || state <= axis[0]!) return [{ index: 0, weight: 1 }];
  if (state >= axis[last]!) return [{ index: last, weight: 1 }];
  const upper = axis.findIndex((point) => point > state);
  const share = Math.expm1(state - axis[upper - 1]!) / Math.expm1(axis[upper]! - axis[upper - 1]!);
  return share === 0 ? [{ index: upper - 1, weight: 1 }] : [{ index: upper - 1, weight: 1 - share }, { index: upper, weight: share }];
};

/** Payoff in a state, one number a driver; -Infinity where no plan can be had at one of its neighbours. */
export const payoffAt = ({ axes, payoff_usd }: PayoffTable, stateOf: (driver: number) => number): number => {
  let corners: readonly Corner[] = [{ index: 0, weight: 1 }];
  axes.forEach((axis, driver) => {
    const near = along(axis, stateOf(driver));
    corners = corners.flatMap(({ index, weight }) => near.map((one) => ({ index: index * axis.length + one.index, weight: weight * one.weight })));
  });
  let sum = 0;
  for (const { index, weight } of corners) {
    const payoff = payoff_usd[index]!;
    if (payoff === null) return -Infinity;
    sum += weight * payoff;
  }
  return sum;
};

/** Whether a state lies beyond the points of any driver that has more than one. */
export const isBeyond = ({ axes }: PayoffTable, stateOf: (driver: number) => number): boolean =>
  axes.some((axis, driver) => axis.length > 1 && (stateOf(driver) < axis[0]! || stateOf(driver) > axis.at(-1)!));

/** Every combination of the axes, last driver fastest. */
export const statesOf = (axes: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  axes.reduce<readonly (readonly number[])[]>((states, axis) => states.flatMap((state) => axis.map((point) => [...state, point])), [[]]);
