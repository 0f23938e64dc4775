/**
 * Mean values of a replica under steady load, without a simulation.
 *
 *   1. tau(b) = T(b) + b/(o - 1) x dT(b): a decode step with b sequences, and what the prompts that come in its time add to it
 *   2. requests a second(b) = b/((o - 1) tau(b)), by Little 1961; (1) and (2) give every load from b, and b from a load by bisection
 *   3. b at most = min(sequences, KV room / mean tokens of a sequence); the load there is the capacity
 *   4. wait = (1 + C2)/2 x rho^(sqrt(2 (c + 1)) - 1)/(c (1 - rho)) x S, c = b at most, S = c/capacity: Sakasegawa 1977
 *   5. TTFT = wait + rest of a step + own prompt's steps; latency = TTFT + (o - 1) tau
 *
 * Source: (4) Sakasegawa, Annals of the Institute of Statistical Mathematics 29 (1977) 67, with Poisson arrivals and C2 of the service.
 * Assumptions: no stops, so KV is held at its mean and not at its peaks; a prompt's tokens share a step with decoding but with no other prompt.
 * Accuracy: against simulate.ts under Poisson arrivals, test/inference/steady.test.ts.
 */
import { kvBlocks, type Replica } from "./replica.ts";
import type { RequestTrace } from "./request-trace.ts";
import { stepTime } from "./step-time.ts";

/** Means of a kind of requests. */
export interface RequestMix {
  readonly input_tokens: number;
  readonly output_tokens: number;
  /** Tokens that a decoding sequence holds, averaged over its steps. */
  readonly held_tokens: number;
  /** Sum over a prompt of the tokens that each of its tokens attends. */
  readonly promptPairs: number;
  /** Squared coefficient of variation of the generated tokens. */
  readonly outputSpread: number;
}

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

/** Requests of one size. Throws for fewer than two generated tokens. */
export const evenMix = ({ input_tokens, output_tokens }: { readonly input_tokens: number; readonly output_tokens: number }): RequestMix => {
  if (!(output_tokens > 1) || !(input_tokens >= 1)) throw new Error(`mix: ${input_tokens} prompt and ${output_tokens} generated tokens, expected at least 1 and more than 1`);
  return { input_tokens, output_tokens, held_tokens: input_tokens + output_tokens / 2, promptPairs: (input_tokens * (input_tokens + 1)) / 2, outputSpread: 0 };
};

/** Means of a trace's requests. */
export const mixOf = ({ input_tokens, output_tokens }: Pick<RequestTrace, "input_tokens" | "output_tokens">): RequestMix => {
  const mean = (value: (input: number, output: number) => number): number => input_tokens.reduce((sum, input, i) => sum + value(input, output_tokens[i]!), 0) / input_tokens.length;
  const output = mean((_, made) => made);
  if (!(output > 1)) throw new Error(`mix: mean of ${output} generated tokens, expected more than 1`);
  return {
    input_tokens: mean((input) => input),
    output_tokens: output,
    held_tokens: mean((input, made) => made * (input + made / 2)) / output,
    promptPairs: mean((input) => (input * (input + 1)) / 2),
    outputSpread: mean((_, made) => made ** 2) / output ** 2 - 1,
  };
};

export interface Steady {
  readonly capacity: Capacity;
  /** Null at or above the capacity. */
  readonly at: (requests_per_s: number) => SteadyState | null;
  /** Loads by mean sequences, up to the capacity's. */
  readonly ofSequences: (sequences: number) => { readonly requests_per_s: number; readonly tpot_s: number };
}

/** A replica under a mix. Throws for a replica without room for one sequence. */
export const steady = (replica: Replica, mix: RequestMix): Steady => {
  const { engine } = replica;
  const room = (kvBlocks(replica) * engine.block_tokens) / (mix.held_tokens + engine.block_tokens / 2);
  if (!(room >= 1)) throw new Error(`replica: ${replica.model.id} leaves no room for a sequence of ${mix.held_tokens.toFixed(0)} tokens on ${replica.chips} chips of ${replica.chip.memory_B / 1e9} GB`);
  const sequencesMax = Math.min(engine.sequencesMax, room);
  const times = stepTimes(replica, mix);
  const later = mix.output_tokens - 1;
  const ofSequences = (sequences: number): { readonly requests_per_s: number; readonly tpot_s: number } => {
    const tpot_s = times.decode_s(sequences) + (sequences / later) * times.prompt_s(sequences);
    return { requests_per_s: sequences / (later * tpot_s), tpot_s };
  };
  const requestsMax_per_s = ofSequences(sequencesMax).requests_per_s;
  const capacity: Capacity = { sequencesMax, requestsMax_per_s, binds: room < engine.sequencesMax ? "KV room" : "sequences" };
  const at = (requests_per_s: number): SteadyState | null => {
    if (!(requests_per_s >= 0)) throw new Error(`requests_per_s is ${requests_per_s}, expected a number from 0`);
    if (requests_per_s >= requestsMax_per_s) return null;
    const sequences = bisect((b) => ofSequences(b).requests_per_s - requests_per_s, sequencesMax);
    const { tpot_s } = ofSequences(sequences);
    const wait_s = queueWait_s({ load_frac: requests_per_s / requestsMax_per_s, servers: sequencesMax, spread: mix.outputSpread, service_s: sequencesMax / requestsMax_per_s });
    const rest_s = -Math.expm1(-sequences) * tpot_s * (engine.ahead ? 1.5 : 0.5);
    const ttft_s = wait_s + rest_s + times.decode_s(sequences) + times.prompt_s(sequences);
    return { requests_per_s, sequences, tpot_s, ttft_s, wait_s, latency_s: ttft_s + later * tpot_s, busy_frac: -Math.expm1(-sequences) };
  };
  return { capacity, at, ofSequences };
};

const stepTimes = (replica: Replica, mix: RequestMix): { readonly decode_s: (sequences: number) => number; readonly prompt_s: (sequences: number) => number } => {
  const seconds = stepTime(replica);
  const decodeLoad = (sequences: number) => ({ decode: sequences, held: sequences * mix.held_tokens, prompt: 0, promptPairs: 0, promptHeld: 0, sampled: sequences });
  const decode_s = (sequences: number): number => seconds(decodeLoad(sequences));
  const prompt_s = (sequences: number): number => {
    const parts = Math.max(1, mix.input_tokens / (replica.engine.batchTokensMax - sequences));
    const base = decodeLoad(sequences);
    const one = seconds({ ...base, prompt: mix.input_tokens / parts, promptPairs: mix.promptPairs / parts, promptHeld: ((parts - 1) / 2) * (mix.input_tokens / parts), sampled: sequences + 1 / parts });
    return parts * (one - seconds(base));
  };
  return { decode_s, prompt_s };
};

/** Where a rising function crosses zero in 0..high. */
const bisect = (f: (x: number) => number, high: number): number => {
  let [low, up] = [0, high];
  for (let i = 0; i < 60; i++) {
    const middle = (low + up) / 2;
    if (f(middle) < 0) low = middle;
    else up = middle;
  }
  return (low + up) / 2;
};

/** Equation 4. */
const queueWait_s = ({ load_frac, servers, spread, service_s }: { readonly load_frac: number; readonly servers: number; readonly spread: number; readonly service_s: number }): number =>
  (((1 + spread) / 2) * load_frac ** (Math.sqrt(2 * (servers + 1)) - 1) * service_s) / (servers * (1 - load_frac));
