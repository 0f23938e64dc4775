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
import type { Shell } from "../physics/index.ts";
import { airBelow, airOf, launch_s, type Air, type AirInputs, type AirOfLife } from "./air.ts";
import { dosePartsIn, orbitDose, type OrbitDose } from "./dose-curve.ts";
import { fallsOf, type Falls } from "./falls.ts";
import { formationDesign, type FormationDesign, type FormationShape } from "./formation.ts";
import { interpolatedFalls } from "./interpolated-falls.ts";
import { keptLast } from "./kept-last.ts";
import { keeping_m_per_s_per_yr } from "./keeping.ts";
import type { Orbit } from "./load.ts";
import { seasonOf, type Season, type SeasonInputs } from "./season.ts";

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
export const orbitEnvironment = (scenario: Scenario, options: EnvironmentOptions = { falls: "integrated" }): OrbitEnvironment => orbitEnvironments(options)(scenario);

/** The same for one orbit after another: of the one before is kept what the next shares with it, by what each part follows from; of another life alone its plane, its year, its months of air and the dose of its months. */
export const orbitEnvironments = (options: EnvironmentOptions): ((scenario: Scenario) => OrbitEnvironment) => {
  const [placeOf, airsOf, clusterOf, doseOf] = [keptLast(placeIn), keptLast(airsIn), keptLast(clusterIn), keptLast(({ shell }: { readonly shell: Shell | null }) => dosePartsIn(shell))];
  return (scenario) => {
    const inputs = inputsOf(scenario);
    const { type, altitude_km, ltan_h, inclination_deg, raan_deg, solarDistance_au, start_utc_s, solarActivity, years_yr, life_yr } = inputs;
    const { season, shell } = placeOf({ type, altitude_km, ltan_h, inclination_deg, raan_deg, solarDistance_au, start_utc_s });
    const end_s = inputs.launch_s + life_yr * JULIAN_YEAR_S;
    const airs = shell === null ? null : airsOf({ shell, type, ltan_h, raan_deg, solarActivity, start_utc_s, launch_s: inputs.launch_s, years_yr });
    const air = airs === null ? null : airs.here(life_yr);
    return {
      inputs,
      season,
      launch_s: inputs.launch_s,
      end_s,
      launch_utc: formatUtc(inputs.launch_s),
      end_utc: formatUtc(end_s),
      hardestLaunch_utc: formatUtc(Math.round(air === null ? inputs.launch_s : air.hardestLaunch.launch_s)),
      air,
      airBelow: airs === null ? null : airs.below(life_yr),
      formation: shell === null || inputs.formation === null ? null : clusterOf({ shell, ...inputs.formation }),
      dose: orbitDose(inputs, doseOf({ shell })),
      keeping_m_per_s_per_yr: keeping_m_per_s_per_yr(inputs),
      falls: shell === null ? null : fallsIn(inputs, { shell, end_s, options }),
    };
  };
};

const placeIn = (inputs: SeasonInputs): { readonly season: Season; readonly shell: Shell | null } => {
  const season = seasonOf(inputs);
  return { season, shell: season.altitude_km === null ? null : { altitude_km: season.altitude_km, inclination_deg: season.inclination_deg } };
};

const airsIn = (inputs: AirInputs): { readonly here: AirOfLife; readonly below: AirOfLife } => ({ here: airOf(inputs), below: airBelow(inputs) });

const clusterIn = ({ shell, ...shape }: FormationShape & { readonly shell: Shell }): FormationDesign => formationDesign(shape, shell);

const fallsIn = ({ launch_s: from_s, within_yr, solarActivity }: EnvironmentInputs, { shell, end_s, options }: { readonly shell: Shell; readonly end_s: number; readonly options: EnvironmentOptions }): Falls => {
  const falls = fallsOf({ shell, launch_s: from_s, end_s, within_yr, solarActivity });
  return options.falls === "integrated" ? falls : interpolatedFalls(falls, { launch_s: from_s, end_s, through_m2_per_kg: options.through_m2_per_kg ?? 1 });
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
