/**
 * What a site runs at, on the mean of a year: of its flown year where it has a plant or hours of its own, else as it is written.
 *
 *   1. available = repair (availability, equation 1) x what power, cooling and the site's limit leave of the flown year
 *   2. PUE, water and carbon over IT energy, and all that energy cost over IT energy (peaks, delivery and fuel in it), of the flown year
 */
import type { Flight, SiteFlight } from "../fly/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Sizing } from "../size/index.ts";
import { siteAvailability } from "./availability.ts";

type Site = Scenario["ground"]["sites"][number];

export interface SiteMeans {
  /** "written" where the scenario's constants stand. */
  readonly origin: "flown" | "written";
  /** Share of the servers' nameplate that is there to be used. */
  readonly available_frac: number;
  /** Nameplate of the servers over site power. */
  readonly nameplate_frac: number;
  /** Site energy over IT energy. */
  readonly pue: number;
  readonly water_L_per_kWh: number;
  /** Direct, over IT energy, and dollars of energy a megawatt-hour of IT at a flat load; null as written, where they change by quarter with `carbon` and `powerPrice`. */
  readonly carbon_g_per_kWh: number | null;
  readonly energy_usd_per_MWh: number | null;
}

export const siteMeans = (site: Site, { sizing, flight }: { readonly sizing: Sizing; readonly flight: Flight }): SiteMeans => {
  const flown = hasHours(site) ? flight.sites.find(({ id }) => id === site.id) : undefined;
  if (flown === undefined) {
    return { origin: "written", available_frac: siteAvailability(site), nameplate_frac: 1 / site.pue, pue: site.pue, water_L_per_kWh: site.water_L_per_kWh, carbon_g_per_kWh: null, energy_usd_per_MWh: null };
  }
  const sized = sizing.sites.find(({ id }) => id === site.id);
  if (sized === undefined) throw new Error(`serve: site "${site.id}" was flown and not sized`);
  return {
    origin: "flown", available_frac: siteAvailability(site) * flown.plantDelivered_frac, nameplate_frac: sized.it_W / sized.site_W,
    pue: flown.pue, water_L_per_kWh: flown.water_L_per_kWh, carbon_g_per_kWh: flown.carbon_g_per_kWh, energy_usd_per_MWh: flown.money.energy_usd_per_MWh,
  };
};

/** Whether the flown year knows more of a site than its constants: else nobody asks for it. */
export const hasHours = ({ plant, hourlyPrice_usd_per_MWh, hourlyCarbon_g_per_kWh, weather, telemetry, priceStop_usd_per_MWh }: Site): boolean =>
  plant !== null || priceStop_usd_per_MWh !== null || hourlyPrice_usd_per_MWh !== null || hourlyCarbon_g_per_kWh !== null || hasSeries(weather) || hasSeries(telemetry);

const hasSeries = (by: Readonly<Record<string, unknown>>): boolean => {
  for (const name in by) if (by[name] !== null) return true;
  return false;
};

/** What the reader of a service should know of the sites' means. */
export const siteMeansNotes = ({ ground }: Scenario, means: Readonly<Record<string, SiteMeans>>, { sites }: { readonly sites: readonly SiteFlight[] }): readonly string[] =>
  ground.sites.flatMap((site) => {
    if (means[site.id]!.origin === "flown") return [`${site.id} runs at the means of its flown year ${sites.find(({ id }) => id === site.id)!.year}, in every year of the horizon.`];
    return hasHours(site) ? [`${site.id} was not flown: its constants stand.`] : [];
  });
