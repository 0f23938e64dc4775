/**
 * A pool's link as a queue, first come, first served: what was handed to it, what it has sent, what still waits.
 *
 *   1. the turn of a transfer begins when it is handed over and all before it are through; it is through when the integral of the rate from there
 *      reaches its bytes; what never would be has no turn: it stays, all of it, and is in nobody's way
 *   2. sent of it by t = min(bytes, integral of the rate from its turn to t)
 *   3. left in the queue(t) = max(0, left(t0) - integral of the rate from t0 to t), and what is handed over is added, beside it what has no turn;
 *      sent = handed over - left
 *
 * (2) summed over the transfers and (3) are two ways to one number, and neither is above the integral of the rate over all of the time.
 * Assumes: what waits is kept, however much it is, and each way has a rate of its own.
 */
import { integral, reached, valueAt, type Indexed } from "./curve.ts";
import type { Ready } from "./supply.ts";

export type Way = "into" | "out";

/** One way of a pool's link; `left_B`, of what has its turn, is of `at_s`. */
export interface LinkQueue {
  /** Handed over so far. */
  born_B: number;
  left_B: number;
  at_s: number;
  /** When all of it is through. */
  free_s: number;
  /** Handed over, and never to be sent. */
  never_B: number;
}

/** Bytes of one job on a link. */
export interface Transfer {
  /** Index of the pool. */
  readonly pool: number;
  readonly bytes: number;
  /** Infinity where it is never through. */
  readonly turn_s: number;
  /** When it is through; Infinity for never. */
  readonly ready_s: number;
}

/** What the queues ask of a pool. */
export interface Linked {
  readonly ready: Ready;
  readonly index: number;
  readonly into: LinkQueue;
  readonly out: LinkQueue;
}

export const emptyQueue = (): LinkQueue => ({ born_B: 0, left_B: 0, at_s: -Infinity, free_s: -Infinity, never_B: 0 });

/** When bytes that are handed to a pool's link at a time would be through. */
export const passed = (pool: Linked, way: Way, bytes: number, from_s: number): number => {
  const link = pool.ready[way];
  if (link === null || bytes === 0) return from_s;
  const turn_s = Math.max(from_s, pool[way].free_s);
  return turn_s === Infinity ? Infinity : reached(link, turn_s, bytes);
};

/** Of several links the one that is through with the bytes first; of equal ones the first named. */
export const soonest = <T extends Linked>(pools: readonly T[], way: Way, bytes: number, from_s: number): T => {
  let best = pools[0]!;
  if (pools.length === 1) return best;
  let best_s = passed(best, way, bytes, from_s);
  for (const pool of pools) {
    const at_s = passed(pool, way, bytes, from_s);
    if (at_s < best_s) [best, best_s] = [pool, at_s];
  }
  return best;
};

/** Puts bytes at the end of a pool's queue (equations 1 and 3). */
export const handOver = (pool: Linked, way: Way, bytes: number, now_s: number): Transfer => {
  const queue = pool[way];
  const ready_s = passed(pool, way, bytes, now_s);
  queue.born_B += bytes;
  if (ready_s === Infinity) {
    queue.never_B += bytes;
    return { pool: pool.index, bytes, turn_s: Infinity, ready_s };
  }
  const turn_s = pool.ready[way] === null ? now_s : Math.max(now_s, queue.free_s);
  queue.left_B = turnsLeft(pool, way, now_s) + (pool.ready[way] === null ? 0 : bytes);
  queue.at_s = now_s;
  queue.free_s = Math.max(queue.free_s, ready_s);
  return { pool: pool.index, bytes, turn_s, ready_s };
};

/** Where the integral from a time on has its end: a link that carries nothing after its last step is asked no further. */
const lastOf = (link: Indexed, t_s: number): number => {
  const end_s = link.t.at(-1)!;
  return valueAt(link, end_s) === 0 ? Math.min(t_s, end_s) : t_s;
};

/** Equation 2; of Infinity, what of it ever passes. */
export const sentBy = ({ ready }: Linked, way: Way, { bytes, turn_s, ready_s }: Transfer, t_s: number): number => {
  const link = ready[way];
  if (link === null || (ready_s < Infinity && ready_s <= t_s)) return bytes;
  const to_s = lastOf(link, t_s);
  return to_s <= turn_s ? 0 : Math.min(bytes, integral(link, turn_s, to_s));
};

/** Equation 3; of Infinity, what never passes. */
export const leftBy = (pool: Linked, way: Way, t_s: number): number => pool[way].never_B + turnsLeft(pool, way, t_s);

const turnsLeft = (pool: Linked, way: Way, t_s: number): number => {
  const { left_B, at_s } = pool[way];
  const link = pool.ready[way];
  if (link === null || left_B === 0) return 0;
  const to_s = lastOf(link, t_s);
  if (to_s === Infinity) return 0;
  return to_s <= at_s ? left_B : Math.max(0, left_B - integral(link, at_s, to_s));
};
