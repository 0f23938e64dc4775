/** The plan's decisions: what each part costs in each quarter, and what is served at which price, in dollars of the price year. */
import { earnedPrice_usd_per_kWh } from "../scenario/index.ts";
import type { Grid, Line } from "./grid.ts";
import type { General } from "./general-inputs.ts";
import type { BookSource } from "./source.ts";

export interface PlanLines {
  /** By flow, in their order. */
  readonly real: readonly Line[];
  /** Of it what buys again; null where nothing does. */
  readonly refresh: readonly (Line | null)[];
  /** By earned line of the flows, in their order. */
  readonly earned: readonly Line[];
  /** Real dollars of the plan, of what it earns, and of what the market settles beside it. */
  readonly cost: Line;
  readonly revenue: Line;
  readonly market: Line;
}

export const planSheet = (grid: Grid, source: BookSource, general: General): PlanLines => {
  const { flows: { flows, earned, quarters } } = source;
  const lead = quarters[0]! - grid.quarters[0]!;
  const on = (column: readonly number[]) => (t: number): number => (t < lead || t >= lead + column.length ? 0 : column[t - lead]!);
  grid.heading("What is paid, real dollars: decisions of the plan at the prices it saw");
  const real = flows.map((flow) => grid.line({ label: flow.id, tags: [flow.tier, flow.kind, flow.item], unit: "$" }, on(flow.real_usd)));
  const isAgain = ({ kind, refresh_usd: usd }: BookSource["flows"]["flows"][number]): boolean => kind === "purchase" && usd.some((one) => one !== 0);
  if (flows.some(isAgain)) grid.heading("Of it: what buys again what has reached the end of its life");
  const refresh = flows.map((flow) => (isAgain(flow) ? grid.line({ label: `${flow.id}, again`, tags: [flow.tier, flow.kind, flow.item], unit: "$" }, on(flow.refresh_usd)) : null));
  grid.heading("What is served, what it is worth, and what it earns");
  const served = earned.map((_, i) => earnedLine(grid, source, { i, lead, hours: general.hoursPerYear }));
  grid.heading("Sums");
  const [from, to] = [real[0], real.at(-1)];
  const sumOf = (t: number, test: string): string => (from === undefined || to === undefined ? "0" : `SUMIFS(${grid.columnRange(t, from, to)},${grid.tagRange(1, from, to)},"${test}")`);
  return {
    real, refresh, earned: served,
    cost: grid.line({ label: "cost of the plan", unit: "$" }, (t) => sumOf(t, "<>market")),
    revenue: grid.line({ label: "revenue", unit: "$" }, (t) => (served.length === 0 ? "0" : served.map((line) => line.at(t)).join("+"))),
    market: grid.line({ label: "settled on the market beside it", unit: "$" }, (t) => sumOf(t, "market")),
  };
};

const earnedLine = (grid: Grid, { scenario, plan, flows: { earned, quarters } }: BookSource, { i, lead, hours }: { readonly i: number; readonly lead: number; readonly hours: string }): Line => {
  const { id, tier, price } = earned[i]!;
  const served = plan.classes.find((one) => one.id === id)!;
  const wanted = scenario.demand.classes.find((one) => one.id === id)!;
  const watts = tier === "orbit" ? served.orbit_W : served.ground_W;
  const planned = (t: number): boolean => t >= lead && t < lead + quarters.length;
  const tags = [tier, price, "revenue"] as const;
  const served_kW = grid.line({ label: `${id} on ${tier}, served`, tags, unit: "kW", format: "number" }, (t) => (planned(t) ? watts[t - lead]! / 1000 : 0));
  const each = grid.line({ label: `${id} on ${tier}, ${served.credit_frac === 0 ? "price" : "price less credits"}`, tags, unit: "$/kWh", format: "number" }, (t) => (planned(t) ? earnedPrice_usd_per_kWh(scenario, wanted, quarters[t - lead]!) * (1 - served.credit_frac) : 0));
  return grid.line({ label: `${id} on ${tier}, earned`, tags, unit: "$" }, (t) => `${served_kW.at(t)}*${each.at(t)}*${hours}/4`);
};
