/** A plan that is held, valued in one scenario: cost and revenue by quarter, net present value, and whether it can still be carried out. */
import { finance, flowsOf, present } from "../../finance/index.ts";
import { realRate } from "../../money/index.ts";
import { heldLaunches, heldPlan, isPlain, operate, type brokenLimits, type Columns, type Held, type heldCosts, type Operated, type PlanCase } from "../../plan/index.ts";
import { earnedPrice_usd_per_kWh, partOf, type Keep, type Scenario } from "../../scenario/index.ts";
import { HOURS_PER_YEAR } from "../../units/index.ts";
import type { Outcomes } from "./outcomes.ts";
import type { Staged } from "./stages.ts";

export type ValueOutcomes = Pick<Outcomes, "carriedOut" | "npv_usd" | "cost_pv_usd" | "capital_usd" | "unserved_frac">;

export interface Valued {
  readonly held: Held;
  readonly costOf: ReturnType<typeof heldCosts>;
  readonly brokenIn: ReturnType<typeof brokenLimits>;
  readonly keep: Keep;
  readonly columns: Columns;
}

const HOURS_PER_QUARTER = HOURS_PER_YEAR / 4;

/** The plan's worth in a scenario whose problem misses nothing of it. */
export const valueOf = (scenario: Scenario, staged: Staged, { held, costOf, brokenIn, keep, columns }: Valued): ValueOutcomes => {
  const { problem } = staged;
  const launches = heldLaunches(problem, held.plan);
  const carriedOut = Number(brokenIn(problem, launches) === null);
  const operated = operate(problem, held, columns);
  const unserved_frac = unserved(problem, operated);
  if (!isPlain(problem)) return { carriedOut, unserved_frac, ...byLedger(scenario, staged, held) };
  const rate = realRate({ nominal_per_year: scenario.finance.discount_per_yr, inflation_per_year: scenario.money.inflation_per_yr });
  const { ground_usd, orbit_usd, capital_usd } = costOf(problem, operated, launches);
  const cost_pv_usd = present(ground_usd, rate) + present(orbit_usd, rate);
  return { carriedOut, unserved_frac, capital_usd, cost_pv_usd, npv_usd: present(revenueOf(scenario, { problem, operated, keep, usd: columns.take() }), rate) - cost_pv_usd };
};

const unserved = ({ classes }: PlanCase, { short }: Operated): number | null => {
  let [missing, wanted] = [0, 0];
  for (let k = 0; k < classes.length; k++) {
    const { wanted_MW } = classes[k]!;
    for (let t = 0; t < wanted_MW.length; t++) {
      wanted += wanted_MW[t]!;
      missing += short[k]![t]!;
    }
  }
  return wanted === 0 ? null : missing / wanted;
};

const revenueOf = (scenario: Scenario, { problem, operated, keep, usd }: { readonly problem: PlanCase; readonly operated: Operated; readonly keep: Keep; readonly usd: Float64Array }): Float64Array => {
  problem.classes.forEach(({ id }, k) => {
    const wanted = scenario.demand.classes.find((one) => one.id === id)!;
    const usd_per_kWh = keep(partOf("price of", id), earnedBy, scenario, wanted, problem.quarters);
    for (const pool of operated.served) for (let t = 0; t < usd.length; t++) usd[t]! += pool[k]![t]! * 1000 * HOURS_PER_QUARTER * usd_per_kWh[t]!;
  });
  return usd;
};

const earnedBy = (scenario: Scenario, demand: Scenario["demand"]["classes"][number], quarters: readonly number[]): readonly number[] => quarters.map((quarter) => earnedPrice_usd_per_kWh(scenario, demand, quarter));

const CAPITAL = new Set(["purchase", "launch", "stake"]);

/** The stage itself, for what has orders, cargo or terms of access. */
const byLedger = (scenario: Scenario, { problem, sizing }: Staged, held: Held): Pick<Outcomes, "npv_usd" | "cost_pv_usd" | "capital_usd"> => {
  const plan = heldPlan(problem, held);
  const { cash } = finance(scenario, { plan, sizing, market: [], gates: null });
  const capital = flowsOf(scenario, { plan, market: [] }).flows.filter(({ kind }) => CAPITAL.has(kind));
  return { npv_usd: cash.npv_usd, cost_pv_usd: cash.cost_pv_usd, capital_usd: capital.reduce((sum, { real_usd }) => real_usd.reduce((a, b) => a + b, sum), 0) };
};
