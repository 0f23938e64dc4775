/** @module Real satellites from their element sets: TLE and CCSDS OMM read, judged and flown by SGP4. */
export { elementTrajectory } from "./element-trajectory.ts";
export { elementFleet, fleetState, SGP4_FAULTS, sgp4Elements, stateSinceEpoch, type ElementFleet, type FleetSpan } from "./fleet.ts";
export { objectName, type ElementPlace, type ElementProblem, type ElementSet, type ElementsRead } from "./element-set.ts";
export { readOmmCsv, readOmmJson, readOmmXml } from "./omm.ts";
export { elementForm, readElements, type ElementForm } from "./read-elements.ts";
export { alpha5, readTle, type TleOptions } from "./tle.ts";
export { WGS72 } from "./wgs72.ts";
