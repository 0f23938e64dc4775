/**
 * A strict reader of KVN orbit ephemeris messages, written from CCSDS 502.0-B-3 (sections 5 and 7) and not from our writer. Whatever the
 * standard does not allow is an error.
 */
export interface OemRow {
  /** Seconds since 1970. */
  readonly t_s: number;
  readonly state: readonly number[];
}
export interface OemSegment {
  readonly words: ReadonlyMap<string, string>;
  readonly rows: readonly OemRow[];
}
export interface Oem {
  readonly header: ReadonlyMap<string, string>;
  readonly segments: readonly OemSegment[];
}

/** Tables 5-2 and 5-3: keywords in their order; M is mandatory. */
const HEADER = [["CCSDS_OEM_VERS", "M"], ["CLASSIFICATION", "O"], ["CREATION_DATE", "M"], ["ORIGINATOR", "M"], ["MESSAGE_ID", "O"]] as const;
const METADATA = [
  ["OBJECT_NAME", "M"], ["OBJECT_ID", "M"], ["CENTER_NAME", "M"], ["REF_FRAME", "M"], ["REF_FRAME_EPOCH", "O"], ["TIME_SYSTEM", "M"], ["START_TIME", "M"],
  ["USEABLE_START_TIME", "O"], ["USEABLE_STOP_TIME", "O"], ["STOP_TIME", "M"], ["INTERPOLATION", "O"], ["INTERPOLATION_DEGREE", "O"],
] as const;
/** 3.2.3.3, 3.2.3.2 and table 5-3. */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  CCSDS_OEM_VERS: /^(1|2|3)\.0$/,
  REF_FRAME: /^(EME2000|GCRF|GRC|ICRF|ITRF2000|ITRF-93|ITRF-97|MCI|TDR|TEME|TOD)$/,
  TIME_SYSTEM: /^(GMST|GPS|MET|MRT|SCLK|TAI|TCB|TDB|TCG|TT|UT1|UTC)$/,
  INTERPOLATION: /^(HERMITE|LINEAR|LAGRANGE)$/,
  INTERPOLATION_DEGREE: /^\d+$/,
};
const TIME = /^(\d{4})-(?:(\d{2})-(\d{2})|(\d{3}))T(\d{2}):(\d{2}):(\d{2})(\.\d+)?Z?$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([Ee][+-]?\d+)?$/;

export const oemTime_s = (text: string): number => {
  const match = TIME.exec(text);
  if (match === null) throw new Error(`"${text}" is no time`);
  const [year, month, day, dayOfYear, hour, minute, second] = match.slice(1, 8).map(Number) as [number, number, number, number, number, number, number];
  const date = match[4] === undefined ? Date.UTC(year, month - 1, day) : Date.UTC(year, 0, dayOfYear);
  if (hour > 23 || minute > 59 || second > 60) throw new Error(`"${text}" is no time of day`);
  return date / 1000 + hour * 3600 + minute * 60 + second + Number(match[8] ?? 0);
};

export const readOem = (text: string): Oem => {
  const lines = text.split(/\r?\n/);
  lines.forEach((line, i) => {
    if (line.length > 254 || !/^[ -~]*$/.test(line)) throw new Error(`line ${i + 1} is too long, or not printable ASCII`);
  });
  const stream = lines.map((line) => line.trim()).filter((line) => line !== "");
  if (!stream[0]?.startsWith("CCSDS_OEM_VERS")) throw new Error("the first line is not CCSDS_OEM_VERS");
  const header = words(take(stream, (line) => line !== "META_START"), HEADER);
  const segments: OemSegment[] = [];
  while (stream.length > 0) {
    if (stream.shift() !== "META_START") throw new Error("META_START is wanted");
    const meta = words(take(stream, (line) => line !== "META_STOP"), METADATA);
    if (stream.shift() !== "META_STOP") throw new Error("META_STOP is wanted");
    take(stream, (line) => line.startsWith("COMMENT "));
    const rows = take(stream, (line) => line !== "META_START").map(rowOf);
    segments.push(checked({ words: meta, rows }));
  }
  if (segments.length === 0) throw new Error("no segment");
  if (new Set(segments.map((segment) => segment.words.get("OBJECT_NAME"))).size > 1) throw new Error("5.1.3: a message is of a single object");
  return { header, segments };
};

