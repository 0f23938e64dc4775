/** How many events a command may list, and how many would come. */
import type { EventSpan } from "../events/index.ts";
import { DAY_S } from "../units/index.ts";
import { UsageError } from "./failure.ts";

/** A million rows take some 300 MB while they are put in order. */
const EVENTS_MAX = 1_000_000;
/** Of each part so many are followed for a day, to see how many events they have. */
const TRIED = 3;

/** Satellites, or pairs of them, and the events of one within a span. */
export interface EventPart {
  readonly count: number;
  readonly eventsOf: (index: number, span: EventSpan) => number;
}

/** Throws UsageError with the number of events that would come when it is too large; `whose` says of what. */
export const guardEvents = (parts: readonly EventPart[], span: EventSpan, whose: string): void => {
  const expected = parts.reduce((sum, part) => sum + expectedOf(part, span), 0);
  if (expected <= EVENTS_MAX) return;
  throw new UsageError(`about ${formatCount(expected)} ${whose} would come, where ${formatCount(EVENTS_MAX)} are listed at most`, "--satellite chooses some satellites, a shorter period gives fewer events");
};

const expectedOf = ({ count, eventsOf }: EventPart, { start_s, end_s }: EventSpan): number => {
  const tried = Math.min(TRIED, count);
  const days = Math.max(1, (end_s - start_s) / DAY_S);
  const day = { start_s, end_s: Math.min(end_s, start_s + DAY_S) };
  let events = 0;
  for (let k = 0; k < tried; k++) events += eventsOf(Math.floor((k * count) / tried), day);
  return tried === 0 ? 0 : (events / tried) * count * days;
};

/** To two digits. */
const formatCount = (count: number): string => Number(count.toPrecision(2)).toLocaleString("en-US");
