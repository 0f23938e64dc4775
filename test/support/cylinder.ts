/** The share of a turn outside the Earth's cylinder in closed form, with another program's Sun: what a fleet's light is held against. */
import { Body, GeoVector, MakeTime, RotateVector, Rotation_EQJ_EQD } from "astronomy-engine";
import { EARTH_J2, EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM } from "../../src/units/index.ts";

export interface PlaneAt {
  readonly altitude_km: number;
  readonly inclination_deg: number;
  /** At the start. */
  readonly raan_deg: number;
}

const DEG = Math.PI / 180;

const sunOfDate = (time_ms: number): readonly [number, number, number] => {
  const time = MakeTime(new Date(time_ms));
  const { x, y, z } = RotateVector(Rotation_EQJ_EQD(time), GeoVector(Body.Sun, time, true));
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
};

/**
 * Mean over `hours` from a date of 1 - acos(cos p / cos beta) / pi, p = asin(Re / a), by the hour, node drifting by J2 (Vallado 2013, 9-41);
 * of each plane in turn.
 */
export const outsideCylinder = (planes: readonly PlaneAt[], { start_utc, hours }: { readonly start_utc: string; readonly hours: number }): number[] => {
  const suns = Array.from({ length: hours }, (_, hour) => sunOfDate(Date.parse(start_utc) + 3_600_000 * (hour + 0.5)));
  return planes.map(({ altitude_km, inclination_deg, raan_deg }) => {
    const a = EARTH_RADIUS_KM + altitude_km;
    const i = inclination_deg * DEG;
    const nodeRate_rad_per_s = -1.5 * EARTH_J2 * (EARTH_RADIUS_KM / a) ** 2 * Math.sqrt(EARTH_MU_KM3_PER_S2 / a ** 3) * Math.cos(i);
    const edge = Math.sqrt(1 - (EARTH_RADIUS_KM / a) ** 2);
    const dark = suns.reduce((sum, [x, y, z], hour) => {
      const w = raan_deg * DEG + nodeRate_rad_per_s * 3600 * (hour + 0.5);
      const sinBeta = x * Math.sin(i) * Math.sin(w) - y * Math.sin(i) * Math.cos(w) + z * Math.cos(i);
      const cosBeta = Math.sqrt(1 - sinBeta * sinBeta);
      return cosBeta > edge ? sum + Math.acos(edge / cosBeta) / Math.PI : sum;
    }, 0);
    return 1 - dark / hours;
  });
};
