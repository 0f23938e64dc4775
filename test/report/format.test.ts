import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellText, factTable, formatFigure, formatPercent, formatScaled, formatTemperature, numberColumn, plainText, textTable, wordColumn, wrapText, type Table } from "../../src/report/index.ts";

describe("figures", () => {
  test("four significant digits, no idle zeros, thousands apart", () => {
    expect([0, 1, 72, 525_600, 1.9184, 38.9, 0.07523, 17_950.4, -4.75, 12_345_678].map(formatFigure)).toEqual(["0", "1", "72", "525,600", "1.918", "38.9", "0.07523", "17,950", "-4.75", "12,350,000"]);
    expect(formatFigure(3.1e-12)).toBe("3.100e-12");
  });

  test("reads back within half a unit of the fourth digit", () => {
    fc.assert(fc.property(fc.double({ min: 1e-4, max: 1e14, noNaN: true }), (value) => Math.abs(Number(formatFigure(value).replaceAll(",", "")) / value - 1) <= 5.0001e-4));
  });

  test("prefixes", () => {
    expect(formatScaled(131_600, "W")).toBe("131.6 kW");
    expect(formatScaled(-6e8, "$")).toBe("-600 M$");
    expect(formatScaled(9999, "kg")).toBe("9,999 kg");
    expect(formatScaled(12_000, "kg")).toBe("12 t");
    expect(formatScaled(3.6e6, "J")).toBe("1 kWh");
    expect(formatScaled(0, "B")).toBe("0 B");
    expect(formatScaled(5, "m2")).toBe("5 m2");
    expect(formatPercent(0.803)).toBe("80.3 %");
    expect(formatTemperature(318.15)).toBe("318.1 K (45 degC)");
  });

  test("control characters of a name never reach a terminal", () => {
    expect(plainText("a\u001b[31mb\u0007c\nd")).toBe("a [31mb c d");
  });
});

const table = (rows: Table["rows"]): Table => ({ id: "t", title: "T", note: "", rows, columns: [wordColumn("what it is"), numberColumn("mass", "kg"), wordColumn("remark")] });

describe("text tables", () => {
  test("columns line up: numbers on the right, words on the left", () => {
    const lines = textTable(table([["array", 922, "two wings"], ["bus", 61.25, null]]), 80);
    expect(lines.slice(-2)).toEqual([expect.stringMatching(/^array +922 {2}two wings$/), expect.stringMatching(/^bus +61\.25 {2}-$/)]);
    expect(lines.at(-2)!.indexOf("922") + 3).toBe(lines.at(-1)!.indexOf("61.25") + 5);
  });

  test("no line is wider than asked, and no word is lost", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 30 }).map((w) => w.join(" "));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,12}$/), fc.integer({ min: 0, max: 999_999 }), words), { minLength: 1, maxLength: 5 }), fc.integer({ min: 50, max: 120 }), (rows, width) => {
        const lines = textTable(table(rows), width);
        expect(Math.max(...lines.map((l) => l.length))).toBeLessThanOrEqual(width);
        for (const [, number, text] of rows) {
          expect(lines.join("\n")).toContain(cellText(number));
          for (const word of text.split(" ")) expect(lines.join(" ")).toContain(word);
        }
      }),
    );
  });

  test("a table too wide for its numbers is cut into blocks that repeat the first column", () => {
    const wide: Table = { id: "w", title: "W", note: "", columns: [wordColumn("year"), ...Array.from({ length: 12 }, (_, i) => numberColumn(`column${i}`, ""))], rows: [["2027", ...Array.from({ length: 12 }, (_, i) => 1000 + i)]] };
    const lines = textTable(wide, 60);
    expect(lines.filter((l) => l.startsWith("2027"))).toHaveLength(2);
    expect(Math.max(...lines.map((l) => l.length))).toBeLessThanOrEqual(60);
  });

  test("a fact sheet has no head", () => {
    expect(textTable(factTable({ id: "f", title: "F", note: "", facts: [["mass", "12 t", "wet"]] }), 80)).toEqual(["mass  12 t  wet"]);
  });

  test("a number that is not finite stops with the names of table, column and row", () => {
    expect(() => textTable(table([["array", Number.NaN, ""]]), 80)).toThrow('table "t", column "mass", row "array": not a finite number');
  });

  test("a word longer than the line is cut", () => {
    expect(wrapText("abcdefghij kl", 4)).toEqual(["abcd", "efgh", "ij", "kl"]);
    expect(wrapText("", 10)).toEqual([""]);
  });
});
