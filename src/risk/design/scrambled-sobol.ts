/** Sobol points as coordinates, scrambled by a seed or bare. */
import { philox4x32, streamOf, WORD } from "../../kernel/index.ts";
import type { Design, DesignSpec } from "../risk-record.ts";
import { owenScrambled, sobolSequence } from "./sobol.ts";

/** Scrambled coordinates lie in the middle of their step of 2^-32, so that none is 0; bare ones at its low end, as the sequence is published. */
export const scrambledSobol = ({ dimensions, seed, scramble }: Pick<DesignSpec, "dimensions" | "seed" | "scramble">): Design["point"] => {
  const sequence = sobolSequence(dimensions);
  const words = new Uint32Array(dimensions);
  const keys = dimensionKeys(seed, dimensions);
  return (i, u) => {
    sequence(i, words);
    for (let d = 0; d < dimensions; d++) u[d] = scramble === "owen" ? (owenScrambled(words[d]!, keys[d]!) + 0.5) / WORD : words[d]! / WORD;
  };
};

/** A word of key for each dimension, by the counter-based generator. */
const dimensionKeys = (seed: number, dimensions: number): Uint32Array => {
  const key = Uint32Array.of(seed, Math.floor(seed / WORD));
  const stream = streamOf("risk/owen");
  const block = new Uint32Array(4);
  return Uint32Array.from({ length: dimensions }, (_, d) => {
    philox4x32(Uint32Array.of(d, 0, 0, stream), key, block);
    return block[0]!;
  });
};
