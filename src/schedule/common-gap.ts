/** How long enough nodes of several pools are supplied together, were they all free. */
import { holdsUntil, lastAtOrBelow } from "./curve.ts";
import type { Demand } from "./fit.ts";
import type { PoolState } from "./state.ts";
import { windowsOf } from "./supply.ts";

/**
 * The longest time from `now` on in which the demand's nodes, always the same, have their supply; 0 where so many never have it at once.
 * It can only begin where some pool's window does: at each such time the pools' rests are counted from the longest down.
 */
export const longestGap = (pools: readonly PoolState[], demand: Demand, now: number): number => {
  const all = pools.map(({ ready }) => windowsOf(ready, demand.power_W, demand.accelerators));
  let longest = 0;
  for (const windows of all) {
    for (let i = Math.max(0, lastAtOrBelow(windows.start, now)); i < windows.start.length; i++) {
      const from = Math.max(now, windows.start[i]!);
      if (windows.end[i]! - from <= longest) continue;
      const rests = pools.map(({ ready }, p): readonly [number, number] => [holdsUntil(all[p]!, from) - from, ready.pool.nodes]).toSorted((a, b) => b[0] - a[0]);
      longest = Math.max(longest, restOf(rests, demand.nodes));
    }
  }
  return longest;
};

/** The rest that `nodes` nodes have at least, longest first. */
const restOf = (rests: readonly (readonly [number, number])[], nodes: number): number => {
  let count = 0;
  for (const [rest, has] of rests) {
    count += has;
    if (count >= nodes) return rest;
  }
  return 0;
};
