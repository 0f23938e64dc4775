/**
 * Google, Project Suncatcher: launched power price against terrestrial power, and when launch gets there.
 *
 * (1) launched power price = mass * launch price / (power * life)              Table 1
 * (2) array power = area * cell efficiency * solar irradiance * packing        section 4.4
 * (3) launch price by Wright's law on cumulative launched mass, 20 % a doubling from 1,800 $/kg at 400 t
 * (4) terrestrial power = energy price * PUE * 8760 h
 * Source: arXiv:2511.19468v2 (2026-06-17).
 */
import { gridPowerYear, wrightPrice } from "../money/index.ts";
import type { GridPowerTerms } from "../money/index.ts";
import type { ModelCard } from "./card.ts";

export const suncatcher: ModelCard = {
  id: "suncatcher",
  title: "Google Suncatcher, launched power price",
  source: "arXiv:2511.19468v2 sections 2.4, 4.4, Table 1",
  asOf: "2026-06-17",
  grade: "rebuilt whole",
  evidence: "published",
  boundary: "launch of a power-producing bus over its life, against the energy bill of a ground site",
  faults: [
    "the satellite itself, its chips, operation and replacement are outside the launched power price; land, building and grid are outside the ground's",
    "nameplate power of today's communication buses; no eclipse, no degradation, no radiator for the full load",
    "Table 1 prints rounded power (28 kW for 28.30), so its prices follow from the printed inputs only within 1.5 %",
    "1,800 $/kg at 400 t is a price per Falcon Heavy fit, extrapolated over three orders of magnitude of mass without a floor",
  ],
};

export type SuncatcherBus = { readonly mass_kg: number; readonly power_kW: number; readonly life_years: number };

/** The buses of Table 1. */
export const suncatcherBuses = {
  starlinkV2Mini: { mass_kg: 575, power_kW: 28, life_years: 5 },
  starlinkV1: { mass_kg: 260, power_kW: 7, life_years: 5 },
  oneWeb: { mass_kg: 150, power_kW: 0.8, life_years: 5 },
  iridiumNext: { mass_kg: 860, power_kW: 2, life_years: 12.5 },
} as const satisfies Readonly<Record<string, SuncatcherBus>>;

/** Equation (1), $/(kW y). */
export function suncatcherLaunchedPower(bus: SuncatcherBus, launch_usd_per_kg: number): number {
  return (bus.mass_kg * launch_usd_per_kg) / (bus.power_kW * bus.life_years);
}

export type SuncatcherArray = {
  readonly area_m2: number;
  readonly cell_frac: number;
  readonly solarFlux_W_per_m2: number;
  readonly packing_frac: number;
};

export const suncatcherV2MiniArray: SuncatcherArray = { area_m2: 105, cell_frac: 0.22, solarFlux_W_per_m2: 1361, packing_frac: 0.9 };

/** Equation (2), W. */
export function suncatcherArrayPower_W({ area_m2, cell_frac, solarFlux_W_per_m2, packing_frac }: SuncatcherArray): number {
  return area_m2 * cell_frac * solarFlux_W_per_m2 * packing_frac;
}

export type SuncatcherLearning = { readonly price_usd_per_kg: number; readonly launched_t: number; readonly learning_frac: number };

export const suncatcherLearning: SuncatcherLearning = { price_usd_per_kg: 1800, launched_t: 400, learning_frac: 0.2 };

/** Equation (3): launch price after `added_t` more tonnes, $/kg. */
export function suncatcherLaunchPrice({ price_usd_per_kg, launched_t, learning_frac }: SuncatcherLearning, added_t: number): number {
  return wrightPrice({ price_usd_per_unit: price_usd_per_kg, cumulative: launched_t, learning_frac }, launched_t + added_t);
}

/** The paper's cheap and dear ground sites. */
export const suncatcherGround = {
  low: { price_usd_per_kWh: 0.06, pue: 1.09, hours_per_year: 8760 },
  high: { price_usd_per_kWh: 0.25, pue: 1.4, hours_per_year: 8760 },
} as const satisfies Readonly<Record<string, GridPowerTerms>>;

/** Equation (4), $/(kW y). */
export function suncatcherGroundPower(site: GridPowerTerms): number {
  return gridPowerYear(site);
}
