import { describe, expect, test } from "vitest";
import { RACK } from "../support/scenario.ts";
import { say } from "./command-line.ts";

describe("risk", () => {
  test.each([
    [["--samples", "many"], "a whole number from 2"],
    [["--samples", "1.5"], "a whole number from 2"],
    [["--design", "spiral"], "saltelli, sobol, latin, random, morris"],
    [["--workers", "0"], "a whole number of threads"],
    [["--cluster", "mysql://x/y", "--out", "x"], "takes the address of a PostgreSQL"],
    [["--cluster", "postgres://x/y"], "--cluster without --out"],
    [["--cluster", "postgres://x/y", "--out", "x", "--workers", "2"], "--workers with --cluster"],
    [["--design", "sobol", "--second-order"], "--second-order with --design sobol"],
  ])("%j is refused", async (words, message) => {
    const { exit, out, err } = await say(["risk", "-", "--quiet", ...words], { input: RACK });
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });

  test("fewer evaluations than two blocks of the design are refused", async () => {
    const { exit, err } = await say(["risk", "-", "--quiet", "--samples", "3", "--set", "finance.discount={distribution: uniform, low: 6 %/yr, high: 9 %/yr}", "--set", "simulate.days=2"], { input: RACK });
    expect([exit, err]).toEqual([2, expect.stringContaining("fewer evaluations than two blocks of 3")]);
  });
});

describe("worker", () => {
  test.each([
    [[], "--cluster"],
    [["--cluster", "localhost"], "takes the address of a PostgreSQL"],
    [["--cluster", "postgres://x/y", "--idle", "-1"], "a number from 0 on"],
  ])("%j is refused", async (words, message) => {
    const { exit, err } = await say(["worker", ...words]);
    expect([exit, err]).toEqual([2, expect.stringContaining(message)]);
  });

  test("a database that cannot be reached is told without its password", async () => {
    const { exit, err } = await say(["worker", "--quiet", "--cluster", "postgres://nobody:secret@127.0.0.1:9/none"]);
    expect([exit, err]).toEqual([2, expect.stringContaining("postgres://nobody:***@127.0.0.1:9/none cannot be reached")]);
  });
});
