/** @module The capital stack: equity, debt, instalments and prepayments against a plan's cash; waterfall, balance sheet, ratios, funding gap. */
export type * from "./funding-record.ts";
export type * from "./capital-record.ts";
export type * from "./stack.ts";
export { balanceSheet, sourcesAndUses } from "./balance-sheet.ts";
export type { BalanceSheet, CashLine, SourcesAndUses } from "./balance-sheet.ts";
export type { Gap } from "./gap.ts";
export type { PlanLimits } from "./plan-limits.ts";
export type { Ratios } from "./ratios.ts";
export type { ProviderReturn, WaccCheck } from "./returns.ts";
export { fund } from "./capital.ts";
export { compile } from "./compile.ts";
export type { Compiled } from "./compile.ts";
export { evaluate } from "./evaluate.ts";
export type { Evaluated } from "./evaluate.ts";
export type { Columns } from "./columns.ts";
export { stackOf } from "./stack-of.ts";
export type { CapitalFields, GateQuarters } from "./stack-of.ts";
