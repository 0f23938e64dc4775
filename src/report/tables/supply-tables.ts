/** What is ordered ahead of a plan, and what is brought to its platforms, by year. */
import type { Plan } from "../../plan/index.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";

const QUARTERS = 4;

const yearsOf = ({ quarters }: Plan): readonly number[] => [...new Set(quarters.map((q) => Math.floor(q / QUARTERS)))];
const inYear = ({ quarters }: Plan, values: readonly number[], year: number): readonly number[] => values.filter((_, t) => Math.floor(quarters[t]! / QUARTERS) === year);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const some = (...all: readonly (readonly number[])[]): boolean => all.some((values) => values.some((value) => value > 0));

/** Orders with their deposits, and cargo with the platforms that lack it; none where nothing is ordered ahead or brought. */
export const supplyTables = (plan: Plan): readonly Table[] => [
  ...(plan.orders.some(({ ordered, open }) => some(ordered, open)) ? [orderTable(plan)] : []),
  ...(plan.cargo.some(({ loaded_kg, idle }) => some(loaded_kg, idle)) ? [cargoTable(plan)] : []),
];

const orderTable = (plan: Plan): Table => ({
  id: "orders", title: "Orders by year",
  columns: [wordColumn("order"), wordColumn("year"), numberColumn("lead", "yr"), numberColumn("ordered", ""), numberColumn("open at year end", ""), numberColumn("deposits", "M$")],
  rows: plan.orders.flatMap(({ id, of, lead_yr, ordered, open, deposit_usd }) => yearsOf(plan).flatMap((year): readonly (readonly Cell[])[] => {
    const [placed, left] = [sum(inYear(plan, ordered, year)), inYear(plan, open, year).at(-1)!];
    return placed === 0 && left === 0 ? [] : [[`${id.slice(id.indexOf("/") + 1)} (${of === "units" ? "platforms" : "launches"})`, String(year), lead_yr, placed, left, sum(inYear(plan, deposit_usd, year)) / 1e6]];
  })),
  note: "Ordered a lead before the first quarter in which it can be had; the deposit is paid with the order, the rest when it is had. Open: its lead is over and it is not used yet.",
});

const cargoTable = (plan: Plan): Table => ({
  id: "cargo", title: "Cargo by year",
  columns: [wordColumn("cargo"), wordColumn("year"), numberColumn("loaded", "t"), numberColumn("arrived", "t"), numberColumn("used", "t"), numberColumn("kept at year end", "t"), numberColumn("idle", "platforms")],
  rows: plan.cargo.flatMap(({ id, loaded_kg, arrived_kg, used_kg, kept_kg, idle }) => yearsOf(plan).flatMap((year): readonly (readonly Cell[])[] => {
    const tonnes = (kg: readonly number[]): number => sum(inYear(plan, kg, year)) / 1000;
    const standing = inYear(plan, idle, year);
    const row = [tonnes(loaded_kg), tonnes(arrived_kg), tonnes(used_kg), inYear(plan, kept_kg, year).at(-1)! / 1000, sum(standing) / standing.length];
    return some(row) ? [[id, String(year), ...row]] : [];
  })),
  note: "Without containers. Arrived: in expectation, failed launches taken off. Idle: platforms in service that stand still for want of anything, mean of the year.",
});
