import { beforeAll, describe, expect, test } from "vitest";
import { bookOf, statementCsv, xlsxOf, type Book, type Sheet } from "../../src/book/index.ts";
import type { Run } from "../../src/run/index.ts";
import { bookSource } from "../../src/run/index.ts";
import { earning, runOf } from "./source.ts";

let made: Run;
let book: Book;
beforeAll(async () => {
  made = await runOf(earning());
  book = bookOf(bookSource(earning(), made)!);
});

const sheet = (name: string): Sheet => book.sheets.find((one) => one.name === name)!;
const count = ({ rows }: Sheet, kind: string): number => rows.flat().filter((cell) => cell?.kind === kind).length;

describe("no pasted results", () => {
  test("what the library says stands on the sheets that compare, and nowhere else", () => {
    for (const one of book.sheets) if (one.name !== "library" && one.name !== "reconcile") expect([one.name, count(one, "library")]).toEqual([one.name, 0]);
    expect(count(sheet("library"), "library")).toBeGreaterThan(0);
  });

  test("sheets of results have formulas alone: but for the first quarter's number nothing is given", () => {
    for (const name of ["cash", "depreciation", "worth"]) {
      const quarters = made.finance!.statement!.quarters.length;
      expect([name, count(sheet(name), "input")]).toEqual([name, 1]);
      // Every line has as many cells as there are quarters; three lines of four above them are formulas, and the fourth but for its first.
      expect([name, (count(sheet(name), "formula") + 1) % quarters]).toEqual([name, 0]);
      expect(count(sheet(name), "formula")).toBeGreaterThan(6 * quarters);
    }
    expect(count(sheet("measures"), "input")).toBe(0);
    // Two of each project's measures are roots, each with the cell that it is mended from; three are of the plan in real dollars.
    expect(count(sheet("measures"), "formula")).toBe(made.finance!.projects.reduce((sum, { measures }) => sum + measures.length + 2, 0) + 3);
  });

  test("of a vintage three numbers are formulas, of an option's cost all that is no price, life or share", () => {
    const rows = sheet("vintages").rows.length - 2;
    expect([count(sheet("vintages"), "formula"), count(sheet("vintages"), "input")]).toEqual([3 * rows, 5 * rows]);
    for (const { option } of made.finance!.options) expect(sheet("levelised").rows.some(([cell]) => String(cell?.value).startsWith(option))).toBe(true);
    expect(count(sheet("levelised"), "formula")).toBeGreaterThan(made.finance!.variants.length + 6 * made.finance!.options.length);
  });
});

describe("names", () => {
  test("each is a cell of the inputs, one of its kind, and no cell's own", () => {
    const names = book.names.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const { name, range } of book.names) {
      expect(name).toMatch(/^[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]*$/);
      const row = Number(/^inputs!\$B\$(\d+)$/.exec(range)![1]);
      expect(sheet("inputs").rows[row - 1]![4]!.value).toBe(name);
    }
  });

  test("every sheet that a formula names is there", () => {
    const sheets = new Set(book.sheets.map(({ name }) => name));
    for (const { rows } of book.sheets) for (const cell of rows.flat()) for (const [, name] of (cell?.formula ?? "").matchAll(/([a-z]+)!/g)) expect(sheets.has(name!)).toBe(true);
  });
});

test("a number that is not finite stops with its name", () => {
  const source = bookSource(earning(), made)!;
  const flows = source.flows.flows.map((flow, i) => (i === 0 ? { ...flow, real_usd: flow.real_usd.map(() => NaN) } : flow));
  expect(() => bookOf({ ...source, flows: { ...source.flows, flows } })).toThrow(/book: plan!.*must be a finite number, found NaN/);
});

test("the file is a zip", async () => {
  const bytes = await xlsxOf(book);
  expect(new TextDecoder().decode(bytes.subarray(0, 2))).toBe("PK");
});

test("statement.csv: a quarter a row, units in the header, sums of parts are the columns", () => {
  const { statement } = made.finance!;
  const [head, ...rows] = statementCsv(statement!).trimEnd().split("\n").map((line) => line.split(","));
  expect(rows.map(([quarter]) => quarter)).toEqual(statement!.quarters.map((quarter) => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`));
  expect(head!.slice(1).every((name) => name.endsWith("($)"))).toBe(true);
  const column = (name: string): readonly number[] => rows.map((row) => Number(row[head!.indexOf(name)]));
  expect(column("capex ($)")).toEqual([...statement!.capex_usd]);
  const earned = head!.filter((name) => name.startsWith("earned ")).map(column);
  column("revenue ($)").forEach((usd, q) => expect(earned.reduce((sum, one) => sum + one[q]!, 0)).toBeCloseTo(usd, 4));
});
