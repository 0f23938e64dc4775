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

test.each([
  ["", "an empty file"],
  ["a\n\u0000", "bytes that are not text"],
  ["a,b\n1\n", "1 cell where the first line has 2"],
  ['a\n"x', "a quote that is never closed"],
  ['a\n"x"y', "text behind a closing quote"],
  [",".repeat(2000), "more than 1000 columns"],
  ["a\n".repeat(700_000), "more than 600000 rows"],
])("%j is refused", (text, found) => {
  const csv = readCsv(text);
  expect(csv.ok ? "" : csv.found).toBe(found);
});
