/** Every example says its boundary, what it is held against and what it misses; runs are held against it in its own test, and all of them whole in test/full. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exampleText, numberAt } from "../support/held-against.ts";
import { exampleNames } from "../support/run-example.ts";

const NAMES = exampleNames();
const list = readFileSync("examples/README.md", "utf8");

describe.each(NAMES)("%s", (name) => {
  test("has a boundary, three figures of others with their source, and what it misses", () => {
    const { boundary, figures, misses } = exampleText(name);
    expect(boundary.length).toBeGreaterThan(80);
    expect(new Set(figures.map(({ figure }) => figure)).size).toBeGreaterThanOrEqual(3);
    for (const { source, within, expected } of figures) {
      expect(source.length).toBeGreaterThan(8);
      // A tolerance that holds everything holds nothing.
      expect(within).toBeLessThan(Math.abs(expected));
    }
    expect(misses.length).toBeGreaterThan(0);
  });

  test("stands in the list and in the gallery", () => {
    expect(list).toContain(`| \`${name}\` |`);
    expect(readFileSync("docs/gallery.md", "utf8")).toContain(`## ${name}\n`);
  });
});

test("ways into a record", () => {
  const record = { a: [{ id: "x/y", b: [2, 4] }], c: { length_m: 8 } };
  expect(numberAt(record, "a[x/y].b[1]")).toBe(4);
  expect(numberAt(record, "c.length_m / a[x/y].b[0] * 1e3")).toBe(4000);
  expect(() => numberAt(record, "a[z].b[1]")).toThrow('"a[z].b[1]": nothing at [z]');
  expect(() => numberAt(record, "c")).toThrow("not a number");
});
