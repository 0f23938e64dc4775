/**
 * The stages up to the planning problem for one scenario among many: sizing, the platforms' flight from a table, what may run where, prices
 * and limits by quarter. `keep` hands out what the scenario does not touch.
 */
import { flyPlatform, flySites, type Flight } from "../../fly/index.ts";
import { caseNumbers, type PlanCase } from "../../plan/index.ts";
import { partOf, type Keep, type Scenario } from "../../scenario/index.ts";
import { hasHours, servePlanned, type PlannedService, type RoutedClasses, type ServedClasses, type StationRain } from "../../serve/index.ts";
import { servedClasses, servedModels } from "../served-models.ts";
import { usersBefore } from "../served.ts";
import { routedClasses } from "../user-reach.ts";
import { isEnvironmentOf, orbitEnvironments, size, sizeNumbers, sizeSite, type OrbitEnvironment, type Sizing } from "../../size/index.ts";

export type PlatformFlight = Pick<Flight, "delivered" | "summary">;

export interface StagePorts {
  readonly keep: Keep;
  /** The environment of the scenario's orbit; undefined where there is none. */
  readonly environmentOf: (scenario: Scenario) => OrbitEnvironment | undefined;
  readonly rain: StationRain | null;
  /** Of platforms that close. */
  readonly flightOf: (scenario: Scenario, sizing: Sizing) => PlatformFlight;
}

export interface Staged {
  readonly sizing: Sizing;
  readonly flight: Flight;
  readonly service: PlannedService;
  readonly problem: PlanCase;
  /** Why no plan can be. */
  readonly why: readonly string[];
}

const NOT_FLOWN: PlatformFlight = { delivered: null, summary: null };

/** All stages before the plan's decisions. */
export const stagesOf = (scenario: Scenario, { keep, environmentOf, rain, flightOf }: StagePorts): Staged => {
  const sizing = sizedWith(scenario, environmentOf(scenario), keep);
  const closes = scenario.orbit !== null && sizing.platform !== null && sizing.status === "feasible";
  const flight = flownWith(scenario, { sizing, flown: closes ? flightOf(scenario, sizing) : NOT_FLOWN, keep });
  const routed = scenario.network.routes === null ? {} : keep("ways of users", routedIn, scenario, { sizing, flight, rain });
  const serviceIn = (of: Scenario, input: Parameters<typeof servePlanned>[1]): PlannedService => servePlanned(of, input, keep);
  const service = keep("service", serviceIn, scenario, { sizing, flight, rain, served: keep("language models", servedIn, scenario), routed });
  const { problem, why } = caseNumbers(scenario, { sizing, flight, service }, keep);
  return { sizing, flight, service, problem, why };
};

const routedIn = (scenario: Scenario, before: Parameters<typeof usersBefore>[1]): RoutedClasses => routedClasses(usersBefore(scenario, before));

const servedIn = (scenario: Scenario): ServedClasses => servedClasses(servedModels(scenario));

/** The sizing with its sites kept where they can be. */
const sizedWith = (scenario: Scenario, environment: OrbitEnvironment | undefined, keep: Keep): Sizing => {
  const platformOf = (of: Scenario, at: OrbitEnvironment | undefined): ReturnType<typeof platformIn> => platformIn(of, at, keep);
  const { status, why, unheld, platform, swarm, ledger, claims } = keep("size", platformOf, scenario, environment);
  const siteIn = (of: Scenario, site: Scenario["ground"]["sites"][number]): Sizing["sites"][number] => sizeSite(of, site, keep);
  return { status, why, unheld, platform, swarm, ledger, claims, notes: [], sites: scenario.ground.sites.map((site) => keep(partOf("site", site.id), siteIn, scenario, site)) };
};

/** Without what is made when it is read: it would read the whole scenario. */
const platformIn = (scenario: Scenario, environment: OrbitEnvironment | undefined, keep: Keep): Omit<Sizing, "sites" | "notes"> => {
  // Factors on parts of the cost look for them in the ledger.
  const { status, why, unheld, platform, swarm, ledger, claims } = scenario.uncertainty.totals.length === 0 ? sizeNumbers(scenario, environment, keep) : size(scenario, environment);
  return { status, why, unheld, platform, swarm, ledger, claims };
};

/** A flight, with the year of the sites where any of them has hours of its own. */
const flownWith = (scenario: Scenario, { sizing, flown, keep }: { readonly sizing: Sizing; readonly flown: PlatformFlight; readonly keep: Keep }): Flight => ({
  summary: flown.summary, delivered: flown.delivered, fleet: null, ledger: [], notes: [],
  sites: scenario.ground.sites.some(hasHours) ? keep("year of the sites", flySites, scenario, { sites: sizing.sites }).sites : [],
});

/** Cd A/m of a platform that nobody holds, dry; null where there is none. */
export const dragPerMass_m2_per_kg = ({ orbit }: Scenario, { platform }: Pick<Sizing, "platform">): number | null =>
  (orbit === null || platform === null ? null : (orbit.drag.coefficient * platform.life.tumblingArea_m2) / platform.mass.dry_kg);

/** Of designs that move one field at a time (Saltelli's), two orbits take turns. */
const ENVIRONMENTS_KEPT = 4;

/**
 * One environment after another. The first, which is the centre's, stays: parts that were kept with it agree with no other made like it. So do
 * the latest. Falls are exact at the Cd A/m given.
 */
export const environments = (through_m2_per_kg: number | null): StagePorts["environmentOf"] => {
  const made = orbitEnvironments({ falls: "interpolated", ...(through_m2_per_kg !== null && through_m2_per_kg > 0 && { through_m2_per_kg }) });
  const known: OrbitEnvironment[] = [];
  return (scenario) => {
    if (scenario.orbit === null) return undefined;
    const one = known.find((environment) => isEnvironmentOf(environment, scenario));
    if (one !== undefined) return one;
    try {
      const environment = made(scenario);
      known.push(environment);
      if (known.length > 1 + ENVIRONMENTS_KEPT) known.splice(1, 1);
      return environment;
    } catch (error) {
      // No such orbit: `size` says why.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  };
};

/** The platform flown for each scenario. */
export const flownAgain: StagePorts["flightOf"] = (scenario, sizing) => {
  const summary = flyPlatform(scenario, sizing);
  return summary === null ? NOT_FLOWN : { summary, delivered: { delivered_frac: summary.delivered_frac, origin: "platform" } };
};
