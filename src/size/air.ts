/**
 * What the air does to a platform that holds its altitude, a square metre of drag area at a time.
 *
 *   1. pressure q = 1/2 rho (f v)^2, rho at the F10.7 of the month; force q Cd A                 (physics/drag, atmosphere-table, solar-flux)
 *   2. mean of q over the months of the life, and over its hardest twelve
 *   3. drag area = array * share + radiator * share + face of the body; shares are means over a year of one value a day:
 *      array (facing the Sun) (2/pi) cos(beta); radiator sun-edge sin(beta)/agm(1, sin(beta)), along-velocity 1, nadir-zenith 0
 *   4. nobody at the helm: plates show half their area, the body (a cube) a quarter of its surface                        (Cauchy 1841)
 *
 * Assumes: launched at the start of `orbit.firstLaunch`, or of the horizon; panels without thickness; no wake of one part on another.
 * Range: 200-1,000 km; null above, where the force is below that at 1,000 km (which life.ts states as a bound) and not computed.
 */
import {
  DENSITY_ALTITUDES_KM, betaAngle_deg, dragArea_m2, dragDeceleration_m_per_s2, julianDate, nodeRate_deg_per_d, orbitMeanDensity_kg_per_m3, raanFromLtan_deg,
  solarFluxRepeated_sfu, sunAt, sunEdgeRam_frac, sunFacingRam_frac, TUMBLING_PLATE_RAM_FRAC, type Shell, type SolarFlux,
} from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { DAY_S, JULIAN_YEAR_S, formatUtc, quarterStart_s } from "../units/index.ts";
import type { Orbit, ServerLoad } from "./load.ts";
import { LOW_REGION_KM } from "./low-region.ts";

/** F10.7 of the lowest year of 1958-2025 (2008), the mean of those years, and the highest (1958): physics/solar-flux. */
const HELD_SFU = { low: 69, mean: 122.3, high: 231.8 } as const;

/** Mean share of the area seen from the direction of flight. */
export interface RamShares {
  readonly array_frac: number;
  readonly radiator_frac: number;
}

export interface AirInputs extends Pick<Orbit, "type" | "ltan_h" | "raan_deg"> {
  readonly shell: Shell;
  readonly solarActivity: Orbit["drag"]["solarActivity"];
  readonly start_utc_s: number;
  readonly launch_s: number;
  /** Years of the horizon, in which a launch may fall. */
  readonly years_yr: number;
}

/** The air of an orbit, whatever flies there. */
export interface Air {
  /** Mean share of a panel that faces the Sun, and of one whose edge follows it, seen from the direction of flight. */
  readonly sunFacingRam_frac: number;
  readonly sunEdgeRam_frac: number;
  /** Dynamic pressure: mean over the life, and over its hardest twelve months. */
  readonly pressure_Pa: number;
  readonly worstPressure_Pa: number;
  readonly f107Mean_sfu: number;
  /** Launch within the horizon whose life has most drag, and the pressure of that life. */
  readonly hardestLaunch: { readonly launch_s: number; readonly pressure_Pa: number };
}

const MONTHS_PER_YEAR = 12;
const MONTH_S = JULIAN_YEAR_S / MONTHS_PER_YEAR;
const DAYS = Math.round(JULIAN_YEAR_S / DAY_S);

/** When the platform is taken to be launched. */
export const launch_s = ({ orbit, horizon }: Scenario): number => quarterStart_s(orbit?.firstLaunch_quarter ?? horizon.start_quarter);

/** The air of a life of so many years: months that lives share are looked up once, and a life of as many whole months is the same. */
export type AirOfLife = (life_yr: number) => Air | null;

const NO_AIR: AirOfLife = () => null;

/** Null where the air is not computed: above 1,000 km. */
export const airOf = (inputs: AirInputs): AirOfLife => (inputs.shell.altitude_km > DENSITY_ALTITUDES_KM.highest ? NO_AIR : airAt(inputs, inputs.shell.altitude_km));

/** The air of 1,000 km on a platform that flies higher, up to 2,000 km: more than it meets. Null elsewhere. */
export const airBelow = (inputs: AirInputs): AirOfLife =>
  inputs.shell.altitude_km <= DENSITY_ALTITUDES_KM.highest || inputs.shell.altitude_km > LOW_REGION_KM ? NO_AIR : airAt(inputs, DENSITY_ALTITUDES_KM.highest);

const airAt = (inputs: AirInputs, density_km: number): AirOfLife => {
  const months = monthsFrom(inputs, density_km);
  const launches = Math.max(1, Math.round(inputs.years_yr * MONTHS_PER_YEAR));
  const betas = betaYear_deg(inputs, inputs.shell);
  const ram = { sunFacingRam_frac: meanOf(betas.map(sunFacingRam_frac)), sunEdgeRam_frac: meanOf(betas.map(sunEdgeRam_frac)) };
  const ofMonths = (life: number): Air => {
    const { flux_sfu, pressure_Pa } = months(life + launches - 1);
    const hardest = highestMean(pressure_Pa, life);
    return {
      ...ram,
      pressure_Pa: meanOf(pressure_Pa.slice(0, life)),
      worstPressure_Pa: highestMean(pressure_Pa.slice(0, life), Math.min(MONTHS_PER_YEAR, life)).mean,
      f107Mean_sfu: meanOf(flux_sfu.slice(0, life)),
      hardestLaunch: { launch_s: inputs.launch_s + hardest.first * MONTH_S, pressure_Pa: hardest.mean },
    };
  };
  const known = new Map<number, Air>();
  return (life_yr) => {
    const life = Math.max(1, Math.round(life_yr * MONTHS_PER_YEAR));
    const air = known.get(life) ?? ofMonths(life);
    known.set(life, air);
    return air;
  };
};

