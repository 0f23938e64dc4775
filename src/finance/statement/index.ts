/** Nominal cash by quarter, before finance. */
export type { EarnedLine, Statement, StatementColumns, StatementLine } from "./statement-record.ts";
export { statementOf, taxRate } from "./statement.ts";
export { indexAtStart, priceIndex } from "./price-index.ts";
export { paymentsOf } from "./payments.ts";
export type { Payment } from "./payments.ts";
export { taxClassOf } from "./tax-class.ts";
export type { TaxClass } from "./written-off.ts";
export { fundingCaseOf } from "./funding-case.ts";
export { statementLedger } from "./statement-ledger.ts";
