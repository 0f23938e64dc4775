/**
 * Launches come whole: of what an actor is given of a flow, it has in each quarter as many as are complete by then,
 *
 *   1. whole(t) = floor(sum of got to t) - floor(sum of got to t - 1)
 *
 * so that actors who share a rocket never fly more between them, from the start on, than there is; what is not complete at the end is lost.
 */
import type { Share } from "./market-record.ts";

/** Sums of quarters that should be a whole number are so to rounding. */
const ROUNDING = 1e-9;

/** A share in whole launches, with what is paid for anyway in proportion. */
export const wholeLaunches = (share: Share): Share => {
  let sum = 0;
  let before = 0;
  const got = share.got.map((n) => {
    sum += n;
    const complete = Math.floor(sum + ROUNDING);
    const now = complete - before;
    before = complete;
    return now;
  });
  return { ...share, got, paidAnyway: got.map((n, i) => (n === 0 ? 0 : (n * share.paidAnyway[i]!) / share.got[i]!)) };
};