interface Months {
  readonly flux_sfu: readonly number[];
  readonly pressure_Pa: readonly number[];
}

/** So many months from the launch on; the longest list so far is kept. */
const monthsFrom = ({ shell, solarActivity, launch_s: from_s }: AirInputs, density_km: number): ((count: number) => Months) => {
  const flux = fluxOf(solarActivity);
  const at = { ...shell, altitude_km: density_km };
  const flux_sfu: number[] = [];
  const pressure_Pa: number[] = [];
  return (count) => {
    for (let month = flux_sfu.length; month < count; month++) {
      const f107_sfu = flux(from_s + (month + 0.5) * MONTH_S);
      pressure_Pa.push(pressureAt_Pa(at, f107_sfu));
      flux_sfu.push(f107_sfu);
    }
    return { flux_sfu: flux_sfu.slice(0, count), pressure_Pa: pressure_Pa.slice(0, count) };
  };
};

/** F10.7 over time, as the scenario wants it. */
export const fluxOf = (solarActivity: Orbit["drag"]["solarActivity"]): SolarFlux => {
  if (solarActivity === "forecast") return FORECAST;
  const held_sfu = HELD_SFU[solarActivity];
  return () => held_sfu;
};

/** A flux that is one number a day, as that of calendar months is: who follows a fall asks some ten times a day, and for thousands of lives. */
const byTheDay = (flux: SolarFlux): SolarFlux => {
  const known = new Map<number, number>();
  return (t_s) => {
    // Whole milliseconds, as Date has them.
    const day = Math.floor(Math.trunc(t_s * 1000) / (1000 * DAY_S));
    const kept = known.get(day);
    if (kept !== undefined) return kept;
    const made = flux(t_s);
    known.set(day, made);
    return made;
  };
};

const FORECAST = byTheDay(solarFluxRepeated_sfu);

const pressureAt_Pa = (shell: Shell, f107_sfu: number): number =>
  // A kilogram behind a square metre of coefficient 1: its deceleration is the pressure.
  dragDeceleration_m_per_s2({ ...shell, density_kg_per_m3: orbitMeanDensity_kg_per_m3(shell.altitude_km, f107_sfu), dragPerMass_m2_per_kg: 1 });

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The run of `length` values with the highest mean. */
const highestMean = (values: readonly number[], length: number): { readonly first: number; readonly mean: number } => {
  let sum = values.slice(0, length).reduce((total, value) => total + value, 0);
  let best = { first: 0, mean: sum / length };
  for (let end = length; end < values.length; end++) {
    sum += values[end]! - values[end - length]!;
    if (sum / length > best.mean) best = { first: end - length + 1, mean: sum / length };
  }
  return best;
};

/** What of array and radiator the air sees as the platform flies. */
export const ramShares = (air: Air, orbit: Orbit): RamShares => {
  if (orbit.drag.attitude === "full") return { array_frac: 1, radiator_frac: 1 };
  const attitude = orbit.platform.radiatorAttitude;
  return { array_frac: air.sunFacingRam_frac, radiator_frac: attitude === "sun-edge" ? air.sunEdgeRam_frac : attitude === "along-velocity" ? 1 : 0 };
};

const betaYear_deg = (orbit: AirInputs, shell: Shell): readonly number[] => {
  const jd0 = julianDate(formatUtc(orbit.start_utc_s));
  const raan_deg = orbit.type === "sun-synchronous" ? raanFromLtan_deg({ ltan_h: orbit.ltan_h, jd: jd0 }) : orbit.raan_deg;
  const rate_deg_per_d = nodeRate_deg_per_d(shell);
  return Array.from({ length: DAYS }, (_, day) =>
    betaAngle_deg({ inclination_deg: shell.inclination_deg, raan_deg: raan_deg + rate_deg_per_d * day, sunDirection: sunAt(jd0 + day).direction_mod }),
  );
};

export interface Areas {
  readonly array_m2: number;
  readonly radiator_m2: number;
  /** Face of the body in the direction of flight. */
  readonly body_m2: number;
}

/** Face of the body: as written, or of a cube that holds the servers. */
export const bodyFace_m2 = (orbit: Orbit, load: ServerLoad): number => orbit.drag.bodyArea_m2 ?? load.volume_m3 ** (2 / 3);

export const heldArea_m2 = ({ array_m2, radiator_m2, body_m2 }: Areas, shares: RamShares): number =>
  dragArea_m2([
    { area_m2: array_m2, ram_frac: shares.array_frac },
    { area_m2: radiator_m2, ram_frac: shares.radiator_frac },
    { area_m2: body_m2, ram_frac: 1 },
  ]);

/** A quarter of the surface over one face of a cube. */
const TUMBLING_CUBE_RAM = 6 / 4;

export const tumblingArea_m2 = ({ array_m2, radiator_m2, body_m2 }: Areas): number =>
  dragArea_m2([
    { area_m2: array_m2 + radiator_m2, ram_frac: TUMBLING_PLATE_RAM_FRAC },
    { area_m2: body_m2, ram_frac: TUMBLING_CUBE_RAM },
  ]);
