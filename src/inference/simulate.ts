/**
 * One replica serves a trace, step by step: continuous batching with chunked prompts, KV blocks, stops and first come, first served.
 *
 * A step in this order, as vLLM's scheduler of version 1 (docs.vllm.ai, V1 guide; Kwon and others 2023, arXiv 2309.06180; Agrawal and others
 * 2024, arXiv 2403.02310): (1) every decoding sequence gets one token, and a block where its last is full; where blocks lack, the request
 * admitted last is stopped and waits first in line; (2) prompts that are read in part go on, within what is left of the step's tokens;
 * (3) where nothing was stopped, waiting requests enter while sequences, tokens and blocks for the whole of their prompt allow.
 * A stopped request reads its prompt and what it made again, but for blocks that nobody took since. With `ahead`, arrivals and freed blocks
 * count one step later. The time of a step is step-time.ts.
 * Assumptions: no prefix is shared between requests; all make exactly their output; no time between steps but in the step's fixed part.
 * Accuracy: test/inference/measured.test.ts.
 */
import { beginDecoding, blocksOf, decoding, emptyBatch, takeEnded, takeForStep, stopLast, type Batch } from "./batch.ts";
import { freeBlocks, giveBlocks, survivingBlocks, takeBlocks, takeFound } from "./kv-pool.ts";
import { kvBlocks, type Replica } from "./replica.ts";
import { assertTrace, type RequestTrace, type ServedTrace } from "./request-trace.ts";
import { stepTime } from "./step-time.ts";

interface Line {
  /** Rows that may be served, in order of arrival; the next to enter. */
  readonly rows: Int32Array;
  next: number;
}

/** What a step is about to compute; one record, written anew each step. */
interface Load {
  decode: number;
  held: number;
  prompt: number;
  promptPairs: number;
  promptHeld: number;
  sampled: number;
}

interface Run {
  readonly replica: Replica;
  readonly batch: Batch;
  readonly line: Line;
  readonly load: Load;
  readonly firsts: Float64Array;
  readonly lasts: Float64Array;
  /** Tokens of this step still to give away. */
  budget: number;
  /** Latest arrival that this step's schedule knows. */
  known_s: number;
  again: number;
  stops: number;
  prompts: number;
  decoded: number;
  outputs: number;
}

/** Serves a trace. Throws for a replica without room for KV, limits that contradict each other, or a malformed trace. */
export const simulate = (replica: Replica, trace: RequestTrace): ServedTrace => {
  assertTrace(trace);
  const { engine } = replica;
  if (engine.sequencesMax > engine.batchTokensMax) throw new Error(`engine: ${engine.sequencesMax} sequences need more tokens a step than batchTokensMax, ${engine.batchTokensMax}`);
  const blocks = kvBlocks(replica);
  if (!(blocks >= 1)) throw new Error(`replica: ${replica.model.id} leaves no room for KV on ${replica.chips} chips of ${replica.chip.memory_B / 1e9} GB`);
  const { rows, refused } = servable(trace, blocks * engine.block_tokens);
  const none = (): Float64Array => new Float64Array(trace.t_s.length).fill(Number.NaN);
  const batch = emptyBatch(trace, { blocks, block_tokens: engine.block_tokens, sequencesMax: engine.sequencesMax });
  const load: Load = { decode: 0, held: 0, prompt: 0, promptPairs: 0, promptHeld: 0, sampled: 0 };
  const run: Run = { replica, batch, line: { rows, next: 0 }, load, firsts: none(), lasts: none(), budget: 0, known_s: 0, again: 0, stops: 0, prompts: 0, decoded: 0, outputs: 0 };
  const { busy_s, end_s } = serveAll(run);
  return {
    first_s: run.firsts, last_s: run.lasts, steps: batch.step, prompt_tokens: run.prompts, decode_tokens: run.decoded, output_tokens: run.outputs, again_tokens: run.again + batch.lost, stops: run.stops,
    busy_s, end_s, blocksHeldMax: batch.pool.heldMax, blocks, refused,
  };
};

/** A request whose last token's KV exceeds the whole room could never end. */
const servable = ({ t_s, input_tokens, output_tokens }: RequestTrace, room_tokens: number): { readonly rows: Int32Array; readonly refused: readonly number[] } => {
  const all = Array.from(t_s.keys());
  const fits = (i: number): boolean => output_tokens[i]! >= 1 && input_tokens[i]! >= 1 && input_tokens[i]! + output_tokens[i]! - 1 <= room_tokens;
  return { rows: Int32Array.from(all.filter(fits)), refused: all.filter((i) => !fits(i)) };
};

