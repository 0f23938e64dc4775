/**
 * Times without launches as one draw has them: failures that stand a fleet down and losses of a pad.
 *
 *   1. running time to the next event: exponential, by the sum of its rate over the time that the launcher runs (a Poisson process thinned
 *      to that time); each event is followed by its outage, in which nothing flies and nothing of its kind happens
 *   2. share of a quarter: what no outage of any kind covers
 *
 * Each kind has a stream of its own by the vehicle's id, so that no other vehicle's draw depends on it. The launch that fails is one of
 * those on offer; which one is carried as expected loss (reliability), not drawn.
 */
import { randomDoubles, streamOf } from "../kernel/index.ts";
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";
import { openShare, type Windows } from "./windows.ts";

export interface OutageKind {
  /** By quarter, a year of running time. */
  readonly events_per_yr: readonly number[];
  readonly outage_yr: number;
}

export interface OutageDraw {
  readonly seed: number;
  readonly draw: number;
  readonly id: string;
  readonly kinds: readonly OutageKind[];
}

/** Share of each quarter in which launches can fly. */
export const drawnUpShares = ({ seed, draw, id, kinds }: OutageDraw): readonly number[] => {
  const windows: Windows = { caps: [], closed: kinds.flatMap((kind, k) => outages(kind, randomDoubles({ seed, stream: streamOf(`outage ${k} of ${id}`), index: draw }))) };
  return openShare(windows, kinds[0]!.events_per_yr.map((_, i) => i));
};

/** Windows of one kind, in quarters from the start. */
const outages = ({ events_per_yr, outage_yr }: OutageKind, next: () => number): Windows["closed"] => {
  const length = outage_yr * QUARTERS_PER_YEAR;
  const closed: { from: number; to: number }[] = [];
  let t = 0;
  let left = -Math.log1p(-next());
  while (length > 0 && t < events_per_yr.length) {
    const end = Math.floor(t) + 1;
    const rate = events_per_yr[Math.floor(t)]! / QUARTERS_PER_YEAR;
    if (left > rate * (end - t)) {
      left -= rate * (end - t);
      t = end;
      continue;
    }
    const from = t + left / rate;
    closed.push({ from, to: from + length });
    t = from + length;
    left = -Math.log1p(-next());
  }
  return closed;
};
