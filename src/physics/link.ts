/**
 * Geometry, delay and power of a link.
 *
 *   1. nadir angle sin n = Re cos e/(Re + h), Earth angle l = 90 - e - n, slant = Re sin l / sin n        (Wertz & Larson 1999, section 5.2)
 *   2. longest pass of a circular orbit, Earth not turning: T l(e_min)/pi
 *   3. free-space loss 20 log10(4 pi d / wavelength); Friis Pr = Pt Gt Gr (wavelength/4 pi d)^2 x other
 *   4. aperture gain eta (pi D/wavelength)^2; diffraction radius 1.22 wavelength d/D; confocal range pi a^2/wavelength
 *   5. delays: light d/c; fibre d n/c on the great circle (n = 1.468, ITU-T G.652 fibre); over satellites ((Re + h) arc/Re + 2 h)/c
 *   6. energy per byte ceiling: bytes a kilowatt-hour can send at a rate R shared by a power P: R 3600 / (8 P)
 *
 * Assumes: spherical Earth of 6,371 km mean radius for arcs on the ground (IUGG), equatorial radius for satellites; no refraction.
 * The turning Earth lengthens or shortens a low pass by up to 10 %.
 * Accuracy: Suncatcher's optical cases within 2 %, Seattle-New York 38 ms within 1 % (test/golden/physics).
 */
import { EARTH_RADIUS_KM, LIGHT_SPEED_M_PER_S, MINUTE_S, RADIANS_PER_DEGREE } from "../units/index.ts";
import { keplerianPeriod_s, semiMajorAxis_km } from "./orbit.ts";

/** Mean radius of the Earth, R1. IUGG / GRS 80. */
export const EARTH_MEAN_RADIUS_KM = 6371.0088;
/** Group index of standard single-mode fibre at 1550 nm. Corning SMF-28 data sheet: 1.468. */
export const FIBRE_INDEX = 1.468;

export type Sight = { readonly altitude_km: number; readonly elevation_deg: number };

/** Earth-central angle from the station to the point under the satellite. */
export function earthCentralAngle_rad({ altitude_km, elevation_deg }: Sight): number {
  const e = elevation_deg * RADIANS_PER_DEGREE;
  return Math.PI / 2 - e - Math.asin((EARTH_RADIUS_KM * Math.cos(e)) / semiMajorAxis_km(altitude_km));
}

/** Distance from a station to a satellite seen at an elevation. */
export function slantRange_km({ altitude_km, elevation_deg }: Sight): number {
  const sinE = Math.sin(elevation_deg * RADIANS_PER_DEGREE);
  const r = semiMajorAxis_km(altitude_km);
  return Math.sqrt((EARTH_RADIUS_KM * sinE) ** 2 + r * r - EARTH_RADIUS_KM ** 2) - EARTH_RADIUS_KM * sinE;
}

/** Longest pass above a minimum elevation, the Earth standing still. */
export function longestPass_min(sight: Sight): number {
  return (keplerianPeriod_s(sight.altitude_km) * earthCentralAngle_rad(sight)) / Math.PI / MINUTE_S;
}

/** Free-space path loss. */
export function freeSpaceLoss_dB(link: { readonly distance_m: number; readonly wavelength_m: number }): number {
  return 20 * Math.log10((4 * Math.PI * link.distance_m) / link.wavelength_m);
}

/** Gain of a circular aperture. */
export function apertureGain_dB(aperture: { readonly diameter_m: number; readonly wavelength_m: number; readonly efficiency_frac: number }): number {
  return 10 * Math.log10(aperture.efficiency_frac * ((Math.PI * aperture.diameter_m) / aperture.wavelength_m) ** 2);
}

export type LinkBudget = {
  readonly transmit_W: number;
  readonly transmitGain_dB: number;
  readonly receiveGain_dB: number;
  /** All other gains; losses negative. */
  readonly other_dB: number;
  readonly distance_m: number;
  readonly wavelength_m: number;
};

/** Received power (Friis); valid beyond the near field, see confocalRange_m. */
export function receivedPower_W(link: LinkBudget): number {
  const total_dB = link.transmitGain_dB + link.receiveGain_dB + link.other_dB - freeSpaceLoss_dB(link);
  return link.transmit_W * 10 ** (total_dB / 10);
}

/** Radius of the first dark ring of a diffracted beam. */
export function diffractionRadius_m(beam: { readonly diameter_m: number; readonly distance_m: number; readonly wavelength_m: number }): number {
  return (1.22 * beam.wavelength_m * beam.distance_m) / beam.diameter_m;
}

/** Range over which a beam of that waist stays collimated. */
export function confocalRange_m(beam: { readonly radius_m: number; readonly wavelength_m: number }): number {
  return (Math.PI * beam.radius_m ** 2) / beam.wavelength_m;
}

/** One-way time of light in vacuum. */
export function lightTime_ms(distance_km: number): number {
  return (distance_km * 1e6) / LIGHT_SPEED_M_PER_S;
}

export type Place = { readonly latitude_deg: number; readonly longitude_deg: number };

/** Great-circle distance on the mean sphere (haversine). */
export function greatCircle_km(a: Place, b: Place): number {
  const dLat = (b.latitude_deg - a.latitude_deg) * RADIANS_PER_DEGREE;
  const dLon = (b.longitude_deg - a.longitude_deg) * RADIANS_PER_DEGREE;
  const cosines = Math.cos(a.latitude_deg * RADIANS_PER_DEGREE) * Math.cos(b.latitude_deg * RADIANS_PER_DEGREE);
  const h = Math.sin(dLat / 2) ** 2 + cosines * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_MEAN_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Round trip through fibre laid `stretch` times the great circle (1: the ideal). */
export function fibreRoundTrip_ms(path: { readonly distance_km: number; readonly stretch: number }): number {
  return 2 * lightTime_ms(path.distance_km * path.stretch) * FIBRE_INDEX;
}

/** Round trip up, along an arc of inter-satellite links at an altitude, and down. */
export function satelliteRoundTrip_ms(path: { readonly distance_km: number; readonly altitude_km: number }): number {
  const arc_km = (path.distance_km * (EARTH_MEAN_RADIUS_KM + path.altitude_km)) / EARTH_MEAN_RADIUS_KM;
  return 2 * lightTime_ms(arc_km + 2 * path.altitude_km);
}

/** Data a link can carry for each kilowatt-hour of compute it serves. */
export function dataCeiling_GB_per_kWh(platform: { readonly rate_Gb_per_s: number; readonly power_MW: number }): number {
  return (platform.rate_Gb_per_s / 8) * 3600 / (platform.power_MW * 1000);
}

/** Data rate that moves a data volume in one pass. */
export function passRate_Mb_per_s(pass: { readonly data_GB: number; readonly duration_min: number }): number {
  return (pass.data_GB * 8000) / (pass.duration_min * MINUTE_S);
}
