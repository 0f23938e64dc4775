/** What a run shows, in order: sections of tables, charts and words, as plain data that a page, an app or a file lays out. */
import { deliveredChart, hourChart, launchChainTable } from "./answer-charts.ts";
import { launchChart, learningChart, manifestChart } from "./build-charts.ts";
import { runwayChart } from "./capital-charts.ts";
import { cashChart, capacityChart, costChart, fleetChart, hourlyChart, lightChart, massChart, servedChart } from "./charts.ts";
import { figurePiece, foldedPiece, say, tablePiece, type Piece, type Section } from "./piece.ts";
import { realOptionCharts } from "./real-option-charts.ts";
import type { Finance } from "../finance/index.ts";
import type { Run } from "../run/index.ts";
import {
  siteDetailTables, siteFlightTables, siteTables, alternativeTables, assumptionTable, balanceTable, boundaryTable, capitalDetailTables, capitalTables, delayTables, earnedTable, measureTables, partTable, powerTable, statementTable, statementYearTable, variantTables, buildTable, claimTables, classTable, costTable, dealDetailTables, dealTables, energyTable, fleetEnergyTable, fleetTable, flightTable, footprintTables, formationTable, lifeTable, linkTables, marketTables, marketYearTables, moneyTable, optionTable, ORIGIN_TEXT, ORIGINS, planYearTable, radiationTables, realOptionTables, replanTables, swarmTable,
  imageTables, jobDetailTables, jobTables, platformTable, reachDetailTables, reachTables, replayTable, servingTables, tokenPriceTables, scarcityTable, shadowQuarterTable, shadowTable, stationTable, storageTables, supplyTables, twinTables, uncertainTables, wayTables, workedTables,
} from "./tables/index.ts";
import { allNotes, buildOutShows, hasCost, planHolds } from "./verdict.ts";

const costSection = (run: Run): Section | null => {
  const { finance } = run;
  if (!finance || !hasCost(finance)) return null;
  const chart = costChart(finance);
  return {
    id: "cost", title: "Cost of compute",
    body: [
      tablePiece(costTable(finance)), ...[...tokenPriceTables(run.serving), ...imageTables(run.reach, run.imagePrices)].map((table) => tablePiece(table)), ...(chart ? [figurePiece(chart)] : []), ...walks(run, finance), ...(planHolds(run) ? [tablePiece(scarcityTable(finance))] : []), tablePiece(boundaryTable(finance)),
      ...(finance.options.length === 0 ? [] : [tablePiece(optionTable(finance))]), ...workedTables(finance).map(tablePiece), ...variantTables(finance).map(tablePiece), ...(finance.power.length === 0 ? [] : [tablePiece(powerTable(finance))]),
    ],
  };
};

/** From nominal to delivered, and from a launch price to an hour's cost. */
const walks = ({ sizing, flight, plan }: Run, finance: Finance): readonly Piece[] => {
  const platform = sizing?.platform ?? null;
  const summary = flight?.summary ?? null;
  const chain = plan === null ? null : launchChainTable(finance, plan);
  const hour = hourChart(finance);
  return [
    ...(platform === null || summary === null ? [] : [figurePiece(deliveredChart(platform, summary))]),
    ...(chain === null ? [] : [tablePiece(chain)]),
    ...(hour === null ? [] : [figurePiece(hour)]),
  ];
};

const platformSection = ({ sizing, plan }: Run): Section | null => {
  if (!sizing || (!sizing.platform && sizing.status === "feasible")) return null;
  const platform = sizing.platform;
  const body = platform
    ? [say(`What binds: ${platform.binds}`), tablePiece(platformTable(platform, plan)), figurePiece(massChart(platform)), tablePiece(lifeTable(platform)), ...radiationTables(platform).map(tablePiece), ...storageTables(platform).map(tablePiece), ...(platform.formation === null ? [] : [tablePiece(formationTable(platform.formation))]), ...(sizing.swarm === null ? [] : [tablePiece(swarmTable(sizing.swarm))])]
    : [say("The platform does not close, and nothing of it could be computed.")];
  return { id: "platform", title: "Platform", body };
};

const sitesSection = ({ sizing }: Run): Section | null => {
  const tables = siteTables(sizing);
  return tables.length === 0 ? null : { id: "sites", title: "Sites on the ground", body: tables.map((table) => tablePiece(table)) };
};

const claimsSection = ({ sizing }: Run): Section | null => {
  const tables = claimTables(sizing?.claims ?? null);
  return tables.length === 0 ? null : { id: "claims", title: "Published claims", body: tables.map(tablePiece) };
};

const flightSection = ({ flight }: Run): Section | null =>
  flight?.summary
    ? { id: "flight", title: "The flown period", body: [tablePiece(flightTable(flight.summary)), figurePiece(lightChart(flight.summary)), tablePiece(energyTable(flight.summary)), tablePiece(stationTable(flight.summary))] }
    : null;

const siteFlightSection = ({ flight }: Run): Section | null =>
  flight === null || flight.sites.length === 0 ? null : { id: "site-years", title: "The flown year on the ground", body: [...siteFlightTables(flight.sites), ...siteDetailTables(flight.sites)].map((table) => tablePiece(table)) };

const fleetSection = ({ flight }: Run): Section | null => {
  if (!flight?.fleet) return null;
  const chart = fleetChart(flight.fleet);
  return { id: "fleet", title: "The fleet", body: [tablePiece(fleetTable(flight.fleet)), ...(chart ? [figurePiece(chart)] : []), tablePiece(fleetEnergyTable(flight.fleet))] };
};

