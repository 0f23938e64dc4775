/**
 * What is given back of a class's fee where too few of its jobs were on time.
 *
 *   1. share of the fee = the highest credit among the steps of demand.classes.sloCredits whose share on time was not reached, 0 where all were
 *   2. fee of the days = work delivered x what a kilowatt-hour of the class earns in the simulated quarter; credit = (1) x fee
 *
 * Source of the form: AWS, Compute Service Level Agreement (2022-05-05): 10 % of the month's charges below 99.99 %, 30 % below 99.0 %, 100 % below
 * 95.0 %. There the share is of minutes with the service up; here it is of jobs whose time was up in the days, which stand for every month.
 */
import { earnedPrice_usd_per_kWh, type Scenario } from "../../scenario/index.ts";
import type { SimulatedClass, SloCredit } from "../simulated.ts";

type Steps = Scenario["demand"]["classes"][number]["sloCredits"];

/** Equation 1; nothing where no job's time was up. */
export const creditShare = (steps: Steps, slo_frac: number | null): number =>
  slo_frac === null ? 0 : steps.reduce((most, { below_frac, credit_frac }) => (slo_frac < below_frac ? Math.max(most, credit_frac) : most), 0);

/** One for each class that promises any. */
export const sloCredits = (scenario: Scenario, seen: readonly SimulatedClass[], quarter: number): readonly SloCredit[] =>
  scenario.demand.classes.flatMap((demand): readonly SloCredit[] => {
    const one = seen.find(({ id }) => id === demand.id);
    if (one === undefined || demand.sloCredits.length === 0) return [];
    const credit_frac = creditShare(demand.sloCredits, one.slo_frac);
    const fee_usd = (earnedPrice_usd_per_kWh(scenario, demand, quarter) * (one.delivered_Wh.ground + one.delivered_Wh.orbit)) / 1000;
    return [{ class: one.id, slo_frac: one.slo_frac, credit_frac, fee_usd, credit_usd: credit_frac * fee_usd }];
  });
