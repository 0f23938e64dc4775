/**
 * The orbit that is flown round the Earth: from altitude, local time of the node and date; from altitude, inclination and node; or
 * geostationary over a longitude.
 *
 *   1. geostationary: a = (mu/w^2)^(1/3); argument of latitude = sidereal time of the start + longitude, turning with the Earth at w
 *
 * The platform is held over its longitude (size/keeping), so that the drift that J2 alone would give it is not flown, nor the tilt that
 * Sun and Moon give. That drift is 2.4 deg a year for a circle of this radius (3/4 J2 (Re/a)^2 of the turn); the secular rates of
 * kernel/j2-circular, those of mean elements, would make it 9.8. Sidereal time gains 2.7e-4 rad a year on w (precession 2.2e-4, the
 * rounding of w 0.5e-4): a longitude is right to 0.0155 deg a year.
 */
import type { CircularJ2 } from "../kernel/index.ts";
import { circularOrbit, geostationaryAltitude_km, gmst_rad, raanFromLtan_deg, semiMajorAxis_km, sunSynchronousInclination_deg } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { EARTH_ROTATION_RAD_PER_S, RADIANS_PER_DEGREE } from "../units/index.ts";

type Orbit = NonNullable<Scenario["orbit"]>;

/** The representative platform's orbit, km and radians, mean equator and equinox of date; it stands at its ascending node at the start, a geostationary one over its longitude. */
export function flownOrbit(orbit: Orbit, start_jd: number): CircularJ2 {
  if (orbit.type === "geostationary") return geostationaryOrbit(orbit.longitude_deg, start_jd);
  const altitude_km = written("altitude", orbit.altitude_km);
  return orbit.type === "sun-synchronous" ? sunSynchronous(altitude_km, { ltan_h: orbit.ltan_h, jd: start_jd }) : freelyInclined(altitude_km, orbit);
}

function sunSynchronous(altitude_km: number, at: { readonly ltan_h: number; readonly jd: number }): CircularJ2 {
  const inclination_deg = sunSynchronousInclination_deg(altitude_km);
  return circularOrbit({ altitude_km, inclination_deg, raan_deg: raanFromLtan_deg(at), argumentOfLatitude_deg: 0 });
}

function freelyInclined(altitude_km: number, { inclination_deg, raan_deg }: Orbit): CircularJ2 {
  return circularOrbit({ altitude_km, inclination_deg: written("inclination", inclination_deg), raan_deg, argumentOfLatitude_deg: 0 });
}

/** Held over a longitude, km and radians (equation 1). */
export function geostationaryOrbit(longitude_deg: number, start_jd: number): CircularJ2 {
  return {
    semiMajorAxis: semiMajorAxis_km(geostationaryAltitude_km()),
    inclination_rad: 0,
    node_rad: 0,
    nodeRate_rad_per_s: 0,
    argumentOfLatitude_rad: gmst_rad(start_jd) + longitude_deg * RADIANS_PER_DEGREE,
    argumentOfLatitudeRate_rad_per_s: EARTH_ROTATION_RAD_PER_S,
  };
}

function written(field: string, value: number | null): number {
  if (value === null) throw new Error(`orbit.${field} must be written for this type of orbit`);
  return value;
}
