/**
 * 007jedgar's projection: mass and money of a cluster in orbit, and ten years of it beside a site on Earth.
 *
 * (1) array = load/solar availability; mass = chips, panels, loops, array, harness, switches, terminals, robots
 *     + structure 40 % of electronics, then 2 % for attitude control
 * (2) orbit = hardware + mass * launch price + years (10 % of chips + 5 % of all else + 3 % of everything)
 * (3) Earth = chips + construction * PUE + years (energy + water + land + labour + 2.5 % of construction)
 * (4) radiator area = heat/(eps sigma (T^4 - T_env^4)), one side
 * Source: 007jedgar/space-data-center-model @da2e934 src/lib (payload, Earth, thermal models) with the page's defaults; formulas rewritten.
 */
import { STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";
import type { ModelCard } from "./card.ts";

export const jedgar: ModelCard = {
  id: "jedgar",
  title: "007jedgar, space data center model",
  source: "007jedgar/space-data-center-model @da2e934 src/lib/{payload,earth-dc,thermal,structure}-model.ts",
  asOf: "read 2026-11",
  grade: "rebuilt term by term",
  evidence: "run here by its own code",
  boundary: "chips, switches, array at 300,000 $/kW, radiator, robots, launch, 18 % a year of upkeep in orbit; chips, construction, energy, water, land, labour on Earth. Ten years, undiscounted",
  faults: [
    "space at 3.5 K is all that a radiator sees: no Earth infrared, no albedo, no sunlight on it; one side radiates",
    "the array is 1/0.6 of the load for every orbit, and no battery is weighed or bought for the dark rest",
    "avionics, propellant and bus are not bought; structure and attitude control are launched for nothing",
    "chips are renewed at 10 % a year in orbit and never on Earth over ten years",
    "labour is clamped to at least 25 people: a cluster of one rack would pay for them all",
    "the radiator is sold by the kilowatt: its area (one side) does not enter cost or mass",
  ],
};

export type JedgarShared = {
  readonly chips: number;
  readonly chip_W: number;
  readonly chip_usd: number;
  readonly years: number;
};

export type JedgarOrbit = JedgarShared & {
  readonly chip_kg: number;
  readonly solar_frac: number;
  readonly array_kg_per_kW: number;
  readonly array_usd_per_kW: number;
  readonly radiator_kg_per_kW: number;
  readonly radiator_usd_per_kW: number;
  readonly loop_kg_per_kW: number;
  readonly harness_kg_per_kW: number;
  readonly switch_kg_per_chip: number;
  readonly switch_usd_per_chip: number;
  readonly link_Gbps_per_chip: number;
  readonly link_kg_per_Gbps: number;
  readonly link_usd_per_Gbps: number;
  readonly chips_per_robot: number;
  readonly robot_kg: number;
  readonly robot_usd: number;
  readonly structure_factor: number;
  readonly attitude_frac: number;
  readonly launch_usd_per_kg: number;
  readonly refresh_per_year: number;
  readonly upkeep_per_year: number;
  readonly insurance_per_year: number;
};

const shared: JedgarShared = { chips: 30_000, chip_W: 700, chip_usd: 30_000, years: 10 };

/** H100 behind loop-heat-pipe panels on a projected Starship. */
export const jedgarOrbitDefaults: JedgarOrbit = {
  ...shared,
  chip_kg: 2.4,
  solar_frac: 0.6,
  array_kg_per_kW: 5,
  array_usd_per_kW: 300_000,
  radiator_kg_per_kW: 5,
  radiator_usd_per_kW: 20_000,
  loop_kg_per_kW: 0.4,
  harness_kg_per_kW: 0.3,
  switch_kg_per_chip: 30 / 8,
  switch_usd_per_chip: 30_000 / 8,
  link_Gbps_per_chip: 0.1,
  link_kg_per_Gbps: 0.05,
  link_usd_per_Gbps: 50,
  chips_per_robot: 10_000,
  robot_kg: 500,
  robot_usd: 5e6,
  structure_factor: 1.4,
  attitude_frac: 0.02,
  launch_usd_per_kg: 100,
  refresh_per_year: 0.1,
  upkeep_per_year: 0.05,
  insurance_per_year: 0.03,
};

export type JedgarParts = {
  readonly chips: number;
  readonly array: number;
  readonly radiator: number;
  readonly switches: number;
  readonly links: number;
  readonly robots: number;
};

export type JedgarOrbitCost = {
  readonly load_kW: number;
  readonly array_kW: number;
  /** Loops stand with the radiator, the harness with the array. */
  readonly parts_kg: JedgarParts & { readonly structure: number; readonly attitude: number };
  readonly parts_usd: JedgarParts;
  readonly mass_kg: number;
  readonly launch_usd: number;
  readonly capital_usd: number;
  readonly upkeep_usd_per_year: number;
  readonly total_usd: number;
};

/** Equations (1) and (2). */
export function jedgarOrbit(model: JedgarOrbit): JedgarOrbitCost {
  const load_kW = (model.chips * model.chip_W) / 1000;
  const array_kW = load_kW / model.solar_frac;
  const robots = Math.ceil(model.chips / model.chips_per_robot);
  const link_Gbps = model.chips * model.link_Gbps_per_chip;
  const parts_usd: JedgarParts = {
    chips: model.chips * model.chip_usd,
    array: array_kW * model.array_usd_per_kW,
    radiator: load_kW * model.radiator_usd_per_kW,
    switches: model.chips * model.switch_usd_per_chip,
    links: link_Gbps * model.link_usd_per_Gbps,
    robots: robots * model.robot_usd,
  };
  const bare_kg: JedgarParts = {
    chips: model.chips * model.chip_kg,
    array: array_kW * model.array_kg_per_kW + load_kW * model.harness_kg_per_kW,
    radiator: load_kW * (model.radiator_kg_per_kW + model.loop_kg_per_kW),
    switches: model.chips * model.switch_kg_per_chip,
    links: link_Gbps * model.link_kg_per_Gbps,
    robots: robots * model.robot_kg,
  };
  const structure = (bare_kg.chips + bare_kg.switches + bare_kg.links) * (model.structure_factor - 1);
  const attitude = (total(bare_kg) + structure) * model.attitude_frac;
  const mass_kg = total(bare_kg) + structure + attitude;
  const launch_usd = mass_kg * model.launch_usd_per_kg;
  const capital_usd = total(parts_usd) + launch_usd;
  const upkeep_usd_per_year =
    parts_usd.chips * model.refresh_per_year + (capital_usd - parts_usd.chips) * model.upkeep_per_year + capital_usd * model.insurance_per_year;
  return {
    load_kW,
    array_kW,
    parts_kg: { ...bare_kg, structure, attitude },
    parts_usd,
    mass_kg,
    launch_usd,
    capital_usd,
    upkeep_usd_per_year,
    total_usd: capital_usd + model.years * upkeep_usd_per_year,
  };
}

export type JedgarGround = JedgarShared & {
  readonly pue: number;
  readonly construction_usd_per_MW: number;
  readonly energy_usd_per_kWh: number;
  readonly water_gal_per_kWh: number;
  readonly water_usd_per_gal: number;
  readonly land_acre_per_MW: number;
  readonly land_usd_per_acre_year: number;
  readonly people: number;
  readonly person_usd_per_year: number;
  readonly upkeep_per_year: number;
  readonly permits_per_year: number;
  readonly hours_per_year: number;
};

/** Its average of the United States; 25 people is the least that it ever counts. */
export const jedgarGroundDefaults: JedgarGround = {
  ...shared,
  pue: 1.3,
  construction_usd_per_MW: 8e6,
  energy_usd_per_kWh: 0.07,
  water_gal_per_kWh: 1.5,
  water_usd_per_gal: 0.003,
  land_acre_per_MW: 0.5,
  land_usd_per_acre_year: 15_000,
  people: 25,
  person_usd_per_year: 95_000,
  upkeep_per_year: 0.02,
  permits_per_year: 0.005,
  hours_per_year: 8760,
};

export type JedgarGroundCost = {
  readonly chips_usd: number;
  readonly construction_usd: number;
  readonly energy_usd_per_year: number;
  readonly water_usd_per_year: number;
  readonly land_usd_per_year: number;
  readonly labour_usd_per_year: number;
  readonly upkeep_usd_per_year: number;
  readonly total_usd: number;
};

/** Equation (3). */
export function jedgarGround(site: JedgarGround): JedgarGroundCost {
  const load_kW = (site.chips * site.chip_W) / 1000;
  const facility_MW = (load_kW * site.pue) / 1000;
  const chips_usd = site.chips * site.chip_usd;
  const construction_usd = facility_MW * site.construction_usd_per_MW;
  const energy_usd_per_year = load_kW * site.pue * site.hours_per_year * site.energy_usd_per_kWh;
  const water_usd_per_year = load_kW * site.hours_per_year * site.water_gal_per_kWh * site.water_usd_per_gal;
  const land_usd_per_year = facility_MW * site.land_acre_per_MW * site.land_usd_per_acre_year;
  const labour_usd_per_year = site.people * site.person_usd_per_year;
  const upkeep_usd_per_year = construction_usd * (site.upkeep_per_year + site.permits_per_year);
  const yearly_usd = energy_usd_per_year + water_usd_per_year + land_usd_per_year + labour_usd_per_year + upkeep_usd_per_year;
  return {
    chips_usd,
    construction_usd,
    energy_usd_per_year,
    water_usd_per_year,
    land_usd_per_year,
    labour_usd_per_year,
    upkeep_usd_per_year,
    total_usd: chips_usd + construction_usd + site.years * yearly_usd,
  };
}

export type JedgarRadiator = { readonly heat_W: number; readonly temperature_K: number; readonly emittance_frac: number; readonly surroundings_K: number };

export const jedgarRadiatorDefaults: JedgarRadiator = { heat_W: 21e6, temperature_K: 340, emittance_frac: 0.9, surroundings_K: 3.5 };

/** Equation (4), m2 of one side. */
export function jedgarRadiator_m2({ heat_W, temperature_K, emittance_frac, surroundings_K }: JedgarRadiator): number {
  return heat_W / (emittance_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * (temperature_K ** 4 - surroundings_K ** 4));
}

function total(parts: JedgarParts): number {
  return parts.chips + parts.array + parts.radiator + parts.switches + parts.links + parts.robots;
}
