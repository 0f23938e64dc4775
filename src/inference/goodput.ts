/**
 * What a replica delivers within promised times, and what a million tokens then cost.
 *
 *   1. goodput = largest steady load at which mean TTFT and mean time per output token are within their limits (bisection)
 *   2. $ per million tokens = $/h / 3600 / (tokens a second) x 10^6
 *
 * Tokens are prompt and generated together, as the catalogue's servers count them; the generated part stands beside it.
 * Limits are held against means of the steady form, not against percentiles: for those, simulate the trace.
 */
import { HOUR_S } from "../units/index.ts";
import type { Replica } from "./replica.ts";
import type { RequestMix } from "./request-mix.ts";
import { steady, whyNotServed, type SteadyState } from "./steady.ts";

export interface ServiceLimits {
  readonly ttftMax_s: number;
  readonly tpotMax_s: number;
}

export interface Delivered extends SteadyState {
  readonly tokens_per_s: number;
  readonly outputTokens_per_s: number;
  /** Over all chips of a replica. */
  readonly tokens_per_s_per_chip: number;
}

export type Goodput =
  | { readonly status: "feasible"; readonly delivered: Delivered; readonly binds: "ttft" | "tpot" | "sequences" | "KV room" }
  | { readonly status: "infeasible"; readonly why: readonly string[] };

const deliveredOf = (state: SteadyState, { mix, chips }: { readonly mix: RequestMix; readonly chips: number }): Delivered => {
  const tokens_per_s = state.requests_per_s * (mix.input_tokens + mix.output_tokens);
  return { ...state, tokens_per_s, outputTokens_per_s: state.requests_per_s * mix.output_tokens, tokens_per_s_per_chip: tokens_per_s / chips };
};

/** Of the capacity, the highest load that is looked at: nearer to it the wait grows without bound. */
const LOAD_MAX = 0.999;
/** Halvings of the load: to a millionth. */
const BISECTIONS = 20;

/** Largest load within the limits; infeasible where nothing can be served at all, and where a lone request already misses a limit. */
export const goodput = (replica: Replica, mix: RequestMix, { ttftMax_s, tpotMax_s }: ServiceLimits): Goodput => {
  for (const [name, limit] of Object.entries({ ttftMax_s, tpotMax_s })) if (!(limit > 0)) throw new Error(`${name} is ${limit}, expected above 0`);
  const why = whyNotServed(replica, mix);
  if (why.length > 0) return { status: "infeasible", why };
  const { capacity, at } = steady(replica, mix);
  const highest = LOAD_MAX * capacity.requestsMax_per_s;
  const within = (state: SteadyState): boolean => state.ttft_s <= ttftMax_s && state.tpot_s <= tpotMax_s;
  const lone = at(0)!;
  if (!within(lone)) return { status: "infeasible", why: missed(lone, { ttftMax_s, tpotMax_s }) };
  const full = at(highest)!;
  if (within(full)) return { status: "feasible", delivered: deliveredOf(full, { mix, chips: replica.chips }), binds: capacity.binds };
  let [low, high] = [0, highest];
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (low + high) / 2;
    if (within(at(middle)!)) low = middle;
    else high = middle;
  }
  return { status: "feasible", delivered: deliveredOf(at(low)!, { mix, chips: replica.chips }), binds: at(high)!.tpot_s > tpotMax_s ? "tpot" : "ttft" };
};

const missed = (state: SteadyState, { ttftMax_s, tpotMax_s }: ServiceLimits): readonly string[] => [
  ...(state.ttft_s > ttftMax_s ? [`a lone request waits ${(1000 * state.ttft_s).toFixed(1)} ms for its first token, the limit is ${(1000 * ttftMax_s).toFixed(1)} ms`] : []),
  ...(state.tpot_s > tpotMax_s ? [`a lone request takes ${(1000 * state.tpot_s).toFixed(1)} ms a token, the limit is ${(1000 * tpotMax_s).toFixed(1)} ms`] : []),
];

/** Deliveries at parts of the capacity, rising: the curve of throughput against speed for one user. */
export const goodputCurve = (replica: Replica, mix: RequestMix, loads_frac: readonly number[]): readonly Delivered[] => {
  const { capacity, at } = steady(replica, mix);
  return loads_frac.map((load_frac) => {
    const state = at(load_frac * capacity.requestsMax_per_s);
    if (state === null) throw new Error(`load ${load_frac} is not below the capacity`);
    return deliveredOf(state, { mix, chips: replica.chips });
  });
};

/** Dollars per million tokens of something that costs `price_usd_per_h` while it delivers. */
export const costPerMtoken_usd = ({ price_usd_per_h, tokens_per_s }: { readonly price_usd_per_h: number; readonly tokens_per_s: number }): number => {
  if (!(tokens_per_s > 0)) throw new Error(`tokens_per_s is ${tokens_per_s}, expected above 0`);
  return (price_usd_per_h / HOUR_S / tokens_per_s) * 1e6;
};
