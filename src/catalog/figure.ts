import type { Evidence, Figure } from "./entry.ts";

/** Where a figure comes from; bounds only where somebody published or argued them. */
export interface Origin {
  readonly source: string;
  readonly asOf: string;
  readonly evidence: Evidence;
  readonly low?: number;
  readonly high?: number;
  readonly note?: string;
}

/** A figure with its origin; a bound that the origin does not give is null. */
export const figure = (value: number, unit: string, origin: Origin): Figure => ({
  value,
  unit,
  low: null,
  high: null,
  ...origin,
});
