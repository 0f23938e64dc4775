/** @module The flown period of one platform: light, power, heat and contacts by the minute. */
export { contactsOver } from "./contacts.ts";
export * from "./fleet-crew.ts";
export { fleetExtent, type FleetExtent } from "./fleet-extent.ts";
export { fleetParts } from "./fleet-part.ts";
export type { FleetPart, FleetPiece, FleetRows, PartState } from "./fleet-part.ts";
export * from "./fleet-planes.ts";
export * from "./fleet-record.ts";
export * from "./fleet.ts";
export * from "./flight.ts";
export { flownOrbit } from "./flown-orbit.ts";
export * from "./fly.ts";
export { flySites, type FlownSites, type SiteSink } from "./fly-sites.ts";
export * from "./site-flight.ts";
export { fleetSupply } from "./platform-supply.ts";
export type { FleetSupply, PlatformSupply, StationView, SupplyWindow } from "./platform-supply.ts";
export { siteSupplies, type SiteSupply } from "./site-supply.ts";
export { scenarioPlanes, type ShellPlane } from "./scenario-planes.ts";
