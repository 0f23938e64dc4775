/**
 * The sequences in a replica's hands between two steps.
 *
 * All decoding sequences gain one token a step, so a sequence is written down once, when it begins to decode, against the count of steps: the
 * tokens it holds are `offset` + step. Those that need a new block in a step are counted by the remainder of their offset.
 */
import { freeBlocks, giveBlocks, kvPool, takeBlocks, type KvPool } from "./kv-pool.ts";
import type { RequestTrace } from "./request-trace.ts";

export interface Batch {
  readonly trace: RequestTrace;
  readonly pool: KvPool;
  readonly block_tokens: number;
  /** Requests in order of admission; the first `size` count. The last `filling` of them still read their prompt. */
  readonly order: Int32Array;
  size: number;
  filling: number;
  step: number;
  /** Tokens held by those that decode. */
  held: number;
  /** Decoding sequences by offset modulo the block. */
  readonly byPhase: Int32Array;
  readonly offset: Float64Array;
  /** Step after which a decoding sequence has made all its tokens. */
  readonly ends: Float64Array;
  nextEnd: number;
  /** Tokens read and to be read before the next token is made. */
  readonly read: Float64Array;
  readonly toRead: Float64Array;
  readonly made: Float64Array;
  /** Requests stopped for want of blocks, the next to go on last; and where their blocks lie in the pool's queue, and how many. */
  readonly stopped: number[];
  readonly place: Float64Array;
  readonly left: Float64Array;
  /** Tokens that stopped requests held. */
  lost: number;
}

export const emptyBatch = (trace: RequestTrace, { blocks, block_tokens, sequencesMax }: { readonly blocks: number; readonly block_tokens: number; readonly sequencesMax: number }): Batch => {
  const rows = trace.t_s.length;
  const column = (): Float64Array => new Float64Array(rows);
  return {
    trace, pool: kvPool(blocks), block_tokens, order: new Int32Array(sequencesMax), size: 0, filling: 0, step: 0, held: 0,
    byPhase: new Int32Array(block_tokens), offset: column(), ends: column(), nextEnd: Infinity,
    read: column(), toRead: Float64Array.from(trace.input_tokens), made: column(), stopped: [], place: column(), left: column(), lost: 0,
  };
};

export const decoding = (batch: Batch): number => batch.size - batch.filling;

export const blocksOf = (tokens: number, { block_tokens }: Batch): number => Math.ceil(tokens / block_tokens);

const phaseOf = (batch: Batch, id: number): number => ((batch.offset[id]! % batch.block_tokens) + batch.block_tokens) % batch.block_tokens;

/** Blocks that the decoding sequences need for the coming step's tokens. */
export const blocksForStep = ({ byPhase, step, block_tokens }: Batch): number => byPhase[(block_tokens - (step % block_tokens)) % block_tokens]!;

/** Tokens of a running request in the KV room. */
const tokensHeld = (batch: Batch, index: number): number => {
  const id = batch.order[index]!;
  return index < decoding(batch) ? batch.offset[id]! + batch.step : batch.read[id]!;
};

/** The first filling request has read all: it decodes from the coming step on. Its first token was made by the step before. */
export const beginDecoding = (batch: Batch): void => {
  const id = batch.order[decoding(batch)]!;
  batch.filling--;
  batch.offset[id] = batch.read[id]! - batch.step;
  batch.ends[id] = batch.step + batch.trace.output_tokens[id]! - batch.made[id]!;
  batch.nextEnd = Math.min(batch.nextEnd, batch.ends[id]!);
  batch.byPhase[phaseOf(batch, id)]!++;
  batch.held += batch.read[id]!;
};

const leaveDecoding = (batch: Batch, index: number): void => {
  const id = batch.order[index]!;
  batch.byPhase[phaseOf(batch, id)]!--;
  batch.held -= tokensHeld(batch, index);
};

/** Takes out the sequences whose last token is made, in order, and answers the blocks that they held. */
export const takeEnded = (batch: Batch, ended: (id: number) => void): number => {
  let blocks = 0;
  let kept = 0;
  let nextEnd = Infinity;
  const decode = decoding(batch);
  for (let index = 0; index < batch.size; index++) {
    const id = batch.order[index]!;
    if (index < decode && batch.ends[id]! <= batch.step) {
      leaveDecoding(batch, index);
      blocks += blocksOf(tokensHeld(batch, index), batch);
      ended(id);
      continue;
    }
    if (index < decode) nextEnd = Math.min(nextEnd, batch.ends[id]!);
    batch.order[kept++] = id;
  }
  batch.size = kept;
  batch.nextEnd = nextEnd;
  return blocks;
};

/** Stops the last request in order; all that it has read and made must be read again, but for blocks that are found. */
export const stopLast = (batch: Batch): void => {
  const index = batch.size - 1;
  const id = batch.order[index]!;
  const held = tokensHeld(batch, index);
  if (index < decoding(batch)) {
    leaveDecoding(batch, index);
    batch.made[id] = batch.trace.output_tokens[id]! - (batch.ends[id]! - batch.step);
    batch.toRead[id] = batch.trace.input_tokens[id]! + batch.made[id]!;
  } else {
    batch.filling--;
  }
  batch.size--;
  batch.lost += held;
  batch.read[id] = 0;
  batch.left[id] = blocksOf(held, batch);
  batch.place[id] = giveBlocks(batch.pool, batch.left[id]!);
  batch.stopped.push(id);
};

/** Blocks for the decoding sequences' next tokens, stopping the last in order until they suffice; answers how many were stopped. */
export const takeForStep = (batch: Batch): number => {
  let stops = 0;
  while (blocksForStep(batch) > freeBlocks(batch.pool)) {
    stopLast(batch);
    stops++;
  }
  takeBlocks(batch.pool, blocksForStep(batch));
  return stops;
};
