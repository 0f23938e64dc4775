/**
 * A permutation of 0 ... n-1 by key: where i goes without a table of the others, for Latin hypercubes of any size.
 *
 *   1. Feistel rounds on an even number of bits whose 2^bits is at least n and below 4n, repeated until the number is below n: a permutation
 *      of 0 ... n-1, in fewer than four turns on average             (Black and Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002)
 *   2. a round: (L, R) -> (R, L xor F(R xor key)), F mixed-word.ts
 *
 * Range: n up to 2^32. Eight rounds; for n below about 100 keys give few of the n! permutations evenly, but each place equally often within
 * what 100,000 keys can tell (test/risk/design).
 */
import { philox4x32, WORD } from "../../kernel/index.ts";
import { mixedWord } from "./mixed-word.ts";

const ROUNDS = 8;

/** Keyed permutation of 0 ... n-1. Throws RangeError where n is no whole number from 1 to 2^32. */
export const permutationOf = ({ size, seed, stream }: { readonly size: number; readonly seed: number; readonly stream: number }): ((i: number) => number) => {
  if (!(Number.isInteger(size) && size >= 1 && size <= WORD)) throw new RangeError(`a permutation is of 1 to 2^32 numbers, not ${size}`);
  const half = Math.max(1, Math.ceil(Math.log2(size) / 2));
  const keys = roundKeys(seed, stream);
  return (i) => {
    let at = turned(i, half, keys);
    while (at >= size) at = turned(at, half, keys);
    return at;
  };
};

const roundKeys = (seed: number, stream: number): Uint32Array => {
  const keys = new Uint32Array(ROUNDS);
  const key = Uint32Array.of(seed, Math.floor(seed / WORD));
  for (let block = 0; block < ROUNDS / 4; block++) philox4x32(Uint32Array.of(block, 0, 0, stream), key, keys.subarray(4 * block, 4 * block + 4));
  return keys;
};

/** Equation 1, once through the rounds. */
const turned = (i: number, half: number, keys: Uint32Array): number => {
  const mask = (1 << half) - 1;
  let left = (i >>> half) & mask;
  let right = i & mask;
  for (let round = 0; round < ROUNDS; round++) {
    const next = left ^ (mixedWord(right ^ keys[round]!) & mask);
    left = right;
    right = next;
  }
  return ((left << half) | right) >>> 0;
};
