/** Stations that a downlink can use, and what is known of the sky above them. */
import { entryOf, type Scenario } from "./scenario.ts";

export type Station = Scenario["network"]["stations"][number];

/** Share of time without cloud straight above: as written, or of the catalogue; null where neither says it. */
export const stationCloudFree = (scenario: Scenario, station: Station): number | null =>
  station.cloudFree_frac ?? entryOf(scenario, { kind: "stations", id: station.station }).figures["cloudFree"]?.value ?? null;

/** All stations, but for a laser those of whose clouds nothing is known. */
export const usableStations = (scenario: Scenario): readonly Station[] => {
  const { stations, downlink } = scenario.network;
  return downlink?.kind === "optical" ? stations.filter((station) => stationCloudFree(scenario, station) !== null) : stations;
};
