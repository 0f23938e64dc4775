/** A chart is a table and how to draw it: every number on it stands in the table. */
import type { Table } from "../table.ts";

/** Colours by meaning, the same in every chart: see palette.ts. */
export type Hue = "ground" | "orbit" | "unserved" | "wanted" | "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "rest";

/** One column of the table as a line, or as a layer of a stack. */
export interface Series {
  readonly column: number;
  readonly hue: Hue;
  readonly form: "line" | "step" | "layer";
  /** Drawn in dashes, so that a line below it shows through. */
  readonly dashed?: true;
}

export interface Tick {
  /** Row of the table. */
  readonly at: number;
  readonly label: string;
}

interface Named {
  readonly id: string;
  readonly title: string;
  /** What the chart shows, for those who cannot see it. */
  readonly description: string;
  readonly table: Table;
  /** Unit of the number axis. */
  readonly unit: string;
}

/** Rows of the table over time, in equal steps. */
export interface TimeChart extends Named {
  readonly kind: "time";
  readonly series: readonly Series[];
  readonly ticks: readonly Tick[];
  /** Whether the number axis starts at zero; a stack always does. */
  readonly fromZero: boolean;
}

/** Horizontal bars: one a column (stacked from rows), or one a row. */
export interface BarChart extends Named {
  readonly kind: "bars";
  readonly bars: readonly Bar[];
  /** Its parts are no parts of a sum. */
  readonly untotalled?: true;
}
export interface Bar {
  readonly name: string;
  /** Stacked from left to right in this order. */
  readonly parts: readonly { readonly name: string; readonly value: number; readonly hue: Hue }[];
}

/** One line, or the dots, of a plot: a column of some of the table's rows. */
export interface Plotted {
  readonly name: string;
  readonly hue: Hue;
  readonly column: number;
  readonly rows: readonly number[];
}

/** One quantity over another, small enough to stand beside its like. A value that does not exist leaves a gap. */
export interface PlotChart extends Named {
  readonly kind: "plot";
  /** Column of the horizontal axis; words stand in the order in which they come up. */
  readonly across: { readonly column: number; readonly name: string; readonly scale: "linear" | "log" | "words" };
  readonly form: "lines" | "dots";
  readonly plotted: readonly Plotted[];
}

/** A row of a Gantt chart: a column of the table, in a unit of its own. */
export interface Lane {
  readonly name: string;
  readonly hue: Hue;
  /** What lanes of its colour are. */
  readonly kind: string;
  readonly column: number;
  readonly unit: string;
}

/** What happens when, a lane each; each lane has its own scale. */
export interface GanttChart extends Named {
  readonly kind: "gantt";
  readonly lanes: readonly Lane[];
  readonly ticks: readonly Tick[];
}

/** From one number to another: each step begins where the one before it ends. */
export interface WaterfallChart extends Named {
  readonly kind: "waterfall";
  readonly ends: readonly [from: { readonly name: string; readonly value: number }, to: { readonly name: string; readonly value: number }];
  readonly steps: readonly { readonly name: string; readonly amount: number; readonly hue: Hue; readonly kind: string }[];
}

export type Chart = TimeChart | BarChart | PlotChart | GanttChart | WaterfallChart;
