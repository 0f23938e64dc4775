/**
 * Values over time from one or several files, brought to one regular series: times rise by one step that divides an hour; what is missing is
 * named by file, row and column, and closed by a straight line only where the scenario allows a gap that long.
 */
import { convertUnit, HOUR_S } from "../units/index.ts";
import type { Column } from "./column.ts";
import type { NumberRow, SeriesRow } from "./field.ts";
import { shown, type Problem } from "./problem.ts";
import { expectedNumber, rangeHint, showIn } from "./row-text.ts";
import { clocksAreSet } from "./time-zone.ts";
import type { WrittenSeries } from "./written-series.ts";

/** All that the files hold; the flown year is cut out of it. */
export interface WholeSeries {
  readonly start_utc_s: number;
  readonly step_s: number;
  readonly value: readonly number[];
  /** Indices of values that no file holds. */
  readonly interpolated: readonly number[];
  readonly written: WrittenSeries;
  /** Where complaints of what lies before and behind it belong. */
  readonly first: RowPlace;
  readonly last: RowPlace;
}

export type RowPlace = Pick<Problem, "file" | "line" | "column" | "path">;
export type WholeResult = { readonly ok: true; readonly whole: WholeSeries } | { readonly ok: false; readonly problems: readonly Problem[] };

/** The column of one file. */
export interface Piece {
  readonly file: string;
  readonly column: Column;
}

interface Row extends RowPlace {
  readonly timeAt: number;
  readonly t_s: number;
  readonly value: number;
}

interface Asked {
  readonly row: SeriesRow;
  readonly written: WrittenSeries;
  readonly path: string;
}

/** How many problems of one series are worth reading. */
const MOST = 5;

/** One series of the pieces, or what is wrong with them. */
export const wholeSeries = (pieces: readonly Piece[], asked: Asked): WholeResult => {
  const rows = rowsOf(pieces, asked.path);
  const step_s = commonStep(rows);
  const complaint = orderProblem(rows, asked) ?? stepProblem(rows, step_s, asked);
  if (complaint) return { ok: false, problems: [complaint] };
  const problems = [...rangeProblems(rows, asked), ...gapProblems(rows, step_s, asked)];
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST) };
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const { value, interpolated } = filled(rows, step_s);
  return { ok: true, whole: { start_utc_s: first.t_s - (asked.written.stampedAtEnd ? step_s : 0), step_s, value, interpolated, written: asked.written, first: timeOf(first), last: timeOf(last) } };
};

const placeOf = ({ file, line, column, path }: Row): RowPlace => ({ file, line, column, path });
/** Where its time stands. */
const timeOf = ({ file, line, timeAt, path }: Row): RowPlace => ({ file, line, column: timeAt, path });

const rowsOf = (pieces: readonly Piece[], path: string): readonly Row[] =>
  pieces.flatMap(({ file, column }) => column.t_s.map((t_s, i) => ({ file, line: column.line[i]!, column: column.at, timeAt: column.timeAt, path, t_s, value: column.value[i]! })));

/** The difference of times that stands most often. */
const commonStep = (rows: readonly Row[]): number => {
  const counts = new Map<number, number>();
  for (let i = 1; i < rows.length; i++) {
    const step = rows[i]!.t_s - rows[i - 1]!.t_s;
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [Number.NaN, 0] as const)[0];
};

const timeColumn = (asked: Asked): string => shown(asked.written.columns[0]!.time ?? "");

const orderProblem = (rows: readonly Row[], { written }: Asked): Problem | undefined => {
  const back = rows.findIndex((row, i) => i > 0 && row.t_s <= rows[i - 1]!.t_s);
  if (back < 0) return undefined;
  return { ...timeOf(rows[back]!), found: `a file that begins ${rows[back]!.t_s === rows[back - 1]!.t_s ? "with the instant at which" : "before"} ${shown(rows[back - 1]!.file)} ends`, expected: "files that follow each other in time", hint: `write them in order, without overlap: ${written.columns.map(({ file }) => file).join(", ")}` };
};

const stepProblem = (rows: readonly Row[], step_s: number, asked: Asked): Problem | undefined => {
  if (rows.length < 2) return { ...placeOf(rows[0]!), found: "one row", expected: "at least two, so that the step is known", hint: "a constant needs no series" };
  if (step_s <= HOUR_S && Number.isInteger(HOUR_S / step_s)) return undefined;
  return { ...timeOf(rows[1]!), found: `a step of ${step_s} s in column "${timeColumn(asked)}"`, expected: "an hour, or a part that divides it", hint: "bring the file to steps of an hour: nothing is interpolated unseen" };
};

