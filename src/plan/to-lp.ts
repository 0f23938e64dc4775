/**
 * A linear model as LP text (the CPLEX LP format, as HiGHS, CBC, GLPK and SCIP read it): for golden files, for other solvers, for people.
 * Numbers are written in the shortest form that reads back to the same double.
 */
import type { LinearModel } from "./linear-model.ts";

const LINE = 200;

/** The model as LP text. Throws on a row that is bounded on both sides without being an equation: the planner writes none. */
export const toLp = (model: LinearModel): string => {
  const { columns, rows } = model;
  const every = columns.name.map((_, j) => j);
  const integers = every.filter((j) => columns.integer[j] === 1);
  const lines = [
    `\\ ${model.name}`,
    "Minimize",
    ...wrapped(` obj:${every.filter((j) => columns.cost[j] !== 0).map((j) => term(columns.cost[j]!, columns.name[j]!)).join("")}`),
    "Subject To",
    ...rows.name.flatMap((_, i) => wrapped(rowText(model, i))),
    "Bounds",
    ...every.flatMap((j) => boundText(columns.name[j]!, columns.lower[j]!, columns.upper[j]!)),
    ...(integers.length === 0 ? [] : ["Generals", ...wrapped(integers.map((j) => ` ${columns.name[j]}`).join(""))]),
    "End",
  ];
  return `${lines.join("\n")}\n`;
};

const term = (coefficient: number, name: string): string =>
  ` ${coefficient < 0 ? "-" : "+"} ${Math.abs(coefficient) === 1 ? "" : `${Math.abs(coefficient)} `}${name}`;

const rowText = ({ rows, matrix, columns }: LinearModel, i: number): string => {
  let text = ` ${rows.name[i]}:`;
  for (let k = matrix.start[i]!; k < matrix.start[i + 1]!; k++) text += term(matrix.value[k]!, columns.name[matrix.index[k]!]!);
  const [lower, upper] = [rows.lower[i]!, rows.upper[i]!];
  if (matrix.start[i] === matrix.start[i + 1]) text += ` 0 ${columns.name[0] ?? "none"}`;
  if (lower === upper) return `${text} = ${lower}`;
  if (lower === -Infinity) return `${text} <= ${upper}`;
  if (upper === Infinity) return `${text} >= ${lower}`;
  throw new Error(`row "${rows.name[i]}" is bounded on both sides`);
};

/** A column from 0 to infinity needs no line. */
const boundText = (name: string, lower: number, upper: number): readonly string[] => {
  if (lower === 0 && upper === Infinity) return [];
  if (lower === upper) return [` ${name} = ${lower}`];
  return [` ${bound(lower)} <= ${name} <= ${bound(upper)}`];
};

const bound = (value: number): string => (value === Infinity ? "+inf" : value === -Infinity ? "-inf" : String(value));

/** Breaks a long line between terms, for readers with a limit on line length. */
const wrapped = (text: string): readonly string[] => {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > LINE) {
    const cut = rest.lastIndexOf(" ", LINE);
    const before = /[+-] ?[0-9.e+-]*$/.exec(rest.slice(0, cut));
    const at = before !== null && before.index > 1 ? before.index - 1 : cut;
    lines.push(rest.slice(0, at));
    rest = `  ${rest.slice(at).trimStart()}`;
  }
  return [...lines, rest];
};
