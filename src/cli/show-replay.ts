/** What `replay` writes. */
import { readFileSync } from "node:fs";
import { numberColumn, textTable, wordColumn, type Table } from "../report/index.ts";
import { explain, JournalError, leftBy, measuresOf, replay, snapshot, type Explanation, type Measures, type Replay, type State } from "../schedule/index.ts";
import { HOUR_S } from "../units/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { writeFile } from "./out-file.ts";
import type { Terminal } from "./terminal.ts";

export interface ReplayOptions {
  readonly job?: string;
  readonly state?: string;
  readonly json?: true;
}

const textOf = async (journal: string, terminal: Terminal): Promise<string> => {
  if (journal === "-") return terminal.readInput();
  try {
    return readFileSync(journal, "utf8");
  } catch (error) {
    throw new UsageError(`${journal} cannot be read: ${error instanceof Error ? error.message : String(error)}`, "name a journal that a scheduler wrote");
  }
};

const replayed = async (journal: string, text: string): Promise<Replay> => {
  try {
    return await replay(text);
  } catch (error) {
    if (error instanceof JournalError) throw new UsageError(`${journal}:${error.line}: ${error.message.replace(/^line \d+: /, "")}`, error.hint);
    if (error instanceof RangeError || error instanceof TypeError) throw new UsageError(`${journal}:1: ${error.message}`, "the head of a journal holds its policy and its supply");
    throw error;
  }
};

const explained = (state: State, job: string | undefined): Explanation | undefined => {
  if (job === undefined) return undefined;
  if (!state.byId.has(job)) throw new UsageError(`the journal has no job "${job}"`, "ids are those of its submissions");
  return explain(state, job);
};

export const showReplay = async (journal: string, options: ReplayOptions, terminal: Terminal): Promise<ExitCode> => {
  const done = await replayed(journal, await textOf(journal, terminal));
  const { state, hash, expectedHash, events, transitions } = done;
  if (expectedHash !== null && expectedHash !== hash) throw new UsageError(`${journal}: the journal's hash is ${expectedHash}, the replay's ${hash}`, "the journal was changed, or written by a version that decides otherwise");
  if (done.unchanged === false) throw new UsageError(`${journal}: the lines above the last are not those that were hashed when it was written`, "the journal was changed where it makes no difference to the state");
  const measures = measuresOf(state);
  const explanation = explained(state, options.job);
  if (options.state !== undefined) await writeFile(options.state, [snapshot(state), "\n"]);
  if (options.json === true) terminal.write(jsonText({ events, transitions, hash, verified: expectedHash !== null, linesVerified: done.unchanged === true, now_s: state.entries.length === 0 ? null : state.now_s, measures, ...(explanation === undefined ? {} : { explanation }) }));
  else terminal.write(replayText(done, measures, explanation, terminal.look.width));
  return EXIT.done;
};

const verdictOf = ({ expectedHash, unchanged }: Replay): string => {
  if (expectedHash === null) return "the journal breaks off before its end: nothing to compare with";
  return unchanged === null ? "as the journal says; its own lines were not hashed: one that changes no state may be missing" : "as the journal says, and no line is missing or changed";
};

const replayText = (done: Replay, measures: Measures, explanation: Explanation | undefined, width: number): string => {
  const { state, events, transitions, hash } = done;
  const lines = [
    `${events} events, ${transitions} transitions, replayed alike`,
    `state ${hash}, ${verdictOf(done)}`,
    `${measures.jobs} jobs: ${measures.done} done, ${measures.failed} failed, ${measures.expired} expired, ${measures.unfinished} not ended`,
    `mean wait ${measures.meanWait_s.toFixed(1)} s, 95th percentile ${measures.p95Wait_s.toFixed(1)} s; ${measures.requeues} requeues; ${(measures.energy_J / (1000 * HOUR_S)).toFixed(3)} kWh, ${measures.price_usd.toFixed(2)} $`,
    "",
    ...textTable(poolTable(state), width),
    ...(explanation === undefined ? [] : ["", explanation.text]),
  ];
  return `${lines.join("\n")}\n`;
};

const poolTable = ({ pools, now_s }: State): Table => ({
  id: "pools", title: "Pools", note: "",
  columns: [wordColumn("pool"), wordColumn("tier"), numberColumn("nodes", ""), numberColumn("running", ""), numberColumn("energy", "kWh"), numberColumn("sent in", "GB"), numberColumn("sent out", "GB"), numberColumn("waiting", "GB")],
  rows: pools.map((one) => {
    const { ready: { pool }, running, energy, into, out } = one;
    const [waitsIn_B, waitsOut_B] = [leftBy(one, "into", now_s), leftBy(one, "out", now_s)];
    return [pool.id, pool.tier, String(pool.nodes), String(running.length), (energy.load_J / (1000 * HOUR_S)).toFixed(3), ...[into.born_B - waitsIn_B, out.born_B - waitsOut_B, waitsIn_B + waitsOut_B].map((bytes) => (bytes / 1e9).toFixed(3))];
  }),
});
