/** A run for a terminal: the verdict with its boundary under it, then a table a stage. */
import type { Finance } from "../finance/index.ts";
import type { Run } from "../run/index.ts";
import { plainText } from "./format.ts";
import type { Table } from "./table.ts";
import {
  alternativeTables, boundaryTable, boundaryText, capitalDetailTables, capitalTables, delayTables, earnedTable, measureTables, powerTable, statementYearTable, variantTables, claimTables, classTable, costItemTable, costTable, dealDetailTables, dealTables, energyTable, fleetEnergyTable, fleetTable, flightTable, imageTables, lifeTable, linkTables, massTable, footprintTables, formationTable, marketTables, moneyTable, optionTable, planYearTable, jobDetailTables, jobTables, radiationTables, reachDetailTables, reachTables, realOptionTables, replanTables, swarmTable, platformTable,
  replayTable, scarcityTable, servingTables, shadowTable, siteDetailTables, siteFlightTables, siteTables, stationTable, storageTables, supplyTables, tokenPriceTables, twinTables, uncertainTables, workedTables, wayTables,
} from "./tables/index.ts";
import { textTable, wrapText } from "./text-table.ts";
import { allNotes, buildOutShows, hasCost, headline, planHolds } from "./verdict.ts";

/** How the terminal is: its width, and whether it shows colour. */
export interface Look {
  readonly width: number;
  readonly colour: boolean;
}

export type ReportedStage = "size" | "fly" | "serve" | "plan" | "finance";

/** SGR codes of ECMA-48: bold, dim, red. */
const CODES = { bold: 1, dim: 2, red: 31 } as const;
const painted = (text: string, code: keyof typeof CODES, look: Look): string => (look.colour ? `\u001b[${CODES[code]}m${text}\u001b[0m` : text);

const paragraph = (text: string, look: Look): string => wrapText(text, look.width).join("\n");
const hanging = (mark: string, text: string, look: Look): string =>
  wrapText(text, look.width - mark.length).map((line, i) => (i === 0 ? mark : " ".repeat(mark.length)) + line).join("\n");

const tableText = (table: Table, look: Look): string => {
  const note = table.note === "" ? [] : [painted(paragraph(table.note, look), "dim", look)];
  return [painted(table.title, "bold", look), ...textTable(table, look.width), ...note].join("\n");
};

const headText = (run: Run, look: Look): string => {
  const { feasible, text, why } = headline(run);
  return [
    painted(paragraph(run.scenario.name, look), "bold", look),
    painted(paragraph(text, look), feasible ? "bold" : "red", look),
    ...why.map((reason) => hanging("  - ", reason, look)),
  ].join("\n");
};

const boundaryLines = (finance: Finance, look: Look): string => {
  const { inside, outside } = boundaryText(finance);
  return [hanging("Inside the boundary: ", inside, look), hanging("Not inside:          ", outside, look)].join("\n");
};

/** The tables of one stage; none when the stage has nothing to show. */
const stageTables = (run: Run, stage: ReportedStage): readonly Table[] => {
  const { sizing, flight, service, plan, finance } = run;
  switch (stage) {
    case "size": return sizing?.platform ? [platformTable(sizing.platform, plan)] : [];
    case "fly": return [...(flight?.summary ? [flightTable(flight.summary), ...(flight.fleet ? [fleetTable(flight.fleet)] : [])] : []), ...siteFlightTables(flight?.sites ?? [])];
    case "serve": return service ? [classTable(service), ...servingTables(run.serving), ...reachTables(run.reach), ...jobTables(service.simulated)] : [];
    case "plan": return [...(plan && buildOutShows(run) ? [planYearTable(plan), ...supplyTables(plan), ...twinTables(plan), ...alternativeTables(plan)] : []), ...uncertainTables(run.uncertain), ...replanTables(run.replan, plan), ...(plan ? marketTables(run) : [])];
    case "finance": return [...(finance && plan && planHolds(run) ? [moneyTable(finance, plan)] : []), ...capitalTables(finance?.funding ?? null), ...realOptionTables(run.realOptions), ...footprintTables(run.footprint), ...dealTables(run), ...wayTables(run)];
  }
};

