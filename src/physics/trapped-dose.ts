/**
 * Dose of the radiation belts behind aluminium, by orbit and solar activity.
 *
 *   1. ln D along ln altitude and ln thickness: straight lines between the nodes of `dose-table.ts` (AP-8, AE-8, SHIELDOSE-2)
 *   2. reach in latitude: i below 90 deg, else 180 - i; ln D along it: straight lines between the orbits of 30, 53 and 75 deg, as every
 *      orbit that reaches 75 deg or more is taken for the sun-synchronous one of its altitude, and 51.6 to 53 deg for one
 *   3. solar activity: ln D along F10.7, from the MIN model at its epoch's 72.6 (mean of 1964) to MAX at 156.2 (mean of 1970); the models
 *      know two states, so below and above they stand still
 *
 * Range: 0.5-20 mm; 500-2,000 km from 75 deg on, 500-720 km between 30 and 75 deg, 400-720 km from 51.6 to 53 deg; RangeError elsewhere. Up to
 * 50 km below 550 and 170 km above it the lower orbits go on with the slope of their last two rows, which
 * nothing here checks. Below the lowest altitude of an orbit's class the dose is less than there (the air ends the particles; test/physics/radiation):
 * `lowestDose_km` names it, for who wants the bound.
 *
 * Accuracy against the table, a row hidden at a time, hence at twice its spacing: altitude 3 % mean, 8 % worst; thickness 6 % mean, 38 %
 * worst (0.5 to 2 mm, where electrons end; from 3 mm on 5 % and 33 %). Inclination: 53 deg hidden, from 4 mm on 19 % worst, thinner 42 %.
 * AP-8 itself: a factor of two in low orbits (Sawyer & Vette 1976). Suncatcher's 150 rad a year (10 mm, 650 km) in test/physics/radiation.
 */
import { JULIAN_YEAR_S } from "../units/index.ts";
import { DOSE_ALUMINIUM_MM, DOSE_TABLES } from "./dose-table.ts";
import type { DoseRow, DoseTable } from "./dose-table.ts";
import type { SolarFlux } from "./solar-flux.ts";

/** Mean F10.7 of 1964, epoch of AP-8 MIN, and 1970, epoch of AP-8 MAX (Sawyer & Vette 1976), from `solar-flux.ts`. */
export const DOSE_LEVELS_SFU = { quiet: 72.6, active: 156.2 } as const;

/** Radii of the table's spheres of aluminium, between which dose is interpolated. */
export const DOSE_NODES_MM = DOSE_ALUMINIUM_MM;

export type DoseOrbit = { readonly altitude_km: number; readonly inclination_deg: number };
export type Shielded = {
  readonly orbit: DoseOrbit;
  /** Radius of a solid sphere of aluminium around the part. */
  readonly aluminium_mm: number;
  /** Epoch of the magnetic field: 1970, AP-8's own, or 2024, which overstates. */
  readonly field: keyof typeof DOSE_TABLES;
};

type Class = { readonly rows: keyof DoseTable; readonly reach: readonly [number, number]; readonly altitude_km: readonly [number, number] };

/** Orbits of the table by the reach they stand for, and the altitudes to which their rows carry. */
const CLASSES: readonly Class[] = [
  { rows: "low", reach: [30, 30], altitude_km: [500, 720] },
  { rows: "mid", reach: [51.6, 53], altitude_km: [400, 720] },
  { rows: "polar", reach: [75, 90], altitude_km: [500, 2000] },
];

/** Dose in silicon a year at a solar level, rad; RangeError outside the table's orbits and thicknesses. */
export function trappedDose_rad_per_yr(part: Shielded & { readonly f107_sfu: number }): number {
  return between(statesOf(part), part.f107_sfu);
}

/** Lowest altitude of the table at an inclination: lower orbits take less. RangeError where the table has no such orbit. */
export function lowestDose_km(inclination_deg: number): number {
  return Math.max(...classesOf(inclination_deg).map(([one]) => one.altitude_km[0]));
}

