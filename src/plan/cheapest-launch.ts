import type { PlanCase } from "./plan-case.ts";

/** Least present price of a launch that is bought whole, M$, over the quarters in which it is on offer: as a customer pays it, before salvage. Null where there is none that costs anything. */
export const cheapestLaunch_MUsd = ({ vehicles, factor }: PlanCase): number | null => {
  const prices = vehicles.filter((v) => v.integer).flatMap((v) => v.launch.usd.flatMap((usd, t) => (v.slots[t]! > 0 && usd > 0 ? [(usd * factor[t]!) / 1e6] : [])));
  return prices.length === 0 ? null : Math.min(...prices);
};
