/**
 * How far a satellite stands from the edges of the Earth's shadow, as numbers whose sign changes there.
 *
 * Seen from the satellite: c the angle between the centres of Earth and Sun, a = asin(Rs/|s-r|) the Sun's angular radius,
 * b the angle from the Earth's centre to its limb in the direction of the Sun.
 *   1. umbra c - b + a, penumbra c - b - a; below 0 is inside (Montenbruck & Gill 2000, section 3.4.2; the signs of Orekit's
 *      EclipseDetector). The penumbra's contains the umbra: from first to last contact.
 *   2. sphere: b = asin(Re/r)
 *   3. ellipsoid: a line from r along u grazes it where, z stretched by 1/(1-f) (primed), it grazes a sphere:
 *      (r'.u')^2 = (r'.r' - Re^2) u'.u'. With u = e1 cos b + e2 sin b, e1 to the Earth's centre, e2 towards the Sun, that is
 *      Re^2 (r'/r)^2 - 2 (p/r) Re^2 t + ((r'.e2')^2 - (r'.r' - Re^2) e2'.e2') t^2 = 0 for t = tan b, p = r'.e2'; the root above 0.
 *      This is the limb of the ellipsoid in the plane of satellite, Sun and centre, exactly; Sun and satellite stretched together instead
 *      would stretch the Sun's disc with them (12 to 15 ms of an edge on a polar orbit).
 *   4. cylinder: angle from the anti-Sun axis less asin(Re/r)
 *   5. the margins written are the sines of the angles of 1, and 2 - sine beyond a quarter turn: they rise with the angle, are 0 with it and
 *      near 0 equal to it. Sines and cosines of a, b and c are quotients and roots, so that SIMD gives the same bits (sight-simd.ts).
 *
 * Assumes: parallel pole of Earth and frame for 3; the disc touches the limb in that plane: the true contact lies off it by the limb's
 * slope, a slope^2 / 2 < 3e-8 rad (0.03 ms). No refraction. Range: |r| > Re + 1 km, Sun far outside the orbit.
 * Accuracy: Orekit's edges on sphere and ellipsoid (test/golden/astro); 3 against a search over the surface 1e-9 rad (test).
 */

/** Lengths in the unit of the positions; flattening 0 is a sphere. */
export type ShadowBody = { readonly earthRadius: number; readonly flattening: number; readonly sunRadius: number };

/** Written by row: below 0 inside umbra, and inside penumbra or umbra. */
export type ConeMargins = { readonly umbra: Float64Array; readonly penumbra: Float64Array };

/** Margins of both cones for `rows` satellites; 3 numbers a row in `positions` and `suns`, the Earth's centre at 0. */
export function coneMargins(body: ShadowBody, positions: Float64Array, suns: Float64Array, rows: number, out: ConeMargins): void {
  for (let i = 0, at = 0; i < rows; i++, at += 3) {
    const x = positions[at]!;
    const y = positions[at + 1]!;
    const z = positions[at + 2]!;
    const sunX = suns[at]!;
    const sunY = suns[at + 1]!;
    const sunZ = suns[at + 2]!;
    const dx = sunX - x;
    const dy = sunY - y;
    const dz = sunZ - z;
    const cx = y * dz - z * dy;
    const cy = z * dx - x * dz;
    const cz = x * dy - y * dx;
    const r2 = x * x + y * y + z * z;
    const d2 = dx * dx + dy * dy + dz * dz;
    const perBoth = 1 / Math.sqrt(r2 * d2);
    const sinC = Math.sqrt(cx * cx + cy * cy + cz * cz) * perBoth;
    const cosC = -((x * dx + y * dy + z * dz) * perBoth);
    let sinB: number;
    let cosB: number;
    if (body.flattening === 0) {
      const perR = 1 / Math.sqrt(r2);
      sinB = body.earthRadius * perR;
      cosB = Math.sqrt(r2 - body.earthRadius * body.earthRadius) * perR;
    } else {
      const tan = limbTangent(x, y, z, sunX, sunY, sunZ, body.earthRadius, body.flattening);
      cosB = 1 / Math.sqrt(1 + tan * tan);
      sinB = tan * cosB;
    }
    const sinPast = sinC * cosB - cosC * sinB;
    const cosPast = cosC * cosB + sinC * sinB;
    const perD = 1 / Math.sqrt(d2);
    const sinA = body.sunRadius * perD;
    const cosA = Math.sqrt(d2 - body.sunRadius * body.sunRadius) * perD;
    out.umbra[i] = unfolded(sinPast * cosA + cosPast * sinA, cosPast * cosA - sinPast * sinA);
    out.penumbra[i] = unfolded(sinPast * cosA - cosPast * sinA, cosPast * cosA + sinPast * sinA);
  }
}

/** Equation 5. */
const unfolded = (sin: number, cos: number): number => (cos < 0 ? 2 - sin : sin);

/** Equations 2 and 3: angle from the Earth's centre to its limb on the Sun's side. */
export function limbAngle(x: number, y: number, z: number, sunX: number, sunY: number, sunZ: number, earthRadius: number, flattening: number): number {
  if (flattening === 0) return Math.asin(earthRadius / Math.sqrt(x * x + y * y + z * z));
  return Math.atan(limbTangent(x, y, z, sunX, sunY, sunZ, earthRadius, flattening));
}

/** Equation 3. */
function limbTangent(x: number, y: number, z: number, sunX: number, sunY: number, sunZ: number, earthRadius: number, flattening: number): number {
  // e2: the Sun's direction less its part along r. On the axis every direction is as good.
  const r2 = x * x + y * y + z * z;
  const along = (sunX * x + sunY * y + sunZ * z) / r2;
  const ex = sunX - along * x;
  const ey = sunY - along * y;
  const ez = sunZ - along * z;
  const length = Math.sqrt(ex * ex + ey * ey + ez * ez);
  const per = length > 0 ? 1 / length : 0;
  const stretch = 1 / ((1 - flattening) * (1 - flattening));
  const radius2 = earthRadius * earthRadius;
  const rr = x * x + y * y + z * z * stretch;
  const ee = length > 0 ? (ex * ex + ey * ey + ez * ez * stretch) * per * per : 1;
  const p = z * ez * (stretch - 1) * per;
  const outer = (radius2 * rr) / r2;
  const middle = (radius2 * p) / Math.sqrt(r2);
  const inner = p * p - (rr - radius2) * ee;
  return outer / (middle + Math.sqrt(middle * middle - outer * inner));
}

/** Equation 4: below 0 in the cylinder of parallel sunlight behind the Earth. */
export function cylinderMargin(x: number, y: number, z: number, sunX: number, sunY: number, sunZ: number, earthRadius: number): number {
  const cx = y * sunZ - z * sunY;
  const cy = z * sunX - x * sunZ;
  const cz = x * sunY - y * sunX;
  const fromAxis = Math.atan2(Math.sqrt(cx * cx + cy * cy + cz * cz), -(x * sunX + y * sunY + z * sunZ));
  return fromAxis - Math.asin(earthRadius / Math.sqrt(x * x + y * y + z * z));
}
