/**
 * ShipItAndPray: dollars per GPU-hour of small satellites and of a rack on the ground.
 *
 * (1) capital = satellites * (hardened electronics + panels + battery + radiator + bus + mass * launch price)
 * (2) year = capital/life + satellites * (contact + tracking + insurance of hardware) + one mission control
 * (3) GPU-hour = year/(GPUs * 8760 h * utilisation)
 * (4) ground year = (GPU + server + rack)/life + power * PUE * 8760 h * price + facility
 * Source: ShipItAndPray/orbital-compute @554b765 orbital_compute/cost_model.py (defaults and scenario 1); formulas rewritten.
 */
import type { ModelCard } from "./card.ts";

export const shipit: ModelCard = {
  id: "shipit",
  title: "ShipItAndPray, orbital compute cost model",
  source: "ShipItAndPray/orbital-compute @554b765 orbital_compute/cost_model.py",
  asOf: "read 2026-11",
  grade: "rebuilt term by term",
  evidence: "run here by its own code",
  boundary: "orbit: one GPU a satellite of 120 kg with panels at 500 $/W and a bus at 0.5 M$, launch, contact, insurance, mission control; ground: GPU, server, rack, energy, 5,000 $/y of facility",
  faults: [
    "no discounting on either side; capital over life",
    "no failures, no wear, no eclipse: 2 kW of panel feed 0.7 kW of GPU by assumption, and utilisation is the same 50 % on both tiers",
    "the mass is a typed-in 120 kg whatever panels, battery and radiator are asked for",
    "cooling overhead of the ground is defined and unused; the PUE stands for it",
    "mission control is shared by six satellites: a fifth of the cost a GPU-hour is a matter of fleet size",
  ],
};

export type ShipitOrbit = {
  readonly satellites: number;
  readonly gpus: number;
  readonly gpu_usd: number;
  readonly hardening_frac: number;
  readonly panel_W: number;
  readonly panel_usd_per_W: number;
  readonly battery_kWh: number;
  readonly battery_usd_per_kWh: number;
  readonly radiator_m2: number;
  readonly radiator_usd_per_m2: number;
  readonly bus_usd: number;
  readonly mass_kg: number;
  readonly launch_usd_per_kg: number;
  readonly life_years: number;
  readonly contact_usd_per_minute: number;
  readonly contact_min_per_day: number;
  readonly tracking_usd_per_year: number;
  readonly insurance_per_year: number;
  readonly mission_usd_per_year: number;
  readonly utilisation_frac: number;
  readonly hours_per_year: number;
};

/** Its scenario 1: Falcon 9 rideshare. */
export const shipitOrbitDefaults: ShipitOrbit = {
  satellites: 6,
  gpus: 1,
  gpu_usd: 30_000,
  hardening_frac: 0.3,
  panel_W: 2000,
  panel_usd_per_W: 500,
  battery_kWh: 5,
  battery_usd_per_kWh: 500,
  radiator_m2: 4,
  radiator_usd_per_m2: 10_000,
  bus_usd: 500_000,
  mass_kg: 120,
  launch_usd_per_kg: 5000,
  life_years: 5,
  contact_usd_per_minute: 5,
  contact_min_per_day: 30,
  tracking_usd_per_year: 100_000,
  insurance_per_year: 0.05,
  mission_usd_per_year: 500_000,
  utilisation_frac: 0.5,
  hours_per_year: 8760,
};

export type ShipitCost = {
  readonly hardware_usd: number;
  readonly capital_usd: number;
  readonly operations_usd_per_year: number;
  readonly usd_per_GPU_h: number;
};

/** Equations (1) to (3). */
export function shipitOrbit(model: ShipitOrbit): ShipitCost {
  const hardware_usd =
    model.gpu_usd * model.gpus * (1 + model.hardening_frac) +
    model.panel_W * model.panel_usd_per_W +
    model.battery_kWh * model.battery_usd_per_kWh +
    model.radiator_m2 * model.radiator_usd_per_m2 +
    model.bus_usd;
  const capital_usd = model.satellites * (hardware_usd + model.mass_kg * model.launch_usd_per_kg);
  const contact_usd_per_year = model.contact_usd_per_minute * model.contact_min_per_day * CONTACT_DAYS_PER_YEAR;
  const satellite_usd_per_year = contact_usd_per_year + model.tracking_usd_per_year + model.insurance_per_year * hardware_usd;
  const operations_usd_per_year = model.satellites * satellite_usd_per_year + model.mission_usd_per_year;
  const gpuHours_per_year = model.satellites * model.gpus * model.hours_per_year * model.utilisation_frac;
  return { hardware_usd, capital_usd, operations_usd_per_year, usd_per_GPU_h: (capital_usd / model.life_years + operations_usd_per_year) / gpuHours_per_year };
}

export type ShipitGround = {
  readonly gpu_usd: number;
  readonly server_usd: number;
  readonly rack_usd: number;
  readonly gpu_kW: number;
  readonly pue: number;
  readonly energy_usd_per_kWh: number;
  readonly facility_usd_per_year: number;
  readonly life_years: number;
  readonly utilisation_frac: number;
  readonly hours_per_year: number;
};

export const shipitGroundDefaults: ShipitGround = {
  gpu_usd: 30_000,
  server_usd: 15_000,
  rack_usd: 2000,
  gpu_kW: 0.7,
  pue: 1.3,
  energy_usd_per_kWh: 0.08,
  facility_usd_per_year: 5000,
  life_years: 5,
  utilisation_frac: 0.5,
  hours_per_year: 8760,
};

/** Equation (4), $ per GPU-hour. */
export function shipitGround(site: ShipitGround): number {
  const capital_usd = site.gpu_usd + site.server_usd + site.rack_usd;
  const energy_usd_per_year = site.gpu_kW * site.pue * site.hours_per_year * site.energy_usd_per_kWh;
  return (capital_usd / site.life_years + energy_usd_per_year + site.facility_usd_per_year) / (site.hours_per_year * site.utilisation_frac);
}

const CONTACT_DAYS_PER_YEAR = 365;
