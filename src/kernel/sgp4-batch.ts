/**
 * What near-earth SGP4 keeps of each satellite, as one column a coefficient, and how it is had from the mean elements.
 *
 * Hoots & Roehrich 1980 (Spacetrack Report No. 3, section 6) with the corrections of Vallado et al. 2006 (AIAA 2006-6753), "improved" mode.
 * Lengths in Earth radii (Re), time in minutes, ke = sqrt(mu) in these units, th = cos i:
 *   1. mean motion n" and semi-major axis a" from the Kozai mean motion of the element set
 *   2. density function s, (q0 - s)^4 by height of perigee: 78 km, from 156 km down perigee - 78, below 98 km 20
 *   3. drag coefficients C1..C5, D2..D4 and the polynomials in t of semi-major axis, eccentricity and mean longitude
 *   4. secular rates of M, w, W by J2, J2^2 and J4
 *   5. long-period coefficients by J3
 * Below 220 km of perigee the terms of higher order in t, C5 and the wobble of M and w are 0 instead of left out: the loop has no branch.
 *
 * Assumes: period < 225 min; longer ones need deep-space terms, which are not here: `sgp4Set` answers "deep".
 */

/** Earth as SGP4 has it; the element sets were fitted with WGS 72. */
export type Sgp4Earth = { readonly mu_km3_per_s2: number; readonly radius_km: number; readonly j2: number; readonly j3: number; readonly j4: number };

export type Sgp4Elements = {
  /** Kozai mean motion, as in the element set. */
  readonly meanMotion_rad_per_min: number;
  readonly eccentricity: number;
  readonly inclination_rad: number;
  readonly node_rad: number;
  readonly perigee_rad: number;
  readonly meanAnomaly_rad: number;
  /** B*, per Earth radius. */
  readonly bstar: number;
};

/** Column names; the order is that of `data`. */
export const SGP4_COLUMNS = [
  "n0", "a0", "e0", "M0", "Mdot", "w0", "wdot", "W0", "Wdot", "Wdrag", "sinI", "cosI", "c1", "d2", "d3", "d4", "bc4", "bc5", "sinM0",
  "t2", "t3", "t4", "t5", "wc", "Mc", "eta", "wobble0", "Lc", "yc", "th3", "th1", "th7",
] as const;

export type Sgp4Column = (typeof SGP4_COLUMNS)[number];

export type Sgp4Batch = {
  readonly count: number;
  readonly earth: Sgp4Earth;
  /** ke, Re^1.5 / min. */
  readonly ke: number;
  /** All columns one after another: coefficient k of satellite i at k count + i. */
  readonly data: Float64Array;
  readonly columns: Readonly<Record<Sgp4Column, Float64Array>>;
  readonly scratch: Float64Array;
};

/** Room for `count` satellites, each NaN until set. */
export function sgp4Batch(count: number, earth: Sgp4Earth): Sgp4Batch {
  const data = new Float64Array(SGP4_COLUMNS.length * count).fill(NaN);
  const columns = Object.fromEntries(SGP4_COLUMNS.map((name, k) => [name, data.subarray(k * count, (k + 1) * count)])) as Record<Sgp4Column, Float64Array>;
  return { count, earth, ke: 60 * Math.sqrt(earth.mu_km3_per_s2 / earth.radius_km ** 3), data, columns, scratch: new Float64Array(22) };
}

/** Minutes of a revolution from which the Moon, the Sun and resonance count. */
const DEEP_PERIOD_MIN = 225;

/** Sets satellite `at` of the batch; "deep": its period is 225 min or more, "invalid": no orbit, and nothing is written for either. */
export function sgp4Set(batch: Sgp4Batch, at: number, elements: Sgp4Elements): "near" | "deep" | "invalid" {
  const { eccentricity: e, meanMotion_rad_per_min: n } = elements;
  if (!Object.values(elements).every(Number.isFinite) || !(e >= 0 && e < 1) || !(n > 0)) return "invalid";
  const shape = shapeOf(elements, batch);
  if ((2 * Math.PI) / shape.n >= DEEP_PERIOD_MIN) return "deep";
  const row = { ...angles(elements, shape), ...secularRates(shape, batch.earth), ...longPeriod(shape, batch.earth), ...drag(elements, shape, batch.earth) };
  for (const name of SGP4_COLUMNS) batch.columns[name][at] = name === "Wdrag" ? 3.5 * shape.b2 * row.nodeJ2 * row.c1 : row[name];
  return "near";
}

type Shape = { readonly n: number; readonly a: number; readonly e: number; readonly th: number; readonly sinI: number; readonly b2: number; readonly th3: number };

/** Equation 1: b2 = 1 - e^2, th3 = 3 th^2 - 1. */
function shapeOf({ meanMotion_rad_per_min: n, eccentricity: e, inclination_rad }: Sgp4Elements, { ke, earth }: Sgp4Batch): Shape {
  const th = Math.cos(inclination_rad);
  const th3 = 3 * th * th - 1;
  const b2 = 1 - e * e;
  const a1 = (ke / n) ** (2 / 3);
  const k = (0.75 * earth.j2 * th3) / (Math.sqrt(b2) * b2);
  const d1 = k / (a1 * a1);
  const a = a1 * (1 - d1 * d1 - d1 * (1 / 3 + (134 * d1 * d1) / 81));
  const brouwer = n / (1 + k / (a * a));
  return { n: brouwer, a: (ke / brouwer) ** (2 / 3), e, th, sinI: Math.sin(inclination_rad), b2, th3 };
}

