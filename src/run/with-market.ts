/** The market around the stages: what each actor may plan with before they run, milestones held against the plan, and who paid whom after it. */
import { finance, type Finance } from "../finance/index.ts";
import { judgeMilestones, settle, type GateOutcome, type Launched, type Market, type PlannedFleet, type Settlement } from "../market/index.ts";
import { realRate } from "../money/index.ts";
import type { Plan } from "../plan/index.ts";
import { countAt, type Scenario } from "../scenario/index.ts";
import type { Sizing } from "../size/index.ts";
import { formatQuarter, quarterStart_s } from "../units/index.ts";

/** A market with what followed from the plans. */
export interface SettledMarket extends Market {
  /** Null until the scenario's own plan is made. */
  readonly settlement: Settlement | null;
  /** Present value of what each actor pays (above zero) or earns on the market beside its plan, at the scenario's real rate, middle of each quarter. */
  readonly besidePlan_pv_usd: Readonly<Record<string, number>>;
}

/** Milestones that a plan misses lower what the next one may fly: this often at most. */
const MOST_PLANS = 4;

export interface Judgement {
  readonly plan: Plan;
  readonly outcomes: readonly GateOutcome[];
  readonly notes: readonly string[];
}

/** Plans, holds the plan against the scenario's spectrum milestones, and plans again under what is left of the authorisation. `gated` has the milestones that are meant. */
export const planUnderMilestones = async (gated: Pick<Scenario, "gates">, scenario: Scenario, planOf: (scenario: Scenario) => Promise<Plan>): Promise<Judgement> => {
  let plan = await planOf(scenario);
  let judged = judgeMilestones(gated, fleetOf(plan));
  const outcomes = new Map(judged.outcomes.map((one) => [one.id, one]));
  let most: readonly number[] | null = null;
  for (let plans = 1; judged.most !== null && plan.status === "optimal" && scenario.orbit !== null; plans++) {
    const lower: readonly number[] = judged.most.map((n, i) => Math.min(n, most === null ? Infinity : most[i]!));
    if (most !== null && lower.every((n, i) => n >= most![i]! - 1e-6)) return { plan, outcomes: [...outcomes.values()], notes: [] };
    if (plans === MOST_PLANS) return { plan, outcomes: [...outcomes.values()], notes: [`After ${MOST_PLANS} plans the fleet still falls behind its milestones: the last plan stands, and its authorisation would fall further.`] };
    most = lower;
    plan = await planOf(withFleetMax(scenario, plan.quarters, lower));
    judged = judgeMilestones(gated, fleetOf(plan));
    for (const one of judged.outcomes) if (!outcomes.has(one.id) || one.outcome === "missed") outcomes.set(one.id, one);
  }
  return { plan, outcomes: [...outcomes.values()], notes: [] };
};

/** The scenario with no more platforms than `most` by quarter, nor than it allows itself. */
const withFleetMax = (scenario: Scenario, quarters: readonly number[], most: readonly number[]): Scenario => {
  const { orbit } = scenario;
  if (orbit === null) return scenario;
  const t_s = quarters.map(quarterStart_s);
  return { ...scenario, orbit: { ...orbit, fleetMax: { kind: "schedule", interpolation: "step", t_s, value: t_s.map((at, i) => Math.min(countAt(orbit.fleetMax, at), most[i]!)) } } };
};

const QUARTERS_PER_YEAR = 4;

/** Platforms of a plan by quarter. */
const fleetOf = (plan: Plan): PlannedFleet => {
  const builds = plan.build.filter(({ option }) => option.startsWith("orbit/"));
  const sum = (of: (build: Plan["build"][number], t: number) => number): readonly number[] => plan.quarters.map((_, t) => builds.reduce((total, build) => total + of(build, t), 0));
  const life = (option: string): number => Math.round(plan.options.find(({ id }) => id === option)!.life_yr * QUARTERS_PER_YEAR);
  return {
    quarters: plan.quarters,
    inService: sum((build, t) => build.inService[t]!),
    launched: sum((build, t) => build.built.slice(Math.max(0, t - life(build.option) + 1), t + 1).reduce((a, b) => a + b, 0)),
  };
};

/** Launches of a plan by vehicle and quarter. */
export const launchedBy = (plan: Plan): Launched =>
  Object.fromEntries(plan.build.filter(({ option }) => option.startsWith("orbit/")).map(({ option, launches }) => [option.slice("orbit/".length), launches]));

/** The market with its payments, and the gates that a plan decided. */
export const settledMarket = (scenario: Scenario, market: Market, { plans, milestones }: { readonly plans: Readonly<Record<string, Plan>>; readonly milestones: readonly GateOutcome[] }): SettledMarket => {
  const settlement = plans[market.self] === undefined ? null : settle(scenario, market, Object.fromEntries(Object.entries(plans).map(([actor, plan]) => [actor, launchedBy(plan)])));
  return { ...market, gates: [...market.gates, ...milestones], settlement, besidePlan_pv_usd: settlement === null ? {} : presentByActor(scenario, { market, settlement }) };
};

/** When each gate cleared or happened. */
export const gateQuarters = (outcomes: readonly GateOutcome[]): Readonly<Record<string, number | null>> => Object.fromEntries(outcomes.map(({ id, quarter }) => [id, quarter]));

/** An actor's finance with what the market settles with it beside its plan. */
export const financeOnMarket = (scenario: Scenario, stages: { readonly finance: Finance | null; readonly plan: Plan | null; readonly sizing: Sizing | null }, { market, actor }: { readonly market: SettledMarket | null; readonly actor: string }): Finance | null => {
  if (stages.finance === null || stages.plan === null || stages.sizing === null || market === null || market.settlement === null) return stages.finance;
  const lines = market.settlement.ledger.filter((line) => line.actor === actor);
  return lines.length === 0 ? stages.finance : { ...finance(scenario, { plan: stages.plan, sizing: stages.sizing, market: lines, gates: gateQuarters(market.gates) }), delays: stages.finance.delays, worked: stages.finance.worked, tokenRates: stages.finance.tokenRates };
};

const presentByActor = (scenario: Scenario, { market, settlement }: { readonly market: Market; readonly settlement: Settlement }): Readonly<Record<string, number>> => {
  const rate = realRate({ nominal_per_year: scenario.finance.discount_per_yr, inflation_per_year: scenario.money.inflation_per_yr });
  const factor = new Map(market.quarters.map((quarter, i) => [formatQuarter(quarter), (1 + rate) ** (-(i + 0.5) / QUARTERS_PER_YEAR)]));
  const sums: Record<string, number> = {};
  for (const { actor, period, quantity } of settlement.ledger) sums[actor] = (sums[actor] ?? 0) + quantity * factor.get(period)!;
  return sums;
};
