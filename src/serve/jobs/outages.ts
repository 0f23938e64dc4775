/**
 * Nodes that are away: interruptions and losses drawn for each pool, and outages of a site's power.
 *
 *   1. interruptions: Poisson at nodes x accelerators of a node x (interruptions + losses) a year; the node is a drawn one, away for `serve.reboot`;
 *      of a loss on the ground for the site's time of repair, whole; in orbit nobody repairs, and the chips lost by age are the plan's
 *   2. an outage of a site takes its share of the nodes, the highest numbers first, for its hours; nobody foresees it
 *   3. a platform that is away from its links (network.routes.satelliteUp) is away with its nodes: one draw for both
 *
 * Times away of one node that meet are one. Rates: ground.sites.*.interruptions and failureRate; orbit.radiation (upsets with the dose) and
 * orbit.platform.failureRate. All rates are those of single accelerators that fail apart from each other.
 */
import type { SiteSupply } from "../../fly/index.ts";
import { randomDoubles, streamOf } from "../../kernel/index.ts";
import type { Outage, Pool } from "../../schedule/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { PlatformSizing } from "../../size/index.ts";
import { HOUR_S, JULIAN_YEAR_S } from "../../units/index.ts";
import { steadyTimes } from "./draws.ts";
import type { Nodes } from "./nodes.ts";

/** Rate of one node, and how long it is away. */
interface Hazard {
  readonly cause: string;
  readonly rate_per_s: number;
  readonly away_s: number;
}

export interface HazardsAsked {
  readonly nodes: Nodes;
  readonly platform: PlatformSizing | null;
  readonly sites: readonly SiteSupply[];
  readonly span_s: number;
  /** By platform, those of the first place first: starts and ends in turns; null where none is away. */
  readonly away_s: readonly ArrayLike<number>[] | null;
}

/** Outages of all pools, in order of pool and time. */
export const drawnOutages = (scenario: Scenario, pools: readonly Pool[], asked: HazardsAsked): readonly Outage[] => {
  const orbit = pools.filter(({ tier }) => tier === "orbit");
  return pools.flatMap((pool) => {
    const site = asked.sites.find(({ id }) => id === pool.id);
    const drawn = hazardsOf(scenario, pool, asked).flatMap((hazard) => drawnFor(pool, hazard, { seed: scenario.uncertainty.seed, span_s: asked.span_s }));
    return merged([...drawn, ...(pool.tier === "ground" && site !== undefined ? siteOutages(pool, site, asked.span_s) : []), ...(pool.tier === "orbit" ? platformOutages(pool, orbit.indexOf(pool), asked) : [])]);
  });
};

const hazardsOf = (scenario: Scenario, { id, tier }: Pool, { nodes, platform }: HazardsAsked): readonly Hazard[] => {
  const { serve, orbit } = scenario;
  if (serve === null) throw new Error("serve: no jobs are asked for");
  const chips = nodes.accelerators[tier];
  const rate = (per_yr: number): number => (per_yr * chips) / JULIAN_YEAR_S;
  if (tier === "orbit") {
    if (orbit === null || platform === null) throw new Error(`serve: pool "${id}" without a platform`);
    const { upsets } = platform.radiation;
    return [{ cause: "upset", rate_per_s: rate(upsets === null ? orbit.radiation.interruptions_per_yr : upsets.interruptions_per_chip_yr), away_s: serve.reboot_s }, { cause: "chip lost", rate_per_s: rate(orbit.platform.failureRate_per_yr), away_s: serve.reboot_s }];
  }
  const site = scenario.ground.sites.find((one) => one.id === id);
  if (site === undefined) throw new Error(`serve: pool "${id}" is no site`);
  return [{ cause: "interruption", rate_per_s: rate(site.interruptions_per_yr), away_s: serve.reboot_s }, { cause: "repair", rate_per_s: rate(site.failureRate_per_yr), away_s: site.repairTime_h * HOUR_S }];
};

const drawnFor = (pool: Pool, { cause, rate_per_s, away_s }: Hazard, { seed, span_s }: { readonly seed: number; readonly span_s: number }): readonly Outage[] => {
  const draw = randomDoubles({ seed, stream: streamOf(`serve/${pool.id}/${cause}`), index: 0 });
  const times = away_s > 0 && rate_per_s > 0 ? steadyTimes(rate_per_s * pool.nodes, span_s, draw) : [];
  return times.map((down_s) => ({ pool: pool.id, node: Math.floor(draw() * pool.nodes), down_s, up_s: down_s + away_s, cause }));
};

/** Equation 2: in each hour, so many of the highest nodes as its share takes, rounded up. */
const siteOutages = (pool: Pool, { out_frac }: SiteSupply, span_s: number): readonly Outage[] => {
  const out = Array.from({ length: Math.min(out_frac.length, Math.ceil(span_s / HOUR_S)) }, (_, h) => Math.ceil(out_frac[h]! * pool.nodes - 1e-9));
  return out.flatMap((count, h) => Array.from({ length: count }, (_, k): Outage => ({ pool: pool.id, node: pool.nodes - 1 - k, down_s: h * HOUR_S, up_s: (h + 1) * HOUR_S, cause: "site outage" })));
};

/** Equation 3: the nodes of a platform are next to each other. */
const platformOutages = (pool: Pool, place: number, { nodes: { places, platformNodes }, away_s, span_s }: HazardsAsked): readonly Outage[] => {
  if (away_s === null) return [];
  const first = places.slice(0, place).reduce((a, b) => a + b, 0);
  return Array.from({ length: pool.nodes }, (_, node) => {
    const edges = away_s[first + Math.floor(node / platformNodes)]!;
    return Array.from({ length: Math.floor(edges.length / 2) }, (__, i): Outage => ({ pool: pool.id, node, down_s: edges[2 * i]!, up_s: edges[2 * i + 1]!, cause: "platform away" })).filter(({ down_s }) => down_s < span_s);
  }).flat();
};

/** Of each node, times that touch become one, with the first's cause. */
const merged = (outages: readonly Outage[]): readonly Outage[] => {
  const byNode = new Map<number, Outage[]>();
  for (const one of outages) {
    const own = byNode.get(one.node);
    if (own === undefined) byNode.set(one.node, [one]);
    else own.push(one);
  }
  const joined = [...byNode.values()].flatMap((own) => {
    const apart: Outage[] = [];
    for (const one of own.toSorted((a, b) => a.down_s - b.down_s)) {
      const last = apart.at(-1);
      if (last !== undefined && one.down_s <= last.up_s) apart[apart.length - 1] = { ...last, up_s: Math.max(last.up_s, one.up_s) };
      else apart.push(one);
    }
    return apart;
  });
  return joined.toSorted((a, b) => a.down_s - b.down_s || a.node - b.node);
};
