/**
 * The share on time: of the jobs whose time (due and slack) ended within the days those that were there by then, over all of these and those
 * shed. What is due later is not judged, though it be there early: what will be late of it is not seen yet, and the share would be too high.
 */

/** What rounding puts behind its time is on time. */
export const ROUNDING_S = 1e-6;

export interface JobTimes {
  /** Null for a job that is promised no time. */
  readonly due_s: number | null;
  /** When its result is there; null before it is done. */
  readonly delivered_s: number | null;
  readonly isShed: boolean;
}

export interface OnTime {
  readonly onTime: number;
  readonly late: number;
  readonly shed: number;
  /** Null where nothing was judged, or the class is promised no time. */
  readonly slo_frac: number | null;
}

/** How late is still on time is `slack_s`: null where no time is promised. */
export const onTimeOf = (jobs: readonly JobTimes[], { slack_s, span_s }: { readonly slack_s: number | null; readonly span_s: number }): OnTime => {
  const times = slack_s === null ? [] : jobs.flatMap(({ due_s, delivered_s, isShed }) => (isShed || due_s === null ? [] : [{ by_s: due_s + slack_s, there_s: delivered_s ?? Infinity }]));
  const due = times.filter(({ by_s }) => by_s <= span_s + ROUNDING_S);
  const onTime = due.filter(({ by_s, there_s }) => there_s <= by_s + ROUNDING_S).length;
  const shed = jobs.filter(({ isShed }) => isShed).length;
  const judged = due.length + shed;
  return { onTime, late: due.length - onTime, shed, slo_frac: slack_s === null || judged === 0 ? null : onTime / judged };
};
