/**
 * Traces of requests to language models, and their rates:
 *   Azure        TIMESTAMP,ContextTokens,GeneratedTokens (Azure/AzurePublicDataset 2023, 2024); its copies in Vidur: arrived_at,num_prefill_tokens,num_decode_tokens
 *   Mooncake     JSONL of timestamp (ms), input_length, output_length, hash_ids (Qin and others, FAST 2025)
 *   rates        t_s,requests_per_s: by step
 *   ServeGen     its files of a client (alibaba/ServeGen, data/language/m-large/chunk-<client>-trace.csv, Xiang and others, NSDI 2026): no header, a step a line of
 *                seconds, requests a second, their coefficient of variation, pattern and its two parameters; files of several clients one after
 *                another are summed by step. Variation within a step is not used
 * Times are seconds from the trace's first request (Azure) or as written.
 */
import { parseInstant } from "../../units/index.ts";
import { ScenarioError } from "../../scenario/index.ts";
import { jsonLines } from "./json-lines.ts";
import { byLine, cellOf, newReading, numberOf, tableOf, wrong, type Assume, type Reading } from "./reading.ts";

/** Columns of one length. */
export interface Requests {
  readonly t_s: Float64Array;
  readonly input_tokens: Float64Array;
  readonly output_tokens: Float64Array;
  readonly unknown: readonly string[];
}

export interface Rates {
  readonly t_s: Float64Array;
  readonly requests_per_s: Float64Array;
  readonly unknown: readonly string[];
}

const AZURE = ["TIMESTAMP", "ContextTokens", "GeneratedTokens"] as const;
const VIDUR = ["arrived_at", "num_prefill_tokens", "num_decode_tokens"] as const;
const MOONCAKE = ["timestamp", "input_length", "output_length"] as const;
const MS_PER_S = 1000;

const ended = <T>(reading: Reading, rows: readonly T[]): readonly T[] => {
  if (rows.length === 0 && reading.problems.length === 0) wrong(reading, { line: 1 }, { found: "no rows", expected: "at least one" });
  if (reading.problems.length > 0) throw new ScenarioError(byLine(reading.problems));
  return rows;
};

const columnsOf = (reading: Reading, rows: readonly (readonly [number, number, number])[]): Requests => {
  const all = ended(reading, rows);
  return { t_s: Float64Array.from(all, (r) => r[0]), input_tokens: Float64Array.from(all, (r) => r[1]), output_tokens: Float64Array.from(all, (r) => r[2]), unknown: [...reading.unknown] };
};

/** Azure writes seven decimals in 2023, six and an offset in 2024; six are read. */
const instant = (text: string): number | undefined => parseInstant(text.replace(/(\.\d{6})\d+/, "$1"))?.t_s;

/** Reads Azure's trace, or Vidur's copies of it. Throws ScenarioError. */
export const readAzureRequests = (text: string, assume: Assume): Requests => {
  const reading = newReading(assume);
  const names = text.replace(/^\ufeff/, "").startsWith(VIDUR[0]) ? VIDUR : AZURE;
  const table = tableOf(reading, text, { separator: ",", wanted: names, known: [] });
  const rows = (table?.rows ?? []).flatMap((row): (readonly [number, number, number])[] => {
    const [time, input, output] = names.map((name) => cellOf(table!, row, name)) as [ReturnType<typeof cellOf>, ReturnType<typeof cellOf>, ReturnType<typeof cellOf>];
    const t_s = names === VIDUR ? numberOf(reading, time.text, time.at) : (instant(time.text) ?? wrong(reading, time.at, { found: time.text, expected: "a time as 2023-11-16 18:17:03.9799600" }));
    const tokens = [input, output].map(({ text: cell, at }) => numberOf(reading, cell, at));
    return t_s === undefined || tokens[0] === undefined || tokens[1] === undefined ? [] : [[t_s, tokens[0], tokens[1]]];
  });
  const first_s = names === VIDUR || rows.length === 0 ? 0 : rows.reduce((least, [t_s]) => Math.min(least, t_s), Infinity);
  return columnsOf(reading, rows.map(([t_s, input, output]) => [t_s - first_s, input, output]));
};

/** Reads Mooncake's trace. Throws ScenarioError. */
export const readMooncakeRequests = (text: string, assume: Assume): Requests => {
  const reading = newReading(assume);
  const rows: (readonly [number, number, number])[] = [];
  for (const { line, value } of jsonLines(reading, text)) {
    for (const key of Object.keys(value)) if (key !== "hash_ids" && !MOONCAKE.some((name) => name === key)) reading.unknown.add(key);
    const [ms, input, output] = MOONCAKE.map((path) => {
      const found = value[path];
      return typeof found === "number" && found >= 0 ? found : wrong(reading, { line, path }, { found: JSON.stringify(found) ?? "nothing", expected: "a number from 0" });
    });
    if (ms !== undefined && input !== undefined && output !== undefined) rows.push([ms / MS_PER_S, input, output]);
  }
  return columnsOf(reading, rows);
};

/** Reads rates by step: a table, or ServeGen's clients. Throws ScenarioError, also where a table's times do not ascend. */
export const readRates = (text: string, assume: Assume): Rates => {
  const reading = newReading(assume);
  const rows = SERVEGEN.test(text) ? clientRates(reading, text) : tableRates(reading, text);
  const all = ended(reading, rows);
  return { t_s: Float64Array.from(all, ([t_s]) => t_s), requests_per_s: Float64Array.from(all, ([, rate]) => rate), unknown: [...reading.unknown] };
};

/** How a file of ServeGen's clients begins: an idle step has no pattern. */
export const SERVEGEN = /^\ufeff?\d+,[\d.e+-]+,[\d.e+-]+,[A-Za-z]*,[^,\n]*,[^,\n]*\r?(?:\n|$)/;

const SERVEGEN_CELLS = 6;

/** Clients have the same steps; what they ask for in one is summed. */
const clientRates = (reading: Reading, text: string): readonly (readonly [number, number])[] => {
  const sums = new Map<number, number>();
  for (const [i, line] of text.replace(/^\ufeff/, "").split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const cells = line.split(",");
    if (cells.length !== SERVEGEN_CELLS) {
      wrong(reading, { line: i + 1 }, { found: `${cells.length} cells`, expected: `${SERVEGEN_CELLS}: seconds, requests a second, their variation, pattern and its two parameters` });
      continue;
    }
    const t_s = numberOf(reading, cells[0]!, { line: i + 1, path: "t_s" });
    const rate = numberOf(reading, cells[1]!, { line: i + 1, column: cells[0]!.length + 2, path: "requests_per_s" });
    if (t_s !== undefined && rate !== undefined) sums.set(t_s, (sums.get(t_s) ?? 0) + rate);
  }
  return [...sums].toSorted(([a], [b]) => a - b);
};

const tableRates = (reading: Reading, text: string): readonly (readonly [number, number])[] => {
  const table = tableOf(reading, text, { separator: ",", wanted: ["t_s", "requests_per_s"], known: [] });
  const rows: (readonly [number, number])[] = [];
  for (const row of table?.rows ?? []) {
    const [time, rate] = [cellOf(table!, row, "t_s"), cellOf(table!, row, "requests_per_s")];
    const t_s = numberOf(reading, time.text, time.at, -Infinity);
    const value = numberOf(reading, rate.text, rate.at);
    if (t_s === undefined || value === undefined) continue;
    const before = rows.at(-1)?.[0];
    if (before !== undefined && t_s <= before) wrong(reading, time.at, { found: String(t_s), expected: `a time after ${before}` });
    rows.push([t_s, value]);
  }
  return rows;
};
