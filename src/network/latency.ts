/**
 * Round trips between two nodes over a time: their spread, the ways they take, and when there is none.
 *
 *   1. round trip = twice the cheapest one-way time of the instant                                     (kernel/routes on `graphOver`)
 *   2. samples at start, start + step, ... before the end; quantiles by nearest rank, over the samples that have a route
 *   3. where two neighbouring samples take different ways, the time between is halved until the change is known to `edge_s`
 *
 * Assumes: nothing waits in queues; a way that comes and goes between two samples that agree is not seen.
 * Accuracy: changes of way of Hypatia's Kuiper-630 case to 0.1 s, its outages to the second (test/network).
 */
import { routeTo, routeTree } from "../kernel/index.ts";
import type { RouteGraph } from "../kernel/index.ts";
import { graphOver } from "./graph.ts";
import type { Network } from "./network.ts";

export interface LatencyPeriod {
  /** Seconds since 1970. */
  readonly start_s: number;
  readonly end_s: number;
  readonly step_s: number;
  /** To which changes of way are found. */
  readonly edge_s: number;
}

/** A way taken for a time: nodes from end to end, none while there is no route. */
export interface Way {
  readonly start_s: number;
  readonly end_s: number;
  readonly nodes: readonly number[];
}

export interface Latency {
  readonly times_s: Float64Array;
  /** Infinite where there is no route. */
  readonly roundTrip_ms: Float64Array;
  /** Over samples that have a route; null where none has. */
  readonly spread: LatencySpread | null;
  /** In order, without gaps, over the whole period. */
  readonly ways: readonly Way[];
  /** Changes from one way to another, outages' two edges among them. */
  readonly changes: number;
  readonly outage_s: number;
  /** Share of the samples in which an end has a link at all. */
  readonly linked_frac: { readonly from: number; readonly to: number };
}

export interface LatencySpread {
  readonly min_ms: number;
  readonly median_ms: number;
  readonly p99_ms: number;
  readonly max_ms: number;
}

/** Samples that a period may have. */
export const SAMPLES_MAX = 10_000_000;

/** From node to node over a period (equations 1 to 3); throws RangeError for a period or nodes that are none. */
export function latencyBetween(network: Network, { from, to }: { readonly from: number; readonly to: number }, period: LatencyPeriod): Latency {
  assertPeriod(period);
  const nodes = network.satellites.length + network.stations.length;
  for (const node of [from, to]) if (!(Number.isInteger(node) && node >= 0 && node < nodes)) throw new RangeError(`node ${node} of ${nodes}`);
  const graphAt = graphOver(network);
  const at = (t_s: number): Sample => {
    const graph = graphAt(t_s);
    const tree = routeTree(graph, from);
    return { t_s, roundTrip_ms: 2 * tree.cost[to]!, nodes: routeTo(tree, to), linked: { from: hasLinks(graph, from), to: hasLinks(graph, to) } };
  };
  const { start_s, end_s, step_s, edge_s } = period;
  const times_s = Float64Array.from({ length: samplesOf(period) }, (_, k) => start_s + k * step_s);
  const roundTrip_ms = new Float64Array(times_s.length);
  const turns: Sample[] = [];
  const linked = { from: 0, to: 0 };
  let last: Sample | null = null;
  times_s.forEach((t_s, k) => {
    const next = at(t_s);
    roundTrip_ms[k] = next.roundTrip_ms;
    if (next.linked.from) linked.from++;
    if (next.linked.to) linked.to++;
    if (last === null) turns.push(next);
    else findTurns(last, next, { at, edge_s, turns });
    last = next;
  });
  if (last !== null) findTurns(last, at(end_s), { at, edge_s, turns });
  const ways = turns.map(({ t_s, nodes: way }, k): Way => ({ start_s: t_s, end_s: turns[k + 1]?.t_s ?? end_s, nodes: way }));
  const outage_s = ways.reduce((sum, way) => sum + (way.nodes.length === 0 ? way.end_s - way.start_s : 0), 0);
  return { times_s, roundTrip_ms, spread: spreadOf(roundTrip_ms), ways, changes: ways.length - 1, outage_s, linked_frac: { from: linked.from / times_s.length, to: linked.to / times_s.length } };
}

function assertPeriod({ start_s, end_s, step_s, edge_s }: LatencyPeriod): void {
  if (!(Number.isFinite(start_s) && end_s > start_s && end_s < Infinity)) throw new RangeError(`period from ${start_s} to ${end_s} s`);
  if (!(step_s > 0 && edge_s > 0)) throw new RangeError(`step_s is ${step_s}, edge_s is ${edge_s}`);
  if ((end_s - start_s) / step_s > SAMPLES_MAX) throw new RangeError(`${end_s - start_s} s in steps of ${step_s} s are more than ${SAMPLES_MAX} samples`);
}

/** Steps of a tenth must not come out one too many by rounding. */
const ROUNDING = 1e-6;

/** Samples of a period, the first at its start and the last before its end. */
export const samplesOf = ({ start_s, end_s, step_s }: Pick<LatencyPeriod, "start_s" | "end_s" | "step_s">): number => Math.ceil((end_s - start_s) / step_s - ROUNDING);

type Sample = { readonly t_s: number; readonly roundTrip_ms: number; readonly nodes: readonly number[]; readonly linked: { readonly from: boolean; readonly to: boolean } };
type Turns = { readonly at: (t_s: number) => Sample; readonly edge_s: number; readonly turns: Sample[] };

const hasLinks = ({ first }: RouteGraph, node: number): boolean => first[node + 1]! > first[node]!;

/** Adds the first sample of each new way between two, which it halves (equation 3). */
function findTurns(a: Sample, b: Sample, by: Turns): void {
  if (sameWay(a.nodes, b.nodes)) return;
  if (b.t_s - a.t_s <= by.edge_s) {
    by.turns.push(b);
    return;
  }
  const middle = by.at((a.t_s + b.t_s) / 2);
  findTurns(a, middle, by);
  findTurns(middle, b, by);
}

const sameWay = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((node, i) => node === b[i]);

/** Quantiles of those that are finite (equation 2); null where none is. */
export function spreadOf(roundTrip_ms: Float64Array): LatencySpread | null {
  const known = roundTrip_ms.filter((ms) => ms < Infinity).sort();
  if (known.length === 0) return null;
  const rank = (frac: number): number => known[Math.ceil(frac * known.length) - 1]!;
  return { min_ms: known[0]!, median_ms: rank(0.5), p99_ms: rank(0.99), max_ms: known.at(-1)! };
}
