/**
 * Share of nameplate that is there to be used, before failures by age.
 *
 *   1. ground, with repair: A = 1/(1 + rate of failures for good x repair time), the mean of an alternating renewal process (Barlow & Proschan 1965)
 *      Servers under repair; what power and cooling take besides is in the flown year of sites that have one (site-means). No maintenance, no work
 *      lost by a gang when one of it fails
 *   2. orbit: IT energy delivered over IT energy wanted in the flown period (Flight), which holds eclipse, battery and throttle; of the
 *      whole fleet where it was flown for a year, else of the representative platform
 */
import type { Flight } from "../fly/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Sizing } from "../size/index.ts";
import { HOURS_PER_YEAR } from "../units/index.ts";

type Site = Scenario["ground"]["sites"][number];

/** Share of a site's servers that is up. */
export const siteAvailability = (site: Pick<Site, "failureRate_per_yr" | "repairTime_h">): number =>
  1 / (1 + (site.failureRate_per_yr * site.repairTime_h) / HOURS_PER_YEAR);

/** Site power that runs at each site in the horizon's last quarter, as sized: works, queue and generation held, nothing of a site that cannot be built. */
export const standing_MW = ({ ground }: Pick<Scenario, "ground">, { sites }: Pick<Sizing, "sites">): Readonly<Record<string, number>> =>
  Object.fromEntries(ground.sites.map(({ id }) => {
    const sized = sites.find((site) => site.id === id);
    if (sized === undefined) throw new Error(`serve: site "${id}" was not sized`);
    return [id, sized.status === "feasible" ? sized.online_MW.at(-1)! : 0];
  }));

/** Mean over the sites, weighted by the power that stands; 0 without any. */
export const groundAvailability = (standing: Readonly<Record<string, number>>, means: Readonly<Record<string, { readonly available_frac: number }>>): number => {
  const sites = Object.entries(standing);
  const total = sites.reduce((sum, [, power_MW]) => sum + power_MW, 0);
  return total === 0 ? 0 : sites.reduce((sum, [id, power_MW]) => sum + power_MW * means[id]!.available_frac, 0) / total;
};

/** Share of the wanted IT energy that was delivered in flight; 0 where nothing was flown. */
export const orbitAvailability = ({ delivered }: Pick<Flight, "delivered">): number => (delivered === null ? 0 : delivered.delivered_frac);
