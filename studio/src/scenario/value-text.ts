/** A slider's value as a scenario has it, and where on the slider it stands. */
import type { Control } from "dawndusk/service";

type Scale = Pick<Control, "low" | "high" | "log" | "whole">;

/** Steps of a slider from end to end: one is a keystroke. */
export const SLIDER_STEPS = 200;
const FEWEST_DIGITS = 3;
const MOST_DIGITS = 12;

const plain = (value: number): string => String(Number(value.toPrecision(MOST_DIGITS)));

/** "90 M$", "12 %/yr", "650 km". */
export const valueText = (value: number, { form, unit }: Pick<Control, "form" | "unit">): string => {
  if (form === "share") return `${plain(value * 100)} %`;
  if (form === "share a year") return `${plain(value * 100)} %/yr`;
  if (unit === "1") return plain(value);
  if (unit === "1/yr") return `${plain(value)} /yr`;
  if (unit === "$" && Math.abs(value) >= 1e6) return `${plain(value / 1e6)} M$`;
  return `${plain(value)} ${unit}`;
};

/** With `source`, date and evidence of what it is taken from. */
export const sourcedText = (value: string, { source, asOf, evidence }: { readonly source: string; readonly asOf: string; readonly evidence: string }): string =>
  `{ value: ${value}, source: ${JSON.stringify(source)}, asOf: ${JSON.stringify(asOf)}, evidence: ${evidence} }`;

/** The value at a step of the slider: three digits, or as many as tell it from the next step's. */
export const valueAt = (step: number, scale: Scale): number => {
  if (step <= 0) return scale.low;
  if (step >= SLIDER_STEPS) return scale.high;
  const exact = between(step, scale);
  if (scale.whole) return Math.round(exact);
  const width = exact - between(step - 1, scale);
  let digits = FEWEST_DIGITS;
  while (digits < MOST_DIGITS && Math.abs(Number(exact.toPrecision(digits)) - exact) > 0.4 * width) digits++;
  return Number(exact.toPrecision(digits));
};

const between = (step: number, { low, high, log }: Scale): number => {
  const share = step / SLIDER_STEPS;
  return log ? low * (high / low) ** share : low + share * (high - low);
};

/** From 0 to SLIDER_STEPS. */
export const stepOf = (value: number, { low, high, log }: Scale): number => {
  const share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.round(SLIDER_STEPS * Math.min(1, Math.max(0, share)));
};

/** As it is shown beside the slider: four digits with commas. */
export const shownText = (value: number, { shown }: Pick<Control, "shown">): string => {
  const number = value / shown.per;
  const text = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 4 }).format(number);
  return shown.unit === "" ? text : `${text} ${shown.unit}`;
};

/** A number, its thousands in groups or in none, and perhaps a unit after it. */
const TYPED = /^\s*(-?(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d+)?(?:e[+-]?\d+)?)\s*(.*?)\s*$/i;

/** A number typed in the shown unit, written or not, in the field's; null for what is none, and for another unit. */
export const typedValue = (text: string, { shown }: Pick<Control, "shown">): number | null => {
  const [, number = "", unit = ""] = TYPED.exec(text) ?? [];
  if (number === "" || !Number.isFinite(Number(number.replaceAll(",", ""))) || (unit !== "" && unit !== shown.unit)) return null;
  return Number(number.replaceAll(",", "")) * shown.per;
};
