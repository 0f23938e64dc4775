/**
 * Data over a network as it changes: what is offered, delivered, stored and dropped.
 *
 *   1. at each step a flow takes the quickest way of the instant to the nearest of its ends                     (kernel/routes on `graphOver`)
 *   2. it may send what waits, and what is offered in the step, up to the least room on its way; flows take room in their order
 *   3. what is left waits where it was made, up to the flow's store, first in first out; beyond that it is dropped
 *   4. offered = delivered + stored at the end + dropped, for every flow; mean wait = the queue summed over time / what was delivered
 *                                                                                                                        (Little 1961)
 *
 * Assumes: a way that is full is waited for, not gone around; links are the same for a whole step, one rate a kind and direction; no time to
 * acquire a link; data on its way arrives within the step.
 * Accuracy: contacts are known to a step; one satellite over one station against its passes to 1 % at 5 s (test/network).
 */
import { routeTo, routeTree } from "../kernel/index.ts";
import type { RouteGraph, RouteTree } from "../kernel/index.ts";
import { graphOver } from "./graph.ts";
import type { Network } from "./network.ts";

export interface Flow {
  readonly id: string;
  /** Node where data is made. */
  readonly from: number;
  /** Nodes any of which will do. */
  readonly to: readonly number[];
  /** Offered at a time, seconds since 1970. */
  readonly rateAt_Gbps: (t_s: number) => number;
  /** Where it is made; 0: what cannot be sent at once is dropped. */
  readonly store_GB: number;
}

/** Of one direction of a link of each kind. */
export interface LinkRates {
  readonly interlink_Gbps: number;
  readonly ground_Gbps: number;
  readonly fibre_Gbps: number;
}

export interface FlowMoved {
  readonly id: string;
  readonly offered_GB: number;
  readonly delivered_GB: number;
  /** At the end. */
  readonly stored_GB: number;
  readonly dropped_GB: number;
  /** Most that waited at the end of a step. */
  readonly storedMost_GB: number;
  /** Null where nothing was delivered. */
  readonly meanWait_s: number | null;
  /** End of the last step in which anything was, seconds since 1970; null where nothing was. */
  readonly lastDelivered_s: number | null;
}

export interface DataMoved {
  readonly flows: readonly FlowMoved[];
  /** Summed over links: what goes over three counts three times. */
  readonly interlink_GB: number;
  readonly ground_GB: number;
  readonly fibre_GB: number;
}

const BITS = 8;

interface Period { readonly start_s: number; readonly end_s: number; readonly step_s: number }

/** Moves what flows offer over a period (equations 1 to 4); throws RangeError with the field's name for a number that cannot be. */
export function moveData(network: Network, { flows, rates, period }: { readonly flows: readonly Flow[]; readonly rates: LinkRates; readonly period: Period }): DataMoved {
  assertFlows(network, flows, rates);
  const { start_s, end_s, step_s } = period;
  if (!(end_s > start_s && step_s > 0 && Number.isFinite(end_s - start_s))) throw new RangeError(`period from ${start_s} to ${end_s} s by ${step_s} s`);
  const graphAt = graphOver(network);
  const queues = flows.map((): Queue => ({ offered: 0, delivered: 0, stored: 0, dropped: 0, most: 0, waited_GB_s: 0, last_s: null }));
  const over = [0, 0, 0];
  for (let k = 0; start_s + k * step_s < end_s; k++) {
    const t_s = start_s + k * step_s;
    const lasts_s = Math.min(step_s, end_s - t_s);
    const graph = graphAt(t_s);
    const way = waysOf(graph);
    const room_GB = new Map<number, number>();
    flows.forEach((flow, f) => {
      const offered = (flow.rateAt_Gbps(t_s) * lasts_s) / BITS;
      if (!(offered >= 0 && offered < Infinity)) throw new RangeError(`flow ${flow.id}: rateAt_Gbps(${t_s}) is ${flow.rateAt_Gbps(t_s)}`);
      const links = way(flow).map((link): Hop => ({ link, kind: kindOf(network, graph, link) }));
      const sent = links.length === 0 ? 0 : sendOver(links, { wanted: queues[f]!.stored + offered, most: (kind) => (rateOf(rates, kind) * lasts_s) / BITS, room_GB });
      for (const { kind } of links) over[kind]! += sent;
      settle(queues[f]!, { offered, sent, store_GB: flow.store_GB, lasts_s });
      if (sent > 0) queues[f]!.last_s = t_s + lasts_s;
    });
  }
  const moved = queues.map(({ offered, delivered, stored, dropped, most, waited_GB_s, last_s }, f): FlowMoved => ({
    id: flows[f]!.id, offered_GB: offered, delivered_GB: delivered, stored_GB: stored, dropped_GB: dropped, storedMost_GB: most, meanWait_s: delivered === 0 ? null : waited_GB_s / delivered, lastDelivered_s: last_s,
  }));
  return { flows: moved, interlink_GB: over[INTERLINK]!, ground_GB: over[GROUND]!, fibre_GB: over[FIBRE]! };
}

