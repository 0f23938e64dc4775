import { choice, number, optionalNumber } from "../field.ts";

export const plan = {
  objective: choice(["cost", "value"], { doc: "What the plan seeks: least cost with unserved demand at its shortfall price, or the greatest net present value, where unserved demand costs the revenue it would have brought.", fallback: "cost", feeds: ["plan"] }),
  gap: number("frac", { doc: "Search for whole launches ends within this share of the best objective.", min: 0, max: 0.5, fallback: { value: 0.0001, low: 0, high: 0.01, source: "project convention: far below what any price is known to; high: usual in capacity planning", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  cash: optionalNumber("$/yr", { example: "2e9 $/yr", doc: "Own money that comes in a year for building, launching and running; what is not spent is kept. Left out, money is no limit.", min: 0, max: 1e14, varies: ["time", "random"], feeds: ["plan"] }),
  debtMax: number("$", { example: "5e9 $", doc: "Most debt at once, beside plan.cash.", min: 0, max: 1e14, varies: ["time", "random"], fallback: { value: 0, low: null, high: null, source: "project convention: no debt unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  interest: number("1/yr", { doc: "Nominal interest on that debt: it binds cash, and is no cost of the plan, whose discount rate pays for capital.", min: 0, max: 1, varies: ["random"], fallback: { value: 0.07, low: null, high: null, source: "NREL ssc single-owner reference case: 7 % on term debt", asOf: "2022-08", evidence: "estimate" }, feeds: ["plan"] }),
} as const;
