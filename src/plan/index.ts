export * from "./plan-record.ts";
