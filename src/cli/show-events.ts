/** Event rows on the terminal or in a file, as a table, CSV or JSON. */
import { csvPieces, jsonPieces } from "./event-pieces.ts";
import type { EventRow } from "./event-text.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { tryFile, writeFile } from "./out-file.ts";
import { printPieces } from "./print-pieces.ts";
import type { Terminal } from "./terminal.ts";

export const EVENT_FORMATS = ["table", "csv", "json"] as const;
export type EventFormat = (typeof EVENT_FORMATS)[number];

export interface EventOptions {
  readonly format?: EventFormat;
  readonly json?: true;
  readonly out?: string;
}

export interface ShownEvents {
  readonly rows: readonly EventRow[];
  /** Names of the columns beyond the common ones. */
  readonly extra: readonly string[];
  /** Goes before the events in the JSON document. */
  readonly head: Readonly<Record<string, unknown>>;
  /** The table, in pieces, the last ending in a line break. */
  readonly table: () => Iterable<string>;
}

/** Throws UsageError for two formats, and for a file that cannot be written: before the work. */
export const checkEventOptions = (options: EventOptions): void => {
  eventFormat(options);
  if (options.out !== undefined) tryFile(options.out);
};

const eventFormat = ({ format, json }: EventOptions): EventFormat => {
  if (json === true && format !== undefined && format !== "json") throw new UsageError(`--json and --format ${format} cannot both be`, "leave one of them out");
  return json === true ? "json" : (format ?? "table");
};

/** Writes events to standard output, or to `--out` and its path to standard output. */
export const showEvents = async ({ rows, extra, head, table }: ShownEvents, options: EventOptions, terminal: Terminal): Promise<ExitCode> => {
  const format = eventFormat(options);
  const pieces = format === "table" ? table() : format === "csv" ? csvPieces(rows, extra) : jsonPieces(rows, extra, head);
  if (options.out === undefined) await printPieces(pieces, terminal);
  else {
    await writeFile(options.out, pieces);
    terminal.write(options.json === true ? jsonText({ out: options.out }) : `${options.out}\n`);
  }
  return EXIT.done;
};
