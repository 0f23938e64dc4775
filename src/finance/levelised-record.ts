/** Levelised cost of one option. */
import type { Item } from "../ledger/index.ts";

/** Real dollars of the price year per unit of delivered output. */
export interface Levelised {
  readonly option: string;
  readonly tier: "ground" | "orbit";
  /** Quarter whose prices it is at: the first in which the option can be had. */
  readonly priceQuarter: number;
  readonly usd_per_GPU_h: number;
  readonly usd_per_PFLOP_day: number;
  readonly usd_per_kW_yr: number;
  readonly usd_per_Mtoken: number;
  /** Share of nameplate delivered, levelised over the life. */
  readonly delivered_frac: number;
  /** Sums to usd_per_kW_yr. */
  readonly items: readonly { readonly item: Item; readonly usd_per_kW_yr: number }[];
  readonly capex_usd_per_W: number;
}
