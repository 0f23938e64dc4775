/**
 * Reaching platforms far from the Earth: how long light takes, and what is left of a link's rate.
 *
 *   1. geostationary over a relay: shortest way round the Earth from the user to the nearest of N platforms evenly spaced on the ring,
 *      straight where the user sees it, sqrt(a^2 + R^2 - 2 a R cos t), else along the sphere and off on the tangent,
 *      R (t - acos(R/a)) + sqrt(a^2 - R^2)
 *   2. L1 and about the Sun: what a user needs to the nearest station (over a relay to one overhead: nothing), and light over the distance,
 *      each way; about the Sun spread over the phases of a life (physics/deep-place)
 *   3. rate at a distance d: as written up to network.rateDistance d0, beyond it x (d0/d)^2, the spreading of a beam; mean over the phases
 *
 * Lower bounds, as latency.ts: no time for switching, queues or processing, and the nearest station need not be the one that sees the
 * platform. In 3 terminals and their pointing stay what they were measured with: NASA's optical terminal on Psyche, 267 Mb/s at 0.36 au,
 * brought 6.25 Mb/s from 2.6 au where 3 says 5.05 (test/serve).
 */
import { EARTH_MEAN_RADIUS_KM, lightTime_ms, lightTimes_s, semiMajorAxis_km, slantRange_km, sunEarthL1_km } from "../physics/index.ts";
import type { Place } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { formatNumber, LIGHT_SPEED_M_PER_S, RADIANS_PER_DEGREE } from "../units/index.ts";
import { groundTrips_ms, spread } from "./latency.ts";
import type { RoundTrip } from "./latency.ts";

type Orbit = NonNullable<Scenario["orbit"]>;

/** Distances from the Earth at evenly spaced times of a life; null for orbits that the link's rate is written for, low ones. */
const distances_km = (orbit: Orbit, { altitude_km, elevation_deg }: { readonly altitude_km: number | null; readonly elevation_deg: number }): readonly number[] | null => {
  switch (orbit.type) {
    case "sun-synchronous":
    case "circular": return null;
    case "geostationary": return altitude_km === null ? null : [slantRange_km({ altitude_km, elevation_deg })];
    case "sun-earth-l1": return [sunEarthL1_km()];
    case "heliocentric": return orbit.solarDistance_au === null ? null : Array.from(lightTimes_s({ radius_au: orbit.solarDistance_au, phase_deg: orbit.phase_deg }, orbit.life_yr), (t_s) => (t_s * LIGHT_SPEED_M_PER_S) / 1000);
  }
};

/** Round trip to a platform at L1 or about the Sun: by way of the nearest station, or of a relay overhead. */
export const deepRoundTrip = (users: readonly Place[], { orbit, stations, stretch }: { readonly orbit: Orbit; readonly stations: readonly Place[]; readonly stretch: number }): RoundTrip => {
  const ground_ms = stations.length === 0 ? new Float64Array(users.length) : groundTrips_ms(users, { places: stations, distance_km: null, stretch });
  const away_ms = (distances_km(orbit, { altitude_km: null, elevation_deg: 0 }) ?? []).map((distance_km) => 2 * lightTime_ms(distance_km));
  return spread(Float64Array.from({ length: ground_ms.length * away_ms.length }, (_, i) => ground_ms[i % ground_ms.length]! + away_ms[Math.floor(i / ground_ms.length)]!));
};

/** Round trip over a relay to the nearest platform of a geostationary ring. */
export const ringRoundTrip = (users: readonly Place[], ring: { readonly altitude_km: number; readonly longitude_deg: number; readonly platforms: number }): RoundTrip => {
  const a_km = semiMajorAxis_km(ring.altitude_km);
  const horizon = Math.acos(EARTH_MEAN_RADIUS_KM / a_km);
  const tangent_km = Math.sqrt(a_km ** 2 - EARTH_MEAN_RADIUS_KM ** 2);
  const way_km = (t: number): number =>
    t > horizon ? EARTH_MEAN_RADIUS_KM * (t - horizon) + tangent_km : Math.sqrt(a_km ** 2 + EARTH_MEAN_RADIUS_KM ** 2 - 2 * a_km * EARTH_MEAN_RADIUS_KM * Math.cos(t));
  return spread(Float64Array.from(users, ({ latitude_deg, longitude_deg }) => {
    const apart_deg = nearestOf(longitude_deg - ring.longitude_deg, 360 / ring.platforms);
    const cosine = Math.cos(latitude_deg * RADIANS_PER_DEGREE) * Math.cos(apart_deg * RADIANS_PER_DEGREE);
    return 2 * lightTime_ms(way_km(Math.acos(cosine)));
  }));
};

/** Angle to the nearest multiple of a spacing. */
const nearestOf = (angle_deg: number, spacing_deg: number): number => angle_deg - spacing_deg * Math.round(angle_deg / spacing_deg);

/** Rate of one platform to one station at its distance, the mean over its life. */
export const stationRate_Gbps = (scenario: Scenario, platform: PlatformSizing | null): number => {
  const { stationRate_Gbps: written_Gbps, rateDistance_km, elevationMin_deg } = scenario.network;
  if (scenario.orbit === null || platform === null || rateDistance_km === null) return written_Gbps;
  const far = distances_km(scenario.orbit, { altitude_km: platform.orbit.altitude_km, elevation_deg: elevationMin_deg });
  if (far === null) return written_Gbps;
  return (written_Gbps * far.reduce((sum, d_km) => sum + (d_km <= rateDistance_km ? 1 : (rateDistance_km / d_km) ** 2), 0)) / far.length;
};

/** What the reader should know of links over such distances. */
export const deepLinkNotes = (scenario: Scenario, platform: PlatformSizing | null): readonly string[] => {
  const { orbit, network } = scenario;
  if (orbit === null || platform === null) return [];
  const far = distances_km(orbit, { altitude_km: platform.orbit.altitude_km, elevation_deg: network.elevationMin_deg });
  if (far === null) return [];
  const mean_km = far.reduce((sum, d_km) => sum + d_km, 0) / far.length;
  const relay = network.relayRate_Gbps > 0 ? ["network.relayRate is taken as written: a relay that carries it this far is not designed here."] : [];
  if (network.rateDistance_km === null) return [`network.stationRate, ${formatNumber(network.stationRate_Gbps)} Gb/s, is taken as written over ${formatNumber(mean_km)} km: a beam of that rate over 2,000 km would bring ${((2000 / mean_km) ** 2).toExponential(1)} of it. Write network.rateDistance, the distance it was measured over.`, ...relay];
  return [`A station hears ${formatNumber(1e6 * stationRate_Gbps(scenario, platform))} kb/s of network.stationRate in the mean: it falls with the square of the distance beyond ${formatNumber(network.rateDistance_km)} km (mean ${formatNumber(mean_km)} km).`, ...relay];
};
