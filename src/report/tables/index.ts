/** Tables of a run, one file a stage. */
export * from "./assumption-tables.ts";
export * from "./claim-tables.ts";
export * from "./cost-tables.ts";
export * from "./fleet-tables.ts";
export * from "./flight-tables.ts";
export * from "./footprint-tables.ts";
export * from "./life-tables.ts";
export * from "./link-tables.ts";
export * from "./market-tables.ts";
export * from "./money-tables.ts";
export * from "./plan-tables.ts";
export * from "./platform-tables.ts";
export * from "./radiation-tables.ts";
export * from "./service-tables.ts";
export * from "./site-tables.ts";
export * from "./storage-tables.ts";
export * from "./swarm-tables.ts";
