/**
 * What each class came to, out of the last state and the books.
 *
 *   1. computed = work that a checkpoint or the end holds, of runs that are on what they have done; wanted = computed + deferred + shed
 *   2. delivered = of it, the work of jobs whose output is down by the end of the days, and of jobs without output what is computed;
 *      waiting = the work of jobs that are done and whose output is not; the rest is under way: begun, not done
 *   3. an accelerator-hour counts where its output is down or may still come: (computed - waiting)
 *   4. moved, and paid: the bytes that links have sent by the end of the days
 */
import { quantileOf, workAfter, type Entry, type State } from "../../schedule/index.ts";
import { HOUR_S } from "../../units/index.ts";
import type { ClassService, ServiceTier } from "../service.ts";
import type { SimulatedClass, TierCost } from "../simulated.ts";
import type { Nodes } from "./nodes.ts";
import { onTimeOf, ROUNDING_S } from "./on-time.ts";
import { bookData, bookRun, classOf, type ClassTally, type Tally, type TierTally } from "./tally.ts";

export interface SummaryAsked {
  readonly state: State;
  readonly books: Tally;
  /** What each job really takes. */
  readonly run_s: ReadonlyMap<string, number>;
  readonly span_s: number;
  readonly nodes: Pick<Nodes, "node_W" | "accelerators">;
  readonly classes: readonly (Pick<ClassService, "id" | "kind" | "energy_J_per_token"> & { /** Null for jobs of a file, which have none. */ readonly shortfallPrice_usd_per_kWh: number | null; /** Share of a step in orbit that computes, where a class trains over links; 1 without. */ readonly computing_frac: number; readonly expected_Wh: number; /** How late is still on time; null where no time is promised. */ readonly slack_s: number | null })[];
}

/** A job with what it really takes and what was kept of it. */
interface JobEnd {
  readonly entry: Entry;
  readonly run_s: number;
  readonly kept: Record<ServiceTier, number>;
}

const byTier = <T>(of: (tier: ServiceTier) => T): Record<ServiceTier, T> => ({ ground: of("ground"), orbit: of("orbit") });

/** Throws where a class's work does not add up. */
export const classSummaries = (asked: SummaryAsked): readonly SimulatedClass[] => {
  const { state, run_s, books, span_s } = asked;
  // Runs that are still on count up to the end, beside the books, which hold what is over.
  const open = new Map([...books.classes].map(([id, sums]): [string, ClassTally] => [id, { ground: { ...sums.ground }, orbit: { ...sums.orbit }, requeues: sums.requeues, failures: sums.failures }]));
  const ends = state.entries.map((entry) => endOf(entry, { run_s: run_s.get(entry.job.id)!, books, open, span_s }));
  for (const entry of state.entries) bookData(classOf(open, entry.job.class), state.pools, entry, span_s);
  return asked.classes.map((c) => summaryOf(c, ends.filter(({ entry }) => entry.job.class === c.id), classOf(open, c.id), asked));
};

const endOf = (entry: Entry, { run_s, books, open, span_s }: { readonly run_s: number; readonly books: Tally; readonly open: Map<string, ClassTally>; readonly span_s: number }): JobEnd => {
  const { job } = entry;
  const known = books.kept.get(job.id);
  const kept = { ground: known?.ground ?? 0, orbit: known?.orbit ?? 0 };
  const run = books.open.get(job.id);
  if (run !== undefined) {
    const { tier } = run;
    const { done_s } = workAfter(job, span_s - run.start_s, { speed: entry.speed, from_s: run.from_s });
    kept[tier] += job.nodes * (Math.min(run_s, done_s) - run.from_s);
    bookRun(classOf(open, job.class)[tier], run, span_s);
  }
  return { entry, run_s, kept };
};

const isShed = ({ entry: { state } }: JobEnd): boolean => state === "failed" || state === "expired";
const isDone = ({ entry: { state } }: JobEnd): boolean => state === "done";

/** Done, and its output not down by the end. */
const isWaiting = (end: JobEnd, span_s: number): boolean => isDone(end) && end.entry.delivered_s! > span_s;
/** Whether what is computed of it is where it is wanted. */
const isThere = (end: JobEnd, span_s: number): boolean => (isDone(end) ? !isWaiting(end, span_s) : end.entry.job.output_B === 0);

/** Whether its time was up, where it is not done: of training too, which is to be done at the end of the days. What is due later is not lost. */
const isOverdue = ({ entry: { job } }: JobEnd, { slack_s, span_s }: { readonly slack_s: number | null; readonly span_s: number }): boolean =>
  job.due_s !== null && job.due_s + (slack_s ?? 0) <= span_s + ROUNDING_S;

/** Batch alone: interactive work is shed, and training is promised by no time. What was overdue counts up to the end of the days; what was not, as if it went on from there without a pause. */
const lateness_usd = (end: JobEnd, span_s: number): number => {
  const { entry: { job, delivered_s }, run_s, kept } = end;
  if (job.due_s === null || isShed(end)) return 0;
  const there_s = delivered_s ?? span_s + run_s - (kept.ground + kept.orbit) / job.nodes;
  const until_s = job.due_s <= span_s || there_s === Infinity ? Math.min(span_s, there_s) : there_s;
  return (job.late_usd_per_h * Math.max(0, until_s - job.due_s)) / HOUR_S;
};

