/** Event rows on the terminal or in a file, as a table, CSV or JSON. */
import { eventCsv, eventRecords, type EventRow } from "./event-text.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { writeFile } from "./out-file.ts";
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
  /** The table, ending in a line break. */
  readonly table: () => string;
}

/** The format that a command line asks for; throws UsageError where it asks for two. */
export const eventFormat = ({ format, json }: EventOptions): EventFormat => {
  if (json === true && format !== undefined && format !== "json") throw new UsageError(`--json and --format ${format} cannot both be`, "leave one of them out");
  return json === true ? "json" : (format ?? "table");
};

/** Writes events to standard output, or to `--out` and its path to standard output. */
export const showEvents = ({ rows, extra, head, table }: ShownEvents, options: EventOptions, terminal: Terminal): ExitCode => {
  const format = eventFormat(options);
  const text = format === "table" ? table() : format === "csv" ? eventCsv(rows, extra) : jsonText({ ...head, events: eventRecords(rows, extra) });
  if (options.out === undefined) terminal.write(text);
  else {
    writeFile(options.out, [text]);
    terminal.write(options.json === true ? jsonText({ out: options.out }) : `${options.out}\n`);
  }
  return EXIT.done;
};
