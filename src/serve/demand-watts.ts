/**
 * Mean IT watts that a class of demand wants in each quarter.
 *
 *   1. tokens/s = weekly users x requests a week x tokens a request / 604,800, or as written
 *   2. W = tokens/s x J per token; J per token = 1/(server's tokens per joule)
 *   3. amount(t) x (1 + growth)^years since the horizon's start, mean over the quarter by midpoint of 12 parts
 *
 * Tokens are prompt and generated tokens together, as the servers' rates count them, at the benchmark's mix: a class with another mix
 * costs more or less than this says. The best server of the scenario sets the watts of a class on both tiers, so that a watt of demand
 * is the same watt everywhere.
 */
import { amountAt, entryOf, entryValue } from "../scenario/index.ts";
import type { Amount, Scenario } from "../scenario/index.ts";
import { JULIAN_YEAR_S, quarterStart_s } from "../units/index.ts";

export type DemandClass = Scenario["demand"]["classes"][number];

const WEEK_S = 604_800;
const PARTS = 12;

/** A server and its rate of tokens. */
export interface TokenServer {
  readonly id: string;
  readonly tokens_per_J: number;
}

/** The server of the scenario's tiers that makes most tokens of a joule; null when the scenario names none. */
export const bestServer = (scenario: Scenario): TokenServer | null => {
  const ids = new Set([...scenario.ground.sites.map((site) => site.server), ...(scenario.orbit === null ? [] : [scenario.orbit.platform.server])]);
  let best: TokenServer | null = null;
  for (const id of ids) {
    const tokens_per_J = entryValue(entryOf(scenario, { kind: "servers", id }), "tokens");
    if (best === null || tokens_per_J > best.tokens_per_J) best = { id, tokens_per_J };
  }
  return best;
};

/** Joules of IT for one token; null for a class that is stated in power. Throws when no server can say it. */
export const energyPerToken_J = (demand: DemandClass, server: TokenServer | null): number | null => {
  if (demand.power_MW !== null) return null;
  if (server === null || !(server.tokens_per_J > 0)) throw new Error(`demand.classes.${demand.id}: no server of the scenario has a token rate`);
  return 1 / server.tokens_per_J;
};

/** Data to and from users for one joule of IT: the class's bytes a token at the best server's rate; training sends nothing to users. */
export const dataPerJoule_B = (demand: DemandClass, server: TokenServer | null): number =>
  demand.kind === "training" || server === null ? 0 : demand.bytesPerToken_B_per_token * server.tokens_per_J;

/** Mean IT watts wanted in each quarter. */
export const demandWatts = (demand: DemandClass, { quarters, energy_J_per_token }: { readonly quarters: readonly number[]; readonly energy_J_per_token: number | null }): readonly number[] => {
  const { amount, watts } = wattsPerAmount(demand, energy_J_per_token);
  const start_s = quarterStart_s(quarters[0]!);
  // The exponential is the same to the last bit on every version of Node, and a power is not.
  const growth = Math.log1p(demand.growth_per_yr);
  return quarters.map((quarter) => {
    const from_s = quarterStart_s(quarter);
    const to_s = quarterStart_s(quarter + 1);
    const part_s = (to_s - from_s) / PARTS;
    const grows = Math.exp((growth * part_s) / JULIAN_YEAR_S);
    let grown = Math.exp((growth * (from_s + part_s / 2 - start_s)) / JULIAN_YEAR_S);
    let sum = 0;
    for (let i = 0; i < PARTS; i++) {
      sum += amountAt(amount, from_s + ((i + 0.5) / PARTS) * (to_s - from_s)) * grown;
      grown *= grows;
    }
    return (watts * sum) / PARTS;
  });
};

const wattsPerAmount = (demand: DemandClass, energy_J_per_token: number | null): { readonly amount: Amount; readonly watts: number } => {
  if (demand.power_MW !== null) return { amount: demand.power_MW, watts: 1e6 };
  if (energy_J_per_token === null) throw new Error(`demand.classes.${demand.id}: a class in tokens needs joules per token`);
  if (demand.tokens_token_per_s !== null) return { amount: demand.tokens_token_per_s, watts: energy_J_per_token };
  if (demand.weeklyUsers !== null) {
    const tokensPerUser = (demand.requestsPerUser_per_week * demand.tokensPerRequest_token) / WEEK_S;
    return { amount: demand.weeklyUsers, watts: tokensPerUser * energy_J_per_token };
  }
  throw new Error(`demand.classes.${demand.id}: give weeklyUsers, tokens or power`);
};
