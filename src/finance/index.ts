export * from "./finance-record.ts";
export * from "./formulas/index.ts";
