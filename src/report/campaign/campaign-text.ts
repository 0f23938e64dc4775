/** A campaign for a terminal. */
import type { Look } from "../terminal.ts";
import { textTable, wrapText } from "../text-table.ts";
import type { Table } from "../table.ts";
import { campaignFaults, campaignSays } from "./campaign-head.ts";
import type { CampaignReport } from "../../risk/index.ts";
import { frontierTable } from "./frontier-figure.ts";
import { movedOutcomes, outcomesTable } from "./campaign-tables.ts";
import { boxText, knowingTable, knowingText } from "./choice-tables.ts";
import { decidesTable, tornadoTable } from "./decides-tables.ts";

/** Most inputs of a table on a terminal; the page has all. */
const INPUTS_SHOWN = 8;

const shortened = (table: Table): Table => {
  const left = table.rows.length - INPUTS_SHOWN;
  return left <= 0 ? table : { ...table, rows: table.rows.slice(0, INPUTS_SHOWN), note: `${table.note} ${left} more ${left === 1 ? "row" : "rows"} in the report of --out.` };
};

/** The outcome that the terminal explains: the ratio of the tiers, else the first that inputs move. */
const explained = (report: CampaignReport): readonly Table[] => {
  const outcomes = movedOutcomes(report);
  const first = [...outcomes.filter(({ key }) => key === "ratio"), ...outcomes];
  const table = first.map((outcome) => decidesTable(report, outcome)).find((one) => one !== null) ?? first.map((outcome) => tornadoTable(report, outcome)).find((one) => one !== null) ?? null;
  return table === null ? [] : [table];
};

export const campaignText = (report: CampaignReport, look: Look): string => {
  const wrapped = (line: string): string => wrapText(line, look.width).join("\n");
  const section = (table: Table): readonly string[] => (table.rows.length === 0 ? [] : [[wrapped(table.title), ...textTable(table, look.width)].join("\n"), ...(table.note === "" ? [] : [wrapped(table.note)])]);
  return `${[
    wrapped(report.scenario),
    ...campaignFaults(report).map(wrapped),
    campaignSays(report).map(wrapped).join("\n"),
    ...section(outcomesTable(report)),
    ...explained(report).flatMap((table) => section(shortened(table))),
    ...report.analysis.choices.flatMap((choice) => [
      ...[...choice.alternatives.map((one) => boxText(report, one)), knowingText(choice)].flatMap((text) => (text === null ? [] : [wrapped(text)])),
      ...[knowingTable(choice)].flatMap((table) => (table === null ? [] : section(shortened(table)))),
    ]),
    ...(report.frontier === undefined ? [] : section(frontierTable(report, report.frontier))),
    ...(report.notes.length === 0 ? [] : [report.notes.map((note) => wrapped(`- ${note}`)).join("\n")]),
    wrapped(`dawndusk ${report.dawndusk}, model ${report.modelVersion}, campaign ${report.campaign.slice(0, 12)}`),
  ].join("\n\n")}\n`;
};
