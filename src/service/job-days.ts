/** The days of jobs of a scenario (serve), run by run: which job was on which nodes when, what was away, and which maintenance was known. Read off the scheduler's journal. */
import { numberColumn, wordColumn, type Table } from "../report/index.ts";
import { runUntil, type RunPorts } from "../run/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { partsOf, type Job, type Pool, type ScheduleEvent, type Tier, type Transition } from "../schedule/index.ts";
import { DAY_S } from "../units/index.ts";

export interface JobPool {
  readonly id: string;
  readonly tier: Tier;
  readonly nodes: number;
}

/** A stretch of a job on nodes that follow each other in one pool; a job on several has several bars. */
export interface JobBars {
  /** Places in `jobs` and in `pools`. */
  readonly job: Uint32Array;
  readonly pool: Uint16Array;
  readonly node: Uint32Array;
  readonly nodes: Uint32Array;
  /** Seconds since 1970, UTC. */
  readonly start_s: Float64Array;
  readonly end_s: Float64Array;
  /** What ended it: a place in `OUTCOMES`. */
  readonly outcome: Uint8Array;
}

export const JOB_OUTCOMES = ["done", "failed", "requeued", "running"] as const;
export type JobOutcome = (typeof JOB_OUTCOMES)[number];

/** A time in which nodes are away. */
export interface AwayTime {
  readonly pool: string;
  /** "all nodes", "node 3", "nodes 3 to 7". */
  readonly nodes: string;
  readonly start_s: number;
  readonly end_s: number;
  readonly cause: string;
  /** Known before, as maintenance is. */
  readonly known: boolean;
}

export interface JobDays {
  readonly start_s: number;
  readonly end_s: number;
  readonly pools: readonly JobPool[];
  readonly jobs: readonly { readonly id: string; readonly class: string }[];
  readonly bars: JobBars;
  readonly away: readonly AwayTime[];
  /** A row a stretch of a job, by start. */
  readonly table: Table;
}

interface Stretch { readonly job: string; readonly where: string; readonly start_s: number; readonly end_s: number; readonly outcome: JobOutcome; readonly reason: string }

interface Journal {
  readonly pools: readonly Pool[];
  readonly jobs: ReadonlyMap<string, Job>;
  readonly stretches: readonly Stretch[];
  readonly away: readonly { readonly pool: string; readonly node: number; readonly start_s: number; readonly end_s: number; readonly cause: string }[];
}

type Line = { readonly kind: "journal"; readonly pools: readonly Pool[] } | { readonly kind: "event"; readonly event: ScheduleEvent } | ({ readonly kind: "transition" } & Transition) | { readonly kind: "end" };

/** Follows a journal, a piece of whole lines at a time. */
const follower = (span_s: number): { readonly read: (text: string) => void; readonly done: () => Journal } => {
  let pools: readonly Pool[] = [];
  const jobs = new Map<string, Job>();
  const running = new Map<string, Transition>();
  const down = new Map<string, { readonly t_s: number; readonly cause: string }>();
  const stretches: Stretch[] = [];
  const away: Journal["away"][number][] = [];
  const event = (one: ScheduleEvent): void => {
    if (one.kind === "submit") jobs.set(one.job.id, one.job);
    if (one.kind === "down") down.set(`${one.pool} ${one.node}`, one);
    if (one.kind !== "up") return;
    const began = down.get(`${one.pool} ${one.node}`);
    if (began !== undefined) away.push({ pool: one.pool, node: one.node, start_s: began.t_s, end_s: one.t_s, cause: began.cause });
    down.delete(`${one.pool} ${one.node}`);
  };
  const transition = (one: Transition): void => {
    if (one.to === "running") running.set(one.job, one);
    if (one.to !== "done" && one.to !== "failed" && one.to !== "requeued") return;
    const began = running.get(one.job);
    if (began !== undefined) stretches.push({ job: one.job, where: began.where!, start_s: began.t_s, end_s: one.t_s, outcome: one.to, reason: one.reason });
    running.delete(one.job);
  };
  const read = (text: string): void => {
    for (const row of text.split("\n")) {
      if (row === "") continue;
      const line = JSON.parse(row) as Line;
      if (line.kind === "journal") pools = line.pools;
      else if (line.kind === "event") event(line.event);
      else if (line.kind === "transition") transition(line);
    }
  };
  const done = (): Journal => {
    for (const [job, began] of running) stretches.push({ job, where: began.where!, start_s: began.t_s, end_s: Math.max(began.t_s, span_s), outcome: "running", reason: "on its nodes when the days end" });
    for (const [key, { t_s, cause }] of down) away.push({ pool: key.slice(0, key.lastIndexOf(" ")), node: Number(key.slice(key.lastIndexOf(" ") + 1)), start_s: t_s, end_s: Math.max(t_s, span_s), cause });
    return { pools, jobs, stretches: stretches.toSorted((a, b) => a.start_s - b.start_s), away };
  };
  return { read, done };
};

