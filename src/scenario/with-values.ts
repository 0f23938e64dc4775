/**
 * A resolved scenario with other numbers in some of its fields, for loops over many: microseconds, where reading it again takes
 * milliseconds. Numbers are held against their rows and the rules between fields, as if `--set` had put them in.
 *
 * What follows from other things than a number goes through the loader: entries of the catalogue and the figures that fields take from
 * them, dates, words, schedules, and the length of the horizon, which schedules are held against.
 */
import { checkBetween } from "./check.ts";
import type { PartlyScenario } from "./check-rule.ts";
import { writtenUnit, type FieldRow, type NumberRow, type Section } from "./field.ts";
import { nearest } from "./nearest.ts";
import { ScenarioError, SET_PREFIX, type Complaint, type Problem } from "./problem.ts";
import { resolvedKey, shaped, type Draft } from "./resolve.ts";
import { expectedNumber, showIn } from "./row-text.ts";
import type { Assumption, Scenario } from "./scenario.ts";
import { table } from "./table/index.ts";
import type { Path } from "./tree.ts";

export interface PathValue {
  /** As in `--set`: "orbit.platform.arrayAreal", "launch.vehicles.falcon-9.price". */
  readonly path: string;
  /** In the field's unit; a fraction from 0 to 1. */
  readonly value: number;
}

/** The scenario with these numbers. Throws a ScenarioError with all that is wrong with them. */
export const withValues = (scenario: Scenario, values: readonly PathValue[]): Scenario => {
  const problems: Problem[] = [];
  const put: Assumption[] = [];
  let fields: Draft = scenario as unknown as Draft;
  for (const { path, value } of values) {
    const complain = (complaint: Complaint): void => void problems.push({ file: `${SET_PREFIX}${path}=${value}`, line: 1, column: 1, path, ...complaint });
    const write = (row: NumberRow): number | undefined => {
      const complaint = faultOf(row, value);
      if (complaint !== null) return void complain(complaint);
      put.push({ path, value, unit: writtenUnit(row.unit), low: null, high: null, source: "", asOf: "", evidence: null, origin: "set", form: "constant" });
      return value;
    };
    fields = placed({ section: table, record: fields, write, complain }, path.split("."));
  }
  if (problems.length > 0) throw new ScenarioError(problems);
  const changed = { ...fields, assumptions: withAssumptions(scenario.assumptions, put), random: scenario.random.filter((field) => !put.some(({ path }) => path === field.path)) } as unknown as Scenario;
  const broken = brokenRules(changed);
  if (broken.length > 0) throw new ScenarioError(broken);
  return changed;
};

const faultOf = (row: NumberRow, value: number): Complaint | null => {
  if (Number.isFinite(value) && value >= row.min && value <= row.max && (!row.whole || Number.isInteger(value))) return null;
  return { found: Number.isFinite(value) ? showIn(value, row) : String(value), expected: expectedNumber(row), hint: `in ${row.unit === "1" || row.unit === "frac" ? "plain numbers" : row.unit}` };
};

interface Placing {
  readonly section: Section;
  readonly record: Draft;
  readonly write: (row: NumberRow) => number | undefined;
  readonly complain: (complaint: Complaint) => void;
}

/** The record with the value at a path; the record itself where something is wrong. */
const placed = (at: Placing, [name = "", ...rest]: readonly string[]): Draft => {
  const { section, record, write, complain } = at;
  const row: FieldRow | undefined = Object.hasOwn(section, name) ? section[name] : undefined;
  const here = record[name];
  if (row === undefined) {
    const near = nearest(name, Object.keys(section));
    complain({ found: `no field "${name}"`, expected: "a field of the table", hint: near ? `did you mean "${near}"?` : "`dawndusk explain` lists them" });
  } else if (row.kind === "group" && rest.length > 0 && name !== "horizon") {
    if (here !== null) return { ...record, [name]: placed({ ...at, section: row.of, record: here as Draft }, rest) };
    complain({ found: `no section \`${name}\``, expected: "a section that the scenario has", hint: "read it with the section" });
  } else if (row.kind === "list" && rest.length > 1) {
    const items = here as readonly Draft[];
    const index = items.findIndex((item) => item["id"] === rest[0]);
    if (index >= 0) return { ...record, [name]: items.with(index, placed({ ...at, section: row.of, record: items[index]! }, rest.slice(1))) };
    complain({ found: `no item "${rest[0]!}"`, expected: `one of ${items.map((item) => String(item["id"])).join(", ")}`, hint: "items of a list are addressed by their id" });
  } else if (row.kind === "number" && rest.length === 0) {
    const value = write(row);
    if (value !== undefined) return { ...record, [resolvedKey(name, row)]: shaped(row, value) };
  } else complain({ found: `\`${name}\``, expected: "a field that holds a number, outside horizon", hint: "other fields go through the loader: --set" });
  return record;
};

const withAssumptions = (before: readonly Assumption[], put: readonly Assumption[]): readonly Assumption[] => {
  const last = new Map(put.map((one) => [one.path, one]));
  const known = new Set(before.map(({ path }) => path));
  return [...before.map((one) => last.get(one.path) ?? one), ...[...last.values()].filter(({ path }) => !known.has(path))];
};

/** The rules between fields, on the scenario as changed. */
const brokenRules = (scenario: Scenario): readonly Problem[] => {
  const written = new Set(scenario.assumptions.filter(({ origin }) => origin === "set" || origin === "scenario").map(({ path }) => path));
  const problems: Problem[] = [];
  checkBetween({
    scenario: scenario as unknown as PartlyScenario,
    wrote: (path) => written.has(textOf(scenario, path)),
    complain: (path, complaint) => void problems.push({ file: "", line: 1, column: 1, path: textOf(scenario, path), ...complaint }),
    note: () => undefined,
  });
  return problems;
};

/** A path with the ids of list items in place of their numbers. */
const textOf = (scenario: Scenario, path: Path): string => {
  let here: unknown = scenario;
  const names = path.map((step) => {
    here = (here as Draft | undefined)?.[step];
    if (typeof step === "string") return step;
    const id = (here as Draft | undefined)?.["id"];
    return typeof id === "string" ? id : String(step);
  });
  return names.join(".");
};
