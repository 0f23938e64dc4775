/** @module `finance`: levelised cost by tier on one boundary, cash flow, verdict. */
export * from "./finance-record.ts";
export { finance, withSettlement } from "./finance.ts";
export { annuityFactor, levelise, levelisedShare } from "./levelise.ts";
