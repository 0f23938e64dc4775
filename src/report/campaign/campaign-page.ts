/** A campaign as one self-contained page. */
import type { OutcomeFindings } from "../../run/campaign/index.ts";
import { drawChart } from "../chart/index.ts";
import { foldedTable, htmlFigure, htmlTable } from "../html-table.ts";
import { el, type Markup } from "../markup.ts";
import { pageText } from "../page.ts";
import { decidesChart, distributionChart } from "./campaign-charts.ts";
import { campaignFaults, campaignSays } from "./campaign-head.ts";
import type { CampaignReport } from "./campaign-record.ts";
import { decidesTable, inputsTable, isNumber, outcomesTable } from "./campaign-tables.ts";

/** Charts beside each other, as many as have room. */
const STYLE = `
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:.4rem 1.4rem}
.multiples figure{margin:.8rem 0}.multiples svg.chart{min-width:0;max-width:24rem}
`;

const section = (id: string, title: string, ...parts: readonly Markup[]): Markup => el("section", { id }, el("h2", {}, title), ...parts);

const spread = (found: OutcomeFindings): Markup => {
  const chart = distributionChart(found);
  return el("figure", {}, el("figcaption", {}, chart.title), drawChart(chart), foldedTable(chart.table));
};

const decided = (found: OutcomeFindings): readonly Markup[] => {
  const chart = decidesChart(found);
  if (chart !== null) return [htmlFigure(chart)];
  const table = decidesTable(found);
  return table === null ? [] : [htmlTable(table)];
};

export const campaignPage = (report: CampaignReport): string => {
  const { dawndusk, modelVersion, scenario, campaign, findings, notes } = report;
  const faults = campaignFaults(report);
  const numbers = findings.outcomes.filter(isNumber);
  const decides = findings.outcomes.flatMap(decided);
  return pageText({ title: `Risk - ${scenario} - Dawndusk`, style: STYLE }, [
    el(
      "header", {},
      el("p", { class: "kicker" }, `Dawndusk ${dawndusk}: risk`),
      el("h1", {}, scenario),
      el("div", { class: faults.length === 0 ? "verdict" : "verdict no" }, ...campaignSays(report).map((text) => el("p", { class: "say" }, text)), ...(faults.length === 0 ? [] : [el("ul", {}, ...faults.map((fault) => el("li", {}, fault)))])),
    ),
    el(
      "main", {},
      ...(numbers.length === 0 ? [] : [section("outcomes", "How sure", htmlTable(outcomesTable(report)), el("div", { class: "multiples" }, ...numbers.map(spread)))]),
      ...(decides.length === 0 ? [] : [section("decides", "What decides it", ...decides)]),
      section("inputs", "What was varied", htmlTable(inputsTable(report))),
      ...(notes.length === 0 ? [] : [section("notes", "What was not", el("ul", {}, ...notes.map((note) => el("li", {}, note))))]),
    ),
    el("footer", {}, `dawndusk ${dawndusk}, model ${modelVersion}, campaign ${campaign}`),
  ]);
};
