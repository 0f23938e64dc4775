/**
 * From the scenario and the earlier stages' summaries to the numbers of one planning problem.
 *
 * The scenario has a section for the ground and one for orbit, with fields of their own; here each becomes options, pools and limits of one
 * form, and from here on nothing knows the one from the other.
 */
import type { Flight } from "../../fly/index.ts";
import { realRate } from "../../money/index.ts";
import type { Keep, Scenario } from "../../scenario/index.ts";
import type { ClassService, PlannedService } from "../../serve/index.ts";
import type { Sizing } from "../../size/index.ts";
import { earnedPrice_usd_per_kWh, partOf, runAll } from "../../scenario/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { countMeanByQuarter, QUARTERS_PER_YEAR, quartersOfLife, startByQuarter } from "../by-quarter.ts";
import { safeNames } from "../model-builder.ts";
import type { CargoCase, ClassCase, LimitCase, OptionCase, PlanCase, PoolCase, TierLabel, VehicleCase, WayCase } from "../plan-case.ts";
import { capitalCharge, discountFactors } from "../purchases.ts";
import { cargoCases, carriesCargo, type Carrier } from "./cargo-case.ts";
import { fleetLimits, fleetLink, fleetOption } from "./fleet-case.ts";
import { insured } from "./insurance.ts";
import { liftNumbers } from "./lift.ts";
import { orderTerms } from "./order-terms.ts";
import { siteLimits, siteOption, type SiteInput } from "./site-case.ts";
import { siteDrives } from "./site-drives.ts";
import { withTotals } from "./totals.ts";
import { vehicleCase } from "./vehicle-case.ts";
import type { Words } from "./words.ts";

export interface PlanInput {
  readonly sizing: Sizing;
  readonly flight: Flight;
  readonly service: PlannedService;
}

export interface BuiltCase {
  readonly problem: PlanCase;
  /** What was left out or comes later than written, with the reason. */
  readonly leftOut: readonly string[];
  /** Why no plan can be, whatever a model says: a target asks for platforms that do not close. */
  readonly why: readonly string[];
}

/** The planning problem of a scenario. A site of which nothing is online within the horizon is no option, but where it is `kept`, by its id. */
export const buildCase = (scenario: Scenario, input: PlanInput, kept: readonly string[] = []): BuiltCase => caseOf(scenario, input, { kept, words: "told", keep: runAll });

/** The same without its words, for loops, in which nobody reads what limits a way: `keep` runs its parts. */
export const caseNumbers = (scenario: Scenario, input: PlanInput, keep: Keep): Pick<BuiltCase, "problem" | "why"> => caseOf(scenario, input, { kept: [], words: "none", keep });

interface Told {
  readonly kept: readonly string[];
  readonly words: Words;
  readonly keep: Keep;
}

const caseOf = (scenario: Scenario, input: PlanInput, asked: Told): BuiltCase => {
  const { totals } = scenario.uncertainty;
  // A factor looks for its lines by their names.
  const told = totals.length === 0 ? asked : { ...asked, words: "told" as const };
  const { quarters } = input.service;
  const names = told.keep("names", namesOf, scenario, input.service);
  const ground = groundPart(scenario, { input, names, ...told });
  const orbit = orbitPart(scenario, { input, names, ...told, pool: ground.pools.length, index: ground.options.length });
  const { problem, idle } = withTotals({
    quarters,
    factor: told.keep("discount factors", discountFactors, { nominal_per_yr: scenario.finance.discount_per_yr, inflation_per_yr: scenario.money.inflation_per_yr, quarters: quarters.length }),
    salvage: scenario.horizon.end === "salvage",
    options: [...ground.options, ...orbit.options],
    pools: [...ground.pools, ...orbit.pools],
    vehicles: orbit.vehicles,
    cargo: orbit.cargo,
    limits: [...ground.limits, ...orbit.limits],
    classes: input.service.classes.map((c, i) => told.keep(partOf("demand of", c.id), classCase, scenario, { c, name: names.classes[i]!, quarters })),
    cash: cashCase(scenario, input.service),
  }, totals);
  return {
    problem,
    leftOut: [...ground.leftOut, ...orbit.leftOut, ...idle.map((id) => `uncertainty.totals.${id} names no line of cost: it multiplies nothing.`)],
    why: scenario.orbit === null || scenario.orbit.target === null || orbit.options.length > 0 ? [] : ["orbit.target asks for platforms, but the platform does not close", ...input.sizing.why],
  };
};

interface Names {
  readonly sites: readonly string[];
  readonly vehicles: readonly string[];
  readonly fleet: string;
  readonly classes: readonly string[];
}

