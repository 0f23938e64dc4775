/** A site's flown year in numbers. Throws when energy, water or money does not balance to 1e-9, or a number is not finite. */
import { formatUtc, HOUR_S } from "../units/index.ts";
import type { SiteEnergy, SiteFlight, SiteLost, SiteMoney, SiteMonths, SiteOutageSummary, SitePrice, SiteTelemetry } from "./site-flight.ts";
import { siteAccounts } from "./site-money.ts";
import type { SiteAccounts } from "./site-money.ts";
import { dearestHours } from "./site-sources.ts";
import type { SiteYearFlown } from "./site-year.ts";

const MONTHS = 12;
const DEAREST = 10;
const CLOSES = 1e-9;
const KG_PER_T = 1000;
const sumOf = (column: Float64Array): number => column.reduce((sum, v) => sum + v, 0);

export const siteSummary = (flown: SiteYearFlown, accounts: SiteAccounts = siteAccounts(flown)): SiteFlight => {
  const { site, sized, hours, load, air, delivery } = flown;
  const energy = energyOf(flown, accounts);
  const pues = pueRange(flown);
  const monthly = monthsOf(flown, accounts);
  const water_m3 = sumOf(flown.water_m3);
  closes("water", (water_m3 - monthly.water_m3.reduce((a, b) => a + b, 0)) / Math.max(1, water_m3));
  const carbon_t = sumOf(accounts.carbon_kg) / KG_PER_T;
  return finite({
    id: site.id, year: hours.year, start_utc: formatUtc(hours.start_utc_s), hours: hours.hours,
    of: { price: hours.priced, carbon: hours.carbonOf, air: sized.cooling.plant === null ? "none" : air === null ? "none" : air.of, load: site.telemetry.itPower_MW === null ? "nameplate" : "telemetry" },
    energy,
    lost: lostOf(flown, energy),
    delivered_frac: energy.it_MWh / energy.wanted_MWh,
    plantDelivered_frac: energy.it_MWh / (energy.wanted_MWh - load.failed_MWh),
    usable_h: delivery.usable_h, dark_h: delivery.dark_h,
    outages: outagesOf(flown),
    backup: { fuel_GJ: accounts.backup.fuel_GJ, usd: accounts.backup.usd, carbon_t: accounts.backup.carbon_kg / KG_PER_T },
    pue: energy.site_MWh / energy.it_MWh, ...pues,
    water_m3, water_L_per_kWh: water_m3 / energy.it_MWh,
    price: priceOf(flown, accounts),
    money: moneyOf({ accounts, energy, monthly }),
    carbon_t, carbon_g_per_kWh: (carbon_t * KG_PER_T) / energy.it_MWh,
    replaced_servers: accounts.replaced_servers,
    refreshed_servers: sized.servers / site.serverLife_yr,
    telemetry: telemetryOf(flown),
    monthly,
  });
};

const closes = (what: string, residual_frac: number): number => {
  if (!(Math.abs(residual_frac) < CLOSES)) throw new Error(`fly: ${what} of a site does not balance: residual_frac is ${residual_frac}`);
  return residual_frac;
};

/** Numbers that are not finite stop the flight by their name. */
const finite = (flight: SiteFlight): SiteFlight => {
  const look = (value: unknown, name: string): void => {
    if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`fly: ${name} of site ${flight.id} is ${value}`);
    if (typeof value === "object" && value !== null) for (const [key, inner] of Object.entries(value)) look(inner, `${name}.${key}`);
  };
  look(flight, "flight");
  return flight;
};

