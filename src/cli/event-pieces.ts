/** Event rows as CSV or one JSON document, in pieces: a long list never is one text. */
import { eventCsv, eventRecords, type EventRow } from "./event-text.ts";
import { jsonText } from "./json-text.ts";

/** Rows of a piece: some 100 kB. */
const PIECE_ROWS = 1000;

function* slices(rows: readonly EventRow[]): Generator<readonly EventRow[]> {
  for (let from = 0; from < rows.length; from += PIECE_ROWS) yield rows.slice(from, from + PIECE_ROWS);
}

/** The text of eventCsv. */
export function* csvPieces(rows: readonly EventRow[], extra: readonly string[]): Generator<string> {
  const head = eventCsv([], extra);
  yield head;
  for (const slice of slices(rows)) yield eventCsv(slice, extra).slice(head.length);
}

/** What stands where the events go in. */
const EMPTY = '"events": []\n}\n';

/** A document of `head` and `events`, one event a line. */
export function* jsonPieces(rows: readonly EventRow[], extra: readonly string[], head: Readonly<Record<string, unknown>>): Generator<string> {
  const document = jsonText({ ...head, events: [] });
  yield `${document.slice(0, -EMPTY.length)}"events": [`;
  let between = "";
  for (const slice of slices(rows)) {
    yield between + eventRecords(slice, extra).map((record) => `\n    ${JSON.stringify(record)}`).join(",");
    between = ",";
  }
  yield `${rows.length === 0 ? "" : "\n  "}]\n}\n`;
}
