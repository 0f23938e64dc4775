/**
 * RotaStellar's software kit: a feasibility score for a workload, and the temperature of a radiator. A counter-example.
 *
 * (1) score = mean of five marks (compute, heat, power, latency, data), feasible when none fails; a cap of 100 TFLOPS and 2 kW
 * (2) marks fall with TFLOPS, never below 40 while they pass; heat = TFLOPS * factor against 70, power = 20 W * TFLOPS * factor
 * (3) cost factor = 2.5, * 0.8 where work can wait, * 1.2 above 50 TFLOPS, * 1.3 above 500 GB a day
 * (4) temperature = sunlit share * T(load + Sun + Earth) + dark share * T(load + infrared), T = (q/(eps sigma A))^(1/4) of one side
 * Source: rotastellar/rotastellar-node @320cabd packages/compute/src (feasibility, thermal); inference only; formulas rewritten.
 */
import { ZERO_CELSIUS_K } from "../units/index.ts";
import type { ModelCard } from "./card.ts";

export const rotastellar: ModelCard = {
  id: "rotastellar",
  title: "RotaStellar compute kit, feasibility score and radiator",
  source: "rotastellar/rotastellar-node @320cabd packages/compute/src/{feasibility,thermal}.ts",
  asOf: "read 2026-11",
  grade: "rebuilt term by term",
  evidence: "run here by its own code",
  boundary: "one satellite and one workload as marks out of 100; a radiator's temperature",
  faults: [
    "one H100 (989 dense TFLOPS) is not feasible: 100 TFLOPS and 2 kW are the most that any satellite may have",
    "the score does not move with altitude: GEO is as good as low orbit unless a latency is asked for",
    "a workload that fails three of five marks is still rated moderate",
    "the cost factor knows no launch price, no mass and no energy",
    "a comment says that twice the heat needs 19 % more area; it needs twice the area, or 19 % more temperature",
    "two temperatures are averaged, not their fourth powers; the radiator has one side and half of it faces the Earth",
  ],
};

export type RotastellarWork = { readonly compute_TFLOPS: number; readonly memory_GB: number; readonly data_GB_per_day: number };

/** Marks of inference, which may wait and asks for no latency. */
export const rotastellarLimits = {
  compute_TFLOPS: 100,
  memory_GB: 256,
  power_W: 2000,
  heat: 70,
  heatFactor: 0.7,
  powerFactor: 0.6,
  data_GB_per_day: 1000,
} as const;

export type RotastellarScore = {
  readonly feasible: boolean;
  readonly score: number;
  readonly rating: "excellent" | "good" | "moderate" | "poor" | "unsuitable";
  readonly costFactor: number;
};

/** Equations (1) to (3) for inference; altitude is not among its inputs because nothing depends on it. */
export function rotastellarScore(work: RotastellarWork): RotastellarScore {
  const marks = [computeMark(work), heatMark(work), powerMark(work), 100, dataMark(work)];
  const score = marks.reduce((sum, mark) => sum + Math.abs(mark), 0) / marks.length;
  const batch = 2.5 * 0.8 * (work.compute_TFLOPS > 50 ? 1.2 : 1) * (work.data_GB_per_day > 500 ? 1.3 : 1);
  return { feasible: marks.every((mark) => mark > 0), score: Math.round(score * 100) / 100, rating: ratingOf(score), costFactor: Math.round(batch * 100) / 100 };
}

/** A mark below zero fails; its size still counts in the mean, as in the original. */
function computeMark({ compute_TFLOPS, memory_GB }: RotastellarWork): number {
  if (compute_TFLOPS > rotastellarLimits.compute_TFLOPS) return -20;
  if (memory_GB > rotastellarLimits.memory_GB) return -30;
  const used = Math.max(compute_TFLOPS / rotastellarLimits.compute_TFLOPS, memory_GB / rotastellarLimits.memory_GB);
  return used <= 0.5 ? 100 : used <= 0.8 ? 80 : 60;
}

function heatMark({ compute_TFLOPS }: RotastellarWork): number {
  return falling((compute_TFLOPS * rotastellarLimits.heatFactor) / rotastellarLimits.heat);
}

function powerMark({ compute_TFLOPS }: RotastellarWork): number {
  return falling((compute_TFLOPS * 20 * rotastellarLimits.powerFactor) / rotastellarLimits.power_W);
}

function falling(used: number): number {
  return used > 1 ? -20 : Math.max(100 * (1 - used), 40);
}

function dataMark({ data_GB_per_day }: RotastellarWork): number {
  const used = data_GB_per_day / rotastellarLimits.data_GB_per_day;
  return used > 1 ? -20 : used <= 0.3 ? 100 : used <= 0.6 ? 80 : 60;
}

function ratingOf(score: number): RotastellarScore["rating"] {
  if (score >= 85) return "excellent";
  if (score >= 70) return "good";
  if (score >= 50) return "moderate";
  return score >= 30 ? "poor" : "unsuitable";
}

export type RotastellarRadiator = {
  readonly load_W: number;
  readonly area_m2: number;
  readonly emittance_frac: number;
  readonly absorptance_frac: number;
  readonly dark_frac: number;
  readonly albedo_frac: number;
  readonly earthInfrared_W_per_m2: number;
  readonly altitude_km: number;
  readonly earthRadius_km: number;
  readonly solarFlux_W_per_m2: number;
  readonly stefanBoltzmann_W_per_m2_K4: number;
};

export const rotastellarRadiator: RotastellarRadiator = {
  load_W: 500,
  area_m2: 2,
  emittance_frac: 0.85,
  absorptance_frac: 0.2,
  dark_frac: 0.35,
  albedo_frac: 0.3,
  earthInfrared_W_per_m2: 237,
  altitude_km: 550,
  earthRadius_km: 6371,
  solarFlux_W_per_m2: 1361,
  stefanBoltzmann_W_per_m2_K4: 5.67e-8, // its own literal, three digits
};

/** Equation (4), C. */
export function rotastellarTemperature_C(panel: RotastellarRadiator): number {
  const { area_m2, absorptance_frac, solarFlux_W_per_m2 } = panel;
  const view_frac = (panel.earthRadius_km / (panel.earthRadius_km + panel.altitude_km)) ** 2;
  const sun_W = (solarFlux_W_per_m2 * absorptance_frac * area_m2) / 4;
  const infrared_W = (panel.earthInfrared_W_per_m2 * view_frac * area_m2 * panel.emittance_frac) / 2;
  const albedo_W = sun_W * panel.albedo_frac * view_frac;
  const temperature_K = (heat_W: number) => (heat_W / (panel.emittance_frac * panel.stefanBoltzmann_W_per_m2_K4 * area_m2)) ** 0.25;
  const lit_K = temperature_K(panel.load_W + sun_W + infrared_W + albedo_W);
  const dark_K = temperature_K(panel.load_W + infrared_W);
  return lit_K * (1 - panel.dark_frac) + dark_K * panel.dark_frac - ZERO_CELSIUS_K;
}
