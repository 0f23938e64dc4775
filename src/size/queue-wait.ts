/**
 * How long a site waits for its grid: at the confidence that is asked; under a draw (`uncertainty.draw`) at a uniform share of the waits, of a
 * stream of the site's own, so that no other draw depends on it.
 */
import { randomDoubles, streamOf } from "../kernel/index.ts";
import { connectionWait_month } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Plant, Site } from "./site-climate.ts";

/** Months from request to first power; null without a plant. */
export const queueWait_month = ({ uncertainty: { draw, seed } }: Pick<Scenario, "uncertainty">, { id, plant }: Pick<Site, "id" | "plant">): number | null => {
  if (plant === null) return null;
  const { wait_month: median_month, spread, confidence_frac } = plant.queue;
  const share = draw === null ? confidence_frac : inside(randomDoubles({ seed, stream: streamOf(`ground.sites.${id}.plant.queue`), index: draw })());
  return connectionWait_month({ median_month, spread }, share);
};

/** Whether the wait is that of a draw, and holds something. */
export const isDrawn = ({ draw }: Scenario["uncertainty"], plant: Plant): boolean => draw !== null && plant.gridConnected === "yes" && plant.queue.requested_quarter !== null;

/** A share of 0 has no quantile: half of the generator's step in its place. */
const inside = (share: number): number => (share === 0 ? 2 ** -54 : share);
