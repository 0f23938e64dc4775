/** An observer on a turning body, and lists of them for loops over rows. */

export type Observer = {
  readonly position: readonly [number, number, number];
  readonly zenith: readonly [number, number, number];
  readonly sinMask: number;
};

/** Numbers of an observer in a list: position, zenith, sine of the mask, limit. */
export const OBSERVER_SIZE = 8;

/** Observers as a list of numbers; without limits no row is left out (passes-levels). */
export function observerList(observers: readonly Observer[], limits: readonly number[] | null = null): Float64Array {
  const list = new Float64Array(OBSERVER_SIZE * observers.length);
  observers.forEach(({ position, zenith, sinMask }, o) => list.set([...position, ...zenith, sinMask, limits === null ? -Infinity : limits[o]!], OBSERVER_SIZE * o));
  return list;
}

/** Words that the bits of so many rows take. */
export const rowWords = (rows: number): number => Math.ceil(rows / 32);
