/** A run as one self-contained page: no request leaves it and no script runs in it. */
import { launchChart, learningChart, manifestChart } from "./build-charts.ts";
import { cashChart, capacityChart, costChart, fleetChart, hourlyChart, lightChart, massChart, servedChart } from "./charts.ts";
import { formatFigure, formatPercent, formatScaled } from "./format.ts";
import { foldedTable, htmlFigure, htmlTable } from "./html-table.ts";
import { el, type Markup } from "./markup.ts";
import { runwayChart } from "./capital-charts.ts";
import { realOptionCharts } from "./real-option-charts.ts";
import { pageText } from "./page.ts";
import type { Finance } from "../finance/index.ts";
import type { Flight } from "../fly/index.ts";
import type { Run } from "../run/index.ts";
import {
  siteDetailTables, siteFlightTables, siteTables, alternativeTables, assumptionTable, balanceTable, boundaryTable, boundaryText, capitalDetailTables, capitalTables, delayTables, earnedTable, measureTables, partTable, powerTable, statementTable, statementYearTable, variantTables, buildTable, claimTables, classTable, costTable, dealDetailTables, dealTables, energyTable, fleetEnergyTable, fleetTable, flightTable, footprintTables, formationTable, lifeTable, linkTables, marketTables, marketYearTables, moneyTable, optionTable, ORIGIN_TEXT, ORIGINS, planYearTable, radiationTables, realOptionTables, replanTables, swarmTable,
  imageTables, jobDetailTables, jobTables, platformTable, reachDetailTables, reachTables, replayTable, servingTables, tokenPriceTables, scarcityTable, shadowQuarterTable, shadowTable, stationTable, storageTables, supplyTables, twinTables, uncertainTables, wayTables, workedTables,
} from "./tables/index.ts";
import { allNotes, buildOutShows, hasCost, headline, planHolds } from "./verdict.ts";

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: readonly Markup[];
}

const paragraph = (text: string): Markup => el("p", {}, text);

const verdictBox = (run: Run): Markup => {
  const { feasible, text, why } = headline(run);
  const boundary = run.finance && hasCost(run.finance) ? boundaryText(run.finance) : null;
  const rows = boundary ? [el("dt", {}, "Inside the boundary"), el("dd", {}, boundary.inside), el("dt", {}, "Not inside"), el("dd", {}, boundary.outside)] : [];
  return el(
    "div",
    { class: feasible ? "verdict" : "verdict no" },
    el("p", { class: "say" }, text),
    ...(why.length === 0 ? [] : [el("ul", {}, ...why.map((reason) => el("li", {}, reason)))]),
    ...(rows.length === 0 ? [] : [el("dl", {}, ...rows)]),
  );
};

const tile = (what: string, much: string, more: string): Markup =>
  el("li", {}, el("span", { class: "what" }, what), el("span", { class: "much" }, much), el("span", { class: "more" }, more));

const moneyTiles = (run: Run): readonly Markup[] => {
  const { finance } = run;
  if (!finance) return [];
  const breakEven = finance.verdict.breakEvenLaunch_usd_per_kg;
  return [
    ...(finance.ground ? [tile("Ground", `${formatFigure(finance.ground.usd_per_GPU_h)} $/GPU-h`, `${formatFigure(finance.ground.usd_per_kW_yr)} $/kW-yr, ${finance.ground.option}`)] : []),
    ...(finance.orbit ? [tile("Orbit", `${formatFigure(finance.orbit.usd_per_GPU_h)} $/GPU-h`, `${formatFigure(finance.orbit.usd_per_kW_yr)} $/kW-yr, ${finance.orbit.option}`)] : []),
    ...(finance.ground && finance.orbit ? [tile("Break-even launch", breakEven === null ? "none" : `${formatFigure(breakEven)} $/kg`, breakEven === null ? "no launch price makes the two equal" : "all else as it is")] : []),
    ...(planHolds(run) ? [tile("Net present value", formatScaled(finance.cash.npv_usd, "$"), `real ${finance.priceYear} dollars`)] : []),
  ];
};

const deliveredTile = ({ summary, fleet, delivered }: Flight): readonly Markup[] => {
  if (!summary || !delivered) return [];
  const more = fleet && delivered.origin === "fleet" ? `by the fleet, at least ${formatPercent(fleet.leastDelivered_frac)} at any minute` : `${formatPercent(summary.worstDayDelivered_frac)} on the worst day`;
  return [tile("Delivered in flight", formatPercent(delivered.delivered_frac), more)];
};

const machineTiles = ({ sizing, flight }: Run): readonly Markup[] => [
  ...(sizing?.platform ? [tile("One platform", formatScaled(sizing.platform.mass.wet_kg, "kg"), `${formatFigure(sizing.platform.itMass_kg_per_kW)} kg per kW of IT`)] : []),
  ...(flight ? deliveredTile(flight) : []),
];

const tiles = (run: Run): readonly Markup[] => {
  const all = [...moneyTiles(run), ...machineTiles(run)];
  return all.length === 0 ? [] : [el("ul", { class: "tiles" }, ...all)];
};

