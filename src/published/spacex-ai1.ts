/**
 * SpaceX AI1: the arithmetic of the claims made at its reveal.
 *
 * (1) array area = peak power/(W per m2)   (2) rejected heat = panel area * W per m2 of panel, two sides together
 * (3) mass = mean power/(kW per t)          (4) the panel temperature that the flux implies: (q/(2 eps sigma))^(1/4)
 * Source: reveal of 2026-06-08 as reported; claims, nothing flown. Emittance 0.85 in (4) is ours.
 */
import { STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";
import type { ModelCard } from "./card.ts";

export const spacexAi1: ModelCard = {
  id: "spacex-ai1",
  title: "SpaceX AI1 satellite, claims of the reveal",
  source: "reports of the reveal of 2026-06-08 (techstoriess.com, agenticbrew.ai, digg.com/ai)",
  asOf: "2026-06-08",
  grade: "claims, their arithmetic alone",
  evidence: "published",
  boundary: "one satellite: array, radiator, mass. No price",
  faults: [
    "claims, not flown; 70 kW/t is above every built array and bus and disagrees with the mass filed at the FCC",
    "the heat rejected (154 kW) leaves 2.7 % over the peak power for absorbed sunlight and Earth infrared, which are not stated",
    "1,400 W/m2 counts both sides of the panel: 700 W/m2 a side",
  ],
};

export type SpacexAi1 = {
  readonly peak_W: number;
  readonly mean_W: number;
  readonly array_W_per_m2: number;
  readonly radiator_m2: number;
  readonly radiator_W_per_m2: number;
  readonly specificPower_W_per_kg: number;
  readonly emittance_frac: number;
};

export const spacexAi1Claims: SpacexAi1 = {
  peak_W: 150_000,
  mean_W: 120_000,
  array_W_per_m2: 250,
  radiator_m2: 110,
  radiator_W_per_m2: 1400,
  specificPower_W_per_kg: 70,
  emittance_frac: 0.85,
};

/** Equations (1) to (4). */
export function spacexAi1Sizing(claims: SpacexAi1): {
  readonly array_m2: number;
  readonly rejected_W: number;
  readonly mass_kg: number;
  readonly impliedRadiator_K: number;
} {
  return {
    array_m2: claims.peak_W / claims.array_W_per_m2,
    rejected_W: claims.radiator_m2 * claims.radiator_W_per_m2,
    mass_kg: claims.mean_W / claims.specificPower_W_per_kg,
    impliedRadiator_K: (claims.radiator_W_per_m2 / (2 * claims.emittance_frac * STEFAN_BOLTZMANN_W_PER_M2_K4)) ** 0.25,
  };
}
