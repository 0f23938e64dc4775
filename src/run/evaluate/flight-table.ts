/**
 * What later stages take of a flight, between flights that were flown before: a sum of broken lines, one an input.
 *
 *   1. value(x) = value(centre) + sum over inputs i of (value(centre with x_i) - value(centre))      first order of a cut expansion
 *                                                                                                     (Rabitz & Alis 1999, eq. 15: cut-HDMR)
 *   2. each term by straight lines between five flights: centre, ends of the input's range, and half way to each; beyond the ends, the ends
 *
 * Inputs that change nothing at their ends have no term. What inputs do together is not in it: the error is measured, on flights at
 * points that are not in the table, drawn over the ranges of all inputs at once, and told with the result.
 */
import type { Flight } from "../../fly/index.ts";
import { randomDoubles, streamOf } from "../../kernel/index.ts";

/** Numbers of a flight that `serve` and `plan` read of the platforms: delivered_frac, then those of contact by name. */
export type FlightNumbers = readonly number[];

export interface FlightTable {
  /** "delivered_frac", "minutes_per_day", ... */
  readonly names: readonly string[];
  readonly centre: FlightNumbers;
  readonly terms: readonly {
    /** Index of the input. */
    readonly input: number;
    readonly x: readonly number[];
    /** Node by node: the change of each number. */
    readonly change: readonly FlightNumbers[];
  }[];
  /** Flights at points outside the table, and the largest error of each number there. */
  readonly checked: number;
  readonly error: FlightNumbers;
  /** Flights flown in all. */
  readonly flights: number;
}

/** Ranges of inputs, and the value of each in the middle. */
export interface FlightInput {
  readonly input: number;
  readonly centre: number;
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
}

const CHECKS = 8;
/** Platforms of many points do not close. */
const ATTEMPTS = 32;

/** The numbers of a flight; null where nothing was flown. */
export const flightNumbers = ({ delivered, summary }: Pick<Flight, "delivered" | "summary">): FlightNumbers | null =>
  (delivered === null || summary === null ? null : [delivered.delivered_frac, ...Object.values(contactNumbers(summary.contact))]);

const contactNumbers = (contact: NonNullable<Flight["summary"]>["contact"]): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(contact).filter((one): one is [string, number] => typeof one[1] === "number"));

/** Names of the numbers. */
export const flightNames = ({ contact }: NonNullable<Flight["summary"]>): readonly string[] => ["delivered_frac", ...Object.keys(contactNumbers(contact))];

/** A flight with other numbers. */
export const withNumbers = ({ summary, delivered }: Pick<Flight, "delivered" | "summary">, { names }: Pick<FlightTable, "names">, numbers: ArrayLike<number>): Pick<Flight, "delivered" | "summary"> => {
  if (summary === null || delivered === null) return { summary, delivered };
  const contact: Record<string, unknown> = { ...summary.contact };
  for (let i = 1; i < names.length; i++) contact[names[i]!] = numbers[i]!;
  return { delivered: { ...delivered, delivered_frac: numbers[0]! }, summary: { ...summary, contact: contact as unknown as typeof summary.contact } };
};

export interface FlightTableInput {
  readonly names: readonly string[];
  readonly centre: FlightNumbers;
  readonly inputs: readonly FlightInput[];
  /** Flies with these values of these inputs, all others in the middle; null where the platform does not close. */
  readonly fly: (at: readonly { readonly input: number; readonly value: number }[]) => Promise<FlightNumbers | null>;
  readonly seed: number;
}

/** Flies what the table needs. */
export const flightTable = async ({ names, centre, inputs, fly, seed }: FlightTableInput): Promise<FlightTable> => {
  let flights = 0;
  const changeAt = async (input: number, value: number): Promise<FlightNumbers | null> => {
    flights++;
    const numbers = await fly([{ input, value }]);
    return numbers === null ? null : numbers.map((number, i) => number - centre[i]!);
  };
  const terms: FlightTable["terms"][number][] = [];
  for (const one of inputs) {
    const term = await termOf(one, { changeAt, width: centre.length });
    if (term !== null) terms.push(term);
  }
  const table = { names, centre, terms };
  const random = randomDoubles({ seed, stream: streamOf("flight table"), index: 0 });
  const error = centre.map(() => 0);
  let checked = 0;
  for (let i = 0; terms.length > 0 && checked < CHECKS && i < ATTEMPTS; i++) {
    const at = inputs.map(({ input, low, high, whole }) => ({ input, value: settled(low + random() * (high - low), whole) }));
    flights++;
    const numbers = await fly(at);
    if (numbers === null) continue;
    checked++;
    const x: number[] = [];
    for (const { input, value } of at) x[input] = value;
    interpolated(table, x).forEach((value, k) => (error[k] = Math.max(error[k]!, Math.abs(value - numbers[k]!))));
  }
  return { ...table, checked, error, flights };
};

const settled = (value: number, whole: boolean): number => (whole ? Math.round(value) : value);

interface Cut {
  readonly changeAt: (input: number, value: number) => Promise<FlightNumbers | null>;
  readonly width: number;
}

/** Null where the input changes nothing at its ends. */
const termOf = async ({ input, centre, low, high, whole }: FlightInput, { changeAt, width }: Cut): Promise<FlightTable["terms"][number] | null> => {
  const known = new Map<number, FlightNumbers | null>([[centre, Array.from({ length: width }, () => 0)]]);
  const visit = async (value: number): Promise<void> => {
    if (!known.has(value)) known.set(value, await changeAt(input, value));
  };
  await visit(low);
  await visit(high);
  if ([...known.values()].every((change) => change !== null && change.every((n) => n === 0))) return null;
  await visit(settled((low + centre) / 2, whole));
  await visit(settled((high + centre) / 2, whole));
  const nodes = [...known].filter((one): one is [number, FlightNumbers] => one[1] !== null).sort(([a], [b]) => a - b);
  return { input, x: nodes.map(([value]) => value), change: nodes.map(([, change]) => change) };
};

/** Numbers at a point of all inputs. */
export const interpolated = ({ centre, terms }: Pick<FlightTable, "centre" | "terms">, x: ArrayLike<number>): Float64Array => {
  const numbers = Float64Array.from(centre);
  for (const term of terms) addTerm(numbers, term, x[term.input]!);
  return numbers;
};

const addTerm = (numbers: Float64Array, { x, change }: FlightTable["terms"][number], value: number): void => {
  const last = x.length - 1;
  let i = 0;
  while (i < last - 1 && value > x[i + 1]!) i++;
  const [from, to] = [x[i]!, x[Math.min(i + 1, last)]!];
  const share = to === from ? 0 : Math.min(1, Math.max(0, (value - from) / (to - from)));
  const [before, after] = [change[i]!, change[Math.min(i + 1, last)]!];
  for (let k = 0; k < numbers.length; k++) numbers[k]! += before[k]! + share * (after[k]! - before[k]!);
};
