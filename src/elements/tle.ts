/**
 * Two-line element sets, with or without a line for the name.
 *
 * Columns after Hoots & Roehrich 1980 (Spacetrack Report No. 3, appendix) and CelesTrak's page on the format; catalogue numbers
 * above 99999 in Alpha-5, where a letter but I and O stands for 10 to 33 (space-track.org). Two digits of year mean 1957 to 2056.
 * Lines that begin with # and empty lines are skipped; what stands after column 69 is not read.
 */
import { DAY_S } from "../units/index.ts";
import { guardLength, objectName, rangeFaults } from "./element-set.ts";
import type { ElementProblem, ElementSet, ElementsRead } from "./element-set.ts";

export type TleOptions = {
  /** What a wrong checksum means: the object is left out ("refuse", right for a file that may be damaged), or it is used and reported. */
  readonly checksum?: "refuse" | "report";
};

type Line = { readonly text: string; readonly number: number };
/** One object's lines, or those lines that make none. */
type Card = { readonly name: string | null; readonly one: Line | undefined; readonly two: Line | undefined; readonly first: Line };

/** Reads element sets of two or three lines each; every object that cannot be used is among the problems. */
export function readTle(text: string, { checksum = "refuse" }: TleOptions = {}): ElementsRead {
  guardLength(text);
  const sets: ElementSet[] = [];
  const problems: ElementProblem[] = [];
  cardsOf(linesOf(text)).forEach((card, i) => {
    const place = { record: i + 1, line: card.first.number };
    const { set, faults } = readCard(card);
    const sums = [card.one, card.two].flatMap(checksumFaults);
    const used = set !== undefined && faults.length === 0 && (checksum === "report" || sums.every((sum) => sum.missing));
    const object = set === undefined ? (card.name ?? card.first.text.slice(0, 24)) : objectName(set);
    if (used) sets.push({ ...set, place });
    problems.push(...[...faults, ...sums.map(({ message }) => message)].map((message) => ({ place, object, message, used })));
  });
  return { sets, problems };
}

function linesOf(text: string): readonly Line[] {
  const lines = text.split(/\r?\n/).map((line, i): Line => ({ text: line.trimEnd(), number: i + 1 }));
  return lines.filter((line) => line.text !== "" && !line.text.startsWith("#"));
}

const isOne = (line: Line | undefined): boolean => line !== undefined && /^1 [ 0-9A-Z][ 0-9]{4}[A-Z ] /.test(line.text);
const isTwo = (line: Line | undefined): boolean => line !== undefined && /^2 [ 0-9A-Z][ 0-9]{4} /.test(line.text);

function cardsOf(lines: readonly Line[]): readonly Card[] {
  const cards: Card[] = [];
  for (let i = 0; i < lines.length; ) {
    const first = lines[i]!;
    const name = isOne(first) || isTwo(first) ? null : first.text.replace(/^0 /, "").trim();
    const at = name === null ? i : i + 1;
    const one = isOne(lines[at]) ? lines[at] : undefined;
    const next = one === undefined ? at : at + 1;
    const two = isTwo(lines[next]) ? lines[next] : undefined;
    cards.push({ name, one, two, first });
    i = two === undefined ? next : next + 1;
  }
  return cards;
}

type CardRead = { readonly set?: Omit<ElementSet, "place">; readonly faults: readonly string[] };

