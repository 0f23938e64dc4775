/**
 * Position and velocity on an elliptic orbit under the secular part of J2.
 *
 * With n0 = sqrt(mu/a^3), p = a (1 - e^2), k = J2 (Re/p)^2 (Kozai 1959; Vallado 2013, eqs 9-38..9-41):
 *   1. M' = n = n0 [1 + 3/4 k sqrt(1 - e^2) (2 - 3 sin^2 i)]
 *   2. W' = -3/2 n k cos i
 *   3. w' = 3/4 n k (4 - 5 sin^2 i)
 *   4. Kepler: M = E - e sin E, by Newton; tan(v/2) = sqrt((1 + e)/(1 - e)) tan(E/2)
 *   5. r, v from the perifocal axes; v is that of the Kepler orbit of the moment
 * The rates of 2 and 3 take the perturbed n of 1, as STK does (with n0 there, 1.2 km after four days at 8000 km). j2-circular.ts takes
 * n0 in them: a part in a thousand of the node rate.
 *
 * Assumes: the elements given are mean ones (STK reads its initial state so); no short-period terms, no drag.
 * Range: 0 <= e < 1, perigee above the surface. Accuracy: 1.8 m from STK after four days at e = 0.015 (test).
 */
import type { J2Field } from "./j2-circular.ts";

export type MeanElements = {
  readonly semiMajorAxis: number;
  readonly eccentricity: number;
  readonly inclination_rad: number;
  readonly node_rad: number;
  readonly argumentOfPerigee_rad: number;
  readonly meanAnomaly_rad: number;
};

export type SecularRates = {
  readonly meanAnomalyRate_rad_per_s: number;
  readonly nodeRate_rad_per_s: number;
  readonly perigeeRate_rad_per_s: number;
};

/** Rates of mean anomaly, node and perigee; field and elements share one length unit. */
export function secularRates({ mu, radius, j2 }: J2Field, { semiMajorAxis: a, eccentricity: e, inclination_rad }: MeanElements): SecularRates {
  const shape = 1 - e * e;
  const k = j2 * (radius / (a * shape)) ** 2;
  const sin2 = Math.sin(inclination_rad) ** 2;
  const n = Math.sqrt(mu / a ** 3) * (1 + 0.75 * k * Math.sqrt(shape) * (2 - 3 * sin2));
  return {
    meanAnomalyRate_rad_per_s: n,
    nodeRate_rad_per_s: -1.5 * n * k * Math.cos(inclination_rad),
    perigeeRate_rad_per_s: 0.75 * n * k * (4 - 5 * sin2),
  };
}

/** The elements `t_s` later. */
export function secularElements(elements: MeanElements, rates: SecularRates, t_s: number): MeanElements {
  return {
    ...elements,
    node_rad: elements.node_rad + rates.nodeRate_rad_per_s * t_s,
    argumentOfPerigee_rad: elements.argumentOfPerigee_rad + rates.perigeeRate_rad_per_s * t_s,
    meanAnomaly_rad: elements.meanAnomaly_rad + rates.meanAnomalyRate_rad_per_s * t_s,
  };
}

/** Writes x, y, z and their rates per second into `out` (length 6), in the frame of the node angle. */
export function orbitState(mu: number, elements: MeanElements, out: Float64Array): void {
  const { semiMajorAxis: a, eccentricity: e } = elements;
  const eccentric = eccentricAnomaly_rad(elements.meanAnomaly_rad, e);
  const minor = Math.sqrt(1 - e * e);
  const cosE = Math.cos(eccentric);
  const sinE = Math.sin(eccentric);
  const speed = Math.sqrt(mu / a) / (1 - e * cosE);
  turned(a * (cosE - e), a * minor * sinE, elements, out, 0);
  turned(-speed * sinE, speed * minor * cosE, elements, out, 3);
}

/** Perifocal (x, y) into the frame of the node angle. */
function turned(x: number, y: number, { argumentOfPerigee_rad: g, inclination_rad: i, node_rad: w }: MeanElements, out: Float64Array, at: number): void {
  const along = x * Math.cos(g) - y * Math.sin(g);
  const across = x * Math.sin(g) + y * Math.cos(g);
  out[at] = along * Math.cos(w) - across * Math.cos(i) * Math.sin(w);
  out[at + 1] = along * Math.sin(w) + across * Math.cos(i) * Math.cos(w);
  out[at + 2] = across * Math.sin(i);
}

/** Eccentric anomaly of a mean anomaly, in the same turn; 0 <= e < 1. */
export function eccentricAnomaly_rad(meanAnomaly_rad: number, eccentricity: number): number {
  if (!(eccentricity >= 0 && eccentricity < 1)) throw new RangeError(`eccentricity ${eccentricity} is not in 0..1`);
  const turns = 2 * Math.PI * Math.round(meanAnomaly_rad / (2 * Math.PI));
  const m = meanAnomaly_rad - turns;
  // From the far side Newton's steps come down on the root without passing it (Danby 1988, section 6.6).
  let e = m === 0 ? 0 : m + Math.sign(m) * eccentricity;
  for (let round = 0; round < 50; round++) {
    const step = (e - eccentricity * Math.sin(e) - m) / (1 - eccentricity * Math.cos(e));
    e -= step;
    if (Math.abs(step) <= 1e-15 * Math.max(1, Math.abs(e))) break;
  }
  return e + turns;
}

/** Mean anomaly of a true anomaly, in the same turn. */
export function meanAnomaly_rad(trueAnomaly_rad: number, eccentricity: number): number {
  const turns = 2 * Math.PI * Math.round(trueAnomaly_rad / (2 * Math.PI));
  const half = Math.tan((trueAnomaly_rad - turns) / 2) * Math.sqrt((1 - eccentricity) / (1 + eccentricity));
  const eccentric = 2 * Math.atan(half);
  return eccentric - eccentricity * Math.sin(eccentric) + turns;
}
