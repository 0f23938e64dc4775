/**
 * One comparison with a number that came from elsewhere: asserts it, and, when DAWNDUSK_ACCURACY is set,
 * writes it to test/golden/.accuracy/<suite>.json, from which the README's accuracy table is printed.
 * A suite lives in one test file, so that no two workers write one file.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

export type GoldenRow = {
  readonly case: string;
  readonly got: number;
  readonly expected: number;
  /** Tolerance relative to `expected`. Give `rel`, `abs` or both; with both the larger applies. */
  readonly rel?: number;
  /** Tolerance in `unit`. */
  readonly abs?: number;
  readonly unit: string;
  readonly source: string;
};

const suites = new Map<string, object[]>();

/** Asserts |got - expected| <= tolerance and records the row for the accuracy table. Throws if no tolerance is given. */
export function measure(suite: string, row: GoldenRow): void {
  if (row.rel === undefined && row.abs === undefined) throw new Error(`measure ${suite}/${row.case}: give rel or abs`);
  const tolerance = Math.max(row.abs ?? 0, (row.rel ?? 0) * Math.abs(row.expected));
  const error = row.got - row.expected;
  record(suite, row, error, tolerance);
  const text = `${suite} / ${row.case}: got ${row.got} ${row.unit}, expected ${row.expected} (${row.source}); error ${error}, tolerance ${tolerance}`;
  expect(Number.isFinite(row.got), text).toBe(true);
  expect(Math.abs(error), text).toBeLessThanOrEqual(tolerance);
}

function record(suite: string, row: GoldenRow, error: number, tolerance: number): void {
  if (process.env["DAWNDUSK_ACCURACY"] === undefined) return;
  const rows = suites.get(suite) ?? [];
  suites.set(suite, rows);
  const { case: name, got, expected, unit, source } = row;
  rows.push({ suite, case: name, got, expected, error, tolerance, unit, source });
  const folder = new URL("./.accuracy/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(".gitignore", folder), "*\n");
  writeFileSync(new URL(`${suite}.json`, folder), JSON.stringify(rows, null, 1) + "\n");
}
