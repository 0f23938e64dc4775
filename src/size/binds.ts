/** What holds the design: the nearest limit, and the part that weighs most, in words with numbers. */
import { formatNumber } from "../units/index.ts";
import type { Closed } from "./closure.ts";
import type { HeatChain } from "./sizing.ts";

/** Parts a designer can trade; margin follows them. */
export const bindingConstraint = (closed: Closed, chain: HeatChain): string => {
  const [first, second] = Object.entries(closed.mass.parts_kg).toSorted((a, b) => b[1] - a[1]);
  const share = (kg: number): string => `${formatNumber((100 * kg) / closed.mass.dry_kg)} %`;
  const heat = chain.junctionMax_K - chain.junction_K;
  const mass = `${first![0]} weighs most (${share(first![1])} of dry mass), then ${second![0]} (${share(second![1])})`;
  return heat < 0 ? `junction temperature, ${formatNumber(-heat)} K over its limit; ${mass}` : `${mass}; junction ${formatNumber(heat)} K under its limit`;
};
