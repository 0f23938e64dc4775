/** The plan's money sorted into flows: one for each part of each way, real dollars by quarter of the plan. */
import type { Item } from "../../ledger/index.ts";

/**
 * What a flow is: bought and written off (purchase, launch, stake), paid with a launch (insurance), paid as it
 * is used (yearly, cargo), end of life (disposal), agreed terms of access (terms), what is left at the end (left), settled beside the plan (market).
 */
export type FlowKind = "purchase" | "launch" | "stake" | "insurance" | "yearly" | "cargo" | "disposal" | "terms" | "left" | "market";

/** Part of what is paid for a flow in a quarter. Quarters are those of the plan, from 0. */
export interface Vintage {
  readonly paid: number;
  /** Of the flow's money of that quarter. */
  readonly share: number;
  /** From when, and for how many quarters, it serves: 0 for an order that comes to nothing, lost in `at`. */
  readonly at: number;
  readonly serves: number;
}

export interface Flow {
  /** "ground/abilene/servers". */
  readonly id: string;
  readonly tier: "ground" | "orbit";
  /** The way it belongs to: "ground/abilene", "orbit/starship", "orbit/cargo-krypton"; "market" for what is settled. */
  readonly way: string;
  readonly part: string;
  readonly item: Item;
  /** The item whose prices it moves with: its own; of what is left, that of the part that leaves it. */
  readonly pricedAs: Item;
  readonly kind: FlowKind;
  /** Of what is left: the flow that leaves it; null for all others. */
  readonly leftOf: string | null;
  /** Real dollars of the price year; a cost is above zero. */
  readonly real_usd: readonly number[];
  /** Of real_usd: what buys again what has reached the end of its life. */
  readonly refresh_usd: readonly number[];
  /** Empty for what is not written off. */
  readonly vintages: readonly Vintage[];
  /** Whether some of it is paid with orders, before it is had. */
  readonly ordered: boolean;
  /** Whether it is a launch, or for what a launch brings. */
  readonly launched: boolean;
  /** Share of what is bought that arrives; the rest is lost at once. */
  readonly arrives_frac: number;
  readonly source: string;
}

/** What a class of work earns on one tier. */
export interface Earned {
  readonly id: string;
  readonly tier: "ground" | "orbit";
  /** A price of its own that stands, one that moves with time, the shortfall price in its place, or nothing. */
  readonly price: "contract" | "market curve" | "shortfall" | "none";
  readonly real_usd: readonly number[];
}

export interface Flows {
  readonly quarters: readonly number[];
  readonly flows: readonly Flow[];
  readonly earned: readonly Earned[];
}
