/** @module Reference formulas of orbits, Sun and shadow, power, heat, launch, links and reliability. One idea a file. */
export * from "./atmosphere-table.ts";
export * from "./compute.ts";
export * from "./decay.ts";
export * from "./disposal.ts";
export * from "./drag.ts";
export * from "./earth-frame.ts";
export * from "./eclipse.ts";
export * from "./link.ts";
export * from "./orbit.ts";
export * from "./power.ts";
export * from "./radiator.ts";
export * from "./reliability.ts";
export * from "./rocket.ts";
export * from "./solar-flux.ts";
export * from "./sun.ts";
export * from "./sun-synchronous.ts";
export type { Vec3 } from "./vector.ts";
export * from "./view-factor.ts";
