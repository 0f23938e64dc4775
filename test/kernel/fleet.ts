/** A random small fleet, its Sun and its columns, for the tests of the fleet loops. */
import { flagWords, j2Rates, phaseColumns, setTurns, shadowEdge, turnColumns } from "../../src/kernel/index.ts";
import type { CircularJ2, DarkFlags, OrbitColumns, PlaneSun, PowerDesign, SunColumns, TurnColumns } from "../../src/kernel/index.ts";
import { EARTH_J2, EARTH_MU_KM3_PER_S2, EARTH_RADIUS_KM } from "../../src/units/index.ts";

export const FIELD = { mu: EARTH_MU_KM3_PER_S2, radius: EARTH_RADIUS_KM, j2: EARTH_J2 };

export function circle({ altitude_km, inclination_rad, node_rad = 0.4, argumentOfLatitude_rad = 0.3 }: {
  readonly altitude_km: number; readonly inclination_rad: number; readonly node_rad?: number; readonly argumentOfLatitude_rad?: number;
}): CircularJ2 {
  const semiMajorAxis = EARTH_RADIUS_KM + altitude_km;
  return { semiMajorAxis, inclination_rad, node_rad, argumentOfLatitude_rad, ...j2Rates(FIELD, { semiMajorAxis, inclination_rad }) };
}

/** A Sun that goes once round a 23.44 deg ecliptic in 365.25 days. */
export function yearlySun({ start_s, step_s, count }: { readonly start_s: number; readonly step_s: number; readonly count: number }): SunColumns {
  const at = (of: (l: number) => number) => Float64Array.from({ length: count }, (_, i) => of((2 * Math.PI * (start_s + i * step_s)) / 31_557_600));
  const tilt = 0.4091;
  return { x: at(Math.cos), y: at((l) => Math.cos(tilt) * Math.sin(l)), z: at((l) => Math.sin(tilt) * Math.sin(l)) };
}

export const stillSun = ([x, y, z]: readonly [number, number, number], count: number): SunColumns => ({
  x: new Float64Array(count).fill(x), y: new Float64Array(count).fill(y), z: new Float64Array(count).fill(z),
});

export const evenPhases = (satellites: number) => phaseColumns(Float64Array.from({ length: satellites }, (_, j) => (2 * Math.PI * j) / satellites));
export const planeColumns = (steps: number): PlaneSun => ({ along: new Float64Array(steps), across: new Float64Array(steps) });
export const flags = (satellites: number, steps: number): DarkFlags => ({ dark: new Uint32Array(steps * flagWords(satellites)), count: new Uint32Array(steps) });
export const flagOf = ({ dark }: DarkFlags, satellites: number, step: number, j: number): boolean => ((dark[step * flagWords(satellites) + (j >>> 5)]! >>> (j & 31)) & 1) === 1;

/** Columns of unrelated orbits. */
export function orbitColumns(orbits: readonly CircularJ2[]): OrbitColumns {
  const column = (of: (orbit: CircularJ2) => number) => Float64Array.from(orbits, of);
  return {
    inclination_rad: column((o) => o.inclination_rad), node_rad: column((o) => o.node_rad), argumentOfLatitude_rad: column((o) => o.argumentOfLatitude_rad),
    nodeRate_rad_per_s: column((o) => o.nodeRate_rad_per_s), argumentOfLatitudeRate_rad_per_s: column((o) => o.argumentOfLatitudeRate_rad_per_s),
    edge: column((o) => shadowEdge(o.semiMajorAxis, EARTH_RADIUS_KM)),
  };
}

export function turnsAt(orbits: OrbitColumns, start_s: number, step_s: number): TurnColumns {
  const out = turnColumns(orbits.edge.length);
  setTurns(orbits, { start_s, step_s }, out);
  return out;
}

/** A rack of 140 kW at the bus that sheds its load in the dark; panel in balance near 318 K. */
export const RACK: PowerDesign = {
  base_W: 6700, wanted_W: 133_000, capacity_J: 40e6, floor_J: 0, charge_frac: 0.97, discharge_frac: 0.96, reserve_J: Infinity, refillBelow_J: 40e6,
  refill_W: 2500, hot_K: 363, hotSlope_W_per_K: 5300, heatCapacity_J_per_K: 2e6, emission_W_per_K4: 1.49e-5, absorbedDark_W: 9000, absorbedLit_W: 12_000,
};
