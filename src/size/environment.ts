/**
 * What a platform meets wherever it flies and whatever it is made of: sunlight and shadow, air, what holding such an orbit takes, and how
 * fast things fall from it. It follows from orbit, dates and the Sun's activity alone, so that a study of platforms computes it once.
 *
 * Masses, areas and the drag coefficient come in later, in closed form: forces are dynamic pressure times Cd A (air.ts), and a fall depends
 * on the platform by Cd A/m alone (falls.ts). What needs an orbit's year and no platform belongs here: a field of the record, computed from
 * `EnvironmentInputs`, and a row there for every scenario field that it reads.
 */
import type { Scenario } from "../scenario/index.ts";
import { JULIAN_YEAR_S, formatUtc } from "../units/index.ts";
import { airBelow, airOf, launch_s, type Air } from "./air.ts";
import { orbitDose, type OrbitDose } from "./dose-curve.ts";
import { fallsOf, type Falls } from "./falls.ts";
import { formationDesign, type FormationDesign, type FormationShape } from "./formation.ts";
import { interpolatedFalls } from "./interpolated-falls.ts";
import { keeping_m_per_s_per_yr } from "./keeping.ts";
import type { Orbit } from "./load.ts";
import { seasonOf, type Season } from "./season.ts";

/** All that an environment follows from; other fields of a scenario may change under it. */
export interface EnvironmentInputs extends Pick<Orbit, "type" | "altitude_km" | "ltan_h" | "inclination_deg" | "raan_deg" | "longitude_deg" | "solarDistance_au" | "life_yr"> {
  readonly solarActivity: Orbit["drag"]["solarActivity"];
  /** Of the solar protons of the life; null: what is expected. */
  readonly solarConfidence_frac: number | null;
  /** Years allowed from the end of life to the ground. */
  readonly within_yr: number;
  readonly formation: FormationShape | null;
  readonly start_utc_s: number;
  readonly launch_s: number;
  /** Years of the horizon, in which a launch may fall. */
  readonly years_yr: number;
}

export interface OrbitEnvironment {
  readonly inputs: EnvironmentInputs;
  readonly season: Season;
  readonly launch_s: number;
  readonly end_s: number;
  /** The same as dates, and that of the launch within the horizon whose life has most drag. */
  readonly launch_utc: string;
  readonly end_utc: string;
  readonly hardestLaunch_utc: string;
  /** Null above 1,000 km and away from the Earth, where it is not computed. */
  readonly air: Air | null;
  /** The air at 1,000 km, for a low orbit above it: a bound. */
  readonly airBelow: Air | null;
  readonly formation: FormationDesign | null;
  /** Against the thickness of aluminium. */
  readonly dose: OrbitDose;
  /** Against Sun, Moon and the Earth's shape. */
  readonly keeping_m_per_s_per_yr: number;
  /** Null away from the Earth. */
  readonly falls: Falls | null;
}

export interface EnvironmentOptions {
  /**
   * `integrated`: each fall followed step by step, some milliseconds. `interpolated`: between falls of near-by Cd A/m, which are followed
   * when first asked for, so that a loop over platforms takes microseconds; error in interpolated-falls.ts.
   */
  readonly falls: "integrated" | "interpolated";
  /** Interpolated falls are those followed at this Cd A/m: a loop's central platform. */
  readonly through_m2_per_kg?: number;
}

/** The environment of the scenario's orbit. Throws Error for a scenario without one, RangeError where no such orbit exists. */
export const orbitEnvironment = (scenario: Scenario, options: EnvironmentOptions = { falls: "integrated" }): OrbitEnvironment => {
  const inputs = inputsOf(scenario);
  const season = seasonOf(inputs);
  const end_s = inputs.launch_s + inputs.life_yr * JULIAN_YEAR_S;
  const shell = season.altitude_km === null ? null : { altitude_km: season.altitude_km, inclination_deg: season.inclination_deg };
  const falls = shell === null ? null : fallsOf({ shell, launch_s: inputs.launch_s, end_s, within_yr: inputs.within_yr, solarActivity: inputs.solarActivity });
  const air = shell === null ? null : airOf(inputs, shell);
  return {
    inputs,
    season,
    launch_s: inputs.launch_s,
    end_s,
    launch_utc: formatUtc(inputs.launch_s),
    end_utc: formatUtc(end_s),
    hardestLaunch_utc: formatUtc(Math.round(air === null ? inputs.launch_s : air.hardestLaunch.launch_s)),
    air,
    airBelow: shell === null ? null : airBelow(inputs, shell),
    formation: shell === null || inputs.formation === null ? null : formationDesign(inputs.formation, shell),
    dose: orbitDose(inputs, shell),
    keeping_m_per_s_per_yr: keeping_m_per_s_per_yr(inputs),
    falls: falls === null || options.falls === "integrated" ? falls : interpolatedFalls(falls, { launch_s: inputs.launch_s, end_s, through_m2_per_kg: options.through_m2_per_kg ?? 1 }),
  };
};

/** Whether an environment is that of the scenario's orbit. */
export const isEnvironmentOf = (environment: OrbitEnvironment, scenario: Scenario): boolean => scenario.orbit !== null && differingInput(environment, scenario) === null;

/** Throws when an environment is another orbit's, naming the field: a mistake in the calling program. */
export const assertEnvironmentOf = (environment: OrbitEnvironment, scenario: Scenario): void => {
  const name = differingInput(environment, scenario);
  if (name !== null) throw new Error(`the environment is another orbit's: ${name} differs; compute it again with orbitEnvironment`);
};

const differingInput = ({ inputs }: OrbitEnvironment, scenario: Scenario): string | null => {
  const wanted = inputsOf(scenario);
  for (const name of Object.keys(wanted) as (keyof EnvironmentInputs)[]) {
    if (name === "formation" ? !sameShape(inputs.formation, wanted.formation) : inputs[name] !== wanted[name]) return name;
  }
  return null;
};

const sameShape = (one: FormationShape | null, other: FormationShape | null): boolean =>
  one === null || other === null ? one === other : one.radius_m === other.radius_m && one.spacing_m === other.spacing_m && one.lattice === other.lattice && one.correction_h === other.correction_h;

const inputsOf = (scenario: Scenario): EnvironmentInputs => {
  const { orbit } = scenario;
  if (orbit === null) throw new Error("a scenario without orbit has no environment of an orbit");
  const { formation } = orbit;
  return {
    type: orbit.type,
    altitude_km: orbit.altitude_km,
    ltan_h: orbit.ltan_h,
    inclination_deg: orbit.inclination_deg,
    raan_deg: orbit.raan_deg,
    longitude_deg: orbit.longitude_deg,
    solarDistance_au: orbit.solarDistance_au,
    life_yr: orbit.life_yr,
    solarActivity: orbit.drag.solarActivity,
    solarConfidence_frac: orbit.radiation.solarConfidence_frac,
    within_yr: orbit.disposal.within_yr,
    formation: formation === null ? null : { radius_m: formation.radius_m, spacing_m: formation.spacing_m, lattice: formation.lattice, correction_h: formation.correction_h },
    start_utc_s: scenario.simulate.start_utc_s,
    launch_s: launch_s(scenario),
    years_yr: scenario.horizon.years_yr,
  };
};
