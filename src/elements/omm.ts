/**
 * CCSDS orbit mean-elements messages (CCSDS 502.0-B-3, section 4) in the three forms in which element sets are given out: JSON
 * and CSV with the keywords as names (CelesTrak's and space-track.org's forms), and NDM/XML (CCSDS 505.0-B).
 *
 * Only what SGP4 needs is read; a message about another body, frame, time scale or theory is refused, not flown.
 */
import { DAY_S, parseUtc } from "../units/index.ts";
import { parseCsv } from "./csv-text.ts";
import { guardLength, objectName, rangeFaults } from "./element-set.ts";
import type { ElementPlace, ElementProblem, ElementSet, ElementsRead } from "./element-set.ts";
import { parseXml } from "./xml-text.ts";
import type { XmlElement } from "./xml-text.ts";

/** One message: keyword to text, as written. */
type Message = { readonly place: ElementPlace; readonly words: ReadonlyMap<string, string>; readonly fault?: string };

/** Reads messages in JSON: one object or an array of them; throws SyntaxError when the text is not JSON. */
export function readOmmJson(text: string): ElementsRead {
  guardLength(text);
  const data: unknown = JSON.parse(text);
  return fromMessages((Array.isArray(data) ? (data as readonly unknown[]) : [data]).map((item, i) => jsonMessage(item, { record: i + 1, line: null })));
}

function jsonMessage(item: unknown, place: ElementPlace): Message {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return { place, words: new Map(), fault: "is not an object with keywords" };
  const pairs = Object.entries(item).flatMap(([key, value]): readonly (readonly [string, string])[] => (typeof value === "string" || typeof value === "number" ? [[key, String(value)]] : []));
  return { place, words: new Map(pairs) };
}

/** Reads messages in CSV, the keywords in the first line. */
export function readOmmCsv(text: string): ElementsRead {
  guardLength(text);
  const [header, ...rows] = parseCsv(text);
  if (header === undefined) return { sets: [], problems: [] };
  return fromMessages(rows.map(({ cells, line }, i): Message => {
    const place = { record: i + 1, line };
    const words = new Map(header.cells.map((name, k) => [name.trim(), cells[k] ?? ""]));
    return cells.length === header.cells.length ? { place, words } : { place, words, fault: `has ${cells.length} cells under ${header.cells.length} names` };
  }));
}

/** Reads every <omm> of an NDM/XML document; throws SyntaxError when it is not well formed, or holds what xml-text does not read. */
export function readOmmXml(text: string): ElementsRead {
  guardLength(text);
  return fromMessages(ommsIn(parseXml(text)).map((omm, i) => ({ place: { record: i + 1, line: omm.line }, words: new Map(leavesOf(omm)) })));
}

const ommsIn = (element: XmlElement): readonly XmlElement[] => (element.name === "omm" ? [element] : element.children.flatMap(ommsIn));
const leavesOf = (element: XmlElement): readonly (readonly [string, string])[] => (element.children.length === 0 ? [[element.name, element.text.trim()]] : element.children.flatMap(leavesOf));

function fromMessages(messages: readonly Message[]): ElementsRead {
  const sets: ElementSet[] = [];
  const problems: ElementProblem[] = [];
  for (const message of messages) {
    const { set, faults } = message.fault === undefined ? readMessage(message) : { set: undefined, faults: [message.fault] };
    if (set !== undefined && faults.length === 0) sets.push(set);
    const object = set !== undefined && Number.isFinite(set.catalogNumber) ? objectName(set) : (message.words.get("OBJECT_NAME") ?? message.words.get("NORAD_CAT_ID") ?? "?");
    problems.push(...faults.map((text) => ({ place: message.place, object, message: text, used: false })));
  }
  return { sets, problems };
}

/** Keywords that must say this where they are given. */
const FIXED: Readonly<Record<string, RegExp>> = {
  CENTER_NAME: /^EARTH$/i,
  REF_FRAME: /^TEME$/i,
  TIME_SYSTEM: /^UTC$/i,
  MEAN_ELEMENT_THEORY: /^(SGP\/)?SGP4$/i,
  EPHEMERIS_TYPE: /^[0-3]$/,
};

function readMessage({ words, place }: Message): { readonly set: ElementSet; readonly faults: readonly string[] } {
  const faults = Object.entries(FIXED).flatMap(([name, wanted]) => {
    const text = words.get(name);
    return text === undefined || text === "" || wanted.test(text) ? [] : [`${name} is "${text}": only SGP4 elements of the Earth, in TEME and UTC, can be flown`];
  });
  const number = (name: string, unit?: string): number => {
    const text = words.get(name);
    const value = text === undefined || !/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(text) ? NaN : Number(text);
    if (!Number.isFinite(value)) faults.push(text === undefined || text === "" ? `${name} is missing` : `${name}${unit ? ` (${unit})` : ""} cannot be read from "${text}"`);
    return value;
  };
  const set: ElementSet = {
    catalogNumber: number("NORAD_CAT_ID"),
    name: words.get("OBJECT_NAME")?.trim() || null,
    designator: words.get("OBJECT_ID")?.trim() || null,
    epoch_s: epoch_s(words.get("EPOCH"), faults),
    meanMotion_rev_per_d: number("MEAN_MOTION", "rev/d"),
    eccentricity: number("ECCENTRICITY"),
    inclination_deg: number("INCLINATION", "deg"),
    raan_deg: number("RA_OF_ASC_NODE", "deg"),
    argumentOfPerigee_deg: number("ARG_OF_PERICENTER", "deg"),
    meanAnomaly_deg: number("MEAN_ANOMALY", "deg"),
    bstar_per_earthRadius: number("BSTAR", "per Earth radius"),
    place,
  };
  if (faults.length === 0) faults.push(...rangeFaults(set));
  return { set, faults };
}

/** "2025-02-14T14:36:48.662784" or, by day of the year, "2025-045T14:36:48.662784". */
function epoch_s(text: string | undefined, faults: string[]): number {
  const read = text === undefined ? undefined : parseEpoch(text.trim());
  if (read === undefined) faults.push(text === undefined || text === "" ? "EPOCH is missing" : `EPOCH cannot be read from "${text}"`);
  return read ?? NaN;
}

function parseEpoch(text: string): number | undefined {
  const match = /^(\d{4})-(\d{3})(T.*)$/.exec(text);
  if (match === null) return parseUtc(text);
  const time_s = parseUtc(`1970-01-01${match[3]}`);
  const start_s = Date.UTC(Number(match[1]), 0, 1) / 1000;
  const day = Number(match[2]);
  const exists = day >= 1 && start_s + (day - 1) * DAY_S < Date.UTC(Number(match[1]) + 1, 0, 1) / 1000;
  return time_s === undefined || !exists ? undefined : start_s + (day - 1) * DAY_S + time_s;
}
