/**
 * Temperature of the coolant: a hot loop needs less radiator, a cold one less energy a token.
 *
 *   1. energy a token e(T) = e0 [1 - l + l 2^((T - T0)/D)], l the share that leaks at T0, D the kelvins that double it
 *   2. chips = e(T) x tokens a second; Q = chips x overhead / (1 - pump share)
 *   3. panel = T - drop; A = Q / net(panel); radiator = A x areal mass; power system = Q x kg a watt
 *   4. T = lowest point of the caller's objective of all this: mass or cost a delivered token          (golden-section.ts)
 *   5. junction = T + rise x e(T)/e0, not above its limit
 *
 * Two points of e leave l free: `leakageThrough` takes it and finds D; l = 1 is a plain exponential.
 * Assumes: the token rate held, so that leaking more takes more power; voltage not lowered for a cooler chip.
 * Range: the two points' own span. Modern processors can run best at a middle temperature, as a cold one asks for more voltage
 * (inverse temperature dependence: Crop, Moore & Pasricha, arXiv 2606.11163, 2026): equation 1 only rises.
 * Accuracy: ISCR's two points exactly; they are a paper design's own estimate. H100s measured warm and cool rise as fast: 17.4 % over 17.5 K,
 * where ISCR's exponential has 17.3 % (test).
 */
import { ZERO_CELSIUS_K } from "../units/index.ts";
import { lowestPoint, type Interval } from "./golden-section.ts";
import { panelNetFlux_W_per_m2, radiatorArea_m2, type PanelEnvironment, type RadiatorPanel } from "./radiator.ts";

export type LeakageCurve = {
  /** T0, coolant. */
  readonly reference_K: number;
  readonly energyPerToken_J: number;
  /** l, 0..1. */
  readonly leakage_frac: number;
  /** D. */
  readonly doubling_K: number;
};

/** Energy per token with the coolant at a temperature. */
export function energyPerTokenAt_J(curve: LeakageCurve, coolant_K: number): number {
  const leaking = curve.leakage_frac * Math.exp((Math.LN2 * (coolant_K - curve.reference_K)) / curve.doubling_K);
  return curve.energyPerToken_J * (1 - curve.leakage_frac + leaking);
}

export type EnergyPoint = { readonly coolant_K: number; readonly energyPerToken_J: number };

/** The curve through two points for a leaking share at the first. */
export function leakageThrough(cold: EnergyPoint, hot: EnergyPoint, leakage_frac: number): LeakageCurve {
  const grown = hot.energyPerToken_J / cold.energyPerToken_J - 1;
  const doubling_K = ((hot.coolant_K - cold.coolant_K) * Math.LN2) / Math.log1p(grown / leakage_frac);
  return { reference_K: cold.coolant_K, energyPerToken_J: cold.energyPerToken_J, leakage_frac, doubling_K };
}

/** Gaalema, Indyk & Staley, arXiv 2604.07760 (2026): 0.204 J a token with a loop at 35 C, 0.322 at 85 C (junction at 105 C). */
export const ISCR_ENERGY: readonly [EnergyPoint, EnergyPoint] = [
  { coolant_K: 35 + ZERO_CELSIUS_K, energyPerToken_J: 0.204 },
  { coolant_K: 85 + ZERO_CELSIUS_K, energyPerToken_J: 0.322 },
];

/**
 * Latif et al., arXiv 2507.16781 (2025), measured on eight H100 each: 54 TFLOP/s a GPU at 41-50 C (water) against 46 at 54-72 C (air). Read as
 * energy at one power limit, at the middles of both; GPU temperature, not coolant's, and the air node's throttling is in it.
 */
export const H100_COOLING = [
  { gpu_K: 45.5 + ZERO_CELSIUS_K, energy_ratio: 1 },
  { gpu_K: 63 + ZERO_CELSIUS_K, energy_ratio: 54 / 46 },
] as const;

