/** What stops an accelerator for a while, and what ends it: the same figures for both tiers. */
import { lives } from "../../catalog/index.ts";
import type { DefaultFigure } from "../field.ts";

const rateOf = (id: string): DefaultFigure => {
  const rate = lives.find((life) => life.id === id)?.figures.rate;
  if (rate === undefined) throw new Error(`catalog: no rate of the life ${id}`);
  return rate.note === undefined ? rate : { ...rate, source: `${rate.source}: ${rate.note}` };
};

/** Interruptions of work, most of which a restart mends. */
export const interrupted: DefaultFigure = rateOf("accelerator-interrupted");

/** Losses for good. */
export const lost: DefaultFigure = rateOf("accelerator-lost");
