/**
 * The problem of mean values over several futures: every rate, price, limit and demand its mean by chance (Birge and Louveaux 2011, section 4.2).
 *
 * Launches that are whole in one future are whole in it: of those on offer from the quarter in which the futures part, their mean rounded to
 * the nearest (not up, as elsewhere: two launches with a chance of 2 % are none). Null where the futures differ in what has no mean: which options, vehicles or classes
 * there are, lives and leads.
 */
import type { PlanCase, VehicleCase } from "../plan-case.ts";

interface Weighted {
  readonly chance_frac: number;
  readonly problem: PlanCase;
}

/** Numbers that count quarters or places: a mean of two of them is neither. */
const COUNTED = new Set(["life", "lead", "at", "termsFrom", "vehicle", "vehicles", "index", "pool", "option", "quarters"]);

class NoMean extends Error {}

/** The mean problem; null where there is none. */
export const meanCase = (futures: readonly Weighted[]): PlanCase | null => {
  try {
    const mean = meanOf(futures.map(({ problem }) => problem), { key: "", chances: futures.map(({ chance_frac }) => chance_frac) }) as PlanCase;
    return { ...mean, vehicles: mean.vehicles.map((vehicle, v) => (vehicle.integer ? nearest(vehicle, futures.map(({ problem }) => problem.vehicles[v]!)) : vehicle)) };
  } catch (error) {
    if (error instanceof NoMean) return null;
    throw error;
  }
};

/** Whole launches on offer are rounded up, so half of one less from where the futures part rounds them to the nearest. */
const HALF = 0.5 - 1e-6;

const nearest = (mean: VehicleCase, futures: readonly VehicleCase[]): VehicleCase => {
  const parts = mean.slots.findIndex((_, t) => futures.some(({ slots }) => slots[t] !== futures[0]!.slots[t]));
  if (parts === -1) return mean;
  let less = HALF;
  return { ...mean, slots: mean.slots.map((offered, t) => {
    const taken = t < parts ? 0 : Math.min(offered, less);
    less -= taken;
    return offered - taken;
  }) };
};

interface At {
  readonly key: string;
  readonly chances: readonly number[];
}

const meanOf = (values: readonly unknown[], at: At): unknown => {
  const first = values[0];
  if (values.every((value) => value === first)) return first;
  if (values.every((value) => typeof value === "number")) return meanNumber(values, at);
  if (values.every((value) => typeof value === "boolean")) return values.includes(true);
  if (values.every(Array.isArray)) return meanList(values, at);
  if (values.every(isRecord)) return Object.fromEntries(keysOf(values).map((key) => [key, meanOf(values.map((value) => value[key]), { ...at, key })]));
  // Words say where a number comes from: those of the first. An id is what the thing is.
  if (values.every((value) => typeof value === "string") && at.key !== "id") return first;
  throw new NoMean(at.key);
};

const meanNumber = (values: readonly number[], { key, chances }: At): number => {
  if (COUNTED.has(key)) throw new NoMean(key);
  return values.reduce((sum, value, i) => sum + value * chances[i]!, 0);
};

const meanList = (values: readonly (readonly unknown[])[], at: At): readonly unknown[] => {
  const [first] = values;
  if (values.some(({ length }) => length !== first!.length)) throw new NoMean(at.key);
  return first!.map((_, i) => meanOf(values.map((value) => value[i]), at));
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

const keysOf = (values: readonly Readonly<Record<string, unknown>>[]): readonly string[] => {
  const keys = values.map((value) => Object.keys(value).toSorted().join(" "));
  if (new Set(keys).size > 1) throw new NoMean(keys[0]!);
  return Object.keys(values[0]!);
};