function readCard({ name, one, two, first }: Card): CardRead {
  if (one === undefined) return { faults: [`line ${first.number}: no line 1 of an element set ${two === undefined ? "follows" : "before this line 2"}`] };
  if (two === undefined) return { faults: [`line ${one.number}: no line 2 follows this line 1`] };
  const faults: string[] = [];
  const field = (line: Line, what: string, from: number, to: number, read: (text: string) => number | undefined): number => {
    const text = line.text.slice(from - 1, to);
    const value = read(text);
    if (value === undefined) faults.push(`line ${line.number}, columns ${from}-${to}: ${what} cannot be read from "${text}"`);
    return value ?? NaN;
  };
  const set = {
    catalogNumber: field(one, "catalogue number", 3, 7, alpha5),
    name: name === "" ? null : name,
    designator: one.text.slice(9, 17).trim() || null,
    epoch_s: field(one, "epoch", 19, 32, epoch_s),
    meanMotion_rev_per_d: field(two, "mean motion", 53, 63, decimal),
    eccentricity: field(two, "eccentricity", 27, 33, fraction),
    inclination_deg: field(two, "inclination", 9, 16, decimal),
    raan_deg: field(two, "node", 18, 25, decimal),
    argumentOfPerigee_deg: field(two, "argument of perigee", 35, 42, decimal),
    meanAnomaly_deg: field(two, "mean anomaly", 44, 51, decimal),
    bstar_per_earthRadius: field(one, "B*", 54, 61, exponential),
  };
  const second = field(two, "catalogue number", 3, 7, alpha5);
  if (faults.length > 0) return { faults };
  if (second !== set.catalogNumber) faults.push(`lines ${one.number} and ${two.number} are of two objects, ${set.catalogNumber} and ${second}`);
  if (one.text[62] === "4") faults.push(`line ${one.number}: elements of SGP4-XP (ephemeris type 4), which SGP4 would fly wrongly`);
  return { set, faults: [...faults, ...rangeFaults(set)] };
}

/** Catalogue number of five characters, the first perhaps a letter for 10..33. */
export function alpha5(text: string): number | undefined {
  const match = /^\s*([A-HJ-NP-Z]?)(\d{1,5})$/.exec(text);
  if (match === null || (match[1] !== "" && text.trim().length !== 5)) return undefined;
  const letter = match[1] === "" ? 0 : 10 + "ABCDEFGHJKLMNPQRSTUVWXYZ".indexOf(match[1]!);
  return letter * 10_000 + Number(match[2]);
}

const decimal = (text: string): number | undefined => (/^\s*[+-]?\d*\.?\d+\s*$/.test(text) ? Number(text) : undefined);
/** "0012345": digits after a decimal point that is not written; a blank is a 0. */
const fraction = (text: string): number | undefined => (/^[ \d]{7}$/.test(text) ? Number(`0.${text.replaceAll(" ", "0")}`) : undefined);

/** " 12345-3": 0.12345e-3. */
function exponential(text: string): number | undefined {
  const match = /^([ +-])([ \d]{5})([ +-]\d)$/.exec(text);
  return match === null ? undefined : Number(`${match[1]!.trim()}0.${match[2]!.replaceAll(" ", "0")}e${match[3]!.trim()}`);
}

/** "24322.58825131": two digits of year, day of the year from 1 with a fraction. */
function epoch_s(text: string): number | undefined {
  const match = /^([ \d]\d)([ \d]{2}\d)(\.\d+)\s*$/.exec(text);
  if (match === null) return undefined;
  const short = Number(match[1]);
  const year = short < 57 ? 2000 + short : 1900 + short;
  const day = Number(match[2]);
  const start = Date.UTC(year, 0, 1) / 1000;
  if (day < 1 || start + (day - 1) * DAY_S >= Date.UTC(year + 1, 0, 1) / 1000) return undefined;
  return start + (day - 1) * DAY_S + Number(match[3]) * DAY_S;
}

/** Sum of the digits of columns 1 to 68, a minus counting 1, modulo 10. */
function checksumOf(text: string): number {
  let sum = 0;
  for (const character of text.slice(0, 68)) sum += character === "-" ? 1 : character >= "0" && character <= "9" ? Number(character) : 0;
  return sum % 10;
}

function checksumFaults(line: Line | undefined): readonly { readonly message: string; readonly missing: boolean }[] {
  if (line === undefined) return [];
  const written = line.text.slice(68, 69);
  const sum = checksumOf(line.text);
  if (written.trim() === "") return [{ message: `line ${line.number}: no checksum in column 69; the digits give ${sum}`, missing: true }];
  return written === String(sum) ? [] : [{ message: `line ${line.number}: checksum is ${written}, the digits give ${sum}`, missing: false }];
}
