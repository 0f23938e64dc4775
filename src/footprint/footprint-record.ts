/** What `footprintOf` passes on: carbon and water of compute on both tiers, on one boundary, and what a fleet costs the sky. */
import type { Ledger } from "../ledger/index.ts";
import type { FootprintPart } from "../physics/index.ts";
import type { PlatformSizing } from "../size/index.ts";

export interface FootprintRecord {
  /** Of the options that the levelised cost compares; null for a tier without one. */
  readonly ground: TierFootprint | null;
  readonly orbit: TierFootprint | null;
  /** Every option of the plan that delivers anything, in the plan's order. */
  readonly options: readonly TierFootprint[];
  /** Null without a platform. */
  readonly sky: SkyLoad | null;
  /** Lines of one unit over its life (period "unit-life"): kg CO2e, L. No dollar is among them. */
  readonly ledger: Ledger;
  readonly notes: readonly string[];
}

/** One unit of an option over its life: a platform launched, or a megawatt of site power. */
export interface TierFootprint {
  readonly option: string;
  readonly tier: "ground" | "orbit";
  readonly unit: string;
  readonly life_yr: number;
  /** IT energy and accelerator-hours that could be sold over the life, after failures, shadow, outages and lost launches. */
  readonly delivered_kWh: number;
  readonly acceleratorHours: number;
  readonly parts: readonly FootprintPart[];
  /** What has a figure; the totals below are null where something has none. */
  readonly known_g_per_kWh: number;
  readonly carbon_g_per_kWh: number | null;
  readonly carbon_g_per_acceleratorHour: number | null;
  readonly water_L_per_kWh: number;
  /** Things inside the boundary without a figure, and why. */
  readonly missing: readonly string[];
  readonly boundary: { readonly counted: readonly string[]; readonly leftOut: readonly string[] };
}

/** What a fleet of constant size costs every year. */
export interface SkyLoad {
  readonly satellites: number;
  /** "largest fleet of the plan" or "one platform: the plan builds none". */
  readonly satellitesAre: string;
  readonly replacements_per_yr: number;
  /** Null where no vehicle carries it. */
  readonly upmass_kg_per_yr: number | null;
  /** What brings platforms down after their life; years after it where only drag does. Nothing, where they stay beyond the years that a fall is followed. */
  readonly descent: { readonly by: "disposal" } | { readonly by: "drag"; readonly after_yr: number } | { readonly by: "nothing" };
  readonly entering_kg_per_yr: number;
  readonly alumina_kg_per_yr: number;
  /** All of radiator, structure, shielding and margin burnt to oxide. */
  readonly aluminaCeiling_kg_per_yr: number;
  /** Null above 2,000 km, where no rate is published. */
  readonly avoidance: { readonly perSatellite_per_yr: number; readonly fleet_per_day: number; readonly deltaV_m_per_s: number } | null;
  readonly brightness: Brightness | null;
  /** In the radiator of one platform over the life, for which the sizing makes it larger. */
  readonly meteoroids: PlatformSizing["radiator"]["holes"];
}

/** Magnitudes at the zenith, the Sun 12 degrees below the horizon; larger is fainter. */
export interface Brightness {
  readonly area_m2: number;
  readonly undimmed_mag: number;
  readonly dimmed_mag: number;
  /** That the IAU asks for. */
  readonly limit_mag: number;
  readonly meets: "undimmed" | "dimmed" | "neither";
}
