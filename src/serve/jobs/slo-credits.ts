/**
 * What is given back of a class's fee where too few of its jobs were on time.
 *
 *   1. share of the fee = the highest credit among the steps of demand.classes.sloCredits whose share on time was not reached, 0 where all were;
 *      not known where no job's time was up in the days
 *   2. fee of the days = work delivered x what a kilowatt-hour of the class earns in the simulated quarter; credit = (1) x fee
 *   3. the share on time with its 95 % interval, jobs taken as alike and apart (Wilson 1927, `chanceOf`); late jobs come in bunches, so the
 *      true interval is wider
 *
 * Source of the form: AWS, Compute Service Level Agreement (2022-05-05): 10 % of the month's charges below 99.99 %, 30 % below 99.0 %, 100 % below
 * 95.0 %. There the share is of minutes with the service up; here it is of jobs whose time was up in the days, which stand for every month.
 */
import { chanceOf } from "../../physics/index.ts";
import { earnedPrice_usd_per_kWh, type Scenario } from "../../scenario/index.ts";
import { formatNumber } from "../../units/index.ts";
import type { Simulated, SimulatedClass, SloCredit } from "../simulated.ts";

type Demand = Scenario["demand"]["classes"][number];
type Steps = Demand["sloCredits"];

/** Equation 1 of a share on time. */
export const creditShare = (steps: Steps, slo_frac: number): number =>
  steps.reduce((most, { below_frac, credit_frac }) => (slo_frac < below_frac ? Math.max(most, credit_frac) : most), 0);

/** By which price the fee is counted. */
const priceOf = ({ finance }: Scenario, { price_usd_per_kWh }: Demand): SloCredit["priceOf"] =>
  finance.computePrice === "none" ? "none" : price_usd_per_kWh === null ? "shortfallPrice" : "price";

/** One for each class that promises any. */
export const sloCredits = (scenario: Scenario, seen: readonly SimulatedClass[], quarter: number): readonly SloCredit[] =>
  scenario.demand.classes.flatMap((demand): readonly SloCredit[] => {
    const one = seen.find(({ id }) => id === demand.id);
    if (one === undefined || demand.sloCredits.length === 0) return [];
    const price_usd_per_kWh = earnedPrice_usd_per_kWh(scenario, demand, quarter);
    const fee_usd = (price_usd_per_kWh * (one.delivered_Wh.ground + one.delivered_Wh.orbit)) / 1000;
    const shared = { class: one.id, priceOf: priceOf(scenario, demand), price_usd_per_kWh, fee_usd };
    if (one.slo_frac === null) return [{ ...shared, slo_frac: null, judged: 0, low_frac: null, high_frac: null, credit_frac: null, atLow_frac: null, atHigh_frac: null, credit_usd: null }];
    const { judged } = one;
    const { low, high } = chanceOf(one.onTime, judged)!;
    const credit_frac = creditShare(demand.sloCredits, one.slo_frac);
    return [{ ...shared, slo_frac: one.slo_frac, judged, low_frac: low, high_frac: high, credit_frac, atLow_frac: creditShare(demand.sloCredits, low), atHigh_frac: creditShare(demand.sloCredits, high), credit_usd: credit_frac * fee_usd }];
  });

const percent = (part: number): string => `${(100 * part).toFixed(2).replace(/\.?0+$/, "")} %`;

/** What was not measured, what a placement that does not see credits gave away, and what too few jobs say: a share whose interval lies over a step. */
export const creditNotes = (credits: readonly SloCredit[], placement: string): readonly string[] => credits.flatMap((one): readonly string[] => {
  if (one.slo_frac === null) return [`sloCredits of class ${one.class} were not measured: no job that is promised a time had it up within the days. Its fee is counted whole; serve.days tells more.`];
  return [...boughtNote(one, placement), ...fewNote(one)];
});

/** What the placement of the days gave away, of every class. */
export const boughtNotes = ({ credits, placement }: Pick<Simulated, "credits" | "placement">): readonly string[] => credits.flatMap((one) => boughtNote(one, placement));

/** A placement by cost weighs a job's lateness by its value an hour; what a step of the share on time takes off all of the fee is no cost of any one job. */
const boughtNote = ({ class: id, slo_frac, credit_frac, credit_usd }: SloCredit, placement: string): readonly string[] =>
  (placement !== "cheapest" || slo_frac === null || credit_frac === 0 ? [] : [`serve.placement cheapest weighs lateness of class ${id} by shortfallPrice an hour and does not see its sloCredits: with ${percent(slo_frac)} on time it gives back ${percent(credit_frac)} of the fee, ${formatNumber(credit_usd)} $ of the days, and as much of every quarter's. Hold it against serve.placement=orbit-first and ground-first, which start jobs as soon as they can, or a higher shortfallPrice of the class.`]);

const fewNote = (one: SloCredit & { readonly slo_frac: number }): readonly string[] => {
  if (one.atLow_frac === one.atHigh_frac) return [];
  return [`sloCredits of class ${one.class} hang on ${one.judged} jobs: ${percent(one.slo_frac)} on time, by so few ${percent(one.low_frac)} to ${percent(one.high_frac)}, at which ${percent(one.atHigh_frac)} to ${percent(one.atLow_frac)} of the fee is given back; ${percent(one.credit_frac)} is taken off what it earns in every quarter. More serve.days, or a larger serve.jobsMost, narrow it.`];
};
