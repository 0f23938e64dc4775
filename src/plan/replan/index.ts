/** Plans made again after an event. */
export { replan, replanCase } from "./replan.ts";
export type { Happened } from "./replan.ts";
export type { Replan } from "./replan-record.ts";
export { differs, spliced } from "./splice.ts";
