/**
 * Round trips from places to the nearest of many ends, and to one of them: users to satellites that compute.
 *
 *   1. of each place at each time twice the least one-way time to any end, and to the given one; one tree a place, for ends are many
 *      (`reachNearest`, one tree an end, does the same where ends are few)
 *   2. quantiles of weighed times by nearest rank: the least time below which a share of all weight lies; times without a way are outage
 */
import { routeTrees } from "../kernel/index.ts";
import { graphOver } from "./graph.ts";
import { samplesOf, type LatencyPeriod } from "./latency.ts";
import type { Network } from "./network.ts";

/** Of one place, sample by sample; Infinity where there is no way. */
export interface PlaceTrips {
  readonly nearest_ms: Float64Array;
  /** To the given end; empty without one. */
  readonly given_ms: Float64Array;
}

export interface ReachAsked {
  readonly from: readonly number[];
  readonly ends: readonly number[];
  /** Null where no one end is asked for. */
  readonly given: number | null;
}

/** By place, in their order (equation 1); throws RangeError for nodes or a period that are none. */
export function reachFrom(network: Network, { from, ends, given }: ReachAsked, period: Pick<LatencyPeriod, "start_s" | "end_s" | "step_s">): readonly PlaceTrips[] {
  const nodes = network.satellites.length + network.stations.length;
  const samples = samplesOf(period);
  if (!(samples >= 1 && samples < Infinity)) throw new RangeError(`period from ${period.start_s} to ${period.end_s} s by ${period.step_s} s`);
  for (const node of [...from, ...ends, ...(given === null ? [] : [given])]) if (!(Number.isInteger(node) && node >= 0 && node < nodes)) throw new RangeError(`node ${node} of ${nodes}`);
  const graphAt = graphOver(network);
  const sources = Uint32Array.from(from);
  const trees = { cost: new Float64Array(from.length * nodes), before: new Int32Array(from.length * nodes) };
  const trips = from.map((): PlaceTrips => ({ nearest_ms: new Float64Array(samples), given_ms: new Float64Array(given === null ? 0 : samples) }));
  for (let k = 0; k < samples; k++) {
    routeTrees(graphAt(period.start_s + k * period.step_s), sources, trees);
    trips.forEach(({ nearest_ms, given_ms }, f) => {
      nearest_ms[k] = 2 * ends.reduce((least, end) => Math.min(least, trees.cost[f * nodes + end]!), Infinity);
      if (given !== null) given_ms[k] = 2 * trees.cost[f * nodes + given]!;
    });
  }
  return trips;
}

export interface WeighedSpread {
  readonly median_ms: number;
  readonly p95_ms: number;
  /** In which 95 % of all weight has its way, what has none counted as never; null where less than that has one. */
  readonly within95_ms: number | null;
  /** Share of all weight without a way. */
  readonly outage_frac: number;
}

/** Quantiles of times with weights (equation 2); null where nothing has a way, or no weight. */
export function weighedSpread(times: readonly { readonly ms: number; readonly weight: number }[]): WeighedSpread | null {
  const lost = times.reduce((sum, { ms, weight }) => (ms < Infinity ? sum : sum + weight), 0);
  const known = times.filter(({ ms, weight }) => ms < Infinity && weight > 0).toSorted((a, b) => a.ms - b.ms);
  const reached = known.reduce((sum, { weight }) => sum + weight, 0);
  if (!(reached > 0)) return null;
  const rank = (weighs: number): number => {
    let sum = 0;
    for (const { ms, weight } of known) if ((sum += weight) >= weighs) return ms;
    return known.at(-1)!.ms;
  };
  const most = 0.95 * (lost + reached);
  return { median_ms: rank(0.5 * reached), p95_ms: rank(0.95 * reached), within95_ms: most > reached ? null : rank(most), outage_frac: lost / (lost + reached) };
}
