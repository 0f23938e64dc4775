/**
 * Nodes of both tiers as one kind: a node is the IT power of the smallest server of the scenario, and a larger server is several. Work is
 * counted in watts of IT, as everywhere in `serve`, so that a watt of demand is a watt of either tier.
 */
import { countAt, ScenarioError, type Scenario } from "../../scenario/index.ts";
import type { PlatformSizing, SiteSizing, Sizing } from "../../size/index.ts";
import { formatQuarter, quarterStart_s } from "../../units/index.ts";
import type { ServiceTier } from "../service.ts";

export interface Nodes {
  readonly node_W: number;
  /** Accelerators that a node stands for, by tier; 0 for a tier that is not there. */
  readonly accelerators: Readonly<Record<ServiceTier, number>>;
  /** By site. */
  readonly siteNodes: Readonly<Record<string, number>>;
  /** Share of a site's power, all phases built, that is online. */
  readonly online_frac: Readonly<Record<string, number>>;
  readonly platformNodes: number;
  /** Platforms at each place; empty without any. */
  readonly places: readonly number[];
}

/** A share that a server reaches to rounding. */
const ROUNDING = 1e-9;

const serverWatts = ({ it_W, servers }: Pick<SiteSizing, "it_W" | "servers">): number => it_W / servers;

/** Nodes at work in a quarter, of the horizon's. Throws ScenarioError where neither tier has any server. */
export const nodesOf = (scenario: Scenario, sizing: Sizing, { quarter, at }: { readonly quarter: number; readonly at: number }): Nodes => {
  const sites = sizing.sites.filter(({ status }) => status === "feasible");
  const platform = sizing.status === "feasible" ? sizing.platform : null;
  const platforms = platform === null ? 0 : platformsAt(scenario, quarter);
  const flown = platforms === 0 ? null : platform;
  const watts = [...sites.map(serverWatts), ...(flown === null ? [] : [flown.itMean_W / flown.servers])];
  if (watts.length === 0) throw nobody(quarter);
  const node_W = Math.min(...watts);
  const online_frac = Object.fromEntries(sites.map(({ id, online_MW, site_W }) => [id, (online_MW[at]! * 1e6) / site_W]));
  return {
    node_W,
    accelerators: { ground: perNode(sites, node_W), orbit: flown === null ? 0 : (flown.accelerators / flown.itMean_W) * node_W },
    siteNodes: Object.fromEntries(sites.map((site) => [site.id, Math.floor((site.it_W * online_frac[site.id]!) / node_W + ROUNDING)])),
    online_frac,
    platformNodes: flown === null ? 0 : Math.floor(flown.itMean_W / node_W + ROUNDING),
    places: placesOf(scenario, { platforms, platform: flown }),
  };
};

const nobody = (quarter: number): ScenarioError => new ScenarioError([{
  file: "", line: 1, column: 1, path: "serve", found: `no site that closes and no platform at work in ${formatQuarter(quarter)}`, expected: "some servers to run jobs on",
  hint: "write serve.platforms, another serve.quarter, or see dawndusk size",
}]);

/** Mean over the sites by their accelerators. */
const perNode = (sites: readonly SiteSizing[], node_W: number): number => {
  const it_W = sites.reduce((sum, site) => sum + site.it_W, 0);
  return it_W === 0 ? 0 : (sites.reduce((sum, { accelerators }) => sum + accelerators, 0) / it_W) * node_W;
};

const platformsAt = ({ serve, orbit }: Scenario, quarter: number): number => {
  if (serve === null || orbit === null) return 0;
  if (serve.platforms !== null) return serve.platforms;
  return orbit.target === null ? 0 : Math.floor(countAt(orbit.target, quarterStart_s(quarter)));
};

/** Platforms shared out over the places as evenly as they divide. */
const placesOf = ({ serve, orbit }: Scenario, { platforms, platform }: { readonly platforms: number; readonly platform: PlatformSizing | null }): readonly number[] => {
  if (serve === null || orbit === null || platform === null || platforms === 0) return [];
  const together = platform.formation !== null || (orbit.type !== "circular" && orbit.type !== "sun-synchronous");
  const count = together ? 1 : Math.min(serve.places, platforms);
  return Array.from({ length: count }, (_, k) => Math.floor((platforms + count - 1 - k) / count));
};