/** Dose in silicon over a life from a start (seconds since 1970), month by month through the Sun's activity, rad. */
export function trappedDoseOverLife_rad(part: Shielded & { readonly start_s: number; readonly life_yr: number; readonly flux: SolarFlux }): number {
  const states = statesOf(part);
  const months = Math.ceil(part.life_yr * 12 - 1e-9);
  const step_yr = part.life_yr / months;
  let dose_rad = 0;
  for (let i = 0; i < months; i++) dose_rad += step_yr * between(states, part.flux(part.start_s + (i + 0.5) * step_yr * JULIAN_YEAR_S));
  return dose_rad;
}

/** Logarithms of the dose a year under the quiet and the active model. */
type States = { readonly quiet: number; readonly active: number };

function statesOf(part: Shielded): States {
  assertWithin("aluminium_mm", part.aluminium_mm, [0.5, 20]);
  const table = DOSE_TABLES[part.field];
  let quiet = 0;
  let active = 0;
  for (const [one, weight] of classesOf(part.orbit.inclination_deg)) {
    assertWithin(`altitude_km of an orbit of ${shown(part.orbit.inclination_deg)} deg`, part.orbit.altitude_km, one.altitude_km);
    quiet += weight * logDose(table[one.rows], part, "quiet");
    active += weight * logDose(table[one.rows], part, "active");
  }
  return { quiet, active };
}

const between = ({ quiet, active }: States, f107_sfu: number): number => Math.exp(quiet + activity_frac(f107_sfu) * (active - quiet));

/** Share of the way from the quiet model to the active one. */
function activity_frac(f107_sfu: number): number {
  if (!Number.isFinite(f107_sfu)) throw new RangeError(`f107_sfu ${f107_sfu} is no solar flux`);
  const { quiet, active } = DOSE_LEVELS_SFU;
  return Math.min(1, Math.max(0, (f107_sfu - quiet) / (active - quiet)));
}

/** The one or two classes on either side of the orbit's reach, with weights. */
function classesOf(i: number): readonly (readonly [Class, number])[] {
  assertWithin("inclination_deg", i, [30, 150]);
  const reach = Math.min(i, 180 - i);
  const inside = CLASSES.find((one) => reach >= one.reach[0] && reach <= one.reach[1]);
  if (inside !== undefined) return [[inside, 1]];
  const above = CLASSES.findIndex((one) => one.reach[0] > reach);
  const lower = CLASSES[above - 1]!;
  const upper = CLASSES[above]!;
  const w = (reach - lower.reach[1]) / (upper.reach[0] - lower.reach[1]);
  return [[lower, 1 - w], [upper, w]];
}

function logDose(rows: readonly DoseRow[], part: Shielded, state: "quiet" | "active"): number {
  return line(rows.map((row) => row.altitude_km), part.orbit.altitude_km, (i) => line(DOSE_ALUMINIUM_MM, part.aluminium_mm, (j) => Math.log(rows[i]![state][j]!)));
}

/** Straight line along ln x through the two nodes around x, or the last two. */
function line(nodes: readonly number[], x: number, value: (index: number) => number): number {
  let i = 0;
  while (i < nodes.length - 2 && nodes[i + 1]! < x) i++;
  const w = Math.log(x / nodes[i]!) / Math.log(nodes[i + 1]! / nodes[i]!);
  return (1 - w) * value(i) + w * value(i + 1);
}

/** Without the digits that nobody wrote. */
const shown = (value: number): number => Number(value.toPrecision(5));

function assertWithin(name: string, value: number, [lowest, highest]: readonly [number, number]): void {
  if (!(value >= lowest && value <= highest)) throw new RangeError(`${name}: ${shown(value)} is outside ${lowest}-${highest}, where the dose of trapped radiation is known`);
}
