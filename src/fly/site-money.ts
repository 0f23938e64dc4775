/**
 * Money and carbon of a site's flown year, source by source and hour by hour.
 *
 *   1. grid = energy at the price of the hour + delivery + charge on the highest hour of each month
 *   2. gas: as few units run as give the power; fuel at their share of load (physics/gas-machine) x its price, and its carbon
 *   3. nuclear and gas: upkeep, fuel or contract by the megawatt-hour; solar: nothing
 *   3a. engines of the house: what they give in outages x their heat rate x price and carbon of their fuel; monthly trials are not counted
 *   4. water by the cubic metre; accelerators that failed by the price of their servers
 *
 * Capital, staff and upkeep that do not follow the hours are the sizing's and the plan's.
 */
import { gasCarbon_g_per_kWh } from "../physics/index.ts";
import { amountAt } from "../scenario/index.ts";
import type { GasSource, PowerSource } from "../size/index.ts";
import { HOURS_PER_YEAR } from "../units/index.ts";
import { gasFuel_GJ_per_MWh, gasUnit_MW } from "./site-sources.ts";
import type { SiteYearFlown } from "./site-year.ts";

/** Columns of the year, $ and kg of CO2, one value an hour. */
export interface SiteAccounts {
  readonly gridEnergy_usd: Float64Array;
  readonly delivery_usd: Float64Array;
  readonly fuel_usd: Float64Array;
  readonly variable_usd: Float64Array;
  readonly water_usd: Float64Array;
  readonly carbon_kg: Float64Array;
  /** One value a month. */
  readonly demand_usd: Float64Array;
  readonly replaced_servers: number;
  readonly replacement_usd: number;
  /** Of the engines of the house, in fuel_usd and carbon_kg too. */
  readonly backup: { readonly fuel_GJ: number; readonly usd: number; readonly carbon_kg: number };
  /** By source. */
  readonly bySource: readonly { readonly usd: number; readonly carbon_kg: number }[];
}

const KW_PER_MW = 1000;

interface SourceHour { readonly fuel_usd: number; readonly variable_usd: number; readonly energy_usd: number; readonly delivery_usd: number; readonly carbon_kg: number }

export const siteAccounts = (flown: SiteYearFlown): SiteAccounts => {
  const { scenario, site, sized, hours, delivery, sources } = flown;
  const column = (): Float64Array => new Float64Array(hours.hours);
  const accounts = { gridEnergy_usd: column(), delivery_usd: column(), fuel_usd: column(), variable_usd: column(), water_usd: flown.water_m3.map((m3) => m3 * site.waterPrice_usd_per_m3), carbon_kg: column() };
  const count = sources.of.length;
  const demand_usd = demandCharges(flown);
  const bySource = sources.of.map((source, k) => {
    let [usd, carbon_kg] = [source.kind === "grid" ? demand_usd.reduce((a, b) => a + b, 0) : 0, 0];
    for (let h = 0; h < hours.hours; h++) {
      const hour = sourceHour(source, flown, { h, used_MWh: delivery.used_MW[h * count + k]! });
      accounts.gridEnergy_usd[h] = accounts.gridEnergy_usd[h]! + hour.energy_usd;
      accounts.delivery_usd[h] = accounts.delivery_usd[h]! + hour.delivery_usd;
      accounts.fuel_usd[h] = accounts.fuel_usd[h]! + hour.fuel_usd;
      accounts.variable_usd[h] = accounts.variable_usd[h]! + hour.variable_usd;
      accounts.carbon_kg[h] = accounts.carbon_kg[h]! + hour.carbon_kg;
      usd += hour.energy_usd + hour.delivery_usd + hour.fuel_usd + hour.variable_usd;
      carbon_kg += hour.carbon_kg;
    }
    return { usd, carbon_kg };
  });
  const backup = burnt(flown, accounts);
  const replaced_servers = (sized.servers * sized.failure.rate_per_yr * hours.hours) / HOURS_PER_YEAR;
  return { ...accounts, demand_usd, backup, bySource, replaced_servers, replacement_usd: replaced_servers * amountAt(site.serverPrice_usd, scenario.simulate.start_utc_s) };
};

/** (3a), put into the columns. */
const burnt = ({ site: { plant }, delivery: { backup_MW } }: SiteYearFlown, { fuel_usd, carbon_kg }: Pick<SiteAccounts, "fuel_usd" | "carbon_kg">): SiteAccounts["backup"] => {
  const total = { fuel_GJ: 0, usd: 0, carbon_kg: 0 };
  if (plant === null) return total;
  backup_MW.forEach((power_MW, h) => {
    const fuel_GJ = (power_MW * plant.backupHeatRate_kJ_per_kWh) / KJ_PER_KWH_OF_GJ_PER_MWH;
    const [usd, kg] = [fuel_GJ * plant.backupFuelPrice_usd_per_GJ, fuel_GJ * plant.backupCarbon_kg_per_GJ];
    fuel_usd[h] = fuel_usd[h]! + usd;
    carbon_kg[h] = carbon_kg[h]! + kg;
    total.fuel_GJ += fuel_GJ;
    total.usd += usd;
    total.carbon_kg += kg;
  });
  return total;
};

const NOTHING: SourceHour = { fuel_usd: 0, variable_usd: 0, energy_usd: 0, delivery_usd: 0, carbon_kg: 0 };

const sourceHour = (source: PowerSource, flown: SiteYearFlown, { h, used_MWh }: { readonly h: number; readonly used_MWh: number }): SourceHour => {
  if (used_MWh === 0) return NOTHING;
  if (source.kind === "gas") return gasHour(source, flown, { h, used_MWh });
  // Grams a kilowatt-hour are kilograms a megawatt-hour.
  const carbon_kg = used_MWh * (source.kind === "grid" ? flown.hours.carbon_g_per_kWh[h]! : source.carbon_g_per_kWh);
  if (source.kind === "grid") return { ...NOTHING, energy_usd: used_MWh * flown.hours.price_usd_per_MWh[h]!, delivery_usd: used_MWh * source.delivery_usd_per_MWh, carbon_kg };
  return { ...NOTHING, variable_usd: source.kind === "nuclear" ? used_MWh * source.variable_usd_per_MWh : 0, carbon_kg };
};

const gasHour = (source: GasSource, flown: SiteYearFlown, { h, used_MWh }: { readonly h: number; readonly used_MWh: number }): SourceHour => {
  const unit_MW = gasUnit_MW(source, flown, h);
  const running = Math.ceil(used_MWh / unit_MW - 1e-9);
  const fuel_GJ_per_MWh = gasFuel_GJ_per_MWh(source, flown, h, Math.min(1, used_MWh / (running * unit_MW)));
  const carbon_kg = used_MWh * gasCarbon_g_per_kWh(fuel_GJ_per_MWh * KJ_PER_KWH_OF_GJ_PER_MWH, source.carbon_kg_per_GJ);
  return { ...NOTHING, fuel_usd: used_MWh * fuel_GJ_per_MWh * source.fuel_usd_per_GJ, variable_usd: used_MWh * source.variable_usd_per_MWh, carbon_kg };
};

/** 1 GJ/MWh is 1,000 kJ/kWh. */
const KJ_PER_KWH_OF_GJ_PER_MWH = 1000;

const demandCharges = ({ delivery, sources }: SiteYearFlown): Float64Array => {
  const grid = sources.of.find((source) => source.kind === "grid");
  return delivery.gridPeak_MW.map((peak_MW) => (grid === undefined ? 0 : peak_MW * KW_PER_MW * grid.demand_usd_per_kW_month));
};
