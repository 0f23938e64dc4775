import { choice, number, optionalGroup, optionalNumber } from "../field.ts";
import { platformOrder } from "./order.ts";
import { uncertain } from "./plan-uncertain.ts";

export const plan = {
  objective: choice(["cost", "value"], { doc: "What the plan seeks: least cost with unserved demand at its shortfall price, or the greatest net present value, where unserved demand costs the revenue it would have brought.", fallback: "cost", feeds: ["plan"] }),
  gap: optionalNumber("frac", { example: "0.1 %", doc: "Search for whole launches ends within this share of the best objective; left out, within a twentieth of the cheapest launch, and in a model of more than 20,000 nonzeros within 0.1 %. The notes tell what it comes to in dollars.", min: 0, max: 0.5, feeds: ["plan"] }),
  alternatives: number("1", { doc: "How many plans are sought that cost nearly the same and build something else.", min: 0, max: 20, whole: true, fallback: { value: 2, low: 0, high: 20, source: "project convention: two, so that a plan says how sure it is of what it builds and in which directions; each is a search of its own", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  alternativesWithin: number("frac", { doc: "How much more of the best objective such a plan may cost.", min: 0, max: 1, fallback: { value: 0.01, low: null, high: 0.1, source: "project convention: 1 %, the gap at which plans of this kind are usually taken as solved", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  cash: optionalNumber("$/yr", { example: "2e9 $/yr", doc: "Own money that comes in a year for building, launching and running; what is not spent is kept. Left out, money is no limit.", min: 0, max: 1e14, varies: ["time", "random"], feeds: ["plan"] }),
  debtMax: number("$", { example: "5e9 $", doc: "Most debt at once, beside plan.cash.", min: 0, max: 1e14, varies: ["time", "random"], fallback: { value: 0, low: null, high: null, source: "project convention: no debt unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  interest: number("1/yr", { doc: "Nominal interest on that debt: it binds cash, and is no cost of the plan, whose discount rate pays for capital.", min: 0, max: 1, varies: ["random"], fallback: { value: 0.07, low: null, high: null, source: "NREL ssc single-owner reference case: 7 % on term debt", asOf: "2022-08", evidence: "estimate" }, feeds: ["plan"] }),
  platformOrder: optionalGroup(platformOrder, { doc: "How platforms are ordered before they fly; left out, they are had in the quarter in which they are decided, and deciding early is worth nothing." }),
  uncertain: optionalGroup(uncertain, { doc: "First purchases for several futures at once; left out, the plan is for one." }),
} as const;
