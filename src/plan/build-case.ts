/** From the scenario and the earlier stages' summaries to the numbers of one planning problem. */
import type { Flight } from "../fly/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { ClassService, Service } from "../serve/index.ts";
import type { Sizing } from "../size/index.ts";
import { fleetCase } from "./fleet-case.ts";
import { liftOf } from "./lift.ts";
import { safeNames } from "./model-builder.ts";
import type { ClassCase, FleetCase, PlanCase, VehicleCase } from "./plan-case.ts";
import { capitalCharge, discountFactors } from "./purchases.ts";
import { siteCase } from "./site-case.ts";
import { vehicleCase } from "./vehicle-case.ts";

export interface PlanInput {
  readonly sizing: Sizing;
  readonly flight: Flight;
  readonly service: Service;
}

/** The planning problem of a scenario, and what was left out of it with the reason. */
export const buildCase = (scenario: Scenario, input: PlanInput): { readonly problem: PlanCase; readonly leftOut: readonly string[] } => {
  const { quarters } = input.service;
  const fleet = fleetOf(scenario, input);
  const { vehicles, leftOut } = vehiclesOf(scenario, { input, fleet });
  const siteNames = safeNames(scenario.ground.sites.map((site) => site.id));
  const classNames = safeNames(input.service.classes.map((c) => c.id));
  return {
    problem: {
      quarters,
      factor: discountFactors({ nominal_per_yr: scenario.finance.discount_per_yr, inflation_per_yr: scenario.money.inflation_per_yr, quarters: quarters.length }),
      salvage: scenario.horizon.end === "salvage",
      sites: scenario.ground.sites.map((site, s) => siteCase(scenario, { site, name: siteNames[s]!, quarters, available_frac: input.service.siteAvailable_frac[site.id]!, price_factor: input.service.sitePrice_factor[site.id]! })),
      vehicles,
      fleet,
      classes: input.service.classes.map((c, i) => classCase(c, classNames[i]!)),
    },
    leftOut,
  };
};

const fleetOf = (scenario: Scenario, { sizing, flight, service }: PlanInput): FleetCase | null => {
  const { orbit, network } = scenario;
  const { platform } = sizing;
  if (orbit === null || platform === null || sizing.status === "infeasible") return null;
  return fleetCase({ orbit, platform, sizing, flight, network, service, charge: capitalCharge({ ...scenario.finance, inflation_per_yr: scenario.money.inflation_per_yr, life_yr: orbit.life_yr }) });
};

const vehiclesOf = (scenario: Scenario, { input, fleet }: { readonly input: PlanInput; readonly fleet: FleetCase | null }): { readonly vehicles: readonly VehicleCase[]; readonly leftOut: readonly string[] } => {
  const { platform } = input.sizing;
  const { quarters } = input.service;
  if (fleet === null || platform === null || scenario.orbit === null) return { vehicles: [], leftOut: [] };
  const first_quarter = scenario.orbit.firstLaunch_quarter ?? quarters[0]!;
  const names = safeNames(scenario.launch.vehicles.map((vehicle) => vehicle.id));
  const lifts = scenario.launch.vehicles.map((vehicle) => liftOf(scenario, { vehicle, platform }));
  return {
    vehicles: scenario.launch.vehicles.flatMap((vehicle, v) =>
      lifts[v]!.perLaunch === 0 ? [] : [vehicleCase(vehicle, { name: names[v]!, quarters, lift: lifts[v]!, first_quarter, life: fleet.life })]),
    leftOut: scenario.launch.vehicles.flatMap((vehicle, v) => (lifts[v]!.perLaunch === 0 ? [`${vehicle.id} carries no platform: ${lifts[v]!.limits}`] : [])),
  };
};

const classCase = (c: ClassService, name: string): ClassCase => ({
  id: c.id,
  name,
  wanted_MW: c.demand_W.map((watts) => watts / 1e6),
  ground: c.tier.ground.eligible,
  orbit: c.tier.orbit.eligible,
  smoothing: c.smoothing,
  data_B_per_J: c.data_B_per_J,
  useful_frac: { ground: c.tier.ground.useful_frac, orbit: c.tier.orbit.useful_frac },
  shortfall_usd_per_MWh: c.shortfallPrice_usd_per_kWh * 1000,
});
