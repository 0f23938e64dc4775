/** What a reader of a site's flown year should know, in words. */
import { formatNumber } from "../units/index.ts";
import type { SiteFlight } from "./site-flight.ts";
import { datedOutages } from "./site-year.ts";
import type { SiteYearFlown } from "./site-year.ts";

/** A mean is told roughly where its standard error is more of it. */
const ROUGH_FRAC = 0.05;
const HUNDRED = 100;
const percent = (share: number): string => `${Math.round(HUNDRED * share)} %`;

/** How many years would tell it better, up to the next hundred: an error falls with their root. */
const rough = ({ years, shedMean_MWh: mean, shedError_MWh: error }: SiteFlight["outages"]): string =>
  error <= ROUGH_FRAC * mean ? "" : `, ${percent(error / mean)} of it: simulate.outageYears of ${Math.ceil((years * (error / (ROUGH_FRAC * mean)) ** 2) / HUNDRED) * HUNDRED} would bring it to ${percent(ROUGH_FRAC)}`;

export const siteNotes = (flown: SiteYearFlown, flight: SiteFlight): readonly string[] => {
  const { site, sized, delivery } = flown;
  const dated = datedOutages(site, flown.hours);
  const at = `Site ${site.id}, flown ${flight.year}`;
  const shed = flight.outages;
  const solar = sized.sources.some(({ kind }) => kind === "solar");
  return [
    ...(flight.of.air === "climate" ? [`${at}: no weather is written; its hours are those of the climate's typical year, without heat waves.`] : []),
    ...(flight.of.air === "dry bulb and climate" ? [`${at}: weather has no humidity; dew points are the climate's.`] : []),
    ...(flight.of.air === "none" ? [`${at}: PUE and water stand at their means (${sized.cooling.plant === null ? "no plant.cooling is written" : "nothing tells of the air outside"}).`] : []),
    ...(sized.cooling.plant === null && (site.weather.dryBulb_K !== null || site.weather.wetBulb_K !== null) ? [`${at}: weather is written and not used for cooling: write plant.cooling.`] : []),
    ...(sized.cooling.plant !== null && site.weather.dryBulb_K === null && (site.weather.humidity_frac !== null || site.weather.wetBulb_K !== null) ? [`${at}: weather without dryBulb is not used.`] : []),
    ...(solar && site.weather.irradiance_W_per_m2 === null ? [`${at}: no sunlight is written; the field sees the clear sky times one share, without cloudy days.`] : []),
    ...(site.plant === null && sized.sources.some(({ outage_frac }) => outage_frac > 0) ? [`${at}: no plant is written, so no engines carry it through outages.`] : []),
    ...dated.flown.map(({ holds, from_h, to_h }) => `${at}: ${holds.join(" and ")} out for ${formatNumber(to_h - from_h)} h from hour ${formatNumber(from_h)} of the year, in every drawn year.`),
    ...(dated.outside.length > 0 ? [`${at}: outages of plant.outages that lie outside the flown year are not in it: ${dated.outside.join(", ")}.`] : []),
    ...(shed.years > 0 ? [`${at}: outages are the mean of ${shed.years} drawn years (seed ${shed.seed}): ${formatNumber(shed.shedMean_MWh)} MWh shed a year, standard error ${formatNumber(shed.shedError_MWh)}${rough(shed)}.`] : []),
    ...(flight.energy.backup_MWh > 0 ? [`${at}: the engines of the house give ${formatNumber(flight.energy.backup_MWh)} MWh in outages and burn fuel for ${formatNumber(flight.backup.usd)} $ that emits ${formatNumber(flight.backup.carbon_t)} t of CO2; trials of them are not counted.`] : []),
    ...(flight.lost.limit_MWh > 0 ? [`${at}: in hot hours IT and overhead would pass the site's power; ${formatNumber(flight.lost.limit_MWh)} MWh of IT are not run.`] : []),
    ...(delivery.gridPeak_MW.some((peak) => peak > 0) && sized.storage !== null && flight.money.demand_usd > 0 ? [`${at}: the store is run for energy, not against the charge on peaks.`] : []),
  ];
};
