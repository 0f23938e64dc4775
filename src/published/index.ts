/** @module Other people's models as pure functions of their own inputs, with their defaults, citations and known faults. */
export type { ModelCard } from "./card.ts";
export * from "./cost-of-delay.ts";
export * from "./lcoc.ts";
export * from "./mccalip.ts";
export * from "./shapiro.ts";
export * from "./spacedc-cost.ts";
export * from "./spacedc-orbit.ts";
export * from "./spacex-ai1.ts";
export * from "./starcloud.ts";
export * from "./suncatcher.ts";
export * from "./turyshev.ts";
