/** What `schedule` prints and writes. */
import { readFileSync } from "node:fs";
import { runsParquet, type ReadWorkload } from "../io/index.ts";
import {
  CONSERVATIVE, constantCurve, DEADLINE, EASY, explain, FCFS, journalEnd, journalHead, journalLines, measuresOf, prepareSupply, runCollector, runsCsv, runsTrace, scheduleSwf, simulate, SJF, stateHash,
  type Explanation, type JobRun, type Measures, type Policy, type Pool, type State,
} from "../schedule/index.ts";
import { formatFigure } from "../report/index.ts";
import { HOUR_S } from "../units/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { writeBytes, writeFile } from "./out-file.ts";
import { outFolder } from "./out-folder.ts";
import { quantityOption } from "./quantity-option.ts";
import { estimateOf, readingOf } from "./reading-options.ts";
import { jobsOf } from "./schedule-jobs.ts";
import type { PolicyName, ScheduleOptions } from "./schedule-options.ts";
import type { Terminal } from "./terminal.ts";

const POLICIES: Readonly<Record<PolicyName, Policy>> = { fcfs: FCFS, sjf: SJF, easy: EASY, conservative: CONSERVATIVE, deadline: DEADLINE };

const NODES_MOST = 1_000_000;

const whole = (text: string, name: string): number => {
  const value = text.trim() === "" ? NaN : Number(text);
  if (!Number.isInteger(value) || value < 1 || value > NODES_MOST) throw new UsageError(`${name} is "${text}"`, `a whole number from 1 to ${NODES_MOST}`);
  return value;
};

const textOf = async (file: string, terminal: Terminal): Promise<string> => {
  if (file === "-") return terminal.readInput();
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, "name a list of jobs");
  }
};

/** Nodes that are there at all times, free of charge. */
const nodesOf = (nodes: number, acceleratorsPerNode: number, { jobs }: ReadWorkload): Pool => {
  const most_W = jobs.reduce((sum, { power_W }) => Math.max(sum, power_W), 0);
  const c = constantCurve;
  return {
    id: "nodes", tier: "ground", domain: "nodes", place: "nodes", jurisdictions: [], nodes, acceleratorsPerNode,
    power_W: c(most_W * acceleratorsPerNode), heat_W: c(most_W * acceleratorsPerNode), accelerators: c(acceleratorsPerNode), cap_W: null, battery: null, maintenance: [],
    from_s: jobs.reduce((least, { submit_s }) => Math.min(least, submit_s), 0), until_s: null, in_B_per_s: null, out_B_per_s: null, latency_ms: 0,
    price: { accelerator_usd_per_h: c(0), energy_usd_per_kWh: c(0), carbon_g_per_kWh: c(0), in_usd_per_B: 0, out_usd_per_B: 0 },
  };
};

interface Done {
  readonly state: State;
  readonly runs: readonly JobRun[];
  readonly journal: readonly string[];
  /** How many failed, by reason. */
  readonly failures: ReadonlyMap<string, number>;
}

const scheduled = (workload: ReadWorkload, pool: Pool, policy: Policy, keeps: boolean): Done => {
  const supply = prepareSupply([pool]);
  const { see, runs } = runCollector();
  const journal = keeps ? [journalHead(supply, policy)] : [];
  const failures = new Map<string, number>();
  const state = simulate({
    workload, supply, policy, outages: [], end_s: Infinity,
    watch: (event, step) => {
      see(step.state, step.records);
      for (const { to, reason } of step.records) if (to === "failed") failures.set(reason, (failures.get(reason) ?? 0) + 1);
      if (keeps) journal.push(journalLines(event, step));
    },
  });
  return { state, runs, journal, failures };
};

const explained = (state: State, job: string | undefined): Explanation | undefined => {
  if (job === undefined) return undefined;
  if (!state.byId.has(job)) throw new UsageError(`the list has no job "${job}"`, "ids are those of the list, or counted from 1 where it has none");
  return explain(state, job);
};

/** More work than the nodes do until the longest job that comes last could be done: waits then grow with the list, whatever the policy. */
const overloaded = ({ jobs, run_s }: ReadWorkload, nodes: number): readonly string[] => {
  const [first_s, last_s] = jobs.reduce(([first, last], { submit_s }) => [Math.min(first, submit_s), Math.max(last, submit_s)], [Infinity, -Infinity]);
  const node_h = jobs.reduce((sum, job, i) => sum + job.nodes * run_s[i]!, 0) / HOUR_S;
  const longest_s = run_s.reduce((most, one) => Math.max(most, one), 0);
  const has_h = (nodes * (last_s + longest_s - first_s)) / HOUR_S;
  if (jobs.length < 2 || node_h <= has_h) return [];
  return [`work exceeds nodes: the list brings ${formatFigure(node_h)} node-h in ${formatFigure((last_s - first_s) / HOUR_S)} h, and until the longest of its jobs could be done after that ${nodes} nodes have ${formatFigure(has_h)}: waits grow with its length`];
};

