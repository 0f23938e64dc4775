/**
 * fast-check with more rounds: stands in for it where vitest.full.config.ts says so. A property that held with the run's seed is tried again with the
 * seeds that follow, until as many rounds or as much time as that allows are over. One that names a seed of its own is tried once.
 */
import fc, { type IAsyncProperty, type IProperty, type Parameters } from "fast-check";

const ROUNDS = 10;
const MOST_MS = 10_000;

/** Parameters of each round after the first, while there is time. */
function* furtherRounds(parameters: Parameters<never> = {}): Generator<Parameters<never>> {
  const { seed } = fc.readConfigureGlobal();
  if (seed === undefined) throw new Error("no seed is set: test/seed.ts sets it");
  const begun = performance.now();
  for (let round = 1; round < ROUNDS && parameters.seed === undefined && performance.now() - begun < MOST_MS; round++) yield { ...parameters, seed: seed + round };
}

const assertAsync = async (property: IAsyncProperty<never>, parameters?: Parameters<never>): Promise<void> => {
  await fc.assert(property, parameters);
  for (const round of furtherRounds(parameters)) await fc.assert(property, round);
};

const assertSync = (property: IProperty<never>, parameters?: Parameters<never>): void => {
  fc.assert(property, parameters);
  for (const round of furtherRounds(parameters)) fc.assert(property, round);
};

const isAsync = (property: IProperty<never> | IAsyncProperty<never>): property is IAsyncProperty<never> => property.isAsync();

/** As `fc.assert`, in rounds. */
export const assert = (property: IProperty<never> | IAsyncProperty<never>, parameters?: Parameters<never>): Promise<void> | void =>
  isAsync(property) ? assertAsync(property, parameters) : assertSync(property, parameters);

/** fast-check as a test knows it, in rounds. */
export const inRounds = { ...fc, assert };
