import { expect, test } from "vitest";
import { readCsv } from "../../src/scenario/csv.ts";

// Examples of RFC 4180, section 2.
test.each([
  ["a,b\r\n1,2\r\n", [["1", "2"]]],
  ["a,b\n1,2", [["1", "2"]]],
  ["a,b\r1,2\r", [["1", "2"]]],
  ['a,b\r\n"1","b ""bb"""\r\n', [["1", 'b "bb"']]],
  ['a,b\r\n"1\r\n2","c,d"\r\n', [["1\r\n2", "c,d"]]],
  ["a,b\n,\n", [["", ""]]],
  ["\ufeffa,b\n\n1,2\n\n", [["1", "2"]]],
])("%j", (text, cells) => {
  const csv = readCsv(text);
  expect(csv.ok && csv.header).toEqual(["a", "b"]);
  expect(csv.ok && csv.rows.map((row) => row.cells)).toEqual(cells);
});

test("a row knows its line, behind a quoted line end too", () => {
  const csv = readCsv('a\n"x\ny"\nz\n');
  expect(csv.ok && csv.rows.map((row) => row.line)).toEqual([2, 4]);
});

// The text is no part of the name: some are a megabyte long.
test.each([
  ["an empty file", ""],
  ["bytes that are not text", "a\n\u0000"],
  ["1 cell where the first line has 2", "a,b\n1\n"],
  ["a quote that is never closed", 'a\n"x'],
  ["text behind a closing quote", 'a\n"x"y'],
  ["more than 1000 columns", ",".repeat(2000)],
  ["more than 600000 rows", "a\n".repeat(700_000)],
])("%s is refused", (found, text) => {
  const csv = readCsv(text);
  expect(csv.ok ? "" : csv.found).toBe(found);
});
