/** Whether a held plan keeps the limits of another problem: launches on offer, factory, sites, targets. */
import { roundUp, slotWindows } from "../families/index.ts";
import { waysOf, type PlanCase } from "../plan-case.ts";
import { heldLaunches } from "./held-decisions.ts";
import { decidedOf, type HeldPlan } from "./held-record.ts";

/** How far a limit may be passed: what the solver may leave, and the share of it. */
const SLACK = 1e-5;

const within = (amount: number, limit: number): boolean => amount <= limit + SLACK * Math.max(1, Math.abs(limit));

/** The first limit that it breaks: "factory", "slots/starship"; null for a plan that can be carried out. */
export const brokenLimit = (problem: PlanCase, plan: HeldPlan): string | null => {
  const launches = heldLaunches(problem, plan);
  for (let v = 0; v < launches.length; v++) {
    const { id, integer, slots } = problem.vehicles[v]!;
    const flown = launches[v]!;
    if (!flown.every((n, t) => within(n, integer ? roundUp(slots[t]!) : slots[t]!))) return `slots/${id}`;
    if (integer && slotWindows(slots, []).some(({ from, to, offered }) => !within(sum(flown, from, to), offered))) return `slots/${id}`;
  }
  return problem.limits.find((limit) => !keeps(problem, plan, limit, launches))?.id ?? null;
};

const sum = (values: readonly number[], from: number, to: number): number => {
  let total = 0;
  for (let t = from; t <= to; t++) total += values[t]!;
  return total;
};

const keeps = (problem: PlanCase, plan: HeldPlan, { of, sense, amount, uses }: PlanCase["limits"][number], launches: readonly (readonly number[])[]): boolean => {
  const quarters = problem.quarters.length;
  const used = new Float64Array(quarters);
  for (const { index, each } of uses) {
    if (of === "launches") launches[index]!.forEach((n, t) => (used[t]! += each * n));
    else for (const { way, option, o } of waysOf(problem)) {
      if (o !== index) continue;
      const bought = decidedOf(plan.bought, way.id, quarters);
      let standing = 0;
      for (let t = 0; t < quarters; t++) {
        standing += bought[t]! - (t >= option.life ? bought[t - option.life]! : 0);
        used[t]! += each * (of === "bought" ? bought[t]! : standing);
      }
    }
  }
  return used.every((n, t) => (sense === "most" ? within(n, amount[t]!) : within(amount[t]!, n)));
};
