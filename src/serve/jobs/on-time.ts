/**
 * The share on time: of the jobs whose time (due and slack) ended within the days, those that were there by then. One that was shed is not there,
 * and is judged as if it had been served: by its own time. What is due later is not judged, though it be there early or shed already: what will be
 * late of it, or in time, is not seen yet, and the share would be too high or too low.
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
  /** Of those judged: there by their time; not there, and not shed. The rest of them was shed. */
  readonly onTime: number;
  readonly late: number;
  readonly judged: number;
  /** Null where nothing was judged, or the class is promised no time. */
  readonly slo_frac: number | null;
}

/** How late is still on time is `slack_s`: null where no time is promised. */
export const onTimeOf = (jobs: readonly JobTimes[], { slack_s, span_s }: { readonly slack_s: number | null; readonly span_s: number }): OnTime => {
  const judged = slack_s === null ? [] : jobs.filter(({ due_s }) => due_s !== null && due_s + slack_s <= span_s + ROUNDING_S);
  const onTime = judged.filter(({ due_s, delivered_s, isShed }) => !isShed && delivered_s !== null && delivered_s <= due_s! + slack_s! + ROUNDING_S).length;
  const shed = judged.filter(({ isShed }) => isShed).length;
  return { onTime, late: judged.length - onTime - shed, judged: judged.length, slo_frac: judged.length === 0 ? null : onTime / judged.length };
};
