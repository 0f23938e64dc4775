/**
 * Myana's levelised cost of compute, one year of it, from the terms that its code works out for that year.
 *
 * (1) base = hardware + integration + mass * launch price, insured at 12 %, + ground segment;  capital = base (1 + rate * build years/2)
 * (2) orbit = (capital (CRF + maintenance) + bandwidth)/(GPUs * 8760 h * uptime)
 * (3) ground = (capital * CRF + energy + overhead)/(8760 h * SLA * utilisation);  market = ground * scarcity premium
 * (4) crossover = first year in which orbit, over the share sold, is below the market
 * Source: TheEnergyNerd/orbital-compute-finance @3f52869 src/model (satellite, ground, fleet, computeAll); formulas rewritten.
 * Hardware, mass, GPUs and premium of a year come out of its learning curves and demand model, which are not rebuilt: inputs here,
 * read off a run of its code with its defaults.
 */
import { crf } from "../money/index.ts";
import { lcocCapital } from "./lcoc.ts";

export type LcocOrbit = {
  readonly hardware_usd: number;
  readonly integration_usd: number;
  readonly launched_kg: number;
  readonly launch_usd_per_kg: number;
  readonly insurance_frac: number;
  readonly groundSegment_usd: number;
  readonly build_years: number;
  readonly maintenance_per_year: number;
  readonly bandwidth_usd_per_year: number;
  readonly rate_per_year: number;
  readonly life_years: number;
  readonly compute_kW: number;
  readonly gpus: number;
  readonly uptime_frac: number;
  readonly hours_per_year: number;
};

export type LcocGround = {
  readonly capital_usd: number;
  readonly energy_usd_per_kWh: number;
  readonly pue: number;
  readonly overhead_usd_per_year: number;
  readonly rate_per_year: number;
  readonly life_years: number;
  readonly gpu_W: number;
  readonly sla_frac: number;
  readonly utilisation_frac: number;
  readonly premium: number;
  readonly hours_per_year: number;
};

export type LcocYear = { readonly orbit: LcocOrbit; readonly ground: LcocGround };

const orbitShared = { ...lcocCapital.orbit, insurance_frac: 0.12, build_years: 2, maintenance_per_year: 0.015, hours_per_year: 8760 };
const groundShared = { ...lcocCapital.ground, sla_frac: 0.999, hours_per_year: 8760 };

/** Its defaults, "baseline", one GPU-equivalent on the ground; the premium before orbit's own supply eases the scarcity, as its printed market prices are. */
export const lcocYears = {
  2026: {
    orbit: { ...orbitShared, hardware_usd: 804635014.01, integration_usd: 318148875.163, launched_kg: 2419.47105407, launch_usd_per_kg: 1500, groundSegment_usd: 20190438.0914, bandwidth_usd_per_year: 7253.33333333, compute_kW: 68, gpus: 64.1401381169, uptime_frac: 0.882022191781 },
    ground: { ...groundShared, capital_usd: 38997.5, energy_usd_per_kWh: 0.058, pue: 1.3, overhead_usd_per_year: 2800.3968, gpu_W: 700, utilisation_frac: 0.7, premium: 1.33333333333 },
  },
  2030: {
    orbit: { ...orbitShared, hardware_usd: 737820653.797, integration_usd: 296832805.622, launched_kg: 14795.7265399, launch_usd_per_kg: 165.482620394, groundSegment_usd: 13618742.7152, bandwidth_usd_per_year: 59845.1054652, compute_kW: 475.953793905, gpus: 1013.78342946, uptime_frac: 0.882054373903 },
    ground: { ...groundShared, capital_usd: 8849.19492453, energy_usd_per_kWh: 0.0632806048, pue: 1.26, overhead_usd_per_year: 2378.50738872, gpu_W: 315.582531299, utilisation_frac: 0.7, premium: 5.53846404066 },
  },
  2035: {
    orbit: { ...orbitShared, hardware_usd: 308100101.68, integration_usd: 147606242.101, launched_kg: 51541.2995273, launch_usd_per_kg: 15, groundSegment_usd: 8928813.63823, bandwidth_usd_per_year: 249768.411572, compute_kW: 1876.8, gpus: 9535.85052725, uptime_frac: 0.882067878997 },
    ground: { ...groundShared, capital_usd: 1488.83087885, energy_usd_per_kWh: 0.034036402885, pue: 1.21, overhead_usd_per_year: 1939.3699858, gpu_W: 126.957432536, utilisation_frac: 0.7375, premium: 7.02834335525 },
  },
  2040: {
    orbit: { ...orbitShared, hardware_usd: 281287498.169, integration_usd: 137237119.72, launched_kg: 100412.340985, launch_usd_per_kg: 15, groundSegment_usd: 9853887.97269, bandwidth_usd_per_year: 441511.425555, compute_kW: 4039.2, gpus: 37989.9954318, uptime_frac: 0.882076264597 },
    ground: { ...groundShared, capital_usd: 311.309670324, energy_usd_per_kWh: 0.0181338453641, pue: 1.16, overhead_usd_per_year: 1581.30933696, gpu_W: 63.4759113131, utilisation_frac: 0.8, premium: 8.37377066065 },
  },
} as const satisfies Readonly<Record<number, LcocYear>>;

export type LcocOrbitCost = { readonly insured_usd: number; readonly interest_usd: number; readonly capital_usd: number; readonly usd_per_GPU_h: number };

/** Equations (1) and (2). */
export function lcocOrbit(model: LcocOrbit): LcocOrbitCost {
  const built_usd = model.hardware_usd + model.integration_usd + model.launched_kg * model.launch_usd_per_kg;
  const insured_usd = built_usd * model.insurance_frac;
  const base_usd = built_usd + insured_usd + model.groundSegment_usd;
  const interest_usd = (base_usd * model.rate_per_year * model.build_years) / 2;
  const capital_usd = base_usd + interest_usd;
  const usd_per_year = capital_usd * (crf(model) + model.maintenance_per_year) + model.bandwidth_usd_per_year;
  return { insured_usd, interest_usd, capital_usd, usd_per_GPU_h: usd_per_year / (model.gpus * model.hours_per_year * model.uptime_frac) };
}

export type LcocGroundCost = { readonly base_usd_per_GPU_h: number; readonly market_usd_per_GPU_h: number };

/** Equation (3). */
export function lcocGround(site: LcocGround): LcocGroundCost {
  const energy_usd_per_year = (site.gpu_W / 1000) * site.hours_per_year * site.sla_frac * site.energy_usd_per_kWh * site.pue;
  const usd_per_year = site.capital_usd * crf(site) + energy_usd_per_year + site.overhead_usd_per_year;
  const base_usd_per_GPU_h = usd_per_year / (site.hours_per_year * site.sla_frac * site.utilisation_frac);
  return { base_usd_per_GPU_h, market_usd_per_GPU_h: base_usd_per_GPU_h * site.premium };
}

export type LcocCrossing = { readonly year: number; readonly orbit_usd_per_GPU_h: number; readonly market_usd_per_GPU_h: number };

/** Equation (4); undefined where no year of those given crosses. */
export function lcocCrossover(years: readonly LcocCrossing[]): number | undefined {
  return years.find(({ orbit_usd_per_GPU_h, market_usd_per_GPU_h }) => orbit_usd_per_GPU_h < market_usd_per_GPU_h)?.year;
}
