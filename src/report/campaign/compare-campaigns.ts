/** Campaigns side by side: what each found, and in what they differ. */
import type { OutcomeSummary } from "../../risk/index.ts";
import { formatFigure } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";
import type { CampaignReport } from "../../risk/index.ts";
import { distributionText, nameOf, shown } from "./campaign-tables.ts";
import { inputUnit } from "./input-text.ts";

/** What `risk.json` keeps of a campaign. */
export type KeptCampaign = Omit<CampaignReport, "analysis"> & { readonly analysis: Omit<CampaignReport["analysis"], "scatter"> };

/** Tables over campaigns under their names; those that would say nothing are left out. */
export const campaignCompareTables = (all: readonly { readonly name: string; readonly report: KeptCampaign }[]): readonly Table[] => {
  const names = all.map(({ name }) => name);
  const reports = all.map(({ report }) => report);
  return [headTable(names, reports), chanceTable(names, reports), outcomeTable(names, reports), decidesTable(names, reports), inputTable(names, reports)].filter(({ rows }) => rows.length > 0);
};

const headTable = (names: readonly string[], reports: readonly KeptCampaign[]): Table => ({
  id: "campaigns", title: "Campaigns", note: "",
  columns: [wordColumn("campaign"), wordColumn("scenario"), numberColumn("evaluations", ""), wordColumn("design"), wordColumn("seed"), wordColumn("model"), wordColumn("id")],
  rows: reports.map(({ scenario, analysis, plan: { design }, modelVersion, campaign }, i) => [names[i]!, scenario, analysis.points, design.kind, String(design.seed), modelVersion, campaign.slice(0, 12)]),
});

/** How often each alternative wins. */
const chanceTable = (names: readonly string[], reports: readonly KeptCampaign[]): Table => ({
  id: "chances", title: "Who wins", note: "Share of the draws, with its 95 % bounds. Bounds that do not meet are a difference; others may be chance.",
  columns: [wordColumn("campaign"), wordColumn("alternative"), numberColumn("wins", "%"), numberColumn("low", "%"), numberColumn("high", "%")],
  rows: reports.flatMap(({ analysis }, i) => analysis.choices.flatMap(({ alternatives }) => alternatives.flatMap(({ name, wins }): readonly (readonly Cell[])[] => (wins === null ? [] : [[names[i]!, name, 100 * wins.chance, 100 * wins.low, 100 * wins.high]])))),
});

const found = ({ analysis }: KeptCampaign, key: string): OutcomeSummary | undefined => analysis.outcomes.find((outcome) => outcome.key === key && outcome.quantiles.length > 0);

/** Keys of outcomes that some campaign has a spread of, in the order of the first. */
const keysOf = (reports: readonly KeptCampaign[]): readonly string[] => [...new Set(reports.flatMap(({ analysis }) => analysis.outcomes.filter(({ quantiles }) => quantiles.length > 0).map(({ key }) => key)))];

const outcomeTable = (names: readonly string[], reports: readonly KeptCampaign[]): Table => {
  const rows = keysOf(reports).flatMap((key): readonly (readonly Cell[])[] => {
    const first = reports.map((report) => found(report, key)).find((one) => one !== undefined)!;
    const at = (outcome: OutcomeSummary | undefined, share: number): number | null => {
      const band = outcome?.quantiles.find((one) => one.share === share);
      return band === undefined ? null : shown(first, band.value);
    };
    const base = at(found(reports[0]!, key), 0.5);
    return reports.map((report, i) => {
      const outcome = found(report, key);
      const median = at(outcome, 0.5);
      return [nameOf(first), names[i]!, at(outcome, 0.05), median, at(outcome, 0.95), i === 0 || base === null || median === null ? null : median - base, i === 0 || base === null || median === null || base === 0 ? null : (100 * (median - base)) / Math.abs(base)];
    });
  });
  return {
    id: "outcomes", title: "Outcomes", note: `p5, p50, p95: what 5, 50 and 95 % of the draws lie below. Apart: the median less that of ${names[0]!}, and as a share of it.`,
    columns: [wordColumn("outcome"), wordColumn("campaign"), numberColumn("p5", ""), numberColumn("p50", ""), numberColumn("p95", ""), numberColumn("apart", ""), numberColumn("apart", "%")],
    rows,
  };
};

/** Total indices of the ratio, or of the first outcome that all have indices of. */
const decidesTable = (names: readonly string[], reports: readonly KeptCampaign[]): Table => {
  const key = ["ratio", ...keysOf(reports)].find((one) => reports.every(({ analysis }) => analysis.indices.some(({ outcome }) => outcome === one)));
  const of = (report: KeptCampaign) => report.analysis.indices.find(({ outcome }) => outcome === key)?.factors ?? [];
  const factors = key === undefined ? [] : [...new Set(reports.flatMap((report) => of(report).filter(({ total }) => total.distinct).toSorted((a, b) => b.total.value - a.total.value).map(({ factor }) => factor)))];
  const outcome = key === undefined ? undefined : found(reports[0]!, key);
  return {
    id: "decides", title: `What decides ${outcome === undefined ? "it" : nameOf(outcome)}`,
    note: "Share of the variance that would be left if all other inputs were known, %, with its 95 % bounds. ~0: not distinguishable from 0; a dash: not varied.",
    columns: [wordColumn("input"), ...names.map(wordColumn)],
    rows: factors.map((factor) => [factor, ...reports.map((report): Cell => {
      const one = of(report).find((other) => other.factor === factor);
      if (one === undefined) return null;
      return one.total.distinct ? `${formatFigure(100 * one.total.value)} (${formatFigure(100 * one.total.low)} to ${formatFigure(100 * one.total.high)})` : "~0";
    })]),
  };
};

/** Inputs that are not the same in all. */
const inputTable = (names: readonly string[], reports: readonly KeptCampaign[]): Table => {
  const text = ({ plan }: KeptCampaign, path: string): string | null => {
    const input = plan.inputs.find((one) => one.path === path);
    return input === undefined ? null : `${distributionText(input.distribution)} ${inputUnit(input)}`.trim();
  };
  const paths = [...new Set(reports.flatMap(({ plan }) => plan.inputs.map(({ path }) => path)))];
  return {
    id: "inputs", title: "Inputs that differ", note: "A dash: not varied there. Whatever is no input may differ, too: compare the scenarios.",
    columns: [wordColumn("input"), ...names.map(wordColumn)],
    rows: paths.map((path) => [path, ...reports.map((report) => text(report, path))]).filter(([, ...texts]) => new Set(texts).size > 1),
  };
};