/** What the command of one stage shows beyond the table of a whole run. */
const detailTables = (run: Run, stage: ReportedStage): readonly Table[] => {
  const { sizing, flight, service, plan, finance } = run;
  switch (stage) {
    case "size": return [...claimTables(sizing?.claims ?? null), ...(sizing?.platform ? [massTable(sizing.platform), lifeTable(sizing.platform), ...radiationTables(sizing.platform), ...storageTables(sizing.platform), ...(sizing.platform.formation === null ? [] : [formationTable(sizing.platform.formation)]), ...(sizing.swarm === null ? [] : [swarmTable(sizing.swarm)])] : []), ...siteTables(sizing)];
    case "fly": return [...(flight?.summary ? [energyTable(flight.summary), stationTable(flight.summary), ...(flight.fleet ? [fleetEnergyTable(flight.fleet)] : [])] : []), ...siteDetailTables(flight?.sites ?? [])];
    case "serve": return service ? [...linkTables(service), ...reachDetailTables(run.reach), ...(run.finance === null ? imageTables(run.reach, null) : []), ...(service.replay === null ? [] : [replayTable(service.replay)]), ...jobDetailTables(service.simulated)] : [];
    case "plan": return plan && buildOutShows(run) ? [shadowTable(plan)] : [];
    case "finance": return [...(finance ? cashTables(run, finance) : []), ...(finance && hasCost(finance) ? [costItemTable(finance), boundaryTable(finance), optionTable(finance)] : []), ...workedTables(finance), ...capitalDetailTables(finance?.funding ?? null), ...dealDetailTables(run)];
  }
};

/** What the cash is worth, by year, and what waiting costs. */
const cashTables = (run: Run, finance: Finance): readonly Table[] => [
  ...(planHolds(run) && finance.statement !== null ? [...measureTables(finance), statementYearTable(finance.statement), earnedTable(finance.statement)] : []),
  ...delayTables(finance), ...variantTables(finance), ...(finance.power.length === 0 ? [] : [powerTable(finance)]),
];

const bindsLine = (run: Run, look: Look): readonly string[] =>
  run.sizing?.platform && run.finance !== null ? [hanging("What binds the platform: ", run.sizing.platform.binds, look)] : [];

const notesText = (run: Run, look: Look): readonly string[] => {
  const notes = allNotes(run);
  return notes.length === 0 ? [] : [[painted("Notes", "bold", look), ...notes.map((note) => hanging("  - ", note, look))].join("\n")];
};

const originText = (run: Run, look: Look): string =>
  painted(paragraph(`dawndusk ${run.dawndusk}, model ${run.modelVersion}, scenario ${plainText(run.scenarioHash)}, seed ${run.seed}`, look), "dim", look);

const costText = (run: Run, look: Look): readonly string[] => {
  const { finance } = run;
  if (!finance || !hasCost(finance)) return [];
  return [tableText(costTable(finance), look), ...[...tokenPriceTables(run.serving), ...imageTables(run.reach, run.imagePrices)].map((table) => tableText(table, look)), boundaryLines(finance, look), ...(planHolds(run) ? [tableText(scarcityTable(finance), look)] : [])];
};

const joined = (parts: readonly string[]): string => `${parts.join("\n\n")}\n`;

/** The whole run: verdict, cost with its boundary, and one table a stage. */
export const terminalReport = (run: Run, look: Look): string =>
  joined([
    headText(run, look),
    ...costText(run, look),
    ...bindsLine(run, look),
    ...(["size", "fly", "serve", "plan", "finance"] as const).flatMap((stage) => stageTables(run, stage)).map((table) => tableText(table, look)),
    ...notesText(run, look),
    originText(run, look),
  ]);

/** One stage in detail. */
export const stageReport = (run: Run, stage: ReportedStage, look: Look): string =>
  joined([
    headText(run, look),
    ...(stage === "finance" ? costText(run, look) : []),
    ...[...stageTables(run, stage), ...detailTables(run, stage)].map((table) => tableText(table, look)),
    ...notesText(run, look),
    originText(run, look),
  ]);