type Queue = { offered: number; delivered: number; stored: number; dropped: number; most: number; waited_GB_s: number; last_s: number | null };

/** Equation 3. */
function settle(queue: Queue, { offered, sent, store_GB, lasts_s }: { readonly offered: number; readonly sent: number; readonly store_GB: number; readonly lasts_s: number }): void {
  const left = queue.stored + offered - sent;
  const before = queue.stored;
  queue.offered += offered;
  queue.delivered += sent;
  queue.stored = left > store_GB ? store_GB : left;
  queue.dropped += left - queue.stored;
  queue.most = queue.stored > queue.most ? queue.stored : queue.most;
  queue.waited_GB_s += ((before + queue.stored) / 2) * lasts_s;
}

const INTERLINK = 0;
const GROUND = 1;
const FIBRE = 2;
type Kind = typeof INTERLINK | typeof GROUND | typeof FIBRE;
type Hop = { readonly link: number; readonly kind: Kind };

const rateOf = ({ interlink_Gbps, ground_Gbps, fibre_Gbps }: LinkRates, kind: Kind): number => [interlink_Gbps, ground_Gbps, fibre_Gbps][kind]!;

/** Takes room on every link of a way for as much as fits on the fullest (equation 2). */
function sendOver(links: readonly Hop[], { wanted, most, room_GB }: { readonly wanted: number; readonly most: (kind: Kind) => number; readonly room_GB: Map<number, number> }): number {
  const roomOn = ({ link, kind }: Hop): number => room_GB.get(link) ?? most(kind);
  const sent = links.reduce((least, hop) => Math.min(least, roomOn(hop)), wanted);
  for (const hop of links) room_GB.set(hop.link, roomOn(hop) - sent);
  return sent;
}

/** Links of the quickest way of a flow, none without a way; one tree for all flows of a node. */
function waysOf(graph: RouteGraph): (flow: Flow) => readonly number[] {
  const trees = new Map<number, RouteTree>();
  return ({ from, to }) => {
    const tree = trees.get(from) ?? routeTree(graph, from);
    trees.set(from, tree);
    const nearest = to.reduce((best, node) => (tree.cost[node]! < tree.cost[best]! ? node : best));
    const nodes = routeTo(tree, nearest);
    return nodes.slice(1).map((node, k) => linkBetween(graph, nodes[k]!, node));
  };
}

/** The cheapest link from a node to its neighbour, by its place in the graph. */
function linkBetween({ first, target, cost }: RouteGraph, from: number, to: number): number {
  let best = -1;
  for (let k = first[from]!; k < first[from + 1]!; k++) if (target[k] === to && (best < 0 || cost[k]! < cost[best]!)) best = k;
  return best;
}

function kindOf({ satellites }: Network, { target, first }: RouteGraph, link: number): Kind {
  const fromGround = link >= first[satellites.length]!;
  const toGround = target[link]! >= satellites.length;
  return fromGround !== toGround ? GROUND : toGround ? FIBRE : INTERLINK;
}

function assertFlows({ satellites, stations }: Network, flows: readonly Flow[], rates: LinkRates): void {
  const nodes = satellites.length + stations.length;
  for (const [name, rate] of Object.entries(rates)) if (!(rate >= 0 && rate < Infinity)) throw new RangeError(`${name} is ${rate}`);
  for (const { id, from, to, store_GB } of flows) {
    if (to.length === 0 || to.includes(from)) throw new RangeError(`flow ${id} leads nowhere`);
    for (const node of [from, ...to]) if (!(Number.isInteger(node) && node >= 0 && node < nodes)) throw new RangeError(`flow ${id}: node ${node} of ${nodes}`);
    if (!(store_GB >= 0)) throw new RangeError(`flow ${id}: store_GB is ${store_GB}`);
  }
}
