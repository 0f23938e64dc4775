/** What a reader must know to use a plan, in sentences. */
import { entryOf, type Scenario } from "../../scenario/index.ts";
import type { PlannedService } from "../../serve/index.ts";
import { formatNumber } from "../../units/index.ts";
import { ordersOf } from "../plan-case.ts";
import type { PlanCase } from "../plan-case.ts";
import { orderTerms } from "./order-terms.ts";
import { WHOLE_LAUNCHES } from "./vehicle-case.ts";


/** A flight of less than a year less a day has not seen every season. */
const YEAR_DAYS = 364;

type Objective = Scenario["plan"]["objective"];

const SOUGHT: Readonly<Record<Objective, string>> = { cost: "Least present cost", value: "Greatest net present value" };
const UNSERVED: Readonly<Record<Objective, string>> = {
  cost: "Demand that is not served costs its shortfall price.",
  value: "Demand that is not served costs what it would have earned (plan.objective): objective and shortfall are short of the revenue of all that is wanted.",
};

/** Notes on how the plan decides and counts. */
export const planNotes = (scenario: Scenario, { problem, service }: { readonly problem: PlanCase; readonly service: PlannedService }): readonly string[] => [
  `${SOUGHT[scenario.plan.objective]} at real rates, flows in the middle of each quarter; ${problem.salvage ? "what is left of purchases that arrived is credited in a straight line in the last quarter" : "nothing is credited for what is left at the end"}. ${UNSERVED[scenario.plan.objective]}`,
  ...(problem.cash === null ? [] : ["Money is a limit (plan.cash): purchases, launches and running are paid in their quarter out of own money, earnings and debt up to plan.debtMax; salvage is no money."]),
  ...problem.vehicles.map((v) => (v.integer
    ? `Launches of ${v.id} are whole numbers; platforms may be fractions.`
    : `Launches of ${v.id} are continuous: they are bought by the kilogram, or more than ${WHOLE_LAUNCHES} are on offer.`)),
  ...orderNotes(scenario, problem),
  ...problem.vehicles.flatMap(({ id, slots }) => unflownNote(scenario, { id, soon: slots[0]! > 0 })),
  ...problem.options.filter(({ ways }) => ways.some(({ launch }) => launch !== null)).flatMap(({ charge }) => orbitNotes(scenario, { charge, service })),
];

/** Orders whose lead comes to nothing, or to more than the horizon has. */
const orderNotes = (scenario: Scenario, { options, vehicles, quarters }: PlanCase): readonly string[] => {
  const written = [
    { id: "order/platforms", what: "platforms", field: "plan.platformOrder", order: scenario.plan.platformOrder, stands: scenario.orbit !== null },
    // Who owns a launcher, or has a reserved share of it, asks for no launch (vehicle-case.ts).
    ...scenario.launch.vehicles.map(({ id, order, access }) => ({ id: `order/${id}`, what: `launches of ${id}`, field: `launch.vehicles.${id}.order`, order, stands: access === null || access.mode === "customer" })),
  ];
  const orders = ordersOf({ options, vehicles });
  return written.flatMap(({ id, what, field, order, stands }) => {
    if (order === null || !stands) return [];
    if (orderTerms(order) === null) return [`${field}.lead of ${formatNumber(order.lead_yr)} yr is less than half a quarter: ${what} are had when they are decided, at their whole price, and deposit and held count for nothing.`];
    const late = orders.find((one) => one.id === id && one.terms.lead >= quarters.length);
    return late === undefined ? [] : [`${field}.lead reaches the end of the horizon: nothing that is ordered within it can be had in it, and ${late.terms.held === 0 ? `there are no ${what}` : `of ${what} there are the ${formatNumber(late.terms.held)} held at the start`}.`];
  });
};

/** A vehicle that has not shown its payload and of which nobody says when it flies. */
const unflownNote = (scenario: Scenario, { id, soon }: { readonly id: string; readonly soon: boolean }): readonly string[] => {
  const vehicle = scenario.launch.vehicles.find((one) => one.id === id)!;
  const { evidence } = entryOf(scenario, { kind: "vehicles", id: vehicle.vehicle }).figures["payload"]!;
  if (!soon || vehicle.available_quarter !== null || (evidence !== "claimed" && evidence !== "target")) return [];
  return [`${id} flies from the first quarter on: its payload is ${evidence === "target" ? "aimed at" : "claimed"}, not flown, and launch.vehicles.${id}.available says no date.`];
};

const orbitNotes = (scenario: Scenario, { charge, service }: { readonly charge: number; readonly service: PlannedService }): readonly string[] => [
  "Platforms are launched in the quarter they are finished and work from its start; a failed launch loses what it carries, in expectation; accelerators that fail in orbit are not replaced.",
  ...(scenario.orbit?.target == null ? [] : ["orbit.target counts platforms launched, those of failed launches too."]),
  ...(charge === 1 ? [] : [`finance.orbitPremium: a dollar of platforms and launches, less salvage, counts ${formatNumber(charge)} dollars when the plan decides; its ledger and totals are dollars as paid, at one rate for both tiers.`]),
  ...(scenario.simulate.days < YEAR_DAYS ? [`Availability in orbit of a short flight (${formatNumber(scenario.simulate.days)} days) stands for the whole life.`] : []),
  ...trainingNotes(service),
];

/** What training in orbit is not held against. */
const trainingNotes = ({ classes }: PlannedService): readonly string[] => {
  const trains = classes.filter((c) => c.kind === "training" && c.tier.orbit.eligible);
  const untested = [
    ...(trains.some((c) => c.training === null) ? ["link rate (orbit.interlink, demand.classes.model)"] : []),
    ...(trains.some((c) => c.synchronousChips === null) ? ["gang size or checkpoints (demand.classes.synchronousChips)"] : []),
  ];
  return untested.length === 0 ? [] : [`Training in orbit is counted as if platforms were linked like racks: no test of ${untested.join(", ")}.`];
};