/** Numbers that follow each other, as first and count. */
const rangesOf = (nodes: readonly number[]): readonly (readonly [first: number, count: number])[] => {
  const ranges: [number, number][] = [];
  for (const node of nodes.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[0] + last[1] === node) last[1]++;
    else ranges.push([node, 1]);
  }
  return ranges;
};

const barsOf = ({ pools, stretches }: Journal, numbers: ReadonlyMap<string, number>, start_s: number): JobBars => {
  const poolNumbers = new Map(pools.map(({ id }, i) => [id, i]));
  const bars = stretches.flatMap((stretch) => partsOf(stretch.where).flatMap(({ pool, nodes }) => rangesOf(nodes).map(([node, count]) => ({ stretch, pool: poolNumbers.get(pool)!, node, count }))));
  return {
    job: Uint32Array.from(bars, ({ stretch }) => numbers.get(stretch.job)!), pool: Uint16Array.from(bars, ({ pool }) => pool),
    node: Uint32Array.from(bars, ({ node }) => node), nodes: Uint32Array.from(bars, ({ count }) => count),
    start_s: Float64Array.from(bars, ({ stretch }) => start_s + stretch.start_s), end_s: Float64Array.from(bars, ({ stretch }) => start_s + stretch.end_s),
    outcome: Uint8Array.from(bars, ({ stretch }) => JOB_OUTCOMES.indexOf(stretch.outcome)),
  };
};

/** Nodes of a pool that go and come back together are one time away. */
const awayOf = ({ pools, away }: Journal, start_s: number): readonly AwayTime[] => {
  const known = pools.flatMap(({ id, maintenance }) => maintenance.map((one): AwayTime => ({ pool: id, nodes: "all nodes", start_s: start_s + one.start_s, end_s: start_s + one.end_s, cause: "maintenance", known: true })));
  const together = new Map<string, Journal["away"][number][]>();
  for (const one of away) {
    const key = `${one.pool} ${one.start_s} ${one.end_s} ${one.cause}`;
    together.set(key, [...(together.get(key) ?? []), one]);
  }
  const size = new Map(pools.map(({ id, nodes }) => [id, nodes]));
  const met = [...together.values()].map((ones): AwayTime => ({ pool: ones[0]!.pool, nodes: nodesText(ones.map(({ node }) => node), size.get(ones[0]!.pool)!), start_s: start_s + ones[0]!.start_s, end_s: start_s + ones[0]!.end_s, cause: ones[0]!.cause, known: false }));
  return [...known, ...met].toSorted((a, b) => a.start_s - b.start_s);
};

const nodesText = (nodes: readonly number[], all: number): string => {
  if (nodes.length === all) return "all nodes";
  return rangesOf(nodes).map(([first, count]) => (count === 1 ? `node ${first}` : `nodes ${first} to ${first + count - 1}`)).join(", ");
};

const minute = (t_s: number): string => new Date(Math.round(t_s * 1000)).toISOString().slice(0, 19).replace("T", " ");

const tableOf = ({ stretches, jobs }: Journal, start_s: number): Table => ({
  id: "job-runs", title: "Jobs on their nodes", note: "UTC. A job that was put back has a row a stretch.",
  columns: [wordColumn("job"), wordColumn("class"), wordColumn("nodes"), numberColumn("start", ""), numberColumn("end", ""), numberColumn("lasts", "h"), wordColumn("ended"), wordColumn("why")],
  rows: stretches.map((one) => [one.job, jobs.get(one.job)?.class ?? "", one.where, minute(start_s + one.start_s), minute(start_s + one.end_s), (one.end_s - one.start_s) / 3600, one.outcome, one.reason]),
});

/** Runs the scenario up to its days of jobs; null where it asks for none. */
export const jobDaysOf = async (scenario: Scenario, ports: RunPorts): Promise<JobDays | null> => {
  const { serve } = scenario;
  if (serve === null) return null;
  const { read, done } = follower(serve.days * DAY_S);
  await runUntil(scenario, "serve", { ...ports, journal: read });
  const journal = done();
  const ids = [...journal.jobs.keys()];
  const start_s = serve.start_utc_s;
  return {
    start_s, end_s: start_s + serve.days * DAY_S,
    pools: journal.pools.map(({ id, tier, nodes }) => ({ id, tier, nodes })),
    jobs: ids.map((id) => ({ id, class: journal.jobs.get(id)!.class })),
    bars: barsOf(journal, new Map(ids.map((id, i) => [id, i])), start_s), away: awayOf(journal, start_s), table: tableOf(journal, start_s),
  };
};
