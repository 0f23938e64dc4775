/** Orbits that a scenario can name and nothing can fly. */
import type { Orbit } from "./load.ts";

/** Highest altitude with a circular sun-synchronous orbit (physics/sun-synchronous). */
const SUN_SYNCHRONOUS_CEILING_KM = 5_973;

/** Why there is no such orbit, whatever flies in it. */
export const orbitReasons = (orbit: Orbit): readonly string[] =>
  orbit.type === "sun-synchronous" && orbit.altitude_km !== null && orbit.altitude_km > SUN_SYNCHRONOUS_CEILING_KM
    ? [`no circular orbit at ${orbit.altitude_km} km is sun-synchronous: the highest is at ${SUN_SYNCHRONOUS_CEILING_KM} km`]
    : [];
