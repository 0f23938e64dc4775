/** The plan's money, sorted. */
export * from "./flow-record.ts";
export { flowsOf } from "./flows.ts";
