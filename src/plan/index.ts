/** @module The build-out: what is built and launched in which quarter, what it costs, and what one more of a scarce thing is worth. */
export * from "./plan-record.ts";
export * from "./linear-model.ts";
export { plan } from "./plan.ts";
export { buildCase, liftOf } from "./case/index.ts";
export type { Lift, LaunchVehicle, PlanInput } from "./case/index.ts";
export { formulate, formulateElastic } from "./formulate.ts";
export type { Formulation, Layout } from "./formulate.ts";
export type { CapitalPrice, CashCase, ClassCase, LimitCase, OptionCase, PlanCase, PoolCase, PricedLine, TierLabel, UnitCase, VehicleCase, WayCase } from "./plan-case.ts";
export { bindingOf } from "./binding.ts";
export { limitsOf } from "./shadow-prices.ts";
export type { Limit, Priced } from "./shadow-prices.ts";
export { toLp } from "./to-lp.ts";
export { toMps } from "./to-mps.ts";
export { alternativesTo } from "./alternatives.ts";
export { gapFor, solveCase } from "./solve-case.ts";
export type { Solved } from "./solve-case.ts";
export { twinsOf, withOptions } from "./twins.ts";
