/** Whether a held plan keeps the limits of another problem: launches on offer, factory, sites, targets. */
import { QUARTERS_PER_YEAR } from "../by-quarter.ts";
import { roundUp } from "../families/index.ts";
import type { LimitCase, PlanCase, VehicleCase } from "../plan-case.ts";
import { heldLaunches } from "./held-decisions.ts";
import { decidedOf, type HeldPlan } from "./held-record.ts";

/** How far a limit may be passed: what the solver may leave, and the share of it. */
const SLACK = 1e-5;

const within = (amount: number, limit: number): boolean => amount <= limit + SLACK * Math.max(1, Math.abs(limit));

/** The first limit that it breaks: "factory", "slots/starship"; null for a plan that can be carried out. */
export const brokenLimit = (problem: PlanCase, plan: HeldPlan, launches: readonly (readonly number[])[] = heldLaunches(problem, plan)): string | null => {
  const grounded = problem.vehicles.find((vehicle, v) => !fliesWithin(vehicle, launches[v]!));
  if (grounded !== undefined) return `slots/${grounded.id}`;
  return problem.limits.find((limit) => !keeps(problem, { plan, launches }, limit))?.id ?? null;
};

/** The rows of families/launches.ts: what is on offer in a quarter; of whole launches the rate rounded up, in it, in four quarters, and since the start. */
const fliesWithin = ({ integer, slots }: VehicleCase, launches: readonly number[]): boolean => {
  for (let t = 0; t < slots.length; t++) if (!within(launches[t]!, integer ? roundUp(slots[t]!) : slots[t]!)) return false;
  if (!integer || slots.every(Number.isInteger)) return true;
  for (let t = 0, flown = 0, offered = 0; t < slots.length; t++) {
    flown += launches[t]!;
    offered += slots[t]!;
    if (t >= QUARTERS_PER_YEAR && !within(flown, roundUp(offered))) return false;
    const from = Math.max(0, t - QUARTERS_PER_YEAR + 1);
    let [inYear, onOffer] = [0, 0];
    for (let i = from; i <= t; i++) {
      inYear += launches[i]!;
      onOffer += slots[i]!;
    }
    if (!within(inYear, roundUp(onOffer))) return false;
  }
  return true;
};

const keeps = (problem: PlanCase, { plan, launches }: { readonly plan: HeldPlan; readonly launches: readonly (readonly number[])[] }, limit: LimitCase): boolean => {
  const { of, sense, amount, uses } = limit;
  const used = amount.map(() => 0);
  for (const { index, each } of uses) {
    if (of === "launches") addTo(used, launches[index]!, { each, life: 1 });
    else for (const { id } of problem.options[index]!.ways) addTo(used, decidedOf(plan.bought, id, amount.length), { each, life: of === "bought" ? 1 : problem.options[index]!.life });
  }
  for (let t = 0; t < used.length; t++) if (sense === "most" ? !within(used[t]!, amount[t]!) : !within(amount[t]!, used[t]!)) return false;
  return true;
};

/** What stands of what comes by quarter, each for a life. */
const addTo = (used: number[], comes: readonly number[], { each, life }: { readonly each: number; readonly life: number }): void => {
  for (let t = 0, standing = 0; t < used.length; t++) {
    standing += comes[t]! - (t >= life ? comes[t - life]! : 0);
    used[t]! += each * standing;
  }
};