const serveAll = (run: Run): { readonly busy_s: number; readonly end_s: number } => {
  const { batch, line, replica } = run;
  const seconds = stepTime(replica);
  const { ahead } = replica.engine;
  const { t_s } = batch.trace;
  let t = 0;
  let busy_s = 0;
  let begun_s = 0;
  /** Blocks freed by the last step, which a schedule made ahead does not know yet. */
  let freed = 0;
  while (batch.size > 0 || batch.stopped.length > 0 || line.next < line.rows.length) {
    const idle = batch.size === 0;
    if (idle) {
      giveBlocks(batch.pool, freed);
      freed = 0;
      if (batch.stopped.length === 0) t = Math.max(t, t_s[line.rows[line.next]!]!);
    }
    run.known_s = ahead && !idle ? begun_s : t;
    schedule(run);
    giveBlocks(batch.pool, freed);
    begun_s = t;
    const step_s = seconds(run.load);
    t += step_s;
    busy_s += step_s;
    freed = finishStep(run, t);
    if (!ahead) {
      giveBlocks(batch.pool, freed);
      freed = 0;
    }
  }
  return { busy_s, end_s: t };
};

const schedule = (run: Run): void => {
  const { batch, load, replica } = run;
  const stopsBefore = run.stops;
  run.stops += takeForStep(batch);
  load.decode = decoding(batch);
  load.held = batch.held;
  load.prompt = 0;
  load.promptPairs = 0;
  load.promptHeld = 0;
  load.sampled = load.decode;
  run.budget = replica.engine.batchTokensMax - load.decode;
  for (let index = decoding(batch); index < batch.size; index++) readPart(run, index);
  if (run.stops === stopsBefore) admit(run);
};

/** Reads as much of a prompt as the step's tokens allow; where its blocks lack, requests admitted later are stopped, at last itself. */
const readPart = (run: Run, index: number): void => {
  const { batch, load } = run;
  const id = batch.order[index]!;
  const before = batch.read[id]!;
  const part = Math.min(batch.toRead[id]! - before, run.budget);
  const blocks = blocksOf(before + part, batch) - blocksOf(before, batch);
  while (batch.size > index && blocks > freeBlocks(batch.pool)) {
    stopLast(batch);
    run.stops++;
  }
  if (batch.size <= index) return;
  takeBlocks(batch.pool, blocks);
  batch.read[id] = before + part;
  run.budget -= part;
  load.prompt += part;
  load.promptPairs += part * (before + (part + 1) / 2);
  load.promptHeld += before;
  if (batch.read[id] === batch.toRead[id]) load.sampled++;
};

/** Stopped requests first, then arrivals, each only if the whole that it must read has room. */
const admit = (run: Run): void => {
  const { batch, line, replica } = run;
  while (run.budget > 0 && batch.size < replica.engine.sequencesMax) {
    const again = batch.stopped.at(-1);
    const id = again ?? line.rows[line.next];
    if (id === undefined || (again === undefined && batch.trace.t_s[id]! > run.known_s)) return;
    if (blocksOf(batch.toRead[id]!, batch) > freeBlocks(batch.pool)) return;
    if (again === undefined) line.next++;
    else {
      batch.stopped.pop();
      findBlocks(run, id);
    }
    batch.order[batch.size++] = id;
    batch.filling++;
    readPart(run, batch.size - 1);
  }
};

/** What a stopped request held in whole blocks and nobody took is not read again; one token at least is. */
const findBlocks = (run: Run, id: number): void => {
  const { batch, replica } = run;
  const { pool, block_tokens } = batch;
  const surviving = replica.engine.prefixCache ? survivingBlocks(pool, { place: batch.place[id]!, count: batch.left[id]! }) : 0;
  const found = Math.min(surviving, Math.floor((batch.toRead[id]! - 1) / block_tokens));
  takeFound(pool, found);
  for (const other of batch.stopped) if (batch.place[other]! > batch.place[id]!) batch.place[other]! -= found;
  batch.read[id] = found * block_tokens;
  run.again -= batch.read[id];
};

/** Makes the step's tokens at its end; answers the blocks of requests that ended. */
const finishStep = (run: Run, t: number): number => {
  const { batch } = run;
  batch.step++;
  batch.held += decoding(batch);
  run.outputs += run.load.sampled;
  run.prompts += run.load.prompt;
  run.decoded += run.load.decode;
  const ended = (id: number): void => {
    run.lasts[id] = t;
  };
  while (batch.filling > 0) {
    const id = batch.order[decoding(batch)]!;
    if (batch.read[id]! < batch.toRead[id]!) break;
    batch.made[id]!++;
    if (batch.made[id] === 1) run.firsts[id] = t;
    beginDecoding(batch);
  }
  return batch.nextEnd <= batch.step ? takeEnded(batch, ended) : 0;
};
