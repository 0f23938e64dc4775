/**
 * Efficiency of a radiating sheet between tubes: heat it radiates over what it would at its root's temperature.
 *
 *   1. linearised: tanh(mL)/(mL), m^2 = 4 sides eps sigma T^3 / (k t)              (Incropera & DeWitt, eq. 3.89 with h = 4 eps sigma T^3)
 *   2. exact: theta'' = z (theta^4 - s^4), theta(0) = 1, theta'(1) = 0; z = sides eps sigma T^3 L^2 / (k t), s = sink / T
 *   3. first integral: theta'^2 = 2 z W, W = (theta^5 - tip^5)/5 - s^4 (theta - tip), so
 *      sqrt(2 z) = integral from tip to 1 of d theta / sqrt(W), which fixes the tip       (Lieblein 1959, NASA TN D-196; Siegel & Howell, radiating fins)
 *   1a. from an efficiency known at one temperature to another: (mL)^2 grows as T^3, with (1)
 *   4. efficiency = -theta'(0) / (z (1 - s^4)) = sqrt(2 W(1) / z) / (1 - s^4)
 *
 * Assumes: a thin sheet, constant conductivity, no view of the tube or of other fins, a tip without flow (midway between tubes), both
 * sides to one sink. Equation 1 is equation 2 to first order in z (1 - 4 z / 3) and low beyond: 0.6 % at z = 0.1, 10 % at 1, 21 % at most (no sink).
 * Range: 0 <= s < 1, z from 0 to 1e4. Accuracy: equation 3 to 1e-7 of a boundary-value solver (test).
 */
import { STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";

export type Fin = {
  readonly temperature_K: number;
  readonly emittance_frac: number;
  /** Radiating sides of the fin, 1 or 2. */
  readonly sides: number;
  readonly conductivity_W_per_m_K: number;
  readonly thickness_m: number;
  /** From the tube to the fin's tip: half the tube spacing. */
  readonly length_m: number;
};

/** Fin efficiency of a sheet between tubes, 0..1, linearised. */
export function finEfficiency_frac(fin: Fin): number {
  const ml = Math.sqrt(4 * finNumber(fin));
  return ml < 1e-4 ? 1 - (ml * ml) / 3 : Math.tanh(ml) / ml;
}

/** (mL)^2 of a fin over the cube of its temperature, from an efficiency known at one (equation 1a); 0 for a fin without loss. */
export function finRoot_per_K3(rated: { readonly efficiency_frac: number; readonly temperature_K: number }): number {
  const { efficiency_frac, temperature_K } = rated;
  if (!(efficiency_frac > 0 && efficiency_frac <= 1)) throw new RangeError(`efficiency_frac ${efficiency_frac} is outside 0-1`);
  if (efficiency_frac > 1 - 1e-9) return 0;
  // Newton on tanh(x) - efficiency x, which is concave: from 1/efficiency, above the root, it comes down to it.
  let ml = 1 / efficiency_frac;
  for (let i = 0; i < 60; i++) {
    const tanh = Math.tanh(ml);
    const step = (tanh - efficiency_frac * ml) / (1 - tanh * tanh - efficiency_frac);
    if (!(Math.abs(step) > 1e-14 * ml)) break;
    ml -= step;
  }
  return (ml * ml) / temperature_K ** 3;
}

/** Fin efficiency at a temperature (equation 1a). */
export function finEfficiencyAt_frac(root_per_K3: number, temperature_K: number): number {
  const ml = Math.sqrt(root_per_K3 * temperature_K * temperature_K * temperature_K);
  return ml < 1e-4 ? 1 - (ml * ml) / 3 : Math.tanh(ml) / ml;
}

/** z: what the fin radiates at its root's temperature over what it conducts. */
export function finNumber(fin: Fin): number {
  const radiated = fin.sides * fin.emittance_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * fin.temperature_K ** 3 * fin.length_m ** 2;
  return radiated / (fin.conductivity_W_per_m_K * fin.thickness_m);
}

/** Fin efficiency, exact for radiation to a sink, net of what the sink sends. */
export function radiatingFinEfficiency_frac(fin: Fin, sink_K: number): number {
  return finSolution(finNumber(fin), sink_K / fin.temperature_K).efficiency_frac;
}

/** Tip temperature and efficiency of the exact fin of number z and sink ratio s; RangeError unless 0 <= s < 1. */
export function finSolution(z: number, s: number): { readonly tip_frac: number; readonly efficiency_frac: number } {
  if (!(s >= 0 && s < 1 && z >= 0)) throw new RangeError(`fin: sink over root ${s}, fin number ${z}`);
  if (z < 1e-10) return { tip_frac: 1, efficiency_frac: 1 };
  const tip_frac = tipOf(Math.sqrt(2 * z), s);
  return { tip_frac, efficiency_frac: Math.sqrt((2 * fallen(1, tip_frac, s)) / z) / (1 - s ** 4) };
}

/** Where the quadrature is `wanted`, by the Illinois method on wanted/(wanted + quadrature), which goes from 0 at the sink to 1 at the root, and by halves where that stalls. */
function tipOf(wanted: number, s: number): number {
  let [low, atLow] = [s, -0.5];
  let [high, atHigh] = [1, 0.5];
  for (let i = 0; i < 100 && high - low > 1e-15; i++) {
    const tip = i % 4 === 3 ? (low + high) / 2 : (low * atHigh - high * atLow) / (atHigh - atLow);
    const at = wanted / (wanted + quadrature(tip, s)) - 0.5;
    if (Math.abs(at) < 1e-13) return tip;
    if (at < 0) [low, atLow, atHigh] = [tip, at, atHigh / 2];
    else [high, atHigh, atLow] = [tip, at, atLow / 2];
  }
  return (low + high) / 2;
}

/** W / (theta - tip), in difference form so that it keeps its digits at the tip. */
function slope(theta: number, tip: number, s: number): number {
  const a = theta * theta;
  const b = tip * tip;
  return (a * a + theta * tip * (a + theta * tip + b) + b * b) / 5 - s * s * s * s;
}

const fallen = (theta: number, tip: number, s: number): number => (theta - tip) * slope(theta, tip, s);

/** Simpson's nodes for equation 3: theta = tip + (1 - tip) x^2 takes the root at the tip away, x = sinh(6 y) / sinh 6 draws nodes to it. */
const NODES = Array.from({ length: 201 }, (_, i) => {
  const y = i / 200;
  const weight = i === 0 || i === 200 ? 1 : i % 2 === 1 ? 4 : 2;
  return { square: (Math.sinh(6 * y) / Math.sinh(6)) ** 2, weight: (weight * 6 * Math.cosh(6 * y)) / (Math.sinh(6) * 300) };
});

function quadrature(tip: number, s: number): number {
  let sum = 0;
  for (const { square, weight } of NODES) sum += weight / Math.sqrt(slope(tip + (1 - tip) * square, tip, s));
  return Math.sqrt(1 - tip) * sum;
}
