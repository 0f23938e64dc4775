/**
 * Moist air: what a cooling tower and a humidity reading turn on.
 *
 *   1. ln p_ws = C1/T + C2 + C3 T + C4 T^2 + C5 T^3 + C6 T^4 + C7 ln T      over ice and over water      (Hyland & Wexler 1983; ASHRAE Fundamentals 2017, ch. 1, eq. 5-6)
 *   2. W = 0.621945 p_w/(p - p_w)                                           kg of vapour a kg of dry air (eq. 20)
 *   3. h = 1.006 t + W (2501 + 1.86 t)                                      kJ a kg of dry air           (eq. 30)
 *   4. W = ((2501 - 2.326 t*) W_s* - 1.006 (t - t*)) / (2501 + 1.86 t - 4.186 t*)    t* the wet bulb, over water  (eq. 33)
 *      W = ((2830 - 0.24 t*) W_s* - 1.006 (t - t*)) / (2830 + 1.86 t - 2.1 t*)       over ice, t* < 0             (eq. 35)
 *   5. p = 101325 (1 - 2.25577e-5 z)^5.2559                                 standard air at z metres     (eq. 3)
 *
 * Range: -100 to 200 degC for equation 1; ideal mixture, so 4 holds to some 0.1 K. Accuracy: against PsychroLib 2.5 (test), 1e-3 K.
 */
import { STANDARD_ATMOSPHERE_PA, ZERO_CELSIUS_K } from "../units/index.ts";

const ICE = [-5.6745359e3, 6.3925247, -9.677843e-3, 6.2215701e-7, 2.0747825e-9, -9.484024e-13, 4.1635019] as const;
const WATER = [-5.8002206e3, 1.3914993, -4.8640239e-2, 4.1764768e-5, -1.4452093e-8, 0, 6.5459673] as const;
/** Freezing point at which PsychroLib and ASHRAE change from ice to water: the triple point. */
const TRIPLE_POINT_C = 0.01;

/** Pressure of saturated vapour (equation 1). */
export function saturationPressure_Pa(temperature_C: number): number {
  const T = temperature_C + ZERO_CELSIUS_K;
  const [c1, c2, c3, c4, c5, c6, c7] = temperature_C <= TRIPLE_POINT_C ? ICE : WATER;
  return Math.exp(c1 / T + c2 + T * (c3 + T * (c4 + T * (c5 + T * c6))) + c7 * Math.log(T));
}

/** Vapour over dry air by mass (equation 2). */
export function humidityRatio(vapour_Pa: number, pressure_Pa: number): number {
  return (0.621945 * vapour_Pa) / (pressure_Pa - vapour_Pa);
}

/** Equation 3, kJ a kilogram of dry air. */
export function moistEnthalpy_kJ_per_kg(temperature_C: number, humidity: number): number {
  return 1.006 * temperature_C + humidity * (2501 + 1.86 * temperature_C);
}

/** Humidity ratio of saturated air. */
export function saturatedHumidity(temperature_C: number, pressure_Pa: number): number {
  return humidityRatio(saturationPressure_Pa(temperature_C), pressure_Pa);
}

export type MoistAir = {
  readonly dryBulb_C: number;
  /** 0..1 */
  readonly relativeHumidity_frac: number;
  readonly pressure_Pa: number;
};

/** Humidity ratio of air of a relative humidity. */
export function airHumidity({ dryBulb_C, relativeHumidity_frac, pressure_Pa }: MoistAir): number {
  return humidityRatio(relativeHumidity_frac * saturationPressure_Pa(dryBulb_C), pressure_Pa);
}

/** Equation 4: humidity ratio of air from dry and wet bulb. */
export function humidityFromWetBulb({ dryBulb_C, wetBulb_C, pressure_Pa }: { readonly dryBulb_C: number; readonly wetBulb_C: number; readonly pressure_Pa: number }): number {
  const saturated = saturatedHumidity(wetBulb_C, pressure_Pa);
  const fall_K = dryBulb_C - wetBulb_C;
  return wetBulb_C >= 0
    ? ((2501 - 2.326 * wetBulb_C) * saturated - 1.006 * fall_K) / (2501 + 1.86 * dryBulb_C - 4.186 * wetBulb_C)
    : ((2830 - 0.24 * wetBulb_C) * saturated - 1.006 * fall_K) / (2830 + 1.86 * dryBulb_C - 2.1 * wetBulb_C);
}

const WET_BULB_STEPS = 60;
const WET_BULB_TOLERANCE_K = 1e-5;
/** How far off the first guess may be at sea level; elsewhere the bracket widens. */
const GUESS_K = 1.2;

/** Wet bulb of air by equation 4, which rises with it: root by the Illinois rule about Stull's guess. Throws outside 0..1 of humidity. */
export function wetBulb_C(air: MoistAir): number {
  const { dryBulb_C, relativeHumidity_frac, pressure_Pa } = air;
  if (!(relativeHumidity_frac >= 0 && relativeHumidity_frac <= 1)) throw new Error(`wet bulb: relative humidity ${relativeHumidity_frac} is not within 0 to 1`);
  const wanted = airHumidity(air);
  const off = (wet: number): number => humidityFromWetBulb({ dryBulb_C, wetBulb_C: wet, pressure_Pa }) - wanted;
  let { low, high, fLow, fHigh } = bracket(off, dryBulb_C, guess_C(air));
  if (fHigh <= 0) return high;
  for (let k = 0; k < WET_BULB_STEPS && high - low > WET_BULB_TOLERANCE_K; k++) {
    const at = high - (fHigh * (high - low)) / (fHigh - fLow);
    const f = off(at);
    if (Math.abs(f) < 1e-10) return at;
    if (f > 0) [high, fHigh, fLow] = [at, f, fLow / 2];
    else [low, fLow, fHigh] = [at, f, fHigh / 2];
  }
  return (low + high) / 2;
}

/** Below and above the root, from the guess outwards; never above the dry bulb, where the root lies at the highest. */
function bracket(off: (wet: number) => number, dryBulb_C: number, guess: number): { low: number; high: number; fLow: number; fHigh: number } {
  let [low, high, step] = [Math.min(guess, dryBulb_C) - GUESS_K, Math.min(dryBulb_C, guess + GUESS_K), GUESS_K];
  let [fLow, fHigh] = [off(low), off(high)];
  while (high < dryBulb_C && fHigh < 0) {
    [high, step] = [Math.min(dryBulb_C, high + step), 2 * step];
    fHigh = off(high);
  }
  while (low > -99 && fLow > 0) {
    [low, step] = [Math.max(-99, low - step), 2 * step];
    fLow = off(low);
  }
  return { low, high, fLow, fHigh };
}

/** Stull 2011, eq. 1: within a kelvin at sea level for humidities of 5-99 % and -20 to 50 degC. */
function guess_C({ dryBulb_C, relativeHumidity_frac }: MoistAir): number {
  const rh = 100 * relativeHumidity_frac;
  return dryBulb_C * Math.atan(0.151977 * Math.sqrt(rh + 8.313659)) + Math.atan(dryBulb_C + rh) - Math.atan(rh - 1.676331) + 0.00391838 * rh ** 1.5 * Math.atan(0.023101 * rh) - 4.686035;
}

/** Equation 5. */
export function standardPressure_Pa(elevation_m: number): number {
  return STANDARD_ATMOSPHERE_PA * (1 - 2.25577e-5 * elevation_m) ** 5.2559;
}
