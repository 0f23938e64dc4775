/**
 * Oxygen and water vapour between Earth and space, ITU-R P.676-12 (2019).
 *
 *   1. loss per km 0.182 f (N"oxygen + N"vapour), N" the sum over lines of strength x shape, with a dry continuum (annex 1, equations 1-9)
 *   2. oxygen straight up: loss per km x equivalent height h0(f, P, T) (annex 2, equations 30-34)
 *   3. vapour straight up from the column V kg/m2: 0.0176 V g(f)/g(20.6 GHz) at 845 hPa and the column's own density and warmth,
 *      from 20 GHz on times a(f) h^b(f) + 1, h the station's height within 0-4 km (annex 2, section 2.3)
 *   4. at an elevation: (2 + 3)/sin e
 *
 * Range: 1-55 GHz, as rain (rain-attenuation.ts), and 5-90 degrees, else RangeError; stations up to 4 km. Edition 12 throughout: edition 13
 * (2022) replaces 2 and 3 by tables, which are not here.
 * The station's pressure, warmth and vapour are given, not looked up: the maps of P.835, P.836 and P.2145 are not here.
 * Accuracy: rows of Study Group 3 (test/golden/itu): loss per km 1-350 GHz within 1e-6 or the file's last digit, slant path 64 rows within 1e-6.
 */
import { RADIANS_PER_DEGREE, ZERO_CELSIUS_K } from "../units/index.ts";
import { OXYGEN_LINES, WATER_LINES } from "./gas-lines.ts";

export type Air = {
  /** Of dry air, vapour apart. */
  readonly pressure_hPa: number;
  readonly temperature_K: number;
  readonly vapour_g_per_m3: number;
};

/** Mean of the year and the world at sea level. ITU-R P.835-6, annex 1. */
export const REFERENCE_AIR: Air = { pressure_hPa: 1013.25, temperature_K: 288.15, vapour_g_per_m3: 7.5 };

export type GasLoss = { readonly oxygen: number; readonly vapour: number };

/** Loss of a kilometre, in dB, of dry air and of water vapour (equation 1). */
export function gasSpecificAttenuation_dB_per_km(air: Air, frequency_GHz: number): GasLoss {
  const theta = 300 / air.temperature_K;
  const vapour_hPa = (air.vapour_g_per_m3 * air.temperature_K) / 216.7;
  const scale = 0.182 * frequency_GHz;
  const state: State = { f: frequency_GHz, theta, p: air.pressure_hPa, e: vapour_hPa };
  return { oxygen: scale * (oxygenLines(state) + dryContinuum(state)), vapour: scale * vapourLines(state) };
}

/** Frequency, 300 K over temperature, pressures of dry air and vapour, as the recommendation names them. */
type State = { readonly f: number; readonly theta: number; readonly p: number; readonly e: number };

function oxygenLines({ f, theta, p, e }: State): number {
  return OXYGEN_LINES.reduce((sum, [f0, a1, a2, a3, a5, a6]) => {
    const width = Math.hypot(a3 * 1e-4 * (p * theta ** 0.8 + 1.1 * e * theta), 1.5e-3);
    const skew = (a5 + a6 * theta) * 1e-4 * (p + e) * theta ** 0.8;
    return sum + a1 * 1e-7 * p * theta ** 3 * Math.exp(a2 * (1 - theta)) * lineShape(f, f0, { width, skew });
  }, 0);
}

function vapourLines({ f, theta, p, e }: State): number {
  return WATER_LINES.reduce((sum, [f0, b1, b2, b3, b4, b5, b6]) => {
    const pressed = b3 * 1e-4 * (p * theta ** b4 + b5 * e * theta ** b6);
    const width = 0.535 * pressed + Math.sqrt(0.217 * pressed ** 2 + (2.1316e-12 * f0 ** 2) / theta);
    return sum + b1 * 0.1 * e * theta ** 3.5 * Math.exp(b2 * (1 - theta)) * lineShape(f, f0, { width, skew: 0 });
  }, 0);
}

function lineShape(f: number, f0: number, { width, skew }: { readonly width: number; readonly skew: number }): number {
  const wing = (distance: number) => (width - skew * distance) / (distance ** 2 + width ** 2);
  return (f / f0) * (wing(f0 - f) + wing(f0 + f));
}

function dryContinuum({ f, theta, p, e }: State): number {
  const d = 5.6e-4 * (p + e) * theta ** 0.8;
  return f * p * theta ** 2 * (6.14e-5 / (d * (1 + (f / d) ** 2)) + (1.4e-12 * p * theta ** 1.5) / (1 + 1.9e-5 * f ** 1.5));
}

