/** Quarters in words. */
import { formatQuarter } from "../units/index.ts";
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Quarters in order, each run of them as one: "2028-Q1 to Q3, 2029-Q4 to 2030-Q2"; "" for none. */
export const quarterRuns = (quarters: readonly number[]): string => runsOf(quarters.toSorted((a, b) => a - b)).map(runText).join(", ");

const runsOf = (quarters: readonly number[]): readonly Run[] => quarters.reduce<Run[]>((runs, quarter) => {
  const last = runs.at(-1);
  return last !== undefined && quarter <= last.to + 1 ? [...runs.slice(0, -1), { from: last.from, to: quarter }] : [...runs, { from: quarter, to: quarter }];
}, []);

const runText = ({ from, to }: Run): string => {
  if (from === to) return formatQuarter(from);
  const sameYear = Math.floor(from / QUARTERS_PER_YEAR) === Math.floor(to / QUARTERS_PER_YEAR);
  return `${formatQuarter(from)} to ${sameYear ? formatQuarter(to).slice(-2) : formatQuarter(to)}`;
};
