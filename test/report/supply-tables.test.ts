/** Orders, cargo and alternatives of a plan as tables. */
import { expect, test } from "vitest";
import { alternativeTables, planYearTable, supplyTables } from "../../src/report/tables/index.ts";
import { planned } from "./build-plan.ts";

test("none where nothing is ordered, brought or near", () => {
  expect(supplyTables(planned)).toEqual([]);
  expect(alternativeTables(planned)).toEqual([]);
});

test("orders by year, without the years in which nothing is", () => {
  const [orders] = supplyTables({ ...planned, orders: [{ id: "order/starship", of: "launches", lead_yr: 1, ordered: [2, 1, 0, 0], open: [0, 0, 0, 1], deposit_usd: [2e6, 1e6, 0, 0] }] });
  expect(orders!.rows).toEqual([["starship (launches)", "2028", 1, 3, 1, 3]]);
});

test("cargo by year in tonnes, with the platforms that lack it", () => {
  const [cargo] = supplyTables({ ...planned, cargo: [{ id: "krypton", loaded_kg: [4000, 0, 0, 2000], arrived_kg: [2000, 0, 0, 1000], used_kg: [500, 500, 500, 500], kept_kg: [1500, 1000, 500, 1000], idle: [0, 0, 0, 4] }] });
  expect(cargo!.rows).toEqual([["krypton", "2028", 6, 3, 2, 1, 1]]);
});

test("a vehicle that brings cargo alone has its launches in the build-out", () => {
  const gun = planned.quarters.map((quarter) => ({ quarter, vehicle: "gun", launches: 90, hold_kg: 9e3, hold_m3: 9, aboard: [{ what: "cargo-krypton", kind: "cargo", units: 4, mass_kg: 5000, volume_m3: 5 } as const] }));
  const table = planYearTable({ ...planned, manifest: [...planned.manifest, ...gun] });
  const column = table.columns.findIndex(({ unit }) => unit === "gun");
  expect(table.rows.map((row) => row[column])).toEqual([360]);
});

test("alternatives beside the plan, year by year", () => {
  const one = { id: "alternative 1", objective_usd: 1e9, difference_usd: 1e7, shortfall_usd: 0, unserved_frac: 0, launches: 3, unlike_frac: 0.25, built: [], years: [{ year: 2028, ground_W: 9e6, orbit_W: 0, launches: 3 }] };
  const [table] = alternativeTables({ ...planned, alternatives: [one] });
  // 5 units of the fixture's site of 0.833 MW and 70 platforms of 0.12 MW; 7 launches.
  expect(table!.rows).toEqual([["2028", expect.closeTo(4.165, 6), 9, expect.closeTo(8.4, 6), 0, 7, 3]]);
  expect(table!.note).toContain("Alternative 1 costs 10 M$ more and is 25 % unlike the plan.");
});
