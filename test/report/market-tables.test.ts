/** Tables of a market that was settled by hand: numbers are those of test/market. */
import { describe, expect, test } from "vitest";
import { openMarket, settle } from "../../src/market/index.ts";
import { assertTable, marketTables, marketYearTables, type Table } from "../../src/report/index.ts";
import type { Run } from "../../src/run/index.ts";
import { gated, marketOf } from "../market/fixture.ts";
import { fixture } from "./fixture.ts";

const scenario = marketOf("horizon.years=2 yr");
const market = openMarket(scenario);
const run: Run = { ...fixture, market: { ...market, settlement: settle(scenario, market, { lab: { "falcon-9": market.quarters.map(() => 4) } }), besidePlan_pv_usd: { launcher: -1e9, agency: 1e9, lab: 0 } } };

const rowsOf = (tables: readonly Table[], id: string): Table["rows"] => tables.find((table) => table.id === id)!.rows;

describe("tables of a market", () => {
  const tables = marketTables(run).map(assertTable);

  test("who gets what adds up to the whole", () => {
    const rows = rowsOf(tables, "allocation");
    expect(rows.map((row) => [row[1], row[4]])).toEqual([["agency", 16], ["lab", 8], ["lab", 24], ["launcher", 32], ["-", 0]]);
    expect(rows.reduce((sum, row) => sum + Number(row[6]), 0)).toBeCloseTo(100, 9);
  });

  test("what an owner sold: 2 at 110, 1 at 70 and 3 at 65 a quarter, over eight quarters", () => {
    const [row] = rowsOf(tables, "sales");
    expect(row!.slice(0, 7)).toEqual(["f9", "launcher", 80, 32, 24, 24, 80]);
    expect(row![7]).toBeCloseTo(8 * (220 + 70 + 195), 9);
    expect(row![8]).toBeCloseTo(80 * 20, 9);
  });

  test("by year", () => {
    const [table] = marketYearTables(run).map(assertTable);
    expect(table!.rows[0]).toEqual(["everyone", "there is", 40, 40]);
    expect(table!.note).toContain("2027 65");
  });

  test("gates alone are shown alone, and without either there is nothing", () => {
    const alone = openMarket({ ...gated(["{ id: g, kind: launch-licence, holds: vehicle/falcon-9, at: 2027-Q3, fallback: without }"]), market: null });
    expect(marketTables({ ...fixture, market: { ...alone, settlement: null, besidePlan_pv_usd: {} } }).map(({ id }) => id)).toEqual(["gates"]);
    expect(marketTables(fixture)).toEqual([]);
  });
});
