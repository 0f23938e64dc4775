/** Uniform numbers of a sample by its index, from the counter-based generator: no allocation a sample. */
import { philox4x32, streamOf, WORD } from "../../kernel/index.ts";

/** Writes `count` numbers of sample i above 0 and below 1: the middle of steps of 2^-52. */
export type Draws = (i: number, u: Float64Array, count: number) => void;

/** Draws of a seed and a kind of draw, which do not depend on those of another kind. */
export const drawsOf = (seed: number, kind: string): Draws => {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`a seed is a whole number from 0 to 2^53, not ${seed}`);
  const key = Uint32Array.of(seed, Math.floor(seed / WORD));
  const stream = streamOf(`risk/${kind}`);
  const counter = new Uint32Array(4);
  const block = new Uint32Array(4);
  return (i, u, count) => {
    counter[1] = i;
    counter[2] = Math.floor(i / WORD);
    counter[3] = stream;
    for (let at = 0; at < count; at += 2) {
      counter[0] = at / 2;
      philox4x32(counter, key, block);
      u[at] = middle(block[0]!, block[1]!);
      if (at + 1 < count) u[at + 1] = middle(block[2]!, block[3]!);
    }
  };
};

/** 52 bits of two words, and half a step: 53 digits hold it exactly. */
const middle = (high: number, low: number): number => ((high >>> 6) * PART + (low >>> 6) + 0.5) / (PART * PART);
/** 2^26. */
const PART = WORD / 64;
