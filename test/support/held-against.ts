/**
 * What an example's README says of it in a form that a test reads: its boundary, figures of others that a run of it is held against, and what it misses.
 *
 *   ## Boundary            words
 *   ## Held against        | figure | in run.json | expected | within | source |
 *   ## Misses              one point a line
 *
 * A cell of the second column is a way into the record of a run, `service.classes[chat].demand_W / 1000000`: names, items by id, subsystem or number, with factors from left to right.
 */
import { readFileSync } from "node:fs";
import { expect } from "vitest";

export interface HeldFigure {
  readonly figure: string;
  readonly way: string;
  readonly expected: number;
  /** In the unit of `expected`. */
  readonly within: number;
  readonly source: string;
}

export interface ExampleText {
  readonly boundary: string;
  readonly figures: readonly HeldFigure[];
  readonly misses: readonly string[];
}

/** What an example's README says of it. Throws where a figure cannot be read. */
export const exampleText = (name: string): ExampleText => {
  const text = readFileSync(`examples/${name}/README.md`, "utf8");
  return {
    boundary: sectionOf(text, "Boundary"),
    figures: sectionOf(text, "Held against").split("\n").filter((line) => line.startsWith("| ")).slice(1).map((line) => figureOf(name, line)),
    misses: sectionOf(text, "Misses").split("\n").flatMap((line) => (line.startsWith("- ") ? [line.slice(2)] : [])),
  };
};

const sectionOf = (text: string, title: string): string => {
  const [, after = ""] = text.split(`\n## ${title}\n`);
  return after.split("\n## ")[0]!.trim();
};

const numberOf = (text: string): number => (text === "" ? Number.NaN : Number(text.replaceAll(",", "")));

const figureOf = (name: string, line: string): HeldFigure => {
  const [, figure = "", way = "", expected = "", within = "", source = ""] = line.split("|").map((cell) => cell.trim());
  const row = { figure, way: way.replaceAll("`", ""), expected: numberOf(expected), within: withinOf(within, numberOf(expected)), source };
  if (![row.expected, row.within].every(Number.isFinite) || source === "") throw new Error(`examples/${name}/README.md: "${line}" is no figure with number, tolerance and source`);
  return row;
};

/** "0.5" or "3 %". */
const withinOf = (text: string, expected: number): number => (text.endsWith("%") ? (numberOf(text.slice(0, -1).trim()) / 100) * Math.abs(expected) : numberOf(text));

/** The number at a way into a record. Throws with the step that leads nowhere. */
export const numberAt = (record: object, way: string): number => {
  const [first = "", ...rest] = way.split(/\s+(?=[*/] )/);
  return rest.reduce((value, term) => (term.startsWith("*") ? value * operand(record, term.slice(2)) : value / operand(record, term.slice(2))), operand(record, first));
};

const operand = (record: object, text: string): number => {
  if (/^[\d.,e+-]+$/.test(text)) return numberOf(text);
  const steps = [...text.matchAll(/[^.[\]]+|\[[^\]]+\]/g)].map(([step]) => step);
  const value = steps.reduce<unknown>((here, step) => stepInto(here, step, text), record);
  if (typeof value !== "number") throw new Error(`"${text}" is ${typeof value}, not a number`);
  return value;
};

const NAMES = ["id", "item", "option", "class", "capacity"];

/** By a name of its own, or by the subsystem of the ledger line that it holds. */
const isNamed = (one: Readonly<Record<string, unknown>>, name: string): boolean => {
  const { line } = one;
  return NAMES.some((key) => one[key] === name) || (typeof line === "object" && line !== null && "subsystem" in line && line.subsystem === name);
};

const stepInto = (here: unknown, step: string, way: string): unknown => {
  const name = step.replace(/^\[|\]$/g, "");
  const found = Array.isArray(here) && step.startsWith("[") && !/^\d+$/.test(name) ? here.find((one: Record<string, unknown>) => isNamed(one, name)) : (here as Record<string, unknown> | null | undefined)?.[name];
  if (found === undefined || found === null) throw new Error(`"${way}": nothing at ${step}`);
  return found;
};

const STAGES = ["sizing", "flight", "service", "plan", "finance"] as const;

/** Asserts every figure that an example's README holds it against; of a run that ended at `plan`, those of finance are left to the full suite. */
export const heldAgainst = (name: string, record: object, until: "plan" | "finance" = "finance"): void => {
  const after: readonly string[] = STAGES.slice(until === "plan" ? 4 : 5);
  for (const { figure, way, expected, within, source } of exampleText(name).figures) {
    if (after.some((stage) => way.includes(`${stage}.`))) continue;
    const got = numberAt(record, way);
    const text = `${name} / ${figure}: got ${got}, expected ${expected} within ${within} (${source})`;
    expect(Number.isFinite(got), text).toBe(true);
    expect(Math.abs(got - expected), text).toBeLessThanOrEqual(within * (1 + 1e-12));
  }
};
