/** @module `size`: one platform, closed from its chips up. */
export * from "./sizing.ts";
export type * from "./radiation-record.ts";
export { dispatchModel } from "./dispatch-model.ts";
export type { DispatchModel, PeakCharge } from "./dispatch-model.ts";
export type * from "./site-sizing.ts";
export type * from "./claims-record.ts";
export { claimsSizing } from "./claims.ts";
export { orbitReasons } from "./orbit-reasons.ts";
export { size, sizeNumbers } from "./size.ts";
export { sizeSite, sizeSites } from "./site.ts";
export { coolingPlant, siteClimate, typicalYear } from "./site-climate.ts";
export { powerYear, solarYear, type PowerHours, type PowerYear } from "./site-power.ts";
export { isEnvironmentOf, orbitEnvironment, orbitEnvironments, type EnvironmentInputs, type EnvironmentOptions, type OrbitEnvironment } from "./environment.ts";
export { fluxOf } from "./air.ts";
export type { Air } from "./air.ts";
export type { Falls } from "./falls.ts";
export type { FormationDesign } from "./formation.ts";
export type { Season } from "./season.ts";
