/** Charts of what can be decided later: at which value of its driver a decision is taken, by date. */
import type { RealOptions } from "../finance/index.ts";
import type { Hue, PlotChart } from "./chart/index.ts";
import { edgeTable } from "./tables/index.ts";

const HUES: readonly Hue[] = ["orbit", "ground", "three", "four", "five", "six", "seven", "rest"];

/** A chart for each decision with an edge at two dates or more. */
export const realOptionCharts = (options: RealOptions | null): readonly PlotChart[] =>
  (options === null ? [] : options.decisions).flatMap((decision) => {
    const edges = edgeTable(options!, decision);
    if (edges === null) return [];
    const { table, lines, unit } = edges;
    const plotted = lines.flatMap((name, i) => {
      const column = i + 2;
      const rows = table.rows.flatMap((row, at) => (typeof row[column] === "number" ? [at] : []));
      return rows.length < 2 ? [] : [{ name, hue: HUES[i % HUES.length]!, column, rows: table.rows.map((_, at) => at) }];
    });
    if (plotted.length === 0) return [];
    return [{
      kind: "plot", id: `chart-option-${decision.id}`, title: `When to decide: ${decision.id}`, table, unit, form: "lines", plotted, across: { column: 0, name: "date of decision", scale: "words" },
      description: `The value of the driver at which ${decision.id} is decided, by date, a line for each state of the events.`,
    }];
  });