const costSection = (run: Run): Section | null => {
  const { finance } = run;
  if (!finance || !hasCost(finance)) return null;
  const chart = costChart(finance);
  return {
    id: "cost", title: "Cost of compute",
    body: [
      htmlTable(costTable(finance)), ...[...tokenPriceTables(run.serving), ...imageTables(run.reach, run.imagePrices)].map((table) => htmlTable(table)), ...(chart ? [htmlFigure(chart)] : []), ...(planHolds(run) ? [htmlTable(scarcityTable(finance))] : []), htmlTable(boundaryTable(finance)),
      ...(finance.options.length === 0 ? [] : [htmlTable(optionTable(finance))]), ...workedTables(finance).map(htmlTable), ...variantTables(finance).map(htmlTable), ...(finance.power.length === 0 ? [] : [htmlTable(powerTable(finance))]),
    ],
  };
};

const platformSection = ({ sizing, plan }: Run): Section | null => {
  if (!sizing || (!sizing.platform && sizing.status === "feasible")) return null;
  const platform = sizing.platform;
  const body = platform
    ? [paragraph(`What binds: ${platform.binds}`), htmlTable(platformTable(platform, plan)), htmlFigure(massChart(platform)), htmlTable(lifeTable(platform)), ...radiationTables(platform).map(htmlTable), ...storageTables(platform).map(htmlTable), ...(platform.formation === null ? [] : [htmlTable(formationTable(platform.formation))]), ...(sizing.swarm === null ? [] : [htmlTable(swarmTable(sizing.swarm))])]
    : [paragraph("The platform does not close, and nothing of it could be computed.")];
  return { id: "platform", title: "Platform", body };
};

const sitesSection = ({ sizing }: Run): Section | null => {
  const tables = siteTables(sizing);
  return tables.length === 0 ? null : { id: "sites", title: "Sites on the ground", body: tables.map((table) => htmlTable(table)) };
};

const claimsSection = ({ sizing }: Run): Section | null => {
  const tables = claimTables(sizing?.claims ?? null);
  return tables.length === 0 ? null : { id: "claims", title: "Published claims", body: tables.map(htmlTable) };
};

const flightSection = ({ flight }: Run): Section | null =>
  flight?.summary
    ? { id: "flight", title: "The flown period", body: [htmlTable(flightTable(flight.summary)), htmlFigure(lightChart(flight.summary)), htmlTable(energyTable(flight.summary)), htmlTable(stationTable(flight.summary))] }
    : null;

const siteFlightSection = ({ flight }: Run): Section | null =>
  flight === null || flight.sites.length === 0 ? null : { id: "site-years", title: "The flown year on the ground", body: [...siteFlightTables(flight.sites), ...siteDetailTables(flight.sites)].map((table) => htmlTable(table)) };

const fleetSection = ({ flight }: Run): Section | null => {
  if (!flight?.fleet) return null;
  const chart = fleetChart(flight.fleet);
  return { id: "fleet", title: "The fleet", body: [htmlTable(fleetTable(flight.fleet)), ...(chart ? [htmlFigure(chart)] : []), htmlTable(fleetEnergyTable(flight.fleet))] };
};

const serviceSection = ({ service, serving, reach }: Run): Section | null =>
  service && service.classes.length > 0
    ? { id: "service", title: "Service", body: [htmlTable(classTable(service)), ...[...servingTables(serving), ...reachTables(reach), ...reachDetailTables(reach), ...linkTables(service)].map((table) => htmlTable(table)), htmlFigure(hourlyChart(service)), htmlTable(replayTable(service)), ...[...jobTables(service.simulated), ...jobDetailTables(service.simulated)].map((table) => htmlTable(table))] }
    : null;

const planSection = (run: Run): Section | null => {
  const { plan } = run;
  return plan && buildOutShows(run)
    ? { id: "plan", title: "Build-out", body: [
      htmlTable(planYearTable(plan)), ...supplyTables(plan).map(htmlTable), ...[...twinTables(plan), ...alternativeTables(plan)].map(htmlTable), htmlFigure(manifestChart(plan)), htmlFigure(capacityChart(plan)), htmlFigure(servedChart(plan)),
      ...[launchChart(plan), learningChart(plan)].filter((chart) => chart !== null).map(htmlFigure),
      foldedTable(buildTable(plan)), htmlTable(shadowTable(plan)), ...(plan.shadowPrices.length === 0 ? [] : [foldedTable(shadowQuarterTable(plan))]), ...uncertainTables(run.uncertain).map(htmlTable), ...replanTables(run.replan, plan).map(htmlTable),
    ] }
    : null;
};

const marketSection = (run: Run): Section | null => {
  const tables = marketTables(run);
  return tables.length === 0 ? null : { id: "market", title: "Actors, market and gates", body: [...tables.map(htmlTable), ...marketYearTables(run).map(foldedTable)] };
};