/** In the unit of the column, in which the reader finds the number again. */
const rangeProblems = (rows: readonly Row[], { row, written }: Asked): readonly Problem[] => {
  const { column, unit = row.unit } = written.columns[0]!;
  // Shares are told in percent, whatever the column has.
  const asked = row.unit === "frac" ? row.unit : unit;
  const shownIn = (value: number): number => (asked === row.unit ? value : convertUnit(value, { from: row.unit, to: asked }));
  const [min, max] = [shownIn(row.min), shownIn(row.max)];
  const bare = { kind: "number", unit: asked as NumberRow["unit"], min, max, whole: false, varies: [], nullable: true, fallback: null, doc: "", feeds: [] } as const;
  const number: NumberRow = { ...bare, example: showIn(min, bare) };
  return rows
    .filter(({ value }) => value < row.min || value > row.max)
    .slice(0, MOST)
    .map((one) => ({ ...placeOf(one), found: `${showIn(shownIn(one.value), number)} in column "${shown(column)}"`, expected: expectedNumber(number), hint: rangeHint(shownIn(one.value), number, "") }));
};

/** Rows that are missing, times off the step, and empty cells, where they are longer than the scenario allows. */
const gapProblems = (rows: readonly Row[], step_s: number, asked: Asked): readonly Problem[] => {
  const problems: Problem[] = [];
  const known = rows.filter(({ value }) => !Number.isNaN(value));
  if (known.length === 0) return [{ ...placeOf(rows[0]!), found: "no number", expected: "numbers", hint: "is this the right column?" }];
  for (const edge of [rows[0]!, rows.at(-1)!]) if (Number.isNaN(edge.value)) problems.push({ ...placeOf(edge), found: "an empty cell at an end of the series", expected: "a number", hint: "nothing stands beyond it to interpolate to: remove the row, or fill it" });
  for (let i = 1; i < rows.length && problems.length < MOST; i++) {
    const step = rows[i]!.t_s - rows[i - 1]!.t_s;
    if (!Number.isInteger(step / step_s)) problems.push({ ...timeOf(rows[i]!), found: `a step of ${step} s in column "${timeColumn(asked)}"`, expected: `${step_s} s, as between the other rows`, hint: "bring the file to one step" });
  }
  if (problems.length > 0) return problems;
  for (let i = 1; i < known.length && problems.length < MOST; i++) {
    const missing_s = known[i]!.t_s - known[i - 1]!.t_s - step_s;
    if (missing_s > asked.written.gap_h * HOUR_S) problems.push(gapProblem(rows, { from: known[i - 1]!, to: known[i]!, missing_s }, step_s, asked));
  }
  return problems;
};

interface Gap { readonly from: Row; readonly to: Row; readonly missing_s: number }

const gapProblem = (rows: readonly Row[], { from, to, missing_s }: Gap, step_s: number, asked: Asked): Problem => {
  const rest = rows.slice(rows.indexOf(from) + 1, rows.indexOf(to) + 1);
  const { timezone } = asked.written.columns[0]!;
  const late = rest.find((row, i) => row.t_s - (rest[i - 1] ?? from).t_s > step_s);
  const hours = Number((missing_s / HOUR_S).toPrecision(6));
  const allow = `or allow it: \`interpolateGaps: ${Math.ceil(hours)} h\``;
  if (!late) return { ...placeOf(rest[0]!), found: `empty cells over ${hours} h in column "${shown(asked.written.columns[0]!.column)}"`, expected: "a number in each row", hint: `fill them, ${allow}` };
  return { ...timeOf(late), found: `a gap of ${hours} h before this row in column "${timeColumn(asked)}"`, expected: `a row each ${step_s} s`, hint: clocksAreSet(timezone, { from_s: from.t_s, to_s: to.t_s }) ? `clocks in ${timezone!} are set here: an hour that they repeat stands twice; add the row, ${allow}` : `add the rows that are missing, ${allow}` };
};

/** Values at every step, on straight lines where none is known. */
const filled = (rows: readonly Row[], step_s: number): Pick<WholeSeries, "value" | "interpolated"> => {
  const value: number[] = [];
  const interpolated: number[] = [];
  const known = rows.filter((row) => !Number.isNaN(row.value));
  known.forEach((row, i) => {
    const before = known[i - 1];
    const steps = before === undefined ? 0 : Math.round((row.t_s - before.t_s) / step_s);
    for (let k = 1; k < steps; k++) {
      interpolated.push(value.length);
      value.push(before!.value + ((row.value - before!.value) * k) / steps);
    }
    value.push(row.value);
  });
  return { value, interpolated };
};
