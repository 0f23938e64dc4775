/** How many events a command may list, and how many would come. */
import type { Trajectory } from "../ephemeris/index.ts";
import type { EventSpan } from "../events/index.ts";
import { DAY_S } from "../units/index.ts";
import { UsageError } from "./failure.ts";

/** A million rows take some 300 MB while they are put in order. */
const EVENTS_MAX = 1_000_000;
/** Satellites that are flown to see how many events there are. */
const TRIED = 3;

type Counted = { readonly satellites: readonly Trajectory[]; readonly span: EventSpan; readonly what: string };

/** Throws UsageError with the number that would come when it is too large; some satellites are flown for a day to tell. */
export const guardEvents = ({ satellites, span, what }: Counted, eventsOf: (some: readonly Trajectory[], span: EventSpan) => number): void => {
  const some = Array.from({ length: Math.min(TRIED, satellites.length) }, (_, k) => satellites[Math.floor((k * satellites.length) / TRIED)]!);
  const length_s = span.end_s - span.start_s;
  const tried_s = Math.min(DAY_S, length_s);
  if (some.length === 0 || (satellites.length <= TRIED && length_s <= 30 * DAY_S)) return;
  const expected = eventsOf(some, { start_s: span.start_s, end_s: span.start_s + tried_s }) * (satellites.length / some.length) * (length_s / tried_s);
  if (expected <= EVENTS_MAX) return;
  throw new UsageError(`about ${formatCount(expected)} ${what} of ${formatCount(satellites.length)} satellites would come; ${formatCount(EVENTS_MAX)} are listed at most`, "--satellite chooses some, a shorter period gives fewer");
};

/** To two digits. */
const formatCount = (count: number): string => Number(count.toPrecision(2)).toLocaleString("en-US");
