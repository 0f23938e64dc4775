/**
 * Units of measure as people write them: "km", "$/kg", "W/m2", "token/s", "$/GPU-h".
 * A unit is a factor to the coherent base (SI, US dollar, bit, operation, token) and a dimension.
 * Counting words (GPU, satellite, launch, user, request) are plain numbers; angle, token, bit and operation are
 * dimensions of their own, so that an angle or a token count cannot pass for a ratio.
 */

import { ASTRONOMICAL_UNIT_KM, JULIAN_YEAR_S, RADIANS_PER_DEGREE, ZERO_CELSIUS_K } from "./constants.ts";

/** Base quantities, in the order of a dimension's exponents. */
export const BASE = ["m", "kg", "s", "K", "$", "rad", "bit", "FLOP", "token", "dB"] as const;

/** Exponents of the base quantities, in the order of BASE. */
export type Dimension = readonly number[];

export interface Unit {
  readonly factor: number;
  readonly dimension: Dimension;
  /** Added after the factor: only degrees Celsius standing alone have one. */
  readonly offset: number;
}

const dim = (powers: Partial<Record<(typeof BASE)[number], number>>): Dimension => BASE.map((b) => powers[b] ?? 0);

export const DIMENSIONLESS: Dimension = dim({});
const LENGTH = dim({ m: 1 });
const MASS = dim({ kg: 1 });
const TIME = dim({ s: 1 });
const POWER = dim({ kg: 1, m: 2, s: -3 });
const ENERGY = dim({ kg: 1, m: 2, s: -2 });
const PRESSURE = dim({ kg: 1, m: -1, s: -2 });
const MONEY = dim({ $: 1 });
const ANGLE = dim({ rad: 1 });
const DATA = dim({ bit: 1 });
const DATA_RATE = dim({ bit: 1, s: -1 });
const WORK = dim({ FLOP: 1 });
const WORK_RATE = dim({ FLOP: 1, s: -1 });

const PREFIX: Readonly<Record<string, number>> = {
  n: 1e-9, u: 1e-6, m: 1e-3, c: 1e-2, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
};

/** symbol, factor, dimension, prefixes it takes. */
const SYMBOLS: readonly (readonly [string, number, Dimension, string])[] = [
  ["m", 1, LENGTH, "numck"],
  ["au", ASTRONOMICAL_UNIT_KM * 1000, LENGTH, ""],
  ["L", 1e-3, dim({ m: 3 }), "mM"],
  ["g", 1e-3, MASS, "mk"],
  ["t", 1e3, MASS, "kMG"],
  ["s", 1, TIME, "num"],
  ["min", 60, TIME, ""],
  ["h", 3600, TIME, ""],
  ["d", 86_400, TIME, ""],
  ["day", 86_400, TIME, ""],
  ["days", 86_400, TIME, ""],
  ["week", 604_800, TIME, ""],
  ["month", JULIAN_YEAR_S / 12, TIME, ""],
  ["months", JULIAN_YEAR_S / 12, TIME, ""],
  ["quarter", JULIAN_YEAR_S / 4, TIME, ""],
  ["yr", JULIAN_YEAR_S, TIME, ""],
  ["year", JULIAN_YEAR_S, TIME, ""],
  ["years", JULIAN_YEAR_S, TIME, ""],
  ["K", 1, dim({ K: 1 }), "m"],
  ["Hz", 1, dim({ s: -1 }), "kMGT"],
  ["J", 1, ENERGY, "mkMGT"],
  ["W", 1, POWER, "mkMGT"],
  ["Pa", 1, PRESSURE, "kM"],
  ["hPa", 100, PRESSURE, ""],
  ["mbar", 100, PRESSURE, ""],
  ["bar", 1e5, PRESSURE, ""],
  // Dose: a hundredth of it (cGy) is a rad, a word that stands for angles here.
  ["Gy", 1, dim({ m: 2, s: -2 }), "mck"],
  ["Wh", 3600, ENERGY, "kMGT"],
  ["$", 1, MONEY, ""],
  ["USD", 1, MONEY, ""],
  ["k$", 1e3, MONEY, ""],
  ["M$", 1e6, MONEY, ""],
  ["B$", 1e9, MONEY, ""],
  ["T$", 1e12, MONEY, ""],
  ["cent", 0.01, MONEY, ""],
  ["deg", RADIANS_PER_DEGREE, ANGLE, ""],
  ["rad", 1, ANGLE, "mu"],
  ["arcsec", RADIANS_PER_DEGREE / 3600, ANGLE, ""],
  ["b", 1, DATA, "kMGTP"],
  ["bit", 1, DATA, "kMGTP"],
  ["B", 8, DATA, "kMGTPE"],
  ["bps", 1, DATA_RATE, "kMGT"],
  ["FLOP", 1, WORK, "MGTPE"],
  ["FLOPS", 1, WORK_RATE, "MGTPE"],
  ["token", 1, dim({ token: 1 }), "kMGT"],
  ["tokens", 1, dim({ token: 1 }), ""],
  // Logarithms: never converted to what they are logarithms of, for a level and a ratio are written alike.
  ["dB", 1, dim({ dB: 1 }), ""],
  ["dBW", 1, dim({ dB: 1, kg: 1, m: 2, s: -3 }), ""],
  ["%", 0.01, DIMENSIONLESS, ""],
  ...["1", "GPU", "GPUs", "chip", "satellite", "satellites", "launch", "launches", "user", "users", "request", "requests", "cycle", "cycles"].map(
    (word) => [word, 1, DIMENSIONLESS, ""] as const,
  ),
];

