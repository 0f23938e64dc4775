/** Orekit's set-ups: orbit of two bodies in GCRF (seconds of TT), and the Suns they are flown under, in the same axes. */
import { AstroTime, Body, GeoVector, HelioVector, RotateVector, Rotation_EQJ_EQD, Vector } from "astronomy-engine";
import { almanacSun, type SunPort } from "../../src/events/index.ts";
import { ASTRONOMICAL_UNIT_KM } from "../../src/units/index.ts";
import { goldenJson } from "../golden/golden-file.ts";
import { keplerOfState, type V3 } from "./kepler.ts";

export type Orekit = {
  readonly orekit_eclipse: {
    readonly setup: { readonly mu_m3s2: number; readonly r_m_gcrf: V3; readonly v_ms_gcrf: V3; readonly sun_radius_m: number; readonly earth_sphere_radius_m: number };
    readonly expect: Readonly<Record<"umbra_entry_s" | "penumbra_first_event_exit_s", readonly [number, number]>>;
    readonly polar_variant: Readonly<Record<"spherical_umbra_entry_s" | "spherical_umbra_exit_s" | "oblate_umbra_entry_s" | "oblate_umbra_exit_s", readonly number[]>>;
  };
  readonly orekit_cylinder_vs_penumbra: { readonly setup: { readonly e: number; readonly i_rad: number; readonly argp_rad: number; readonly raan_rad: number; readonly E_rad: number; readonly periods: number } };
  readonly orekit_beta: { readonly expect: { readonly beta_zero_crossing_s: readonly [number, number] } };
};

export const OREKIT = goldenJson<Orekit>("./astro/vectors.json");

/** 1969-07-28T04:00:00 TT. Everything here counts TT where the code says UTC: only differences of time are compared. */
export const EPOCH_S = Date.UTC(1969, 6, 28, 4) / 1000;
const J2000_S = Date.UTC(2000, 0, 1, 12) / 1000;

const km = ([x, y, z]: V3): V3 => [x / 1000, y / 1000, z / 1000];
const { r_m_gcrf, v_ms_gcrf, mu_m3s2 } = OREKIT.orekit_eclipse.setup;
export const OREKIT_ORBIT = keplerOfState(km(r_m_gcrf), km(v_ms_gcrf), mu_m3s2 / 1e9);

const terrestrial = (t_s: number): AstroTime => AstroTime.FromTerrestrialTime((t_s - J2000_S) / 86_400);

/** astronomy-engine's Sun where it is, without light time or aberration, as JPL's is in Orekit; equator of J2000. */
export const geometricSun: SunPort = (t_s) => {
  const { x, y, z } = HelioVector(Body.Earth, terrestrial(t_s));
  return [-x * ASTRONOMICAL_UNIT_KM, -y * ASTRONOMICAL_UNIT_KM, -z * ASTRONOMICAL_UNIT_KM];
};

/** The same as it is seen: light time and aberration. */
export const apparentSun: SunPort = (t_s) => {
  const { x, y, z } = GeoVector(Body.Sun, terrestrial(t_s), true);
  return [x * ASTRONOMICAL_UNIT_KM, y * ASTRONOMICAL_UNIT_KM, z * ASTRONOMICAL_UNIT_KM];
};

/** The house's Sun of date, carried to J2000 by precession (Lieske 1977: zeta, z, theta). */
export const houseSun: SunPort = (t_s) => {
  const T = (t_s - J2000_S) / 86_400 / 36_525;
  const arcsec = Math.PI / 648_000;
  const zeta = (2306.2181 * T + 0.30188 * T * T) * arcsec;
  const z = (2306.2181 * T + 1.09468 * T * T) * arcsec;
  const theta = (2004.3109 * T - 0.42665 * T * T) * arcsec;
  return turnZ(zeta, turnY(-theta, turnZ(z, almanacSun(t_s))));
};
const turnZ = (a: number, [x, y, z]: V3): V3 => [Math.cos(a) * x + Math.sin(a) * y, Math.cos(a) * y - Math.sin(a) * x, z];
const turnY = (a: number, [x, y, z]: V3): V3 => [Math.cos(a) * x - Math.sin(a) * z, y, Math.sin(a) * x + Math.cos(a) * z];

/** From J2000 to the equator of date, where the ellipsoid's axis is. */
export const ofDate = ([x, y, z]: V3, t_s = EPOCH_S): V3 => {
  const time = terrestrial(t_s);
  const turned = RotateVector(Rotation_EQJ_EQD(time), new Vector(x, y, z, time));
  return [turned.x, turned.y, turned.z];
};
