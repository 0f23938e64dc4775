/** A study for a terminal: what it found, then its table. */
import type { Pareto, Sweep } from "../../study/index.ts";
import type { Look } from "../terminal.ts";
import { textTable, wrapText } from "../text-table.ts";
import { paretoHead, sweepHead, type StudyHead, type StudyOrigin } from "./study-head.ts";
import { compactTable, ofPareto, ofSweep, type Studied } from "./study-table.ts";

const studyText = ({ title, text, why, notes }: StudyHead, studied: Studied, { look, origin }: { readonly look: Look; readonly origin: StudyOrigin }): string => {
  const wrapped = (line: string): string => wrapText(line, look.width).join("\n");
  return `${[
    wrapped(origin.scenario),
    wrapped(text),
    ...(why.length === 0 ? [] : [why.map((reason) => wrapped(`- ${reason}`)).join("\n")]),
    textTable(compactTable(studied, { id: "designs", title, note: "" }), look.width).join("\n"),
    ...notes.map(wrapped),
    wrapped(`dawndusk ${origin.dawndusk}, model ${origin.modelVersion}`),
  ].join("\n\n")}\n`;
};

export const sweepText = (sweep: Sweep, where: { readonly look: Look; readonly origin: StudyOrigin }): string => studyText(sweepHead(sweep), ofSweep(sweep), where);
export const paretoText = (pareto: Pareto, where: { readonly look: Look; readonly origin: StudyOrigin }): string => studyText(paretoHead(pareto), ofPareto(pareto), where);
