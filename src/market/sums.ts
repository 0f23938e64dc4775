/**
 * Sums and remainders whose rounding decides nothing: who is named first in a text, or 0.1 + 0.2 against 0.3, must neither give nor price anything.
 *
 *   1. a sum adds its terms from the smallest on, so that it is the same to the bit in any order of them
 *   2. a remainder of a part in 10^12 of what was taken is none: n terms of doubles are off by n 2^-53, some 10^-14 for a hundred
 */
const ROUNDING = 1e-12;

/** Sum of terms; the same to the bit in any order of them. */
export const sumOf = (terms: readonly number[]): number => terms.toSorted((a, b) => a - b).reduce((sum, term) => sum + term, 0);

/** What is left of a whole when something is taken of it; nothing where that is but rounding, or where more is taken than there is. */
export const leftOf = (whole: number, taken: number): number => (whole - taken <= ROUNDING * taken ? 0 : whole - taken);
