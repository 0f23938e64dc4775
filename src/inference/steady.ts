/**
 * Mean values of a replica under steady load, without a simulation: processor sharing whose speed depends on how many share.
 *
 *   1. tau(n) = C/steps: a step with n decoding sequences and the prompts that come in its time (step-cycle.ts)
 *   2. p(n) = p(n - 1) lambda (o - 1) tau(n)/n up to c sequences, then by the same ratio each: Poisson arrivals, any sizes
 *   3. c = min(sequences, KV room / mean tokens of a sequence); the capacity is where that ratio is 1: there c/(o - 1) prompts end a step
 *   4. time per token = mean of min(n, c) / (lambda (o - 1)), by Little 1961; wait = (1 + C2)/2 x mean above c / lambda
 *   5. TTFT = wait + busy x (C^2/2C, + C where scheduled ahead) + own step, means over n: the rest of the step that an arrival meets, the
 *      step already laid, its own with others' prompts. busy = 1 - p(0)/(1 + lambda x a lone prompt's time). Latency = TTFT + (o - 1) x (4)
 *
 * Source: (2) Cohen 1979, Acta Informatica 12, 245 (generalised processor sharing; insensitive to the distribution of sizes up to c);
 * (4) Lee and Longton 1959, Operational Research Quarterly 10, 56, C2 of the generated tokens.
 * Assumptions: no stops, so KV is held at its mean and not at its peaks.
 * Accuracy: against simulate.ts under Poisson arrivals, test/inference/steady.test.ts.
 */
import { kvBlocks, type Replica } from "./replica.ts";
import type { RequestMix } from "./request-mix.ts";
import { stepCycles, type Cycle } from "./step-cycle.ts";

export interface SteadyState {
  readonly requests_per_s: number;
  /** Mean sequences that decode. */
  readonly sequences: number;
  readonly tpot_s: number;
  readonly ttft_s: number;
  readonly wait_s: number;
  readonly latency_s: number;
  /** Part of the time in which a step runs. */
  readonly busy_frac: number;
}

/** What a replica can bear of a mix. */
export interface Capacity {
  readonly sequencesMax: number;
  readonly requestsMax_per_s: number;
  readonly binds: "sequences" | "KV room";
}

export interface Steady {
  readonly capacity: Capacity;
  /** Null at or above the capacity. */
  readonly at: (requests_per_s: number) => SteadyState | null;
}

/** Sequences that the KV room holds in the mean. */
const roomOf = (replica: Replica, mix: RequestMix): number => (kvBlocks(replica) * replica.engine.block_tokens) / (mix.held_tokens + replica.engine.block_tokens / 2);

const batchOf = (replica: Replica, mix: RequestMix): number => Math.floor(Math.min(replica.engine.sequencesMax, roomOf(replica, mix)));

/** Why a replica can serve nothing of a mix at whatever load; none where it can. */
export const whyNotServed = (replica: Replica, mix: RequestMix): readonly string[] => {
  const { model, chips, chip, engine } = replica;
  if (!(roomOf(replica, mix) >= 1)) return [`${model.id} leaves no room for a sequence of ${mix.held_tokens.toFixed(0)} tokens on ${chips === 1 ? "1 chip" : `${chips} chips`} of ${chip.memory_B / 1e9} GB`];
  const sequences = batchOf(replica, mix);
  return sequences < engine.batchTokensMax ? [] : [`a full batch of ${sequences} sequences leaves none of the ${engine.batchTokensMax} tokens of a step to a prompt`];
};

/** A replica under a mix. Throws for one that `whyNotServed` refuses. */
export const steady = (replica: Replica, mix: RequestMix): Steady => {
  const { engine } = replica;
  const why = whyNotServed(replica, mix);
  if (why.length > 0) throw new Error(`replica: ${why.join("; ")}`);
  const room = roomOf(replica, mix);
  const sequencesMax = batchOf(replica, mix);
  const cycles = stepCycles(replica, mix);
  const full = cycles.withPrompts({ sequences: sequencesMax, prompts: sequencesMax / (mix.output_tokens - 1) });
  const requestsMax_per_s = sequencesMax / (mix.output_tokens - 1) / full.time_s;
  const capacity: Capacity = { sequencesMax, requestsMax_per_s, binds: room < engine.sequencesMax ? "KV room" : "sequences" };
  const at = (requests_per_s: number): SteadyState | null => {
    if (!(requests_per_s >= 0)) throw new Error(`requests_per_s is ${requests_per_s}, expected a number from 0`);
    if (requests_per_s >= requestsMax_per_s) return null;
    const byNumber = Array.from({ length: sequencesMax + 1 }, (_, sequences) => cycles.underLoad({ sequences, requests_per_s }));
    return stateOf(byNumber, { requests_per_s, mix, ahead: engine.ahead });
  };
  return { capacity, at };
};

const stateOf = (byNumber: readonly Cycle[], { requests_per_s, mix, ahead }: { readonly requests_per_s: number; readonly mix: RequestMix; readonly ahead: boolean }): SteadyState => {
  const later = mix.output_tokens - 1;
  const { part, mean, above } = occupancy(byNumber.map((cycle, n) => (n === 0 ? 1 : (requests_per_s * later * cycle.time_s) / cycle.steps / n)));
  const tpot_s = requests_per_s === 0 ? byNumber[1]!.time_s : mean / (requests_per_s * later);
  const wait_s = requests_per_s === 0 ? 0 : (((1 + mix.outputSpread) / 2) * above) / requests_per_s;
  const over = (value: (cycle: Cycle) => number): number => byNumber.reduce((sum, cycle, n) => sum + part[n]! * value(cycle), 0);
  const busy_frac = 1 - part[0]! / (1 + requests_per_s * byNumber[0]!.own_s);
  const met_s = over((cycle) => cycle.square_s2 / (2 * cycle.time_s) + (ahead ? cycle.time_s : 0));
  const ttft_s = wait_s + busy_frac * met_s + over((cycle) => cycle.own_s);
  return { requests_per_s, sequences: mean, tpot_s, ttft_s, wait_s, latency_s: ttft_s + later * tpot_s, busy_frac };
};

/** Equation 2 from the ratios of neighbours: part of time with n in service, mean in service, mean that waits. */
const occupancy = (ratios: readonly number[]): { readonly part: Float64Array; readonly mean: number; readonly above: number } => {
  const part = Float64Array.from(ratios);
  let weight = 1;
  let sum = 1;
  for (let n = 1; n < part.length; n++) {
    weight *= ratios[n]!;
    part[n] = weight;
    sum += weight;
    if (sum < 1e100) continue;
    for (let k = 0; k <= n; k++) part[k]! /= sum;
    [weight, sum] = [weight / sum, 1];
  }
  const last = ratios.at(-1)!;
  const tail = (weight * last) / (1 - last);
  part[part.length - 1]! += tail;
  const total = sum + tail;
  const shares = part.map((value) => value / total);
  return { part: shares, mean: shares.reduce((mean, share, n) => mean + n * share, 0), above: tail / (1 - last) / total };
};