const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...SYMBOLS.flatMap(([symbol, factor, dimension, prefixes]): [string, Unit][] => [
    [symbol, { factor, dimension, offset: 0 }],
    ...[...prefixes].map((p): [string, Unit] => [p + symbol, { factor: factor * PREFIX[p]!, dimension, offset: 0 }]),
  ]),
  ["degC", { factor: 1, dimension: dim({ K: 1 }), offset: ZERO_CELSIUS_K }],
  ["°C", { factor: 1, dimension: dim({ K: 1 }), offset: ZERO_CELSIUS_K }],
]);

/** Every unit symbol that is understood, for suggestions. */
export const unitSymbols = (): readonly string[] => [...UNITS.keys()];

/** One symbol with an optional whole exponent: "m2", "s-1", "km". Undefined when it is not a unit. */
const symbolUnit = (text: string): Unit | undefined => {
  const known = UNITS.get(text);
  if (known) return known;
  let end = text.length;
  while (end > 0 && text[end - 1]! >= "0" && text[end - 1]! <= "9") end--;
  const power = Number(text.slice(end));
  const base = UNITS.get(text.slice(0, end));
  if (!base || end === text.length || power < 1 || power > 9) return undefined;
  return { factor: base.factor ** power, dimension: base.dimension.map((x) => x * power), offset: 0 };
};

const multiply = (a: Unit, b: Unit, sign: 1 | -1): Unit => ({
  factor: sign === 1 ? a.factor * b.factor : a.factor / b.factor,
  dimension: a.dimension.map((x, i) => x + sign * b.dimension[i]!),
  offset: 0,
});

const ONE: Unit = { factor: 1, dimension: DIMENSIONLESS, offset: 0 };

/** "kW-yr" or "kW*yr": factors that stand on one side of a slash. */
const productUnit = (text: string): Unit | undefined => {
  let product: Unit | undefined;
  for (const part of text.split(/[-*·]/)) {
    const unit = symbolUnit(part.trim());
    if (!unit) return undefined;
    product = product ? multiply(product, unit, 1) : unit;
  }
  return product;
};

const parsed = new Map<string, Unit | undefined>();

/** The unit a text such as "$/GPU-h" or "W/m2/K" stands for, or undefined. Slashes read from left to right; a hyphen binds tighter. */
export const parseUnit = (text: string): Unit | undefined => {
  if (parsed.has(text)) return parsed.get(text);
  const unit = unitOf(text);
  if (parsed.size < 10_000) parsed.set(text, unit);
  return unit;
};

const unitOf = (text: string): Unit | undefined => {
  if (text.length > 64) return undefined;
  const [head, ...rest] = text.trim().split("/");
  let unit = head!.trim() === "" && rest.length > 0 ? ONE : productUnit(head!.trim());
  for (const part of rest) {
    const next = productUnit(part.trim());
    if (!unit || !next) return undefined;
    unit = multiply(unit, next, -1);
  }
  return unit;
};

export const sameDimension = (a: Dimension, b: Dimension): boolean => a.every((x, i) => x === b[i]);

/** A dimension in words: "length", "money per mass", or its base units where it has no name. */
export const dimensionName = (dimension: Dimension): string =>
  NAMES.find(([, d]) => sameDimension(d, dimension))?.[0] ??
  BASE.flatMap((b, i) => (dimension[i] === 0 ? [] : [dimension[i] === 1 ? b : `${b}^${dimension[i]}`])).join(" ");

const NAMES: readonly (readonly [string, Dimension])[] = [
  ["plain number", DIMENSIONLESS],
  ["length", LENGTH],
  ["area", dim({ m: 2 })],
  ["volume", dim({ m: 3 })],
  ["mass", MASS],
  ["time", TIME],
  ["rate", dim({ s: -1 })],
  ["temperature", dim({ K: 1 })],
  ["power", POWER],
  ["energy", ENERGY],
  ["pressure", PRESSURE],
  ["money", MONEY],
  ["money per mass", dim({ $: 1, kg: -1 })],
  ["money per power", dim({ $: 1, kg: -1, m: -2, s: 3 })],
  ["money per energy", dim({ $: 1, kg: -1, m: -2, s: 2 })],
  ["money per data", dim({ $: 1, bit: -1 })],
  ["mass per area", dim({ kg: 1, m: -2 })],
  ["energy per mass", dim({ m: 2, s: -2 })],
  ["angle", ANGLE],
  ["data", DATA],
  ["data rate", DATA_RATE],
  ["compute rate", WORK_RATE],
  ["tokens", dim({ token: 1 })],
  ["token rate", dim({ token: 1, s: -1 })],
  ["decibels", dim({ dB: 1 })],
  ["decibels over a watt", dim({ dB: 1, kg: 1, m: 2, s: -3 })],
  ["gain over noise temperature", dim({ dB: 1, K: -1 })],
];
