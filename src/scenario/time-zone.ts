/**
 * Local clocks: what instant a local time stands for, where clocks are set forth and back.
 *
 *   1. instant = local time - offset(instant); an hour that clocks skip has no instant, one that they repeat has two
 *
 * Offsets come from the time-zone database (IANA) of the machine's Intl, looked up week by week and then to the minute.
 * Range: 1970-2200; a zone that changes its offset twice within a week would be misread (none has).
 */

const DAY_S = 86_400;
const WEEK_S = 7 * DAY_S;

/** Instants of local times, in order: none for one that clocks skip, two for one that they repeat. */
export type LocalClock = (local_s: number) => readonly number[];

const FIXED = /^(?:UTC)?([+-])(\d{2}):?(\d{2})$/;
const NAMED = /^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/;

/** The clock of "UTC", of a fixed offset ("UTC-05:00", "+02:00") or of a zone by its IANA name ("America/Chicago"); undefined for any other text. */
export const clockOf = (zone: string): LocalClock | undefined => {
  if (zone === "UTC") return (local_s) => [local_s];
  const fixed = FIXED.exec(zone);
  if (fixed) {
    if (Number(fixed[2]) > 14 || Number(fixed[3]) > 59) return undefined;
    const offset_s = (fixed[1] === "-" ? -1 : 1) * (Number(fixed[2]) * 3600 + Number(fixed[3]) * 60);
    return (local_s) => [local_s - offset_s];
  }
  return NAMED.test(zone) ? namedClock(zone) : undefined;
};

/** Whether clocks of the zone are set between two instants; never where it is UTC, an offset or unknown. */
export const clocksAreSet = (zone: string | undefined, { from_s, to_s }: { readonly from_s: number; readonly to_s: number }): boolean => {
  const wall = zone !== undefined && NAMED.test(zone) ? wallTime(zone) : undefined;
  return wall !== undefined && wall(to_s) - wall(from_s) !== to_s - from_s;
};

const namedClock = (zone: string): LocalClock | undefined => {
  const wall = wallTime(zone);
  if (!wall) return undefined;
  const weeks = new Map<number, readonly Shift[]>();
  const offsetAt = (t_s: number): number => {
    const week = Math.floor(t_s / WEEK_S);
    const shifts = weeks.get(week) ?? shiftsIn(wall, week * WEEK_S);
    weeks.set(week, shifts);
    return shifts.findLast(({ from_s }) => from_s <= t_s)!.offset_s;
  };
  return (local_s) => {
    const offsets = [offsetAt(local_s - DAY_S), offsetAt(local_s + DAY_S)];
    const instants = [...new Set(offsets)].map((offset_s) => local_s - offset_s).filter((t_s) => offsetAt(t_s) === local_s - t_s);
    return instants.sort((a, b) => a - b);
  };
};

interface Shift { readonly from_s: number; readonly offset_s: number }

/** Offsets within a week: one, or two with the minute of the change. */
const shiftsIn = (wall: (t_s: number) => number, start_s: number): readonly Shift[] => {
  const offset = (t_s: number): number => wall(t_s) - t_s;
  let low = start_s;
  let high = start_s + WEEK_S;
  const [first, last] = [offset(low), offset(high)];
  if (first === last) return [{ from_s: low, offset_s: first }];
  while (high - low > 60) {
    const middle = low + 60 * Math.floor((high - low) / 120);
    if (offset(middle) === first) low = middle;
    else high = middle;
  }
  return [{ from_s: start_s, offset_s: first }, { from_s: high, offset_s: last }];
};

/** Local time of an instant, both as seconds; undefined for a zone that the database does not hold. */
const wallTime = (timeZone: string): ((t_s: number) => number) | undefined => {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" });
  } catch {
    return undefined;
  }
  return (t_s) => {
    const part: Partial<Record<string, number>> = {};
    for (const { type, value } of format.formatToParts(t_s * 1000)) part[type] = Number(value);
    return Date.UTC(part["year"]!, part["month"]! - 1, part["day"], part["hour"], part["minute"], part["second"]) / 1000;
  };
};
