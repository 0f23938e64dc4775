/** A study as one self-contained page: what was asked, charts side by side, the table. */
import type { Pareto, Sweep } from "../../study/index.ts";
import { drawChart, type PlotChart } from "../chart/index.ts";
import { foldedTable, htmlTable } from "../html-table.ts";
import { el, type Markup } from "../markup.ts";
import { pageText } from "../page.ts";
import { paretoCharts, sweepCharts } from "./study-charts.ts";
import { paretoHead, sweepHead, type StudyHead, type StudyOrigin } from "./study-head.ts";
import { ofPareto, ofSweep, studyTable, type Studied } from "./study-table.ts";

/** Charts beside each other, as many as have room. */
const STYLE = `
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:.4rem 1.4rem}
#designs thead th.number{max-width:none;min-width:4.5rem}
.multiples figure{margin:.8rem 0}.multiples svg.chart{min-width:0;max-width:24rem}
`;

const figure = (chart: PlotChart): Markup => el("figure", {}, el("figcaption", {}, chart.title), drawChart(chart));

const page = ({ title, text, why, notes }: StudyHead, studied: Studied, { charts, origin }: { readonly charts: readonly PlotChart[]; readonly origin: StudyOrigin }): string => {
  const table = studyTable(studied, { id: "designs", title: "Designs", note: "" });
  return pageText({ title: `${title} - Dawndusk`, style: STYLE }, [
    el(
      "header", {},
      el("p", { class: "kicker" }, `Dawndusk ${origin.dawndusk}: ${title}`),
      el("h1", {}, origin.scenario),
      el("div", { class: studied.points.some(({ status }) => status === "feasible") ? "verdict" : "verdict no" }, el("p", { class: "say" }, text), ...(why.length === 0 ? [] : [el("ul", {}, ...why.map((reason) => el("li", {}, reason)))])),
      ...notes.map((note) => el("p", { class: "note" }, note)),
    ),
    el(
      "main", {},
      ...(charts.length === 0 ? [] : [el("section", { id: "charts" }, el("h2", {}, "Charts"), el("div", { class: "multiples" }, ...charts.map(figure)))]),
      el("section", { id: "designs" }, el("h2", {}, "Designs"), studied.points.length > LONG ? foldedTable(table) : htmlTable(table)),
    ),
    el("footer", {}, `dawndusk ${origin.dawndusk}, model ${origin.modelVersion}`),
  ]);
};

/** A table of more rows opens on demand. */
const LONG = 60;

export const sweepPage = (sweep: Sweep, origin: StudyOrigin): string => page(sweepHead(sweep), ofSweep(sweep), { charts: sweepCharts(sweep), origin });
export const paretoPage = (pareto: Pareto, origin: StudyOrigin): string => page(paretoHead(pareto), ofPareto(pareto), { charts: paretoCharts(pareto), origin });
