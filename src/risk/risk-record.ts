/**
 * What uncertainty is made of: inputs, outcomes, a design of points, a campaign of them, and what is found. Plain, serialisable, readonly,
 * but for the two that live: an `Evaluator`, which is all that this room sees of the model, and a `Design`.
 */
import type { CopulaName, Distribution } from "../scenario/index.ts";

/**
 * One uncertain number of a scenario, in its field's unit.
 *
 * A field: its path. An event (a gate): the path of its chance, discrete over 0 (goes well) and 1 (goes badly).
 */
export interface UncertainInput {
  readonly path: string;
  readonly unit: string;
  readonly distribution: Distribution;
}

/** A number that comes out of an evaluation. */
export interface OutcomeField {
  /** With its unit: "orbit_usd_per_kW_yr". */
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly better: "low" | "high" | null;
}

/** Ways between which one chooses, each with its outcome, all in one unit: "orbit or ground", "build now or wait". */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly better: "low" | "high";
  readonly alternatives: readonly { readonly id: string; readonly name: string; readonly outcome: OutcomeField["key"] }[];
}

/** A compiled scenario: `x` in the inputs' units and order, outcomes written in theirs, NaN where one does not exist. Pure: the same x gives the same bytes, whatever came before. */
export interface Evaluator {
  readonly inputs: readonly UncertainInput[];
  readonly outcomes: readonly OutcomeField[];
  /** What is asked of the outcomes: who wins, what knowing is worth. */
  readonly choices: readonly Choice[];
  readonly evaluate: (x: Float64Array, outcomes: Float64Array) => void;
  readonly notes: readonly string[];
}

/** Inputs that depend on each other. */
export interface Correlation {
  /** At least two paths of inputs. */
  readonly fields: readonly string[];
  /** Clayton: together when low; Gumbel: together when high; t: together at both ends; Gaussian: at neither; Frank: at neither, and evenly. */
  readonly copula: CopulaName;
  /** rho of every pair for gaussian and t; theta for the others. */
  readonly parameter: number;
  /** Degrees of freedom of t; null for the others. */
  readonly freedom: number | null;
}

export type DesignKind = "random" | "latin" | "sobol" | "saltelli" | "morris";

/** How points are laid; a point is a pure function of it and the point's number. */
export interface DesignSpec {
  readonly kind: DesignKind;
  /** Coordinates of a point. */
  readonly dimensions: number;
  /** Base samples: points of random, latin and sobol; pairs of points of saltelli; trajectories of morris. */
  readonly samples: number;
  readonly seed: number;
  /** Coordinates that move together, for saltelli and morris: each coordinate stands once. */
  readonly factors: readonly (readonly number[])[];
  /** Saltelli: whether pairs of factors can be told too, at (2 f + 2) in place of (f + 2) points a base sample. */
  readonly secondOrder: boolean;
  /** Sobol and saltelli: Owen's scrambling by the seed, or the bare sequence, which starts at 0. */
  readonly scramble: "owen" | "none";
}

export interface Design extends DesignSpec {
  /** How many points there are. */
  readonly points: number;
  /** Points that belong together, one after another: 1, or a base sample's of saltelli, or a trajectory of morris. */
  readonly block: number;
  /** Writes the coordinates of point i, each in [0, 1). */
  readonly point: (i: number, u: Float64Array) => void;
}

/** From coordinates in [0, 1) to inputs: copulas, then quantiles. */
export interface Sampler {
  readonly inputs: readonly UncertainInput[];
  /** Coordinates that a point needs: one an input, and two more for each group of three or more under Gumbel or Frank. */
  readonly dimensions: number;
  /** What can be told apart by saltelli and morris: an input alone, or inputs that depend on each other. */
  readonly factors: readonly Factor[];
  /** Writes the inputs of a point; `u` and `x` are the caller's. */
  readonly sample: (u: Float64Array, x: Float64Array) => void;
}

export interface Factor {
  /** The path of its input, or of its inputs joined by " + ". */
  readonly name: string;
  /** Positions of its inputs. */
  readonly inputs: readonly number[];
  /** Coordinates of a point that it takes. */
  readonly coordinates: readonly number[];
}

/** A campaign as it is written down: who has it and the model can compute any shard of it. */
export interface CampaignPlan {
  readonly scenarioHash: string;
  readonly modelVersion: string;
  readonly inputs: readonly UncertainInput[];
  readonly correlations: readonly Correlation[];
  readonly outcomes: readonly OutcomeField[];
  readonly choices: readonly Choice[];
  readonly design: DesignSpec;
  /** Points in all. */
  readonly points: number;
  /** Points of a shard, a multiple of the design's block; the last shard has what is left. */
  readonly shardSize: number;
}

/** Points from `start` up to `end` of a campaign. */
export interface ShardSpan {
  readonly shard: number;
  readonly start: number;
  readonly end: number;
}

/** What a shard computed, a column an input and an outcome, a row a point. */
export interface ShardColumns extends ShardSpan {
  readonly inputs: readonly Float64Array[];
  readonly outcomes: readonly Float64Array[];
}
