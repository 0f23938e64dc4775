/**
 * spacedc-mdao: its 1 MW orbital cluster, from load to levelised cost.
 *
 * (1) bus load = IT (1 + housekeeping)/(1 - pump share); shadow of a cylinder at its beta
 * (2) array end of life = load (1 + dark/(sunlit * battery efficiency)); first = end/(1 - degradation)^years
 * (3) battery = load * dark time/depth of discharge
 * (4) mass: chips twice, array, battery, radiator, links, avionics, then structure 20 % and margin 20 %; propellant for drag
 *     and 5 % more for formation by the rocket equation
 * (5) failures: rate = base + dose/tolerance per year + upsets; mean survival (1 - exp(-lT))/(lT), plus spares
 * (6) delivered = peak * sustained * survival * recovery * utilisation * link share; link share = weather * min(1, downlink/needed),
 *     needed = compute before links * bits per FLOP
 * The radiator's area is spacedc-radiator.ts. Source and faults: spacedc-cost.ts.
 * Limits: only where neither power nor heat throttles compute, as in its scenarios.
 */
import { circularSpeed_km_per_s, keplerianPeriod_s, meanSurvival_frac, propellantMass_kg } from "../physics/index.ts";
import { EARTH_RADIUS_KM, HOUR_S, JULIAN_YEAR_S, RADIANS_PER_DEGREE } from "../units/index.ts";
import { spacedcChips, spacedcCost, spacedcIt_W } from "./spacedc-cost.ts";
import type { SpacedcChips, SpacedcCost } from "./spacedc-cost.ts";
import { spacedcPanel, spacedcRadiator_m2 } from "./spacedc-radiator.ts";
import type { SpacedcPanel } from "./spacedc-radiator.ts";

export type SpacedcOrbit = SpacedcChips & {
  readonly satellites: number;
  readonly altitude_km: number;
  readonly beta_deg: number;
  readonly housekeeping_frac: number;
  readonly pump_frac: number;
  readonly array: { readonly power_W_per_kg: number; readonly degradation_per_year: number; readonly usd_per_W: number };
  readonly battery: {
    readonly energy_Wh_per_kg: number;
    readonly depth_frac: number;
    readonly roundTrip_frac: number;
    readonly usd_per_Wh: number;
  };
  readonly radiator: {
    readonly surface: SpacedcPanel;
    readonly panel_kg_per_m2: number;
    readonly coolant_kg_per_kW: number;
    readonly usd_per_m2: number;
  };
  readonly mass: {
    readonly chip_kg: number;
    readonly payload_factor: number;
    readonly links_kg: number;
    readonly avionics_kg: number;
    readonly structure_frac: number;
    readonly margin_frac: number;
  };
  readonly drag: {
    readonly density_kg_per_m3: number;
    readonly area_m2_per_satellite: number;
    readonly coefficient: number;
    readonly formation_frac: number;
    readonly specificImpulse_s: number;
  };
  readonly failures: {
    readonly base_per_year: number;
    readonly dose_krad_per_year: number;
    readonly tolerance_krad: number;
    readonly upset_per_year: number;
    readonly spare_frac: number;
    readonly recovery_frac: number;
  };
  readonly cost: {
    readonly bus_usd: number;
    readonly links_usd: number;
    readonly launch_usd_per_kg: number;
    readonly groundSegment_usd: number;
    readonly operations_usd_per_year: number;
  };
  readonly downlink: { readonly weather_frac: number; readonly room_Gbps: number; readonly need_bits_per_FLOP: number };
};

/** Its scenario orbital_1mw_inference with the catalogue values it points to. */
export const spacedcOrbitDefaults: SpacedcOrbit = {
  ...spacedcChips,
  satellites: 64,
  altitude_km: 650,
  beta_deg: 0,
  housekeeping_frac: 0.1,
  pump_frac: 0.02,
  array: { power_W_per_kg: 100, degradation_per_year: 0.02, usd_per_W: 50 },
  battery: { energy_Wh_per_kg: 150, depth_frac: 0.4, roundTrip_frac: 0.9, usd_per_Wh: 0.5 },
  radiator: { surface: spacedcPanel, panel_kg_per_m2: 7, coolant_kg_per_kW: 3.5, usd_per_m2: 5000 },
  mass: { chip_kg: 1.5, payload_factor: 2, links_kg: 30, avionics_kg: 60, structure_frac: 0.2, margin_frac: 0.2 },
  // Its density table is log-linear between 600 km (1.2e-13) and 700 km (4e-14): the mean of the logarithms at 650 km.
  drag: {
    density_kg_per_m3: Math.sqrt(1.2e-13 * 4e-14),
    area_m2_per_satellite: 20,
    coefficient: 2.2,
    formation_frac: 0.05,
    specificImpulse_s: 220,
  },
  // Upsets: 0.03/y at its reference flux, times susceptibility 1, times 0.2 not caught by error correction.
  failures: {
    base_per_year: 0.05,
    dose_krad_per_year: 1,
    tolerance_krad: 20,
    upset_per_year: 0.03 * 0.2,
    spare_frac: 0.05,
    recovery_frac: 0.99,
  },
  cost: { bus_usd: 2e6, links_usd: 5e5, launch_usd_per_kg: 3000, groundSegment_usd: 20e6, operations_usd_per_year: 5e6 },
  downlink: { weather_frac: 0.75, room_Gbps: 200, need_bits_per_FLOP: 1e-8 },
};

