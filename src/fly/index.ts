export * from "./flight.ts";
