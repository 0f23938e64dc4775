import { describe, expect, test } from "vitest";
import { existsSync } from "node:fs";
import { costTable, derivationOf, energyTable, flightTable, isInput, moneyTable } from "../../src/report/index.ts";
import { explain } from "../../src/scenario/index.ts";
import { fixture } from "./fixture.ts";

const { finance, flight, plan } = fixture;
const told = [costTable(finance!), moneyTable(finance!, plan!), flightTable(flight!.summary!), energyTable(flight!.summary!)].flatMap(({ id, rows }) => rows.flatMap(([row]) => derivationOf(id, String(row)) ?? []));

describe("how numbers come about", () => {
  test("every measure of cost says it, and the tables that people ask about", () => {
    for (const [measure] of costTable(finance!).rows) expect(derivationOf("cost", String(measure)), String(measure)).not.toBeNull();
    expect(derivationOf("money", "net present value")).not.toBeNull();
    expect(derivationOf("nothing", "at all")).toBeNull();
  });

  test("pages are there, and fields are fields", () => {
    for (const { theory, inputs } of told) {
      expect(existsSync(theory.split(",")[0]!), theory).toBe(true);
      for (const input of inputs) expect(explain(input.replace(/\.$/, "").replaceAll(".*", "[]").replace(/\[\]$/, "")).ok, input).toBe(true);
    }
  });

  test("a path is an input under its section, with any id", () => {
    const cost = derivationOf("cost", "$/kW-yr")!;
    expect(isInput(cost, "launch.vehicles.starship.price")).toBe(true);
    expect(isInput(cost, "finance.discount")).toBe(true);
    expect(isInput(cost, "finance.discounts")).toBe(false);
    expect(isInput(cost, "launch.vehicles")).toBe(false);
    expect(isInput(cost, "plan.alternatives")).toBe(false);
  });
});
