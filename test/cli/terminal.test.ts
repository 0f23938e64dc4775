import { describe, expect, test } from "vitest";
import { jsonText, lookOf } from "../../src/cli/index.ts";

describe("look of a terminal", () => {
  test("width within what reads well, 80 where there is no terminal", () => {
    expect(lookOf({ isTTY: true, columns: 100, env: {} }).width).toBe(100);
    expect(lookOf({ isTTY: true, columns: 300, env: {} }).width).toBe(120);
    expect(lookOf({ isTTY: true, columns: 20, env: {} }).width).toBe(60);
    expect(lookOf({ isTTY: false, columns: 200, env: {} }).width).toBe(80);
  });

  test("colour on a terminal only, never with NO_COLOR (no-color.org: when set and not empty)", () => {
    expect(lookOf({ isTTY: true, columns: 80, env: {} }).colour).toBe(true);
    expect(lookOf({ isTTY: true, columns: 80, env: { NO_COLOR: "1" } }).colour).toBe(false);
    expect(lookOf({ isTTY: true, columns: 80, env: { NO_COLOR: "" } }).colour).toBe(true);
    expect(lookOf({ isTTY: true, columns: 80, env: { TERM: "dumb" } }).colour).toBe(false);
    expect(lookOf({ isTTY: false, columns: 80, env: {} }).colour).toBe(false);
  });
});

describe("JSON of a record", () => {
  test("typed arrays are arrays", () => expect(JSON.parse(jsonText({ a: new Float64Array([1, 2.5]), b: new Int32Array(2) }))).toEqual({ a: [1, 2.5], b: [0, 0] }));

  test("a number that JSON cannot hold stops with its name", () => {
    expect(() => jsonText({ flight: { heat_W: Number.NaN } })).toThrow('"heat_W" is NaN');
    expect(() => jsonText({ x: new Float64Array([1, Number.POSITIVE_INFINITY]) })).toThrow("Infinity");
  });
});
