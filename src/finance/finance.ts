/**
 * `finance`: what compute costs on each tier, on one boundary, and what the plan costs, earns and is worth.
 *
 * Levelised cost of every option the plan could build (frozen/option.ts); the cheapest of each tier stands in the verdict. Both tiers
 * carry the same lines: servers, power, heat rejection, structure, links, launch, energy, water, operations, disposal (boundary.ts).
 * Scarcity is the plan's shadow price of capacity: beside the base cost, never in it.
 * The plan's ledger becomes flows (flows/), its real cash and present value (cash.ts), nominal cash by quarter with tax (statement/), and what
 * that is worth (measures/). Who pays for it is the capital stack's, where the scenario has one (src/capital).
 *
 * Assumes: the headline and the plan's net present value are real dollars of the price year, before tax. Levelised cost has a rate a tier; the
 * plan's cash has one for every flow, since a dearer rate on costs alone would make risk look cheap.
 */
import { fund, stackOf, type GateQuarters } from "../capital/index.ts";
import { sumLines, type Ledger } from "../ledger/index.ts";
import { realRate } from "../money/index.ts";
import type { Plan, PlanOption } from "../plan/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Sizing } from "../size/index.ts";
import { HOURS_PER_YEAR } from "../units/index.ts";
import { boundaryOf } from "./boundary.ts";
import { cashOf, withMarketLines } from "./cash.ts";
import type { Finance, Levelised } from "./finance-record.ts";
import { flowsOf } from "./flows/index.ts";
import { annuityFactor, frozenPlan, leveliseFrozen, type FrozenOption } from "./frozen/index.ts";
import { levelisedVariants, powerCost } from "./measures/index.ts";
import { projectsOf } from "./projects.ts";
import { fundingCaseOf, paymentsOf, statementOf, taxClassOf, taxRate } from "./statement/index.ts";
import { verdictOf } from "./verdict.ts";
import type { LaunchTerms } from "./verdict.ts";

export interface FinanceInput {
  readonly plan: Plan;
  readonly sizing: Pick<Sizing, "ledger" | "platform">;
  /** What the market settles beside the plan with who plans; it is known when all plans are. */
  readonly market: Ledger;
  /** When gates cleared, by their ids, for milestones of the capital stack; null where who pays is not asked. */
  readonly gates: GateQuarters | null;
}

/** Prices the plan's options and its cash flow. */
export const finance = (scenario: Scenario, { plan, sizing, market, gates }: FinanceInput): Finance => {
  const flows = flowsOf(scenario, { plan, market });
  const frozen = frozenPlan(plan, flows);
  const priced = plan.options.flatMap((option, i): readonly Priced[] => {
    const levelised = leveliseFrozen(option, { frozen: frozen.options[i]!, rate_per_yr: rateOf(scenario, option.premium_per_yr), factors: null });
    return levelised === null ? [] : [{ option, levelised, frozen: frozen.options[i]! }];
  }).toSorted((a, b) => a.levelised.usd_per_kW_yr - b.levelised.usd_per_kW_yr);
  const options = priced.map(({ levelised }) => levelised);
  const ground = cheapest(options, "ground");
  const orbit = cheapest(options, "orbit");
  const statement = plan.status === "infeasible" ? null : statementOf(scenario, { flows, plan });
  const funding = statement === null || gates === null || scenario.capital === null ? null : fund(stackOf(scenario.capital, { quarters: statement.quarters, gates }), fundingCaseOf(scenario, statement));
  return {
    priceYear: scenario.money.priceYear,
    realRate_per_yr: realRates(scenario),
    ground,
    orbit,
    options,
    verdict: verdictOf(ground, orbit, { launch: launchTerms(scenario, plan, orbit), options }),
    boundary: boundaryOf(plan),
    cash: withMarketLines(cashOf(flows, rateOf(scenario, 0)), market, rateOf(scenario, 0)),
    scarcity: scarcityOf(plan),
    variants: priced.flatMap((one) => variantsOf(scenario, one)),
    power: [ground, orbit].flatMap((best) => (best === null ? [] : [powerCost(best, powerMass(sizing))])),
    statement,
    projects: statement === null ? [] : projectsOf(scenario, { statement, funding }),
    funding,
    tokenRates: [],
    delays: [],
    worked: [],
    notes: notesOf(scenario, plan),
  };
};

interface Priced {
  readonly option: PlanOption;
  readonly levelised: Levelised;
  readonly frozen: FrozenOption;
}

const variantsOf = (scenario: Scenario, { option, levelised, frozen }: Priced): Finance["variants"] =>
  levelisedVariants({
    option, frozen, base: levelised,
    discount_per_yr: scenario.finance.discount_per_yr + option.premium_per_yr, inflation_per_yr: scenario.money.inflation_per_yr, tax_frac: taxRate(scenario),
    taxClassOf: (item) => taxClassOf(scenario, { launched: option.launchedOn !== null, item, kind: "purchase" }),
    paymentsOf: (item) => paymentsOf(scenario, { tier: option.tier, item, kind: "purchase", ordered: false }),
  });

const powerMass = ({ ledger, platform }: FinanceInput["sizing"]): number | null =>
  platform === null ? null : sumLines(ledger, { tier: "orbit", boundary: "power", unit: "kg" }) / platform.mass.wet_kg;

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
