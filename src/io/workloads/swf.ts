/**
 * Standard Workload Format 2.2 (Feitelson, Parallel Workloads Archive): 18 numbers a line, ";" before comments, -1 for unknown. A processor is
 * a node of one accelerator. Processors are the requested ones, else the allocated; the estimate is the requested time, else the run time;
 * jobs without run time or processors are left out and counted.
 */
import { jobOf } from "../../schedule/index.ts";
import { addJob, finished, newReading, numberOf, wrong, type Assume, type Reading, type ReadWorkload } from "./reading.ts";

const FIELDS = 18;
const NAMES = ["job", "submit", "wait", "run", "allocated", "cpu", "memory", "requestedProcessors", "requestedTime", "requestedMemory", "status", "user", "group", "executable", "queue", "partition", "preceding", "think"] as const;

/** Cells of a line with the column in which each begins. */
const cellsOf = (line: string): readonly { readonly text: string; readonly column: number }[] => [...line.matchAll(/\S+/g)].map((match) => ({ text: match[0], column: match.index + 1 }));

const numbersOf = (reading: Reading, text: string, line: number): readonly number[] | undefined => {
  const cells = cellsOf(text);
  if (cells.length !== FIELDS) return wrong(reading, { line }, { found: `${cells.length} fields`, expected: `${FIELDS}`, hint: "comments begin with ;" });
  const values = cells.map((cell, i) => numberOf(reading, cell.text, { line, column: cell.column, path: NAMES[i]! }, -Infinity));
  return values.every((value) => value !== undefined) ? values : undefined;
};

interface Swf {
  readonly line: number;
  readonly id: number;
  readonly submit_s: number;
  readonly run_s: number;
  readonly nodes: number;
  readonly estimate_s: number;
  readonly user: number;
  readonly queue: number;
}

/** Reads a log or a model. Throws ScenarioError. */
export const readSwf = (text: string, assume: Assume): ReadWorkload => {
  const reading = newReading(assume);
  const found: Swf[] = [];
  let dropped = 0;
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.trimStart().startsWith(";")) continue;
    const v = numbersOf(reading, line, i + 1);
    if (v === undefined) continue;
    const [nodes, run_s] = [v[7]! > 0 ? v[7]! : v[4]!, v[3]!];
    if (!(run_s > 0) || !(nodes > 0)) dropped++;
    else found.push({ line: i + 1, id: v[0]!, submit_s: v[1]!, run_s, nodes, estimate_s: v[8]! > 0 ? v[8]! : run_s, user: v[11]!, queue: v[14]! });
  }
  if (dropped > 0) reading.notes.push(`${dropped} jobs without run time or processors left out`);
  for (const job of found.toSorted((a, b) => a.submit_s - b.submit_s || a.id - b.id)) {
    addJob(reading, jobOf(
      { id: String(job.id), submit_s: job.submit_s, nodes: job.nodes, acceleratorsPerNode: 1, power_W: assume.power_W_per_accelerator, estimate_s: job.estimate_s },
      { tenant: job.user > 0 ? `user-${job.user}` : "all", class: job.queue >= 0 ? `queue-${job.queue}` : "batch" },
    ), { run_s: job.run_s, at: { line: job.line, path: "job" } });
  }
  return finished(reading, "18 numbers a line");
};