/** Its scenario orbital_multimodal_inference: the same cluster, 200 times the bits returned. */
export const spacedcMultimodal: SpacedcOrbit = { ...spacedcOrbitDefaults, downlink: { weather_frac: 0.75, room_Gbps: 200, need_bits_per_FLOP: 2e-6 } };

/** Its scenario orbital_mccalip_optimistic: speculative launch, cheap bus, light array, panel and battery, nothing sent down. */
export const spacedcMccalip: SpacedcOrbit = {
  ...spacedcOrbitDefaults,
  array: { power_W_per_kg: 150, degradation_per_year: 0.02, usd_per_W: 60 },
  battery: { energy_Wh_per_kg: 250, depth_frac: 0.4, roundTrip_frac: 0.9, usd_per_Wh: 0.7 },
  radiator: { ...spacedcOrbitDefaults.radiator, panel_kg_per_m2: 4 },
  cost: { ...spacedcOrbitDefaults.cost, bus_usd: 3e5, launch_usd_per_kg: 200 },
  downlink: { weather_frac: 1, room_Gbps: 200, need_bits_per_FLOP: 1e-8 },
};

export type SpacedcOrbitCost = SpacedcCost & {
  readonly busLoad_W: number;
  readonly sunlit_frac: number;
  readonly arrayFirst_W: number;
  readonly battery_Wh: number;
  readonly array_kg: number;
  readonly battery_kg: number;
  readonly radiator_m2: number;
  readonly radiator_kg: number;
  readonly structure_kg: number;
  readonly margin_kg: number;
  readonly propellant_kg: number;
  readonly launched_kg: number;
  readonly solar_usd: number;
  readonly battery_usd: number;
  readonly radiator_usd: number;
  readonly launch_usd: number;
  readonly failures: number;
  readonly available_frac: number;
  readonly link_frac: number;
  readonly delivered_frac: number;
  readonly kg_per_kW: number;
};

/** Equations (1) to (6). */
export function spacedcOrbit(model: SpacedcOrbit): SpacedcOrbitCost {
  const power = powerOf(model);
  const masses = massOf(model, power);
  const loss = failuresOf(model);
  const { cost } = model;
  const launch_usd = masses.launched_kg * cost.launch_usd_per_kg;
  const radiator_usd = masses.radiator_m2 * model.radiator.usd_per_m2;
  const satellites_usd = model.satellites * (cost.bus_usd + cost.links_usd) + radiator_usd;
  const capital_usd =
    model.chips * model.chip_usd + power.solar_usd + power.battery_usd + satellites_usd + launch_usd + cost.groundSegment_usd;
  const replacement_usd = model.chip_usd + model.mass.chip_kg * model.mass.payload_factor * cost.launch_usd_per_kg;
  const annual_usd = cost.operations_usd_per_year + (loss.failures * replacement_usd) / model.mission_years;
  const link_frac = linkShare(model, loss.available_frac);
  const delivered_frac = model.sustained_frac * loss.available_frac * model.utilisation_frac * link_frac;
  const kg_per_kW = (masses.launched_kg - masses.propellant_kg) / (spacedcIt_W(model) / 1000);
  return { ...spacedcCost(model, { capital_usd, annual_usd, delivered_frac }), ...power, ...masses, ...loss, radiator_usd, launch_usd, link_frac, delivered_frac, kg_per_kW };
}

/** Equation (6): weather over the optical stations times what the downlink can carry of what the work returns. */
function linkShare({ chips, chip_TFLOPS, sustained_frac, utilisation_frac, downlink }: SpacedcOrbit, available_frac: number): number {
  const compute_FLOPS = chips * chip_TFLOPS * 1e12 * sustained_frac * utilisation_frac * available_frac;
  return downlink.weather_frac * Math.min(1, (downlink.room_Gbps * 1e9) / (compute_FLOPS * downlink.need_bits_per_FLOP));
}

