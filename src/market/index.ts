/** @module Who gets which launches, platforms and megawatts: allocation of shared capacity, gates, and who pays whom. */
export * from "./market-record.ts";
