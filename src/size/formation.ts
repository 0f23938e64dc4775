/**
 * A close cluster of platforms: how many fit, how near they come to each other, and what holding it takes.
 *
 *   1. slots of a plane lattice within radius / k, k the axis ratio of the relative ellipse under J2            (physics/cluster, hill)
 *   2. neighbours swing between d min(1, k) and d k, d the spacing; what is left to the keep-out is
 *      d min(1, k) - 2 (knowledge + drift under J2 + drift by drag) between two corrections, each platform off by as much
 *   3. drift under J2, matched in energy: physics/formation-drift for the outermost slot; correcting it takes a third of its speed each time
 *   4. drift by drag 3/2 (mismatch a_d) t^2 in the hardest year; holding it the mismatch's share of the drag       (physics/drag, eq. 6)
 *
 * Assumes: one orbital plane, circular; a drift that comes back after each correction, though a constant one is corrected once: 3's speed is
 * an upper bound. Not in it: noise of navigation and thrusters (closed loops in simulation spend 4 mm/s an orbit with all of it, some
 * 20 m/s a year: Tillerson & How 2001), shadows of neighbours on each other, building the cluster up.
 */
import { clusterSlots, differentialDrift_m, formationDrift, j2Ellipse, type Shell } from "../physics/index.ts";
import { DAY_S, HOUR_S, JULIAN_YEAR_S } from "../units/index.ts";
import type { Orbit } from "./load.ts";
import type { FormationSizing } from "./sizing.ts";

export type FormationFields = NonNullable<Orbit["formation"]>;
/** What geometry and J2 ask of them. */
export type FormationShape = Pick<FormationFields, "lattice" | "radius_m" | "spacing_m" | "correction_h">;

export interface FormationDesign {
  readonly slots: number;
  readonly axisRatio: number;
  readonly unmatched_m_per_d: number;
  readonly matched_m_per_d: number;
  /** Correcting the drift under J2, with the match and without. */
  readonly matched_m_per_s_per_yr: number;
  readonly unmatched_m_per_s_per_yr: number;
}

/** What geometry and J2 say before any mass is known. */
export const formationDesign = (fields: FormationShape, shell: Shell): FormationDesign => {
  const { axisRatio } = j2Ellipse(shell);
  const drift = formationDrift(shell, fields.radius_m / axisRatio);
  return {
    slots: clusterSlots({ lattice: fields.lattice, spacing_m: fields.spacing_m, radius_m: fields.radius_m, axisRatio }).length,
    axisRatio,
    unmatched_m_per_d: drift.unmatched_m_per_d,
    matched_m_per_d: drift.matched_m_per_d,
    matched_m_per_s_per_yr: correcting_m_per_s_per_yr(drift.matched_m_per_d, fields),
    unmatched_m_per_s_per_yr: correcting_m_per_s_per_yr(drift.unmatched_m_per_d, fields),
  };
};

/** A drift of v along the track goes with a speed wrong by v / 3. */
const correcting_m_per_s_per_yr = (drift_m_per_d: number, { correction_h }: FormationShape): number =>
  (drift_m_per_d / DAY_S / 3) * (JULIAN_YEAR_S / (correction_h * HOUR_S));

/** The cluster of closed platforms: `deceleration_m_per_s2` by drag in the hardest year, `keeping_m_per_s` over the life. */
export const formationSizing = (fields: FormationFields, design: FormationDesign, closed: { readonly deceleration_m_per_s2: number; readonly keeping_m_per_s: number; readonly life_yr: number }): FormationSizing => {
  const interval_s = fields.correction_h * HOUR_S;
  const dragDrift_m = differentialDrift_m(fields.ballisticMismatch_frac * closed.deceleration_m_per_s2, interval_s);
  const error_m = fields.positionKnowledge_m + (design.matched_m_per_d * interval_s) / DAY_S + dragDrift_m;
  const least_m = fields.spacing_m * Math.min(1, design.axisRatio);
  return {
    satellites: fields.satellites ?? design.slots,
    slots: design.slots,
    lattice: fields.lattice,
    radius_m: fields.radius_m,
    axisRatio: design.axisRatio,
    least_m,
    most_m: fields.spacing_m * Math.max(1, design.axisRatio),
    error_m,
    clear_m: least_m - 2 * error_m,
    keepOut_m: fields.keepOut_m,
    unmatchedDrift_m_per_d: design.unmatched_m_per_d,
    matchedDrift_m_per_d: design.matched_m_per_d,
    dragDrift_m,
    unmatched_m_per_s_per_yr: design.unmatched_m_per_s_per_yr,
    matched_m_per_s_per_yr: design.matched_m_per_s_per_yr,
    keeping_m_per_s_per_yr: closed.keeping_m_per_s / closed.life_yr,
  };
};
