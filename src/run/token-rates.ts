/**
 * What $/Mtoken stands on: no scenario names a model for it, so the tokens of a server are those of a measured workload, a named model at a named
 * speed to each user (catalogue, `tokens` and `workload`). A server without such a workload has an estimated rate and no price of tokens in the headline.
 */
import type { Levelised, TokenRate } from "../finance/index.ts";
import { entryOf, type Scenario } from "../scenario/index.ts";
import { serverOfOption } from "./served-models.ts";

/** One for each option, in their order; none of a server without a rate. */
export const tokenRates = (scenario: Scenario, options: readonly Pick<Levelised, "option">[]): readonly TokenRate[] =>
  options.flatMap(({ option }) => {
    const server = serverOfOption(scenario, option);
    if (server === null) return [];
    const { figures, facts } = entryOf(scenario, { kind: "servers", id: server });
    const rate = figures["tokens"]?.value;
    return rate === undefined ? [] : [{ option, server, rate_token_per_J: rate, workload: facts?.["workload"] ?? null }];
  });