const energyOf = ({ load, sources, delivery, sized, it_MW, overhead_MW }: SiteYearFlown, accounts: SiteAccounts): SiteEnergy => {
  const count = sources.of.length;
  const n = it_MW.length;
  const years = sources.of.map((source, k) => {
    let [used_MWh, unused_MWh, peak_MW] = [0, 0, 0];
    for (let h = 0; h < n; h++) {
      const used = delivery.used_MW[h * count + k]!;
      used_MWh += used;
      peak_MW = Math.max(peak_MW, used);
      if (source.kind === "solar") unused_MWh += sources.limit_MW[h * count + k]! * (1 - (delivery.fieldOut_frac?.[h] ?? 0)) - used;
    }
    const { usd, carbon_kg } = accounts.bySource[k]!;
    return { id: source.id, kind: source.kind, used_MWh, unused_MWh, peak_MW, carbon_t: carbon_kg / KG_PER_T, usd };
  });
  const [it_MWh, overhead_MWh, backup_MWh] = [sumOf(it_MW), sumOf(overhead_MW), sumOf(delivery.backup_MW)];
  const site_MWh = it_MWh + overhead_MWh;
  const { change_MWh } = delivery;
  const [into_MWh, outOf_MWh] = [sumOf(delivery.into_MW), sumOf(delivery.outOf_MW)];
  const given_MWh = years.reduce((sum, { used_MWh }) => sum + used_MWh, 0) + backup_MWh + outOf_MWh - into_MWh;
  return {
    wanted_MWh: sumOf(load.wanted_MW), it_MWh, overhead_MWh, site_MWh, sources: years, backup_MWh,
    storage: sized.storage === null ? null : { into_MWh, outOf_MWh, change_MWh, lost_MWh: into_MWh - outOf_MWh - change_MWh },
    residual_frac: closes("energy", (given_MWh - site_MWh) / site_MWh),
  };
};

const lostOf = ({ load, delivery, sources: { curtailed, stopped } }: SiteYearFlown, { wanted_MWh, it_MWh }: SiteEnergy): SiteLost => {
  const lost = { failed_MWh: load.failed_MWh, cooling_MWh: load.cooling_MWh, limit_MWh: load.limit_MWh, contract_MWh: 0, price_MWh: 0, short_MWh: 0, outage_MWh: 0 };
  for (let h = 0; h < load.it_MW.length; h++) {
    const it = load.it_MW[h]!;
    if (it === 0) continue;
    const per = it / (it + load.overhead_MW[h]!);
    const short = delivery.short_MW[h]! * per;
    if (stopped[h] === 1) lost.price_MWh += short;
    else if (curtailed[h] === 1) lost.contract_MWh += short;
    else lost.short_MWh += short;
    lost.outage_MWh += delivery.shed_MW[h]! * per;
  }
  const all = Object.values(lost).reduce((a, b) => a + b, 0);
  return { ...lost, residual_frac: closes("IT energy", (wanted_MWh - it_MWh - all) / wanted_MWh) };
};

const meanOf = (column: Float64Array): number => (column.length === 0 ? 0 : sumOf(column) / column.length);

const outagesOf = ({ delivery: { draws }, scenario }: SiteYearFlown): SiteOutageSummary => {
  const { years, shed_MWh, shed_h } = draws;
  const mean = meanOf(shed_MWh);
  const variance = years < 2 ? 0 : shed_MWh.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (years - 1);
  const sorted = shed_MWh.toSorted();
  return {
    // Years that shed the same differ by rounding.
    years, seed: scenario.uncertainty.seed, shedMean_MWh: mean, shedError_MWh: variance <= (CLOSES * mean) ** 2 ? 0 : Math.sqrt(variance / years),
    shedWorstOf20_MWh: years === 0 ? 0 : sorted[Math.min(years - 1, Math.ceil(0.95 * years) - 1)]!, shedMean_h: meanOf(shed_h),
    grid_per_yr: draws.gridOutages_per_yr, failedStarts_per_yr: draws.failedStarts_per_yr,
  };
};

const pueRange = ({ load, it_MW }: SiteYearFlown): Pick<SiteFlight, "pueWorst" | "pueBest"> => {
  let [pueWorst, pueBest] = [1, Infinity];
  for (let h = 0; h < it_MW.length; h++) {
    if (!(it_MW[h]! > 0)) continue;
    const pue = 1 + load.overhead_MW[h]! / load.it_MW[h]!;
    [pueWorst, pueBest] = [Math.max(pueWorst, pue), Math.min(pueBest, pue)];
  }
  return { pueWorst, pueBest };
};

