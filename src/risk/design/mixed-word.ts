/** A word of 32 bits so mixed that each bit of it hangs on all of the word's: the finaliser of MurmurHash3 (Appleby 2011, public domain), a bijection. */
export const mixedWord = (word: number): number => {
  let x = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
};
