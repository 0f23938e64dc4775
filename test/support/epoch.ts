/**
 * Epoch AI's gigawatt of IT (https://epoch.ai/data-insights/ai-datacenter-cost-breakdown, 2026-05-14): 38 B$ of capital, 0.9 B$ a year to run (0.6 of it energy), lives of
 * 5 years for IT and 14 for the facility, 8.5 B$ a year in all; 12 B$ at 3 years of IT and 7 B$ at 7. Its 60 % for servers is of the yearly cost, not of the capital.
 *
 * It prints neither how the capital falls to IT and facility nor a rate. Taken: IT at our catalogue's rack price; the facility is the rest of the capital, upkeep the rest of
 * the running cost, the rate is fitted to the 8.5 B$. So capital, running cost and the total at 5 years are no checks; energy and the totals at 3 and 7 years are.
 */
export const EPOCH = {
  capital_usd: 38e9,
  /** 120 kW of GB200 NVL72 with its network at 3 M$. */
  it_usd: 25e9,
  running_usd: 0.9e9,
  energy_usd: 0.6e9,
  pue: 1.2,
  facility_yr: 14,
  /** Fitted. */
  rate_per_yr: 0.07,
  fitted: { it_yr: 5, busd: 8.5 },
  /** Printed in whole billions. */
  checks: [{ it_yr: 3, busd: 12 }, { it_yr: 7, busd: 7 }],
  rounding_busd: 0.5,
  source: "Epoch AI, 'Servers account for 60% of the total cost of ownership', 2026-05-14",
} as const;
