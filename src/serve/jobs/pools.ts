/**
 * What both tiers give, as the scheduler's pools: a site is one pool and one domain, and so is each place along the orbit: what was staged at a
 * place, and a checkpoint of some size, are there and nowhere else. Places whose satellites have ways over each other (network.routes.links) share
 * one domain, without orbit.interlink alone: gangs over links stay at a place.
 *
 *   1. site: as many nodes as are online, under a cap of IT power by the hour as planned; price and carbon of the hour's energy
 *   2. place: platforms x nodes of one; power and heat of a node = those of a platform over its nodes, in thousandths of a node; energy at no price
 *   3. link of a place, each way: what stations carry of it, step by step, and the relay (place-links); after the last step their mean
 */
import type { FleetSupply, PlatformSupply, SiteSupply } from "../../fly/index.ts";
import { constantCurve, type Pool, type Price } from "../../schedule/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { Service } from "../service.ts";
import { DAY_S, HOUR_S } from "../../units/index.ts";
import { inThousandths, stepCurve } from "./curves.ts";
import type { Nodes } from "./nodes.ts";

type ServeFields = NonNullable<Scenario["serve"]>;

export interface PoolsAsked {
  readonly nodes: Nodes;
  readonly service: Pick<Service, "classes">;
  readonly sites: readonly SiteSupply[];
  readonly fleet: FleetSupply | null;
  /** By place, each way, by the step of the supply (place-links). */
  readonly links_B_per_s: readonly Float64Array[];
  /** Whether places have ways over each other. */
  readonly routed: boolean;
}

const GIGABYTE_B = 1e9;

/** Whether platforms exchange data among themselves. */
export const platformsLinked = ({ orbit }: Pick<Scenario, "orbit">): boolean => orbit !== null && orbit.interlink !== null;

/** Pools of nodes, ground first; none for a site or place without nodes. */
export const jobPools = (scenario: Scenario, serve: ServeFields, asked: PoolsAsked): readonly Pool[] => [
  ...asked.sites.flatMap((site) => (asked.nodes.siteNodes[site.id] === 0 ? [] : [sitePool(serve, site, asked)])),
  ...(asked.fleet === null ? [] : placePools(scenario, serve, asked.fleet, asked)),
];

const lawsOf = ({ jurisdictions }: ServeFields, at: string): readonly string[] => jurisdictions.flatMap(({ place, law }) => (place === at ? [law] : []));

/** Windows of a pool, by any of its names, over the days and one more; times from the first instant of the days. */
export const maintenanceAt = ({ maintenance, policy, start_utc_s, days }: Pick<ServeFields, "maintenance" | "policy" | "start_utc_s" | "days">, names: readonly string[]): Pool["maintenance"] => {
  const end_s = (days + 1) * DAY_S;
  return maintenance.filter(({ at }) => names.includes(at)).flatMap(({ start_utc_s: first_utc_s, length_h, every_h }) => {
    const [first_s, length_s] = [first_utc_s - start_utc_s, length_h * HOUR_S];
    const from = every_h === null ? 0 : Math.max(0, Math.ceil((-length_s - first_s) / (every_h * HOUR_S)));
    const count = every_h === null ? 1 : Math.max(0, Math.ceil((end_s - first_s) / (every_h * HOUR_S)) - from);
    return Array.from({ length: count }, (_, i) => first_s + (from + i) * (every_h ?? 0) * HOUR_S)
      .filter((start_s) => start_s + length_s > 0 && start_s < end_s)
      .map((start_s) => ({ start_s, end_s: start_s + length_s, ...(policy.maintenance === "drain" && { drain: true }) }));
  });
};

/** Windows where nothing stands in the quarter; of platforms that the scenario itself counts, the scenario's own rules say so. */
export const maintenanceNotes = ({ serve, orbit }: Pick<Scenario, "serve" | "orbit">, pools: readonly Pool[]): readonly string[] => {
  if (serve === null) return [];
  const isCounted = serve.platforms !== null || orbit?.target === null;
  const isThere = (at: string): boolean => pools.some(({ id, tier }) => id === at || (at === "orbit" && tier === "orbit"));
  const isOrbit = (at: string): boolean => orbit !== null && /^orbit(-[0-9]+)?$/.test(at);
  return serve.maintenance.flatMap(({ at }, i) => (isThere(at) || (isCounted && isOrbit(at)) ? [] : [`serve.maintenance.${i} changes nothing: at is ${at}, where no server runs jobs in the simulated quarter.`]));
};

