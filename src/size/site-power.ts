/**
 * What powers a site, and what that costs in a typical year at full load.
 *
 *   1. grid: the written price and delivery up to the limit; gas: fuel at full load in the year's mean air and upkeep; nuclear: its price, stops for fuel off
 *   2. solar: clear sky of the field's turbidity times one share, so that the year's global irradiance is the climate's
 *   3. the stack with the store at least cost by the kernel's `convexStore`; load that nothing serves is reported, never hidden
 */
import { convexStore } from "../kernel/index.ts";
import { clearSky, gasCarbon_g_per_kWh, gasFuel_kJ_per_kWh, gasLimit_frac, julianDate, planeIrradiance_W_per_m2, solarOutput_frac, sunOverhead, type GasMachine, type GroundPlace, type SolarField } from "../physics/index.ts";
import { amountAt, entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import { HOURS_PER_YEAR, quarterStart_s } from "../units/index.ts";
import { siteClimate, YEAR_H, type Plant, type Site } from "./site-climate.ts";
import type { GasSource, GridSource, NuclearSource, PowerSource, SiteStorage, SolarSource } from "./site-sizing.ts";

/** Price of load that is not served: above any source's, so that the dispatch serves what it can. */
export const LOST_USD_PER_MWH = 100_000;
/** Any year will do: a typical one has no calendar. */
const YEAR_START = "2026-01-01T00:00:00Z";

export const siteSources = (scenario: Scenario, site: Site, site_MW: number): readonly PowerSource[] => {
  const { plant } = site;
  const start_s = quarterStart_s(scenario.horizon.start_quarter);
  const energy_usd_per_MWh = amountAt(site.powerPrice_usd_per_MWh, start_s);
  const carbon_g_per_kWh = amountAt(site.carbon_g_per_kWh, start_s);
  if (plant === null) {
    return [{ kind: "grid", id: "grid", carbon_g_per_kWh, energy_usd_per_MWh, power_MW: site_MW, outage_frac: 0, outage_h: 0, delivery_usd_per_MWh: 0, demand_usd_per_kW_month: 0, curtailable_h_per_yr: 0, curtailable_frac: 0 }];
  }
  const grid = { kind: "grid", id: "grid", carbon_g_per_kWh, energy_usd_per_MWh } as const;
  return [
    ...(plant.gridConnected === "yes" ? [{ ...grid, ...gridTerms(plant, site_MW) }] : []),
    ...plant.generators.map((unit) => generatorSource(scenario, unit)),
    ...(plant.solar === null ? [] : [solarSource(scenario, plant, { latitude_deg: placeOf(scenario, site).latitude_deg })]),
  ];
};

const gridTerms = ({ grid }: Plant, site_MW: number): Omit<GridSource, "kind" | "id" | "carbon_g_per_kWh" | "energy_usd_per_MWh"> => ({
  power_MW: grid.limit_MW ?? site_MW, outage_frac: Math.min(1, (grid.outages_per_yr * grid.outage_h) / HOURS_PER_YEAR), outage_h: grid.outage_h,
  delivery_usd_per_MWh: grid.delivery_usd_per_MWh, demand_usd_per_kW_month: grid.demandCharge_usd_per_kW, curtailable_h_per_yr: grid.curtailedTime_h, curtailable_frac: grid.curtailable_frac,
});

type Unit = Plant["generators"][number];

const generatorSource = (scenario: Scenario, unit: Unit): GasSource | NuclearSource => {
  const entry = entryOf(scenario, { kind: "generators", id: unit.generator });
  const value = (name: string): number => entryValue(entry, name);
  const common = { id: unit.id, generator: unit.generator, units: unit.units, unit_MW: unit.power_MW, power_MW: unit.units * unit.power_MW, variable_usd_per_MWh: unit.variable_usd_per_MWh, outage_frac: value("outage"), outage_h: value("repair") };
  if (entry.facts?.["fuel"] === "nuclear") return { ...common, kind: "nuclear", carbon_g_per_kWh: 0, refuelling_frac: value("refuelling") };
  const machine: GasMachine = {
    heatRate_kJ_per_kWh: value("heatRate"), noLoad_frac: value("noLoad"), loadMin_frac: value("loadMin"), powerLoss_per_K: value("powerLoss"), powerFrom_C: value("powerFrom"),
    powerMax_frac: value("powerMax"), pressureExponent: value("pressureExponent"), heatRateGain_per_K: value("heatRateGain"),
  };
  return { ...common, kind: "gas", machine, fuel_usd_per_GJ: unit.fuelPrice_usd_per_GJ ?? value("fuelPrice"), carbon_kg_per_GJ: value("carbon"), carbon_g_per_kWh: gasCarbon_g_per_kWh(machine.heatRate_kJ_per_kWh, value("carbon")) };
};
const solarSource = (scenario: Scenario, plant: Plant, { latitude_deg }: { readonly latitude_deg: number }): SolarSource => {
  const solar = plant.solar!;
  const entry = entryOf(scenario, { kind: "solarFields", id: solar.field });
  const value = (name: string): number => entryValue(entry, name);
  const field: SolarField = {
    mount: solar.mount, tilt_deg: solar.tilt_deg, azimuth_deg: latitude_deg >= 0 ? 180 : 0, stop_deg: value("stop"), groundCover_frac: value("groundCover"), albedo_frac: value("albedo"),
    temperature_per_K: -value("temperatureCoefficient"), loss_frac: value("loss"), inverter_frac: value("inverter"), acOverDc: 1 / solar.dcPerAc,
  };
  return { kind: "solar", id: "solar", power_MW: solar.power_MW / solar.dcPerAc, dc_MW: solar.power_MW, field, capacity_frac: 0, carbon_g_per_kWh: 0, outage_frac: 0, outage_h: 0 };
};

export const siteStorage = ({ plant }: Site): SiteStorage | null =>
  plant?.storage ? { energy_MWh: plant.storage.energy_MWh, power_MW: plant.storage.power_MW, roundTrip_frac: plant.storage.roundTrip_frac } : null;

export const placeOf = (scenario: Scenario, site: Site): GroundPlace => {
  const entry = entryOf(scenario, { kind: "sites", id: site.site });
  const elevation_m = site.plant === null ? 0 : siteClimate(scenario, site.plant).elevation_m;
  return { latitude_deg: entryValue(entry, "latitude"), longitude_deg: entryValue(entry, "longitude"), elevation_m };
};

/** Output over modules' nameplate of each hour of the typical year, from the first of January in local solar time; undefined where the climate has no sunlight. */
export const solarYear = (scenario: Scenario, site: Site, field: SolarField, dryBulb_C: Float64Array): Float64Array | undefined => {
  const entry = entryOf(scenario, { kind: "climates", id: site.plant!.climate });
  const wanted = entry.figures["irradiance"]?.value;
  if (wanted === undefined) return undefined;
  const place = placeOf(scenario, site);
  const turbidity = entryValue(entryOf(scenario, { kind: "solarFields", id: site.plant!.solar!.field }), "turbidity");
  const start = julianDate(YEAR_START) - place.longitude_deg / 360;
  const suns = Array.from({ length: YEAR_H }, (_, h) => sunOverhead(place, start + (h + 0.5) / 24));
  const lights = suns.map((sun) => clearSky(place, sun, turbidity));
  const clear = lights.reduce((sum, light) => sum + light.global_W_per_m2, 0) / YEAR_H;
  return Float64Array.from(suns, (sun, h) => {
    const plane = (planeIrradiance_W_per_m2(field, sun, lights[h]!) * wanted) / clear;
    return solarOutput_frac(field, plane, { dryBulb_C: dryBulb_C[h]!, wind_m_per_s: MEAN_WIND_M_PER_S });
  });
};

/** Dallas 2020: 4.1 m/s at 10 m, hourly mean (Open-Meteo); modules stand lower. */
const MEAN_WIND_M_PER_S = 3;

export interface PowerYear {
  readonly energy_usd: number;
  readonly carbon_t: number;
  readonly lost_MWh: number;
  /** By source, in the order of the sources. */
  readonly used_MWh: readonly number[];
}

export interface PowerHours {
  /** Site load, air, and the field's output over nameplate: nothing where there is none. */
  readonly load_MW: Float64Array;
  readonly dryBulb_C: Float64Array;
  readonly pressure_Pa: number;
  readonly solar_frac: Float64Array;
}

const limitOf = (source: PowerSource, hours: PowerHours, h: number): number => {
  switch (source.kind) {
    case "grid": return source.power_MW;
    case "gas": return source.power_MW * gasLimit_frac(source.machine, { dryBulb_C: hours.dryBulb_C[h]!, pressure_Pa: hours.pressure_Pa });
    case "nuclear": return source.power_MW * (1 - source.refuelling_frac);
    case "solar": return source.dc_MW * hours.solar_frac[h]!;
  }
};

const costOf = (source: PowerSource, hours: PowerHours, h: number): number => {
  switch (source.kind) {
    case "grid": return source.energy_usd_per_MWh + source.delivery_usd_per_MWh;
    // Gigajoules a megawatt-hour are megajoules a kilowatt-hour.
    case "gas": return (gasFuel_kJ_per_kWh(source.machine, { dryBulb_C: hours.dryBulb_C[h]!, pressure_Pa: hours.pressure_Pa }, 1) / 1000) * source.fuel_usd_per_GJ + source.variable_usd_per_MWh;
    case "nuclear": return source.variable_usd_per_MWh;
    case "solar": return 0;
  }
};

/** Equation 3 over the hours, units all there; demand charges on the peak of twelve equal months. */
export const powerYear = (sources: readonly PowerSource[], storage: SiteStorage | null, hours: PowerHours): PowerYear => {
  const steps = hours.load_MW.length;
  const cost = new Float64Array(steps * sources.length);
  const limit = new Float64Array(steps * sources.length);
  for (let h = 0; h < steps; h++) {
    sources.forEach((source, k) => {
      limit[h * sources.length + k] = limitOf(source, hours, h);
      cost[h * sources.length + k] = costOf(source, hours, h);
    });
  }
  const oneWay = Math.sqrt(storage?.roundTrip_frac ?? 1);
  const path = convexStore({
    steps, sources: sources.length, load: hours.load_MW, cost, limit, lostCost: LOST_USD_PER_MWH,
    energy: (storage?.energy_MWh ?? 0) / oneWay, power: storage?.power_MW ?? 0, charge_frac: oneWay, discharge_frac: oneWay, start: (storage?.energy_MWh ?? 0) / oneWay / 2,
  });
  const used_MWh = sources.map((_, k) => path.used.reduce((sum, used, i) => (i % sources.length === k ? sum + used : sum), 0));
  let energy_usd = 0;
  for (let i = 0; i < cost.length; i++) energy_usd += path.used[i]! * cost[i]!;
  return {
    energy_usd: energy_usd + demandCharges(sources, path.used, steps), lost_MWh: path.lost.reduce((sum, lost) => sum + lost, 0), used_MWh,
    carbon_t: sources.reduce((sum, source, k) => sum + (used_MWh[k]! * source.carbon_g_per_kWh) / 1000, 0),
  };
};

const MONTHS = 12;

/** For twelve months however many hours stand for them. */
const demandCharges = (sources: readonly PowerSource[], used: Float64Array, steps: number): number =>
  sources.reduce((sum, source, k) => {
    if (source.kind !== "grid" || source.demand_usd_per_kW_month === 0) return sum;
    const peaks = new Float64Array(MONTHS);
    for (let h = 0; h < steps; h++) {
      const month = Math.floor((h * MONTHS) / steps);
      peaks[month] = Math.max(peaks[month]!, used[h * sources.length + k]!);
    }
    return sum + peaks.reduce((all, peak) => all + peak, 0) * 1000 * source.demand_usd_per_kW_month;
  }, 0);
