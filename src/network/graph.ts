/**
 * The graph of a network at an instant: its links with the one-way time of each.
 *
 *   1. between satellites and to the ground: d/c                                                              (physics/link, eq. 5)
 *   2. fibre: d n/c, n = 1.468
 *   3. each satellite on a route takes `hop_ms`: half of it is on every link that ends at one
 *
 * What is down has no links. Costs are milliseconds; nodes are the satellites, then the stations.
 * Accuracy: Hypatia's round trips over Kuiper's first shell (test/network).
 */
import { routeGraph } from "../kernel/index.ts";
import type { RouteGraph } from "../kernel/index.ts";
import { FIBRE_INDEX, lightTime_ms } from "../physics/index.ts";
import { isDown } from "./downtime.ts";
import { gateOf, lookUp, type Seen } from "./ground-links.ts";
import { linkRoom, type LinkRoom } from "./link-room.ts";
import { nearestLinks } from "./nearest-links.ts";
import type { Network } from "./network.ts";
import { positionsOver, STATE, type Positions } from "./positions.ts";
import { linkedStates_km, sightLimits } from "./sight.ts";

/** A function of time (seconds since 1970) that answers the graph then. Throws RangeError or FrameError at once for a network that is none. */
export function graphOver(network: Network): (t_s: number) => RouteGraph {
  const { satellites, stations, fibre, down } = network;
  if (!(network.hop_ms >= 0 && network.hop_ms < Infinity)) throw new RangeError(`hop_ms is ${network.hop_ms}`);
  const positionsAt = positionsOver(network);
  const room = linkRoom(4 * satellites.length + 64 * stations.length);
  const between = interlinksOf(network, room);
  const ground = groundOf(network, room);
  const through = new Uint8Array(satellites.length + stations.length).fill(1, 0, satellites.length);
  stations.forEach(({ relays }, k) => (through[satellites.length + k] = relays ? 1 : 0));
  return (t_s) => {
    if (!Number.isFinite(t_s)) throw new RangeError(`t_s is ${t_s}`);
    const positions = positionsAt(t_s);
    room.clear();
    down?.satellites?.forEach((edges, i) => {
      if (isDown(edges, t_s)) positions.states.fill(NaN, STATE * i, STATE * i + STATE);
    });
    between(positions, t_s);
    ground(positions, t_s);
    for (const { a, b, length_km } of fibre) room.add(satellites.length + a, satellites.length + b, lightTime_ms(length_km) * FIBRE_INDEX);
    return routeGraph(room.list(), through);
  };
}

type AddLinks = (positions: Positions, t_s: number) => void;

function interlinksOf({ interlinks, hop_ms, down, satellites }: Network, room: LinkRoom): AddLinks {
  if (interlinks.kind === "none") return () => {};
  const limits = sightLimits(interlinks);
  if (interlinks.kind === "nearest") {
    const { links } = interlinks;
    if (!(Number.isInteger(links) && links >= 1)) throw new RangeError(`links is ${links}`);
    return ({ states }) => nearestLinks(states, { links, limits }, (i, j, distance_km) => room.add(i, j, lightTime_ms(distance_km) + hop_ms));
  }
  const { pairs } = interlinks;
  for (const [i, j] of pairs) if (!(satellites[i] && satellites[j] && i !== j)) throw new RangeError(`pair ${i}-${j} of ${satellites.length} satellites`);
  const ends = Uint32Array.from(pairs.flat());
  const downs = down?.pairs ?? null;
  return ({ states }, t_s) => {
    for (let p = 0; p < ends.length; p += 2) {
      const [i, j] = [ends[p]!, ends[p + 1]!];
      const distance_km = linkedStates_km(states, STATE * i, STATE * j, limits);
      if (!Number.isNaN(distance_km) && !(downs !== null && isDown(downs[p / 2]!, t_s))) room.add(i, j, lightTime_ms(distance_km) + hop_ms);
    }
  };
}

function groundOf({ satellites, stations, hop_ms, down }: Network, room: LinkRoom): AddLinks {
  const gates = stations.map(gateOf);
  const seen: Seen = { satellites: [], ranges_km: [] };
  const downs = down?.stations ?? null;
  return (positions, t_s) => {
    for (let k = 0; k < stations.length; k++) {
      if (downs !== null && isDown(downs[k]!, t_s)) continue;
      lookUp(positions, k, gates[k]!, seen);
      for (let s = 0; s < seen.satellites.length; s++) room.add(satellites.length + k, seen.satellites[s]!, lightTime_ms(seen.ranges_km[s]!) + hop_ms / 2);
    }
  };
}
