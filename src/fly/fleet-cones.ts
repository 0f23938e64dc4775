/**
 * A plane's light between the Earth's cones, beside the one edge that its satellites were flown with.
 *
 * Mean over the flight of whole turns at the beta of their time: shares outside the umbra, outside the penumbra too, and the mean disc in view
 * (kernel/shadow-arc, equations 1-4), one turn an hour. A plane whose satellites stand evenly has these shares; a few satellites meet them
 * within the chance of where they stand.
 * Accuracy: the three shares of a year against `fly` 2e-5 (test).
 */
import { shadowArcLight } from "../kernel/index.ts";
import type { ArcPath, CircularJ2 } from "../kernel/index.ts";
import { sunAt } from "../physics/index.ts";
import { ASTRONOMICAL_UNIT_KM, DAY_S, EARTH_RADIUS_KM, HOUR_S, SUN_RADIUS_KM } from "../units/index.ts";
import { arcLight } from "./light.ts";
import type { FlightSpan } from "./span.ts";

export interface ConeLight { readonly outsideUmbra_frac: number; readonly outsidePenumbra_frac: number; readonly discInView_frac: number }

/** Arcs of a turn: each shorter than half of it, as shadow-arc asks. */
const ARCS = 3;

interface SunNode { readonly t_s: number; readonly direction: readonly [number, number, number]; readonly distance_km: number }

/** Light of any plane over the span; the Sun is evaluated once for all of them. */
export function coneLight(span: FlightSpan): (orbit: CircularJ2) => ConeLight {
  const suns = sunNodes(span);
  const rows = suns.length - 1;
  const path: ArcPath = { phase_rad: Float64Array.from(suns, (_, i) => phaseOf(i)), cosBeta: new Float64Array(suns.length), sunDistance: Float64Array.from(suns, ({ distance_km }) => distance_km) };
  const light = arcLight(rows);
  return (orbit) => {
    suns.forEach((sun, i) => { path.cosBeta[i] = cosBeta(orbit, sun); });
    shadowArcLight({ orbitRadius: orbit.semiMajorAxis, earthRadius: EARTH_RADIUS_KM, sunRadius: SUN_RADIUS_KM }, path, rows, light);
    return { outsideUmbra_frac: 1 - mean(light.umbra_frac), outsidePenumbra_frac: 1 - mean(light.shadow_frac), discInView_frac: mean(light.lit_frac) };
  };
}

/** At the ends of the arcs of whole turns over the span, a turn an hour or a shorter one. */
function sunNodes({ start_jd, steps, step_s }: FlightSpan): SunNode[] {
  const duration_s = steps * step_s;
  const arcs = ARCS * Math.ceil(duration_s / HOUR_S);
  return Array.from({ length: arcs + 1 }, (_, i) => {
    const t_s = (i * duration_s) / arcs;
    const { direction_mod, distance_au } = sunAt(start_jd + t_s / DAY_S);
    return { t_s, direction: direction_mod, distance_km: distance_au * ASTRONOMICAL_UNIT_KM };
  });
}

const phaseOf = (arc: number): number => ((arc % ARCS) * 2 * Math.PI) / ARCS - Math.PI;

function cosBeta({ node_rad, nodeRate_rad_per_s, inclination_rad }: CircularJ2, { t_s, direction: [x, y, z] }: SunNode): number {
  const node = node_rad + nodeRate_rad_per_s * t_s;
  const sinBeta = (x * Math.sin(node) - y * Math.cos(node)) * Math.sin(inclination_rad) + z * Math.cos(inclination_rad);
  return Math.sqrt(1 - sinBeta * sinBeta);
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean of some planes, each as often as it has satellites; the two run in parallel. */
export function meanLight(lights: readonly ConeLight[], satellites: readonly number[]): ConeLight {
  const all = satellites.reduce((sum, count) => sum + count, 0);
  const of = (name: keyof ConeLight): number => lights.reduce((sum, light, p) => sum + light[name] * satellites[p]!, 0) / all;
  return { outsideUmbra_frac: of("outsideUmbra_frac"), outsidePenumbra_frac: of("outsidePenumbra_frac"), discInView_frac: of("discInView_frac") };
}
