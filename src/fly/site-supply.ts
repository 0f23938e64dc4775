/**
 * What a ground site gives to jobs over some days, by the hour: IT power as planned, what an outage takes of it, and what a kilowatt-hour of IT
 * costs and emits.
 *
 *   1. the site's flown year (site-year) with every server up, for who drives jobs draws their failures, and one drawn year of outages, the first
 *      of the scenario's seed
 *   2. planned = IT less what sources and contract leave short; an outage takes its share of what is planned in its hours
 *   3. price and carbon of a kilowatt-hour of IT = energy, delivery, fuel and upkeep of the hour over the IT run in it; in hours in which an
 *      outage leaves nothing, those of the hour before. Charges on the month's highest hour are not in it
 *   4. hours of the window are those of the same day and hour in the flown year, whichever year the window is of
 *
 * Accuracy: sums over a whole year against the site's summary (test/fly).
 */
import type { Scenario } from "../scenario/index.ts";
import type { SiteSizing } from "../size/index.ts";
import { HOUR_S } from "../units/index.ts";
import type { SupplyWindow } from "./platform-supply.ts";
import type { Site } from "./site-hours.ts";
import { siteAccounts } from "./site-money.ts";
import { siteYear } from "./site-year.ts";

/** All phases built; one value an hour from the hour in which the window starts. */
export interface SiteSupply {
  readonly id: string;
  /** Calendar year that the hours are of. */
  readonly year: number;
  readonly it_W: Float64Array;
  /** Share of it that an outage takes, unforeseen. */
  readonly out_frac: Float64Array;
  readonly energy_usd_per_kWh: Float64Array;
  readonly carbon_g_per_kWh: Float64Array;
}

/** The scenario's sites that close, in its order. */
export const siteSupplies = (scenario: Scenario, sites: readonly SiteSizing[], window: SupplyWindow): readonly SiteSupply[] =>
  scenario.ground.sites.flatMap((site, index) => {
    const sized = sites.find(({ id }) => id === site.id);
    return sized === undefined || sized.status === "infeasible" ? [] : [siteSupply(scenario, { site, sized, index }, window)];
  });

const siteSupply = (scenario: Scenario, { site, sized, index }: { readonly site: Site; readonly sized: SiteSizing; readonly index: number }, { start_utc_s, days }: SupplyWindow): SiteSupply => {
  const asked: Scenario = { ...scenario, simulate: { ...scenario.simulate, outageYears: 1 } };
  const flown = siteYear(asked, { site, sized: { ...sized, failure: { ...sized.failure, rate_per_yr: 0 } }, index });
  const { gridEnergy_usd, delivery_usd, fuel_usd, variable_usd, carbon_kg } = siteAccounts(flown);
  const { load, delivery, hours } = flown;
  const first = hourOfYear(hours, start_utc_s);
  const count = Math.ceil(days * 24) + 1;
  const supply = { id: site.id, year: hours.year, it_W: new Float64Array(count), out_frac: new Float64Array(count), energy_usd_per_kWh: new Float64Array(count), carbon_g_per_kWh: new Float64Array(count) };
  for (let i = 0; i < count; i++) {
    const h = (first + i) % hours.hours;
    const wanted_MW = load.it_MW[h]! + load.overhead_MW[h]!;
    const planned_MW = wanted_MW - delivery.short_MW[h]!;
    supply.it_W[i] = wanted_MW === 0 ? 0 : ((load.it_MW[h]! * Math.max(0, planned_MW)) / wanted_MW) * 1e6;
    supply.out_frac[i] = planned_MW > 0 ? Math.min(1, delivery.shed_MW[h]! / planned_MW) : 0;
    const run_kWh = flown.it_MW[h]! * 1000;
    const usd = gridEnergy_usd[h]! + delivery_usd[h]! + fuel_usd[h]! + variable_usd[h]!;
    supply.energy_usd_per_kWh[i] = run_kWh > 0 ? usd / run_kWh : before(supply.energy_usd_per_kWh, i);
    supply.carbon_g_per_kWh[i] = run_kWh > 0 ? (carbon_kg[h]! * 1000) / run_kWh : before(supply.carbon_g_per_kWh, i);
  }
  return supply;
};

const before = (column: Float64Array, i: number): number => (i === 0 ? 0 : column[i - 1]!);

/** Hours from the first of the flown year to the same day and hour as an instant's; within the year. */
const hourOfYear = ({ start_utc_s, hours }: { readonly start_utc_s: number; readonly hours: number }, at_utc_s: number): number => {
  const straight = Math.floor((at_utc_s - start_utc_s) / HOUR_S);
  if (straight >= 0 && straight < hours) return straight;
  const newYear_s = Date.UTC(new Date(at_utc_s * 1000).getUTCFullYear(), 0, 1) / 1000;
  return Math.floor((at_utc_s - newYear_s) / HOUR_S) % hours;
};