type Power = Pick<SpacedcOrbitCost, "busLoad_W" | "sunlit_frac" | "arrayFirst_W" | "battery_Wh" | "array_kg" | "battery_kg" | "solar_usd" | "battery_usd">;

/** Equations (1) to (3). */
function powerOf(model: SpacedcOrbit): Power {
  const { array, battery } = model;
  const busLoad_W = (spacedcIt_W(model) * (1 + model.housekeeping_frac)) / (1 - model.pump_frac);
  const dark_frac = cylinderShadow_frac(model);
  const sunlit_frac = 1 - dark_frac;
  const arrayEnd_W = busLoad_W * (1 + dark_frac / sunlit_frac / battery.roundTrip_frac);
  const arrayFirst_W = arrayEnd_W / (1 - array.degradation_per_year) ** model.mission_years;
  const dark_h = (dark_frac * keplerianPeriod_s(model.altitude_km)) / HOUR_S;
  const battery_Wh = (busLoad_W * dark_h) / battery.depth_frac;
  return {
    busLoad_W,
    sunlit_frac,
    arrayFirst_W,
    battery_Wh,
    array_kg: arrayFirst_W / array.power_W_per_kg,
    battery_kg: battery_Wh / battery.energy_Wh_per_kg,
    solar_usd: arrayFirst_W * array.usd_per_W,
    battery_usd: battery_Wh * battery.usd_per_Wh,
  };
}

/** Share of a circular orbit inside the Earth's cylinder: acos(sqrt(r^2 - R^2)/(r cos beta))/pi, 0 if it misses. */
function cylinderShadow_frac({ altitude_km, beta_deg }: SpacedcOrbit): number {
  const radius_km = EARTH_RADIUS_KM + altitude_km;
  const cosine = Math.sqrt(radius_km ** 2 - EARTH_RADIUS_KM ** 2) / (radius_km * Math.cos(beta_deg * RADIANS_PER_DEGREE));
  return cosine >= 1 ? 0 : Math.acos(cosine) / Math.PI;
}

/** Equation (4). */
function massOf(
  model: SpacedcOrbit,
  { array_kg, battery_kg, busLoad_W }: Power,
): Pick<SpacedcOrbitCost, "radiator_m2" | "radiator_kg" | "structure_kg" | "margin_kg" | "propellant_kg" | "launched_kg"> {
  const { mass, satellites, radiator } = model;
  const radiator_m2 = spacedcRadiator_m2(radiator.surface, { heat_W: busLoad_W, chip_W: model.chip_W });
  const radiator_kg = radiator_m2 * radiator.panel_kg_per_m2 + (busLoad_W / 1000) * radiator.coolant_kg_per_kW;
  const parts_kg =
    model.chips * mass.chip_kg * mass.payload_factor +
    array_kg +
    battery_kg +
    radiator_kg +
    satellites * (mass.links_kg + mass.avionics_kg);
  const structure_kg = mass.structure_frac * parts_kg;
  const margin_kg = mass.margin_frac * (parts_kg + structure_kg);
  const dry_kg = parts_kg + structure_kg + margin_kg;
  const propellant_kg = propellantMass_kg({ dry_kg, isp_s: model.drag.specificImpulse_s, speed_m_per_s: deltaV_m_per_s(model, dry_kg) });
  return { radiator_m2, radiator_kg, structure_kg, margin_kg, propellant_kg, launched_kg: dry_kg + propellant_kg };
}

/** Drag of the whole cluster over the mission, plus the formation's share of it. */
function deltaV_m_per_s({ altitude_km, satellites, mission_years, drag }: SpacedcOrbit, dry_kg: number): number {
  const speed_m_per_s = circularSpeed_km_per_s(altitude_km) * 1000;
  const force_N = 0.5 * drag.density_kg_per_m3 * speed_m_per_s ** 2 * drag.coefficient * drag.area_m2_per_satellite * satellites;
  return (force_N / dry_kg) * JULIAN_YEAR_S * mission_years * (1 + drag.formation_frac);
}

/** Equation (5). */
function failuresOf({ chips, mission_years, failures }: SpacedcOrbit): { readonly failures: number; readonly available_frac: number } {
  const rate_per_year = failures.base_per_year + failures.dose_krad_per_year / failures.tolerance_krad + failures.upset_per_year;
  const surviving_frac = meanSurvival_frac({ rate_per_yr: rate_per_year, life_yr: mission_years });
  return {
    failures: chips * surviving_frac * rate_per_year * mission_years,
    available_frac: failures.recovery_frac * Math.min(1, surviving_frac + failures.spare_frac),
  };
}
