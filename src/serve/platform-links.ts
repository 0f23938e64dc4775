/** What one platform sends to the ground: to its stations, computed or at the rate written, and over a relay. */
import type { ContactSummary } from "../fly/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { DAY_S } from "../units/index.ts";
import { stationRate_Gbps } from "./deep.ts";
import { downlinkSummary } from "./downlink.ts";
import { orbitLink_B_per_s, orbitRelay_B_per_s, orbitStations_B_per_s } from "./eligibility.ts";
import type { StationRain } from "./rain.ts";
import type { DownlinkSummary } from "./service.ts";

export interface PlatformLinks {
  /** Null where the downlink is as written. */
  readonly downlink: DownlinkSummary | null;
  /** The day's mean, stations and relay. */
  readonly link_B_per_s: number;
  /** All antennas of the stations, at work all the time. */
  readonly stations_B_per_s: number;
}

/** Links of a platform over the contacts given; throws when a radio link is not told its rain. */
export const platformLinks = (scenario: Scenario, { platform, contact, rain }: { readonly platform: PlatformSizing | null; readonly contact: ContactSummary | null; readonly rain: StationRain | null }): PlatformLinks => {
  const downlink = platform === null ? null : downlinkSummary(scenario, { altitude_km: platform.orbit.altitude_km, contact, rain });
  if (downlink !== null) return { downlink, link_B_per_s: downlink.B_per_day / DAY_S + orbitRelay_B_per_s(scenario.network), stations_B_per_s: downlink.stations_B_per_s };
  // The network with what is left of the stations' rate at the platform's distance.
  const network = { ...scenario.network, stationRate_Gbps: stationRate_Gbps(scenario, platform) };
  return { downlink, link_B_per_s: orbitLink_B_per_s(network, contact), stations_B_per_s: orbitStations_B_per_s(network) };
};
