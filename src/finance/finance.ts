/**
 * `finance`: what compute costs on each tier, on one boundary, and what the plan costs over its horizon.
 *
 * Levelised cost of every option the plan could build (levelise.ts); the cheapest of each tier stands in the verdict. Both tiers
 * carry the same lines: servers, power, heat rejection, structure, links, launch, energy, water, operations, disposal (boundary.ts).
 * Scarcity is the plan's shadow price of capacity: beside the base cost, never in it.
 *
 * Assumes: real dollars of the price year, before tax. Levelised cost has a rate a tier; the plan's cash has one for every flow, since a
 * dearer rate on costs alone would make risk look cheap. Capital stack, staged equity and tax are not in it yet.
 */
import type { Ledger } from "../ledger/index.ts";
import type { Plan, PlanOption } from "../plan/index.ts";
import { realRate } from "../money/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { HOURS_PER_YEAR } from "../units/index.ts";
import { boundaryOf } from "./boundary.ts";
import { cashOf, withMarketLines } from "./cash.ts";
import type { Finance, Levelised } from "./finance-record.ts";
import { annuityFactor, levelise } from "./levelise.ts";
import { verdictOf } from "./verdict.ts";
import type { LaunchTerms } from "./verdict.ts";

/** Prices the plan's options and its cash flow. */
export const finance = (scenario: Scenario, { plan }: { readonly plan: Plan }): Finance => {
  const realRate_per_yr = realRates(scenario);
  const options = plan.options
    .map((option) => levelise(option, rateOf(scenario, option.premium_per_yr)))
    .filter((levelised) => levelised !== null)
    .toSorted((a, b) => a.usd_per_kW_yr - b.usd_per_kW_yr);
  const ground = cheapest(options, "ground");
  const orbit = cheapest(options, "orbit");
  return {
    priceYear: scenario.money.priceYear,
    realRate_per_yr,
    ground,
    orbit,
    options,
    verdict: verdictOf(ground, orbit, { launch: launchTerms(scenario, plan, orbit), options }),
    boundary: boundaryOf(plan.options),
    cash: cashOf(scenario, plan, rateOf(scenario, 0)),
    scarcity: scarcityOf(plan),
    notes: notesOf(scenario, plan),
  };
};

/** With the market's lines of who plans in its cash: they are known when all plans are. */
export const withSettlement = (scenario: Scenario, counted: Finance, lines: Ledger): Finance => ({ ...counted, cash: withMarketLines(counted.cash, lines, rateOf(scenario, 0)) });

const rateOf = ({ finance: { discount_per_yr }, money }: Scenario, premium_per_yr: number): number =>
  realRate({ nominal_per_year: discount_per_yr + premium_per_yr, inflation_per_year: money.inflation_per_yr });

/** By tier, as the scenario's premium has it: what is told; each option is levelised at its own. */
const realRates = (scenario: Scenario): Finance["realRate_per_yr"] => ({ ground: rateOf(scenario, 0), orbit: rateOf(scenario, scenario.finance.orbitPremium_per_yr) });

const cheapest = (options: readonly Levelised[], tier: "ground" | "orbit"): Levelised | null => options.find((option) => option.tier === tier) ?? null;

/** Terms of the orbit option's launch: its price per kilogram of platform now, and the price worth a dollar a delivered kilowatt-year. */
const launchTerms = (scenario: Scenario, plan: Plan, orbit: Levelised | null): LaunchTerms | null => {
  const option: PlanOption | undefined = plan.options.find(({ id }) => id === orbit?.option);
  if (option === undefined || orbit === null || option.unitMass_kg === null) return null;
  const launch_usd = option.capital.filter(({ line }) => line.boundary === "launch").reduce((sum, { line }) => sum + line.quantity, 0);
  const delivered_kW = (option.itNameplate_W / 1000) * orbit.delivered_frac;
  return { now_usd_per_kg: launch_usd / option.unitMass_kg, usd_per_kg_for_one: (delivered_kW * annuityFactor(rateOf(scenario, option.premium_per_yr), option.life_yr)) / option.unitMass_kg };
};

/** Shadow prices of capacity are dollars of a quarter per watt; a kilowatt-year is four quarters of a thousand. */
const scarcityOf = (plan: Plan): Finance["scarcity"] => {
  const highestByQuarter = plan.quarters.map((quarter) =>
    plan.shadowPrices.filter((price) => price.quarter === quarter && price.limit.startsWith("capacity/")).reduce((highest, price) => Math.max(highest, price.value_usd), 0),
  );
  const perKwYear = highestByQuarter.map((usd_per_W) => usd_per_W * 1000 * 4);
  return { mean_usd_per_kW_yr: perKwYear.reduce((a, b) => a + b, 0) / perKwYear.length, highest_usd_per_kW_yr: Math.max(...perKwYear) };
};

const notesOf = (scenario: Scenario, plan: Plan): readonly string[] => [
  `Levelised costs are real ${scenario.money.priceYear} dollars per hour that could be sold (${HOURS_PER_YEAR} h a year), before tax.`,
  "A levelised cost holds the prices of its quarter for the whole life; prices that move over time move the plan and its cash.",
  ...tokenNotes(scenario),
  ...(plan.status === "infeasible" ? ["The plan is infeasible: cash flow and scarcity are those of no plan and must not be used."] : []),
];

/** Rates of unlike servers were measured at unlike workloads: their $/Mtoken do not compare. */
const tokenNotes = (scenario: Scenario): readonly string[] => {
  const servers = [...new Set([...scenario.ground.sites.map(({ server }) => server), ...(scenario.orbit === null ? [] : [scenario.orbit.platform.server])])];
  return servers.length < 2 ? [] : [`$/Mtoken of ${servers.join(", ")} rest on token rates measured at unlike workloads (dawndusk catalog servers): do not compare them across servers.`];
};
