/**
 * Radiator panel for a heat load.
 *
 *   1. net = eta_f sigma T^4 sum(eps) - sum[eps F qIR + alpha_eol S cos th + alpha_eol a S F g]    (physics/radiator)
 *   1a. eta_f of the panel's temperature, from the catalogue's at 330 K                        (physics/fin, eq. 1a)
 *   1b. pump share: the catalogue's, or pressure / (density c_p rise efficiency) of the coolant at the panel (physics/coolants)
 *   2. A = Q / (net x share left of the loops at the end of life: physics/meteoroids, eq. 3a) in the hot case: nearest Sun, end-of-life coating, and the highest Sun over an orbit on a face:
 *      sun-edge     cos th = sin(error): yaw steering keeps normal, Sun and nadir at right angles
 *      along-velocity, nadir-zenith     cos th = cos(beta_min - error): the Sun's largest component in the orbit plane
 *      at L1 and about the Sun: sun-edge and along-velocity sin(error), the Sun being square to the velocity; nadir-zenith 1, one face to
 *      the Sun; no Earth in view
 *   2a. cold case: safe mode, shadow, no Sun: T = ((Q_safe / A' + absorbed) / (emission sigma))^(1/4), A' the share still fed; heater =
 *      A' (emission sigma T_low^4 - absorbed) - Q_safe where T is below T_low = freezing + margin               (physics/radiator-cases)
 *   2b. the panel lasts through the shadow by its own heat where sunlight warms it beforehand by d = (n / s)(exp(s t / C) - 1), n the loss at
 *      T_low, s the chord of the loss to T_low + 30 K, above it everywhere between; else, or beyond 30 K, the battery heats in shadow
 *   3. junction = panel + loop drop + chip rise, at full load
 *
 * F is the exact plate-to-sphere factor of each face. g, the sunlit share of the Earth in view, is taken as the cosine of the
 * smallest beta angle of the year: the brightest the Earth gets under the panel; 0 on the terminator itself.
 * Not in it: view of the array and of other satellites, space debris (no open flux table), pumps in reserve. Meteoroids away from the Earth: those
 * of 1 au, neither focused nor shielded; the mean loss is made up for, not the worst of many platforms.
 */
