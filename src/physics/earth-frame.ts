/**
 * The turning Earth and a station on it.
 *
 *   1. Greenwich mean sidereal time (IAU 1982), UT1 taken as UTC (Vallado 2013, eq. 3-47):
 *      s = 67310.54841 + (876600 h + 8640184.812866) T + 0.093104 T^2 - 6.2e-6 T^3, T in centuries from J2000
 *   2. Earth-fixed = satellite of date turned by GMST about the pole
 *   3. station on the WGS 84 ellipsoid: N = a / sqrt(1 - e^2 sin^2 lat), r = ((N + h) cos lat ..., (N (1 - e^2) + h) sin lat)
 *   4. elevation = asin(line of sight . ellipsoid normal)
 *
 * Assumes: no polar motion, UT1 = UTC (< 0.9 s, 0.4 km at the equator), no refraction, no equation of the equinoxes (1.2 s).
 * Accuracy: against python-sgp4 + astropy TEME -> ITRS 0.03 km in 2022, when UT1 - UTC was 0.03 s (test/golden/astro); 0.05 deg of elevation at 600 km at worst.
 */
import { DAY_S, EARTH_FLATTENING, EARTH_RADIUS_KM, RADIANS_PER_DEGREE } from "../units/index.ts";
import { J2000_JD } from "./sun.ts";
import { dot, length, rotateFrameZ, subtract } from "./vector.ts";
import type { Vec3 } from "./vector.ts";

/** Greenwich mean sidereal time at a Julian date (UTC), 0..2 pi. */
export function gmst_rad(jd: number): number {
  const t = (jd - J2000_JD) / 36_525;
  const s = 67_310.54841 + (876_600 * 3600 + 8_640_184.812866) * t + 0.093104 * t * t - 6.2e-6 * t ** 3;
  const turns = (s / DAY_S) % 1;
  return 2 * Math.PI * (turns < 0 ? turns + 1 : turns);
}

/** A satellite's position of date (TEME or mean equator) in the Earth-fixed frame, km. */
export function earthFixed_km(r_teme_km: Vec3, jd: number): Vec3 {
  return rotateFrameZ(r_teme_km, gmst_rad(jd));
}

export type Station = { readonly latitude_deg: number; readonly longitude_deg: number; readonly height_km: number };

/** Geodetic station to Earth-fixed position, km. */
export function stationEarthFixed_km(station: Station): Vec3 {
  const e2 = EARTH_FLATTENING * (2 - EARTH_FLATTENING);
  const lat = station.latitude_deg * RADIANS_PER_DEGREE;
  const lon = station.longitude_deg * RADIANS_PER_DEGREE;
  const n = EARTH_RADIUS_KM / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  const across = (n + station.height_km) * Math.cos(lat);
  return [across * Math.cos(lon), across * Math.sin(lon), (n * (1 - e2) + station.height_km) * Math.sin(lat)];
}

/** Unit normal of the ellipsoid at a station: its zenith, Earth-fixed. */
export function stationZenith(station: Station): Vec3 {
  const lat = station.latitude_deg * RADIANS_PER_DEGREE;
  const lon = station.longitude_deg * RADIANS_PER_DEGREE;
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}

/** Elevation of a satellite (Earth-fixed, km) above a station's horizon, -90..90. */
export function elevation_deg(station: Station, r_itrf_km: Vec3): number {
  const sight = subtract(r_itrf_km, stationEarthFixed_km(station));
  return Math.asin(dot(sight, stationZenith(station)) / length(sight)) / RADIANS_PER_DEGREE;
}
