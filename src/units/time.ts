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
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hour, minute, second] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)];
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour < 24 && minute < 60 && second < 60;
  // Date.UTC takes the years 0 to 99 for those of the twentieth century.
  return exists && year >= 100 ? Date.UTC(year, month - 1, day, hour, minute) / 1000 + second : undefined;
};

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const daysIn = (year: number, month: number): number => (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : MONTH_DAYS[month - 1]!);

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

const DAY_S = 86_400;
/** Days before each quarter of a year that is no leap year. */
const QUARTER_DAYS = [0, 90, 181, 273] as const;

/** Start of a quarter, seconds since 1970: by the rule of the Gregorian calendar, for loops ask for it by the thousand. */
export const quarterStart_s = (quarter: number): number => {
  const year = Math.floor(quarter / 4);
  const before = year - 1;
  const place = quarter - 4 * year;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - LEAP_DAYS_TO_1969;
  return DAY_S * (365 * (year - 1970) + leapDays + QUARTER_DAYS[place]! + (isLeap && place > 0 ? 1 : 0));
};

/** Of the years 1 to 1969. */
const LEAP_DAYS_TO_1969 = 477;