import { COOLANTS, earthViewFactor, finEfficiencyAt_frac, finRoot_per_K3, loopLeft_frac, METEOROID_DENSITY_G_PER_CM3, meteoroidEarthFactor, meteoroidFlux_per_m2_yr, meteoroidMass_g, panelAbsorbed_W_per_m2, pumpShare_frac, solarFlux_W_per_m2, type PanelFace, type RadiatorPanel } from "../physics/index.ts";
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import { EARTH_ALBEDO, EARTH_INFRARED_W_PER_M2, RADIANS_PER_DEGREE, STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";
import type { Orbit, ServerLoad } from "./load.ts";
import type { Season } from "./season.ts";
import type { HeatChain, RadiatorSizing } from "./sizing.ts";

export interface RadiatorDesign {
  readonly sides: number;
  readonly temperature_K: number;
  readonly netFlux_W_per_m2: number;
  readonly emission_frac: number;
  /** sides * emittance, and (mL)^2 of the fin over the cube of its temperature. */
  readonly bare_frac: number;
  readonly fin_per_K3: number;
  /** Holes that open a loop, a m2 of panel and year; what one loop feeds, and the share of many still fed at the end of life. */
  readonly holes_per_m2_yr: number;
  readonly loop_m2: number;
  readonly left_frac: number;
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
/** Mean speed of meteoroids far from the Earth (Grun et al. 1985). */
const METEOROID_KM_PER_S = 20;

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
  const { holes_per_m2_yr, left_frac } = meteoroidLoss(orbit, season, value("sides"));
  const design = {
    sides: value("sides"),
    bare_frac: value("sides") * value("emittance"),
    fin_per_K3: finRoot_per_K3({ efficiency_frac: value("finEfficiency"), temperature_K: RATED_K }),
    holes_per_m2_yr,
    loop_m2: platform.radiatorLoop_m2,
    left_frac,
    absorbedHot_W_per_m2: panelAbsorbed_W_per_m2(panel, hot),
    absorbedShadow_W_per_m2: panelAbsorbed_W_per_m2(panel, { solarFlux_W_per_m2: 0, earthInfrared_W_per_m2: EARTH_INFRARED_W_PER_M2, albedo_frac: EARTH_ALBEDO, sunlitEarth_frac: hot.sunlitEarth_frac }),
    heatCapacity_J_per_m2_K: value("heatCapacity"),
    pump_frac: platform.pumpPressure_Pa === null ? value("pumpPower") : pumpShare_frac(coolant, { pressureRise_Pa: platform.pumpPressure_Pa, rise_K: platform.coolantRise_K, efficiency_frac: platform.pumpEfficiency_frac, temperature_K: platform.radiatorTemperature_K }),
    areal_kg_per_m2: platform.radiatorAreal_kg_per_m2,
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
const emissionAt = ({ bare_frac, fin_per_K3 }: Emission, temperature_K: number): number => bare_frac * finEfficiencyAt_frac(fin_per_K3, temperature_K);

/** Net of a square metre of panel in the hot case. */
export const netFluxAt = (design: HotPanel, temperature_K: number): number => emissionAt(design, temperature_K) * STEFAN_BOLTZMANN_W_PER_M2_K4 * fourth(temperature_K) - design.absorbedHot_W_per_m2;

const fourth = (x: number): number => x * x * (x * x);

/** Panel that rejects a heat in the hot case when the life's holes have closed their loops. */
export const panelArea_m2 = ({ netFlux_W_per_m2, loop_m2, left_frac }: RadiatorDesign, heat_W: number): number => {
  const need_m2 = heat_W / netFlux_W_per_m2;
  const k_per_m2 = -Math.log(left_frac) / loop_m2;
  // A panel smaller than a loop is one loop: A = need exp(k A), from below to its least root, which is there up to k need = 1/e.
  if (!(need_m2 < loop_m2 && k_per_m2 * need_m2 < 1 / Math.E)) return need_m2 / left_frac;
  let area_m2 = need_m2;
  for (let i = 0; i < 100; i++) {
    const next_m2 = need_m2 * Math.exp(k_per_m2 * area_m2);
    if (next_m2 - area_m2 <= 1e-15 * area_m2) break;
    area_m2 = next_m2;
  }
  return area_m2 < loop_m2 ? area_m2 : need_m2 / left_frac;
};

const meteoroidLoss = ({ platform, life_yr }: Orbit, { altitude_km }: Season, sides: number): Pick<RadiatorDesign, "holes_per_m2_yr" | "left_frac"> => {
  const mass_g = meteoroidMass_g({ diameter_mm: platform.radiatorHole_m * 1000, density_g_per_cm3: METEOROID_DENSITY_G_PER_CM3 });
  const flux_per_m2_yr = meteoroidFlux_per_m2_yr(mass_g) * (altitude_km === null ? 1 : meteoroidEarthFactor({ altitude_km, speed_km_per_s: METEOROID_KM_PER_S }));
  const panel = { sides: sides === 1 ? 1 : 2, exposed_frac: platform.radiatorExposed_frac, flux_per_m2_yr, loopArea_m2: platform.radiatorLoop_m2 } as const;
  return { holes_per_m2_yr: flux_per_m2_yr * panel.sides * panel.exposed_frac, left_frac: loopLeft_frac(panel, life_yr) };
};

/** What meteoroids do to a panel over the life. */
export const holesOf = ({ platform: { radiatorExposed_frac }, life_yr }: Orbit, { sides, holes_per_m2_yr, loop_m2 }: RadiatorDesign, area_m2: number): RadiatorSizing["holes"] => ({
  flux_per_m2_yr: radiatorExposed_frac === 0 ? 0 : holes_per_m2_yr / (sides * radiatorExposed_frac),
  punctures: holes_per_m2_yr * area_m2 * life_yr,
  loops: Math.max(1, area_m2 / loop_m2),
  left_frac: Math.exp(-holes_per_m2_yr * life_yr * Math.min(loop_m2, area_m2)),
});

/** Heater of safe mode: in sunlight, and what the battery must carry of it in shadow. */
export interface ColdHeater {
  readonly heater_W: number;
  readonly inShadow_W: number;
  /** By which sunlight warms the panel above its lowest temperature, to last through the shadow; 0 where the battery heats. */
  readonly preheat_K: number;
}

/** Farthest that sunlight may warm the panel beforehand. */
const PREHEAT_MOST_K = 30;

/** Heater that keeps the fed panel from freezing in safe mode; 0 where its own heat and the Earth's do. */
export const coldHeater = (design: RadiatorDesign, { area_m2, heat_W, shadow_s }: { readonly area_m2: number; readonly heat_W: number; readonly shadow_s: number }): ColdHeater => {
  const fed_m2 = area_m2 * design.fed_frac;
  const emission_W_per_m2_K4 = emissionAt(design, design.lowest_K) * STEFAN_BOLTZMANN_W_PER_M2_K4;
  const kept_W_per_m2 = design.absorbedShadow_W_per_m2 + heat_W / fed_m2;
  const loss_W_per_m2 = emission_W_per_m2_K4 * fourth(design.lowest_K) - kept_W_per_m2;
  if (loss_W_per_m2 <= 0) return NO_HEATER;
  const chord_W_per_m2_K = (emission_W_per_m2_K4 * (fourth(design.lowest_K + PREHEAT_MOST_K) - fourth(design.lowest_K))) / PREHEAT_MOST_K;
  const preheat_K = (loss_W_per_m2 / chord_W_per_m2_K) * Math.expm1((chord_W_per_m2_K * shadow_s) / design.heatCapacity_J_per_m2_K);
  if (preheat_K > PREHEAT_MOST_K) return { heater_W: fed_m2 * loss_W_per_m2, inShadow_W: fed_m2 * loss_W_per_m2, preheat_K: 0 };
  return { heater_W: fed_m2 * (emission_W_per_m2_K4 * (design.lowest_K + preheat_K) ** 4 - kept_W_per_m2), inShadow_W: 0, preheat_K };
};

const NO_HEATER: ColdHeater = { heater_W: 0, inShadow_W: 0, preheat_K: 0 };

/** Where the fed panel falls to in safe mode without a heater. */
export const unheated_K = (design: RadiatorDesign, { area_m2, heat_W }: { readonly area_m2: number; readonly heat_W: number }): number =>
  ((heat_W / (area_m2 * design.fed_frac) + design.absorbedShadow_W_per_m2) / (emissionAt(design, design.lowest_K) * STEFAN_BOLTZMANN_W_PER_M2_K4)) ** 0.25;

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

/** Temperatures from panel to junction at nameplate load. */
export const heatChain = (orbit: Orbit, load: ServerLoad, panel_K: number): HeatChain => {
  const coolant_K = panel_K + orbit.platform.loopDrop_K;
  return { panel_K, coolant_K, coolantMax_K: load.coolantMax_K, junction_K: coolant_K + load.chipRise_K * (load.itPeak_W / load.itNameplate_W), junctionMax_K: load.junctionMax_K };
};
