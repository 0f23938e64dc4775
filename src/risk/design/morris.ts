/**
 * Trajectories for elementary effects: from a random point on a grid every factor moves once, in random order.
 *
 *   1. four levels a coordinate, at the middles of the quarters (1/8, 3/8, 5/8, 7/8), so that no distribution is asked for its ends; a step is two
 *      levels, 1/2: up from the lower two, down from the upper two, which samples all levels alike   (Morris, Technometrics 33, 1991)
 *   2. a factor of several coordinates moves them together                                           (Campolongo, Cariboni and Saltelli 2007)
 *
 * Morris' own grid is 0, 1/3, 2/3, 1 with steps of 2/3; the effect is per unit of the coordinate in both.
 */
import type { Design, DesignSpec } from "../risk-record.ts";
import { drawsOf, type Draws } from "./draws.ts";

export const MORRIS_LEVELS = 4;

export const morrisDesign = (spec: DesignSpec): Design => {
  const { dimensions, factors, samples, seed } = spec;
  const block = factors.length + 1;
  const draws = drawsOf(seed, "morris");
  const scratch = new Float64Array(dimensions + factors.length);
  const point = (i: number, u: Float64Array): void => {
    const order = trajectory(Math.floor(i / block), { dimensions, factors }, draws, scratch);
    for (let d = 0; d < dimensions; d++) u[d] = (Math.floor(scratch[d]! * MORRIS_LEVELS) + 0.5) / MORRIS_LEVELS;
    for (let moved = 0; moved < i % block; moved++) for (const d of factors[order[moved]!]!) u[d] = u[d]! + (u[d]! < 0.5 ? 0.5 : -0.5);
  };
  return { ...spec, points: samples * block, block, point };
};

/** Order of the factors of trajectory t, by Fisher and Yates; its start is left in the scratch's first numbers. */
const trajectory = (t: number, { dimensions, factors }: Pick<DesignSpec, "dimensions" | "factors">, draws: Draws, scratch: Float64Array): readonly number[] => {
  draws(t, scratch, scratch.length);
  const order = factors.map((_, j) => j);
  for (let j = order.length - 1; j > 0; j--) {
    const k = Math.floor(scratch[dimensions + j]! * (j + 1));
    [order[j], order[k]] = [order[k]!, order[j]!];
  }
  return order;
};
