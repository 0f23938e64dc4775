/** Charts of a campaign: each outcome's distribution, what decides it, and how it lies over the inputs that decide most. */
import type { OutcomeSummary } from "../../risk/index.ts";
import type { Bar, BarChart, PlotChart } from "../chart/index.ts";
import { numberColumn, type Table } from "../table.ts";
import type { CampaignReport } from "../../risk/index.ts";
import { idOf, nameOf, quantilesTable, shown, unitOf } from "./campaign-tables.ts";
import { decidesTable, tornadoTable } from "./decides-tables.ts";
import { widestBarsOf } from "./tornado-bars.ts";

/** What share of the draws lies below a value. */
export const distributionChart = (outcome: OutcomeSummary): PlotChart => {
  const table = quantilesTable(outcome);
  return {
    kind: "plot", id: `chart-${idOf(outcome)}`, title: nameOf(outcome), table, unit: "% below", form: "lines",
    across: { column: 1, name: nameOf(outcome), scale: "linear" },
    plotted: [{ name: "draws below", hue: "orbit", column: 0, rows: table.rows.map((_, row) => row) }],
    description: `What share of the draws lies below a value of ${nameOf(outcome)}.`,
  };
};

/** Most bars: more say nothing. */
const BARS = 12;

/** Alone, and what others add; or mean sizes of a Morris design. Null where no input stands out. */
export const decidesChart = (report: CampaignReport, outcome: OutcomeSummary): BarChart | null => {
  const table = decidesTable(report, outcome);
  const indices = report.analysis.indices.find((one) => one.outcome === outcome.key);
  const bars = indices === undefined ? morrisBars(report, outcome) : sobolBars(indices);
  if (table === null || bars.length === 0) return null;
  return { kind: "bars", id: `chart-${table.id}`, title: table.title, table, unit: indices === undefined ? unitOf(outcome) : "%", bars: bars.slice(0, BARS), description: `${table.title}: most by ${bars[0]!.name}.` };
};

/** Of an index that cannot be told from 0 nothing is drawn. */
const sobolBars = ({ factors }: CampaignReport["analysis"]["indices"][number]): readonly Bar[] =>
  factors.filter(({ total }) => total.distinct).toSorted((a, b) => b.total.value - a.total.value).map(({ factor, first, total }) => {
    const alone = first.distinct ? 100 * first.value : 0;
    const more = 100 * total.value - alone;
    return { name: factor, parts: [{ name: "alone", value: alone, hue: "orbit" }, ...(more > 0 ? [{ name: "with others", value: more, hue: "two" } as const] : [])] };
  });

const morrisBars = ({ analysis }: CampaignReport, outcome: OutcomeSummary): readonly Bar[] =>
  (analysis.effects.find((one) => one.outcome === outcome.key)?.factors ?? []).toSorted((a, b) => b.muStar - a.muStar).map(({ factor, muStar }) => ({ name: factor, parts: [{ name: "mean size", value: shown(outcome, muStar), hue: "orbit" }] }));

/** One input at a time, as what it takes away from and adds to the centre; null where none moves the outcome. */
export const tornadoChart = (report: CampaignReport, outcome: OutcomeSummary): BarChart | null => {
  const table = tornadoTable(report, outcome);
  const at = report.plan.outcomes.findIndex(({ key }) => key === outcome.key);
  const middle = report.tornado.centre[at];
  if (table === null || typeof middle !== "number") return null;
  const centre = shown(outcome, middle);
  const bars = widestBarsOf(report, outcome).slice(0, BARS).map(({ path, atLow, atHigh }): Bar => ({ name: path, parts: [{ name: "input low", value: atLow - centre, hue: "orbit" }, { name: "input high", value: atHigh - centre, hue: "two" }] }));
  return { kind: "bars", id: `chart-${table.id}`, title: table.title, table, unit: unitOf(outcome), bars, untotalled: true, description: `${table.title}: the widest bar is that of ${bars[0]!.name}.` };
};

/** Most dots of a plot. */
const DOTS = 300;
const PLOTS = 4;

/** Inputs that decide an outcome, the first most: by indices, which see what inputs do together; else one at a time. */
const decisive = (report: CampaignReport, outcome: OutcomeSummary): readonly string[] => {
  const indices = report.analysis.indices.find((one) => one.outcome === outcome.key);
  if (indices === undefined) return widestBarsOf(report, outcome).map(({ path }) => path);
  const byTotal = indices.factors.filter(({ total }) => total.distinct).toSorted((a, b) => b.total.value - a.total.value);
  // Inputs that depend on each other are one factor, by the name of all.
  return byTotal.flatMap(({ factor }) => report.plan.inputs.filter(({ path }) => factor.split(" + ").includes(path)).map(({ path }) => path));
};

/** An outcome over the inputs that move it most, a dot a draw. */
export const scatterCharts = (report: CampaignReport, outcome: OutcomeSummary): readonly PlotChart[] => {
  const { plan, analysis: { scatter } } = report;
  const k = plan.outcomes.findIndex(({ key }) => key === outcome.key);
  const rows = Array.from({ length: scatter.rows }, (_, row) => row).filter((row) => !Number.isNaN(scatter.outcomes[k]![row])).slice(0, DOTS);
  if (rows.length === 0) return [];
  const paths = decisive(report, outcome).slice(0, PLOTS);
  return paths.map((path): PlotChart => {
    const i = plan.inputs.findIndex((input) => input.path === path);
    const { unit } = plan.inputs[i]!;
    const table: Table = {
      id: `scatter-${idOf(outcome)}-${i}`, title: `${nameOf(outcome)} over ${path}`, note: `The first ${rows.length} draws.`,
      columns: [numberColumn(path, unit === "1" ? "" : unit), numberColumn(outcome.name, unitOf(outcome))],
      rows: rows.map((row) => [scatter.inputs[i]![row]!, shown(outcome, scatter.outcomes[k]![row]!)]),
    };
    return {
      kind: "plot", id: `chart-${table.id}`, title: table.title, table, unit: unitOf(outcome), form: "dots", across: { column: 0, name: unit === "1" ? path : `${path}, ${unit}`, scale: "linear" },
      plotted: [{ name: outcome.name, hue: "orbit", column: 1, rows: table.rows.map((_, row) => row) }], description: `${table.title}: a dot a draw.`,
    };
  });
};
