/** Numbers as people read them: one prefix, four significant digits. */
import { formatNumber, HOUR_S, ZERO_CELSIUS_K } from "../units/index.ts";

/** A unit to show numbers of one base unit in, and what to divide them by. */
export interface Scale {
  readonly unit: string;
  readonly divisor: number;
}

const SCALES: Readonly<Record<string, readonly Scale[]>> = {
  W: [{ unit: "W", divisor: 1 }, { unit: "kW", divisor: 1e3 }, { unit: "MW", divisor: 1e6 }, { unit: "GW", divisor: 1e9 }, { unit: "TW", divisor: 1e12 }],
  kg: [{ unit: "kg", divisor: 1 }, { unit: "t", divisor: 1e4 }, { unit: "kt", divisor: 1e6 }],
  $: [{ unit: "$", divisor: 1 }, { unit: "k$", divisor: 1e3 }, { unit: "M$", divisor: 1e6 }, { unit: "B$", divisor: 1e9 }, { unit: "T$", divisor: 1e12 }],
  J: [{ unit: "J", divisor: 1 }, { unit: "Wh", divisor: HOUR_S }, { unit: "kWh", divisor: HOUR_S * 1e3 }, { unit: "MWh", divisor: HOUR_S * 1e6 }, { unit: "GWh", divisor: HOUR_S * 1e9 }, { unit: "TWh", divisor: HOUR_S * 1e12 }],
  Wh: [{ unit: "Wh", divisor: 1 }, { unit: "kWh", divisor: 1e3 }, { unit: "MWh", divisor: 1e6 }, { unit: "GWh", divisor: 1e9 }, { unit: "TWh", divisor: 1e12 }],
  B: [{ unit: "B", divisor: 1 }, { unit: "kB", divisor: 1e3 }, { unit: "MB", divisor: 1e6 }, { unit: "GB", divisor: 1e9 }, { unit: "TB", divisor: 1e12 }, { unit: "PB", divisor: 1e15 }, { unit: "EB", divisor: 1e18 }],
};
/** A tonne is a thousand kilograms, shown from ten thousand on. */
const TONNE: Scale = { unit: "t", divisor: 1e3 };

/** The largest unit of `base` in which a number of this size is at least one. A base without prefixes stands for itself. */
export const scaleFor = (size: number, base: string): Scale => {
  const scales = SCALES[base] ?? [{ unit: base, divisor: 1 }];
  const fitting = scales.findLast((s) => Math.abs(size) >= s.divisor) ?? scales[0]!;
  return fitting.unit === "t" ? TONNE : fitting;
};

/** Four significant digits without idle zeros; a whole number below a million keeps all its digits. */
export const formatFigure = (value: number): string => {
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return value.toString().replace(/\B(?=(\d{3})+$)/g, ",");
  const text = formatNumber(value);
  return text.includes(".") && !text.includes("e") ? text.replace(/\.?0+$/, "") : text;
};

/** "1.2 MW", "340 k$", "12 t". */
export const formatScaled = (value: number, base: string): string => {
  const { unit, divisor } = scaleFor(value, base);
  return `${formatFigure(value / divisor)} ${unit}`;
};

/** A share as percent: "96.2 %". */
export const formatPercent = (share: number): string => `${formatFigure(share * 100)} %`;

/** A temperature in kelvin with degrees Celsius beside it. */
export const formatTemperature = (temperature_K: number): string => `${formatFigure(temperature_K)} K (${formatFigure(temperature_K - ZERO_CELSIUS_K)} degC)`;

/** Text without control characters, so that a name from a scenario cannot drive a terminal or break a page. */
export const plainText = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]+/g, " ");
