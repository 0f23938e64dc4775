/**
 * Whether work piles up: then later jobs come later than those that the days could judge, and the share on time of longer days is lower.
 *
 *   1. left at t = work of jobs that had come by t and whose result was not there, whole jobs, none of those shed
 *   2. it grows where the end has more left than half of the days by over a tenth of what came in between
 */
import type { Entry } from "../../schedule/index.ts";
import { formatNumber, HOUR_S } from "../../units/index.ts";

export interface BacklogAsked {
  readonly entries: readonly { readonly job: Pick<Entry["job"], "id" | "class" | "submit_s" | "nodes">; readonly state: Entry["state"]; readonly delivered_s: number | null }[];
  /** What a job really takes. */
  readonly run_s: (entry: BacklogAsked["entries"][number]) => number;
  readonly span_s: number;
  readonly node_W: number;
}

/** Growth over what came that is worth a word: project convention, above what a day's shape and chance leave. */
const GROWS_FRAC = 0.1;

const WH_PER_MWH = 1e6;

/** A note for each of these classes whose work piles up. */
export const backlogNotes = (classes: readonly string[], { entries, run_s, span_s, node_W }: BacklogAsked): readonly string[] => classes.flatMap((id) => {
  const own = entries.filter(({ job, state }) => job.class === id && state !== "failed" && state !== "expired");
  const MWh = (some: typeof own): number => some.reduce((sum, entry) => sum + entry.job.nodes * run_s(entry), 0) * (node_W / HOUR_S / WH_PER_MWH);
  const leftAt = (t_s: number): number => MWh(own.filter(({ job, delivered_s }) => job.submit_s < t_s && (delivered_s === null || delivered_s > t_s)));
  const [half, end] = [leftAt(span_s / 2), leftAt(span_s)];
  const came = MWh(own.filter(({ job }) => job.submit_s >= span_s / 2));
  if (!(end - half > GROWS_FRAC * came)) return [];
  return [`Work of class ${id} piles up: ${formatNumber(half)} MWh of it was not there at half of the days and ${formatNumber(end)} at their end, of ${formatNumber(came)} that came between. Later jobs come later than those judged; the share on time of more serve.days may be lower.`];
});
