/**
 * Money of a quarter for a dollar of the price year.
 *
 *   index(q) = (1 + e)^((q + 1/2)/4 - (Y + 1/2))      q = year * 4 + 0..3: middle of the quarter over the middle of the price year Y
 *   e: what money.escalation says of the item, nominal; without it general inflation, with which nominal money is real money inflated
 */
import type { Item } from "../../ledger/index.ts";
import type { Scenario } from "../../scenario/index.ts";

type Escalation = Scenario["money"]["escalation"];

/** The scenario's rise of each item; the others rise with inflation. */
const RISES: Readonly<Partial<Record<Item, keyof Escalation>>> = {
  it: "it_per_yr", power: "power_per_yr", "heat-rejection": "heatRejection_per_yr", structure: "structure_per_yr", storage: "storage_per_yr", links: "links_per_yr",
  control: "control_per_yr", launch: "launch_per_yr", energy: "energy_per_yr", water: "water_per_yr", operations: "operations_per_yr", disposal: "disposal_per_yr", revenue: "revenue_per_yr",
};

/** Nominal dollars of a quarter for a real one of an item; "general" is what prices at large do. */
export const priceIndex = ({ money: { priceYear, inflation_per_yr, escalation } }: Scenario): ((item: Item | "general", quarter: number) => number) => {
  const rise = (item: Item | "general"): number => {
    const key = item === "general" ? undefined : RISES[item];
    const own = key === undefined ? null : escalation[key];
    return own === null ? inflation_per_yr : own;
  };
  return (item, quarter) => (1 + rise(item)) ** ((quarter + 0.5) / 4 - (priceYear + 0.5));
};

/** The general index at the beginning of a quarter: what a present value of that day is divided by to be in dollars of the price year. */
export const indexAtStart = ({ money: { priceYear, inflation_per_yr } }: Scenario, quarter: number): number => (1 + inflation_per_yr) ** (quarter / 4 - (priceYear + 0.5));
