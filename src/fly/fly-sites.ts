/**
 * The flown year of every ground site: price, weather, power, water, outages and carbon by the hour. Equations stand with their parts: site-hours,
 * site-air, site-load, site-sources, site-outages, site-money. See docs/theory/ground-year.md.
 *
 * Assumes: all phases built, servers at full load but for telemetry, every hour known ahead by the dispatch; servers' failures at their mean.
 * Accuracy: energy, IT, water and money balance to 1e-9; means of the ERCOT years as published; outages against the mean of an alternating renewal process.
 */
import type { Scenario } from "../scenario/index.ts";
import type { Sizing } from "../size/index.ts";
import type { SeriesSink } from "./flight.ts";
import type { SiteFlight } from "./site-flight.ts";
import { siteAccounts } from "./site-money.ts";
import { siteNotes } from "./site-notes.ts";
import { writeSiteSeries } from "./site-series.ts";
import { siteSummary } from "./site-summary.ts";
import { siteYear } from "./site-year.ts";

export interface FlownSites {
  readonly sites: readonly SiteFlight[];
  readonly notes: readonly string[];
}

/** Takes the series of a site by its name, SITE_COLUMNS. */
export type SiteSink = (id: string) => SeriesSink;

/** Flies the sites that close, in the scenario's order. */
export const flySites = (scenario: Scenario, { sites: sized }: Pick<Sizing, "sites">, sink?: SiteSink): FlownSites => {
  const sites: SiteFlight[] = [];
  const notes: string[] = [];
  scenario.ground.sites.forEach((site, index) => {
    const one = sized[index];
    if (one === undefined || one.id !== site.id) throw new Error(`fly: the sizing holds no site "${site.id}" in place ${index}`);
    if (one.status === "infeasible") return void notes.push(`Site ${site.id} is not flown: it does not close.`);
    const flown = siteYear(scenario, { site, sized: one, index });
    if (!flown.it_MW.some((power) => power > 0)) return void notes.push(`Site ${site.id} is not flown: no hour of the year has power for its servers.`);
    const accounts = siteAccounts(flown);
    const summary = siteSummary(flown, accounts);
    sites.push(summary);
    notes.push(...siteNotes(flown, summary));
    if (sink) writeSiteSeries(flown, accounts, sink(site.id));
  });
  return { sites, notes };
};
