/**
 * What the users of a scenario have to reach: its sites, its stations, or the nearest platform of its smallest fleet.
 *
 * A class is allowed in orbit for the whole horizon, so its latency is that of the smallest fleet: the smallest number above zero that
 * orbit.target asks for, one platform without a target. The platforms are taken as spread evenly in one plane.
 */
import type { Place } from "../physics/index.ts";
import { countAt, entryOf, entryValue, usableStations, leavesEarth } from "../scenario/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { formatNumber, quarterStart_s } from "../units/index.ts";
import { deepRoundTrip, ringRoundTrip } from "./deep.ts";
import type { OrbitAccess } from "./eligibility.ts";
import { relayRoundTrip, stationRoundTrip } from "./latency.ts";
import type { RoundTrip } from "./latency.ts";
import { USERS } from "./users.ts";

const DAY_MIN = 1440;

/** Where the sites stand. */
export const sitePlaces = (scenario: Scenario): readonly Place[] => scenario.ground.sites.map((site) => placeOf(scenario, { kind: "sites", id: site.site }));

const stationPlaces = (scenario: Scenario): readonly Place[] => usableStations(scenario).map((station) => placeOf(scenario, { kind: "stations", id: station.station }));

const placeOf = (scenario: Scenario, of: { readonly kind: "sites" | "stations"; readonly id: string }): Place => {
  const entry = entryOf(scenario, of);
  return { latitude_deg: entryValue(entry, "latitude"), longitude_deg: entryValue(entry, "longitude") };
};

/** Fewest platforms that the target asks for while it asks for any; 1 without a target. */
export const smallestFleet = ({ orbit }: Pick<Scenario, "orbit">, quarters: readonly number[]): number => {
  if (orbit === null || orbit.target === null) return 1;
  const { target } = orbit;
  const wanted = quarters.map((quarter) => Math.floor(countAt(target, quarterStart_s(quarter)))).filter((n) => n >= 1);
  return wanted.length === 0 ? 1 : Math.min(...wanted);
};

/** Round trip from the users to a platform: over the relay where there is one, else by way of a station. */
export const orbitTrip = (scenario: Scenario, { platform, quarters }: { readonly platform: PlatformSizing; readonly quarters: readonly number[] }): RoundTrip => {
  const { orbit } = scenario;
  const { altitude_km, inclination_deg } = platform.orbit;
  const { relayRate_Gbps, pathStretch, elevationMin_deg } = scenario.network;
  if (orbit !== null && (leavesEarth(orbit) || altitude_km === null)) return deepRoundTrip(USERS, { orbit, stations: relayRate_Gbps > 0 ? [] : stationPlaces(scenario), stretch: pathStretch });
  if (altitude_km === null) throw new Error("a platform without an altitude needs an orbit");
  if (relayRate_Gbps > 0 && orbit !== null && orbit.type === "geostationary") return ringRoundTrip(USERS, { altitude_km, longitude_deg: orbit.longitude_deg, platforms: smallestFleet(scenario, quarters) });
  if (relayRate_Gbps > 0) return relayRoundTrip(USERS, { altitude_km, inclination_deg, platforms: smallestFleet(scenario, quarters) });
  return stationRoundTrip(USERS, { places: stationPlaces(scenario), stretch: pathStretch, altitude_km, elevation_deg: elevationMin_deg });
};

/** What the latencies stand on. */
export const tripNotes = (scenario: Scenario, { access, quarters }: { readonly access: OrbitAccess; readonly quarters: readonly number[] }): readonly string[] => [
  ...(scenario.ground.sites.length === 0 && access.platform === null ? [] : [`Latency is the 95th percentile of round trips from the ${USERS.length} largest cities, each counting the same${scenario.ground.sites.length === 0 ? "" : groundWords(scenario)}; no queues and no processing on either tier.`]),
  ...(access.platform === null || access.why !== "" ? [] : [orbitWords(scenario, { access, quarters })]),
];

const groundWords = ({ network }: Scenario): string =>
  network.groundDistance_km === null ? ", on the ground through fibre to the nearest of the scenario's sites" : `, on the ground over ${formatNumber(network.groundDistance_km)} km for every user (network.groundDistance)`;

const orbitWords = (scenario: Scenario, { access, quarters }: { readonly access: OrbitAccess; readonly quarters: readonly number[] }): string => {
  if (scenario.orbit !== null && leavesEarth(scenario.orbit)) {
    return `Latency to orbit: ${scenario.network.relayRate_Gbps > 0 ? "up to a relay overhead" : "fibre to the nearest station"} and light to the platform, spread over the distances of its life${scenario.network.relayRate_Gbps > 0 || access.contact === null ? "" : `; a station sees it ${((100 * access.contact.minutes_per_day) / DAY_MIN).toFixed(1)} % of the time`}.`;
  }
  if (scenario.network.relayRate_Gbps > 0) {
    const fleet = smallestFleet(scenario, quarters);
    return `Latency to orbit: up to a relay satellite overhead and along an arc to ${fleet === 1 ? "one platform" : `the nearest of ${fleet} platforms spread evenly in their plane, the smallest fleet that is asked for`}; a larger fleet is nearer.`;
  }
  const inView_frac = access.contact === null ? 0 : access.contact.minutes_per_day / DAY_MIN;
  return `Latency to orbit holds while a station sees the platform, ${(100 * inView_frac).toFixed(1)} % of the time: there is no relay.`;
};
