/**
 * What both tiers give, as the scheduler's pools: a site is one pool and one domain, each place along the orbit a pool. Places whose platforms are
 * linked are a domain each, for gangs; without links no gang of several platforms runs, and what is bundled may lie anywhere in orbit.
 *
 *   1. site: as many nodes as are online, under a cap of IT power by the hour as planned; price and carbon of the hour's energy
 *   2. place: platforms x nodes of one; power and heat of a node = those of a platform over its nodes, in thousandths of a node; energy at no price
 *   3. link of a place, each way = platforms x relay + antennas x rate while stations see it: antennas = min(platforms, stations in view) x
 *      min(1, stations/sum of these over the places); rate as the service has it, of the flown contacts
 */
import type { FleetSupply, PlatformSupply, SiteSupply } from "../../fly/index.ts";
import { constantCurve, type Pool, type Price } from "../../schedule/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { Service } from "../service.ts";
import { HOUR_S } from "../../units/index.ts";
import { inThousandths, stepCurve } from "./curves.ts";
import type { Nodes } from "./nodes.ts";

type ServeFields = NonNullable<Scenario["serve"]>;

export interface PoolsAsked {
  readonly nodes: Nodes;
  readonly service: Pick<Service, "classes" | "orbitLink_B_per_s" | "orbitRelay_B_per_s">;
  readonly sites: readonly SiteSupply[];
  readonly fleet: FleetSupply | null;
  /** Contact of one platform, minutes a day over the flown period. */
  readonly contact_min_per_day: number;
}

const DAY_MIN = 1440;
const GIGABYTE_B = 1e9;

/** Whether platforms exchange data among themselves. */
export const platformsLinked = ({ orbit }: Pick<Scenario, "orbit">): boolean => orbit !== null && orbit.interlink !== null;

/** Pools of nodes, ground first; none for a site or place without nodes. */
export const jobPools = (scenario: Scenario, serve: ServeFields, asked: PoolsAsked): readonly Pool[] => [
  ...asked.sites.flatMap((site) => (asked.nodes.siteNodes[site.id] === 0 ? [] : [sitePool(serve, site, asked)])),
  ...(asked.fleet === null ? [] : placePools(scenario, serve, asked.fleet, asked)),
];

const lawsOf = ({ jurisdictions }: ServeFields, at: string): readonly string[] => jurisdictions.flatMap(({ place, law }) => (place === at ? [law] : []));

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
    battery: null, maintenance: [], from_s: 0, until_s: null, in_B_per_s: null, out_B_per_s: null,
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
  const linked = platformsLinked(scenario);
  const links = linkCurves(fleet.places, asked, network.stations.length);
  const usd_per_B = network.dataPrice_usd_per_GB / GIGABYTE_B;
  return fleet.places.map((supply, k) => {
    const own = (platform_W: number): number => Math.min(platform_W / nodes.platformNodes, MOST_NODE * nodes.node_W);
    const id = `orbit-${k + 1}`;
    return {
      id, tier: "orbit", domain: linked ? id : "orbit", place: id, jurisdictions: lawsOf(serve, "orbit"),
      nodes: nodes.places[k]! * nodes.platformNodes, acceleratorsPerNode: 1,
      power_W: stepCurve(supply.power_W.map((W) => inThousandths(own(W), nodes.node_W)), supply.step_s),
      heat_W: stepCurve(supply.heat_W.map((W) => Math.min(nodes.node_W, inThousandths(own(W), nodes.node_W))), supply.step_s),
      accelerators: constantCurve(1), cap_W: null,
      battery: supply.store === null ? null : storeOf(supply.store, nodes),
      maintenance: [], from_s: 0, until_s: fleet.lifeLeft_s,
      in_B_per_s: links[k]!, out_B_per_s: links[k]!,
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

/** Equation 3, by the step. */
const linkCurves = (places: readonly PlatformSupply[], { nodes, service, contact_min_per_day }: PoolsAsked, stations: number): readonly Pool["in_B_per_s"][] => {
  const rate_B_per_s = contact_min_per_day === 0 ? 0 : ((service.orbitLink_B_per_s - service.orbitRelay_B_per_s) * DAY_MIN) / contact_min_per_day;
  const antennas = places.map(({ inView }, k) => inView.map((seen) => Math.min(seen, nodes.places[k]!)));
  const steps = places[0]?.inView.length ?? 0;
  const share = Float64Array.from({ length: steps }, (_, i) => {
    const wanted = antennas.reduce((sum, column) => sum + column[i]!, 0);
    return wanted <= stations ? 1 : stations / wanted;
  });
  return antennas.map((column, k) => stepCurve(column.map((count, i) => count * share[i]! * rate_B_per_s + nodes.places[k]! * service.orbitRelay_B_per_s), places[k]!.step_s));
};
