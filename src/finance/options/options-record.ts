/** What the options of a scenario are given (plans solved over what is uncertain) and what is found of them. */
import type { Motion } from "../../money/index.ts";

/** A factor on a field, as it moves. */
export interface DriverCase {
  readonly id: string;
  readonly field: string;
  readonly motion: Motion;
  /** Unit of the field, and its value as it is written, by quarter of the horizon. */
  readonly unit: string;
  readonly written: readonly number[];
  /** Of a vehicle's price: what one launch carries to its reference orbit. */
  readonly payload_kg: number | null;
}

/** Fall of the plan's objective at states of the drivers at one date, present value at the start of the horizon, less what deciding costs. */
export interface PayoffTable {
  /** Rising states of each driver: logarithms of its factor, 0 and 1 of an event. */
  readonly axes: readonly (readonly number[])[];
  /** Last driver fastest; null where no plan can be had. */
  readonly payoff_usd: readonly (number | null)[];
}

export type DecisionKind = "wait" | "stage" | "own" | "abandon";

/** A decision with its payoffs. Of stage: the second stage at every date, never at the first. */
export interface DecisionCase {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly vehicle: string;
  readonly pilot: number | null;
  readonly dates: readonly number[];
  readonly tables: readonly PayoffTable[];
  /** Of stage, at the first date: the pilot alone, and all at once. */
  readonly first: { readonly pilot: PayoffTable; readonly whole: PayoffTable } | null;
  /** Plans solved between the points, against what is interpolated there; weight: how likely that is, in any measure. */
  readonly checks: readonly { readonly solved_usd: number; readonly interpolated_usd: number; readonly weight: number }[];
}

export interface OptionsCase {
  readonly start_quarter: number;
  readonly drivers: readonly DriverCase[];
  readonly correlation: readonly (readonly number[])[];
  readonly decisions: readonly DecisionCase[];
  readonly paths: number;
  /** Plans solved for all of it. */
  readonly plans: number;
  /** Objective of the plan with parts of launches allowed, and with whole ones. */
  readonly relaxed_usd: number | null;
  readonly whole_usd: number;
  /** Real, a year. */
  readonly rate_per_yr: number;
  readonly notes: readonly string[];
}

/** What the options of a scenario are worth. */
export interface RealOptions {
  readonly rate_per_yr: number;
  readonly paths: number;
  readonly plans: number;
  readonly drivers: readonly DriverTold[];
  readonly decisions: readonly DecisionValue[];
  readonly notes: readonly string[];
}

export interface DriverTold {
  readonly id: string;
  readonly field: string;
  readonly motion: Motion;
  readonly unit: string;
  /** Of a vehicle's price: what one launch carries. */
  readonly payload_kg: number | null;
  /** Expected factor at the last date, and those between which nine in ten lie. */
  readonly at: { readonly quarter: number; readonly expected: number; readonly low: number; readonly high: number };
}

export interface DecisionValue {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly dates: readonly number[];
  /** Of deciding at the first date come what may; of stage all at once. Null where no plan is left. */
  readonly now_usd: number | null;
  /** Of the best date fixed today. */
  readonly fixed: { readonly quarter: number; readonly value_usd: number } | null;
  /** Of deciding when it is best, or never: a lower bound, with its standard error. Of stage: pilot, then the rest or not. */
  readonly value_usd: number;
  readonly standardError_usd: number;
  /** What one with foresight would have of it: an upper bound. */
  readonly foresight_usd: number;
  /** value - max(0, now). */
  readonly flexibility_usd: number;
  /** By lattice, where one geometric driver moves alone. */
  readonly lattice_usd: number | null;
  /** By date: share of paths on which it is decided by then. */
  readonly decidedBy_frac: readonly number[];
  readonly never_frac: number;
  /** Mean of those on which it is; in quarters, not whole. */
  readonly expected_quarter: number | null;
  readonly rule: readonly RuleAt[];
  readonly text: string;
  readonly convergence: readonly { readonly paths: number; readonly value_usd: number; readonly standardError_usd: number }[];
  /** Largest and mean distance, as likely as it is met, of interpolation from plans solved between the points; null without such plans. */
  readonly interpolation: { readonly plans: number; readonly largest_usd: number; readonly mean_usd: number } | null;
  /** Share of states on paths that lie beyond the points, where the last value is held. */
  readonly beyond_frac: number;
  readonly notes: readonly string[];
}

/** When to decide at one date, by one driver, the others at their median. */
export interface RuleAt {
  readonly quarter: number;
  /** Events by id, as they stand. */
  readonly happened: Readonly<Record<string, boolean>>;
  readonly driver: string | null;
  readonly when: "always" | "never" | "below" | "above" | "between";
  /** Factor of the driver at the edge (of between: the lower and the upper), and in the field's unit. */
  readonly factor: readonly number[];
  readonly value: readonly number[];
}