/** Names that the model's text can hold, none of them twice. */
const namesOf = (scenario: Scenario, service: Pick<PlannedService, "classes">): Names => {
  const { sites } = scenario.ground;
  const { vehicles } = scenario.launch;
  const all = safeNames([...sites.map(({ id }) => id), ...vehicles.map(({ id }) => id), "platforms"]);
  return {
    sites: all.slice(0, sites.length),
    vehicles: all.slice(sites.length, -1),
    fleet: all.at(-1)!,
    classes: safeNames(service.classes.map((c) => c.id)),
  };
};

/** Work kept over work run on a tier, by class; null where it may not run there. */
const usefulOn = (tier: TierLabel, classes: readonly ClassService[]): PoolCase["useful_frac"] => classes.map((c) => (c.tier[tier].eligible ? c.tier[tier].useful_frac : null));

interface Part {
  readonly options: readonly OptionCase[];
  readonly pools: readonly PoolCase[];
  readonly limits: readonly LimitCase[];
}

const groundPart = (scenario: Scenario, { input: { sizing, flight, service }, names, kept, words, keep }: Told & { readonly input: PlanInput; readonly names: Names }): Part & { readonly leftOut: readonly string[] } => {
  const { sites } = scenario.ground;
  const all = sites.map((site) => ({ site, sized: sizedOf(sizing, site.id), cannotHold: siteDrives(scenario, site)?.why ?? [] }));
  const closes = all.filter(({ sized, cannotHold }) => sized.status === "feasible" && cannotHold.length === 0);
  const able = closes.filter(({ site, sized }) => isOnline(sized) || kept.includes(site.id));
  const leftOut = all.flatMap(({ site: { id }, sized, cannotHold }) => [
    ...(sized.status === "feasible" ? [] : [`${id} cannot be built: ${sized.why.join("; ")}`]),
    ...(sized.status === "feasible" && !isOnline(sized) ? [`${id} is no option: nothing of it is online within the horizon, which ends with ${formatQuarter(service.quarters.at(-1)!)}.`] : []),
    ...(cannotHold.length === 0 ? [] : [`${id} cannot hold its data: ${cannotHold.join("; ")}`]),
    ...sized.late.map((late) => `${id} is late: ${late}.`),
  ]);
  if (able.length === 0) return { options: [], pools: [], limits: [], leftOut };
  const optionOf = (of: Scenario, one: SiteInput): OptionCase => siteOption(of, one, { words, keep });
  const inputs = able.map(({ site, sized }, index) => ({
    site, sized, index, name: names.sites[sites.indexOf(site)]!, quarters: service.quarters, pool: 0,
    means: service.siteMeans[site.id]!, price_factor: service.sitePrice_factor[site.id]!,
    flown: service.siteMeans[site.id]!.origin === "flown" ? flight.sites.find(({ id }) => id === site.id)! : null,
  }));
  return {
    options: inputs.map((one) => keep(partOf("prices of", one.site.id), optionOf, scenario, one)),
    pools: [{ id: "ground", name: "ground", tier: "ground", useful_frac: usefulOn("ground", service.classes), link: null }],
    limits: inputs.flatMap((one) => keep(partOf("limits of", one.site.id), siteLimits, one)),
    leftOut,
  };
};

/** Whether anything of a site runs in any quarter of the horizon. */
export const isOnline = ({ online_MW }: Sizing["sites"][number]): boolean => online_MW.some((power_MW) => power_MW > 0);

const sizedOf = ({ sites }: Sizing, id: string): Sizing["sites"][number] => {
  const sized = sites.find((site) => site.id === id);
  if (sized === undefined) throw new Error(`plan: site "${id}" was not sized`);
  return sized;
};

interface OrbitPart extends Part {
  readonly cargo: readonly CargoCase[];
  readonly vehicles: readonly VehicleCase[];
  readonly leftOut: readonly string[];
}

const orbitPart = (scenario: Scenario, { input, names, words, keep, pool, index }: Omit<Told, "kept"> & { readonly input: PlanInput; readonly names: Names; readonly pool: number; readonly index: number }): OrbitPart => {
  const { orbit, network } = scenario;
  const { sizing, flight, service } = input;
  const { platform } = sizing;
  if (orbit === null || platform === null || sizing.status === "infeasible") return { options: [], pools: [], limits: [], vehicles: [], cargo: [], leftOut: [] };
  const charge = keep("charge on capital", capitalCharge, { discount_per_yr: scenario.finance.discount_per_yr, orbitPremium_per_yr: scenario.finance.orbitPremium_per_yr, inflation_per_yr: scenario.money.inflation_per_yr, life_yr: orbit.life_yr });
  const { vehicles, ways, lifts, leftOut } = carriersOf(scenario, { orbit, input, names, words, keep, charge });
  const option = fleetOption({ keep, words, orbit, platform, sizing, flight, service, premium_per_yr: scenario.finance.orbitPremium_per_yr, charge, order: orderTerms(scenario.plan.platformOrder), name: names.fleet, pool, ways });
  return {
    options: [insured(option, { vehicles, rates: vehicles.map(({ id }) => scenario.launch.vehicles.find((one) => one.id === id)!.insurance_frac) })],
    cargo: cargoCases(orbit, { carriers: lifts, quarters: service.quarters, option: index }),
    pools: [{ id: "orbit", name: "orbit", tier: "orbit", useful_frac: usefulOn("orbit", service.classes), link: fleetLink(network, service) }],
    limits: keep("limits of the fleet", fleetLimits, orbit, service.quarters, index),
    vehicles,
    leftOut,
  };
};

