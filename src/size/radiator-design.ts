/**
 * What a square metre of radiator panel does at a temperature, in its hot case.
 *
 *   1. net = eta_f sigma T^4 sum(eps) - sum[eps F qIR + alpha_eol S cos th + alpha_eol a S F g + eps F_a eps_a sigma T_a^4]    (physics/radiator)
 *   1a. eta_f of the panel's temperature, from the catalogue's at 330 K                        (physics/fin, eq. 1a)
 *       or of the sheet written (orbit.platform.radiatorFin), exact at the wanted temperature    (physics/fin, eqs 2-4)
 *   1b. pump share: the catalogue's, or pressure / (density c_p rise efficiency) of the coolant at the panel, written or of the pipe (radiator-loop)
 *   2. hot case: nearest Sun, end-of-life coating, and the highest Sun over an orbit on a face:
 *      sun-edge     cos th = sin(error): yaw steering keeps normal, Sun and nadir at right angles
 *      along-velocity, nadir-zenith     cos th = cos(beta_min - error): the Sun's largest component in the orbit plane
 *      at L1 and about the Sun: sun-edge and along-velocity sin(error), the Sun being square to the velocity; nadir-zenith 1, one face to
 *      the Sun; no Earth in view
 *
 * F is the exact plate-to-sphere factor of each face. g, the sunlit share of the Earth in view, is taken as the cosine of the
 * smallest beta angle of the year: the brightest the Earth gets under the panel; 0 on the terminator itself.
 * The Earth is the mean one, in infrared and albedo. F_a is orbit.platform.arrayView, on every face; the array's back (eps_a) is at its hottest;
 * what the array hides of the Earth is still counted.
 * Area follows with the holes of a life (radiator-holes), safe mode in the cold (radiator-cold).
 * Not in it: view of the body and of other satellites, pumps in reserve.
 */
