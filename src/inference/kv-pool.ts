/**
 * Blocks of KV as a queue of free ones: taken from its head, given back at its tail.
 * What a stopped request held lies in the queue last block first, so that its beginning is overwritten last and may be found again.
 */

export interface KvPool {
  readonly blocks: number;
  /** Blocks ever put into the queue and ever taken from its head; their difference is free. */
  given: number;
  taken: number;
  heldMax: number;
}

export const kvPool = (blocks: number): KvPool => ({ blocks, given: blocks, taken: 0, heldMax: 0 });

export const freeBlocks = (pool: KvPool): number => pool.given - pool.taken;

/** Takes blocks from the head. Throws where the caller did not ask whether they are free. */
export const takeBlocks = (pool: KvPool, count: number): void => {
  pool.taken += count;
  const held = pool.blocks - freeBlocks(pool);
  if (held > pool.blocks) throw new Error(`KV: ${held} blocks taken of ${pool.blocks}`);
  if (held > pool.heldMax) pool.heldMax = held;
};

/** Puts blocks back and answers where in the queue they lie. */
export const giveBlocks = (pool: KvPool, count: number): number => {
  const place = pool.given;
  pool.given += count;
  return place;
};

/** Of `count` blocks given back at `place`, those that nobody has taken since. */
export const survivingBlocks = (pool: KvPool, { place, count }: { readonly place: number; readonly count: number }): number =>
  count - Math.min(count, Math.max(0, pool.taken - place));

/** Takes found blocks out of the middle of the queue. */
export const takeFound = (pool: KvPool, count: number): void => {
  pool.given -= count;
  const held = pool.blocks - freeBlocks(pool);
  if (held > pool.heldMax) pool.heldMax = held;
};
