/**
 * Turyshev (JPL): areas of a 1 MW node and what a tonne may cost.
 *
 * (1) array area = overhead * IT power/(sunlit fraction * S * net efficiency)
 * (2) radiator area = overhead * IT power/(view * emittance * sigma * T^4)
 * (3) array mass = overhead * IT power/(sunlit fraction * specific power); radiator mass = areal density * area
 * (4) closure: (launch + build) * mass per kW + link + operations <= ground capital per kW; so allowed launch plus build =
 *     (ground capital - link - operations)/mass per kW. The paper's second gate, bits sent per joule of compute, has no printed inputs
 * (5) lifetime penalty = rate * years/(1 - exp(-rate * years)): what is launched for one that works, over a mission with constant failures
 * Source: JPL Dataverse doi:10.48577/jpl.HHDDG7 (abstract) for (1) to (3); arXiv:2604.27197 for (4), abstract, and for (4) with burdens and (5) as
 * isohub-space/space-data-centers reports the paper (intel/raw/2026-04-29-arxiv-turyshev-odc-economic-viability.md @5a18c9f): its text was not seen.
 * Net efficiency 0.22, view 0.86 and emittance 0.9 are inferred by us from the published areas; they are not in the abstract.
 */
import { meanSurvival_frac } from "../physics/index.ts";
import { SOLAR_CONSTANT_W_PER_M2, STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";
import type { ModelCard } from "./card.ts";

export const turyshev: ModelCard = {
  id: "turyshev",
  title: "Turyshev, orbital data centre viability",
  source: "JPL Dataverse doi:10.48577/jpl.HHDDG7; arXiv:2604.27197",
  asOf: "2026-04",
  grade: "rebuilt whole",
  evidence: "published",
  boundary: "array and radiator of a 1 MW node; lifetime penalty on its own; allowance for launch and build against ground capital per kW less what link and operations cost",
  faults: [
    "no parameter list is published that closes the later 5,640 m2 array (arXiv:2604.27197); that case is quoted, not rebuilt",
    "the parts we can compute sum to 22.6 kg/kW; the rest of the published 30 to 50 kg/kW is not itemised",
    "the allowance compares capital only: no cost of capital, no life, no availability on either side; the lifetime penalty stands beside it and is not in it",
  ],
};

export type TuryshevNode = {
  readonly it_W: number;
  readonly overhead_factor: number;
  readonly sunlit_frac: number;
  readonly solarFlux_W_per_m2: number;
  readonly net_frac: number;
  readonly array_W_per_kg: number;
  readonly radiatorTemperature_K: number;
  readonly view_frac: number;
  readonly emittance_frac: number;
  readonly radiator_kg_per_m2: number;
};

export const turyshevNode: TuryshevNode = {
  it_W: 1e6,
  overhead_factor: 1.25,
  sunlit_frac: 0.95,
  solarFlux_W_per_m2: SOLAR_CONSTANT_W_PER_M2,
  net_frac: 0.22,
  array_W_per_kg: 100,
  radiatorTemperature_K: 350,
  view_frac: 0.86,
  emittance_frac: 0.9,
  radiator_kg_per_m2: 5,
};

export type TuryshevSizing = {
  readonly array_m2: number;
  readonly radiator_m2: number;
  readonly array_kg: number;
  readonly radiator_kg: number;
};

/** Equations (1) to (3). */
export function turyshevSizing(node: TuryshevNode): TuryshevSizing {
  const load_W = node.overhead_factor * node.it_W;
  const radiated_W_per_m2 = node.view_frac * node.emittance_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * node.radiatorTemperature_K ** 4;
  const radiator_m2 = load_W / radiated_W_per_m2;
  return {
    array_m2: load_W / (node.sunlit_frac * node.solarFlux_W_per_m2 * node.net_frac),
    radiator_m2,
    array_kg: load_W / (node.sunlit_frac * node.array_W_per_kg),
    radiator_kg: node.radiator_kg_per_m2 * radiator_m2,
  };
}

/** Equation (5), at least 1: failures are not repaired. Throws for a rate or a time below 0. */
export function turyshevLifetimePenalty({ failure_per_year, years }: { readonly failure_per_year: number; readonly years: number }): number {
  return 1 / meanSurvival_frac({ rate_per_yr: failure_per_year, life_yr: years });
}

export type TuryshevClosure = {
  readonly ground_usd_per_kW: number;
  readonly mass_kg_per_kW: number;
  /** Link to the ground and operations over the life; its headline leaves them at 0. */
  readonly burden_usd_per_kW: number;
};

/** Equation (4), $/kg for launch and build together; below 0 where link and operations alone cost more than the ground. */
export function turyshevAllowance({ ground_usd_per_kW, mass_kg_per_kW, burden_usd_per_kW }: TuryshevClosure): number {
  return (ground_usd_per_kW - burden_usd_per_kW) / mass_kg_per_kW;
}
