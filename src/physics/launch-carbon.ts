/**
 * Carbon of a launch a kilogram in orbit: what burns, what making it took, what the vehicle took, and soot beside it.
 *
 *   1. CO2 of burning a kilogram of fuel CH_x to the end = 44.009/(12.011 + 1.008 x): methane (x = 4) 2.743, RP-1 (x = 1.95) 3.149, hydrogen 0
 *   2. a kilogram of propellant holds 1/(1 + r) of fuel and r/(1 + r) of oxygen, r the mixture ratio
 *   3. upstream = fuel's well-to-tank factor; oxygen and liquefaction: electricity x grid intensity
 *   4. vehicle = (dry mass x factor of its material) / flights
 *   5. soot: index at the engine x max[0.04, min(1, 0.04 exp(0.12 (h - 15 km)))]: the rest burns up in the plume at low altitude
 *      (National Academies 26142, 2021, as used by Barker et al. 2024, Scientific Data 11)
 *
 * Carbon leaves the engine partly as CO and soot; CO ends as CO2, so 1 counts all carbon. Fuel-rich or not makes no difference to it.
 * NOT in CO2e: soot, water, NOx and alumina high up. Soot there forces some 500 times as much a kilogram as at the ground (Ryan et al. 2022,
 * PMC9287058), and life-cycle studies without it may miss climate impact by 2-3 orders of magnitude (Dominguez Calabuig et al. 2024):
 * the figure in CO2e is a LOWER bound, and soot stands beside it in kilograms.
 * Range: r from about 2 to 7. Accuracy: 1 against IPCC and ICAO factors within 0.5 %, Barker's methane indices within 6 %
 * (ratio not stated there). Barker's kerosene row holds more carbon than its fuel can (0.33 kg a kg of propellant against 0.26): not used.
 */
import { inRange } from "./in-range.ts";

/** IUPAC 2021, g/mol. */
const CARBON_G_PER_MOL = 12.011;
const HYDROGEN_G_PER_MOL = 1.008;
const CARBON_DIOXIDE_G_PER_MOL = 44.009;

/** CO2 a kilogram of a hydrocarbon CH_x, burnt to the end. */
export function combustionCarbon_kg_per_kg(hydrogenPerCarbon: number): number {
  inRange("nonnegative", { hydrogenPerCarbon });
  return CARBON_DIOXIDE_G_PER_MOL / (CARBON_G_PER_MOL + hydrogenPerCarbon * HYDROGEN_G_PER_MOL);
}

export type Propellant = {
  /** Oxygen over fuel by mass. */
  readonly mixtureRatio: number;
  /** CO2 of burning a kilogram of fuel (eq. 1; 0 for hydrogen). */
  readonly combustion_kg_per_kg: number;
  /** CO2e of bringing a kilogram of fuel to the tank, without the electricity named below. */
  readonly fuelUpstream_kg_per_kg: number;
  /** Electricity to liquefy a kilogram of fuel; 0 for kerosene, or where the upstream factor holds it. */
  readonly fuelElectricity_kWh_per_kg: number;
  readonly oxygenElectricity_kWh_per_kg: number;
};

export type LaunchCarbon = {
  readonly combustion_kg: number;
  readonly upstream_kg: number;
  readonly total_kg: number;
};

/** CO2e of a mass of propellant: burnt, made, and both. */
export function propellantCarbon(propellant: Propellant, mass_kg: number, grid_kg_per_kWh: number): LaunchCarbon {
  inRange("positive", { mixtureRatio: propellant.mixtureRatio });
  inRange("nonnegative", {
    mass_kg,
    grid_kg_per_kWh,
    combustion_kg_per_kg: propellant.combustion_kg_per_kg,
    fuelUpstream_kg_per_kg: propellant.fuelUpstream_kg_per_kg,
  });
  inRange("nonnegative", {
    fuelElectricity_kWh_per_kg: propellant.fuelElectricity_kWh_per_kg,
    oxygenElectricity_kWh_per_kg: propellant.oxygenElectricity_kWh_per_kg,
  });
  const fuel_kg = mass_kg / (1 + propellant.mixtureRatio);
  const electricity_kWh = fuel_kg * propellant.fuelElectricity_kWh_per_kg + (mass_kg - fuel_kg) * propellant.oxygenElectricity_kWh_per_kg;
  const combustion_kg = fuel_kg * propellant.combustion_kg_per_kg;
  const upstream_kg = fuel_kg * propellant.fuelUpstream_kg_per_kg + electricity_kWh * grid_kg_per_kWh;
  return { combustion_kg, upstream_kg, total_kg: combustion_kg + upstream_kg };
}

export type LaunchStage = {
  readonly propellant: Propellant;
  readonly propellant_kg: number;
  readonly dry_kg: number;
  /** CO2e of making a kilogram of it. */
  readonly made_kg_per_kg: number;
  /** Flights over which it is spread; 1 when expended. */
  readonly flights: number;
};

/** CO2e of one launch a kilogram of payload in orbit, by cause. */
export function launchCarbon_kg_per_kg(
  stages: readonly LaunchStage[],
  launch: { readonly payload_kg: number; readonly grid_kg_per_kWh: number },
): { readonly combustion: number; readonly upstream: number; readonly vehicle: number; readonly total: number } {
  inRange("positive", { payload_kg: launch.payload_kg });
  const sum = { combustion: 0, upstream: 0, vehicle: 0 };
  for (const stage of stages) {
    inRange("nonnegative", { dry_kg: stage.dry_kg, made_kg_per_kg: stage.made_kg_per_kg });
    inRange("positive", { flights: stage.flights });
    const burnt = propellantCarbon(stage.propellant, stage.propellant_kg, launch.grid_kg_per_kWh);
    sum.combustion += burnt.combustion_kg / launch.payload_kg;
    sum.upstream += burnt.upstream_kg / launch.payload_kg;
    sum.vehicle += (stage.dry_kg * stage.made_kg_per_kg) / stage.flights / launch.payload_kg;
  }
  return { ...sum, total: sum.combustion + sum.upstream + sum.vehicle };
}

/** Soot a kilogram of propellant that is left after the plume's burning at that altitude. */
export function soot_g_per_kg(index_g_per_kg: number, altitude_km: number): number {
  inRange("nonnegative", { index_g_per_kg, altitude_km });
  return index_g_per_kg * Math.max(0.04, Math.min(1, 0.04 * Math.exp(0.12 * (altitude_km - 15))));
}
