/** A site's climate and cooling as `physics` takes them, from the catalogue's entries. */
import type { Entry } from "../catalog/index.ts";
import { climateAir, coolingHour, humidityFromWetBulb, standardPressure_Pa, type Climate, type CoolingChiller, type CoolingLoop, type CoolingPlant, type OutsideAir } from "../physics/index.ts";
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import type { SiteCooling } from "./site-sizing.ts";

export type Site = Scenario["ground"]["sites"][number];
export type Plant = NonNullable<Site["plant"]>;

export const siteClimate = (scenario: Scenario, plant: Plant): Climate & { readonly elevation_m: number; readonly design: OutsideAir } => {
  const entry = entryOf(scenario, { kind: "climates", id: plant.climate });
  const value = (name: string): number => entryValue(entry, name);
  const pressure_Pa = standardPressure_Pa(value("elevation"));
  const [dryBulb_C, wetBulb_C] = [value("designDryBulb"), value("designWetBulb")];
  return {
    dryBulbMean_C: value("dryBulbMean"), dryBulbSwing_K: value("dryBulbSwing"), dewPointMean_C: value("dewPointMean"), dewPointSwing_K: value("dewPointSwing"),
    dailyRange_K: value("dailyRange"), warmestDay: value("warmestDay"), pressure_Pa, elevation_m: value("elevation"),
    design: { dryBulb_C, wetBulb_C, humidity: humidityFromWetBulb({ dryBulb_C, wetBulb_C, pressure_Pa }), pressure_Pa },
  };
};

const SINKS: readonly CoolingLoop["sink"][] = ["dry-bulb", "wet-bulb", "adiabatic"];

const sinkOf = (entry: Entry, fact: "warmSink" | "airSink"): CoolingLoop["sink"] => {
  const sink = SINKS.find((one) => one === entry.facts?.[fact]);
  if (sink === undefined) throw new Error(`catalog: coolings/${entry.id} has no ${fact} of ${SINKS.join(", ")}`);
  return sink;
};

/** The loops of a catalogue entry; a warm loop has no chiller. */
export const coolingPlant = (entry: Entry): CoolingPlant => {
  const value = (name: string): number => entryValue(entry, name);
  const loop = (name: "warm" | "air", share_frac: number, chiller: CoolingChiller | null): CoolingLoop => ({
    share_frac, sink: sinkOf(entry, `${name}Sink`), supply_C: value(`${name}Supply`), range_K: value(`${name}Range`), approach_K: value(`${name}Approach`),
    fan_frac: value(`${name}Fan`), pump_frac: value(`${name}Pump`), fanFlowMin_frac: value("fanFlowMin"), padEffectiveness_frac: value("padEffectiveness"), chiller,
  });
  const carnot_frac = value("chiller");
  const chiller = carnot_frac === 0 ? null : { carnot_frac, evaporatorApproach_K: value("evaporatorApproach"), condenserApproach_K: value("condenserApproach"), liftMin_K: value("liftMin") };
  const warm = value("warmShare");
  return {
    loops: [...(warm === 0 ? [] : [loop("warm", warm, null)]), ...(warm === 1 ? [] : [loop("air", 1 - warm, chiller)])],
    cyclesOfConcentration: value("cycles"), drift_L_per_kWh: value("drift"),
    electricalFixed_frac: value("electricalFixed"), electricalLoad_frac: value("electricalLoad"), other_frac: value("other"),
  };
};

export const YEAR_H = 8760;

/** PUE, water and air of each hour of the typical year at full load, by local solar time from the first of January. */
export const typicalYear = (climate: Climate, plant: CoolingPlant): { readonly pue: Float64Array; readonly water_L_per_kWh: Float64Array; readonly dryBulb_C: Float64Array; readonly cooled_frac: Float64Array } => {
  const column = (): Float64Array => new Float64Array(YEAR_H);
  const year = { pue: column(), water_L_per_kWh: column(), dryBulb_C: column(), cooled_frac: column() };
  for (let h = 0; h < YEAR_H; h++) {
    const air = climateAir(climate, { day: (h + 0.5) / 24, solarTime_h: (h + 0.5) % 24 });
    const hour = coolingHour(plant, air, 1);
    year.pue[h] = hour.pue;
    year.water_L_per_kWh[h] = hour.water_L_per_kWh;
    year.cooled_frac[h] = hour.cooled_frac;
    year.dryBulb_C[h] = air.dryBulb_C;
  }
  return year;
};

const mean = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0) / column.length;

/** Cooling as written, or of the typical year and the design hour. */
export const siteCooling = (scenario: Scenario, site: Site): SiteCooling => {
  const { plant } = site;
  if (plant === null) {
    return { cooling: null, plant: null, pueMean: site.pue, waterMean_L_per_kWh: site.water_L_per_kWh, pueDesign: site.pue, designDryBulb_C: null, designWetBulb_C: null, cooledDesign_frac: 1 };
  }
  const climate = siteClimate(scenario, plant);
  const cooling = coolingPlant(entryOf(scenario, { kind: "coolings", id: plant.cooling }));
  const year = typicalYear(climate, cooling);
  const design = coolingHour(cooling, climate.design, 1);
  return {
    cooling: plant.cooling, plant: cooling, pueMean: mean(year.pue), waterMean_L_per_kWh: mean(year.water_L_per_kWh),
    pueDesign: Math.max(design.pue, year.pue.reduce((most, pue) => Math.max(most, pue), 1)), designDryBulb_C: climate.design.dryBulb_C, designWetBulb_C: climate.design.wetBulb_C, cooledDesign_frac: design.cooled_frac,
  };
};