const summaryOf = (c: SummaryAsked["classes"][number], ends: readonly JobEnd[], sums: ClassTally, { span_s, nodes }: SummaryAsked): SimulatedClass => {
  const Wh = (node_s: number): number => (node_s * nodes.node_W) / HOUR_S;
  const sum = (of: (end: JobEnd) => number): number => ends.reduce((total, end) => total + of(end), 0);
  const work = ({ entry, run_s }: JobEnd): number => entry.job.nodes * run_s;
  const kept = byTier((tier) => sum((end) => (isShed(end) ? 0 : end.kept[tier])));
  const wanted = sum(work);
  const shed = sum((end) => (isShed(end) ? work(end) : 0));
  const left = (end: JobEnd): number => (isShed(end) || isDone(end) ? 0 : work(end) - end.kept.ground - end.kept.orbit);
  const deferred = sum(left);
  const waiting = byTier((tier) => sum((end) => (isWaiting(end, span_s) ? end.kept[tier] : 0)));
  const overdue = sum((end) => (isOverdue(end, { slack_s: c.slack_s, span_s }) ? (isWaiting(end, span_s) ? work(end) : left(end)) : 0));
  if (!(Math.abs(kept.ground + kept.orbit + deferred + shed - wanted) <= 1e-9 * Math.max(1, wanted))) throw new Error(`serve: work of class "${c.id}" does not add up: ${kept.ground + kept.orbit} + ${deferred} + ${shed} of ${wanted}`);
  const done = ends.filter(isDone);
  const shedJobs = ends.filter(isShed).length;
  const { onTime, late, judged, slo_frac } = onTimeOf(ends.map((end) => ({ due_s: end.entry.job.due_s, delivered_s: end.entry.delivered_s, isShed: isShed(end) })), { slack_s: c.slack_s, span_s });
  const waits = Float64Array.from(ends.filter(({ entry }) => entry.firstStart_s !== null), ({ entry }) => entry.firstStart_s! - entry.job.submit_s).sort();
  const computing = { ground: 1, orbit: c.computing_frac };
  const accelerator_h = byTier((tier) => ((kept[tier] - waiting[tier]) * computing[tier] * nodes.accelerators[tier]) / HOUR_S);
  const cost = byTier((tier) => costOf(sums[tier]));
  const all_usd = ({ energy_usd, data_usd, rent_usd }: TierCost): number => energy_usd + data_usd + rent_usd;
  const unserved_usd = (lost_Wh: number): number | null => (c.shortfallPrice_usd_per_kWh === null ? null : (c.shortfallPrice_usd_per_kWh * lost_Wh) / 1000);
  const J_per_token = c.energy_J_per_token;
  return {
    id: c.id, kind: c.kind, jobs: ends.length, onTime, late, judged, shedJobs, unfinished: ends.length - done.length - shedJobs, undelivered: ends.filter((end) => isWaiting(end, span_s)).length,
    slo_frac,
    wanted_Wh: Wh(wanted), expected_Wh: c.expected_Wh, computed_Wh: byTier((tier) => Wh(kept[tier])), waiting_Wh: byTier((tier) => Wh(waiting[tier])),
    delivered_Wh: byTier((tier) => Wh(sum((end) => (!isShed(end) && isThere(end, span_s) ? end.kept[tier] : 0)))), deferred_Wh: Wh(deferred), overdue_Wh: Wh(overdue), shed_Wh: Wh(shed),
    run_Wh: byTier((tier) => sums[tier].run_J / HOUR_S),
    useful_frac: byTier((tier) => (sums[tier].run_node_s === 0 ? null : (kept[tier] * computing[tier]) / sums[tier].run_node_s)),
    computing_frac: computing,
    meanWait_s: waits.length === 0 ? 0 : waits.reduce((a, b) => a + b, 0) / waits.length, p95Wait_s: quantileOf(waits, 0.95),
    moved_B: byTier((tier) => sums[tier].moved_B), queued_B: byTier((tier) => sums[tier].queued_B), never_B: byTier((tier) => sums[tier].never_B), cost, accelerator_h,
    usd_per_accelerator_h: byTier((tier) => (accelerator_h[tier] === 0 ? null : all_usd(cost[tier]) / accelerator_h[tier])),
    usd_per_Mtoken: byTier((tier) => (J_per_token === null || kept[tier] - waiting[tier] === 0 ? null : (all_usd(cost[tier]) * J_per_token * 1e6) / ((kept[tier] - waiting[tier]) * computing[tier] * nodes.node_W))),
    requeues: sums.requeues,
    shed_usd: unserved_usd(Wh(shed)), overdue_usd: unserved_usd(Wh(overdue)),
    late_usd: c.kind === "batch" ? sum((end) => lateness_usd(end, span_s)) : 0,
  };
};

const costOf = ({ energy_usd, data_usd, rent_usd, carbon_kg }: TierTally): TierCost => ({ energy_usd, data_usd, rent_usd, carbon_kg });
