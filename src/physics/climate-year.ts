/**
 * A typical year of a climate from eight numbers, for sites of which no hourly weather is given.
 *
 *   1. dry bulb = mean + swing cos(2 pi (day - warmest)/365.25) + (daily range/2) cos(2 pi (h - 15)/24), h local solar time
 *   2. dew point = mean + swing cos(2 pi (day - warmest)/365.25), never above the dry bulb
 *   3. vapour = saturation at the dew point; wet bulb from it (psychrometrics, equation 4)
 *   4. sunlight = clear sky times one share, so that the year's mean is the climate's
 *
 * The harmonic fits monthly means to 1-5 K (catalogue). There are no fronts or heat waves: the hottest hour is a mean summer afternoon, some 2-5 K
 * below the temperature that 0.4 % of the hours exceed, which is a figure of its own. What that does to yearly PUE and water: docs/theory/ground.md.
 */
import { DAY_S, JULIAN_YEAR_S } from "../units/index.ts";
import { humidityRatio, saturationPressure_Pa, wetBulb_C } from "./psychrometrics.ts";
import type { OutsideAir } from "./cooling-plant.ts";

export type Climate = {
  readonly dryBulbMean_C: number;
  readonly dryBulbSwing_K: number;
  readonly dewPointMean_C: number;
  readonly dewPointSwing_K: number;
  /** Mean daily maximum less mean daily minimum. */
  readonly dailyRange_K: number;
  /** Day of the year, counted from 0, of the warmest mean. */
  readonly warmestDay: number;
  readonly pressure_Pa: number;
};

const WARMEST_H = 15;
const YEAR_D = JULIAN_YEAR_S / DAY_S;

/** The air at an hour of the typical year, by local solar time. */
export function climateAir(climate: Climate, { day, solarTime_h }: { readonly day: number; readonly solarTime_h: number }): OutsideAir {
  const season = Math.cos((2 * Math.PI * (day - climate.warmestDay)) / YEAR_D);
  const dryBulb_C = climate.dryBulbMean_C + climate.dryBulbSwing_K * season + (climate.dailyRange_K / 2) * Math.cos((2 * Math.PI * (solarTime_h - WARMEST_H)) / 24);
  return airAtDewPoint({ dryBulb_C, dewPoint_C: climate.dewPointMean_C + climate.dewPointSwing_K * season, pressure_Pa: climate.pressure_Pa });
}

/** Air of a dry bulb and a dew point; saturated where the dew point lies above. */
export function airAtDewPoint({ dryBulb_C, dewPoint_C, pressure_Pa }: { readonly dryBulb_C: number; readonly dewPoint_C: number; readonly pressure_Pa: number }): OutsideAir {
  const vapour_Pa = saturationPressure_Pa(Math.min(dryBulb_C, dewPoint_C));
  const relativeHumidity_frac = Math.min(1, vapour_Pa / saturationPressure_Pa(dryBulb_C));
  return { dryBulb_C, wetBulb_C: wetBulb_C({ dryBulb_C, relativeHumidity_frac, pressure_Pa }), humidity: humidityRatio(vapour_Pa, pressure_Pa), pressure_Pa };
}

/** Air as a weather file gives it. */
export function airAtHumidity({ dryBulb_C, relativeHumidity_frac, pressure_Pa }: { readonly dryBulb_C: number; readonly relativeHumidity_frac: number; readonly pressure_Pa: number }): OutsideAir {
  const vapour_Pa = relativeHumidity_frac * saturationPressure_Pa(dryBulb_C);
  return { dryBulb_C, wetBulb_C: wetBulb_C({ dryBulb_C, relativeHumidity_frac, pressure_Pa }), humidity: humidityRatio(vapour_Pa, pressure_Pa), pressure_Pa };
}
