/**
 * Round trips from many places to the nearest of some ends: users to sites, to gateways, or to satellites that compute.
 *
 *   1. of each place at each time twice the least one-way time to any end; one tree an end serves all places, for times are the same both ways
 *   2. spread over the times that have a way, by nearest rank; the rest is outage
 */
import { routeTrees } from "../kernel/index.ts";
import { graphOver } from "./graph.ts";
import { samplesOf, spreadOf, type LatencyPeriod, type LatencySpread } from "./latency.ts";
import type { Network } from "./network.ts";

export interface Reach {
  /** The place's node. */
  readonly from: number;
  /** Null where no end is ever reached. */
  readonly spread: LatencySpread | null;
  /** Share of times without a way to any end. */
  readonly outage_frac: number;
  /** Share of times at which each end is the nearest, in their order. */
  readonly nearest_frac: readonly number[];
}

/** From each of some nodes to the nearest of others, by samples of a period (equations 1 and 2); throws RangeError for nodes or a period that are none. */
export function reachNearest(network: Network, { from, ends }: { readonly from: readonly number[]; readonly ends: readonly number[] }, period: Pick<LatencyPeriod, "start_s" | "end_s" | "step_s">): readonly Reach[] {
  const nodes = network.satellites.length + network.stations.length;
  const samples = samplesOf(period);
  if (!(samples >= 1 && samples < Infinity)) throw new RangeError(`period from ${period.start_s} to ${period.end_s} s by ${period.step_s} s`);
  if (ends.length === 0) throw new RangeError("no ends to reach");
  for (const node of [...from, ...ends]) if (!(Number.isInteger(node) && node >= 0 && node < nodes)) throw new RangeError(`node ${node} of ${nodes}`);
  const graphAt = graphOver(network);
  const sources = Uint32Array.from(ends);
  const trees = { cost: new Float64Array(ends.length * nodes), before: new Int32Array(ends.length * nodes) };
  const trips_ms = from.map(() => new Float64Array(samples));
  const nearest = from.map(() => new Float64Array(ends.length));
  for (let k = 0; k < samples; k++) {
    routeTrees(graphAt(period.start_s + k * period.step_s), sources, trees);
    from.forEach((node, f) => {
      const best = nearestOf(trees.cost, node, nodes);
      trips_ms[f]![k] = 2 * trees.cost[best * nodes + node]!;
      if (trips_ms[f]![k]! < Infinity) nearest[f]![best]!++;
    });
  }
  return from.map((node, f): Reach => ({
    from: node, spread: spreadOf(trips_ms[f]!), outage_frac: 1 - nearest[f]!.reduce((sum, count) => sum + count, 0) / samples, nearest_frac: Array.from(nearest[f]!, (count) => count / samples),
  }));
}

/** The end that is the fewest milliseconds from a node; the first of equals. */
function nearestOf(cost: Float64Array, node: number, nodes: number): number {
  let best = 0;
  for (let end = 1; end * nodes < cost.length; end++) if (cost[end * nodes + node]! < cost[best * nodes + node]!) best = end;
  return best;
}
