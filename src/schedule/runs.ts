/** A schedule as a list of runs, and as the texts that others read: CSV, SWF, a trace for Perfetto. */
import type { State } from "./state.ts";
import type { Transition } from "./transition.ts";

/** One stretch of a job on its nodes. */
export interface JobRun {
  readonly job: string;
  readonly tenant: string;
  readonly class: string;
  readonly where: string;
  readonly nodes: number;
  readonly acceleratorsPerNode: number;
  readonly submit_s: number;
  readonly start_s: number;
  readonly end_s: number;
  /** What ended it: done, failed or requeued, with its reason. */
  readonly outcome: string;
  readonly reason: string;
}

/** Collects runs from the records as they come; those still on their nodes are not in it. */
export const runCollector = (): { readonly see: (state: State, records: readonly Transition[]) => void; readonly runs: readonly JobRun[] } => {
  const open = new Map<string, Transition>();
  const runs: JobRun[] = [];
  const see = (state: State, records: readonly Transition[]): void => {
    for (const record of records) {
      if (record.to === "running") open.set(record.job, record);
      if (record.to !== "done" && record.to !== "failed" && record.to !== "requeued") continue;
      const began = open.get(record.job);
      if (began === undefined) continue;
      open.delete(record.job);
      const { job } = state.byId.get(record.job)!;
      runs.push({ job: job.id, tenant: job.tenant, class: job.class, where: began.where!, nodes: job.nodes, acceleratorsPerNode: job.acceleratorsPerNode, submit_s: job.submit_s, start_s: began.t_s, end_s: record.t_s, outcome: record.to, reason: record.reason });
    }
  };
  return { see, runs };
};

export const RUN_COLUMNS = ["job", "tenant", "class", "where", "nodes", "acceleratorsPerNode", "submit_s", "start_s", "end_s", "outcome", "reason"] as const;

const cell = (value: string | number): string => (typeof value === "string" && /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value));

/** RFC 4180, a line a run. */
export function* runsCsv(runs: Iterable<JobRun>): Generator<string> {
  yield `${RUN_COLUMNS.join(",")}\n`;
  for (const run of runs) yield `${RUN_COLUMNS.map((column) => cell(run[column])).join(",")}\n`;
}

const swfStatus = (outcome: string): number => ({ done: 1, failed: 0, expired: 5 })[outcome] ?? -1;

/** Standard Workload Format 2.2, a line a job in order of submission; numbers of jobs are counted, times are whole seconds from the first submission. */
export function* scheduleSwf({ entries, pools }: State): Generator<string> {
  const order = entries.toSorted((a, b) => a.job.submit_s - b.job.submit_s || a.index - b.index);
  const zero_s = order[0]?.job.submit_s ?? 0;
  const tenants = new Map([...new Set(order.map(({ job }) => job.tenant))].map((tenant, i) => [tenant, i + 1]));
  const processors = pools.reduce((sum, { ready: { pool } }) => sum + pool.nodes * pool.acceleratorsPerNode, 0);
  yield `; Version: 2.2\n; MaxJobs: ${order.length}\n; MaxProcs: ${processors}\n; Note: one line a job; times between first start and end hold interruptions\n`;
  for (const [i, { job, state, firstStart_s, end_s }] of order.entries()) {
    const asked = job.nodes * job.acceleratorsPerNode;
    const started = firstStart_s !== null && end_s !== null;
    const wait = started ? Math.round(firstStart_s - job.submit_s) : -1;
    const run = started ? Math.round(end_s - firstStart_s) : -1;
    yield `${[i + 1, Math.round(job.submit_s - zero_s), wait, run, started ? asked : -1, -1, -1, asked, Math.round(job.estimate_s), -1, swfStatus(state), tenants.get(job.tenant)!, -1, -1, -1, -1, -1, -1].join(" ")}\n`;
  }
}

const US_PER_S = 1e6;

/** Chrome's trace event format (JSON array form), which Perfetto opens: a process a pool, a thread a node, a slice a run. */
export function* runsTrace(runs: Iterable<JobRun>): Generator<string> {
  const pids = new Map<string, number>();
  let comma = "[\n";
  const line = (event: object): string => {
    const text = `${comma}${JSON.stringify(event)}`;
    comma = ",\n";
    return text;
  };
  for (const run of runs) {
    for (const { pool, nodes } of partsOf(run.where)) {
      if (!pids.has(pool)) {
        pids.set(pool, pids.size + 1);
        yield line({ name: "process_name", ph: "M", pid: pids.get(pool), args: { name: pool } });
      }
      const pid = pids.get(pool)!;
      const args = { tenant: run.tenant, class: run.class, outcome: run.outcome, reason: run.reason, submit_s: run.submit_s };
      for (const tid of nodes) yield line({ name: run.job, cat: run.outcome, ph: "X", ts: run.start_s * US_PER_S, dur: (run.end_s - run.start_s) * US_PER_S, pid, tid, args });
    }
  }
  yield comma === "[\n" ? "[]\n" : "\n]\n";
}

/** "hall:0-2,5+annex:7" as pools and nodes. */
export const partsOf = (where: string): readonly { readonly pool: string; readonly nodes: readonly number[] }[] =>
  where.split("+").map((part) => {
    const colon = part.lastIndexOf(":");
    const nodes = part.slice(colon + 1).split(",").flatMap((text) => {
      const [from, to] = text.split("-").map(Number);
      return Array.from({ length: (to ?? from!) - from! + 1 }, (_, i) => from! + i);
    });
    return { pool: part.slice(0, colon), nodes };
  });
