/** @module `finance`: levelised cost by tier on one boundary, nominal cash by quarter, what it is worth, verdict. */
export * from "./finance-record.ts";
export { finance } from "./finance.ts";
export type { FinanceInput } from "./finance.ts";
export { flowsOf } from "./flows/index.ts";
export type { Earned, Flow, FlowKind, Flows, Vintage } from "./flows/index.ts";
export { annuityFactor, deliveredShare, evaluateFrozen, frozenPlan, levelise, levelisedShare, present } from "./frozen/index.ts";
export { workedCosts } from "./worked.ts";
export { breakEvenLaunch } from "./verdict.ts";
export type { FrozenOption, FrozenPlan, FrozenTerms, FrozenValue } from "./frozen/index.ts";
export { levelisedVariants, projectMeasures } from "./measures/index.ts";
export type { LevelisedVariant, LevelisedVariantName, Measure, PeriodPoint, PowerCost, ProjectCash, ProjectMeasures, VariantTerms } from "./measures/index.ts";
export { fundingCaseOf, paymentsOf, statementLedger, statementOf, taxClassOf } from "./statement/index.ts";
export type { EarnedLine, Payment, Statement, StatementColumns, StatementLine, TaxClass } from "./statement/index.ts";
export * from "./options/index.ts";
