/** Calendar quarters ("2027-Q3") and dates. A quarter is a whole number, year * 4 + (1..4) - 1, so that quarters subtract. */

/** Reads "2027-Q3" (or "2027Q3"); undefined when it is not a quarter. */
export const parseQuarter = (text: string): number | undefined => {
  const match = /^(\d{4})-?Q([1-4])$/.exec(text);
  return match ? Number(match[1]) * 4 + Number(match[2]) - 1 : undefined;
};

export const formatQuarter = (quarter: number): string => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;

/** Reads an ISO date, or a date and time in UTC, to seconds since 1970; undefined when it is not one or does not exist. */
export const parseUtc = (text: string): number | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,6})?))?Z?)?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute] = [match[1], match[2], match[3], match[4] ?? 0, match[5] ?? 0].map(Number) as [number, number, number, number, number];
  const second = Number(match[6] ?? 0);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, 0));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return exists ? date.getTime() / 1000 + second : undefined;
};

/** Reads a date and time with an offset ("2027-01-01T00:00+02:00") or a "Z" to seconds since 1970; without either it is UTC and `zoned` is false. */
export const parseInstant = (text: string): { readonly t_s: number; readonly zoned: boolean } | undefined => {
  const match = /^(.{16,26}?)([+-])(\d{2}):?(\d{2})$/.exec(text);
  const t_s = parseUtc(match ? match[1]! : text);
  if (t_s === undefined || (match && (Number(match[3]) > 14 || Number(match[4]) > 59 || match[1]!.endsWith("Z")))) return undefined;
  const offset_s = match ? (match[2] === "-" ? -1 : 1) * (Number(match[3]) * 3600 + Number(match[4]) * 60) : 0;
  return { t_s: t_s - offset_s, zoned: match !== null || text.endsWith("Z") };
};

/** Seconds since 1970 as "2027-01-01T00:00:00Z". */
export const formatUtc = (seconds: number): string => wholeSeconds(new Date(Math.round(seconds * 1000)).toISOString());

const wholeSeconds = (iso: string): string => (iso.endsWith(".000Z") ? `${iso.slice(0, -5)}Z` : iso);

/** Start of a quarter, seconds since 1970. */
export const quarterStart_s = (quarter: number): number => Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3, 1) / 1000;
