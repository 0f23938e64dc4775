/**
 * What a square metre of radiator panel does at a temperature, in its hot case.
 *
 *   1. net = eta_f sigma T^4 sum(eps) - sum[eps F qIR + alpha_eol S cos th + alpha_eol a S F g]    (physics/radiator)
 *   1a. eta_f of the panel's temperature, from the catalogue's at 330 K                        (physics/fin, eq. 1a)
 *   1b. pump share: the catalogue's, or pressure / (density c_p rise efficiency) of the coolant at the panel (physics/coolants)
 *   2. hot case: nearest Sun, end-of-life coating, and the highest Sun over an orbit on a face:
 *      sun-edge     cos th = sin(error): yaw steering keeps normal, Sun and nadir at right angles
 *      along-velocity, nadir-zenith     cos th = cos(beta_min - error): the Sun's largest component in the orbit plane
 *      at L1 and about the Sun: sun-edge and along-velocity sin(error), the Sun being square to the velocity; nadir-zenith 1, one face to
 *      the Sun; no Earth in view
 *
 * F is the exact plate-to-sphere factor of each face. g, the sunlit share of the Earth in view, is taken as the cosine of the
 * smallest beta angle of the year: the brightest the Earth gets under the panel; 0 on the terminator itself.
 * Area follows with the holes of a life (radiator-holes), safe mode in the cold (radiator-cold).
 * Not in it: view of the array and of other satellites, pumps in reserve.
 */
import { COOLANTS, earthViewFactor, finEfficiencyAt_frac, finRoot_per_K3, panelAbsorbed_W_per_m2, pumpShare_frac, solarFlux_W_per_m2, type PanelFace, type RadiatorPanel } from "../physics/index.ts";
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import { EARTH_ALBEDO, EARTH_INFRARED_W_PER_M2, RADIANS_PER_DEGREE, STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";
import type { Orbit } from "./load.ts";
import { loopHoles, wallMass_kg_per_m2, type LoopHoles } from "./radiator-holes.ts";
import type { Season } from "./season.ts";

export interface RadiatorDesign extends LoopHoles {
  readonly sides: number;
  readonly temperature_K: number;
  readonly netFlux_W_per_m2: number;
  readonly emission_frac: number;
  /** sides * emittance, and (mL)^2 of the fin over the cube of its temperature. */
  readonly bare_frac: number;
  readonly fin_per_K3: number;
  readonly absorbedHot_W_per_m2: number;
  readonly absorbedShadow_W_per_m2: number;
  readonly heatCapacity_J_per_m2_K: number;
  /** Pump power over heat moved. */
  readonly pump_frac: number;
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

/** What one square metre of panel does at the wanted temperature; `netFlux` is not positive where it cannot reject heat. */
export const radiatorDesign = (scenario: Scenario, orbit: Orbit, season: Season): RadiatorDesign => {
  const { platform } = orbit;
  const entry = entryOf(scenario, { kind: "radiators", id: platform.radiator });
  const value = (name: string): number => entryValue(entry, name);
  const coolant = COOLANTS[COOLANT[platform.coolant]];
  const panel = panelOf(orbit, season, { sides: value("sides"), emittance_frac: value("emittance"), absorptance_frac: value("absorptanceEol"), finEfficiency_frac: value("finEfficiency") });
  const hot = {
    solarFlux_W_per_m2: solarFlux_W_per_m2(season.nearest_au),
    earthInfrared_W_per_m2: EARTH_INFRARED_W_PER_M2,
    albedo_frac: EARTH_ALBEDO,
    sunlitEarth_frac: Math.cos(season.betaMin_deg * RADIANS_PER_DEGREE),
  };
  const { hole_m, holes_per_m2_yr, loop_m2, left_frac } = loopHoles(orbit, season, value("sides"));
  const design = {
    sides: value("sides"),
    bare_frac: value("sides") * value("emittance"),
    fin_per_K3: finRoot_per_K3({ efficiency_frac: value("finEfficiency"), temperature_K: RATED_K }),
    hole_m,
    holes_per_m2_yr,
    loop_m2,
    left_frac,
    absorbedHot_W_per_m2: panelAbsorbed_W_per_m2(panel, hot),
    absorbedShadow_W_per_m2: panelAbsorbed_W_per_m2(panel, { solarFlux_W_per_m2: 0, earthInfrared_W_per_m2: EARTH_INFRARED_W_PER_M2, albedo_frac: EARTH_ALBEDO, sunlitEarth_frac: hot.sunlitEarth_frac }),
    heatCapacity_J_per_m2_K: value("heatCapacity"),
    pump_frac: platform.pumpPressure_Pa === null ? value("pumpPower") : pumpShare_frac(coolant, { pressureRise_Pa: platform.pumpPressure_Pa, rise_K: platform.coolantRise_K, efficiency_frac: platform.pumpEfficiency_frac, temperature_K: platform.radiatorTemperature_K }),
    areal_kg_per_m2: platform.radiatorAreal_kg_per_m2 + wallMass_kg_per_m2(platform, value("sides")),
    stowedThickness_m: value("stowedThickness"),
    coolant: coolant.name,
    freezing_K: coolant.freezing_K,
    lowest_K: coolant.freezing_K + platform.freezingMargin_K,
    fed_frac: platform.coldFed_frac,
  };
  return radiatorAt(design, platform.radiatorTemperature_K);
};

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
  absorbedHot_W_per_m2: design.absorbedHot_W_per_m2,
  absorbedShadow_W_per_m2: design.absorbedShadow_W_per_m2,
  heatCapacity_J_per_m2_K: design.heatCapacity_J_per_m2_K,
  pump_frac: design.pump_frac,
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

/** Highest cosine of the Sun to the kept face's normal over an orbit. */
const highestSunCosine = ({ platform }: Orbit, season: Season): number => {
  if (season.altitude_km === null && platform.radiatorAttitude === "nadir-zenith") return 1;
  if (season.altitude_km === null || platform.radiatorAttitude === "sun-edge") return Math.sin(platform.solarIncidence_deg * RADIANS_PER_DEGREE);
  return Math.cos(Math.max(0, season.betaMin_deg - platform.solarIncidence_deg) * RADIANS_PER_DEGREE);
};

const panelOf = (orbit: Orbit, season: Season, coating: { readonly sides: number; readonly emittance_frac: number; readonly absorptance_frac: number; readonly finEfficiency_frac: number }): RadiatorPanel => {
  const face = (normalToNadir_deg: number, sunCosine: number): PanelFace => ({
    emittance_frac: coating.emittance_frac,
    absorptance_frac: coating.absorptance_frac,
    earthView_frac: season.altitude_km === null ? 0 : earthViewFactor({ altitude_km: season.altitude_km, normalToNadir_deg }),
    sunCosine,
  });
  const [kept, other] = NORMALS_TO_NADIR_DEG[orbit.platform.radiatorAttitude];
  const lit = face(kept, highestSunCosine(orbit, season));
  return { faces: coating.sides === 1 ? [lit] : [lit, face(other, 0)], finEfficiency_frac: coating.finEfficiency_frac };
};
