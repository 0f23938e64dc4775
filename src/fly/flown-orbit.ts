/** The orbit that is flown: from altitude, local time of the node and date, or from altitude, inclination and node. */
import type { CircularJ2 } from "../kernel/index.ts";
import { circularOrbit, raanFromLtan_deg, sunSynchronousInclination_deg } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";

type Orbit = NonNullable<Scenario["orbit"]>;

/** The representative platform's orbit, km and radians, mean equator and equinox of date; it stands at its ascending node at the start. */
export function flownOrbit(orbit: Orbit, start_jd: number): CircularJ2 {
  return orbit.type === "sun-synchronous" ? sunSynchronous(orbit, start_jd) : freelyInclined(orbit);
}

function sunSynchronous({ altitude_km, ltan_h }: Orbit, jd: number): CircularJ2 {
  const inclination_deg = sunSynchronousInclination_deg(altitude_km);
  return circularOrbit({ altitude_km, inclination_deg, raan_deg: raanFromLtan_deg({ ltan_h, jd }), argumentOfLatitude_deg: 0 });
}

function freelyInclined({ altitude_km, inclination_deg, raan_deg }: Orbit): CircularJ2 {
  if (inclination_deg === null) throw new Error("orbit.inclination must be written for a circular orbit");
  return circularOrbit({ altitude_km, inclination_deg, raan_deg, argumentOfLatitude_deg: 0 });
}
