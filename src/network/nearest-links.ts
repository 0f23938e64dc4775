/**
 * Links of satellites to their nearest, each with so many terminals.
 *
 *   1. candidates: of each satellite its 3 k nearest in sight
 *   2. the shortest candidate of all first; it is taken while both its ends have a terminal left
 *
 * Assumes: links are made anew at every instant, without time to point; a satellite all of whose candidates are taken keeps terminals free.
 */
import { STATE } from "./positions.ts";
import { linkedStates_km, type SightLimits } from "./sight.ts";

const CANDIDATES = 3;

/** Calls `add` for every link. */
export function nearestLinks(states: Float64Array, { links, limits }: { readonly links: number; readonly limits: SightLimits }, add: (i: number, j: number, distance_km: number) => void): void {
  const count = states.length / STATE;
  const nearest = nearestOf(states, Math.min(CANDIDATES * links, count - 1), limits);
  const free = new Int32Array(count).fill(links);
  for (const { i, j, distance_km } of candidates(nearest)) {
    if (free[i] === 0 || free[j] === 0) continue;
    free[i]!--;
    free[j]!--;
    add(i, j, distance_km);
  }
}

type Nearest = { readonly per: number; readonly ids: Int32Array; readonly distances_km: Float64Array };

/** From south to north, so that what is farther north or south than the worst of one's nearest ends its search. */
function nearestOf(states: Float64Array, per: number, limits: SightLimits): Nearest {
  const count = states.length / STATE;
  const near = { per, ids: new Int32Array(count * per).fill(-1), distances_km: new Float64Array(count * per).fill(Infinity) };
  if (per <= 0) return near;
  const order = Uint32Array.from({ length: count }, (_, i) => i).filter((i) => !Number.isNaN(states[STATE * i]!)).sort((i, j) => states[STATE * i + 2]! - states[STATE * j + 2]! || i - j);
  for (let a = 0; a < order.length; a++) {
    for (const way of [1, -1]) search(near, { states, order, limits }, { a, way });
  }
  return near;
}

type Sorted = { readonly states: Float64Array; readonly order: Uint32Array; readonly limits: SightLimits };

/** One way along the order from its place `a`. */
function search(near: Nearest, { states, order, limits }: Sorted, { a, way }: { readonly a: number; readonly way: number }): void {
  const i = order[a]!;
  const z = states[STATE * i + 2]!;
  const reach_km = Math.sqrt(limits.range2_km2);
  const worst = i * near.per + near.per - 1;
  for (let b = a + way; b >= 0 && b < order.length; b += way) {
    const j = order[b]!;
    const apart_km = Math.abs(states[STATE * j + 2]! - z);
    if (apart_km > reach_km || apart_km > near.distances_km[worst]!) break;
    if (!closerThan(states, STATE * i, STATE * j, near.distances_km[worst]!)) continue;
    const distance_km = linkedStates_km(states, STATE * i, STATE * j, limits);
    if (!Number.isNaN(distance_km)) keep(near, i, j, distance_km);
  }
}

function closerThan(states: Float64Array, a: number, b: number, distance_km: number): boolean {
  const dx = states[b]! - states[a]!;
  const dy = states[b + 1]! - states[a + 1]!;
  const dz = states[b + 2]! - states[a + 2]!;
  return dx * dx + dy * dy + dz * dz < distance_km * distance_km;
}

/** Puts j in its place among i's nearest, if it has one. */
function keep({ per, ids, distances_km }: Nearest, i: number, j: number, distance_km: number): void {
  let at = i * per + per - 1;
  if (!(distance_km < distances_km[at]!)) return;
  for (; at > i * per && distances_km[at - 1]! > distance_km; at--) {
    ids[at] = ids[at - 1]!;
    distances_km[at] = distances_km[at - 1]!;
  }
  ids[at] = j;
  distances_km[at] = distance_km;
}

type Candidate = { readonly i: number; readonly j: number; readonly distance_km: number };

/** Shortest first; a pair that both ends have among theirs stands once. */
function candidates({ per, ids, distances_km }: Nearest): readonly Candidate[] {
  const all: Candidate[] = [];
  for (let k = 0; k < ids.length; k++) {
    const i = Math.floor(k / per);
    const j = ids[k]!;
    if (j < 0) continue;
    if (i < j || !ids.subarray(j * per, j * per + per).includes(i)) all.push({ i: Math.min(i, j), j: Math.max(i, j), distance_km: distances_km[k]! });
  }
  return all.sort((a, b) => a.distance_km - b.distance_km || a.i - b.i || a.j - b.j);
}