/** The vehicles that can carry a platform, and each as a way for one to get there. */
const carriersOf = (scenario: Scenario, { orbit, input, names, words, keep, charge }: Omit<Told, "kept"> & { readonly orbit: NonNullable<Scenario["orbit"]>; readonly input: PlanInput; readonly names: Names; readonly charge: number }): { readonly vehicles: readonly VehicleCase[]; readonly ways: readonly WayCase[]; readonly lifts: readonly Carrier[]; readonly leftOut: readonly string[] } => {
  const { quarters } = input.service;
  const platform = input.sizing.platform!;
  const first_quarter = orbit.firstLaunch_quarter ?? quarters[0]!;
  const all = scenario.launch.vehicles.map((vehicle, v) => ({ vehicle, name: names.vehicles[v]!, lift: liftNumbers(scenario, { vehicle, platform }, keep) }));
  const able = all.filter(({ vehicle, lift }) => lift.perLaunch > 0 || carriesCargo(orbit, { vehicle, lift }));
  return {
    lifts: able,
    vehicles: able.map(({ vehicle, name, lift }) => keep(partOf("launches of", vehicle.id), vehicleCase, vehicle, { name, quarters, lift, first_quarter, life: quartersOfLife(orbit.life_yr), charge })),
    ways: able.flatMap(({ vehicle, name, lift }, v) => (lift.perLaunch === 0 ? [] : [{ id: `orbit/${vehicle.id}`, name, arrives_frac: vehicle.reliability_frac, launch: { vehicle: v, perLaunch: lift.perLaunch }, paid: [], limits: words === "told" ? lift.limitsOf() : "" }])),
    leftOut: all.flatMap(({ vehicle, lift }) => (lift.perLaunch > 0 ? [] : [`${vehicle.id} carries no platform: ${lift.limitsOf()}`])),
  };
};

/** Dollars a megawatt-hour that a class earns, by quarter. */
const earned_usd_per_MWh = (scenario: Scenario, { id, sloCredit_frac }: Pick<ClassService, "id" | "sloCredit_frac">, quarters: readonly number[]): readonly number[] => {
  const wanted = scenario.demand.classes.find((one) => one.id === id);
  if (wanted === undefined) throw new Error(`serve has a class "${id}" that the scenario does not have`);
  return quarters.map((quarter) => 1000 * earnedPrice_usd_per_kWh(scenario, wanted, quarter) * (1 - sloCredit_frac));
};

const cashCase = (scenario: Scenario, { quarters, classes }: PlannedService): PlanCase["cash"] => {
  const { cash_usd_per_yr, debtMax_usd, interest_per_yr } = scenario.plan;
  if (cash_usd_per_yr === null) return null;
  const real_per_yr = realRate({ nominal_per_year: interest_per_yr, inflation_per_year: scenario.money.inflation_per_yr });
  return {
    own_usd: countMeanByQuarter(cash_usd_per_yr, quarters).map((usd) => usd / QUARTERS_PER_YEAR),
    debtMax_usd: startByQuarter(debtMax_usd, quarters),
    interest_per_quarter: (1 + real_per_yr) ** (1 / QUARTERS_PER_YEAR) - 1,
    earned_usd_per_MWh: classes.map((c) => earned_usd_per_MWh(scenario, c, quarters)),
  };
};

const classCase = (scenario: Scenario, { c, name, quarters }: { readonly c: ClassService; readonly name: string; readonly quarters: readonly number[] }): ClassCase => ({
  id: c.id,
  name,
  wanted_MW: c.demand_W.map((watts) => watts / 1e6),
  smoothing: c.smoothing,
  data_B_per_J: c.data_B_per_J,
  unserved_usd_per_MWh: scenario.plan.objective === "value" ? earned_usd_per_MWh(scenario, c, quarters) : quarters.map(() => c.shortfallPrice_usd_per_kWh * 1000),
  credit_frac: c.sloCredit_frac,
});
