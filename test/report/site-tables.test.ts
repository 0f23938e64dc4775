import { expect, it } from "vitest";
import { siteTables } from "../../src/report/tables/index.ts";
import { assertTable } from "../../src/report/table.ts";
import { size } from "../../src/size/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

it("shows each site and the items beside the platform's, all finite", () => {
  const sizing = size(scenarioOf(RACK));
  const tables = siteTables(sizing).map(assertTable);
  expect(tables.map(({ id }) => id)).toEqual(["site-texas", "capital-by-item"]);
  expect(tables[1]!.columns.map(({ name }) => name)).toEqual(["item", "texas", "platform"]);
  // The same rack on both tiers, 3 M$ for 120 kW; in orbit its shielding besides.
  const [, texas, platform] = tables[1]!.rows[0]!;
  expect(texas).toBeCloseTo(25, 9);
  expect(platform).toBeGreaterThanOrEqual(25);
  expect(siteTables(null)).toEqual([]);
});
