/**
 * The worst of the year for an orbit: its longest shadow, how many shadows a year the battery sees, the smallest beta angle, and the Sun's
 * distances. One value a day from altitude, plane and date (physics/eclipse, cone shadow); the plane precesses by J2, a geostationary one
 * is held over the equator.
 *
 * At L1 and about the Sun there is no shadow: the Earth is never before the Sun there (from L1 it lies on the other side). L1 stands at
 * 0.98999 of the Earth's distance from the Sun (physics/deep-place); a heliocentric circle keeps its own. Shadows that the platforms of a
 * swarm cast on each other are not counted.
 */
import {
  betaAngle_deg, geostationaryAltitude_km, heliocentricRing, julianDate, keplerianPeriod_s, nodeRate_deg_per_d, raanFromLtan_deg, shadowFractions, sunAt,
  sunEarthL1_frac, sunSynchronousInclination_deg,
} from "../physics/index.ts";
import { DAY_S, JULIAN_YEAR_S, formatUtc } from "../units/index.ts";
import type { Orbit } from "./load.ts";

export interface Season {
  /** Null where the Earth is too far to be seen, warm or shade: at L1 and about the Sun. */
  readonly altitude_km: number | null;
  /** To the equator; at L1 and about the Sun to the ecliptic, 0. */
  readonly inclination_deg: number;
  readonly period_s: number;
  /** Umbra and penumbra of the longest shadow. */
  readonly shadowMax_s: number;
  /** Shadows in a year. */
  readonly shadows_per_yr: number;
  /** Share of the year outside shadow. */
  readonly sunlit_frac: number;
  /** Smallest angle between the Sun and the plane; 0 about the Sun, which lies in it. */
  readonly betaMin_deg: number;
  /** Farthest and nearest Sun, au. */
  readonly farthest_au: number;
  readonly nearest_au: number;
}

const DAYS = Math.round(JULIAN_YEAR_S / DAY_S);

export interface SeasonInputs extends Pick<Orbit, "type" | "altitude_km" | "ltan_h" | "inclination_deg" | "raan_deg" | "solarDistance_au"> {
  /** The year whose seasons count starts here. */
  readonly start_utc_s: number;
}

/** Throws RangeError where no sun-synchronous orbit exists. */
export const seasonOf = (orbit: SeasonInputs): Season => {
  const jd0 = julianDate(formatUtc(orbit.start_utc_s));
  if (orbit.type === "sun-earth-l1") return sunlitSeason({ period_d: heliocentricRing({ radius_au: 1, satellites: 1 }).period_d, distances_au: yearOfSun(jd0).map(({ distance_au }) => distance_au * (1 - sunEarthL1_frac())) });
  if (orbit.type === "heliocentric") {
    const radius_au = required("solarDistance", orbit.solarDistance_au);
    return sunlitSeason({ period_d: heliocentricRing({ radius_au, satellites: 1 }).period_d, distances_au: [radius_au] });
  }
  return seasonOfPlane(planeOf(orbit, jd0), jd0);
};

const yearOfSun = (jd0: number): readonly ReturnType<typeof sunAt>[] => Array.from({ length: DAYS }, (_, day) => sunAt(jd0 + day));

const sunlitSeason = ({ period_d, distances_au }: { readonly period_d: number; readonly distances_au: readonly number[] }): Season => ({
  altitude_km: null, inclination_deg: 0, period_s: period_d * DAY_S, shadowMax_s: 0, shadows_per_yr: 0, sunlit_frac: 1, betaMin_deg: 0,
  farthest_au: Math.max(...distances_au), nearest_au: Math.min(...distances_au),
});

interface EarthPlane { readonly altitude_km: number; readonly inclination_deg: number; readonly raan_deg: number; readonly rate_deg_per_d: number }

const seasonOfPlane = (plane: EarthPlane, jd0: number): Season => {
  const { altitude_km, inclination_deg } = plane;
  const period_s = keplerianPeriod_s(altitude_km);
  let shadowMax_frac = 0;
  let shadows = 0;
  let dark_frac = 0;
  let betaMin_deg = 90;
  let farthest_au = 0;
  let nearest_au = Infinity;
  for (const [day, sun] of yearOfSun(jd0).entries()) {
    const beta_deg = betaAngle_deg({ inclination_deg, raan_deg: plane.raan_deg + plane.rate_deg_per_d * day, sunDirection: sun.direction_mod });
    const { shadow_frac } = shadowFractions({ altitude_km, beta_deg, sunDistance_au: sun.distance_au });
    if (shadow_frac > 0) shadows += DAY_S / period_s;
    dark_frac += shadow_frac / DAYS;
    shadowMax_frac = Math.max(shadowMax_frac, shadow_frac);
    betaMin_deg = Math.min(betaMin_deg, Math.abs(beta_deg));
    farthest_au = Math.max(farthest_au, sun.distance_au);
    nearest_au = Math.min(nearest_au, sun.distance_au);
  }
  return { altitude_km, inclination_deg, period_s, shadowMax_s: shadowMax_frac * period_s, shadows_per_yr: shadows, sunlit_frac: 1 - dark_frac, betaMin_deg, farthest_au, nearest_au };
};

const planeOf = (orbit: SeasonInputs, jd: number): EarthPlane => {
  if (orbit.type === "geostationary") return { altitude_km: geostationaryAltitude_km(), inclination_deg: 0, raan_deg: 0, rate_deg_per_d: 0 };
  const altitude_km = required("altitude", orbit.altitude_km);
  const inclination_deg = orbit.type === "sun-synchronous" ? sunSynchronousInclination_deg(altitude_km) : required("inclination", orbit.inclination_deg);
  const raan_deg = orbit.type === "sun-synchronous" ? raanFromLtan_deg({ ltan_h: orbit.ltan_h, jd }) : orbit.raan_deg;
  return { altitude_km, inclination_deg, raan_deg, rate_deg_per_d: nodeRate_deg_per_d({ altitude_km, inclination_deg }) };
};

const required = (field: string, value: number | null): number => {
  if (value === null) throw new Error(`orbit.${field} must be written for this type of orbit`);
  return value;
};
