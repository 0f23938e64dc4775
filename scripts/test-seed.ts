/** The seed of the property tests: one that is written here, so that a gate gives the same answer twice, unless another is asked for. */
import { randomInt } from "node:crypto";
import type { Reporter } from "vitest/node";

/** Of no meaning: the day it was first written down. */
const STANDING_SEED = 20_261_122;
const SEEDS = 2 ** 31;

/** The seed that DAWNDUSK_TEST_SEED asks for: a whole number, `random` for a drawn one, or none. Throws an Error that names what is neither. */
export const testSeed = (asked: string | undefined): number => {
  if (asked === undefined) return STANDING_SEED;
  if (asked === "random") return randomInt(SEEDS);
  if (!/^\d+$/.test(asked) || Number(asked) >= SEEDS) throw new Error(`DAWNDUSK_TEST_SEED is ${asked}: a whole number below 2^31, or random`);
  return Number(asked);
};

/** Says before the tests which seed they run with, and how to run them with it again. */
export const seedReporter = (seed: number): Reporter => ({
  onTestRunStart(): void {
    process.stdout.write(`Property tests run with seed ${seed}: DAWNDUSK_TEST_SEED=${seed} runs them so again.\n`);
  },
});
