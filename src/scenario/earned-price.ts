/** What served work brings in. */
import type { Scenario } from "./scenario.ts";

type DemandClass = Scenario["demand"]["classes"][number];

/** Dollars for a kilowatt-hour of IT that is served of a class: its price; without one its shortfall price; nothing where the scenario counts no revenue. */
export const earnedPrice_usd_per_kWh = (scenario: Pick<Scenario, "finance">, { price_usd_per_kWh, shortfallPrice_usd_per_kWh }: DemandClass): number => {
  if (scenario.finance.computePrice === "none") return 0;
  return price_usd_per_kWh === null ? shortfallPrice_usd_per_kWh : price_usd_per_kWh;
};
