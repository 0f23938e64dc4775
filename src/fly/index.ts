/** @module The flown period of one platform: light, power, heat and contacts by the minute. */
export * from "./flight.ts";
export * from "./fly.ts";
