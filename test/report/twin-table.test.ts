/** The plan beside its twins and alternatives, as a table. */
import { expect, test } from "vitest";
import type { Plan, PlanTwin } from "../../src/plan/index.ts";
import { shadowQuarterTable, twinTables } from "../../src/report/tables/index.ts";
import { fixture } from "./fixture.ts";

const plan: Plan = fixture.plan;
const twin = (change: Partial<PlanTwin>): PlanTwin => ({
  id: "ground only", kind: "tier", status: "optimal", objective_usd: 2e9, difference_usd: 5e8, shortfall_usd: 1e8, unserved_frac: 0.25, launches: 0, gap_frac: 0, built: [{ option: "ground/abilene", units: 10, launches: 0 }], ...change,
});

test("none where there is nothing to hold beside the plan", () => {
  expect(twinTables({ ...plan, twins: [twin({})] })).toEqual([]);
});

test("a row a twin and a row an alternative, and a word where a twin cannot be", () => {
  const [table] = twinTables({ ...plan, twins: [twin({}), twin({ id: "orbit only", status: "infeasible" })], alternatives: [{ id: "alternative 1", objective_usd: 1.6e9, difference_usd: 1e7, shortfall_usd: 0, unserved_frac: 0.1, launches: 3, unlike_frac: 0.5, built: [], years: [] }] });
  expect(table!.rows.map(([name]) => name)).toEqual(["this plan", "ground only", "orbit only: cannot meet its targets", "alternative 1"]);
  // 25 % of what is wanted; 10 units of 0.833 MW.
  expect(table!.rows[1]![3]).toBeCloseTo(25, 9);
  for (const row of table!.rows) expect(row).toHaveLength(table!.columns.length);
});

test("shadow prices by quarter, a dash where a limit is worth nothing", () => {
  const { columns, rows } = shadowQuarterTable(plan);
  expect(columns.map(({ name }) => name)).toEqual(["quarter", "grid/abilene", "factory"]);
  expect(rows[3]!.slice(1)).toEqual([41_000, null]);
  expect(rows[9]!.slice(1)).toEqual([null, 880_000]);
});