import { COOLANTS, earthViewFactor, finEfficiencyAt_frac, finRoot_per_K3, radiatingFinEfficiency_frac } from "../physics/index.ts";
import { entryOf, entryValue, type Keep, type Scenario } from "../scenario/index.ts";
import { EARTH_ALBEDO, EARTH_INFRARED_W_PER_M2, RADIANS_PER_DEGREE, SOLAR_CONSTANT_W_PER_M2, STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";
import type { ArrayDesign } from "./array-sizing.ts";
import type { Orbit } from "./load.ts";
import { radiatorLoop } from "./radiator-loop.ts";
import { loopHoles, wallMass_kg_per_m2, type LoopHoles } from "./radiator-holes.ts";
import type { Season } from "./season.ts";
import type { RadiatorAbsorbed } from "./sizing.ts";

export interface RadiatorDesign extends LoopHoles {
  readonly sides: number;
  readonly temperature_K: number;
  readonly netFlux_W_per_m2: number;
  readonly emission_frac: number;
  /** sides * emittance, and (mL)^2 of the fin over the cube of its temperature. */
  readonly bare_frac: number;
  readonly fin_per_K3: number;
  readonly absorbed: RadiatorAbsorbed;
  readonly absorbedHot_W_per_m2: number;
  readonly heatCapacity_J_per_m2_K: number;
  /** Pump power over heat moved. */
  readonly pump_frac: number;
  /** Coolant inlet of the server above the panel's face. */
  readonly drop_K: number;
  readonly areal_kg_per_m2: number;
  readonly stowedThickness_m: number;
  readonly coolant: string;
  readonly freezing_K: number;
  /** The panel must not fall below it. */
  readonly lowest_K: number;
  readonly fed_frac: number;
}

/** At which the catalogue states fin efficiencies. */
const RATED_K = 330;

const COOLANT = { ammonia: "ammonia", water: "water", r134a: "r134a", r245fa: "r245fa", "glycol-water": "glycolWater" } as const;

/** What one square metre of panel does at the wanted temperature; `netFlux` is not positive where it cannot reject heat. `keep` runs what does not follow from its mass. */
export const radiatorDesign = (scenario: Scenario, orbit: Orbit, { season, array, keep }: { readonly season: Season; readonly array: ArrayDesign; readonly keep: Keep }): RadiatorDesign =>
  keep("radiator", weighed, orbit, keep("radiator's panel", panelOf, scenario, orbit, { season, array }));

type Panel = Omit<RadiatorDesign, "temperature_K" | "emission_frac" | "netFlux_W_per_m2" | "areal_kg_per_m2">;

const weighed = ({ platform }: Orbit, panel: Panel): RadiatorDesign =>
  radiatorAt({ ...panel, areal_kg_per_m2: platform.radiatorAreal_kg_per_m2 + wallMass_kg_per_m2(platform, panel.sides) }, platform.radiatorTemperature_K);

const panelOf = (scenario: Scenario, orbit: Orbit, { season, array }: { readonly season: Season; readonly array: ArrayDesign }): Panel => {
  const { platform } = orbit;
  const entry = entryOf(scenario, { kind: "radiators", id: platform.radiator });
  const value = (name: string): number => entryValue(entry, name);
  const coolant = COOLANTS[COOLANT[platform.coolant]];
  const absorbed = absorbedBy(orbit, { season, array }, { sides: value("sides"), emittance_frac: value("emittance"), absorptance_frac: value("absorptanceEol") });
  const { hole_m, holes_per_m2_yr, loop_m2, left_frac } = loopHoles(orbit, season, value("sides"));
  const absorbedHot_W_per_m2 = hottest_W_per_m2(absorbed, season);
  const bare_frac = value("sides") * value("emittance");
  const fin_per_K3 = finRootOf(platform, { sides: value("sides"), emittance_frac: value("emittance"), efficiency_frac: value("finEfficiency") });
  const loop = radiatorLoop(platform, coolant, { netFlux_W_per_m2: netFluxAt({ bare_frac, fin_per_K3, absorbedHot_W_per_m2 }, platform.radiatorTemperature_K), pumpPower_frac: value("pumpPower") });
  return {
    sides: value("sides"),
    bare_frac,
    fin_per_K3,
    hole_m,
    holes_per_m2_yr,
    loop_m2,
    left_frac,
    absorbed,
    absorbedHot_W_per_m2,
    heatCapacity_J_per_m2_K: value("heatCapacity"),
    pump_frac: loop.pump_frac,
    drop_K: loop.drop_K,
    stowedThickness_m: value("stowedThickness"),
    coolant: coolant.name,
    freezing_K: coolant.freezing_K,
    lowest_K: coolant.freezing_K + platform.freezingMargin_K,
    fed_frac: platform.coldFed_frac,
  };
};

/** Of the sheet written, exact at the wanted temperature (physics/fin, eqs 2-4, without sink: eq. 1 takes what comes in off whole); else of the catalogue's. */
const finRootOf = ({ radiatorFin, radiatorTemperature_K: temperature_K }: Orbit["platform"], { sides, emittance_frac, efficiency_frac }: { readonly sides: number; readonly emittance_frac: number; readonly efficiency_frac: number }): number => {
  if (radiatorFin === null) return finRoot_per_K3({ efficiency_frac, temperature_K: RATED_K });
  const key = `${temperature_K} ${emittance_frac} ${sides}`;
  const before = sheetsKnown.get(radiatorFin);
  if (before?.key === key) return before.root_per_K3;
  const sheet = { temperature_K, emittance_frac, sides: sides === 1 ? 1 : 2, conductivity_W_per_m_K: radiatorFin.conductivity_W_per_m_K, thickness_m: radiatorFin.thickness_m, length_m: radiatorFin.length_m };
  const root_per_K3 = finRoot_per_K3({ efficiency_frac: radiatingFinEfficiency_frac(sheet, 0), temperature_K });
  sheetsKnown.set(radiatorFin, { key, root_per_K3 });
  return root_per_K3;
};

/** A loop over platforms meets the same sheet each time, and its fin takes as long as all the rest. */
const sheetsKnown = new WeakMap<NonNullable<Orbit["platform"]["radiatorFin"]>, { readonly key: string; readonly root_per_K3: number }>();

/** The panel at a temperature; field by field, as a copy by spread takes several times as long. */
export const radiatorAt = (design: Omit<RadiatorDesign, "temperature_K" | "emission_frac" | "netFlux_W_per_m2">, temperature_K: number): RadiatorDesign => ({
  sides: design.sides,
  temperature_K,
  netFlux_W_per_m2: netFluxAt(design, temperature_K),
  emission_frac: emissionAt(design, temperature_K),
  bare_frac: design.bare_frac,
  fin_per_K3: design.fin_per_K3,
  hole_m: design.hole_m,
  holes_per_m2_yr: design.holes_per_m2_yr,
  loop_m2: design.loop_m2,
  left_frac: design.left_frac,
  absorbed: design.absorbed,
  absorbedHot_W_per_m2: design.absorbedHot_W_per_m2,
  heatCapacity_J_per_m2_K: design.heatCapacity_J_per_m2_K,
  pump_frac: design.pump_frac,
  drop_K: design.drop_K,
  areal_kg_per_m2: design.areal_kg_per_m2,
  stowedThickness_m: design.stowedThickness_m,
  coolant: design.coolant,
  freezing_K: design.freezing_K,
  lowest_K: design.lowest_K,
  fed_frac: design.fed_frac,
});

type Emission = Pick<RadiatorDesign, "bare_frac" | "fin_per_K3">;
type HotPanel = Emission & Pick<RadiatorDesign, "absorbedHot_W_per_m2">;

/** sides * emittance * fin efficiency at a temperature. */
export const emissionAt = ({ bare_frac, fin_per_K3 }: Emission, temperature_K: number): number => bare_frac * finEfficiencyAt_frac(fin_per_K3, temperature_K);

/** Net of a square metre of panel in the hot case. */
export const netFluxAt = (design: HotPanel, temperature_K: number): number => emissionAt(design, temperature_K) * STEFAN_BOLTZMANN_W_PER_M2_K4 * fourth(temperature_K) - design.absorbedHot_W_per_m2;

export const fourth = (x: number): number => x * x * (x * x);

/** Angles of the faces' normals to nadir: the one a one-sided panel keeps (it sees less of the Earth), and the other. */
const NORMALS_TO_NADIR_DEG = { "sun-edge": [90, 90], "along-velocity": [90, 90], "nadir-zenith": [180, 0] } as const;

interface Coating { readonly sides: number; readonly emittance_frac: number; readonly absorptance_frac: number }

/** Equation 2 by its parts. */
const absorbedBy = (orbit: Orbit, { season, array }: { readonly season: Season; readonly array: ArrayDesign }, { sides, emittance_frac, absorptance_frac }: Coating): RadiatorAbsorbed => {
  const { altitude_km } = season;
  const [kept, other] = NORMALS_TO_NADIR_DEG[orbit.platform.radiatorAttitude];
  const view = (normalToNadir_deg: number): number => (altitude_km === null ? 0 : earthViewFactor({ altitude_km, normalToNadir_deg }));
  const earth_frac = sides === 1 ? view(kept) : view(kept) + view(other);
  return {
    infrared_W_per_m2: emittance_frac * earth_frac * EARTH_INFRARED_W_PER_M2,
    albedo_W_per_m2: absorptance_frac * EARTH_ALBEDO * SOLAR_CONSTANT_W_PER_M2 * earth_frac,
    sun_W_per_m2: absorptance_frac * SOLAR_CONSTANT_W_PER_M2,
    sunCosine: highestSunCosine(orbit, season),
    array_W_per_m2: sides * emittance_frac * orbit.platform.arrayView_frac * array.backGlow_W_per_m2,
  };
};

const highestSunCosine = ({ platform }: Orbit, season: Season): RadiatorAbsorbed["sunCosine"] => {
  if (season.altitude_km === null && platform.radiatorAttitude === "nadir-zenith") return { by: "fixed", cosine: 1 };
  if (season.altitude_km === null || platform.radiatorAttitude === "sun-edge") return { by: "fixed", cosine: Math.sin(platform.solarIncidence_deg * RADIANS_PER_DEGREE) };
  return { by: "beta", error_deg: platform.solarIncidence_deg };
};

/** The year's worst of each part at once. */
const hottest_W_per_m2 = ({ infrared_W_per_m2, albedo_W_per_m2, sun_W_per_m2, sunCosine, array_W_per_m2 }: RadiatorAbsorbed, { nearest_au, betaMin_deg }: Season): number => {
  const cosine = sunCosine.by === "fixed" ? sunCosine.cosine : Math.cos(Math.max(0, betaMin_deg - sunCosine.error_deg) * RADIANS_PER_DEGREE);
  return infrared_W_per_m2 + (albedo_W_per_m2 * Math.cos(betaMin_deg * RADIANS_PER_DEGREE) + sun_W_per_m2 * cosine) / nearest_au ** 2 + array_W_per_m2;
};
