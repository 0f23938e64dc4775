/**
 * Whether work piles up: then later jobs come later than those that the days could judge, and the share on time of longer days is lower.
 *
 *   1. left at t = work of jobs that had come by t and whose result was not there, whole jobs, none of those shed
 *   2. settled = the time from the first instant after which start-up is over: that in which nine tenths of the work are due after they came, and
 *      nine tenths of what was there by the end had come down; what still waits longer adds no more than (4) lets pass
 *   3. compared are the end and the earliest instant that is a whole number of days before it, settled, and a day in: the same hour of the day, so
 *      that what is held for cheap hours or for light is held at both. Where there is none, the days are too short to tell, and nothing is told
 *   4. it grows where the end has more left than the earlier instant had, times the class's rate of the last day over that of the day before that
 *      instant (weeks have their days off), by over a tenth of what came between and by over twice what chance leaves: the root of the squares of the jobs left at both
 *
 * Chance: jobs come one by one (Poisson), so that the variance of what is left is the sum of the squares of its parts.
 */
import type { Entry } from "../../schedule/index.ts";
import { DAY_S, formatNumber, HOUR_S } from "../../units/index.ts";

export interface BacklogAsked {
  readonly entries: readonly BacklogEntry[];
  /** What a job really takes. */
  readonly run_s: (entry: BacklogEntry) => number;
  readonly span_s: number;
  readonly node_W: number;
  /** Mean rate of a class over a time of the days, as it was asked for: only ratios count. */
  readonly rate: (id: string, from_s: number, length_s: number) => number;
}

export interface BacklogEntry {
  readonly job: Pick<Entry["job"], "id" | "class" | "submit_s" | "due_s" | "nodes">;
  readonly state: Entry["state"];
  readonly delivered_s: number | null;
}

/** Growth over what came that is worth a word, and the share of slow work that start-up leaves out: project convention, above what a day's shape leaves. */
const GROWS_FRAC = 0.1;

const CHANCE_SIGMAS = 2;
const WH_PER_MWH = 1e6;

/** A job by what the comparison asks of it. */
interface Work {
  readonly MWh: number;
  readonly came_s: number;
  readonly due_s: number;
  /** Infinity for what is not there. */
  readonly there_s: number;
}

/** A note for each of these classes whose work piles up; of their jobs only those with a due time count. */
export const backlogNotes = (classes: readonly string[], { entries, run_s, span_s, node_W, rate }: BacklogAsked): readonly string[] => classes.flatMap((id) => {
  const works = entries.flatMap((entry): readonly Work[] => {
    const { job: { class: of, nodes, submit_s, due_s }, state, delivered_s } = entry;
    if (of !== id || due_s === null || state === "failed" || state === "expired") return [];
    return [{ MWh: nodes * run_s(entry) * (node_W / HOUR_S / WH_PER_MWH), came_s: submit_s, due_s, there_s: delivered_s ?? Infinity }];
  });
  const from_s = comparedWith(works, span_s);
  if (from_s === null) return [];
  const [before, end, came] = [leftAt(works, from_s), leftAt(works, span_s), cameIn(works, from_s, span_s)];
  const [dayBefore, lastDay] = [rate(id, from_s - DAY_S, DAY_S), rate(id, span_s - DAY_S, DAY_S)];
  const like = dayBefore === 0 ? before.MWh : before.MWh * (lastDay / dayBefore);
  if (!(end.MWh - like > Math.max(GROWS_FRAC * came, CHANCE_SIGMAS * Math.hypot(before.root_MWh, end.root_MWh)))) return [];
  return [`Work of class ${id} piles up: ${formatNumber(before.MWh)} MWh of it was not there after ${formatNumber(from_s / DAY_S)} days and ${formatNumber(end.MWh)} after ${formatNumber(span_s / DAY_S)}, of ${formatNumber(came)} that came between. Later jobs come later than those judged; the share on time of more serve.days may be lower.`];
});

/** Equations 2 and 3; null where the days are too short. */
const comparedWith = (works: readonly Work[], span_s: number): number | null => {
  const due = works.map(({ MWh, came_s, due_s }) => ({ MWh, after_s: due_s - came_s }));
  const there = works.filter(({ there_s }) => there_s <= span_s).map(({ MWh, came_s, there_s }) => ({ MWh, after_s: there_s - came_s }));
  const settled_s = Math.max(DAY_S, mostWithin(due), mostWithin(there));
  const days = Math.floor((span_s - settled_s) / DAY_S);
  return days < 1 ? null : span_s - days * DAY_S;
};

/** The time in which all but GROWS_FRAC of the work is over; 0 without any. */
const mostWithin = (works: readonly { readonly MWh: number; readonly after_s: number }[]): number => {
  const sorted = works.toSorted((a, b) => b.after_s - a.after_s);
  let over_MWh = GROWS_FRAC * sorted.reduce((sum, { MWh }) => sum + MWh, 0);
  for (const { MWh, after_s } of sorted) {
    over_MWh -= MWh;
    if (over_MWh < 0) return after_s;
  }
  return 0;
};

/** Equation 1, and the root of the sum of its squares. */
const leftAt = (works: readonly Work[], t_s: number): { readonly MWh: number; readonly root_MWh: number } => {
  const left = works.filter(({ came_s, there_s }) => came_s < t_s && there_s > t_s);
  return { MWh: left.reduce((sum, { MWh }) => sum + MWh, 0), root_MWh: Math.sqrt(left.reduce((sum, { MWh }) => sum + MWh ** 2, 0)) };
};

const cameIn = (works: readonly Work[], from_s: number, to_s: number): number => works.reduce((sum, { MWh, came_s }) => (came_s >= from_s && came_s < to_s ? sum + MWh : sum), 0);
