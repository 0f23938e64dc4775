/** How many events a command may list, and how many would come. */
import type { EventSpan } from "../events/index.ts";
import { DAY_S } from "../units/index.ts";
import { UsageError } from "./failure.ts";

/** A million rows take some 300 MB while they are put in order. */
const EVENTS_MAX = 1_000_000;
/** Of each part so many are followed, on so many days of the span, to see how many events they have: eclipses of high orbits come in seasons. */
const TRIED = 3;
const TRIED_DAYS = 8;

const HINT = "--satellite chooses some satellites, a shorter period gives fewer events";

/** Satellites, or pairs of them, and the events of one within a span. */
export interface EventPart {
  readonly count: number;
  readonly eventsOf: (index: number, span: EventSpan) => number;
}

/** Throws UsageError with the number of events that would come when it is too large; `whose` says of what. */
export const guardEvents = (parts: readonly EventPart[], span: EventSpan, whose: string): void => {
  const expected = parts.reduce((sum, part) => sum + expectedOf(part, span), 0);
  if (expected > EVENTS_MAX) throw new UsageError(`about ${formatCount(expected)} ${whose} would come, where ${formatCount(EVENTS_MAX)} are listed at most`, HINT);
};

/** The pieces as they come; throws UsageError once they hold more events than are listed, for a guess may have been too low. */
export function* withinLimit<T>(pieces: Iterable<T>, countOf: (piece: T) => number, whose: string): Generator<T> {
  let events = 0;
  for (const piece of pieces) {
    events += countOf(piece);
    if (events > EVENTS_MAX) throw new UsageError(`more than ${formatCount(EVENTS_MAX)} ${whose} come, which are listed at most`, HINT);
    yield piece;
  }
}

const expectedOf = ({ count, eventsOf }: EventPart, span: EventSpan): number => {
  const tried = Math.min(TRIED, count);
  const days = daysOver(span);
  let events = 0;
  for (let k = 0; k < tried; k++) for (const day of days) events += eventsOf(Math.floor((k * count) / tried), day);
  const followed_s = days.reduce((sum, { start_s, end_s }) => sum + end_s - start_s, 0);
  return tried === 0 ? 0 : (events / tried) * count * ((span.end_s - span.start_s) / followed_s);
};

/** The first day of as many equal parts of a span; all of a span of a day. */
const daysOver = ({ start_s, end_s }: EventSpan): readonly EventSpan[] => {
  const parts = Math.max(1, Math.min(TRIED_DAYS, Math.floor((end_s - start_s) / DAY_S)));
  const apart_s = (end_s - start_s) / parts;
  return Array.from({ length: parts }, (_, k) => ({ start_s: start_s + k * apart_s, end_s: start_s + k * apart_s + Math.min(apart_s, DAY_S) }));
};

/** To two digits. */
const formatCount = (count: number): string => Number(count.toPrecision(2)).toLocaleString("en-US");
