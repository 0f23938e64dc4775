/** What `fly --events` writes: eclipses, passes and links of the flown period in one list by time. */
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { LINK_ALTITUDE_MIN_KM, linkGrid, linkWindows, passes, type LinkLimits, type LinkPair } from "../events/index.ts";
import { guardEvents, withinLimit, type EventPart } from "./event-limit.ts";
import { csvPieces, jsonPieces } from "./event-pieces.ts";
import { byTime, LINK_COLUMNS, linkRows, PASS_COLUMNS, passRows } from "./event-rows.ts";
import { EVENT_COLUMNS, utcMilliseconds, type EventRow } from "./event-text.ts";
import { readForEvents } from "./event-trajectories.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import type { CommonOptions } from "./options.ts";
import { outFolder } from "./out-folder.ts";
import { tryFile, writeFile } from "./out-file.ts";
import { printPieces } from "./print-pieces.ts";
import { quantityOption } from "./quantity-option.ts";
import { LINKED_MAX, linkedPairs } from "./scenario-links.ts";
import { ECLIPSE_COLUMNS, eclipseRows, eclipsesOf } from "./show-eclipses.ts";
import { passesOfEach } from "./show-passes.ts";
import type { Terminal } from "./terminal.ts";
import type { TrajectorySource } from "./trajectories.ts";

export interface FlyEventsOptions extends CommonOptions {
  /** A file, or true for the usual place. */
  readonly events: string | true;
  readonly format?: "csv" | "json";
  readonly links?: string;
  readonly range?: string;
  readonly satellite: readonly string[];
  readonly satellites?: number;
  readonly start?: string;
  readonly days?: string;
  readonly hours?: string;
}

/**
 * The source of a line that names none, and its options: `fly --events satellites.txt` gives the option the file that was meant to be read.
 * A file that is there and holds no list of events is never written over, so it can only be that.
 */
export const sourceInEvents = (source: string, options: FlyEventsOptions): readonly [string, FlyEventsOptions] =>
  typeof options.events === "string" && holdsOther(options.events) ? [options.events, { ...options, events: true }] : [source, options];

/** Lists the events; where they go to a file and the source is a scenario, `fly` does what it does besides. */
export const flyEvents = async (source: string, options: FlyEventsOptions, terminal: Terminal, fly: (terminal: Terminal) => Promise<ExitCode>): Promise<ExitCode> => {
  const place = placeOf(options);
  const limits = limitsOf(options);
  const rereading = { ...terminal, readInput: once(terminal.readInput) };
  const found = await readForEvents(source, { ...options, flown: true }, rereading);
  const list = listOf(found, limits);
  guardEvents(partsOf(list), found, whose(found));
  const exit = place.file !== undefined && found.scenario !== null ? await fly(rereading) : EXIT.done;
  const pieces = piecesOf(list, place.format);
  if (place.file === undefined) await printPieces(pieces, terminal);
  else {
    await writeFile(place.file, pieces);
    if (options.quiet !== true) terminal.tell(`events: ${place.file}\n`);
  }
  return exit;
};

/** Standard input can be read once only. */
const once = (read: () => Promise<string>): (() => Promise<string>) => {
  let text: Promise<string> | undefined;
  return () => (text ??= read());
};

interface Place {
  /** Undefined: standard output. */
  readonly file: string | undefined;
  readonly format: "csv" | "json";
}

const placeOf = ({ events, format, out, json }: FlyEventsOptions): Place => {
  if (events === true) {
    if (out === undefined) return { file: undefined, format: format ?? (json === true ? "json" : "csv") };
    return { file: `${outFolder(out)}/events.${format ?? "csv"}`, format: format ?? "csv" };
  }
  const ending = /\.(csv|json)$/i.exec(events)?.[1]!.toLowerCase() as "csv" | "json" | undefined;
  if (ending === undefined) throw new UsageError(`--events ${events}: a file of events ends in .csv or .json`, "a scenario comes before --events: dawndusk fly scenario.yaml --events");
  if (format !== undefined && format !== ending) throw new UsageError(`--events ${events} and --format ${format} ask for two forms`, "leave --format out");
  guardFile(events);
  tryFile(events);
  return { file: events, format: ending };
};

