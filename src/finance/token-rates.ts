/**
 * What $/Mtoken stands on: no scenario names a model for it, so the tokens of a server are those of a measured workload, a named model at a named
 * speed to each user (catalogue, `tokens` and `workload`). A server without such a workload has an estimated rate and no price of tokens in the headline.
 */
import { entryOf, type Scenario } from "../scenario/index.ts";
import type { Levelised } from "./levelised-record.ts";

export interface TokenRate {
  readonly option: string;
  readonly server: string;
  /** Prompt and generated together, of nameplate. */
  readonly rate_token_per_J: number;
  /** Model, precision, lengths and speed that were measured; null where the rate is an estimate for no model. */
  readonly workload: string | null;
}

/** One for each option, in their order; none of a server without a rate. */
export const tokenRates = (scenario: Scenario, options: readonly Levelised[]): readonly TokenRate[] =>
  options.flatMap(({ option, tier }) => {
    const server = tier === "orbit" ? scenario.orbit?.platform.server : scenario.ground.sites.find(({ id }) => option === `ground/${id}`)?.server;
    if (server === undefined) return [];
    const { figures, facts } = entryOf(scenario, { kind: "servers", id: server });
    const rate = figures["tokens"]?.value;
    return rate === undefined ? [] : [{ option, server, rate_token_per_J: rate, workload: facts?.["workload"] ?? null }];
  });
