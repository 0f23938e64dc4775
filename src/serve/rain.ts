/** Rain over the scenario's stations, from the maps of the ITU: what a radio downlink needs and no stage may fetch for itself. */
import { rainMaps } from "../physics/index.ts";
import { entryOf, entryValue } from "../scenario/index.ts";
import type { Scenario } from "../scenario/index.ts";

/** By the scenario's name of the station. */
export type StationRain = Readonly<Record<string, { readonly rain001_mm_per_h: number; readonly rainHeight_km: number }>>;

const KNOWN = new WeakMap<Scenario, Promise<StationRain | null>>();

/** Loads the maps and looks the stations up, once for each scenario; null for one without a radio downlink, and no map is loaded. */
export const stationRain = (scenario: Scenario): Promise<StationRain | null> => {
  const known = KNOWN.get(scenario) ?? rainOver(scenario);
  KNOWN.set(scenario, known);
  return known;
};

const rainOver = async (scenario: Scenario): Promise<StationRain | null> => {
  if (scenario.network.downlink?.kind !== "radio") return null;
  const maps = await rainMaps();
  return Object.fromEntries(scenario.network.stations.map(({ id, station }) => {
    const entry = entryOf(scenario, { kind: "stations", id: station });
    const place = [entryValue(entry, "latitude"), entryValue(entry, "longitude")] as const;
    return [id, { rain001_mm_per_h: maps.rain001_mm_per_h(...place), rainHeight_km: maps.rainHeight_km(...place) }];
  }));
};
