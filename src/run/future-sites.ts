/**
 * Ground sites of a future: when their power comes is the future's own (its gates, its draw of the grid's queue), what a megawatt of them is
 * stays as designed.
 *
 *   1. a site that its future leaves as the design had it keeps its record; else it is sized again, and of that come dates, what is online and what is late
 *   2. a site that the design had no power for (its gate was refused there) is sized and flown for the future in which it has
 *   3. a site that the future leaves no power keeps its record too, with nothing online
 */
import { flySites, type Flight } from "../fly/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { sizeSite, type SiteSizing, type Sizing } from "../size/index.ts";

export interface Built {
  readonly sizing: Sizing;
  readonly flight: Flight;
}

/** Sizing and flight of a future, of its scenario and that of the design, both as their markets leave them. */
export const builtIn = (future: Scenario, { scenario, sizing, flight }: Built & { readonly scenario: Scenario }): Built => {
  const other = future.ground.sites.filter((site) => !isAsDesigned(future, { scenario, site }));
  if (other.length === 0) return { sizing, flight };
  const sites = sizing.sites.map((designed): SiteSizing => {
    const site = other.find(({ id }) => id === designed.id);
    return site === undefined ? designed : datedAnew(designed, sizeSite(future, site));
  });
  return withSites(future, { sizing, flight }, sites);
};

/** A design with the sites that a future has power for and it has none, nothing of them online: so that both have the same ones. */
export const builtBefore = ({ sizing, flight }: Built, future: Built): Built => {
  const sites = sizing.sites.map((designed, i): SiteSizing => {
    const its = future.sizing.sites[i]!;
    return designed.status === "infeasible" && its.status === "feasible" ? { ...its, phases: [], online_MW: its.online_MW.map(() => 0), late: [] } : designed;
  });
  return sites.every((site, i) => site === sizing.sites[i]) ? { sizing, flight } : { sizing: { ...sizing, sites }, flight: { ...flight, sites: future.flight.sites } };
};

type Site = Scenario["ground"]["sites"][number];

/** Whether sizing would give the site again: no other field, and no other draw of its queue. */
const isAsDesigned = (future: Scenario, { scenario, site }: { readonly scenario: Scenario; readonly site: Site }): boolean => {
  const { draw, seed } = scenario.uncertainty;
  const sameDraw = future.uncertainty.draw === draw && future.uncertainty.seed === seed;
  const queues = site.plant !== null && site.plant.queue.requested_quarter !== null;
  return (sameDraw || !queues) && JSON.stringify(site) === JSON.stringify(scenario.ground.sites.find(({ id }) => id === site.id));
};

/** (1) and (3); (2) where the design has nothing to keep. */
const datedAnew = (designed: SiteSizing, sized: SiteSizing): SiteSizing => {
  if (designed.status === "infeasible") return sized;
  const { phases, online_MW, late } = sized;
  return { ...designed, phases, online_MW, late };
};

/** Flights of the sites that close and were not flown, (2), in the order of the sites. */
const withSites = (future: Scenario, { sizing, flight }: Built, sites: readonly SiteSizing[]): Built => {
  const missing = sites.filter(({ id, status }) => status === "feasible" && !flight.sites.some((flown) => flown.id === id)).map(({ id }) => id);
  const fresh = missing.length === 0 ? [] : flySites(future, { sites: sites.map((site) => (missing.includes(site.id) ? site : { ...site, status: "infeasible" })) }).sites;
  return { sizing: { ...sizing, sites }, flight: { ...flight, sites: sites.flatMap(({ id }) => [...flight.sites, ...fresh].find((flown) => flown.id === id) ?? []) } };
};