const statementBody = (finance: Finance): readonly Markup[] => {
  const { statement } = finance;
  if (statement === null) return [];
  return [...measureTables(finance).map(htmlTable), htmlTable(statementYearTable(statement)), htmlTable(earnedTable(statement)), foldedTable(partTable(statement)), foldedTable(statementTable(statement))];
};

const moneySection = (run: Run): Section | null => {
  const { finance, plan } = run;
  return finance && plan && planHolds(run) ? { id: "money", title: "Money", body: [htmlTable(moneyTable(finance, plan)), htmlFigure(cashChart(finance)), ...statementBody(finance), ...delayTables(finance).map(htmlTable)] } : null;
};

const capitalSection = ({ finance }: Run): Section | null => {
  const funding = finance?.funding ?? null;
  if (funding === null) return null;
  return { id: "capital", title: "Who pays", body: [...capitalTables(funding).map(htmlTable), htmlFigure(runwayChart(funding)), ...capitalDetailTables(funding).map(htmlTable), foldedTable(balanceTable(funding))] };
};

const dealSection = (run: Run): Section | null => {
  const tables = [...dealTables(run), ...wayTables(run), ...dealDetailTables(run)];
  return tables.length === 0 ? null : { id: "deals", title: "Deals", body: tables.map(htmlTable) };
};

const realOptionSection = ({ realOptions }: Run): Section | null => {
  const tables = realOptionTables(realOptions);
  return tables.length === 0 ? null : { id: "options", title: "What can be decided later", body: [...tables.slice(0, 2).map(htmlTable), ...realOptionCharts(realOptions).map(htmlFigure), ...tables.slice(2).map(htmlTable)] };
};

const footprintSection = ({ footprint }: Run): Section | null => {
  const tables = footprintTables(footprint);
  return tables.length === 0 ? null : { id: "footprint", title: "Carbon, water and sky", body: tables.map(htmlTable) };
};

const assumptionSection = ({ scenario }: Run): Section => {
  const tables = ORIGINS.map((origin) => ({ origin, table: assumptionTable(scenario.assumptions, origin) })).filter(({ table }) => table.rows.length > 0);
  const jumps = tables.map(({ origin, table }) => el("li", {}, el("a", { href: `#assumptions-${origin}` }, `${ORIGIN_TEXT[origin]} (${table.rows.length})`)));
  return {
    id: "assumptions", title: "Assumptions",
    body: [
      paragraph("Every number that went in, with its bounds where somebody published them, its source, its date and what kind of evidence it is."),
      el("ul", { class: "jump" }, ...jumps),
      ...tables.map(({ origin, table }) => el("div", { id: `assumptions-${origin}` }, htmlTable(table))),
    ],
  };
};

const noteSection = (run: Run): Section | null => {
  const notes = allNotes(run);
  return notes.length === 0 ? null : { id: "notes", title: "Notes", body: [el("ul", {}, ...notes.map((note) => el("li", {}, note)))] };
};

const originSection = (run: Run): Section => ({
  id: "reproduce", title: "How to reproduce",
  body: [
    paragraph("The same scenario, seed and version give the same bytes."),
    el("pre", {}, `npx dawndusk@${run.dawndusk} run scenario.yaml --out report`),
    el("table", { class: "facts" }, el("tbody", {}, ...([["version", run.dawndusk], ["model", run.modelVersion], ["scenario hash", run.scenarioHash], ["seed", String(run.seed)]] as const).map(([name, value]) => el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, value))))),
  ],
});

const sectionsOf = (run: Run): readonly Section[] =>
  [costSection(run), platformSection(run), sitesSection(run), claimsSection(run), flightSection(run), fleetSection(run), siteFlightSection(run), serviceSection(run), planSection(run), marketSection(run), moneySection(run), capitalSection(run), dealSection(run), realOptionSection(run), footprintSection(run), assumptionSection(run), noteSection(run), originSection(run)].filter((s) => s !== null);

const masthead = (run: Run): Markup =>
  el(
    "header",
    {},
    el("p", { class: "kicker" }, `Dawndusk ${run.dawndusk}: compute in orbit beside compute on the ground`),
    el("h1", {}, run.scenario.name),
    ...(run.scenario.note === "" ? [] : [paragraph(run.scenario.note)]),
    verdictBox(run),
    ...tiles(run),
  );

const sectionElement = ({ id, title, body }: Section): Markup => el("section", { id }, el("h2", {}, title), ...body);

/** The report of a run as the text of one HTML file. */
export const htmlReport = (run: Run): string => {
  const sections = sectionsOf(run);
  const nav = el("nav", { "aria-label": "Sections" }, el("ul", {}, ...sections.map(({ id, title }) => el("li", {}, el("a", { href: `#${id}` }, title)))));
  const footer = el("footer", {}, `dawndusk ${run.dawndusk}, model ${run.modelVersion}, scenario ${run.scenarioHash}, seed ${run.seed}`);
  return pageText({ title: `${run.scenario.name} - Dawndusk`, style: "" }, [masthead(run), nav, el("main", {}, ...sections.map(sectionElement)), footer]);
};
