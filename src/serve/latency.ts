/**
 * Round trips of the same users to both tiers: median and 95th percentile, over users and, in orbit, over time.
 *
 *   1. ground: fibre from each user to the nearest site, 2 d x stretch x n/c                              (physics/link, eq. 5)
 *   2. orbit over a relay: up to a relay satellite overhead, along an arc at the platforms' altitude to the nearest platform,
 *      2 (h + (Re + h) theta)/c, theta the angle at the Earth's centre between user and platform
 *   3. theta: cos theta = cos d cos p; d the user's angle from the orbit's plane, sin d = cos i sin lat + sin i cos lat sin x;
 *      x, the plane's node against the user, is uniform over a turn of the Earth; p, the nearest of N platforms spread evenly in
 *      the plane, is uniform over 0..pi/N as they pass                                                    (spherical trigonometry)
 *   4. orbit without a relay, while a station sees a platform: fibre to the nearest station and the slant at the lowest usable
 *      elevation
 *
 * Assumes: satellites of the relay everywhere, at the platforms' altitude; straight arcs between them; no time for switching, queues or
 * processing on either tier: all lower bounds. Oracle: closed forms for users on the pole and on the equator, and a turning Earth with
 * each platform placed (test/serve).
 */
import { fibreRoundTrip_ms, greatCircle_km, lightTime_ms, semiMajorAxis_km, slantRange_km } from "../physics/index.ts";
import type { Place } from "../physics/index.ts";
import { RADIANS_PER_DEGREE } from "../units/index.ts";

export interface RoundTrip {
  readonly median_ms: number;
  readonly p95_ms: number;
}

/** A round trip where there is nothing to reach. */
export const NO_TRIP: RoundTrip = { median_ms: 0, p95_ms: 0 };

// Midpoints over half a turn of the node (the other half mirrors it), and over the way from a platform to half way to the next.
const NODES = 36;
const PHASES = 24;

/** Through fibre to the nearest of some places, or over one mean distance for every user where it is given. */
export const groundRoundTrip = (users: readonly Place[], by: GroundPath): RoundTrip => (by.places.length === 0 ? NO_TRIP : spread(groundTrips_ms(users, by)));

export interface GroundPath { readonly places: readonly Place[]; readonly distance_km: number | null; readonly stretch: number }

/** The same, user by user. */
export const groundTrips_ms = (users: readonly Place[], { places, distance_km, stretch }: GroundPath): Float64Array =>
  Float64Array.from(users, (user) => fibreRoundTrip_ms({ distance_km: distance_km ?? nearest_km(user, places), stretch }));

/** Over the relay to the nearest of the platforms of one plane. */
export const relayRoundTrip = (users: readonly Place[], { altitude_km, inclination_deg, platforms }: { readonly altitude_km: number; readonly inclination_deg: number; readonly platforms: number }): RoundTrip => {
  const radius_km = semiMajorAxis_km(altitude_km);
  const phases = midpoints(PHASES, { from: 0, to: Math.PI / platforms }).map(Math.cos);
  const trips_ms = new Float64Array(users.length * NODES * PHASES);
  let at = 0;
  for (const user of users) {
    for (const cosine of planeCosines(user, inclination_deg)) {
      for (const phase of phases) trips_ms[at++] = 2 * lightTime_ms(altitude_km + radius_km * Math.acos(cosine * phase));
    }
  }
  return spread(trips_ms);
};

/** Through fibre to the nearest station and up to a platform low above it. */
export const stationRoundTrip = (users: readonly Place[], { places, stretch, altitude_km, elevation_deg }: { readonly places: readonly Place[]; readonly stretch: number; readonly altitude_km: number; readonly elevation_deg: number }): RoundTrip => {
  if (places.length === 0) return NO_TRIP;
  const { median_ms, p95_ms } = groundRoundTrip(users, { places, distance_km: null, stretch });
  const up_ms = 2 * lightTime_ms(slantRange_km({ altitude_km, elevation_deg }));
  return { median_ms: median_ms + up_ms, p95_ms: p95_ms + up_ms };
};

const nearest_km = (user: Place, places: readonly Place[]): number => places.reduce((least, place) => Math.min(least, greatCircle_km(user, place)), Infinity);

const midpoints = (count: number, { from, to }: { readonly from: number; readonly to: number }): readonly number[] => Array.from({ length: count }, (_, i) => from + ((i + 0.5) / count) * (to - from));

/** Cosine of the user's angle from the orbit's plane, over a turn of the Earth. */
const planeCosines = ({ latitude_deg }: Place, inclination_deg: number): readonly number[] => {
  const [latitude, inclination] = [latitude_deg * RADIANS_PER_DEGREE, inclination_deg * RADIANS_PER_DEGREE];
  return midpoints(NODES, { from: -Math.PI / 2, to: Math.PI / 2 }).map((x) => {
    const sine = Math.cos(inclination) * Math.sin(latitude) + Math.sin(inclination) * Math.cos(latitude) * Math.sin(x);
    // Rounding may carry a sine of 1 above it.
    return Math.sqrt(Math.max(0, 1 - sine * sine));
  });
};

/** Median and 95th percentile by nearest rank. */
export const spread = (values: Float64Array): RoundTrip => {
  const sorted = values.toSorted();
  const rank = (frac: number): number => sorted[Math.ceil(frac * sorted.length) - 1]!;
  return { median_ms: rank(0.5), p95_ms: rank(0.95) };
};
