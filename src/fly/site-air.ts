/**
 * The air outside a site and the light on its solar field, by the hour.
 *
 *   1. air: dry bulb with humidity or wet bulb as the files give them; what is missing from the climate's typical year (physics/climate-year);
 *      where the scenario names no climate either, nothing is known, and cooling stands at its mean
 *   2. light: global and direct light as the files give them (diffuse = global - direct sin(elevation), not below 0); global alone is split
 *      (physics/clear-sky, equation 6); without files the clear sky times one share, so that the year's mean is the climate's
 *   3. output of the field at the middle of the hour (physics/solar-field), in still air of FIELD_WIND
 */
import { airAtDewPoint, airAtHumidity, clearSky, climateAir, humidityFromWetBulb, julianDate, planeIrradiance_W_per_m2, solarOutput_frac, splitGlobal, sunOverhead } from "../physics/index.ts";
import type { Climate, Irradiance, OutsideAir, SolarField, SunOverhead } from "../physics/index.ts";
import { entryOf, entryValue } from "../scenario/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { SiteSizing } from "../size/index.ts";
import { formatUtc, HOUR_S, ZERO_CELSIUS_K } from "../units/index.ts";
import type { Site, SiteHours } from "./site-hours.ts";

export interface SiteAir {
  readonly air: readonly OutsideAir[];
  /** What it stands on: hours of files, files with a climate's dew point, or the climate alone. */
  readonly of: "hours" | "dry bulb and climate" | "climate";
}

type Plant = NonNullable<Site["plant"]>;

const climateOf = (scenario: Scenario, { climate: id }: Plant, pressure_Pa: number): Climate => {
  const entry = entryOf(scenario, { kind: "climates", id });
  const value = (name: string): number => entryValue(entry, name);
  return {
    dryBulbMean_C: value("dryBulbMean"), dryBulbSwing_K: value("dryBulbSwing"), dewPointMean_C: value("dewPointMean"), dewPointSwing_K: value("dewPointSwing"),
    dailyRange_K: value("dailyRange"), warmestDay: value("warmestDay"), pressure_Pa,
  };
};

const DAY_H = 24;
const DEGREES_PER_HOUR = 15;

/** The air of every hour; null where neither files nor a climate tell it. */
export const siteAir = (scenario: Scenario, site: Site, { place }: Pick<SiteSizing, "place">, hours: SiteHours): SiteAir | null => {
  const { dryBulb_K: dry, humidity_frac: humidity, wetBulb_K: wet, pressure_Pa: pressure } = site.weather;
  const climate = site.plant === null ? null : climateOf(scenario, site.plant, place.pressure_Pa);
  const typical = (h: number): OutsideAir => climateAir(climate!, { day: h / DAY_H, solarTime_h: solarTime_h(hours, place.longitude_deg, h) });
  const each = (at: (h: number) => OutsideAir): readonly OutsideAir[] => Array.from({ length: hours.hours }, (_, h) => at(h));
  const pressureAt = (h: number): number => pressure?.value[h] ?? place.pressure_Pa;
  if (dry !== null && (wet !== null || humidity !== null)) {
    return { of: "hours", air: each((h) => {
      const dryBulb_C = dry.value[h]! - ZERO_CELSIUS_K;
      return wet === null ? airAtHumidity({ dryBulb_C, relativeHumidity_frac: humidity!.value[h]!, pressure_Pa: pressureAt(h) }) : airOfBulbs({ dryBulb_C, wetBulb_C: wet.value[h]! - ZERO_CELSIUS_K, pressure_Pa: pressureAt(h) });
    }) };
  }
  if (climate === null) return null;
  if (dry === null) return { of: "climate", air: each(typical) };
  return { of: "dry bulb and climate", air: each((h) => airAtDewPoint({ dryBulb_C: dry.value[h]! - ZERO_CELSIUS_K, dewPoint_C: dewPoint_C(climate, h / DAY_H), pressure_Pa: pressureAt(h) })) };
};

