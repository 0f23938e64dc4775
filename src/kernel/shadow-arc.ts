/**
 * Light along a circular orbit between two instants, in closed form, so that a coarse step carries no bias.
 *
 * Phase q: angle along the orbit from its point nearest the anti-Sun axis; cos p = cos beta cos q, p from that axis.
 *   1. cones of a sphere: p_umbra = asin(Re/r) - asin((Rs - Re)/d), p_shadow = asin(Re/r) + asin((Rs + Re)/d)
 *   2. half arc in the dark: w = acos(cos p_edge / cos beta), 0 where cos beta <= cos p_edge (Wertz & Larson 1999, eq. 5-16, for a cone)
 *   3. share of a step in the dark = |[q0, q1] and [-w, w]| / (q1 - q0), q modulo a turn
 *   4. disc in view = 1 outside the penumbra, 0 in the umbra, in between the cap overlap of shadow.ts by 4-point Gauss-Legendre
 *   5. share of a whole turn in the dark at this beta = w / pi: free of where in its orbit the satellite stands
 *
 * Assumes: spherical Earth; beta and the Sun's distance still during one step (their mean is used), phase linear in it.
 * Range: 0 < q1 - q0 < pi, r > Re, d far beyond the orbit.
 * Accuracy: entries exact for these assumptions, also grazing ones shorter than a step; mean disc 1e-3 of the time in penumbra
 * (both against half-second sampling of shadow.ts: test).
 */
import { visibleSunFraction } from "./shadow.ts";

export type ArcGeometry = { readonly orbitRadius: number; readonly earthRadius: number; readonly sunRadius: number };

/** At the ends of the steps, rows + 1 long: phase -pi..pi, cosine of beta, distance of the Sun in the unit of the radii. */
export type ArcPath = { readonly phase_rad: Float64Array; readonly cosBeta: Float64Array; readonly sunDistance: Float64Array };

/** Per step: shares of it in the umbra and in umbra or penumbra, mean disc in view; shares of a whole turn in either. */
export type ArcLight = {
  readonly umbra_frac: Float64Array;
  readonly shadow_frac: Float64Array;
  readonly lit_frac: Float64Array;
  readonly turnUmbra_frac: Float64Array;
  readonly turnShadow_frac: Float64Array;
};

/** Writes the light of `rows` steps into `out`. */
export function shadowArcLight(geometry: ArcGeometry, path: ArcPath, rows: number, out: ArcLight): void {
  const limb = Math.asin(geometry.earthRadius / geometry.orbitRadius);
  for (let i = 0; i < rows; i++) {
    const distance = 0.5 * (path.sunDistance[i]! + path.sunDistance[i + 1]!);
    const cosBeta = 0.5 * (path.cosBeta[i]! + path.cosBeta[i + 1]!);
    const shadow = halfArc(limb + Math.asin((geometry.sunRadius + geometry.earthRadius) / distance), cosBeta);
    const umbra = shadow === 0 ? 0 : halfArc(limb - Math.asin((geometry.sunRadius - geometry.earthRadius) / distance), cosBeta);
    out.turnShadow_frac[i] = shadow / Math.PI;
    out.turnUmbra_frac[i] = umbra / Math.PI;
    const from = path.phase_rad[i]!;
    const to = from + turnOnward(path.phase_rad[i + 1]! - from);
    const inShadow = shadow === 0 ? 0 : overlap(from, to, -shadow, shadow) / (to - from);
    const inUmbra = umbra === 0 ? 0 : overlap(from, to, -umbra, umbra) / (to - from);
    out.shadow_frac[i] = inShadow;
    out.umbra_frac[i] = inUmbra;
    out.lit_frac[i] = inShadow === inUmbra ? 1 - inShadow : 1 - inShadow + partialLight(geometry, { from, to, umbra, shadow, cosBeta, distance });
  }
}

function halfArc(edge_rad: number, cosBeta: number): number {
  const cosEdge = Math.cos(edge_rad);
  if (edge_rad <= 0 || cosBeta <= cosEdge) return 0;
  return cosEdge <= -cosBeta ? Math.PI : Math.acos(cosEdge / cosBeta);
}

function turnOnward(difference: number): number {
  return difference < 0 ? difference + 2 * Math.PI : difference;
}

/** Length of [from, to] within [low, high] or that interval a turn later. */
function overlap(from: number, to: number, low: number, high: number): number {
  return common(from, to, low, high) + common(from, to, low + 2 * Math.PI, high + 2 * Math.PI);
}

function common(from: number, to: number, low: number, high: number): number {
  const length = (to < high ? to : high) - (from > low ? from : low);
  return length > 0 ? length : 0;
}

type Span = { readonly from: number; readonly to: number; readonly umbra: number; readonly shadow: number; readonly cosBeta: number; readonly distance: number };

/** Mean over the span of the disc seen within the penumbra. */
function partialLight(geometry: ArcGeometry, span: Span): number {
  let sum = 0;
  for (let turn = 0; turn <= 2 * Math.PI; turn += 2 * Math.PI) {
    sum += discIntegral(geometry, span, turn - span.shadow, turn - span.umbra);
    sum += discIntegral(geometry, span, turn + span.umbra, turn + span.shadow);
  }
  return sum / (span.to - span.from);
}

// Gauss-Legendre, 4 points on [-1, 1]. Abramowitz & Stegun 1964, table 25.4.
const NODE_INNER = 0.3399810435848563;
const NODE_OUTER = 0.8611363115940526;
const WEIGHT_INNER = 0.6521451548625461;
const WEIGHT_OUTER = 0.3478548451374538;

function discIntegral(geometry: ArcGeometry, span: Span, low: number, high: number): number {
  const from = span.from > low ? span.from : low;
  const to = span.to < high ? span.to : high;
  if (to <= from) return 0;
  const middle = 0.5 * (from + to);
  const half = 0.5 * (to - from);
  const inner = disc(geometry, span, middle - NODE_INNER * half) + disc(geometry, span, middle + NODE_INNER * half);
  const outer = disc(geometry, span, middle - NODE_OUTER * half) + disc(geometry, span, middle + NODE_OUTER * half);
  return half * (WEIGHT_INNER * inner + WEIGHT_OUTER * outer);
}

/** Disc in view at a phase, in the plane of Earth, Sun and satellite, the Sun on the x axis. */
function disc(geometry: ArcGeometry, span: Span, phase: number): number {
  const cosP = span.cosBeta * Math.cos(phase);
  const r = geometry.orbitRadius;
  return visibleSunFraction(-r * cosP, r * Math.sqrt(1 - cosP * cosP), 0, span.distance, 0, 0, geometry.earthRadius, geometry.sunRadius);
}
