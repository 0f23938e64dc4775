/** A campaign as one self-contained page. */
import type { ChoiceFindings, OutcomeSummary } from "../../risk/index.ts";
import { drawChart, type PlotChart } from "../chart/index.ts";
import { foldedTable, htmlFigure, htmlTable } from "../html-table.ts";
import { el, type Markup } from "../markup.ts";
import { pageText } from "../page.ts";
import { decidesChart, distributionChart, scatterCharts, tornadoChart } from "./campaign-charts.ts";
import { convergenceChart } from "./convergence-figure.ts";
import { frontierChart, frontierTable } from "./frontier-figure.ts";
import { campaignFaults, campaignSays } from "./campaign-head.ts";
import type { CampaignReport } from "./campaign-record.ts";
import { inputsTable, movedOutcomes, outcomesTable, spreadOutcomes } from "./campaign-tables.ts";
import { alternativesTable, boxText, knowingTable, knowingText, leavesTable } from "./choice-tables.ts";
import { pairsTable } from "./decides-tables.ts";

/** Charts beside each other, as many as have room. */
const STYLE = `
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:.4rem 1.4rem}
.multiples figure{margin:.8rem 0}.multiples svg.chart{min-width:0;max-width:24rem}
`;

const section = (id: string, title: string, parts: readonly Markup[]): readonly Markup[] => (parts.length === 0 ? [] : [el("section", { id }, el("h2", {}, title), ...parts)]);

const multiple = (chart: PlotChart): Markup => el("figure", {}, el("figcaption", {}, chart.title), drawChart(chart), foldedTable(chart.table));
const multiples = (charts: readonly PlotChart[]): readonly Markup[] => (charts.length === 0 ? [] : [el("div", { class: "multiples" }, ...charts.map(multiple))]);

const isThere = <T>(value: T | null): value is T => value !== null;

const decided = (report: CampaignReport, outcome: OutcomeSummary): readonly Markup[] => {
  const figures = [decidesChart(report, outcome), tornadoChart(report, outcome)].filter(isThere).map(htmlFigure);
  const pairs = pairsTable(report, outcome);
  return [...figures, ...(pairs === null ? [] : [htmlTable(pairs)])];
};

const chosen = (report: CampaignReport, choice: ChoiceFindings): readonly Markup[] => {
  const tables = [alternativesTable(choice), ...choice.alternatives.map((one) => leavesTable(report, choice, one)), knowingTable(choice)].filter(isThere);
  const boxes = [...choice.alternatives.map((one) => boxText(report, one)), knowingText(choice)].filter(isThere);
  return [...boxes.map((text) => el("p", {}, text)), ...tables.map(htmlTable)];
};

/** The outcome whose draws are shown over its inputs: the ratio of the tiers, else the first. */
const scattered = (report: CampaignReport): readonly PlotChart[] => {
  const outcomes = spreadOutcomes(report);
  const outcome = outcomes.find(({ key }) => key === "ratio") ?? outcomes[0];
  return outcome === undefined ? [] : scatterCharts(report, outcome);
};

/** Figure and table of the frontier that was asked for. */
const broken = (report: CampaignReport): readonly Markup[] => {
  const { frontier } = report;
  if (frontier === undefined) return [];
  const chart = frontierChart(report, frontier);
  return [...(chart === null ? [] : multiples([chart])), htmlTable(frontierTable(report, frontier))];
};

export const campaignPage = (report: CampaignReport): string => {
  const { dawndusk, modelVersion, scenario, campaign, analysis, notes } = report;
  const faults = campaignFaults(report);
  const outcomes = spreadOutcomes(report);
  return pageText({ title: `Risk - ${scenario} - Dawndusk`, style: STYLE }, [
    el(
      "header", {},
      el("p", { class: "kicker" }, `Dawndusk ${dawndusk}: risk`),
      el("h1", {}, scenario),
      el("div", { class: faults.length === 0 ? "verdict" : "verdict no" }, ...campaignSays(report).map((text, i) => el("p", i === 0 ? {} : { class: "say" }, text)), ...(faults.length === 0 ? [] : [el("ul", {}, ...faults.map((fault) => el("li", {}, fault)))])),
    ),
    el(
      "main", {},
      ...section("outcomes", "How sure", outcomes.length === 0 ? [] : [htmlTable(outcomesTable(report)), ...multiples(outcomes.map(distributionChart))]),
      ...section("choices", "What to choose, and what must be true", analysis.choices.flatMap((choice) => chosen(report, choice))),
      ...section("frontier", "Where they break even", broken(report)),
      ...section("decides", "What decides it", movedOutcomes(report).flatMap((outcome) => decided(report, outcome))),
      ...section("draws", "Draw by draw", multiples(scattered(report))),
      ...section("convergence", "Whether more draws would tell more", multiples(outcomes.map(convergenceChart).filter(isThere))),
      ...section("inputs", "What was varied", [htmlTable(inputsTable(report))]),
      ...section("notes", "What was not", notes.length === 0 ? [] : [el("ul", {}, ...notes.map((note) => el("li", {}, note)))]),
    ),
    el("footer", {}, `dawndusk ${dawndusk}, model ${modelVersion}, campaign ${campaign}`),
  ]);
};