/** The measured pair as points of a chip's own energy, the GPU standing a rise above its coolant. */
export function h100Energy(energyPerToken_J: number, chipRise_K: number): readonly [EnergyPoint, EnergyPoint] {
  const [cold, hot] = H100_COOLING;
  const point = (at: { readonly gpu_K: number; readonly energy_ratio: number }): EnergyPoint => ({ coolant_K: at.gpu_K - chipRise_K, energyPerToken_J: energyPerToken_J * at.energy_ratio });
  return [point(cold), point(hot)];
}

export type CoolantPlant = {
  readonly tokens_per_s: number;
  readonly curve: LeakageCurve;
  /** All heat of the bus over that of the chips, pumps left out. */
  readonly overhead_ratio: number;
  /** Pump power over the heat it moves. */
  readonly pump_frac: number;
  /** From coolant to panel. */
  readonly loopDrop_K: number;
  /** Junction above coolant at the reference energy. */
  readonly chipRise_K: number;
  readonly junctionMax_K: number;
  readonly panel: RadiatorPanel;
  readonly environment: PanelEnvironment;
  readonly radiator_kg_per_m2: number;
  /** Array, electronics and battery for a watt of bus. */
  readonly power_kg_per_W: number;
};

export type CoolantDesign = {
  readonly coolant_K: number;
  readonly junction_K: number;
  readonly energyPerToken_J: number;
  readonly chips_W: number;
  /** All heat, and all electric power. */
  readonly heat_W: number;
  readonly radiator_m2: number;
  readonly radiator_kg: number;
  readonly power_kg: number;
};

/** What a coolant temperature makes of a plant; RangeError where its panel rejects nothing. */
export function coolantDesign(plant: CoolantPlant, coolant_K: number): CoolantDesign {
  const energyPerToken_J = energyPerTokenAt_J(plant.curve, coolant_K);
  const chips_W = energyPerToken_J * plant.tokens_per_s;
  const heat_W = (chips_W * plant.overhead_ratio) / (1 - plant.pump_frac);
  const radiator_m2 = radiatorArea_m2(heat_W, panelNetFlux_W_per_m2(plant.panel, plant.environment, coolant_K - plant.loopDrop_K));
  return {
    coolant_K,
    junction_K: coolant_K + (plant.chipRise_K * energyPerToken_J) / plant.curve.energyPerToken_J,
    energyPerToken_J,
    chips_W,
    heat_W,
    radiator_m2,
    radiator_kg: radiator_m2 * plant.radiator_kg_per_m2,
    power_kg: heat_W * plant.power_kg_per_W,
  };
}

/** Hottest coolant that the junction allows. */
export function hottestCoolant_K(plant: CoolantPlant): number {
  let low = 0;
  let high = plant.junctionMax_K;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    const rise_K = (plant.chipRise_K * energyPerTokenAt_J(plant.curve, middle)) / plant.curve.energyPerToken_J;
    if (middle + rise_K > plant.junctionMax_K) high = middle;
    else low = middle;
  }
  return low;
}

export type CoolantOptimum = CoolantDesign & {
  /** What holds it: the trade itself, an end of the interval, or the junction. */
  readonly binds: "trade" | "lowest" | "highest" | "junction";
};

/** The coolant temperature at which an objective is lowest, within an interval and the junction's limit; RangeError if the limit is below it. */
export function bestCoolant(plant: CoolantPlant, objective: (design: CoolantDesign) => number, interval: Interval): CoolantOptimum {
  const hottest_K = hottestCoolant_K(plant);
  const high = Math.min(interval.high, hottest_K);
  if (!(high > interval.low)) throw new RangeError(`junctionMax_K ${plant.junctionMax_K} allows coolant of ${hottest_K} K, below ${interval.low} K`);
  const coolant_K = lowestPoint((at_K) => objective(coolantDesign(plant, at_K)), { low: interval.low, high }, 1e-6);
  const atTop = high - coolant_K < 1e-4;
  const binds = coolant_K - interval.low < 1e-4 ? "lowest" : !atTop ? "trade" : high === hottest_K ? "junction" : "highest";
  return { ...coolantDesign(plant, coolant_K), binds };
}