/** Why jobs failed, and which never can begin. */
const undone = ({ entries, byId }: State, failures: ReadonlyMap<string, number>): readonly string[] => {
  const left = entries.filter(({ state }) => state === "submitted");
  const wanted = new Set(left.flatMap(({ job: { after } }) => after.filter((id) => !byId.has(id))));
  return [
    ...[...failures].map(([reason, count]) => `${count} failed: ${reason}; --job tells why of one`),
    ...(wanted.size === 0 ? [] : [`${left.length} wait for jobs that the list does not have, and never begin: ${[...wanted].slice(0, NAMED_MOST).join(", ")}${wanted.size > NAMED_MOST ? ` and ${wanted.size - NAMED_MOST} more` : ""}`]),
  ];
};

const NAMED_MOST = 8;

export const showSchedule = async (file: string, options: ScheduleOptions, terminal: Terminal): Promise<ExitCode> => {
  const [nodes, acceleratorsPerNode] = [whole(options.nodes, "--nodes"), whole(options.acceleratorsPerNode, "--accelerators-per-node")];
  const power_W_per_accelerator = quantityOption(options.power, { name: "--power", unit: "W", example: "700 W", good: (value) => value > 0, wanted: "a power above 0, as 700 W" });
  const workload = jobsOf(await textOf(file, terminal), readingOf(options), { file, acceleratorsPerNode, power_W_per_accelerator, estimate_s: estimateOf(options) });
  const folder = options.out === undefined ? undefined : outFolder(options.out);
  const done = scheduled(workload, nodesOf(nodes, acceleratorsPerNode, workload), POLICIES[options.policy], folder !== undefined);
  const measures = measuresOf(done.state);
  const explanation = explained(done.state, options.job);
  if (folder !== undefined) await writeAll(folder, done);
  const notes = [...undone(done.state, done.failures), ...overloaded(workload, nodes), ...workload.notes, ...(workload.unknown.length === 0 ? [] : [`not used: ${workload.unknown.join(", ")}`])];
  if (options.json === true) terminal.write(jsonText({ file, nodes, policy: options.policy, measures, hash: await stateHash(done.state), notes, ...(explanation === undefined ? {} : { explanation }) }));
  else terminal.write(scheduleText(measures, { options, nodes, notes, explanation, folder }));
  return measures.done === 0 ? EXIT.infeasible : EXIT.done;
};

const writeAll = async (folder: string, { state, runs, journal }: Done): Promise<void> => {
  await writeFile(`${folder}/schedule.csv`, runsCsv(runs));
  await writeFile(`${folder}/schedule.swf`, scheduleSwf(state));
  await writeFile(`${folder}/schedule.trace.json`, runsTrace(runs));
  await writeFile(`${folder}/journal.jsonl`, [...journal, await journalEnd(state, journal)]);
  writeBytes(`${folder}/schedule.parquet`, runsParquet(runs));
};

interface Told {
  readonly options: ScheduleOptions;
  readonly nodes: number;
  readonly notes: readonly string[];
  readonly explanation: Explanation | undefined;
  readonly folder: string | undefined;
}

const scheduleText = (m: Measures, { options, nodes, notes, explanation, folder }: Told): string => {
  const lines = [
    `${m.jobs} jobs on ${nodes} nodes, ${options.policy}: ${m.done} done, ${m.failed} failed, ${m.expired} expired${m.unfinished === 0 ? "" : `, ${m.unfinished} not ended`}`,
    `wait: mean ${m.meanWait_s.toFixed(1)} s, 95th percentile ${m.p95Wait_s.toFixed(0)} s, longest ${m.maxWait_s.toFixed(0)} s; bounded slowdown ${m.meanBoundedSlowdown.toFixed(4)}`,
    `makespan ${formatFigure(m.makespan_s / HOUR_S)} h, nodes in use ${(100 * m.used_frac).toFixed(2)} %; ${formatFigure(m.energy_J / (1000 * HOUR_S))} kWh`,
    ...(m.onTime + m.late === 0 ? [] : [`${m.onTime} of ${m.onTime + m.late} with a due time in time`]),
    ...notes.map((note) => `note: ${note}`),
    ...(explanation === undefined ? [] : ["", explanation.text]),
    ...(folder === undefined ? [] : [`${folder}: schedule.csv, .parquet, .swf, .trace.json (Perfetto), journal.jsonl (dawndusk replay)`]),
  ];
  return `${lines.join("\n")}\n`;
};
