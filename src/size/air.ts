/**
 * What the air does to a platform that holds its altitude, a square metre of drag area at a time.
 *
 *   1. force on a square metre q = 1/2 rho (f v)^2 Cd, rho at the F10.7 of the month            (physics/drag, atmosphere-table, solar-flux)
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
import type { Season } from "./season.ts";

/** F10.7 of the lowest year of 1958-2025 (2008), the mean of those years, and the highest (1958): physics/solar-flux. */
const HELD_SFU = { low: 69, mean: 122.3, high: 231.8 } as const;

/** Mean share of the area seen from the direction of flight, held and tumbling. */
export interface RamShares {
  readonly array_frac: number;
  readonly radiator_frac: number;
}

export interface Air {
  readonly launch_s: number;
  readonly shares: RamShares;
  /** On a square metre of drag area: mean over the life, and over its hardest twelve months. */
  readonly force_N_per_m2: number;
  readonly worstForce_N_per_m2: number;
  readonly f107Mean_sfu: number;
  /** Launch within the horizon whose life has most drag, and the force of that life. */
  readonly hardestLaunch: { readonly launch_s: number; readonly force_N_per_m2: number };
}

const MONTHS_PER_YEAR = 12;
const MONTH_S = JULIAN_YEAR_S / MONTHS_PER_YEAR;
const DAYS = Math.round(JULIAN_YEAR_S / DAY_S);

/** When the platform is taken to be launched. */
export const launch_s = ({ orbit, horizon }: Scenario): number => quarterStart_s(orbit?.firstLaunch_quarter ?? horizon.start_quarter);

/** Null where the air is not computed: above 1,000 km, and away from the Earth. */
export const airOf = (scenario: Scenario, orbit: Orbit, { altitude_km, inclination_deg }: Season): Air | null =>
  altitude_km === null || altitude_km > DENSITY_ALTITUDES_KM.highest ? null : airAt(scenario, orbit, { shell: { altitude_km, inclination_deg }, density_km: altitude_km });

/** The air of 1,000 km on a platform that flies higher, which is more than it meets; null elsewhere. */
export const airBelow = (scenario: Scenario, orbit: Orbit, { altitude_km, inclination_deg }: Season): Air | null =>
  altitude_km === null || altitude_km <= DENSITY_ALTITUDES_KM.highest ? null : airAt(scenario, orbit, { shell: { altitude_km, inclination_deg }, density_km: DENSITY_ALTITUDES_KM.highest });

const airAt = (scenario: Scenario, orbit: Orbit, { shell, density_km }: { readonly shell: Shell; readonly density_km: number }): Air => {
  const flux = fluxOf(orbit.drag);
  const first_s = launch_s(scenario);
  const life = Math.max(1, Math.round(orbit.life_yr * MONTHS_PER_YEAR));
  const launches = Math.max(1, Math.round(scenario.horizon.years_yr * MONTHS_PER_YEAR));
  const at_s = (month: number): number => first_s + (month + 0.5) * MONTH_S;
  const force = Array.from({ length: life + launches - 1 }, (_, month) => forceOn({ shell: { ...shell, altitude_km: density_km }, coefficient: orbit.drag.coefficient, f107_sfu: flux(at_s(month)) }));
  const window = Math.min(MONTHS_PER_YEAR, life);
  const hardest = highestMean(force, life);
  return {
    launch_s: first_s,
    shares: ramShares(orbit, shell, scenario.simulate.start_utc_s),
    force_N_per_m2: meanOf(force.slice(0, life)),
    worstForce_N_per_m2: highestMean(force.slice(0, life), window).mean,
    f107Mean_sfu: meanOf(Array.from({ length: life }, (_, month) => flux(at_s(month)))),
    hardestLaunch: { launch_s: first_s + hardest.first * MONTH_S, force_N_per_m2: hardest.mean },
  };
};

/** F10.7 over time, as the scenario wants it. */
export const fluxOf = (drag: Orbit["drag"]): SolarFlux => {
  if (drag.solarActivity === "forecast") return solarFluxRepeated_sfu;
  const held_sfu = HELD_SFU[drag.solarActivity];
  return () => held_sfu;
};

const forceOn = ({ shell, coefficient, f107_sfu }: { readonly shell: Shell; readonly coefficient: number; readonly f107_sfu: number }): number =>
  // A kilogram behind a square metre: its deceleration is the force.
  dragDeceleration_m_per_s2({ ...shell, density_kg_per_m3: orbitMeanDensity_kg_per_m3(shell.altitude_km, f107_sfu), dragPerMass_m2_per_kg: coefficient });

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

const ramShares = (orbit: Orbit, shell: Shell, start_utc_s: number): RamShares => {
  if (orbit.drag.attitude === "full") return { array_frac: 1, radiator_frac: 1 };
  const betas = betaYear_deg(orbit, shell, start_utc_s);
  const attitude = orbit.platform.radiatorAttitude;
  const radiator_frac = attitude === "sun-edge" ? meanOf(betas.map(sunEdgeRam_frac)) : attitude === "along-velocity" ? 1 : 0;
  return { array_frac: meanOf(betas.map(sunFacingRam_frac)), radiator_frac };
};

const betaYear_deg = (orbit: Orbit, shell: Shell, start_utc_s: number): readonly number[] => {
  const jd0 = julianDate(formatUtc(start_utc_s));
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
