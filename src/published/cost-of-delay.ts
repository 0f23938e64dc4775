/**
 * Metzger's time-to-power argument: revenue not earned while waiting for the grid.
 *
 * (1) cost of delay = revenue per year * years of delay, undiscounted, no costs avoided.
 * Source: P. Metzger (DrPhiltill), 2025-11-06.
 */
import type { ModelCard } from "./card.ts";

export const costOfDelayModel: ModelCard = {
  id: "cost-of-delay",
  title: "Metzger, cost of delay",
  source: "DrPhiltill, 2025-11-06 (api.ab4n.org mirror)",
  asOf: "2025-11-06",
  grade: "rebuilt whole",
  evidence: "published",
  boundary: "gross revenue of the delayed site",
  faults: [
    "revenue, not margin",
    "undiscounted; the revenue is counted as lost, not as moved to later",
    "takes for granted that orbit would not be delayed",
  ],
};

export const costOfDelayDefaults = { revenue_usd_per_year: 20e9, delay_years: 2 } as const;

/** Equation (1), $. */
export function costOfDelay({
  revenue_usd_per_year,
  delay_years,
}: {
  readonly revenue_usd_per_year: number;
  readonly delay_years: number;
}): number {
  return revenue_usd_per_year * delay_years;
}