/** A station's air, the vapour above it and its height above the sea. */
export type GasPath = Air & { readonly vapourColumn_kg_per_m2: number; readonly stationHeight_km: number };

export const GAS_GHZ = { lowest: 1, highest: 55 } as const;

/** Loss of a path to space, in dB, of oxygen and of vapour; RangeError outside 1-55 GHz and 5-90 degrees. */
export function gasAttenuation_dB(path: GasPath, sight: { readonly frequency_GHz: number; readonly elevation_deg: number }): GasLoss {
  const { frequency_GHz, elevation_deg } = sight;
  const bad = Object.entries(path).find(([, value]) => !Number.isFinite(value));
  if (bad) throw new RangeError(`${bad[0]} is ${bad[1]}`);
  if (!(frequency_GHz >= GAS_GHZ.lowest && frequency_GHz <= GAS_GHZ.highest)) throw new RangeError(`frequency_GHz ${frequency_GHz} is outside 1-55`);
  if (!(elevation_deg >= 5 && elevation_deg <= 90)) throw new RangeError(`elevation_deg ${elevation_deg} is outside 5-90`);
  if (!(path.vapourColumn_kg_per_m2 > 0)) throw new RangeError(`vapourColumn_kg_per_m2 ${path.vapourColumn_kg_per_m2} is not above 0`);
  const sinE = Math.sin(elevation_deg * RADIANS_PER_DEGREE);
  const oxygen = gasSpecificAttenuation_dB_per_km(path, frequency_GHz).oxygen * oxygenHeight_km(path, frequency_GHz);
  return { oxygen: oxygen / sinE, vapour: vapourZenith_dB(path, frequency_GHz) / sinE };
}

/** Strengths in equation 32 of the lines of oxygen from 118 GHz up. */
const FAR_LINES = [0.1597, 0.1066, 0.1325, 0.1242, 0.0938, 0.1448, 0.1374];

/** Equations 30 to 34. */
function oxygenHeight_km({ pressure_hPa, temperature_K, vapour_g_per_m3 }: Air, f: number): number {
  const rp = (pressure_hPa + (vapour_g_per_m3 * temperature_K) / 216.7) / REFERENCE_AIR.pressure_hPa;
  const band = (5.104 / (1 + 0.066 * rp ** -2.3)) * Math.exp(-(((f - 59.7) / (2.87 + 12.4 * Math.exp(-7.9 * rp))) ** 2));
  const far = OXYGEN_LINES.slice(-FAR_LINES.length).reduce((sum, [f0], i) => sum + (FAR_LINES[i]! * Math.exp(2.12 * rp)) / ((f - f0) ** 2 + 0.025 * Math.exp(2.2 * rp)), 0);
  const slope = ((0.0114 * f) / (1 + 0.14 * rp ** -2.6)) * ((15.02 * f ** 2 - 1353 * f + 5.333e4) / (f ** 3 - 151.3 * f ** 2 + 9629 * f - 6803));
  const warm = 0.7832 + 0.00709 * (temperature_K - ZERO_CELSIUS_K);
  return Math.min(((6.1 * warm) / (1 + 0.17 * rp ** -1.1)) * (1 + band + far + slope), 10.7 * rp ** 0.3);
}

/** Equation 3. */
function vapourZenith_dB({ vapourColumn_kg_per_m2, stationHeight_km }: GasPath, f: number): number {
  const density = vapourColumn_kg_per_m2 / 2.38;
  const air: Air = { pressure_hPa: 845, temperature_K: 14 * Math.log(0.22 * density) + 3 + ZERO_CELSIUS_K, vapour_g_per_m3: density };
  const vapour = (frequency_GHz: number) => gasSpecificAttenuation_dB_per_km(air, frequency_GHz).vapour;
  const low_dB = (0.0176 * vapourColumn_kg_per_m2 * vapour(f)) / vapour(20.6);
  if (f < 20) return low_dB;
  const bump = (centre: number, width: number) => Math.exp(-(((f - centre) / width) ** 2));
  const a = 0.2048 * bump(22.43, 3.097) + 0.2326 * bump(183.5, 4.096) + 0.2073 * bump(325, 3.651) - 0.1113;
  const b = 8.741e4 * Math.exp(-0.587 * f) + 312.2 * f ** -2.38 + 0.723;
  return low_dB * (a * Math.min(Math.max(stationHeight_km, 0), 4) ** b + 1);
}
