/**
 * A linear model as MPS text in free form, for solvers that read no LP text. Whole numbers stand between markers, every column's bounds that are
 * not 0 to infinity in BOUNDS; numbers in the shortest form that reads back to the same double.
 */
import type { LinearModel } from "./linear-model.ts";

/** The model as MPS text. Throws on a row that is bounded on both sides without being an equation: the planner writes none. */
export const toMps = (model: LinearModel): string => {
  const { columns, rows } = model;
  const kinds = rows.name.map((_, i) => kindOf(model, i));
  const lines = [
    `NAME ${model.name}`,
    "ROWS",
    " N obj",
    ...rows.name.map((name, i) => ` ${kinds[i]} ${name}`),
    "COLUMNS",
    ...columnLines(model),
    "RHS",
    ...rows.name.flatMap((name, i) => {
      const bound = kinds[i] === "G" ? rows.lower[i]! : rows.upper[i]!;
      return bound === 0 ? [] : [` rhs ${name} ${bound}`];
    }),
    "BOUNDS",
    ...columns.name.flatMap((name, j) => boundLines(name, { lower: columns.lower[j]!, upper: columns.upper[j]!, whole: columns.integer[j] === 1 })),
    "ENDATA",
  ];
  return `${lines.join("\n")}\n`;
};

const kindOf = ({ rows }: LinearModel, i: number): "E" | "L" | "G" => {
  const [lower, upper] = [rows.lower[i]!, rows.upper[i]!];
  if (lower === upper) return "E";
  if (lower === -Infinity) return "L";
  if (upper === Infinity) return "G";
  throw new Error(`row "${rows.name[i]}" is bounded on both sides`);
};

/** Columns in order, whole ones between markers. */
const columnLines = ({ columns, rows, matrix }: LinearModel): readonly string[] => {
  const entries: string[][] = columns.name.map((name, j) => (columns.cost[j] === 0 ? [] : [` ${name} obj ${columns.cost[j]}`]));
  rows.name.forEach((row, i) => {
    for (let k = matrix.start[i]!; k < matrix.start[i + 1]!; k++) entries[matrix.index[k]!]!.push(` ${columns.name[matrix.index[k]!]} ${row} ${matrix.value[k]}`);
  });
  return columns.name.flatMap((name, j) => {
    // A column in no row still has to be named.
    const lines = entries[j]!.length === 0 ? [` ${name} obj 0`] : entries[j]!;
    const whole = columns.integer[j];
    const before = whole === 1 && columns.integer[j - 1] !== 1 ? [" marker MARKER INTORG"] : [];
    const after = whole === 1 && columns.integer[j + 1] !== 1 ? [" marker MARKER INTEND"] : [];
    return [...before.map(quoted), ...lines, ...after.map(quoted)];
  });
};

const quoted = (line: string): string => line.replace(/ (MARKER|INTORG|INTEND)/g, " '$1'");

/** A whole column without an upper bound says so: some readers take 1 for it. */
const boundLines = (name: string, { lower, upper, whole }: { readonly lower: number; readonly upper: number; readonly whole: boolean }): readonly string[] => {
  if (lower === upper) return [` FX bnd ${name} ${lower}`];
  const below = lower === 0 ? [] : [lower === -Infinity ? ` MI bnd ${name}` : ` LO bnd ${name} ${lower}`];
  const above = upper === Infinity ? (whole ? [` PL bnd ${name}`] : []) : [` UP bnd ${name} ${upper}`];
  return [...below, ...above];
};
