/**
 * Positions of a circular orbit under the secular part of J2, without trigonometry in the loop.
 *
 * With n = sqrt(mu/a^3), k = J2 (Re/a)^2, e = 0 (Kaula 1966; Vallado 2013, eqs 9-38..9-41):
 *   1. node rate            W' = -3/2 k n cos i
 *   2. argument of latitude u' = M' + w' = n [1 + 3/2 k (4 cos^2 i - 1)]
 *        from M' = n [1 + 3/4 k (3 cos^2 i - 1)] and w' = 3/4 k n (5 cos^2 i - 1)
 *   3. r = a [cos u (cos W, sin W, 0) + sin u (-sin W cos i, cos W cos i, sin i)]
 * Each step turns (cos u, sin u) and (cos W, sin W) by constant rotations; every 1024 steps both are set
 * again from the angle itself, so that rounding cannot gather.
 *
 * Assumes: circular, no drag, mean elements (short-period J2 terms, up to ~10 km, left out).
 * Range: any a > Re, any inclination. Lengths in the unit of a.
 * Accuracy: against direct trigonometry < 1 mm over a year of minutes (test); nodal period and node rate against a numerical
 * orbit under J2 over 100 revolutions 0.1 s and 2e-3 (test/physics/orbit).
 */

export type J2Field = { readonly mu: number; readonly radius: number; readonly j2: number };

export type J2Rates = {
  readonly meanMotion_rad_per_s: number;
  readonly argumentOfLatitudeRate_rad_per_s: number;
  readonly nodeRate_rad_per_s: number;
};

/** Mean motion, argument-of-latitude rate and node rate of a circular orbit; mu, radius and semiMajorAxis share one length unit. */
export function j2Rates(field: J2Field, orbit: { readonly semiMajorAxis: number; readonly inclination_rad: number }): J2Rates {
  const n = Math.sqrt(field.mu / orbit.semiMajorAxis ** 3);
  const k = field.j2 * (field.radius / orbit.semiMajorAxis) ** 2;
  const cosI = Math.cos(orbit.inclination_rad);
  return {
    meanMotion_rad_per_s: n,
    argumentOfLatitudeRate_rad_per_s: n * (1 + 1.5 * k * (4 * cosI * cosI - 1)),
    nodeRate_rad_per_s: -1.5 * k * n * cosI,
  };
}

export type CircularJ2 = {
  readonly semiMajorAxis: number;
  readonly inclination_rad: number;
  /** Node and argument of latitude at t = 0. */
  readonly node_rad: number;
  readonly argumentOfLatitude_rad: number;
  readonly nodeRate_rad_per_s: number;
  readonly argumentOfLatitudeRate_rad_per_s: number;
};

export type StepSpan = { readonly start_s: number; readonly step_s: number; readonly count: number };

/** Steps after which turned sines and cosines are set again from their angles. */
export const RESET_STEPS = 1024;

/** Writes x, y, z of `count` instants into `out` (length >= 3 count, layout xyz xyz ...), in the frame of the node angle. */
export function circularJ2Positions(orbit: CircularJ2, span: StepSpan, out: Float64Array): void {
  if (out.length < 3 * span.count) throw new RangeError(`out holds ${out.length} numbers, needs ${3 * span.count}`);
  const a = orbit.semiMajorAxis;
  const cosI = Math.cos(orbit.inclination_rad);
  const sinI = Math.sin(orbit.inclination_rad);
  const du = orbit.argumentOfLatitudeRate_rad_per_s * span.step_s;
  const dw = orbit.nodeRate_rad_per_s * span.step_s;
  const cosDu = Math.cos(du);
  const sinDu = Math.sin(du);
  const cosDw = Math.cos(dw);
  const sinDw = Math.sin(dw);
  for (let first = 0; first < span.count; first += RESET_STEPS) {
    const t = span.start_s + first * span.step_s;
    const u = orbit.argumentOfLatitude_rad + orbit.argumentOfLatitudeRate_rad_per_s * t;
    const w = orbit.node_rad + orbit.nodeRate_rad_per_s * t;
    let cosU = a * Math.cos(u);
    let sinU = a * Math.sin(u);
    let cosW = Math.cos(w);
    let sinW = Math.sin(w);
    const end = Math.min(first + RESET_STEPS, span.count);
    for (let step = first, at = 3 * first; step < end; step++, at += 3) {
      const inPlane = sinU * cosI;
      out[at] = cosU * cosW - inPlane * sinW;
      out[at + 1] = cosU * sinW + inPlane * cosW;
      out[at + 2] = sinU * sinI;
      const nextCosU = cosU * cosDu - sinU * sinDu;
      sinU = sinU * cosDu + cosU * sinDu;
      cosU = nextCosU;
      const nextCosW = cosW * cosDw - sinW * sinDw;
      sinW = sinW * cosDw + cosW * sinDw;
      cosW = nextCosW;
    }
  }
}
