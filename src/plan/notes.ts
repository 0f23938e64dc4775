/** What a reader must know of how a plan was found, and of what it cannot serve. */
import { formatNumber } from "../units/index.ts";
import { QUARTER_H } from "./by-quarter.ts";
import { cheapestLaunch_MUsd } from "./cheapest-launch.ts";
import type { Solution } from "./linear-model.ts";
import type { PlanCase, TierLabel } from "./plan-case.ts";

const MEGA = 1e6;

/** How far the plan may be from the best, in dollars and in launches: the objective holds the price of what is not served, beside which a share says little. */
export const gapNotes = (problem: PlanCase, { status, gap_frac, objective }: Solution): readonly string[] => {
  const gap_MUsd = gap_frac * Math.abs(objective);
  const cheapest_MUsd = cheapestLaunch_MUsd(problem);
  if (cheapest_MUsd === null || (status === "optimal" && gap_MUsd <= cheapest_MUsd / 2)) return [];
  return [`The search for whole launches stopped ${status === "limit" ? "at its node limit " : ""}within ${formatNumber(gap_MUsd)} M$ of the best, present value (the cheapest launch is ${formatNumber(cheapest_MUsd)} M$): launches may differ by that much from the best plan's.`];
};

/** Why a tier may not serve a class, in words; "" where it may. */
export interface ClassReasons {
  readonly id: string;
  readonly why: Readonly<Record<TierLabel, string>>;
}

/** A note on each class that nothing which could be built may serve, with the reason of each tier and what it counts as not served. */
export const unservableNotes = (problem: PlanCase, reasons: readonly ClassReasons[]): readonly string[] => problem.classes.flatMap((c, k) => {
  const built = problem.pools.filter(({ useful_frac }, p) => useful_frac[k] !== null && problem.options.some(({ pool }) => pool === p));
  if (built.length > 0 || c.wanted_MW.every((MW) => MW === 0)) return [];
  const usd = c.wanted_MW.reduce((sum, MW, t) => sum + MW * QUARTER_H * c.unserved_usd_per_MWh[t]! * problem.factor[t]!, 0);
  const { why } = reasons.find(({ id }) => id === c.id)!;
  const told = (["ground", "orbit"] as const).map((tier) => `${tier}: ${why[tier] === "" ? "it may run there, and nothing of the scenario can be built" : why[tier]}`).join("; ");
  return [`Nothing may serve ${c.id} (${told}). All of it counts as not served, at its price: ${formatNumber(usd / MEGA)} M$ of present value.`];
});
