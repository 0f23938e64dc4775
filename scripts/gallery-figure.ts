/** The one figure that the gallery shows of an example: the chart that its question is about. */
import type { Deals } from "../src/deals/index.ts";
import { capacityChart, costChart, fleetChart, launchChart, learningChart, lightChart, manifestChart, massChart, numberColumn, realOptionCharts, runwayChart, servedChart, wordColumn, type BarChart, type Chart, type Table, type TimeChart } from "../src/report/index.ts";
import type { Run } from "../src/run/index.ts";
import type { ClaimsSizing } from "../src/size/index.ts";
import { formatQuarter } from "../src/units/index.ts";

/** Charts by the name that CHOICE uses; null where a run has none. */
const CHARTS: Readonly<Record<string, (run: Run) => Chart | null | undefined>> = {
  cost: ({ finance }) => finance && costChart(finance),
  mass: ({ sizing }) => sizing?.platform && massChart(sizing.platform),
  light: ({ flight }) => flight?.summary && lightChart(flight.summary),
  fleet: ({ flight }) => flight?.fleet && fleetChart(flight.fleet),
  capacity: ({ plan }) => plan && capacityChart(plan),
  served: ({ plan }) => plan && servedChart(plan),
  launches: ({ plan }) => plan && launchChart(plan),
  learning: ({ plan }) => plan && learningChart(plan),
  manifest: ({ plan }) => plan && manifestChart(plan),
  runway: ({ finance }) => finance?.funding && runwayChart(finance.funding),
  option: ({ realOptions }) => realOptionCharts(realOptions)[0],
  claims: ({ sizing }) => sizing?.claims && claimsChart(sizing.claims),
  votes: ({ deals }) => deals && votesChart(deals),
  exits: ({ deals }) => deals && exitsChart(deals),
  shells: ({ flight }) => flight?.fleet && shellsChart(flight.fleet),
};

const CHOICE: Readonly<Record<string, string>> = {
  "abilene-only": "served", "ai1-as-filed": "claims", "batch-24h-in-orbit": "light", "dawn-and-dusk": "fleet", "dyson-swarm": "mass", "exit-waterfall": "exits", "filed-million": "shells",
  "forty-megawatts-in-one-launch": "claims", "gigawatt-by-2035": "capacity", "l1-and-swarm": "mass", "longshot-supplies": "manifest", "new-glenn-first": "manifest", "orbital-spv": "runway",
  "own-the-rocket": "manifest", "rival-integrated-stack": "served", "starcloud-five-gigawatts": "claims", "starship-at-scale": "learning", "stoke-control": "votes", "talks-fail": "launches",
  "two-tier-financing": "runway", "wait-or-build": "option",
};

/** Throws where the run has no such chart. */
export const galleryFigure = (name: string, run: Run): Chart => {
  const choice = CHOICE[name] ?? "cost";
  const chart = CHARTS[choice]!(run);
  if (chart === null || chart === undefined) throw new Error(`${name}: a run of it has no chart "${choice}"`);
  return chart;
};

/** A relation that holds with 100 % or less; one of equals with exactly that. */
const claimsChart = ({ relations }: ClaimsSizing): BarChart => {
  const rows = relations.map(({ id, left, right }) => [id, (100 * left) / right] as const);
  return {
    kind: "bars", id: "chart-claims", title: "Claims against each other: the first over the second", unit: "%",
    description: "One bar a relation among the claims: its left side in per cent of its right side; red where it does not close.",
    table: tableOf("claims", ["relation", "%"], rows),
    bars: relations.map(({ id, closes }, i) => ({ name: id, parts: [{ name: closes ? "closes" : "does not close", value: rows[i]![1], hue: closes ? "orbit" : "unserved" }] })),
  };
};

const shellsChart = ({ satellites, shells }: { readonly satellites: number; readonly shells: readonly { readonly id: string; readonly lit_frac: number }[] }): BarChart => ({
  kind: "bars", id: "chart-shells", title: `Satellites in the Sun, shell by shell, share of the day: ${satellites.toLocaleString("en-US")} flown`, unit: "%",
  description: `One bar a shell: the share of its satellite-minutes in the Sun on the flown day, ${satellites.toLocaleString("en-US")} satellites taken alike from every plane.`,
  table: tableOf("shells", ["shell", "% of the day"], shells.map(({ id, lit_frac }) => [id, 100 * lit_frac])),
  bars: shells.map(({ id, lit_frac }) => ({ name: id, parts: [{ name: "in the Sun", value: 100 * lit_frac, hue: "ground" }] })),
});

const tableOf = (id: string, [what, unit]: readonly [string, string], rows: Table["rows"]): Table => ({ id, title: id, note: "", columns: [wordColumn(what), numberColumn("", unit)], rows });

const votesChart = ({ byQuarter }: Deals): TimeChart => {
  const rows = byQuarter.quarters.map((quarter, i) => [formatQuarter(quarter), 100 * byQuarter.votes_frac[i]!, 100 * byQuarter.diluted_frac[i]!] as const);
  const table: Table = { id: "votes", title: "votes", note: "", columns: [wordColumn("quarter"), numberColumn("votes of the buyer", "%"), numberColumn("its shares, fully diluted", "%")], rows };
  return {
    kind: "time", id: "chart-votes", title: "The way to control", table, unit: "%", fromZero: true,
    ticks: rows.flatMap(([quarter], at) => (quarter.endsWith("Q1") ? [{ at, label: quarter.slice(0, 4) }] : [])),
    description: "Two step lines by quarter: the buyer's share of votes and of fully diluted shares.",
    series: [{ column: 1, hue: "orbit", form: "step" }, { column: 2, hue: "ground", form: "step" }],
  };
};

const HUES = ["one", "two", "three", "four", "five", "six", "seven"] as const;

const exitsChart = ({ exits }: Deals): BarChart => {
  const holders = [...new Set(exits.flatMap(({ waterfall }) => waterfall.byHolder.map(({ holder }) => holder)))];
  const share = (exit: Deals["exits"][number], holder: string): number => (100 * (exit.waterfall.byHolder.find((one) => one.holder === holder)?.usd ?? 0)) / exit.waterfall.proceeds_usd;
  return {
    kind: "bars", id: "chart-exits", title: "Who gets what of each price", unit: "%",
    description: "Stacked bars, one a price: the share of each holder; what is missing to 100 % goes to debt.",
    table: { id: "exits", title: "exits", note: "", columns: [wordColumn("price"), ...holders.map((holder) => numberColumn(holder, "%"))], rows: exits.map((exit) => [exit.id, ...holders.map((holder) => share(exit, holder))]) },
    bars: exits.map((exit) => ({ name: `${exit.waterfall.proceeds_usd / 1e9} B$`, parts: holders.map((holder, i) => ({ name: holder, value: share(exit, holder), hue: HUES[i] ?? "rest" })) })),
  };
};
