/**
 * Myana's levelised cost of compute: the two closed forms of it that stand alone.
 *
 * (1) CRF = r (1 + r)^n/((1 + r)^n - 1), at 18 % over 10 years in orbit and 13 % over 5 on the ground
 * (2) radiator = emittance * sigma * T^4, one side
 * Source: TheEnergyNerd/orbital-compute-finance @3f52869.
 * The dollars of a year, from the terms that its code works out, stand in lcoc-year.ts.
 */
import { crf } from "../money/index.ts";
import type { ModelCard } from "./card.ts";

export const lcoc: ModelCard = {
  id: "lcoc",
  title: "Myana, levelised cost of compute",
  source: "TheEnergyNerd/orbital-compute-finance @3f52869",
  asOf: "read 2026-11",
  grade: "rebuilt term by term",
  evidence: "run here by its own code",
  boundary: "$/GPU-h of orbit against ground; the ground also as a market price inflated by scarcity",
  faults: [
    "its crossover year is against the scarcity-inflated ground price; against the ground's own cost orbit is 1.9 times dearer in 2040",
    "two Stefan-Boltzmann constants in one code (5.67e-8 and 5.670374419e-8); an absorbed flux of 0 typed in becomes 200 W/m2",
    "a net radiator flux at or below zero is clamped to 1 W/m2 instead of being infeasible",
    "one eclipse fraction of 0.35 for every low orbit, and the radiator is derated by it",
  ],
};

export const lcocCapital = {
  orbit: { rate_per_year: 0.18, life_years: 10 },
  ground: { rate_per_year: 0.13, life_years: 5 },
} as const;

/** Equation (1), 1/year. */
export function lcocCrf(capital: { readonly rate_per_year: number; readonly life_years: number }): number {
  return crf(capital);
}

export type LcocRadiator = {
  readonly temperature_K: number;
  readonly emittance_frac: number;
  readonly stefanBoltzmann_W_per_m2_K4: number;
};

export const lcocRadiator: LcocRadiator = {
  temperature_K: 365,
  emittance_frac: 0.85, // recovered by us from the flux it prints, 855.408 W/m2
  stefanBoltzmann_W_per_m2_K4: 5.67e-8, // its own literal, three digits
};

/** Equation (2), W per m2 of one side. */
export function lcocRadiatorFlux_W_per_m2({ temperature_K, emittance_frac, stefanBoltzmann_W_per_m2_K4 }: LcocRadiator): number {
  return emittance_frac * stefanBoltzmann_W_per_m2_K4 * temperature_K ** 4;
}
