/** Constraint families of the build-out, one a file, and its objective. */
export { addCash } from "./cash.ts";
export type { CashRows } from "./cash.ts";
export type { CargoColumns, Context, LimitRows, OptionColumns, OrderColumns, PoolColumns, VehicleColumns } from "./context.ts";
export { addLaunches, addPayload, roundUp, slotWindows } from "./launches.ts";
export { addLimit } from "./limits.ts";
export { addLink } from "./links.ts";
export { addManifest, addReady } from "./manifest.ts";
export { dataGB, leastCost, leastMissed, tieBreak } from "./objective.ts";
export type { Prices } from "./objective.ts";
export { addOrder } from "./orders.ts";
export { addDemand, addRun, addServed, addUse } from "./service.ts";
export { addStock } from "./stock.ts";
