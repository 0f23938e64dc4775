/** Means of a kind of requests, and the spread of its prompts. */
import type { RequestTrace } from "./request-trace.ts";

export interface RequestMix {
  readonly input_tokens: number;
  readonly output_tokens: number;
  /** Tokens that a decoding sequence holds, averaged over its steps. */
  readonly held_tokens: number;
  /** Prompts at the middle of equal parts of all prompts, ascending. */
  readonly prompts_tokens: readonly number[];
  /** Squared coefficient of variation of the generated tokens. */
  readonly outputSpread: number;
}

/** Requests of one size. Throws for fewer than two generated tokens. */
export const evenMix = ({ input_tokens, output_tokens }: { readonly input_tokens: number; readonly output_tokens: number }): RequestMix => {
  if (!(output_tokens > 1) || !(input_tokens >= 1)) throw new Error(`mix: ${input_tokens} prompt and ${output_tokens} generated tokens, expected at least 1 and more than 1`);
  return { input_tokens, output_tokens, held_tokens: input_tokens + output_tokens / 2, prompts_tokens: [input_tokens], outputSpread: 0 };
};

const PARTS = 16;

/** Means of a trace's requests. Throws where they generate one token or fewer on average. */
export const mixOf = ({ input_tokens, output_tokens }: Pick<RequestTrace, "input_tokens" | "output_tokens">): RequestMix => {
  const mean = (value: (input: number, output: number) => number): number => input_tokens.reduce((sum, input, i) => sum + value(input, output_tokens[i]!), 0) / input_tokens.length;
  const output = mean((_, made) => made);
  if (!(output > 1)) throw new Error(`mix: mean of ${output} generated tokens, expected more than 1`);
  return {
    input_tokens: mean((input) => input),
    output_tokens: output,
    held_tokens: mean((input, made) => made * (input + made / 2)) / output,
    prompts_tokens: partMeans(input_tokens.toSorted()),
    outputSpread: mean((_, made) => made ** 2) / output ** 2 - 1,
  };
};

/** Means of equal parts of sorted values. */
const partMeans = (sorted: Float64Array): readonly number[] => {
  const parts = Math.min(PARTS, sorted.length);
  return Array.from({ length: parts }, (_, i) => {
    const part = sorted.subarray(Math.floor((i * sorted.length) / parts), Math.floor(((i + 1) * sorted.length) / parts));
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
};

/** A mix in figures: means, prompts that decoding sequences hold, and parts of the prompts. */
export interface MixFigures {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly heldInput_tokens: number;
  readonly outputSpread: number;
  readonly prompts_tokens: readonly number[];
}

/** The mix of a trace's figures with its prompts and answers stretched to other means. Throws where those are below one token, or generate no more than one. */
export const stretchedMix = (figures: MixFigures, { input_tokens, output_tokens }: { readonly input_tokens: number; readonly output_tokens: number }): RequestMix => {
  if (!(output_tokens > 1) || !(input_tokens >= 1)) throw new Error(`mix: ${input_tokens} prompt and ${output_tokens} generated tokens, expected at least 1 and more than 1`);
  const longer = input_tokens / figures.input_tokens;
  return {
    input_tokens, output_tokens,
    held_tokens: figures.heldInput_tokens * longer + ((1 + figures.outputSpread) * output_tokens) / 2,
    prompts_tokens: figures.prompts_tokens.map((tokens) => tokens * longer),
    outputSpread: figures.outputSpread,
  };
};
