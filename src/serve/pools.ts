/**
 * Pools of the replayed week: what stands on the ground as sized, and in orbit serve.platforms or the target, for what else flies only the plan knows.
 *
 *   1. ground = sum over sites of power online (standing_MW) x availability x nameplate over site power (1 / PUE as written)
 *   2. orbit = platforms x mean IT x delivered; its link = platforms x relay + the lesser of platforms x share of the day in contact x
 *      station rate and all antennas together
 *   3. carbon of a kilowatt-hour of IT on the ground = mean over the sites, by pool, of grid carbon x PUE: direct emission of the
 *      electricity, nothing built
 */
import { amountAt, countAt } from "../scenario/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { quarterStart_s } from "../units/index.ts";
import { orbitRelay_B_per_s, orbitStations_B_per_s } from "./eligibility.ts";
import type { OrbitAccess } from "./eligibility.ts";
import type { Pools } from "./replay.ts";
import type { Service } from "./service.ts";

type Site = Scenario["ground"]["sites"][number];

export interface PoolContext {
  readonly quarters: readonly number[];
  readonly access: OrbitAccess;
  readonly available_frac: Service["available_frac"];
  readonly means: Service["siteMeans"];
  /** By site, in the last quarter. */
  readonly standing_MW: Readonly<Record<string, number>>;
}

/** Pools of the last quarter. */
export const referencePools = (scenario: Scenario, { quarters, access, available_frac, means, standing_MW }: PoolContext): Pools => {
  const quarter = quarters.at(-1)!;
  const { platform } = access;
  const platforms = platform === null ? 0 : referencePlatforms(scenario, quarter);
  return {
    quarter,
    ground_W: scenario.ground.sites.reduce((sum, { id }) => sum + sitePool_W(means[id]!, standing_MW[id]!), 0),
    groundCarbon_g_per_kWh: groundCarbon_g_per_kWh(scenario.ground.sites, { means, standing_MW, quarter }),
    orbit_W: platform === null ? 0 : platforms * platform.itPeak_W * available_frac.orbit,
    orbitLink_B_per_s: fleetLink_B_per_s(scenario.network, { platforms, access }),
  };
};

/** As the days of jobs have them (serve.platforms), else the target; none without either. */
const referencePlatforms = ({ serve, orbit }: Scenario, quarter: number): number => {
  if (serve !== null && serve.platforms !== null) return serve.platforms;
  const target = orbit?.target ?? null;
  return target === null ? 0 : countAt(target, quarterStart_s(quarter));
};

const sitePool_W = ({ origin, available_frac, nameplate_frac, pue }: Service["siteMeans"][string], power_MW: number): number =>
  origin === "written" ? (power_MW * 1e6 * available_frac) / pue : power_MW * 1e6 * available_frac * nameplate_frac;

/** Grams of CO2 for a kilowatt-hour of IT, over the sites that stand in the quarter; 0 without any. */
const groundCarbon_g_per_kWh = (sites: readonly Site[], { means, standing_MW, quarter }: Pick<PoolContext, "means" | "standing_MW"> & { readonly quarter: number }): number => {
  const pool_W = ({ id }: Site): number => sitePool_W(means[id]!, standing_MW[id]!);
  const ground_W = sites.reduce((sum, site) => sum + pool_W(site), 0);
  if (ground_W === 0) return 0;
  const carbon = (site: Site): number => means[site.id]!.carbon_g_per_kWh ?? amountAt(site.carbon_g_per_kWh, quarterStart_s(quarter)) * site.pue;
  return sites.reduce((sum, site) => sum + pool_W(site) * carbon(site), 0) / ground_W;
};

const fleetLink_B_per_s = (network: Scenario["network"], { platforms, access }: { readonly platforms: number; readonly access: OrbitAccess }): number => {
  const relay_B_per_s = orbitRelay_B_per_s(network);
  const stations_B_per_s = access.downlink === null ? orbitStations_B_per_s(network) : access.downlink.stations_B_per_s;
  return platforms * relay_B_per_s + Math.min(platforms * (access.link_B_per_s - relay_B_per_s), stations_B_per_s);
};
