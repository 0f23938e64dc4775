/**
 * Rows in two halves, one to find by and one to count by.
 *
 * Of each two neighbours a coin that knows only their number sends one to either half. Even and odd rows would not do: in Sobol's sequence
 * they lie in other parts of the cube.
 */
import { mixedWord } from "../design/index.ts";

export interface RowHalves {
  readonly seen: Uint32Array;
  readonly unseen: Uint32Array;
}

/** Halves of so many rows, in their order; of an odd number the last is seen. */
export const rowHalves = (rows: number): RowHalves => {
  const pairs = Math.floor(rows / 2);
  const coin = (pair: number): number => mixedWord(pair + 1) & 1;
  const seen = Uint32Array.from({ length: rows - pairs }, (_, pair) => (pair < pairs ? 2 * pair + coin(pair) : rows - 1));
  return { seen, unseen: Uint32Array.from({ length: pairs }, (_, pair) => 2 * pair + 1 - coin(pair)) };
};
