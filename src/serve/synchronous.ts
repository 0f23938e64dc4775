/**
 * What interruptions leave of a synchronous class's work.
 *
 *   1. ground: one chip's rate = interruptions, restarts included, mean over the sites by the power of all their phases;
 *      useful share at the best interval between checkpoints (physics/checkpointing)
 *   2. orbit: from the dose behind the platform's shielding (size/synchronous)
 *
 * Chips that fail for good are not in it: they are capacity lost (size/survival), and work goes on with others after the restart.
 */
import { synchronousOutput } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import type { DemandClass } from "./demand-watts.ts";

/** Useful share on the ground; 1 for a class whose chips work apart. */
export const groundUseful_frac = ({ synchronousChips, checkpoint_s, restart_s }: DemandClass, { sites }: Scenario["ground"]): number => {
  if (synchronousChips === null || sites.length === 0) return 1;
  const power_MW = sites.map((site) => site.phases.reduce((sum, phase) => sum + phase.power_MW, 0));
  const total_MW = power_MW.reduce((a, b) => a + b, 0);
  const rate = sites.reduce((sum, site, i) => sum + (power_MW[i]! / total_MW) * site.interruptions_per_yr, 0);
  return rate === 0 ? 1 : synchronousOutput({ chips: synchronousChips, checkpoint_s, restart_s, interruptions_per_chip_yr: rate }).useful_frac;
};

/** Useful share in orbit; null where the dose there is not known. */
export const orbitUseful_frac = ({ id, synchronousChips }: DemandClass, { radiation }: PlatformSizing): number | null => {
  if (synchronousChips === null) return 1;
  const job = radiation.synchronous?.find((one) => one.id === id);
  return job === undefined ? null : job.useful_frac;
};

/** Below this no work gets done in any horizon. */
const NOTHING = 1e-6;

/** Why a tier cannot hold the class's job together. */
export const whyNotTogether = ({ synchronousChips }: DemandClass, useful_frac: number | null): string => {
  if (useful_frac === null) return `the dose in orbit is not known, and so not what its interruptions leave of a job of ${synchronousChips} chips`;
  return useful_frac > NOTHING ? "" : `interruptions leave nothing of a job of ${synchronousChips} chips`;
};
