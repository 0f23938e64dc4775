/** @module The ledger lines that every stage emits, and sums over them. Imports nothing of ours. */
export * from "./ledger.ts";
