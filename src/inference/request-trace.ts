/** Requests to one replica, and what became of them; columns of one length. */

/** The columns that the readers of Azure's and Mooncake's traces give; times ascend. */
export interface RequestTrace {
  readonly t_s: Float64Array;
  readonly input_tokens: Float64Array;
  readonly output_tokens: Float64Array;
}

/** Seconds on the trace's clock; NaN in the rows of requests that the replica can never hold. */
export interface ServedTrace {
  readonly first_s: Float64Array;
  readonly last_s: Float64Array;
  readonly steps: number;
  /** Tokens read as prompts and by decoding: together those of all requests but the last of each, and those computed again. */
  readonly prompt_tokens: number;
  readonly decode_tokens: number;
  readonly output_tokens: number;
  /** Tokens whose KV was lost to a stop, less what was found of it. */
  readonly again_tokens: number;
  readonly stops: number;
  /** Time in which a step ran, and the end of the last step. */
  readonly busy_s: number;
  readonly end_s: number;
  /** Most blocks of KV held at once, of `blocks`. */
  readonly blocksHeldMax: number;
  readonly blocks: number;
  /** Rows that do not fit the KV room or have no tokens to make; they are not served. */
  readonly refused: readonly number[];
}

/** Throws where a trace's columns differ in length, are not whole numbers of tokens, or times do not ascend. */
export const assertTrace = ({ t_s, input_tokens, output_tokens }: RequestTrace): void => {
  if (input_tokens.length !== t_s.length || output_tokens.length !== t_s.length) throw new Error("trace: columns of t_s, input_tokens and output_tokens differ in length");
  for (let i = 0; i < t_s.length; i++) {
    if (!Number.isFinite(t_s[i]) || (i > 0 && t_s[i]! < t_s[i - 1]!)) throw new Error(`trace.t_s: row ${i} is ${t_s[i]}, expected a time not before the row above`);
    wholeTokens("input_tokens", input_tokens[i]!, i);
    wholeTokens("output_tokens", output_tokens[i]!, i);
  }
};

const wholeTokens = (name: string, value: number, row: number): void => {
  if (!Number.isInteger(value) || value < 0) throw new Error(`trace.${name}: row ${row} is ${value}, expected a whole number from 0`);
};
