/** Whether a held plan keeps the limits of another problem: launches on offer, factory, sites, targets. */
import { QUARTERS_PER_YEAR } from "../by-quarter.ts";
import { roundUp } from "../families/index.ts";
import type { LimitCase, PlanCase, VehicleCase } from "../plan-case.ts";
import { decidedOf, type HeldPlan } from "./held-record.ts";

/** How far a limit may be passed: what the solver may leave, and the share of it. */
const SLACK = 1e-5;

const within = (amount: number, limit: number): boolean => amount <= limit + SLACK * Math.max(1, Math.abs(limit));

/**
 * The first limit that a plan breaks in a problem, with its launches there (heldLaunches): "factory", "slots/starship"; null where it can be
 * carried out. For one problem after another: what it uses of a limit depends on the life of what it buys alone.
 */
export const brokenLimits = (plan: HeldPlan): ((problem: PlanCase, launches: readonly (readonly number[])[]) => string | null) => {
  const known = new Map<string, { readonly life: number; readonly used: readonly number[] }>();
  const usedOf = (problem: PlanCase, limit: LimitCase, launches: readonly (readonly number[])[]): readonly number[] => {
    if (limit.of === "launches" || limit.uses.length !== 1) return usedBy(problem, limit, { plan, launches });
    const { life } = problem.options[limit.uses[0]!.index]!;
    const before = known.get(limit.id);
    if (before !== undefined && before.life === life && before.used.length === limit.amount.length) return before.used;
    const now = usedBy(problem, limit, { plan, launches });
    known.set(limit.id, { life, used: now });
    return now;
  };
  return (problem, launches) => {
    const grounded = problem.vehicles.find((vehicle, v) => !fliesWithin(vehicle, launches[v]!));
    if (grounded !== undefined) return `slots/${grounded.id}`;
    return problem.limits.find((limit) => !keeps(limit, usedOf(problem, limit, launches)))?.id ?? null;
  };
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

const keeps = ({ sense, amount }: LimitCase, used: readonly number[]): boolean => {
  for (let t = 0; t < used.length; t++) if (sense === "most" ? !within(used[t]!, amount[t]!) : !within(amount[t]!, used[t]!)) return false;
  return true;
};

const usedBy = (problem: PlanCase, { of, amount, uses }: LimitCase, { plan, launches }: { readonly plan: HeldPlan; readonly launches: readonly (readonly number[])[] }): readonly number[] => {
  const used = amount.map(() => 0);
  for (const { index, each } of uses) {
    if (of === "launches") addTo(used, launches[index]!, { each, life: 1 });
    else for (const { id } of problem.options[index]!.ways) addTo(used, decidedOf(plan.bought, id, amount.length), { each, life: of === "bought" ? 1 : problem.options[index]!.life });
  }
  return used;
};

/** What stands of what comes by quarter, each for a life. */
const addTo = (used: number[], comes: readonly number[], { each, life }: { readonly each: number; readonly life: number }): void => {
  for (let t = 0, standing = 0; t < used.length; t++) {
    standing += comes[t]! - (t >= life ? comes[t - life]! : 0);
    used[t]! += each * standing;
  }
};
