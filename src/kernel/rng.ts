/**
 * Random numbers by counter: the same key and counter give the same numbers, in any order and on any machine, so that a sample is keyed
 * by its index and nothing depends on who draws first.
 *
 *   1. Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11, 2011): ten rounds of
 *      (L0, R0, L1, R1) -> (hi(M1 L1) xor R0 xor k0, lo(M1 L1), hi(M0 L0) xor R1 xor k1, lo(M0 L0)), the key raised by Weyl's constants
 *   2. a double in [0, 1) of 53 bits from two words: (2^26 (a >> 5) + (b >> 6))/2^53
 *
 * Period 2^128 blocks of four words for each of 2^64 keys; passes TestU01's BigCrush (the paper, table 2). Accuracy: the known answers
 * published with Random123 1.14 (tests/kat_vectors), bit for bit.
 */

/** Multipliers and key steps of the paper's table and section 4.2. */
const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
/** Step of Weyl's sequence: 2^32 over the golden ratio. */
export const WEYL_STEP = 0x9e3779b9;
const W0 = WEYL_STEP;
const W1 = 0xbb67ae85;
const ROUNDS = 10;

const HALF = 0xffff;

/** High word of the 64-bit product of two words, by halves: no sum reaches 2^32. */
const highWord = (a: number, b: number): number => {
  const mid = (a >>> 16) * (b & HALF) + (((a & HALF) * (b & HALF)) >>> 16);
  const low = (a & HALF) * (b >>> 16) + (mid & HALF);
  return ((a >>> 16) * (b >>> 16) + (mid >>> 16) + (low >>> 16)) >>> 0;
};

/** Four words of a block: `counter` has four words and `key` two; writes four words to `out`, which may be `counter`. */
export const philox4x32 = (counter: Uint32Array, key: Uint32Array, out: Uint32Array): void => {
  let a = counter[0]!;
  let b = counter[1]!;
  let c = counter[2]!;
  let d = counter[3]!;
  let k0 = key[0]!;
  let k1 = key[1]!;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = highWord(M0, a);
    const low0 = Math.imul(M0, a);
    a = (highWord(M1, c) ^ b ^ k0) >>> 0;
    b = Math.imul(M1, c) >>> 0;
    c = (high0 ^ d ^ k1) >>> 0;
    d = low0 >>> 0;
    k0 = (k0 + W0) >>> 0;
    k1 = (k1 + W1) >>> 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
};

/** Which numbers: those of a seed (a whole number from 0 to 2^53) and of one of its streams, by the sample's index. */
export interface RandomKey {
  readonly seed: number;
  /** Kinds of draws that must not depend on each other: 0 to 2^32 - 1. */
  readonly stream: number;
  /** Sample, generation, member: 0 to 2^53. */
  readonly index: number;
}

/** How many words of 32 bits there are. */
export const WORD = 0x100000000;

/** Doubles in [0, 1), one after another: 2^33 of them before another key's would come. Throws RangeError where the key is not of whole numbers in range. */
export const randomDoubles = ({ seed, stream, index }: RandomKey): (() => number) => {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`a seed is a whole number from 0 to 2^53, not ${seed}`);
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`an index is a whole number from 0 to 2^53, not ${index}`);
  if (!Number.isInteger(stream) || stream < 0 || stream >= WORD) throw new RangeError(`a stream is a whole number below 2^32, not ${stream}`);
  const key = Uint32Array.of(seed, Math.floor(seed / WORD));
  const counter = Uint32Array.of(0, index, Math.floor(index / WORD), stream);
  const block = new Uint32Array(4);
  let used = 4;
  return () => {
    if (used === 4) {
      philox4x32(counter, key, block);
      counter[0] = (counter[0]! + 1) >>> 0;
      used = 0;
    }
    const high = block[used]! >>> 5;
    const low = block[used + 1]! >>> 6;
    used += 2;
    return (high * 0x4000000 + low) / 0x20000000000000;
  };
};

/** A stream of one's own for an id: FNV-1a, 32 bits (Fowler, Noll and Vo). */
export const streamOf = (id: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
};
