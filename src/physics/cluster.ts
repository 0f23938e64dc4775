/**
 * Many satellites in one orbital plane, each on a bounded ellipse about a common centre: they turn as one rigid lattice once an orbit.
 *
 *   1. slot (p, q), metres: x = p cos nt + q sin nt, y = k (q cos nt - p sin nt), k = 2, or with J2 the axis ratio of hill.ts, eq. 4
 *   2. so (x, y/k) turns rigidly: two slots d apart stay between d and k d apart, each once in half an orbit
 *   3. the satellite at (p, q) stays within k hypot(p, q) of the centre: a cluster of radius R holds the lattice points of a disc R/k
 *   4. keep-out: least distance over the orbit less the position errors of two satellites
 *
 * Assumes: Hill's equations (second order: 0.1 m at 1 km); one plane, so that nobody ever passes above or below another.
 * Range: circular orbits, R far below a. Accuracy: 81 satellites 100-200 m apart within 1 km as Suncatcher has them (arXiv 2511.19468v2);
 * 2 against the closed form of hill.ts (test/physics/cluster).
 */
import type { HillState } from "./hill.ts";

/** Points of a lattice in the slots' plane, metres; nearest neighbours are `spacing_m` apart. */
export type Slot = { readonly p_m: number; readonly q_m: number };

export type ClusterPlan = {
  readonly lattice: "square" | "hexagonal";
  /** Least distance of neighbours over the orbit. */
  readonly spacing_m: number;
  /** Largest distance from the centre over the orbit. */
  readonly radius_m: number;
  /** Along the track over radial: 2, or `j2Ellipse().axisRatio`. */
  readonly axisRatio: number;
};

/** Slots of a cluster, one of them at the centre; RangeError for a spacing or radius that is not above 0. */
export function clusterSlots(plan: ClusterPlan): Slot[] {
  for (const name of ["spacing_m", "radius_m", "axisRatio"] as const) {
    if (!(plan[name] > 0 && plan[name] < Infinity)) throw new RangeError(`${name} is ${plan[name]}, must be above 0`);
  }
  const disc_m = plan.radius_m / plan.axisRatio;
  const rowHeight = plan.lattice === "square" ? 1 : Math.sqrt(0.75);
  const rows = Math.floor(disc_m / (plan.spacing_m * rowHeight));
  const columns = Math.floor(disc_m / plan.spacing_m) + 1;
  const slots: Slot[] = [];
  for (let row = -rows; row <= rows; row++) {
    const shift = plan.lattice === "hexagonal" && row % 2 !== 0 ? 0.5 : 0;
    for (let column = -columns; column <= columns; column++) {
      const slot = { p_m: plan.spacing_m * (column + shift), q_m: plan.spacing_m * rowHeight * row };
      if (Math.hypot(slot.p_m, slot.q_m) <= disc_m * (1 + 1e-12)) slots.push(slot);
    }
  }
  return slots;
}

/** Where the satellite of a slot is and how it moves when the lattice has turned by an angle n t. */
export function slotState(
  slot: Slot,
  turn: { readonly angle_rad: number; readonly meanMotion_rad_per_s: number; readonly axisRatio: number },
): HillState {
  const [s, c] = [Math.sin(turn.angle_rad), Math.cos(turn.angle_rad)];
  const x = slot.p_m * c + slot.q_m * s;
  const along = slot.q_m * c - slot.p_m * s;
  const { axisRatio: k, meanMotion_rad_per_s: n } = turn;
  return { position_m: [x, k * along, 0], velocity_m_per_s: [n * along, -k * n * x, 0] };
}

export type SlotDistances = { readonly least_m: number; readonly most_m: number };

/** Least distance of any two satellites and largest of nearest neighbours, over the orbit; RangeError below two satellites. */
export function neighbourDistances(slots: readonly Slot[], axisRatio: number): SlotDistances {
  if (slots.length < 2) throw new RangeError(`a cluster of ${slots.length} has no neighbours`);
  const nearest = slots.map((slot) =>
    slots.reduce((least, other) => (other === slot ? least : Math.min(least, slotDistance_m(slot, other))), Infinity),
  );
  return {
    least_m: nearest.reduce((least, d) => Math.min(least, d), Infinity) * Math.min(1, axisRatio),
    most_m: nearest.reduce((most, d) => Math.max(most, d), 0) * Math.max(1, axisRatio),
  };
}

function slotDistance_m(a: Slot, b: Slot): number {
  return Math.hypot(a.p_m - b.p_m, a.q_m - b.q_m);
}

/** Least spacing that keeps two satellites `keepOut_m` apart when each may be `positionError_m` off its slot. */
export function spacingForKeepOut_m(rule: { readonly keepOut_m: number; readonly positionError_m: number }): number {
  return rule.keepOut_m + 2 * rule.positionError_m;
}
