/** What served work brings in. */
import { quarterStart_s } from "../units/index.ts";
import { amountAt, amountMean } from "./amount.ts";
import type { Scenario } from "./scenario.ts";

type DemandClass = Scenario["demand"]["classes"][number];

const PARTS = 12;

/** Dollars for a kilowatt-hour of IT that is served of a class in a quarter: its price, of a schedule the mean; without one its shortfall price; nothing where the scenario counts no revenue. */
export const earnedPrice_usd_per_kWh = (scenario: Pick<Scenario, "finance">, { price_usd_per_kWh, shortfallPrice_usd_per_kWh }: DemandClass, quarter: number): number => {
  if (scenario.finance.computePrice === "none") return 0;
  if (price_usd_per_kWh === null) return shortfallPrice_usd_per_kWh;
  const from_s = quarterStart_s(quarter);
  return price_usd_per_kWh.kind === "schedule" ? amountMean(price_usd_per_kWh, { from_s, to_s: quarterStart_s(quarter + 1), parts: PARTS }) : amountAt(price_usd_per_kWh, from_s);
};
