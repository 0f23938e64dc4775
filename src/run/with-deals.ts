/** The deals around the stages: what a buyer pays and when it has control, written into its terms of access to the vehicle, so that no stage knows of a deal. */
import { dealsOf, type Deals } from "../deals/index.ts";
import { gateOutcomes, settleLaunch } from "../market/index.ts";
import type { Scenario } from "../scenario/index.ts";

/** A scenario with its vehicles settled and its deals, and those of other actors, in the terms of access; doing it twice changes nothing. */
export const settledTerms = (scenario: Scenario): Scenario => {
  const done = settleLaunch(scenario);
  if (done.deals === null && Object.values(done.rivals).every(({ deals }) => deals === null)) return done;
  const outcomes = gateOutcomes(done);
  const rivals = Object.entries(done.rivals).map(([id, rival]) => [id, withDeals(rival, dealsOf({ ...rival, gates: done.gates }, outcomes))] as const);
  return { ...withDeals(done, dealsOf(done, outcomes)), rivals: Object.fromEntries(rivals) };
};

/** The deals of a scenario under its gates; null without any. */
export const dealsIn = (scenario: Scenario): Deals | null => (scenario.deals === null ? null : dealsOf(scenario, gateOutcomes(scenario)));

/** Draws that tell how sure a date of control is. */
const DRAWS = 400;

export interface ControlOdds {
  readonly draws: number;
  /** Quarter of control that a tenth, half and nine tenths of the draws have reached; null where fewer ever do. */
  readonly p10_quarter: number | null;
  readonly p50_quarter: number | null;
  readonly p90_quarter: number | null;
  readonly never_frac: number;
  /** What is paid before control, dollars as paid: mean of the draws, and of those that never have it. */
  readonly atRisk_usd: number;
  readonly lost_usd: number | null;
}

/** Control under draws of the gates, which milestones and approvals wait for; null where no gate has anything to do with the deals. */
export const controlOdds = (scenario: Scenario): ControlOdds | null => {
  const { deals } = scenario;
  if (deals === null || (deals.approvals === "" && deals.milestones.every(({ gate }) => gate === ""))) return null;
  // Quarters repeat: deals are enacted once for each way that the gates turn out.
  const known = new Map<string, { readonly quarter: number | null; readonly atRisk_usd: number }>();
  const drawn = Array.from({ length: DRAWS }, (_, i) => {
    const one = { ...scenario, uncertainty: { ...scenario.uncertainty, draw: i + 1 } };
    const outcomes = gateOutcomes(one);
    const key = outcomes.map(({ outcome, quarter }) => `${outcome} ${quarter}`).join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const got = dealsOf(one, outcomes)!;
    const found = { quarter: got.control_quarter, atRisk_usd: got.thresholds.find(({ id }) => id === got.target)!.atRisk_usd };
    known.set(key, found);
    return found;
  });
  const quarters = drawn.flatMap(({ quarter }) => (quarter === null ? [] : [quarter])).toSorted((a, b) => a - b);
  const lost = drawn.filter(({ quarter }) => quarter === null).map(({ atRisk_usd: usd }) => usd);
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const at = (share: number): number | null => quarters[Math.ceil(share * DRAWS) - 1] ?? null;
  return { draws: DRAWS, p10_quarter: at(0.1), p50_quarter: at(0.5), p90_quarter: at(0.9), never_frac: lost.length / DRAWS, atRisk_usd: mean(drawn.map(({ atRisk_usd: usd }) => usd)), lost_usd: lost.length === 0 ? null : mean(lost) };
};

/** Without control the owner's terms never come, and what is paid is paid. */
const withDeals = (scenario: Scenario, deals: Deals | null): Scenario => {
  if (deals === null || deals.vehicle === "") return scenario;
  const never = scenario.horizon.start_quarter + Math.round(scenario.horizon.years_yr * 4);
  const payments = deals.payments.map(({ quarter, real_usd }, i) => ({ id: `payment-${i + 1}`, at_quarter: quarter, amount_usd: real_usd }));
  return {
    ...scenario,
    launch: { ...scenario.launch, vehicles: scenario.launch.vehicles.map((vehicle) => (vehicle.id === deals.vehicle && vehicle.access !== null
      ? { ...vehicle, access: { ...vehicle.access, stake_usd: payments.length === 0 ? 0 : null, payments, ownerFrom_quarter: deals.control_quarter ?? never } } : vehicle)) },
  };
};
