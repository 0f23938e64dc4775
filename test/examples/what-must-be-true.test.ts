import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { primBox } from "../../src/risk/index.ts";
import { riskOf, type Drawn } from "../support/risk-of.ts";

const ROWS = 1024;

describe("what-must-be-true", () => {
  let got: Drawn;
  beforeAll(async () => {
    got = await riskOf("what-must-be-true", ROWS);
  });

  test("its published.yaml is orbit-or-ground", () => {
    expect(readFileSync("examples/what-must-be-true/published.yaml", "utf8")).toBe(readFileSync("examples/orbit-or-ground/scenario.yaml", "utf8"));
  });

  test("over hopes alone orbit wins now and then", () => {
    const wins = got.outcome("orbitWins").reduce((sum, won) => sum + won, 0) / ROWS;
    expect(wins).toBeGreaterThan(0.02);
    expect(wins).toBeLessThan(0.15);
  });

  test("a cheap kilogram of platform is in every rule, and the box is over twice as dense as the whole", () => {
    const { evaluator, inputs } = got;
    const holds = Uint8Array.from(got.outcome("orbitWins"));
    const box = primBox({ paths: evaluator.inputs.map(({ path }) => path), inputs, holds, wanted: 0.9 })!;
    const bus = box.rules.find(({ path }) => path === "orbit.platform.busPrice")!;
    expect(bus.low).toBeNull();
    expect(bus.high).toBeLessThan(500);
    expect(box.density).toBeGreaterThan(2 * box.base);
    expect(box.coverage).toBeGreaterThan(0.25);
  });
});
