/** Charts of a study, each drawn from its table: measures over a swept field, and a front in the plane of its objectives. */
import type { Pareto, Sweep, SweptField } from "../../study/index.ts";
import type { Hue, Plotted, PlotChart } from "../chart/index.ts";
import type { Table } from "../table.ts";
import { formatFigure } from "../format.ts";
import { fieldCell, measureUnit, ofPareto, ofSweep, studyTable } from "./study-table.ts";

const HUES: readonly Hue[] = ["one", "two", "three", "four", "five", "six", "seven"];

/** As many values of a second field as have a colour each, spread over all of them. */
const shownValues = (field: SweptField | undefined): readonly SweptField["values"][number][] => {
  const values = field?.values ?? [];
  if (values.length <= HUES.length) return values;
  return HUES.map((_, i) => values[Math.round((i * (values.length - 1)) / (HUES.length - 1))]!);
};

const SWEPT = { id: "sweep", title: "Every design", note: "" } as const;

/** Measures that have a value somewhere, over the first field; a line a value of the second. None over three fields and more. */
export const sweepCharts = (sweep: Sweep): readonly PlotChart[] => {
  const [first, second, third] = sweep.fields;
  if (first === undefined || third !== undefined) return [];
  const table = studyTable(ofSweep(sweep), SWEPT);
  const rows = sweep.points.map((_, i) => i);
  const scale = first.values.every((value) => typeof value === "number") && first.unit !== "quarter" && first.unit !== "date" ? (first.scale === "log" ? "log" : "linear") : "words";
  return sweep.measures.flatMap((measure, m): readonly PlotChart[] => {
    const column = sweep.fields.length + m;
    if (!table.rows.some((row) => typeof row[column] === "number")) return [];
    const plotted: readonly Plotted[] = second === undefined
      ? [{ name: measure.name, hue: "orbit", column, rows }]
      : shownValues(second).map((value, i) => ({ name: nameOf(second, value), hue: HUES[i]!, column, rows: rows.filter((row) => sweep.points[row]!.values[1] === value) }));
    return [{
      kind: "plot", id: `chart-${measure.key.replaceAll(/[^a-zA-Z0-9]+/g, "-")}`, title: measure.name, table, unit: measureUnit(measure), form: scale === "words" ? "dots" : "lines", plotted,
      across: { column: 0, name: axisName(table, 0), scale },
      description: `${measure.name} over ${first.path}${second === undefined ? "" : `, a line for each value of ${second.path}`}.`,
    }];
  });
};

const nameOf = (field: SweptField, value: SweptField["values"][number]): string => {
  const cell = fieldCell(field, value);
  return `${typeof cell === "number" ? formatFigure(cell) : String(cell)} ${field.unit === "frac" ? "%" : field.unit === "quarter" || field.unit === "date" ? "" : field.unit}`.trim();
};

const axisName = (table: Table, column: number): string => {
  const { name, unit } = table.columns[column]!;
  return unit === "" ? name : `${name}, ${unit}`;
};

const FRONT = { id: "front", title: "The front", note: "" } as const;

/** The front: the other objectives and every field over the first objective. */
export const paretoCharts = (pareto: Pareto): readonly PlotChart[] => {
  const table = studyTable(ofPareto(pareto), FRONT);
  const columnOf = (key: string): number => pareto.fields.length + pareto.measures.findIndex((measure) => measure.key === key);
  const [first, ...others] = pareto.objectives;
  if (first === undefined || pareto.feasible + pareto.unheld === 0) return [];
  const across = { column: columnOf(first.key), name: axisName(table, columnOf(first.key)), scale: "linear" } as const;
  const rows = pareto.front.map((_, i) => i);
  const columns = [...others.map(({ key }) => columnOf(key)), ...pareto.fields.map((_, i) => i)].filter((column) => table.rows.every((row) => typeof row[column] === "number"));
  return columns.map((column): PlotChart => {
    const { name, unit } = table.columns[column]!;
    return { kind: "plot", id: `chart-front-${column}`, title: name, table, unit, across, form: "dots", plotted: [{ name, hue: "orbit", column, rows }], description: `${name} of each design of the front over ${across.name}.` };
  });
};