const airOfBulbs = (bulbs: { readonly dryBulb_C: number; readonly wetBulb_C: number; readonly pressure_Pa: number }): OutsideAir => {
  if (bulbs.wetBulb_C > bulbs.dryBulb_C) throw new Error(`weather.wetBulb is ${bulbs.wetBulb_C.toFixed(2)} degC in an hour in which weather.dryBulb is ${bulbs.dryBulb_C.toFixed(2)} degC: a wet bulb is never the warmer`);
  return { ...bulbs, humidity: humidityFromWetBulb(bulbs) };
};

/** Local mean solar time at the middle of an hour. */
const solarTime_h = ({ start_utc_s }: SiteHours, longitude_deg: number, h: number): number => {
  const utc_h = (start_utc_s / HOUR_S + h + 0.5) % DAY_H;
  return (utc_h + longitude_deg / DEGREES_PER_HOUR + DAY_H) % DAY_H;
};

/** Equation 2 of the climate's year. */
const dewPoint_C = ({ dewPointMean_C, dewPointSwing_K, warmestDay }: Climate, day: number): number => dewPointMean_C + dewPointSwing_K * Math.cos((2 * Math.PI * (day - warmestDay)) / YEAR_D);
const YEAR_D = 365.25;

/** Metres a second at the modules: Dallas 2020 has 4.1 at 10 m (Open-Meteo), as `size` takes it. */
const FIELD_WIND = 3;

/** Power of a field over its modules' nameplate, each hour. Throws where neither files nor the climate tell of sunlight. */
export const solarHours = (scenario: Scenario, site: Site, { place }: Pick<SiteSizing, "place">, { field, hours, air }: { readonly field: SolarField; readonly hours: SiteHours; readonly air: SiteAir }): Float64Array => {
  const { irradiance_W_per_m2: global, directIrradiance_W_per_m2: direct } = site.weather;
  const start_jd = julianDate(formatUtc(hours.start_utc_s));
  const suns = Array.from({ length: hours.hours }, (_, h) => sunOverhead(place, start_jd + (h + 0.5) / DAY_H));
  const clear = global === null ? clearHours(scenario, site, { place, suns }) : [];
  const light = (h: number): Irradiance => {
    if (global === null) return clear[h]!;
    return direct === null ? splitGlobal(global.value[h]!, suns[h]!) : measured({ global: global.value[h]!, direct: direct.value[h]! }, suns[h]!);
  };
  return Float64Array.from(suns, (sun, h) => solarOutput_frac(field, planeIrradiance_W_per_m2(field, sun, light(h)), { dryBulb_C: air.air[h]!.dryBulb_C, wind_m_per_s: FIELD_WIND }));
};

/** The clear sky of the field's turbidity, brought to the climate's mean. */
const clearHours = (scenario: Scenario, site: Site, { place, suns }: { readonly place: SiteSizing["place"]; readonly suns: readonly SunOverhead[] }): readonly Irradiance[] => {
  const { climate, solar } = site.plant!;
  const entry = entryOf(scenario, { kind: "climates", id: climate });
  if (!entry.figures["irradiance"]) throw new Error(`ground.sites.${site.id}: nothing tells of its sunlight: climates/${climate} has no irradiance; write weather.irradiance`);
  const turbidity = entryValue(entryOf(scenario, { kind: "solarFields", id: solar!.field }), "turbidity");
  const clear = suns.map((sun) => clearSky(place, sun, turbidity));
  const share = entryValue(entry, "irradiance") / (clear.reduce((sum, { global_W_per_m2 }) => sum + global_W_per_m2, 0) / clear.length);
  return clear.map((light) => scaled(light, share));
};

const scaled = ({ global_W_per_m2, direct_W_per_m2, diffuse_W_per_m2 }: Irradiance, by: number): Irradiance =>
  ({ global_W_per_m2: global_W_per_m2 * by, direct_W_per_m2: direct_W_per_m2 * by, diffuse_W_per_m2: diffuse_W_per_m2 * by });

const measured = ({ global, direct }: { readonly global: number; readonly direct: number }, sun: SunOverhead): Irradiance =>
  ({ global_W_per_m2: global, direct_W_per_m2: direct, diffuse_W_per_m2: Math.max(0, global - direct * Math.max(0, sun.direction_enu[2])) });
