/** One number of a resolved scenario by its path, and the scenario with it times a factor that changes from quarter to quarter. */
import { quarterStart_s } from "../units/index.ts";
import { amountAt } from "./amount.ts";
import type { Amount, FieldRow, NumberRow, Section } from "./field.ts";
import { resolvedKey } from "./resolve.ts";
import { countsThings } from "./row-text.ts";
import type { Scenario } from "./scenario.ts";
import { table } from "./table/index.ts";

type Draft = Readonly<Record<string, unknown>>;

export interface Driven {
  readonly row: NumberRow;
  readonly value: number | Amount;
}

/** The number at a path such as "launch.vehicles.starship.price"; undefined where the scenario has none there. */
export const drivenAt = (scenario: object, path: string): Driven | undefined => numberAt(table, scenario as Draft, path.split("."));

const numberAt = (section: Section, record: Draft, [name = "", ...rest]: readonly string[]): Driven | undefined => {
  const row: FieldRow | undefined = Object.hasOwn(section, name) ? section[name] : undefined;
  if (row === undefined) return undefined;
  if (row.kind === "number") {
    const value = record[resolvedKey(name, row)];
    return rest.length === 0 && (typeof value === "number" || (typeof value === "object" && value !== null)) ? { row, value: value as number | Amount } : undefined;
  }
  const here = record[name];
  if (row.kind === "group") return here === null || here === undefined ? undefined : numberAt(row.of, here as Draft, rest);
  if (row.kind !== "list" || here === undefined) return undefined;
  const item = (here as readonly Draft[]).find(({ id }) => id === rest[0]);
  return item === undefined ? undefined : numberAt(row.of, item, rest.slice(1));
};

/** A factor by quarter: `factor[i]` holds over `quarters[i]`, its first value before them. */
export interface QuarterFactor {
  readonly path: string;
  readonly quarters: readonly number[];
  readonly factor: readonly number[];
  /** For a number that cannot change over the horizon, and the reference of a learning curve. */
  readonly whole: number;
}

/** The scenario with a number times a factor. Throws where there is no such number. */
export const withFactor = (scenario: Scenario, by: QuarterFactor): Scenario => multiplied(table, scenario as unknown as Draft, by.path.split("."), by) as unknown as Scenario;

const multiplied = (section: Section, record: Draft, [name = "", ...rest]: readonly string[], by: QuarterFactor): Draft => {
  const row = Object.hasOwn(section, name) ? section[name]! : undefined;
  if (row?.kind === "number") {
    const key = resolvedKey(name, row);
    return { ...record, [key]: timesFactor(row, record[key] as number | Amount, by) };
  }
  const here = record[name];
  if (row?.kind === "group" && here !== null) return { ...record, [name]: multiplied(row.of, here as Draft, rest, by) };
  if (row?.kind !== "list") throw new Error(`the scenario has no number at ${by.path}`);
  return { ...record, [name]: (here as readonly Draft[]).map((item) => (item["id"] === rest[0] ? multiplied(row.of, item, rest.slice(1), by) : item)) };
};

const timesFactor = (row: NumberRow, value: number | Amount, by: QuarterFactor): number | Amount => {
  if (typeof value === "number") return value * by.whole;
  if (value.kind === "learning") return { ...value, first: value.first * by.whole, floor: value.floor * by.whole };
  if (by.factor.every((factor) => factor === 1)) return value;
  const starts_s = by.quarters.map(quarterStart_s);
  const own = value.kind === "schedule" ? value.t_s : [];
  // What is counted is none before its first date, so that no earlier date may be written.
  const from_s = value.kind === "schedule" && countsThings(row) ? own[0]! : -Infinity;
  const t_s = [...new Set([...own, ...starts_s])].filter((t) => t >= from_s).toSorted((a, b) => a - b);
  const factorAt = (t: number): number => by.factor[Math.max(0, starts_s.findLastIndex((start) => start <= t))]!;
  return { kind: "schedule", interpolation: value.kind === "schedule" ? value.interpolation : "step", t_s, value: t_s.map((t) => amountAt(value, t) * factorAt(t)) };
};
