/** A campaign for a terminal. */
import type { Look } from "../terminal.ts";
import { textTable, wrapText } from "../text-table.ts";
import type { Table } from "../table.ts";
import { campaignFaults, campaignSays } from "./campaign-head.ts";
import type { CampaignReport } from "./campaign-record.ts";
import { decidesTable, isNumber, outcomesTable } from "./campaign-tables.ts";

/** Most inputs of a table on a terminal; the page has all. */
const INPUTS_SHOWN = 10;

const shortened = (table: Table): Table => {
  const left = table.rows.length - INPUTS_SHOWN;
  return left <= 0 ? table : { ...table, rows: table.rows.slice(0, INPUTS_SHOWN), note: `${table.note} ${left} more ${left === 1 ? "input decides" : "inputs decide"} less.` };
};

/** The outcome that the terminal explains: the ratio of the tiers, else the first that inputs move. */
const explained = ({ findings }: CampaignReport): Table | null => {
  const told = findings.outcomes.filter(isNumber).concat(findings.outcomes.filter((found) => !isNumber(found)));
  return [...told.filter(({ outcome }) => outcome.key === "ratio"), ...told].map(decidesTable).find((table) => table !== null) ?? null;
};

export const campaignText = (report: CampaignReport, look: Look): string => {
  const wrapped = (line: string): string => wrapText(line, look.width).join("\n");
  const decides = explained(report);
  const outcomes = outcomesTable(report);
  const section = (table: Table): readonly string[] => [[wrapped(table.title), ...textTable(table, look.width)].join("\n"), ...(table.note === "" ? [] : [wrapped(table.note)])];
  return `${[
    wrapped(report.scenario),
    ...campaignFaults(report).map(wrapped),
    campaignSays(report).map(wrapped).join("\n"),
    ...(outcomes.rows.length === 0 ? [] : section(outcomes)),
    ...(decides === null ? [] : section(shortened(decides))),
    ...report.notes.map((note) => wrapped(`- ${note}`)).reduce<readonly string[]>((all, note) => [all.length === 0 ? note : `${all[0]!}\n${note}`], []),
    wrapped(`dawndusk ${report.dawndusk}, model ${report.modelVersion}, campaign ${report.campaign.slice(0, 12)}`),
  ].join("\n\n")}\n`;
};