/** With what a list of events begins. */
const BEGINNINGS = [EVENT_COLUMNS.join(","), '{\n  "start_utc"'];

/** "fly --events satellites.csv" must not write over the elements that were meant to be read. */
const guardFile = (path: string): void => {
  if (holdsOther(path)) throw new UsageError(`--events ${path}: that file is there and is no list of events`, "name another file");
};

/** Whether a file is there and holds something else than a list of events. */
const holdsOther = (path: string): boolean => {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const bytes = Buffer.alloc(256);
  const handle = openSync(path, "r");
  const length = readSync(handle, bytes, 0, bytes.length, 0);
  closeSync(handle);
  const start = bytes.toString("utf8", 0, length);
  return length > 0 && !BEGINNINGS.some((beginning) => start.startsWith(beginning));
};

const limitsOf = ({ links, range }: FlyEventsOptions): LinkLimits => {
  const altitudeMin_km = links === undefined ? LINK_ALTITUDE_MIN_KM : quantityOption(links, { name: "--links", unit: "km", example: "80 km", good: (km) => km >= 0, wanted: "a height of 0 km or more" });
  if (range === undefined) return { altitudeMin_km };
  return { altitudeMin_km, rangeMax_km: quantityOption(range, { name: "--range", unit: "km", example: "5000 km", good: (km) => km > 0, wanted: "a distance above 0 km" }) };
};

interface Wanted {
  readonly found: TrajectorySource;
  readonly pairs: readonly LinkPair[];
  readonly limits: LinkLimits;
  readonly notes: readonly string[];
}

const listOf = (found: TrajectorySource, limits: LinkLimits): Wanted => {
  const count = found.trajectories.length;
  const pairs = linkedPairs(found);
  const unlinked = found.scenario === null && count > LINKED_MAX ? [`links are not looked for among ${count} satellites: --satellite chooses up to ${LINKED_MAX}`] : [];
  return { found, pairs, limits, notes: [...found.notes, ...unlinked] };
};

const EARTH = "sphere";

const partsOf = ({ found, pairs, limits }: Wanted): readonly EventPart[] => [
  { count: found.trajectories.length, eventsOf: (i, span) => eclipsesOf(found.trajectories[i]!, span, EARTH).eclipses.length + passes([found.trajectories[i]!], found.stations, span).passes.length },
  { count: pairs.length, eventsOf: (k, span) => linkWindows(found.trajectories[pairs[k]![0]]!, found.trajectories[pairs[k]![1]]!, span, limits).length },
];

const COLUMNS = [...ECLIPSE_COLUMNS, ...PASS_COLUMNS, ...LINK_COLUMNS];

const whose = ({ trajectories }: TrajectorySource): string => `events of ${trajectories.length} satellites`;

function* rowsOf({ found, pairs, limits }: Wanted): Generator<readonly EventRow[]> {
  const { trajectories, stations, start_s, end_s } = found;
  const span = { start_s, end_s };
  for (const trajectory of trajectories) yield eclipseRows(eclipsesOf(trajectory, span, EARTH));
  for (const own of passesOfEach(found, stations)) yield passRows(own, trajectories, stations);
  yield linkRows(linkGrid(trajectories, pairs, span, limits), trajectories);
}

const piecesOf = (list: Wanted, format: "csv" | "json"): Iterable<string> => {
  const { found, pairs, limits, notes } = list;
  const { start_s, end_s } = found;
  const rows = [...withinLimit(rowsOf(list), (some) => some.length, whose(found))].flat();
  const head = { start_utc: utcMilliseconds(start_s), end_utc: utcMilliseconds(end_s), earth: EARTH, links: { pairs: pairs.length, ...limits }, notes };
  return format === "csv" ? csvPieces(byTime(rows), COLUMNS) : jsonPieces(byTime(rows), COLUMNS, head);
};
