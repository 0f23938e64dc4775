/**
 * How much of the Sun's disc a satellite sees past a spherical Earth.
 *
 * Seen from the satellite: a = asin(Rs/|s-r|) the Sun's angular radius, b = asin(Re/|r|) the Earth's,
 * c the angle between their centres (Montenbruck & Gill 2000, section 3.4.2).
 *   1. c >= a + b: all of the Sun; c <= b - a: umbra; c <= a - b: annular, 1 - (1 - cos b)/(1 - cos a)
 *   2. else overlap of two caps on the sphere (Tovchigrechko & Vakser 2001):
 *      W = 2 [pi - A - B cos a - C cos b], A the spherical triangle's angle at a limb crossing, B at the Sun, C at the Earth,
 *      each by the half-angle tangent, which keeps its digits at tangency; seen fraction = 1 - W / (2 pi (1 - cos a)).
 * The planar two-disc formula (Montenbruck & Gill) differs from 2 by under 1e-3 of the disc from low orbit.
 *
 * Assumes: spherical Earth, no refraction, uniform solar disc. Range: |r| >= 1.001 Re, Sun far outside the orbit.
 * Accuracy: cap overlap against a ray count over the disc to 1e-3 (test), rounding ~1e-11; entry and exit against
 * Orekit's EclipseDetector (test/golden/astro) within 1 s, the step and the low-precision Sun; an oblate Earth moves entries by 6 s.
 */

/** Fraction 0..1 of the solar disc seen; exactly 0 in the umbra, exactly 1 outside the penumbra. One length unit throughout. */
export function visibleSunFraction(
  x: number, y: number, z: number,
  sunX: number, sunY: number, sunZ: number,
  earthRadius: number, sunRadius: number,
): number {
  const dx = sunX - x;
  const dy = sunY - y;
  const dz = sunZ - z;
  const dot = -(x * dx + y * dy + z * dz);
  if (dot < 0) return 1;
  const r = Math.sqrt(x * x + y * y + z * z);
  const d = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const cosC = dot / (r * d);
  const sinB = earthRadius / r;
  const sinA = sunRadius / d;
  const cosA = Math.sqrt(1 - sinA * sinA);
  const cosB = Math.sqrt(1 - sinB * sinB);
  if (cosC <= cosA * cosB - sinA * sinB) return 1;
  if (sinB >= sinA && cosC >= cosA * cosB + sinA * sinB) return 0;
  return partialSun(Math.asin(sinA), Math.asin(sinB), Math.acos(Math.min(1, cosC)));
}

function partialSun(a: number, b: number, c: number): number {
  const disc = 2 * Math.sin(a / 2) ** 2;
  if (c <= a - b) return 1 - (2 * Math.sin(b / 2) ** 2) / disc;
  const half = 0.5 * (a + b + c);
  const sinHalf = Math.sin(half);
  const overA = nonNegative(Math.sin(half - a));
  const overB = nonNegative(Math.sin(half - b));
  const overC = nonNegative(Math.sin(half - c));
  const atLimb = 2 * Math.atan2(Math.sqrt(overA * overB), Math.sqrt(sinHalf * overC));
  const atSun = 2 * Math.atan2(Math.sqrt(overA * overC), Math.sqrt(sinHalf * overB));
  const atEarth = 2 * Math.atan2(Math.sqrt(overB * overC), Math.sqrt(sinHalf * overA));
  const hidden = (Math.PI - atLimb - atSun * Math.cos(a) - atEarth * Math.cos(b)) / (Math.PI * disc);
  return Math.min(1, nonNegative(1 - hidden));
}

/** Takes away the few 1e-16 below zero that rounding leaves at tangency. */
function nonNegative(x: number): number {
  return x > 0 ? x : 0;
}

export type Illumination = { readonly umbra: boolean; readonly penumbra: boolean; readonly lit_frac: number };

export type ShadowGeometry = {
  readonly satellite: readonly [number, number, number];
  readonly sun: readonly [number, number, number];
  readonly earthRadius: number;
  readonly sunRadius: number;
};

/** Umbra, penumbra (partial light only) and the lit fraction of the disc; for single questions, the loop calls visibleSunFraction. */
export function coneIllumination({ satellite: s, sun, earthRadius, sunRadius }: ShadowGeometry): Illumination {
  const lit_frac = visibleSunFraction(s[0], s[1], s[2], sun[0], sun[1], sun[2], earthRadius, sunRadius);
  return { umbra: lit_frac === 0, penumbra: lit_frac > 0 && lit_frac < 1, lit_frac };
}
