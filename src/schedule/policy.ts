/** How it is decided who runs, where and when. A policy is one choice of each. */
import { DAY_S } from "../units/index.ts";

/** More slots would make a decision long. */
const SLOTS_MOST = 2000;

export type Order =
  | { readonly kind: "fcfs" }
  | { readonly kind: "sjf" }
  /** Priority, raised by each hour that a job waits. */
  | { readonly kind: "priority"; readonly ageing_per_h: number }
  /** Shares by tenant path, siblings against siblings from the root; what was used counts half after each half-life. */
  | { readonly kind: "fairShare"; readonly shares: Readonly<Record<string, number>>; readonly halfLife_s: number }
  /** Earliest due first; of those that can no more be in time, the dearest lateness first. */
  | { readonly kind: "deadline" }
  /** What must start first to be in time. */
  | { readonly kind: "latestStart" };

export type Placement =
  /** Domains in the order of the supply. */
  | { readonly kind: "listed" }
  /** One tier first; `spill` lets a job start on the other when the first cannot now. */
  | { readonly kind: "tier"; readonly first: "ground" | "orbit"; readonly spill: boolean }
  /** Ground first while its energy is at most so dear, else orbit first; either spills. */
  | { readonly kind: "threshold"; readonly groundMost_usd_per_MWh: number }
  /** Where and when it is cheapest: compute, energy, carbon, data and lateness, starts up to `lookahead_s` after submission. */
  | { readonly kind: "cost"; readonly carbon_usd_per_t: number; readonly wait_usd_per_h: number; readonly lookahead_s: number }
  /** As "cost", for all that wait together: starts are booked on slots up to `horizon_s` ahead, with the prices that are known by then. */
  | {
      readonly kind: "planned";
      readonly carbon_usd_per_t: number;
      readonly wait_usd_per_h: number;
      /** Length of a slot; a day holds a whole number of them. */
      readonly slot_s: number;
      readonly horizon_s: number;
      /** What waits is booked anew so often. */
      readonly again_s: number;
      /** Second of the clock's day at which a market publishes at noon the prices of the next day: 43,200 where the clock's 0 is a midnight; null where all are known ahead. */
      readonly published_s: number | null;
      /** Part of the work that is expected and will not be able to wait, for which room is left; 0 to 1. */
      readonly room_frac: number;
    };

export type PlannedPlacement = Extract<Placement, { readonly kind: "planned" }>;

export interface Preemption {
  /** A job may stop another whose priority is at least so much lower. */
  readonly least: number;
  /** Time between the word and the stop. */
  readonly grace_s: number;
}

export interface Policy {
  readonly order: Order;
  readonly placement: Placement;
  /** Behind a job that cannot start: nothing; what does not delay it; what delays no job before it. */
  readonly backfill: "none" | "easy" | "conservative";
  /** So many jobs of the queue are looked at in one decision. */
  readonly depth: number;
  readonly preemption: Preemption | null;
  /** Whether jobs may start at their lower power where the full one is not there. */
  readonly capping: boolean;
  /** What happens to a job that runs beyond its estimate. */
  readonly overrun: "run" | "fail";
  /** After so many requeues for one cause a job fails; causes not named have no limit. */
  readonly requeueMost: Readonly<Record<string, number>>;
}

const PLAIN = { placement: { kind: "listed" }, depth: Number.MAX_SAFE_INTEGER, preemption: null, capping: false, overrun: "run", requeueMost: {} } as const;

/** First come, first served: the head of the queue blocks what it waits for. */
export const FCFS: Policy = { ...PLAIN, order: { kind: "fcfs" }, backfill: "none" };
/** Shortest estimate first; the head blocks. */
export const SJF: Policy = { ...PLAIN, order: { kind: "sjf" }, backfill: "none" };
/** First come, first served, filled by what does not delay the head (Lifka 1995). */
export const EASY: Policy = { ...FCFS, backfill: "easy" };
/** First come, first served, filled by what delays nobody before it; so many are promised a start as a decision has time for. */
export const CONSERVATIVE: Policy = { ...FCFS, backfill: "conservative", depth: 200 };
/** Earliest deadline first, filled as EASY is. */
export const DEADLINE: Policy = { ...EASY, order: { kind: "deadline" } };

/**
 * Least cost of all that waits: what must start first is booked first, starts booked by the quarter of an hour for two days ahead, prices of the next day known at noon.
 * What would expire may stop what is less urgent and has a checkpoint, after a minute (as clouds warn who rents spare machines: 30 s to 2 min).
 */
export const PLANNED: Policy = { ...DEADLINE, order: { kind: "latestStart" }, preemption: { least: 1, grace_s: 60 }, placement: { kind: "planned", carbon_usd_per_t: 0, wait_usd_per_h: 0, slot_s: 900, horizon_s: 172_800, again_s: 3600, published_s: 43_200, room_frac: 0.7 } };

/** Throws RangeError, naming the field, for a policy that cannot be followed. */
export const checkPolicy = ({ order, placement, preemption, depth }: Policy): void => {
  // Whoever is stopped must come behind whoever it is stopped for, or it would start again at once; planned, what cannot wait comes first, by priority.
  if (preemption !== null && order.kind !== "priority" && placement.kind !== "planned") throw new RangeError(`policy: preemption needs the order "priority", not "${order.kind}"`);
  if (preemption !== null && !(preemption.least > 0 && preemption.grace_s >= 0)) throw new RangeError("policy: preemption.least is above 0 and grace_s at least 0");
  if (order.kind === "priority" && !(order.ageing_per_h >= 0)) throw new RangeError(`policy: order.ageing_per_h is ${order.ageing_per_h}`);
  if (order.kind === "fairShare") checkShares(order.shares, order.halfLife_s);
  if (placement.kind === "cost") for (const key of ["carbon_usd_per_t", "wait_usd_per_h", "lookahead_s"] as const) if (!(placement[key] >= 0)) throw new RangeError(`policy: placement.${key} is ${placement[key]}`);
  if (placement.kind === "planned") checkPlanned(placement);
  if (!(depth >= 1)) throw new RangeError(`policy: depth is ${depth}`);
};

const checkShares = (shares: Readonly<Record<string, number>>, halfLife_s: number): void => {
  if (!(halfLife_s > 0)) throw new RangeError(`policy: order.halfLife_s is ${halfLife_s}`);
  for (const [path, share] of Object.entries(shares)) if (!(share > 0)) throw new RangeError(`policy: the share of "${path}" is ${share}`);
};

const checkPlanned = (placement: PlannedPlacement): void => {
  const { slot_s, horizon_s, published_s } = placement;
  for (const key of ["carbon_usd_per_t", "wait_usd_per_h", "again_s"] as const) if (!(placement[key] >= 0 && placement[key] < Infinity)) throw new RangeError(`policy: placement.${key} is ${placement[key]}`);
  if (!(slot_s > 0) || DAY_S % slot_s !== 0) throw new RangeError(`policy: placement.slot_s is ${slot_s}: a day holds a whole number of slots`);
  if (!(horizon_s >= slot_s) || !(horizon_s / slot_s <= SLOTS_MOST)) throw new RangeError(`policy: placement.horizon_s is ${horizon_s}: from 1 to ${SLOTS_MOST} slots of ${slot_s} s`);
  if (published_s !== null && !(published_s >= 0 && published_s < DAY_S)) throw new RangeError(`policy: placement.published_s is ${published_s}, expected a second of a day or null`);
  if (!(placement.room_frac >= 0 && placement.room_frac <= 1)) throw new RangeError(`policy: placement.room_frac is ${placement.room_frac}`);
};
