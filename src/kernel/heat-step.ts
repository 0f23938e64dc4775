/**
 * One step of a lumped radiating body, exactly.
 *
 *   1. C dT/dt = P - k T^4, P = heat in (dissipated and absorbed) constant over the step, k = sum of eta eps sigma A
 *   2. P > 0: Te = (P/k)^(1/4), x = T/Te, s = t k Te^3/C: dx/ds = 1 - x^4, so
 *      1/2 [atan x1 - atan x0] + 1/2 [artanh x1 - artanh x0] = s, solved for x1 - x0 (Newton inside a bracket)
 *   3. P = 0: T1 = (T0^-3 + 3 k t/C)^(-1/3)
 *   4. emitted = P t - C (T1 - T0): the balance closes by construction
 *
 * Assumes: one temperature; k and P constant over the step. Range: T0 > 0, P >= 0, any t >= 0; the step is the
 * exact solution, so it is stable and monotone for every t. P below 1e-8 of k T0^4 is emitted as zero (closed form 3 keeps
 * its digits where 2 loses them); it still counts in the energy.
 * Accuracy: against 4th-order Runge-Kutta with 1e4 substeps to 1e-10 of T; closed form 3 to rounding (tests).
 */

export type HeatStep = { readonly temperature_K: number; readonly emitted_J: number };

export type LumpedBody = {
  readonly temperature_K: number;
  readonly capacity_J_per_K: number;
  /** k: emitted power over T^4. */
  readonly emission_W_per_K4: number;
};

/** Temperature after `step_s` and the energy radiated meanwhile; NaN if heatIn_W < 0. */
export function heatStep(body: LumpedBody, heatIn_W: number, step_s: number): HeatStep {
  const rise_K = temperatureRise_K(body, heatIn_W, step_s);
  const temperature_K = body.temperature_K + rise_K;
  // The difference of the rounded temperatures, not the rise: so the ledger sums to zero over a year of steps.
  return { temperature_K, emitted_J: heatIn_W * step_s - body.capacity_J_per_K * (temperature_K - body.temperature_K) };
}

function temperatureRise_K(body: LumpedBody, heatIn_W: number, step_s: number): number {
  const { temperature_K: t0, capacity_J_per_K: c, emission_W_per_K4: k } = body;
  const emitted_W = k * t0 ** 4;
  if (heatIn_W >= 0 && heatIn_W < 1e-8 * emitted_W) return t0 * (Math.cbrt(1 / (1 + (3 * emitted_W * step_s) / (c * t0))) - 1);
  const balance_K = Math.sqrt(Math.sqrt(heatIn_W / k));
  const scaledTime = (step_s * k * balance_K ** 3) / c;
  return balance_K * scaledRise(t0 / balance_K, scaledTime);
}

/** x1 - x0 of dx/ds = 1 - x^4 after s; between 0 and 1 - x0, both included. */
function scaledRise(x0: number, s: number): number {
  const gap = 1 - x0;
  if (gap === 0 || s === 0) return 0;
  const rate = (1 + x0) * (1 + x0 * x0);
  let near = 0;
  let far = gap;
  let rise = -gap * Math.expm1(-0.5 * (rate + 4) * s);
  for (let i = 0; i < 200; i++) {
    const x1 = x0 + rise;
    const error = elapsed(x0, gap, rise) - s;
    if (error > 0) far = rise;
    else near = rise;
    const next = rise - error * (gap - rise) * (1 + x1) * (1 + x1 * x1);
    const inside = (next - near) * (next - far) < 0;
    const moved = (inside ? next : 0.5 * (near + far)) - rise;
    rise += moved;
    if (Math.abs(moved) <= 1e-15 * Math.max(1, x0)) return rise;
  }
  return rise;
}

/** Scaled time from x0 to x0 + rise, in difference form so that short steps keep their digits; Infinity at the balance point. */
function elapsed(x0: number, gap: number, rise: number): number {
  const left = gap - rise;
  if (left === 0) return Infinity;
  const arc = Math.atan(rise / (1 + x0 * (x0 + rise)));
  return 0.5 * arc + 0.25 * Math.log1p((2 * rise) / ((1 + x0) * left));
}