const angles = (elements: Sgp4Elements, { n, a, e, th, sinI, th3 }: Shape) => ({
  n0: n, a0: a, e0: e, M0: elements.meanAnomaly_rad, w0: elements.perigee_rad, W0: elements.node_rad,
  sinI, cosI: th, sinM0: Math.sin(elements.meanAnomaly_rad), th3, th1: 1 - th * th, th7: 7 * th * th - 1,
});

/** Equation 4. */
function secularRates({ n, a, th, b2, th3 }: Shape, { j2, j4 }: Sgp4Earth) {
  const q = th * th;
  const q2 = q * q;
  const p2 = 1 / (a * b2) ** 2;
  const one = 1.5 * j2 * p2 * n;
  const two = 0.5 * one * j2 * p2;
  const four = -0.46875 * j4 * p2 * p2 * n;
  const beta = Math.sqrt(b2);
  const nodeJ2 = -one * th;
  return {
    nodeJ2,
    Mdot: n + 0.5 * one * beta * th3 + 0.0625 * two * beta * (13 - 78 * q + 137 * q2),
    wdot: -0.5 * one * (1 - 5 * q) + 0.0625 * two * (7 - 114 * q + 395 * q2) + four * (3 - 36 * q + 49 * q2),
    Wdot: nodeJ2 + (0.5 * two * (4 - 19 * q) + 2 * four * (3 - 7 * q)) * th,
  };
}

/** Equation 5; at 180 degrees of inclination, where 1 + th vanishes, it is held at 1.5e-12 (Vallado et al. 2006). */
function longPeriod({ th, sinI }: Shape, { j2, j3 }: Sgp4Earth) {
  const ratio = j3 / j2;
  const below = Math.abs(1 + th) > 1.5e-12 ? 1 + th : 1.5e-12;
  return { Lc: (-0.25 * ratio * sinI * (3 + 5 * th)) / below, yc: -0.5 * ratio * sinI };
}

/** Equation 2: s in Re, and (q0 - s)^4. */
function densityFit(perigee_km: number, radius_km: number): { readonly s: number; readonly q4: number } {
  const s_km = perigee_km >= 156 ? 78 : perigee_km < 98 ? 20 : perigee_km - 78;
  return { s: s_km / radius_km + 1, q4: ((120 - s_km) / radius_km) ** 4 };
}

/** Equation 3. */
function drag({ bstar, perigee_rad, meanAnomaly_rad }: Sgp4Elements, shape: Shape, { radius_km, j2, j3 }: Sgp4Earth) {
  const { n, a, e, b2, th3, th, sinI } = shape;
  const perigee = a * (1 - e);
  const { s, q4 } = densityFit((perigee - 1) * radius_km, radius_km);
  const xi = 1 / (a - s);
  const eta = a * e * xi;
  const eta2 = eta * eta;
  const ee = e * eta;
  const psi2 = Math.abs(1 - eta2);
  const k = q4 * xi ** 4;
  const k1 = k / psi2 ** 3.5;
  const c1 = bstar * k1 * n * (a * (1 + 1.5 * eta2 + ee * (4 + eta2)) + ((0.375 * j2 * xi) / psi2) * th3 * (8 + 3 * eta2 * (8 + eta2)));
  const c3 = e > 1e-4 ? (-2 * k * xi * (j3 / j2) * n * sinI) / e : 0;
  const oblate = -3 * th3 * (1 - 2 * ee + eta2 * (1.5 - 0.5 * ee)) + 0.75 * (1 - th * th) * (2 * eta2 - ee * (1 + eta2)) * Math.cos(2 * perigee_rad);
  const c4 = 2 * n * k1 * a * b2 * (eta * (2 + 0.5 * eta2) + e * (0.5 + 2 * eta2) - ((j2 * xi) / (a * psi2)) * oblate);
  const c5 = 2 * k1 * a * b2 * (1 + 2.75 * (eta2 + ee) + ee * eta2);
  const common = { c1, bc4: bstar * c4, t2: 1.5 * c1, eta, wobble0: (1 + eta * Math.cos(meanAnomaly_rad)) ** 3 };
  if (perigee < 220 / radius_km + 1) return { ...common, bc5: 0, wc: 0, Mc: 0, d2: 0, d3: 0, d4: 0, t3: 0, t4: 0, t5: 0 };
  const wobble = { wc: bstar * c3 * Math.cos(perigee_rad), Mc: e > 1e-4 ? (-(2 / 3) * k * bstar) / ee : 0 };
  return { ...common, bc5: bstar * c5, ...wobble, ...higherOrder({ c1, a, xi, s }) };
}

function higherOrder({ c1, a, xi, s }: { readonly c1: number; readonly a: number; readonly xi: number; readonly s: number }) {
  const c2 = c1 * c1;
  const d2 = 4 * a * xi * c2;
  const k = (d2 * xi * c1) / 3;
  const d3 = (17 * a + s) * k;
  const d4 = 0.5 * k * a * xi * (221 * a + 31 * s) * c1;
  return {
    d2, d3, d4,
    t3: d2 + 2 * c2,
    t4: 0.25 * (3 * d3 + c1 * (12 * d2 + 10 * c2)),
    t5: 0.2 * (3 * d4 + 12 * c1 * d3 + 6 * d2 * d2 + 15 * c2 * (2 * d2 + c2)),
  };
}
