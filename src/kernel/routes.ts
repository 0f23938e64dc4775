/**
 * Cheapest routes from one node to all others over a graph of costs, by buckets.
 *
 *   1. Dijkstra's labels kept in buckets of one width (Dial 1969; Denardo & Fox 1979); a bucket no wider than the least cost of a link
 *      holds labels that cannot improve each other, and each node is settled once
 *   2. where the least cost is too small for that, a label in the bucket at hand may still fall and is looked at again (delta-stepping,
 *      Meyer & Sanders 2003): the answer is the same, for costs of 0 and above
 *
 * Assumes: costs finite and not negative. Memory: five numbers a node beside the answer. Accuracy: exact but for the rounding of sums;
 * equal to a heap's Dijkstra and to Floyd and Warshall's sums in the tests.
 */

/** Links of node i lie at first[i] to first[i + 1]: targets and costs. */
export type RouteGraph = {
  readonly nodes: number;
  readonly first: Uint32Array;
  readonly target: Uint32Array;
  readonly cost: Float64Array;
  /** 1 for a node that a route may go through; 0 for one where it may only begin or end. */
  readonly through: Uint8Array;
};

/** Cost to every node (infinite where there is no route), and the node before it (-1 at the source and where there is none). */
export type RouteTree = { readonly cost: Float64Array; readonly before: Int32Array };

/** Links as they come, before they are laid out by node: from[k] to to[k] at cost[k], both ways. */
export type LinkList = { readonly from: Uint32Array; readonly to: Uint32Array; readonly cost: Float64Array; readonly links: number };

const BUCKETS_MAX = 1024;

/** Lays links out by node, each both ways. Throws RangeError for a link to no node, or a cost that is negative or no number. */
export function routeGraph({ from, to, cost, links }: LinkList, through: Uint8Array): RouteGraph {
  const nodes = through.length;
  const first = new Uint32Array(nodes + 1);
  for (let k = 0; k < links; k++) {
    if (!(from[k]! < nodes && to[k]! < nodes)) throw new RangeError(`link ${k} is between ${from[k]} and ${to[k]} of ${nodes} nodes`);
    if (!(cost[k]! >= 0 && cost[k]! < Infinity)) throw new RangeError(`the cost of link ${k} is ${cost[k]}`);
    first[from[k]! + 1]!++;
    first[to[k]! + 1]!++;
  }
  for (let i = 0; i < nodes; i++) first[i + 1]! += first[i]!;
  const free = first.slice(0, nodes);
  const target = new Uint32Array(2 * links);
  const costs = new Float64Array(2 * links);
  for (let k = 0; k < links; k++) {
    const [a, b, c] = [from[k]!, to[k]!, cost[k]!];
    const there = free[a]!++;
    const back = free[b]!++;
    target[there] = b;
    target[back] = a;
    costs[there] = c;
    costs[back] = c;
  }
  return { nodes, first, target, cost: costs, through };
}

/** Writes the cheapest routes from each of some sources; row s of `cost` and `before`, `nodes` long, is that of sources[s]. */
export function routeTrees(graph: RouteGraph, sources: Uint32Array, out: RouteTree): void {
  const { nodes } = graph;
  if (out.cost.length < sources.length * nodes || out.before.length < sources.length * nodes) throw new RangeError(`${sources.length} trees of ${nodes} nodes do not fit in ${out.cost.length} numbers`);
  const room = bucketsOf(graph);
  for (let s = 0; s < sources.length; s++) {
    if (!(sources[s]! < nodes)) throw new RangeError(`source ${sources[s]} of ${nodes} nodes`);
    const tree = { cost: out.cost.subarray(s * nodes, (s + 1) * nodes), before: out.before.subarray(s * nodes, (s + 1) * nodes) };
    growTree(graph, sources[s]!, tree, room);
  }
}

/** The cheapest routes from one source. */
export function routeTree(graph: RouteGraph, source: number): RouteTree {
  const tree = { cost: new Float64Array(graph.nodes), before: new Int32Array(graph.nodes) };
  routeTrees(graph, Uint32Array.of(source), tree);
  return tree;
}

/** Nodes from the source to `end`, both named; empty where there is no route. */
export function routeTo({ cost, before }: RouteTree, end: number): readonly number[] {
  if (!(cost[end]! < Infinity)) return [];
  const route = [end];
  for (let node = before[end]!; node >= 0; node = before[node]!) route.push(node);
  return route.reverse();
}

/** Buckets in a ring, each a list through `next` and `last`; `held` is the bucket of a node, -1 of one that is in none. */
type Buckets = { readonly perCost: number; readonly mask: number; readonly head: Int32Array; readonly next: Int32Array; readonly last: Int32Array; readonly held: Int32Array };

function bucketsOf({ nodes, cost }: RouteGraph): Buckets {
  let [least, most] = [Infinity, 0];
  for (let k = 0; k < cost.length; k++) {
    if (cost[k]! < least) least = cost[k]!;
    if (cost[k]! > most) most = cost[k]!;
  }
  const width = most === 0 ? 1 : Math.max(least, most / (BUCKETS_MAX - 3));
  let size = 4;
  while (size < most / width + 3) size *= 2;
  return { perCost: 1 / width, mask: size - 1, head: new Int32Array(size).fill(-1), next: new Int32Array(nodes), last: new Int32Array(nodes), held: new Int32Array(nodes).fill(-1) };
}

function growTree({ first, target, cost: costs, through }: RouteGraph, source: number, { cost, before }: RouteTree, { perCost, mask, head, next, last, held }: Buckets): void {
  cost.fill(Infinity);
  before.fill(-1);
  cost[source] = 0;
  let waiting = 1;
  let bucket = 0;
  head[0] = source;
  next[source] = last[source] = -1;
  held[source] = 0;
  while (waiting > 0) {
    const node = head[bucket]!;
    if (node < 0) {
      bucket = (bucket + 1) & mask;
      continue;
    }
    const after = next[node]!;
    head[bucket] = after;
    if (after >= 0) last[after] = -1;
    held[node] = -1;
    waiting--;
    if (through[node] === 0 && node !== source) continue;
    const here = cost[node]!;
    for (let k = first[node]!, end = first[node + 1]!; k < end; k++) {
      const to = target[k]!;
      const there = here + costs[k]!;
      if (!(there < cost[to]!)) continue;
      cost[to] = there;
      before[to] = node;
      const wanted = Math.floor(there * perCost) & mask;
      const was = held[to]!;
      if (was === wanted) continue;
      if (was < 0) waiting++;
      else {
        const [prior, follower] = [last[to]!, next[to]!];
        if (prior < 0) head[was] = follower;
        else next[prior] = follower;
        if (follower >= 0) last[follower] = prior;
      }
      const top = head[wanted]!;
      next[to] = top;
      last[to] = -1;
      if (top >= 0) last[top] = to;
      head[wanted] = to;
      held[to] = wanted;
    }
  }
}