const serviceSection = ({ service, serving, reach }: Run): Section | null =>
  service && service.classes.length > 0
    ? { id: "service", title: "Service", body: [tablePiece(classTable(service)), ...[...servingTables(serving), ...reachTables(reach), ...reachDetailTables(reach), ...linkTables(service)].map((table) => tablePiece(table)), ...(service.replay === null ? [] : [figurePiece(hourlyChart(service.replay)), tablePiece(replayTable(service.replay))]), ...[...jobTables(service.simulated), ...jobDetailTables(service.simulated)].map((table) => tablePiece(table))] }
    : null;

const planSection = (run: Run): Section | null => {
  const { plan } = run;
  return plan && buildOutShows(run)
    ? { id: "plan", title: "Build-out", body: [
      tablePiece(planYearTable(plan)), ...supplyTables(plan).map(tablePiece), ...[...twinTables(plan), ...alternativeTables(plan)].map(tablePiece), figurePiece(manifestChart(plan)), figurePiece(capacityChart(plan)), figurePiece(servedChart(plan)),
      ...[launchChart(plan), learningChart(plan)].filter((chart) => chart !== null).map(figurePiece),
      foldedPiece(buildTable(plan)), tablePiece(shadowTable(plan)), ...(plan.shadowPrices.length === 0 ? [] : [foldedPiece(shadowQuarterTable(plan))]), ...uncertainTables(run.uncertain).map(tablePiece), ...replanTables(run.replan, plan).map(tablePiece),
    ] }
    : null;
};

const marketSection = (run: Run): Section | null => {
  const tables = marketTables(run);
  return tables.length === 0 ? null : { id: "market", title: "Actors, market and gates", body: [...tables.map(tablePiece), ...marketYearTables(run).map(foldedPiece)] };
};

const statementBody = (finance: Finance): readonly Piece[] => {
  const { statement } = finance;
  if (statement === null) return [];
  return [...measureTables(finance).map(tablePiece), tablePiece(statementYearTable(statement)), tablePiece(earnedTable(statement)), foldedPiece(partTable(statement)), foldedPiece(statementTable(statement))];
};

const moneySection = (run: Run): Section | null => {
  const { finance, plan } = run;
  return finance && plan && planHolds(run) ? { id: "money", title: "Money", body: [tablePiece(moneyTable(finance, plan)), figurePiece(cashChart(finance)), ...statementBody(finance), ...delayTables(finance).map(tablePiece)] } : null;
};

const capitalSection = ({ finance }: Run): Section | null => {
  const funding = finance?.funding ?? null;
  if (funding === null) return null;
  return { id: "capital", title: "Who pays", body: [...capitalTables(funding).map(tablePiece), figurePiece(runwayChart(funding)), ...capitalDetailTables(funding).map(tablePiece), foldedPiece(balanceTable(funding))] };
};

const dealSection = (run: Run): Section | null => {
  const tables = [...dealTables(run), ...wayTables(run), ...dealDetailTables(run)];
  return tables.length === 0 ? null : { id: "deals", title: "Deals", body: tables.map(tablePiece) };
};

const realOptionSection = ({ realOptions }: Run): Section | null => {
  const tables = realOptionTables(realOptions);
  return tables.length === 0 ? null : { id: "options", title: "What can be decided later", body: [...tables.slice(0, 2).map(tablePiece), ...realOptionCharts(realOptions).map(figurePiece), ...tables.slice(2).map(tablePiece)] };
};

const footprintSection = ({ footprint }: Run): Section | null => {
  const tables = footprintTables(footprint);
  return tables.length === 0 ? null : { id: "footprint", title: "Carbon, water and sky", body: tables.map(tablePiece) };
};

const assumptionSection = ({ scenario }: Run): Section => {
  const tables = ORIGINS.map((origin) => ({ origin, table: assumptionTable(scenario.assumptions, origin) })).filter(({ table }) => table.rows.length > 0);
  return {
    id: "assumptions", title: "Assumptions",
    body: [
      say("Every number that went in, with its bounds where somebody published them, its source, its date and what kind of evidence it is."),
      { kind: "jumps", to: tables.map(({ origin, table }) => ({ id: `assumptions-${origin}`, text: `${ORIGIN_TEXT[origin]} (${table.rows.length})` })) },
      ...tables.map(({ origin, table }): Piece => ({ kind: "table", table, folded: false, anchor: `assumptions-${origin}` })),
    ],
  };
};

const noteSection = (run: Run): Section | null => {
  const notes = allNotes(run);
  return notes.length === 0 ? null : { id: "notes", title: "Notes", body: [{ kind: "list", items: notes }] };
};

const originSection = (run: Run): Section => ({
  id: "reproduce", title: "How to reproduce",
  body: [
    say("The same scenario, seed and version give the same bytes."),
    { kind: "code", text: `npx dawndusk@${run.dawndusk} run scenario.yaml --out report` },
    { kind: "facts", facts: [["version", run.dawndusk], ["model", run.modelVersion], ["scenario hash", run.scenarioHash], ["seed", String(run.seed)]] },
  ],
});

/** The sections of a run, as far as it went: those with nothing to show are left out. */
export const runSections = (run: Run): readonly Section[] =>
  [costSection(run), platformSection(run), sitesSection(run), claimsSection(run), flightSection(run), fleetSection(run), siteFlightSection(run), serviceSection(run), planSection(run), marketSection(run), moneySection(run), capitalSection(run), dealSection(run), realOptionSection(run), footprintSection(run), assumptionSection(run), noteSection(run), originSection(run)].filter((s) => s !== null);
