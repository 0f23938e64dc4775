/** What a campaign shows, in order, as plain data. */
import type { PlotChart } from "../chart/index.ts";
import { figurePiece, say, tablePiece, type Piece, type Section } from "../piece.ts";
import type { ChoiceFindings, Frontier, OutcomeSummary } from "../../risk/index.ts";
import { decidesChart, distributionChart, scatterCharts, tornadoChart } from "./campaign-charts.ts";
import { convergenceChart } from "./convergence-figure.ts";
import { frontierChart, frontierTable, type FrontierOf } from "./frontier-figure.ts";
import type { CampaignReport } from "../../risk/index.ts";
import { inputsTable, movedOutcomes, outcomesTable, spreadOutcomes } from "./campaign-tables.ts";
import { alternativesTable, boxText, knowingTable, knowingText, leavesTable } from "./choice-tables.ts";
import { pairsTable } from "./decides-tables.ts";

const section = (id: string, title: string, body: readonly Piece[]): Section => ({ id, title, body });

const multiples = (charts: readonly PlotChart[]): readonly Piece[] => (charts.length === 0 ? [] : [{ kind: "multiples", charts }]);

const isThere = <T>(value: T | null): value is T => value !== null;

const decided = (report: CampaignReport, outcome: OutcomeSummary): readonly Piece[] => {
  const figures = [decidesChart(report, outcome), tornadoChart(report, outcome)].filter(isThere).map(figurePiece);
  const pairs = pairsTable(report, outcome);
  return [...figures, ...(pairs === null ? [] : [tablePiece(pairs)])];
};

const chosen = (report: CampaignReport, choice: ChoiceFindings): readonly Piece[] => {
  const tables = [alternativesTable(choice), ...choice.alternatives.map((one) => leavesTable(report, choice, one)), knowingTable(choice)].filter(isThere);
  const boxes = [...choice.alternatives.map((one) => boxText(report, one)), knowingText(choice)].filter(isThere);
  return [...boxes.map((text) => say(text)), ...tables.map(tablePiece)];
};

/** The outcome whose draws are shown over its inputs: the ratio of the tiers, else the first. */
const scattered = (report: CampaignReport): readonly PlotChart[] => {
  const outcomes = spreadOutcomes(report);
  const outcome = outcomes.find(({ key }) => key === "ratio") ?? outcomes[0];
  return outcome === undefined ? [] : scatterCharts(report, outcome);
};

/** Figure and table of a frontier. */
export const frontierSection = (of: FrontierOf, frontier: Frontier): Section => {
  const chart = frontierChart(of, frontier);
  return section("frontier", "Where they break even", [...(chart === null ? [] : multiples([chart])), tablePiece(frontierTable(of, frontier))]);
};

/** The sections of a campaign: those with nothing to show are left out. */
export const campaignSections = (report: CampaignReport): readonly Section[] => {
  const { analysis, notes } = report;
  const outcomes = spreadOutcomes(report);
  return [
    section("outcomes", "How sure", outcomes.length === 0 ? [] : [tablePiece(outcomesTable(report)), ...multiples(outcomes.map(distributionChart))]),
    section("choices", "What to choose, and what must be true", analysis.choices.flatMap((choice) => chosen(report, choice))),
    ...(report.frontier === undefined ? [] : [frontierSection(report, report.frontier)]),
    section("decides", "What decides it", movedOutcomes(report).flatMap((outcome) => decided(report, outcome))),
    section("draws", "Draw by draw", multiples(scattered(report))),
    section("convergence", "Whether more draws would tell more", multiples(outcomes.map(convergenceChart).filter(isThere))),
    section("inputs", "What was varied", [tablePiece(inputsTable(report))]),
    section("notes", "What was not", notes.length === 0 ? [] : [{ kind: "list", items: notes }]),
  ].filter(({ body }) => body.length > 0);
};
