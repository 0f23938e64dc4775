/** What is wrong with a scenario, where, and what to do about it. */

/** A place in a text; line and column count from 1. For an option of the command line (`--set`, `--sweep`), `file` is the whole argument. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing to put right. */
export interface Problem extends Place {
  /** Field, as `explain` takes it: "ground.sites.abilene.pue"; empty where the file as a whole is meant. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

/** What a problem says, before its place is known. */
export type Complaint = Pick<Problem, "found" | "expected" | "hint">;

export const SET_PREFIX = "--set ";

/** All problems of a scenario that could not be loaded. */
export class ScenarioError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.name = "ScenarioError";
    this.problems = problems;
  }
}

const LONGEST_FOUND = 60;

/** A text that was found, short and on one line. */
export const shown = (text: string, longest = LONGEST_FOUND): string => {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};

const placeText = ({ file, line, column }: Place): string => (file === "" || /^--[a-z]+ /.test(file) ? file : `${file}:${line}:${column}`);

/** "scenario.yaml:12:13: orbit.altitude: found 55 km, expected 200 km to 100,000 km" and the hint on a line of its own. */
export const formatProblem = (problem: Problem): string => {
  const head = [placeText(problem), problem.path].filter((part) => part !== "").join(": ");
  return `${head}: found ${problem.found}, expected ${problem.expected}${problem.hint === "" ? "" : `\n    ${problem.hint}`}`;
};

/** By file in order of first mention, then line and column. */
export const byPlace = (problems: readonly Problem[], files: readonly string[]): readonly Problem[] => {
  const rank = (file: string): number => (files.includes(file) ? files.indexOf(file) : files.length);
  return [...problems].sort((a, b) => rank(a.file) - rank(b.file) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column);
};
