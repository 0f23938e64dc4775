/**
 * Quantities as a scenario writes them ("650 km", "1.2 GW", "9 %/yr", "800 million users") and back.
 * The reader walks the text once by character, so that no input can make it slow.
 */
import { dimensionName, parseUnit, sameDimension, unitSymbols, type Unit } from "./unit.ts";

/** Why a text is not the quantity that was wanted. */
export interface QuantityProblem {
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

export type QuantityResult = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly problem: QuantityProblem };

const WORDS: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const LONGEST = 80;

const fail = (found: string, expected: string, hint: string): QuantityResult => ({ ok: false, problem: { found, expected, hint } });

const isNumberChar = (c: string, before: string): boolean =>
  (c >= "0" && c <= "9") || c === "." || c === "_" || ((c === "e" || c === "E") && before >= "0" && before <= "9") ||
  ((c === "+" || c === "-") && (before === "" || before === "e" || before === "E"));

/** Splits "1.2e3 kW/m2" into its number text and its unit text. */
const splitQuantity = (text: string): { number: string; unit: string } => {
  let end = 0;
  while (end < text.length && isNumberChar(text[end]!, end === 0 ? "" : text[end - 1]!)) end++;
  // "5 EFLOPS" glued as "5EFLOPS": an exponent mark without digits belongs to the unit.
  if (end > 0 && (text[end - 1] === "e" || text[end - 1] === "E")) end--;
  return { number: text.slice(0, end).replaceAll("_", ""), unit: text.slice(end).trim() };
};

const withoutWord = (unit: string): { multiplier: number; unit: string } => {
  const space = unit.search(/\s/);
  const first = space < 0 ? unit : unit.slice(0, space);
  const multiplier = WORDS[first];
  return multiplier === undefined ? { multiplier: 1, unit } : { multiplier, unit: space < 0 ? "" : unit.slice(space).trim() };
};

const unknownUnit = (text: string, unitText: string, unit: string): QuantityResult => {
  if (unitText === "" ) return fail(text, `a number with a unit of ${dimensionOf(unit)}`, `write the unit, for example "${text} ${unit}"`);
  if (/^[€£¥]|EUR|GBP|CNY|JPY/.test(unitText)) return fail(text, `an amount in US dollars (${unit})`, "convert it at a dated exchange rate and note the rate in `source`");
  if (unitText.startsWith(",")) return fail(text, "a number without thousands separators", `write ${text.replaceAll(",", "_").slice(0, 40)}`);
  const near = nearestSymbol(unitText);
  return fail(text, `a number with a unit of ${dimensionOf(unit)}`, near ? `"${unitText}" is not a known unit; did you mean "${near}"?` : `"${unitText}" is not a known unit; for example "${unit}"`);
};

const dimensionOf = (unit: string): string => `${dimensionName(knownUnit(unit).dimension)} (${unit})`;

const nearestSymbol = (unitText: string): string | undefined => {
  const wanted = unitText.toLowerCase();
  return unitSymbols().find((s) => s.toLowerCase() === wanted) ?? unitSymbols().find((s) => s.length > 2 && s.toLowerCase().startsWith(wanted.slice(0, 3)));
};

/** The unit a text names. Throws when it names none: for units written in our own code. */
export const knownUnit = (text: string): Unit => {
  const unit = parseUnit(text);
  if (!unit) throw new Error(`"${text}" is not a unit`);
  return unit;
};

/** Reads a text as a number in `unit`. A plain number is read only where `unit` is dimensionless. */
export const parseQuantity = (text: string, unit: string): QuantityResult => {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return fail(`${trimmed.slice(0, 30)}…`, `a quantity of at most ${LONGEST} characters`, "shorten it");
  const { number, unit: tail } = splitQuantity(trimmed);
  const value = number === "" ? Number.NaN : Number(number);
  if (Number.isNaN(value)) return fail(trimmed, `a number with a unit of ${dimensionOf(unit)}`, `for example "1 ${unit}"`);
  if (!Number.isFinite(value)) return fail(trimmed, "a finite number", "no number above 1.8e308 can be held");
  const { multiplier, unit: unitText } = withoutWord(tail);
  return inUnit(trimmed, value * multiplier, unitText, unit);
};

const inUnit = (text: string, value: number, unitText: string, unit: string): QuantityResult => {
  const wanted = knownUnit(unit);
  const written = unitText === "" && wanted.dimension.every((x) => x === 0) ? wanted : unitText === "" ? undefined : parseUnit(unitText);
  if (!written) return unknownUnit(text, unitText, unit);
  if (!sameDimension(written.dimension, wanted.dimension)) {
    return fail(text, dimensionOf(unit), `"${unitText}" is a unit of ${dimensionName(written.dimension)}`);
  }
  const result = convert(value, written, wanted);
  return Number.isFinite(result) ? { ok: true, value: result } : fail(text, "a finite number", "no number above 1.8e308 can be held");
};

/** A factor near a power of ten is applied as multiplication or division by a whole number, so that 1.2 GW is 1200 MW to the last bit. */
const convert = (value: number, from: Unit, to: Unit): number => {
  if (from.factor === to.factor && from.offset === to.offset) return value;
  const ratio = from.factor / to.factor;
  const inverse = Math.round(to.factor / from.factor);
  const scaled = ratio < 1 && Math.abs(to.factor / from.factor - inverse) < 1e-9 * inverse ? value / inverse : value * (Math.abs(ratio - Math.round(ratio)) < 1e-9 * ratio ? Math.round(ratio) : ratio);
  return scaled + (from.offset - to.offset) / to.factor;
};

/** Converts a number between two units of one dimension. Throws when the dimensions differ. */
export const convertUnit = (value: number, { from, to }: { readonly from: string; readonly to: string }): number => {
  const source = knownUnit(from);
  const target = knownUnit(to);
  if (!sameDimension(source.dimension, target.dimension)) {
    throw new Error(`"${from}" is ${dimensionName(source.dimension)}, "${to}" is ${dimensionName(target.dimension)}`);
  }
  return convert(value, source, target);
};

/** A number for people: four significant digits, thousands apart, with its unit ("1" shows none, a fraction shows as percent where asked). */
export const formatQuantity = (value: number, unit: string): string => {
  const number = formatNumber(value);
  if (unit === "1") return number;
  if (unit === "$") return `$${number}`;
  return `${number} ${unit}`;
};

/** Four significant digits; thousands apart with a comma; powers of ten only below 1e-4 and from 1e15. */
export const formatNumber = (value: number): string => {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e15) return value.toExponential(3);
  const rounded = Number(value.toPrecision(4));
  const decimals = Math.max(0, 3 - Math.floor(Math.log10(Math.abs(rounded))));
  const [whole, part] = Math.abs(rounded).toFixed(Math.min(decimals, 8)).split(".") as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value < 0 ? "-" : ""}${grouped}${part === undefined ? "" : `.${part}`}`;
};