const rent = (usd_per_kWh: number, node_W: number): Price["accelerator_usd_per_h"] => constantCurve((usd_per_kWh * node_W) / 1000);

const latencyOf = ({ classes }: PoolsAsked["service"], tier: "ground" | "orbit"): number => classes.reduce((most, c) => Math.max(most, c.tier[tier].latency_ms), 0);

const sitePool = (serve: ServeFields, site: SiteSupply, { nodes, service }: PoolsAsked): Pool => {
  const count = nodes.siteNodes[site.id]!;
  const most_W = count * nodes.node_W;
  const online_frac = nodes.online_frac[site.id]!;
  return {
    id: site.id, tier: "ground", domain: site.id, place: "ground", jurisdictions: lawsOf(serve, site.id),
    nodes: count, acceleratorsPerNode: 1,
    power_W: constantCurve(nodes.node_W), heat_W: constantCurve(nodes.node_W), accelerators: constantCurve(1),
    cap_W: stepCurve(site.it_W.map((it_W) => Math.min(most_W, inThousandths(it_W * online_frac, most_W))), HOUR_S),
    battery: null, maintenance: maintenanceAt(serve, [site.id]), from_s: 0, until_s: null, in_B_per_s: null, out_B_per_s: null,
    latency_ms: latencyOf(service, "ground"),
    price: {
      accelerator_usd_per_h: rent(serve.groundRent_usd_per_kWh, nodes.node_W),
      energy_usd_per_kWh: stepCurve(site.energy_usd_per_kWh, HOUR_S), carbon_g_per_kWh: stepCurve(site.carbon_g_per_kWh, HOUR_S), in_usd_per_B: 0, out_usd_per_B: 0,
    },
  };
};

const placePools = (scenario: Scenario, serve: ServeFields, fleet: FleetSupply, asked: PoolsAsked): readonly Pool[] => {
  const { nodes, service } = asked;
  const { network } = scenario;
  const together = asked.routed && !platformsLinked(scenario);
  const usd_per_B = network.dataPrice_usd_per_GB / GIGABYTE_B;
  return fleet.places.map((supply, k) => {
    const own = (platform_W: number): number => Math.min(platform_W / nodes.platformNodes, MOST_NODE * nodes.node_W);
    const id = `orbit-${k + 1}`;
    const link = linkCurve(asked.links_B_per_s[k]!, supply.step_s);
    return {
      id, tier: "orbit", domain: together ? "orbit" : id, place: id, jurisdictions: lawsOf(serve, "orbit"),
      nodes: nodes.places[k]! * nodes.platformNodes, acceleratorsPerNode: 1,
      power_W: stepCurve(supply.power_W.map((W) => inThousandths(own(W), nodes.node_W)), supply.step_s),
      heat_W: stepCurve(supply.heat_W.map((W) => Math.min(nodes.node_W, inThousandths(own(W), nodes.node_W))), supply.step_s),
      accelerators: constantCurve(1), cap_W: null,
      battery: supply.store === null ? null : storeOf(supply.store, nodes),
      maintenance: maintenanceAt(serve, ["orbit", id]), from_s: 0, until_s: fleet.lifeLeft_s,
      in_B_per_s: link, out_B_per_s: link,
      latency_ms: latencyOf(service, "orbit"),
      price: { accelerator_usd_per_h: rent(serve.orbitRent_usd_per_kWh, nodes.node_W), energy_usd_per_kWh: constantCurve(0), carbon_g_per_kWh: constantCurve(0), in_usd_per_B: usd_per_B, out_usd_per_B: usd_per_B },
    };
  });
};

/** A store is charged by what light leaves over; more than this many nodes' worth changes nothing. */
const MOST_NODE = 16;

/** No rate limit: the sizing knows none. */
const storeOf = ({ capacity_J, roundTrip_frac }: NonNullable<PlatformSupply["store"]>, { platformNodes, node_W }: Nodes): Pool["battery"] =>
  ({ capacity_J: capacity_J / platformNodes, initial_J: capacity_J / platformNodes, roundTrip_frac, charge_W: MOST_NODE * node_W, discharge_W: MOST_NODE * node_W });

/** By the step, and the mean after the last of them. */
const linkCurve = (rate_B_per_s: Float64Array, step_s: number): Pool["in_B_per_s"] => {
  const mean = rate_B_per_s.reduce((a, b) => a + b, 0) / rate_B_per_s.length;
  return stepCurve([...rate_B_per_s, mean], step_s);
};
