import { describe, expect, test } from "vitest";
import { claimTables } from "../../src/report/tables/index.ts";
import { claimsSizing } from "../../src/size/index.ts";
import { loadExample } from "../support/run-example.ts";

const tables = (...set: readonly string[]) => claimTables(claimsSizing(loadExample("ai1-as-filed", ...set)));

describe("claims", () => {
  test("open relations come first, then what each claim would have to be", () => {
    const [relations, needs] = tables();
    expect(relations!.title).toBe("Published claims do not close");
    expect(relations!.rows[0]).toEqual(["NO", "150 kW", "210 kW", "-28.57 %", expect.any(String), "peak power = power over mass x mass"]);
    expect(relations!.rows.slice(1).every(([closes]) => closes === "yes")).toBe(true);
    expect(needs!.rows.map(([claim]) => claim)).toEqual(["itPeak", "specificPower", "mass"]);
    expect(needs!.note).toBe("Fewest changes after which all close: specificPower 50 W/kg.");
  });

  test("where all closes there is one table; without claims none", () => {
    expect(tables("orbit.claims.specificPower=50 kW/t")).toHaveLength(1);
    expect(claimTables(null)).toEqual([]);
    expect(claimTables({ closes: true, relations: [], mends: [], unchecked: ["orbit.claims.payload"] })).toEqual([]);
  });
});
