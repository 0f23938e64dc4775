/** Measures of the plan's cash, each with the words that define it. */

/** A number with its definition; null with the reason where it has none. */
export interface Measure {
  readonly key: string;
  readonly name: string;
  readonly value: number | null;
  /** "$", "1/yr", "yr", "" for a ratio. */
  readonly unit: string;
  /** What it is, in a sentence. */
  readonly definition: string;
  /** What to know of this value: the rule by which a root was chosen, or why there is none; "" for nothing. */
  readonly remark: string;
}

export interface ProjectMeasures {
  readonly of: "plan" | "ground" | "orbit";
  readonly measures: readonly Measure[];
  /** All real internal rates of return a year, rising. */
  readonly irrRoots_per_yr: readonly number[];
}

export type LevelisedVariantName = "real" | "nominal" | "fixed charge rate" | "undiscounted";
export type PeriodPoint = "start" | "middle" | "end";

/** Levelised cost of an option by another convention. */
export interface LevelisedVariant {
  readonly option: string;
  readonly tier: "ground" | "orbit";
  readonly variant: LevelisedVariantName;
  /** Where in its year a yearly cost and a year's output stand; null where it does not matter. */
  readonly at: PeriodPoint | null;
  readonly definition: string;
  readonly usd_per_GPU_h: number;
  readonly usd_per_PFLOP_day: number;
  readonly usd_per_kW_yr: number;
  readonly usd_per_Mtoken: number;
}

/** Levelised cost of a tier's electricity at its servers, of its best option. */
export interface PowerCost {
  readonly tier: "ground" | "orbit";
  readonly option: string;
  readonly usd_per_MWh: number;
  readonly definition: string;
}