const take = (stream: string[], wanted: (line: string) => boolean): string[] => {
  const end = stream.findIndex((line) => !wanted(line));
  return stream.splice(0, end < 0 ? stream.length : end);
};

const words = (lines: readonly string[], table: readonly (readonly [string, "M" | "O"])[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  let place = 0;
  let comments = true;
  for (const line of lines) {
    if (/^COMMENT( |$)/.test(line)) {
      if (!comments) throw new Error(`a comment in the wrong place: ${line}`);
      continue;
    }
    const match = /^([A-Z_0-9]+) *= *([^=]+)$/.exec(line);
    if (match === null) throw new Error(`no keyword and value: ${line}`);
    const [, key, value] = match as unknown as [string, string, string];
    const at = table.findIndex(([name]) => name === key);
    if (at < place) throw new Error(`${key} is unknown, doubled or out of order`);
    place = at + 1;
    comments = key === "CCSDS_OEM_VERS";
    if (ALLOWED[key] !== undefined && !ALLOWED[key].test(value)) throw new Error(`${key} = ${value}`);
    if (/_(DATE|TIME)$/.test(key)) oemTime_s(value);
    found.set(key, value);
  }
  for (const [name, needed] of table) if (needed === "M" && !found.has(name)) throw new Error(`${name} is missing`);
  return found;
};

const rowOf = (line: string): OemRow => {
  const [time, ...numbers] = line.split(/ +/) as [string, ...string[]];
  if ((numbers.length !== 6 && numbers.length !== 9) || !numbers.every((text) => NUMBER.test(text))) throw new Error(`no state: ${line}`);
  return { t_s: oemTime_s(time), state: numbers.map(Number) };
};

const checked = (segment: OemSegment): OemSegment => {
  const { words: meta, rows } = segment;
  const time = (name: string): number => oemTime_s(meta.get(name)!);
  if (rows.some((row, i) => i > 0 && !(row.t_s > rows[i - 1]!.t_s))) throw new Error("times do not rise");
  if (rows[0]!.t_s !== time("START_TIME") || rows.at(-1)!.t_s !== time("STOP_TIME")) throw new Error("START_TIME or STOP_TIME is not that of the rows");
  if (meta.has("USEABLE_START_TIME") && time("USEABLE_START_TIME") < time("START_TIME")) throw new Error("useable before the start");
  if (meta.has("USEABLE_STOP_TIME") && time("USEABLE_STOP_TIME") > time("STOP_TIME")) throw new Error("useable after the end");
  if (meta.has("INTERPOLATION") !== meta.has("INTERPOLATION_DEGREE")) throw new Error("INTERPOLATION and its degree go together");
  const degree = Number(meta.get("INTERPOLATION_DEGREE") ?? 1);
  const needed = meta.get("INTERPOLATION") === "HERMITE" ? Math.ceil((degree + 1) / 2) : degree + 1;
  if (rows.length < needed) throw new Error(`5.2.4.7: ${rows.length} rows are too few for degree ${degree}`);
  return segment;
};

/** Position at a time as a user would have it: the polynomial that the segment names, through the rows about it, by Newton's divided differences; for Hermite on doubled nodes. */
export const interpolated = ({ words: meta, rows }: OemSegment, t_s: number): number[] => {
  const hermite = meta.get("INTERPOLATION") === "HERMITE";
  const nodesWanted = Number(meta.get("INTERPOLATION_DEGREE")) + 1;
  const points = hermite ? nodesWanted / 2 : nodesWanted;
  const after = rows.findIndex((row) => row.t_s > t_s);
  const first = Math.min(rows.length - points, Math.max(0, (after < 0 ? rows.length : after) - Math.floor(points / 2)));
  const used = rows.slice(first, first + points).flatMap((row) => (hermite ? [row, row] : [row]));
  const nodes = used.map((row) => row.t_s - t_s);
  return [0, 1, 2].map((axis) => {
    let column = used.map(({ state }) => state[axis]!);
    const leading = [column[0]!];
    for (let order = 1; order < nodes.length; order++) {
      column = column.slice(1).map((value, i) => {
        const width = nodes[i + order]! - nodes[i]!;
        return width === 0 ? used[i]!.state[axis + 3]! : (value - column[i]!) / width;
      });
      leading.push(column[0]!);
    }
    return leading.reduceRight((sum, value, k) => value - nodes[k]! * sum, 0);
  });
};
