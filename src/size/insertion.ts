/**
 * Speed that a platform beyond low Earth orbit gives by itself at the end of the transfer.
 *
 *   1. where `orbit.insertion` is the platform's: the burn at the apogee of the geostationary transfer, from the plane of the highest pad
 *      among the scenario's vehicles (one design serves them all), or the burn into the circle about the Sun; with the bus's Isp above
 *      1,000 s the engine is electric, and both are slow spirals that take more speed (physics/departure, eq. 6)
 *
 * The months or years of such a spiral are not taken from the life, nor its dose in the belts from the array.
 *
 * Nothing for orbits that the vehicle reaches by itself, and at L1: the burn into a large orbit about it is modest and not counted.
 */
import { climb, geostationaryAltitude_km, ownWayAboutSun, ringInsertion_m_per_s } from "../physics/index.ts";
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import type { Orbit } from "./load.ts";

/** Burn of the platform into its orbit; 0 where the vehicle does it, or none is needed. */
export const insertion_m_per_s = (scenario: Scenario, orbit: Orbit): number => {
  if (orbit.insertion === "vehicle") return 0;
  const isp_s = entryValue(entryOf(scenario, { kind: "buses", id: orbit.platform.bus }), "isp");
  if (orbit.type === "geostationary") return Math.max(0, ...padLatitudes_deg(scenario).map((latitude_deg) => ringInsertion_m_per_s(climb({ altitude_km: geostationaryAltitude_km(), inclination_deg: 0, latitude_deg }), isp_s)));
  return orbit.type === "heliocentric" && orbit.solarDistance_au !== null ? ownWayAboutSun(orbit.solarDistance_au, isp_s).platform_m_per_s : 0;
};

const padLatitudes_deg = (scenario: Scenario): readonly number[] =>
  scenario.launch.vehicles.map(({ vehicle }) => Math.abs(entryValue(entryOf(scenario, { kind: "vehicles", id: vehicle }), "padLatitude")));

/** What the reader should know of how it is held and reached. */
export const deepNotes = (scenario: Scenario, orbit: Orbit): readonly string[] => {
  const burn = insertion_m_per_s(scenario, orbit);
  const burns = burn === 0 ? [] : [`The platform burns into its orbit by itself: ${burn.toFixed(0)} m/s with the bus's own engine (orbit.insertion); the time of the transfer is not taken from its life.`];
  switch (orbit.type) {
    case "geostationary": return [...burns, "Held north-south and east-west; the daily swing of its eccentricity under light pressure is let go (theory: orbits and life)."];
    case "sun-earth-l1": return ["At L1 a large orbit about the point is taken: the modest burn into it and corrections on the way there are not counted."];
    case "heliocentric": return [...burns, "About the Sun nothing is counted for holding distances between platforms, for avoidance or for disposal, and no platform shades another."];
    default: return [];
  }
};
