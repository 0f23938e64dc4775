/** The plan under what its capital stack can bring, made again until the two agree. */
import type { Funding, PlanLimits } from "../capital/index.ts";
import type { Amount, Scenario } from "../scenario/index.ts";
import { quarterStart_s } from "../units/index.ts";
import type { Judgement } from "./with-market.ts";

/** Plans that are made at most, and the difference of limits, relative to the largest, that counts as none. */
const MOST_PLANS = 10;
const CLOSE = 2e-3;
/** Money that is missing and counts as none, relative to all purchases. */
const NOTHING = 1e-4;
const QUARTERS_PER_YEAR = 4;

export interface WithinCapital {
  readonly planOf: (scenario: Scenario) => Promise<Judgement>;
  /** The stack counted for a plan; null where no plan holds. */
  readonly fundingOf: (judged: Judgement) => Funding | null;
}

/**
 * The plan as it is unless capital.boundsPlan asks for more; else its limits follow from the stack, and the stack from it. What is then still missing, for the plan
 * sees no order of draws and no quarter in which money is no longer there, is taken off the limits of its quarter and the plan made again.
 */
export const planWithinCapital = async (scenario: Scenario, first: Judgement, { planOf, fundingOf }: WithinCapital): Promise<Judgement> => {
  if (scenario.capital === null || scenario.capital.boundsPlan !== "yes") return first;
  let [judged, before]: [Judgement, PlanLimits | null] = [first, null];
  let less: readonly number[] = [];
  let moved = Infinity;
  for (let plans = 1; plans <= MOST_PLANS; plans++) {
    const funding = fundingOf(judged);
    if (funding === null || funding.limits === null) return withNote(judged, before === null ? "The stack bounds no plan: there is none that holds." : "Within what the capital stack can bring no plan holds: see the reasons.");
    moved = before === null ? Infinity : difference(before, funding.limits);
    const lacks = isMissing(funding);
    if (moved <= CLOSE && !lacks) return withNote(judged, `The plan keeps within what the capital stack can bring: ${plans} plans until limits and plan agreed to ${(moved * 100).toFixed(2)} %, and nothing is missing.`);
    if (plans === MOST_PLANS) break;
    if (before !== null && lacks) less = funding.quarters.map((_, t) => (less[t] ?? 0) + funding.gap.missing_usd[t]!);
    before = funding.limits;
    const next = await planOf(bounded(scenario, funding, before, less));
    if (lacks && fundingOf(next) === null && less.some((usd) => usd > 0)) break;
    judged = next;
  }
  return withNote(judged, shortNote(moved, fundingOf(judged)!));
};

const isMissing = ({ gap, sourcesAndUses: { uses } }: Funding): boolean =>
  gap.total_usd > NOTHING * (uses.find(({ id }) => id === "purchases")?.usd ?? []).reduce((a, b) => a + b, 0) + 1;

const shortNote = (moved: number, funding: Funding): string => {
  const missing = isMissing(funding) ? `${(funding.gap.total_usd / 1e6).toFixed(1)} M$ of what it spends are missing` : "it lacks nothing, and may spend less than it could";
  return `The plan and the limits of its capital stack were not brought to agree: after the last plan that holds the limits still moved by ${(moved * 100).toFixed(2)} %, and ${missing}.`;
};

const withNote = (judged: Judgement, note: string): Judgement => ({ ...judged, notes: [...judged.notes, note] });

/** The plan's own limits in real dollars of the price year, beside what the scenario writes itself. Its interest is what the stack's debt costs. */
const bounded = (scenario: Scenario, { quarters, wacc }: Funding, limits: PlanLimits, less: readonly number[]): Scenario => {
  const { inflation_per_yr, priceYear } = scenario.money;
  const real = (usd: readonly number[], each: number): Amount => ({
    kind: "schedule", interpolation: "step", t_s: quarters.map(quarterStart_s),
    value: usd.map((nominal, t) => (nominal * each) / (1 + inflation_per_yr) ** ((quarters[t]! + 0.5) / QUARTERS_PER_YEAR - priceYear - 0.5)),
  });
  return { ...scenario, plan: { ...scenario.plan, cash_usd_per_yr: real(limits.own_usd.map((usd, t) => usd - (less[t] ?? 0)), QUARTERS_PER_YEAR), debtMax_usd: real(limits.debtMax_usd, 1), interest_per_yr: wacc.debtCost_per_yr ?? scenario.plan.interest_per_yr } };
};

const difference = (a: PlanLimits, b: PlanLimits): number => {
  const columns = (one: PlanLimits): readonly number[] => [...runningSum(one.own_usd), ...one.debtMax_usd];
  const [before, now] = [columns(a), columns(b)];
  const scale = now.reduce((most, usd) => Math.max(most, Math.abs(usd)), 0);
  return scale === 0 ? 0 : before.reduce((most, usd, k) => Math.max(most, Math.abs(usd - now[k]!)), 0) / scale;
};

const runningSum = (usd: readonly number[]): readonly number[] => {
  let sum = 0;
  return usd.map((one) => (sum += one));
};
