/** What a reader of workloads is told, answers, and finds wrong. */
import { ScenarioError, type Problem } from "../../scenario/index.ts";
import type { Job } from "../../schedule/index.ts";

/** What the formats do not say and a schedule needs. */
export interface Assume {
  /** Named in problems. */
  readonly file: string;
  readonly acceleratorsPerNode: number;
  readonly power_W_per_accelerator: number;
  /** For jobs that state no time limit; null makes that a problem. */
  readonly estimate_s: number | null;
}

/** Jobs with what they took; `run_s` is the estimate where the format has no past. */
export interface ReadWorkload {
  readonly jobs: readonly Job[];
  readonly run_s: readonly number[];
  /** Fields that were there and are not used, each once. */
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
}

export interface Reading {
  readonly assume: Assume;
  readonly problems: Problem[];
  readonly unknown: Set<string>;
  readonly notes: string[];
  readonly jobs: Job[];
  readonly run_s: number[];
  /** Line of each job by its id. */
  readonly lines: Map<string, number>;
}

export const newReading = (assume: Assume): Reading => ({ assume, problems: [], unknown: new Set(), notes: [], jobs: [], run_s: [], lines: new Map() });

/** More jobs of one list are no list: a slip of a digit in an array would fill the memory. */
export const JOBS_MOST = 10_000_000;

const FOUND_MOST = 60;

/** On one line, and short. */
const shown = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "") return "nothing";
  return line.length > FOUND_MOST ? `${line.slice(0, FOUND_MOST)}…` : line;
};

/** More say no more. */
const PROBLEMS_MOST = 50;

export interface Where {
  readonly line: number;
  readonly column?: number;
  readonly path?: string;
}

export const wrong = ({ problems, assume }: Reading, { line, column, path }: Where, what: { readonly found: string; readonly expected: string; readonly hint?: string }): undefined => {
  problems.push({ file: assume.file, line, column: column ?? 1, path: path ?? "", found: shown(what.found), expected: what.expected, hint: what.hint ?? "" });
  if (problems.length >= PROBLEMS_MOST) throw new ScenarioError(problems);
  return undefined;
};

/** A job with what it took; one whose id was there before is told. */
export const addJob = (reading: Reading, job: Job, { run_s, at, hint }: { readonly run_s: number; readonly at: Where; readonly hint?: string }): void => {
  const before = reading.lines.get(job.id);
  if (before !== undefined) return wrong(reading, at, { found: job.id, expected: `each job once: line ${before} has it`, ...(hint === undefined ? {} : { hint }) });
  reading.lines.set(job.id, at.line);
  reading.jobs.push(job);
  reading.run_s.push(run_s);
};

/** In the order in which they stand. */
export const byLine = (problems: readonly Problem[]): readonly Problem[] => problems.toSorted((a, b) => a.line - b.line || a.column - b.column);

/** In a hint. */
const NOTES_MOST = 3;

/** What was read; throws ScenarioError with all problems where there are any, or where there is nothing. */
export const finished = (reading: Reading, what: string): ReadWorkload => {
  const { problems, jobs, run_s, unknown, notes } = reading;
  if (problems.length === 0 && jobs.length === 0) wrong(reading, { line: 1 }, { found: "no jobs", expected: `at least one of ${what}`, ...(notes.length === 0 ? {} : { hint: notes.slice(0, NOTES_MOST).join("; ") }) });
  if (problems.length > 0) throw new ScenarioError(byLine(problems));
  return { jobs, run_s, unknown: [...unknown], notes };
};

/** A finite number, at least `least`; a problem otherwise. */
export const numberOf = (reading: Reading, text: string, at: Where, least = 0): number | undefined => {
  const value = text.trim() === "" ? NaN : Number(text);
  if (Number.isFinite(value) && value >= least) return value;
  return wrong(reading, at, { found: text === "" ? "nothing" : text, expected: least === -Infinity ? "a number" : `a number from ${least}` });
};

/** A table with a header: columns by name. Answers undefined where a wanted column is missing, which is told. */
export const tableOf = (reading: Reading, text: string, { separator, wanted, known }: { readonly separator: string; readonly wanted: readonly string[]; readonly known: readonly string[] }): Table | undefined => {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const header = lines[0]!.split(separator).map((name) => name.trim());
  const missing = wanted.filter((name) => !header.includes(name));
  if (missing.length > 0) return wrong(reading, { line: 1 }, { found: lines[0]!, expected: `columns ${wanted.join(", ")}`, hint: `missing: ${missing.join(", ")}` });
  for (const name of header) if (name !== "" && !wanted.includes(name) && !known.includes(name)) reading.unknown.add(name);
  const rows = lines.slice(1).flatMap((line, i): Row[] => {
    if (line.trim() === "") return [];
    const cells = line.split(separator);
    if (cells.length !== header.length) {
      wrong(reading, { line: i + 2 }, { found: `${cells.length} cells`, expected: `${header.length}, as the first line has` });
      return [];
    }
    return [{ line: i + 2, cells }];
  });
  return { header, rows };
};

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

/** A cell by its column's name, "" where the table has no such column, and where it stands. */
export const cellOf = ({ header }: Table, { line, cells }: Row, name: string): { readonly text: string; readonly at: Where } => {
  const index = header.indexOf(name);
  const column = cells.slice(0, Math.max(0, index)).reduce((sum, cell) => sum + cell.length + 1, 1);
  return { text: index < 0 ? "" : cells[index]!.trim(), at: { line, column, path: name } };
};