const priceOf = ({ hours, sources, delivery }: SiteYearFlown, accounts: SiteAccounts): SitePrice => {
  const grid = sources.of.findIndex(({ kind }) => kind === "grid");
  let used_MWh = 0;
  for (let h = 0; h < hours.hours; h++) used_MWh += grid < 0 ? 0 : delivery.used_MW[h * sources.of.length + grid]!;
  const { price_usd_per_MWh: price } = hours;
  return {
    mean_usd_per_MWh: sumOf(price) / hours.hours,
    paid_usd_per_MWh: used_MWh > 0 ? (sumOf(accounts.gridEnergy_usd) + sumOf(accounts.delivery_usd)) / used_MWh : null,
    dearest: hours.priced === "mean" ? [] : dearestHours(price, DEAREST).map((h) => ({ start_utc: formatUtc(hours.start_utc_s + h * HOUR_S), usd_per_MWh: price[h]! })),
  };
};

const moneyOf = ({ accounts, energy, monthly }: { readonly accounts: SiteAccounts; readonly energy: SiteEnergy; readonly monthly: SiteMonths }): SiteMoney => {
  const items = {
    gridEnergy_usd: sumOf(accounts.gridEnergy_usd), delivery_usd: sumOf(accounts.delivery_usd), demand_usd: sumOf(accounts.demand_usd), fuel_usd: sumOf(accounts.fuel_usd), variable_usd: sumOf(accounts.variable_usd),
  };
  const energy_usd = Object.values(items).reduce((a, b) => a + b, 0);
  const water_usd = sumOf(accounts.water_usd);
  const moved = Object.values(items).reduce((sum, usd) => sum + Math.abs(usd), 1);
  closes("money by source", (energy_usd - accounts.backup.usd - energy.sources.reduce((sum, { usd }) => sum + usd, 0)) / moved);
  return {
    ...items, water_usd, replacement_usd: accounts.replacement_usd, total_usd: energy_usd + water_usd + accounts.replacement_usd, energy_usd_per_MWh: energy_usd / energy.it_MWh,
    residual_frac: closes("money by month", (energy_usd - monthly.energy_usd.reduce((a, b) => a + b, 0)) / moved),
  };
};

const telemetryOf = ({ site, it_MW, overhead_MW }: SiteYearFlown): SiteTelemetry | null => {
  const measured = site.telemetry.sitePower_MW;
  if (measured === null) return null;
  const measured_MWh = measured.value.reduce((a, b) => a + b, 0);
  let [bias, squares] = [0, 0];
  measured.value.forEach((power, h) => {
    const off = it_MW[h]! + overhead_MW[h]! - power;
    bias += off;
    squares += off * off;
  });
  const it = site.telemetry.itPower_MW;
  const n = measured.value.length;
  return { measured_MWh, bias_frac: bias / measured_MWh, rms_frac: Math.sqrt(squares / n) / (measured_MWh / n), pueMeasured: it === null ? null : measured_MWh / it.value.reduce((a, b) => a + b, 0) };
};

const monthsOf = (flown: SiteYearFlown, accounts: SiteAccounts): SiteMonths => {
  const { hours, it_MW, overhead_MW, load, delivery } = flown;
  const by = (value: (h: number) => number): number[] => {
    const sums = Array.from({ length: MONTHS }, () => 0);
    for (let h = 0; h < hours.hours; h++) sums[hours.month[h]!] = sums[hours.month[h]!]! + value(h);
    return sums;
  };
  const counts = by(() => 1);
  const it_MWh = by((h) => it_MW[h]!);
  const site_MWh = by((h) => it_MW[h]! + overhead_MW[h]!);
  const { gridEnergy_usd, delivery_usd, fuel_usd, variable_usd, carbon_kg, demand_usd } = accounts;
  return {
    price_usd_per_MWh: by((h) => hours.price_usd_per_MWh[h]!).map((sum, m) => sum / counts[m]!),
    it_MWh, site_MWh, pue: site_MWh.map((site, m) => (it_MWh[m]! > 0 ? site / it_MWh[m]! : null)),
    water_m3: by((h) => flown.water_m3[h]!), carbon_t: by((h) => carbon_kg[h]! / KG_PER_T),
    energy_usd: by((h) => gridEnergy_usd[h]! + delivery_usd[h]! + fuel_usd[h]! + variable_usd[h]!).map((usd, m) => usd + demand_usd[m]!),
    lost_MWh: by((h) => load.wanted_MW[h]! - it_MW[h]!), gridPeak_MW: Array.from(delivery.gridPeak_MW),
  };
};
