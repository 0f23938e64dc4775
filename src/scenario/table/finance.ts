import { choice, number } from "../field.ts";

export const finance = {
  discount: number("1/yr", { doc: "Nominal discount rate (weighted cost of capital) of both tiers.", min: 0, max: 2, varies: ["random"], fallback: { value: 0.12, low: 0.08, high: 0.2, source: "Shapiro's orbital compute spreadsheet (12 %); range of published orbital models 8-20 %", asOf: "2026-10", evidence: "estimate" }, feeds: ["finance"] }),
  orbitPremium: number("1/yr", { example: "3 %/yr", doc: "Added to the discount rate in the levelised cost of orbit; the plan counts platforms and launches as much more as their yearly charge rises, and never builds more for it.", min: -1, max: 1, varies: ["random"], fallback: { value: 0, low: null, high: 0.05, source: "project convention: same rate on both tiers unless the scenario says so; high: LCOC (Myana) 18 % against 13 %", asOf: "2026-10", evidence: "estimate" }, feeds: ["plan", "finance"] }),
  computePrice: choice(["none", "shortfall"], { doc: "Whether served work earns the shortfall price, for the net present value; without a price the value is a cost.", fallback: "shortfall", feeds: ["finance"] }),
} as const;
