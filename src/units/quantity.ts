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

const unknownUnit = (text: string, unitText: string, unit: string, example: string): QuantityResult => {
  const expected = `a number with a unit of ${dimensionOf(unit)}`;
  if (unitText === "") return fail(text, expected, `write the unit, for example "${text} ${unit}"`);
  if (/^[kMBT]?(?:[€£¥₹]|EUR|GBP|CNY|JPY|CHF|INR|RMB)/i.test(unitText)) return fail(text, `an amount in US dollars (${unit})`, "convert it at a dated exchange rate and note the rate in `source`");
  const grouped = withoutSeparators(text);
  if (grouped) return fail(text, "a number without separators, with a point before decimals", `write "${grouped}"`);
  const near = nearestSymbol(unitText);
  return fail(text, expected, near ? `"${unitText}" is not a known unit; did you mean "${near}"?` : `"${unitText}" is not a known unit; for example "${example}"`);
};

/** "1,000 km" and "1 000 km" as "1000 km", "1,5 km" as "1.5 km"; undefined where the number holds neither. */
const withoutSeparators = (text: string): string | undefined => {
  const match = /^([+-]?\d{1,9})((?:[, ]\d{3}){1,6})((?:\.\d{1,15})?)(?!\d)(.*)$/s.exec(text);
  if (match) return `${match[1]}${match[2]!.replace(/[, ]/g, "")}${match[3]}${match[4]}`;
  const decimal = /^([+-]?\d{1,15}),(\d{1,15})(?![\d,])(.*)$/s.exec(text);
  return decimal ? `${decimal[1]}.${decimal[2]}${decimal[3]}` : undefined;
};

const dimensionOf = (unit: string): string => (unit === "1" ? "plain number" : `${dimensionName(knownUnit(unit).dimension)} (${unit})`);

/** Words that people write for a unit, in lower case and singular. */
const SPELLED: Readonly<Record<string, string>> = {
  kilometer: "km", kilometre: "km", meter: "m", metre: "m", kilogram: "kg", kilo: "kg", gram: "g", ton: "t", tonne: "t",
  second: "s", sec: "s", minute: "min", hour: "h", hr: "h", watt: "W", kilowatt: "kW", megawatt: "MW", gigawatt: "GW",
  degree: "deg", "°": "deg", celsius: "degC", c: "degC", kelvin: "K", percent: "%", pct: "%", dollar: "$", usd: "USD",
  wk: "week", y: "yr", a: "yr", m$: "M$", "$m": "M$", "$b": "B$", b$: "B$", $k: "k$", kph: "km/h", mw: "MW", kw: "kW", gw: "GW",
};

const nearestSymbol = (unitText: string): string | undefined => {
  const wanted = unitText.toLowerCase();
  const spelled = SPELLED[wanted] ?? (wanted.endsWith("s") ? SPELLED[wanted.slice(0, -1)] : undefined);
  if (spelled) return spelled;
  const parts = unitText.split("/");
  const mended = parts.map((part) => (parseUnit(part.trim()) ? part.trim() : (SPELLED[part.trim().toLowerCase().replace(/s$/, "")] ?? sameLetters(part.trim()))));
  return mended.every((part) => part !== undefined) ? mended.join("/") : undefined;
};

const sameLetters = (part: string): string | undefined => unitSymbols().find((s) => s.toLowerCase() === part.toLowerCase());

/** The unit a text names. Throws when it names none: for units written in our own code. */
export const knownUnit = (text: string): Unit => {
  const unit = parseUnit(text);
  if (!unit) throw new Error(`"${text}" is not a unit`);
  return unit;
};

/** Reads a text as a number in `unit`; `example` is what hints show. A plain number is read only where `unit` is dimensionless. */
export const parseQuantity = (text: string, unit: string, example = unit === "1" ? "1" : `1 ${unit}`): QuantityResult => {
  const trimmed = text.trim().replaceAll("\u2212", "-");
  if (trimmed.length > LONGEST) return fail(`${trimmed.slice(0, 30)}…`, `a quantity of at most ${LONGEST} characters`, "shorten it");
  const { number, unit: tail } = splitQuantity(trimmed);
  const value = number === "" ? Number.NaN : Number(number);
  if (Number.isNaN(value)) return notANumber(trimmed, unit, example);
  if (!Number.isFinite(value)) return tooLarge(trimmed);
  const { multiplier, unit: unitText } = withoutWord(tail);
  return inUnit({ text: trimmed, value: value * multiplier, unitText }, unit, example);
};

const dimensionHint = ({ text, unitText }: Written, written: Unit, wanted: Unit, example: string): string => {
  const rate = dimensionName(wanted.dimension) === "rate";
  if (written.dimension.every((x) => x === 0)) return rate && unitText === "%" ? `it is a rate: write "${text}/yr"` : `"${unitText}" stands for a plain number; for example "${example}"`;
  return `"${unitText}" is a unit of ${dimensionName(written.dimension)}; for example "${example}"`;
};

const tooLarge = (text: string): QuantityResult => fail(text, "a finite number", "no number above 1.8e308 can be held");

const notANumber = (text: string, unit: string, example: string): QuantityResult => {
  const expected = `a number with a unit of ${dimensionOf(unit)}`;
  const money = /^([$€£¥])\s*([\d._]{1,30})(\/.{0,30})?$/s.exec(text);
  if (money) return fail(text, expected, money[1] === "$" ? `write the unit behind the number: "${money[2]} $${money[3] ?? ""}"` : "convert it to US dollars at a dated exchange rate and note the rate in `source`");
  return fail(text, unit === "1" ? "a plain number" : expected, `for example "${example}"`);
};

interface Written { readonly text: string; readonly value: number; readonly unitText: string }

const inUnit = ({ text, value, unitText }: Written, unit: string, example: string): QuantityResult => {
  const wanted = knownUnit(unit);
  const plain = wanted.dimension.every((x) => x === 0);
  const written = unitText !== "" ? parseUnit(unitText) : plain ? wanted : undefined;
  if (!written) return unknownUnit(text, unitText, unit, example);
  if (!sameDimension(written.dimension, wanted.dimension)) {
    return fail(text, plain ? "a plain number" : dimensionOf(unit), dimensionHint({ text, value, unitText }, written, wanted, example));
  }
  const result = convert(value, written, wanted);
  return Number.isFinite(result) ? { ok: true, value: result } : tooLarge(text);
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

/** A number as a scenario would write it, to the last bit: `parseQuantity` reads the same number back. */
export const writeQuantity = (value: number, unit: string): string => (unit === "1" ? String(value) : `${value} ${unit}`);

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
