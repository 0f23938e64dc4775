/** A slider's value as a scenario has it, and where on the slider it stands. */
import type { Control } from "dawndusk/service";

type Scale = Pick<Control, "low" | "high" | "log" | "whole">;

/** Steps of a slider from end to end. */
export const SLIDER_STEPS = 1000;
const DIGITS = 3;

const short = (value: number): string => String(Number(value.toPrecision(DIGITS)));

/** "90 M$", "12 %/yr", "650 km": three digits, read back as `settled` has it. */
export const valueText = (value: number, { form, unit }: Pick<Control, "form" | "unit">): string => {
  if (form === "share") return `${short(value * 100)} %`;
  if (form === "share a year") return `${short(value * 100)} %/yr`;
  if (unit === "1") return short(value);
  if (unit === "1/yr") return `${short(value)} /yr`;
  if (unit === "$" && Math.abs(value) >= 1e6) return `${short(value / 1e6)} M$`;
  return `${short(value)} ${unit}`;
};

/** With `source`, date and evidence of what it is taken from. */
export const sourcedText = (value: string, { source, asOf, evidence }: { readonly source: string; readonly asOf: string; readonly evidence: string }): string =>
  `{ value: ${value}, source: ${JSON.stringify(source)}, asOf: ${JSON.stringify(asOf)}, evidence: ${evidence} }`;

/** The value at a step of the slider, of three digits, within the range. */
export const valueAt = (step: number, { low, high, log, whole }: Scale): number => {
  const share = step / SLIDER_STEPS;
  const exact = log ? low * (high / low) ** share : low + share * (high - low);
  return settled(exact, { low, high, log, whole });
};

/** Three digits, whole where the field is; the ends of the range stay. */
export const settled = (value: number, { low, high, whole }: Scale): number => {
  const near = Number((whole ? Math.round(value) : value).toPrecision(DIGITS));
  return Math.min(high, Math.max(low, near));
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

/** A number typed in the shown unit, in the field's; null for what is none. */
export const typedValue = (text: string, { shown }: Pick<Control, "shown">): number | null => {
  const match = /^\s*(-?[\d,]*\.?\d+(?:e[+-]?\d+)?)/i.exec(text);
  return match === null ? null : Number(match[1]!.replaceAll(",", "")) * shown.per;
};
