/** What stops an accelerator for a while, and what ends it: the same figures for both tiers. */
import { lives } from "../../catalog/index.ts";
import type { DefaultFigure } from "../field.ts";

/** Counts of events: four digits are more than they know. */
const rounded = (rate: number): number => Number(rate.toPrecision(4));

const rateOf = (id: string): DefaultFigure => {
  const rate = lives.find((life) => life.id === id)?.figures.rate;
  if (rate === undefined) throw new Error(`catalog: no rate of the life ${id}`);
  const { value, low, high, source, note, asOf, evidence } = rate;
  return { value: rounded(value), low: low === null ? null : rounded(low), high: high === null ? null : rounded(high), source: note === undefined ? source : `${source}: ${note}`, asOf, evidence };
};

/** Interruptions of work, most of which a restart mends. */
export const interrupted: DefaultFigure = rateOf("accelerator-interrupted");

/** Losses for good. */
export const lost: DefaultFigure = rateOf("accelerator-lost");
