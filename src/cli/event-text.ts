/**
 * Event rows as CSV and as JSON records: one shape for eclipses, passes and links, so that `fly --events` may put them in one file.
 * Times are UTC to the millisecond, and `duration_s` is the difference of the times as written.
 */

export type EventCell = string | number | boolean | null;

export interface EventRow {
  readonly satellite: string;
  /** "umbra", "penumbra", "pass", "link", ... */
  readonly kind: string;
  /** The station or the other satellite; null where there is none. */
  readonly partner: string | null;
  /** Seconds since 1970, UTC. */
  readonly start_s: number;
  readonly end_s: number;
  /** Already under way at the span's start, still under way at its end. */
  readonly openAtStart: boolean;
  readonly openAtEnd: boolean;
  /** Further columns, their unit in the name. */
  readonly extra: Readonly<Record<string, EventCell>>;
}

export type EventRecord = Readonly<Record<string, EventCell>>;

export const EVENT_COLUMNS = ["satellite", "kind", "partner", "start_utc", "end_utc", "duration_s", "openAtStart", "openAtEnd"] as const;

/** Seconds since 1970 as "2027-01-01T00:00:00.000Z": every row of one width. */
export const utcMilliseconds = (t_s: number): string => {
  if (!Number.isFinite(t_s)) throw new RangeError(`time of an event is ${t_s}`);
  return new Date(Math.round(t_s * 1000)).toISOString();
};

/** Rows as flat records with the columns of `EVENT_COLUMNS` and `extra`, null where a row has no such cell. Throws RangeError for a number that is not finite and for a cell outside these columns. */
export const eventRecords = (rows: readonly EventRow[], extra: readonly string[]): readonly EventRecord[] => rows.map((row) => recordOf(row, extra));

const recordOf = (row: EventRow, extra: readonly string[]): EventRecord => {
  const other = Object.keys(row.extra).find((name) => !extra.includes(name));
  if (other !== undefined) throw new RangeError(`an event of kind "${row.kind}" has a cell "${other}", which is no column`);
  return {
    satellite: row.satellite,
    kind: row.kind,
    partner: row.partner,
    start_utc: utcMilliseconds(row.start_s),
    end_utc: utcMilliseconds(row.end_s),
    duration_s: (Math.round(row.end_s * 1000) - Math.round(row.start_s * 1000)) / 1000,
    openAtStart: row.openAtStart,
    openAtEnd: row.openAtEnd,
    ...Object.fromEntries(extra.map((name) => [name, finite(name, row.extra[name])])),
  };
};

const finite = (name: string, cell: EventCell | undefined): EventCell => {
  if (typeof cell === "number" && !Number.isFinite(cell)) throw new RangeError(`${name} of an event is ${cell}`);
  return cell === undefined ? null : cell;
};

/** The same rows as CSV (RFC 4180, but lines end in LF), a header even where there is no row; an empty cell is a null. */
export const eventCsv = (rows: readonly EventRow[], extra: readonly string[]): string => {
  const names = [...EVENT_COLUMNS, ...extra];
  const lines = eventRecords(rows, extra).map((record) => names.map((name) => csvCell(record[name]!)).join(","));
  return `${[names.map(csvCell).join(","), ...lines].join("\n")}\n`;
};

const csvCell = (cell: EventCell): string => {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
