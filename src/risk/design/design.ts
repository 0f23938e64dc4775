/**
 * Designs: where the points of a campaign lie in the unit cube. Point i is a pure function of the design and i.
 *
 *   random    independent numbers of the counter-based generator
 *   latin     in every coordinate one point in each of n strata, by a keyed permutation, anywhere in it   (McKay, Beckman and Conover 1979)
 *   sobol     Joe and Kuo's sequence, Owen-scrambled by the seed                                           (sobol.ts)
 *   saltelli  blocks of rows for variance-based indices                                                    (saltelli.ts)
 *   morris    trajectories for elementary effects                                                          (morris.ts)
 */
import { WORD } from "../../kernel/index.ts";
import type { Design, DesignSpec } from "../risk-record.ts";
import { drawsOf } from "./draws.ts";
import { morrisDesign } from "./morris.ts";
import { permutationOf } from "./permutation.ts";
import { saltelliDesign } from "./saltelli.ts";
import { scrambledSobol } from "./scrambled-sobol.ts";

/** The design of a specification. Throws RangeError on one that cannot be laid. */
export const designOf = (spec: DesignSpec): Design => {
  checkSpec(spec);
  switch (spec.kind) {
    case "random": return { ...spec, points: spec.samples, block: 1, point: randomPoint(spec) };
    case "latin": return { ...spec, points: spec.samples, block: 1, point: latinPoint(spec) };
    case "sobol": return { ...spec, points: spec.samples, block: 1, point: scrambledSobol(spec) };
    case "saltelli": return saltelliDesign(spec);
    case "morris": return morrisDesign(spec);
  }
};

const checkSpec = ({ dimensions, samples, factors }: DesignSpec): void => {
  if (!(Number.isInteger(dimensions) && dimensions >= 1)) throw new RangeError(`a design has at least one dimension, not ${dimensions}`);
  if (!(Number.isInteger(samples) && samples >= 1 && samples < WORD)) throw new RangeError(`a design has 1 to 2^32 - 1 samples, not ${samples}`);
  const seen = new Set(factors.flat());
  const once = seen.size === factors.reduce((sum, factor) => sum + factor.length, 0);
  if (!once || seen.size !== dimensions || ![...seen].every((at) => Number.isInteger(at) && at >= 0 && at < dimensions)) throw new RangeError(`every coordinate of ${dimensions} stands in one factor, once`);
};

const randomPoint = ({ dimensions, seed }: DesignSpec): Design["point"] => {
  const draws = drawsOf(seed, "random");
  return (i, u) => draws(i, u, dimensions);
};

const latinPoint = ({ dimensions, samples, seed }: DesignSpec): Design["point"] => {
  const draws = drawsOf(seed, "latin");
  const strata = Array.from({ length: dimensions }, (_, d) => permutationOf({ size: samples, seed, stream: d }));
  return (i, u) => {
    draws(i, u, dimensions);
    for (let d = 0; d < dimensions; d++) u[d] = (strata[d]!(i) + u[d]!) / samples;
  };
};
