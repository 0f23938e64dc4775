/** The deals around the stages: what a buyer pays and when it has control, written into its terms of access to the vehicle, so that no stage knows of a deal. */
import { dealsOf, type Deals } from "../deals/index.ts";
import { hasMarket, openMarket, settleLaunch, type GateOutcome } from "../market/index.ts";
import type { Scenario } from "../scenario/index.ts";

/** A scenario with its vehicles settled and its deals, and those of other actors, in the terms of access; doing it twice changes nothing. */
export const settledTerms = (scenario: Scenario): Scenario => {
  const done = settleLaunch(scenario);
  if (done.deals === null && Object.values(done.rivals).every(({ deals }) => deals === null)) return done;
  const outcomes = outcomesOf(done);
  const rivals = Object.entries(done.rivals).map(([id, rival]) => [id, withDeals(rival, dealsOf({ ...rival, gates: done.gates }, outcomes))] as const);
  return { ...withDeals(done, dealsOf(done, outcomes)), rivals: Object.fromEntries(rivals) };
};

/** The deals of a scenario under its gates; null without any. */
export const dealsIn = (scenario: Scenario): Deals | null => (scenario.deals === null ? null : dealsOf(scenario, outcomesOf(scenario)));

const outcomesOf = (scenario: Scenario): readonly GateOutcome[] => (hasMarket(scenario) ? openMarket(scenario).gates : []);

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
