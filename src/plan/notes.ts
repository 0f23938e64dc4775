/** What a reader must know of how a plan was found. */
import { formatNumber } from "../units/index.ts";
import type { Solution } from "./linear-model.ts";
import type { PlanCase } from "./plan-case.ts";

const MEGA = 1e6;

/** How far the plan may be from the best, in dollars and in launches: the objective holds the price of what is not served, beside which a share says little. */
export const gapNotes = (problem: PlanCase, { status, gap_frac, objective }: Solution): readonly string[] => {
  const gap_MUsd = gap_frac * Math.abs(objective);
  const prices = problem.vehicles.filter((v) => v.integer).flatMap((v) => v.launch.usd.flatMap((usd, t) => (v.slots[t]! > 0 ? [(usd * problem.factor[t]!) / MEGA] : [])));
  const cheapest_MUsd = Math.min(...prices);
  if (prices.length === 0 || (status === "optimal" && gap_MUsd <= cheapest_MUsd / 2)) return [];
  return [`The search for whole launches stopped ${status === "limit" ? "at its node limit " : ""}within ${formatNumber(gap_MUsd)} M$ of the best, present value (the cheapest launch is ${formatNumber(cheapest_MUsd)} M$): launches may differ by that much from the best plan's.`];
};
