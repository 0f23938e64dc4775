/**
 * Rows for variance-based indices: for a base sample two independent points A and B, and points that take one factor from the other.
 *
 *   rows of a base sample: A; for every factor j A with j from B (AB_j); B; with second order also, for every j, B with j from A (BA_j)
 *                                                                   (Saltelli, Comput. Phys. Comm. 145, 2002; Saltelli et al. 181, 2010)
 *
 * A and B are the first and second half of one scrambled Sobol point of twice the dimensions, so that they are independent of each other.
 */
import type { Design, DesignSpec } from "../risk-record.ts";
import { SOBOL_DIMENSIONS } from "./sobol.ts";
import { scrambledSobol } from "./scrambled-sobol.ts";

/** Rows of a base sample. */
export const saltelliBlock = ({ factors, secondOrder }: Pick<DesignSpec, "factors" | "secondOrder">): number => (secondOrder ? 2 : 1) * factors.length + 2;

export const saltelliDesign = (spec: DesignSpec): Design => {
  const { dimensions, factors, samples } = spec;
  if (2 * dimensions > SOBOL_DIMENSIONS) throw new RangeError(`a Saltelli design has at most ${SOBOL_DIMENSIONS / 2} dimensions, not ${dimensions}`);
  const block = saltelliBlock(spec);
  const base = scrambledSobol({ ...spec, dimensions: 2 * dimensions });
  const both = new Float64Array(2 * dimensions);
  let held = -1;
  const point = (i: number, u: Float64Array): void => {
    const sample = Math.floor(i / block);
    if (sample !== held) base(sample, both);
    held = sample;
    const { from, taken } = rowOf(i % block, factors);
    const [own, other] = from === "A" ? [0, dimensions] : [dimensions, 0];
    for (let d = 0; d < dimensions; d++) u[d] = both[own + d]!;
    for (const d of taken) u[d] = both[other + d]!;
  };
  return { ...spec, points: samples * block, block, point };
};

/** Whose point a row is, and the coordinates that it takes from the other. */
const rowOf = (row: number, factors: DesignSpec["factors"]): { readonly from: "A" | "B"; readonly taken: readonly number[] } => {
  const count = factors.length;
  if (row === 0 || row === count + 1) return { from: row === 0 ? "A" : "B", taken: [] };
  return row <= count ? { from: "A", taken: factors[row - 1]! } : { from: "B", taken: factors[row - count - 2]! };
};
