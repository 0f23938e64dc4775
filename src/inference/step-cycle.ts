/**
 * A decoding step together with the prompts that came during the one before: mean time, second moment, and the time of one more prompt.
 *
 *   1. k prompts come in a cycle, Poisson with mean m; their tokens take max(1, tokens / room of a step) steps
 *   2. C = mean over k of steps x T(n, tokens/steps); with a load, m = lambda C (Newton from the left: C is convex in m)
 *   3. one prompt: mean over the mix's prompts; two and more: k times the mean prompt, for beyond the knee of the roofline T is straight
 *   4. own step of an arrival: C with one prompt more, the others' number by the cycle that it met, lambda C2/C
 * Assumption: the numbers of successive cycles are independent. A long cycle is followed by one with more prompts, which (1) leaves out: where
 * prompts are most of the work, times come out low (steady.test.ts says by how much).
 */
import type { Replica } from "./replica.ts";
import type { RequestMix } from "./request-mix.ts";
import { stepTime } from "./step-time.ts";

export interface Cycle {
  readonly time_s: number;
  readonly square_s2: number;
  /** Steps of a cycle, 1 while the prompts fit one. */
  readonly steps: number;
  readonly own_s: number;
}

export interface StepCycles {
  readonly withPrompts: (load: { readonly sequences: number; readonly prompts: number }) => Cycle;
  /** The caller keeps the load below the capacity; above it there is no cycle, and this throws. */
  readonly underLoad: (load: { readonly sequences: number; readonly requests_per_s: number }) => Cycle;
}

/** One outcome of a cycle: how many steps and how long. */
interface Outcome {
  readonly steps: number;
  readonly time_s: number;
}

const ROUNDS = 40;
const CLOSE = 1e-9;

export const stepCycles = (replica: Replica, mix: RequestMix): StepCycles => {
  const outcomes = outcomesOf(replica, mix);
  const withPrompts = ({ sequences, prompts }: { readonly sequences: number; readonly prompts: number }): Cycle => cycleOf(outcomes(sequences), { prompts, met: prompts });
  const underLoad = ({ sequences, requests_per_s }: { readonly sequences: number; readonly requests_per_s: number }): Cycle => {
    const outcome = outcomes(sequences);
    let prompts = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const here = meanTime(outcome, prompts);
      const slope = requests_per_s * (meanTime(outcome, prompts, 1) - here);
      if (!(slope < 1)) throw new Error(`a load of ${requests_per_s} requests/s leaves no cycle with ${sequences} sequences`);
      const next = prompts + (requests_per_s * here - prompts) / (1 - slope);
      const done = Math.abs(next - prompts) <= CLOSE * (1 + next);
      prompts = next;
      if (done) break;
    }
    const { time_s, square_s2 } = cycleOf(outcome, { prompts, met: prompts });
    return cycleOf(outcome, { prompts, met: (requests_per_s * square_s2) / time_s });
  };
  return { withPrompts, underLoad };
};

type Outcomes = (prompts: number) => Outcome;

/** Of each number of prompts the outcome with n sequences, worked out when first asked for. */
const outcomesOf = (replica: Replica, mix: RequestMix): ((sequences: number) => Outcomes) => {
  const seconds = stepTime(replica);
  const bySequences: Outcomes[] = [];
  const outcomes = (sequences: number): Outcomes => {
    const room = replica.engine.batchTokensMax - sequences;
    if (!(room >= 1)) throw new Error(`engine: ${sequences} sequences leave none of the ${replica.engine.batchTokensMax} tokens of a step to a prompt`);
    const reading = (tokens: number, prompts: number): Outcome => {
      const steps = Math.max(1, tokens / room);
      const each = prompts === 0 ? 0 : tokens / prompts;
      const held = (each * Math.max(0, steps - prompts)) / 2 / steps;
      return { steps, time_s: steps * seconds({ decode: sequences, held: sequences * mix.held_tokens, prompt: tokens / steps, promptPairs: (tokens * (each + 1)) / 2 / steps, promptHeld: held, sampled: sequences + prompts / steps }) };
    };
    const known: Outcome[] = [];
    const work = (prompts: number): Outcome => {
      if (prompts !== 1) return reading(prompts * mix.input_tokens, prompts);
      const each = mix.prompts_tokens.map((tokens) => reading(tokens, 1));
      const mean = (value: (one: Outcome) => number): number => each.reduce((sum, one) => sum + value(one), 0) / each.length;
      return { steps: mean((one) => one.steps), time_s: mean((one) => one.time_s) };
    };
    return (prompts) => (known[prompts] ??= work(prompts));
  };
  return (sequences) => (bySequences[sequences] ??= outcomes(sequences));
};

/** Mean of `value` over a Poisson number, from its mode outwards to ten standard deviations. */
const overPoisson = (mean: number, value: (k: number) => number): number => {
  const mode = Math.floor(mean);
  const reach = 10 * Math.sqrt(mean) + 10;
  let [chances, sum] = [0, 0];
  const add = (chance: number, k: number): void => {
    chances += chance;
    sum += chance * value(k);
  };
  for (let k = mode, chance = 1; k <= mode + reach; k++, chance *= mean / k) add(chance, k);
  for (let k = mode - 1, chance = mode / mean; k >= Math.max(0, mode - reach); chance *= k / mean, k--) add(chance, k);
  return sum / chances;
};

const meanTime = (outcome: Outcomes, prompts: number, more = 0): number => overPoisson(prompts, (k) => outcome(k + more).time_s);

const cycleOf = (outcome: Outcomes, { prompts, met }: { readonly prompts: number; readonly met: number }): Cycle => ({
  time_s: meanTime(outcome, prompts),
  square_s2: overPoisson(prompts, (k) => outcome(k).time_s ** 2),
  steps: overPoisson(prompts, (k) => outcome(k).steps),
  own_s: meanTime(outcome, met, 1),
});
