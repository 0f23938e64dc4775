/** Deals: what happened in which order, who owns what, the way to control, exits, and the ways to have launches side by side. */
import type { DealExit, Deals, DealProblem, DealStep, Mix, ReachedThreshold } from "../../deals/index.ts";
import type { ControlOdds, DealWay, Run } from "../../run/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { formatFigure, formatPercent, scaleFor } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";

const percent = (frac: number): number => frac * 100;
const quarterText = (quarter: number | null): string => (quarter === null ? "never" : formatQuarter(quarter));
const nameIn = ({ holders }: Deals, id: string): string => holders.find((one) => one.id === id)?.name ?? id;

const problemTable = (id: string, title: string, problems: readonly DealProblem[]): readonly Table[] => (problems.length === 0 ? [] : [{
  id, title,
  columns: [wordColumn("where"), wordColumn("found"), wordColumn("expected"), wordColumn("what helps")],
  rows: problems.map(({ path, found, expected, hint }) => [path, found, expected, hint]),
  note: "",
}]);

const stepRow = (deals: Deals, step: DealStep): readonly Cell[] => {
  const own = step.table.owned.find(({ holder }) => holder === deals.buyer);
  return [
    formatQuarter(step.quarter), step.id, step.kind, step.pre_usd === null ? null : step.pre_usd / 1e6, step.post_usd === null ? null : step.post_usd / 1e6, step.price_usd,
    step.company_usd / 1e6, step.holders_usd / 1e6, step.buyer_usd / 1e6, percent(own?.votes_frac ?? 0), percent(own?.diluted_frac ?? 0), step.seatsOf === 0 ? "-" : `${step.seats} of ${step.seatsOf}`,
  ];
};

const stepTable = (deals: Deals): Table => ({
  id: "deal-steps",
  title: `Deals in ${deals.company}, and what ${nameIn(deals, deals.buyer)} has after each`,
  columns: [wordColumn("quarter"), wordColumn("deal"), wordColumn("kind"), numberColumn("pre-money", "M$"), numberColumn("post-money", "M$"), numberColumn("a share", "$"), numberColumn("to the company", "M$"), numberColumn("to holders", "M$"), numberColumn("paid by the buyer", "M$"), numberColumn("votes", "%"), numberColumn("fully diluted", "%"), wordColumn("board")],
  rows: deals.steps.map((step) => stepRow(deals, step)),
  note: "Dollars as they are paid; a share is counted on the common shares that it converts into.",
});

const ownerTable = (deals: Deals): readonly Table[] => {
  const last = deals.steps.at(-1);
  if (last === undefined) return [];
  const { table } = last;
  return [{
    id: "cap-table",
    title: `Who owns ${deals.company} after all deals`,
    columns: [wordColumn("holder"), numberColumn("issued", "million"), numberColumn("fully diluted", "million"), numberColumn("basic", "%"), numberColumn("fully diluted", "%"), numberColumn("votes", "%")],
    rows: [
      ...table.owned.map((one): readonly Cell[] => [nameIn(deals, one.holder), one.shares / 1e6, one.diluted / 1e6, percent(one.basic_frac), percent(one.diluted_frac), percent(one.votes_frac)]),
      ["options not granted", null, table.pool.shares / 1e6, null, percent(table.pool.diluted_frac), null],
      ["all", table.total.shares / 1e6, table.total.diluted / 1e6, 100, 100, 100],
    ],
    note: "Shares as converted into common. Fully diluted: with options, warrants, the pool, and SAFEs and notes at their caps.",
  }];
};

const reachedText = ({ reached_quarter: quarter, event, kept }: ReachedThreshold): string => (quarter === null ? "never" : `${formatQuarter(quarter)} by ${event}${kept ? "" : ", lost again"}`);

const mixText = (mix: Mix | null): string => {
  if (mix === null) return "nothing is for sale";
  if (mix.status === "reached") return "-";
  const buys = mix.buys.map(({ offer, usd }) => `${offer} ${formatFigure(usd / 1e6)} M$`).join(", ");
  return mix.status === "to buy" ? buys : `out of reach: ${formatFigure(percent(mix.votes_frac))} % with ${buys === "" ? "nothing" : buys}`;
};

const thresholdTable = (deals: Deals): Table => ({
  id: "control",
  title: `The way to control of ${deals.company}`,
  columns: [wordColumn("votes"), wordColumn("reached"), wordColumn("counts from"), numberColumn("paid until then", "M$"), numberColumn("of that to holders", "M$"), numberColumn("a vote", "$"), numberColumn("above the last round", "%"), numberColumn("paid before it counts", "M$"), numberColumn("votes to buy of others", "million"), wordColumn("cheapest mix left")],
  rows: deals.thresholds.map((one): readonly Cell[] => [
    one.name, reachedText(one), quarterText(one.kept ? one.counts_quarter : null), one.paid_usd / 1e6, one.ofThatSecondary_usd / 1e6, one.perVote_usd, one.premium_frac === null ? null : percent(one.premium_frac), one.atRisk_usd / 1e6, one.lacking_votes / 1e6, mixText(one.mix),
  ]),
  note: `${deals.approvals.length === 0 ? "No approval is asked for." : `It counts from the approvals: ${deals.approvals.map(({ id, quarter }) => `${id} ${quarterText(quarter)}`).join(", ")}.`} What was paid before is lost in control, not in shares, should the rest not come. Votes to buy of others: what new shares alone do not bring by the end.`,
});

const exitTable = (deals: Deals): readonly Table[] => {
  if (deals.exits.length === 0) return [];
  const holders = [...new Set(deals.exits.flatMap(({ waterfall }) => waterfall.byHolder.map(({ holder }) => holder)))];
  const scale = scaleFor(Math.max(...deals.exits.map(({ waterfall }) => waterfall.proceeds_usd)), "$");
  const row = ({ id, quarter, waterfall }: DealExit): readonly Cell[] => [
    id, formatQuarter(quarter), waterfall.proceeds_usd / scale.divisor, waterfall.debt_usd / scale.divisor,
    ...holders.map((holder) => (waterfall.byHolder.find((one) => one.holder === holder)?.usd ?? 0) / scale.divisor), waterfall.perShare_usd, waterfall.unpaid_usd / scale.divisor,
  ];
  return [{
    id: "exits",
    title: "What an exit pays to whom",
    columns: [wordColumn("exit"), wordColumn("in"), numberColumn("proceeds", scale.unit), numberColumn("debt", scale.unit), ...holders.map((holder) => numberColumn(nameIn(deals, holder), scale.unit)), numberColumn("a common share", "$"), numberColumn("preferences unpaid", scale.unit)],
    rows: deals.exits.map(row),
    note: "Each exit by itself. Every holder takes its preference or converts, whichever pays it more when all others do the same; options are exercised where they pay.",
  }];
};

const decisionTable = (deals: Deals): readonly Table[] => deals.exits.slice(-1).map((exit) => ({
  id: "breakpoints",
  title: `Proceeds at which something changes in ${formatQuarter(exit.quarter)}`,
  columns: [numberColumn("proceeds", "M$"), wordColumn("what")],
  rows: exit.breakpoints.map(({ proceeds_usd, what }) => [proceeds_usd / 1e6, what]),
  note: "Between two of them each holder's money is a straight line of the proceeds.",
}));

const oddsTable = (odds: ControlOdds | null): readonly Table[] => (odds === null ? [] : [{
  id: "control-odds",
  title: "How sure control is",
  columns: [wordColumn("one in ten by"), wordColumn("half by"), wordColumn("nine in ten by"), numberColumn("never", "%"), numberColumn("paid before it, mean", "M$"), numberColumn("paid where it never comes", "M$")],
  rows: [[quarterText(odds.p10_quarter), quarterText(odds.p50_quarter), quarterText(odds.p90_quarter), percent(odds.never_frac), odds.atRisk_usd / 1e6, odds.lost_usd === null ? null : odds.lost_usd / 1e6]],
  note: `${odds.draws} draws of the gates that milestones and approvals wait for, each by the scenario's seed; dollars as they are paid.`,
}]);

/** Deals in short; none where there are none. */
export const dealTables = ({ deals, controlOdds }: Pick<Run, "deals" | "controlOdds">): readonly Table[] => (deals === null ? [] : [
  ...problemTable("deals-refused", "The deals cannot be done as they are written", deals.why),
  ...problemTable("deals-explained", "What the deals do not do", deals.explained),
  thresholdTable(deals), ...oddsTable(controlOdds), ...exitTable(deals),
]);

/** Deals step by step. */
export const dealDetailTables = ({ deals }: Pick<Run, "deals">): readonly Table[] => (deals === null ? [] : [stepTable(deals), ...ownerTable(deals), ...decisionTable(deals)]);

const WORDS: Readonly<Record<DealWay["way"], string>> = { customer: "stay a customer", partner: "partner", buy: "buy control", build: "build one's own" };

/** What the row of who buys leaves out: money that stays in the company, and the other owners. */
const notCountedText = ({ steps, byQuarter, control_quarter: control }: Deals): string => {
  const owned = control === null ? undefined : byQuarter.diluted_frac[byQuarter.quarters.indexOf(control)];
  if (owned === undefined) return "";
  const paidIn_usd = steps.reduce((sum, step) => (step.holders_usd === 0 ? sum + step.buyer_usd : sum), 0);
  return ` Not counted for who buys control: ${formatFigure(paidIn_usd / 1e6)} M$ of what is paid goes into the company, which can pay its fixed cost of it (${formatFigure((paidIn_usd * owned) / 1e6)} M$ are the buyer's by its share, if none is spent by then); and ${formatPercent(1 - owned)} of what the company earns and loses is other owners', though all of it stands here.`;
};

/** Buy, partner, build and stay a customer; none where nobody asked. */
export const wayTables = ({ ways, deals }: Pick<Run, "ways" | "deals">): readonly Table[] => {
  if (ways === null || ways.length === 0) return [];
  const scale = scaleFor(Math.max(...ways.map(({ npv_usd }) => Math.abs(npv_usd ?? 0)), ...ways.map(({ stake_usd }) => stake_usd)), "$");
  const money = (usd: number | null): number | null => (usd === null ? null : usd / scale.divisor);
  return [{
    id: "ways",
    title: `Ways to have launches of ${deals?.vehicle ?? "the vehicle"}, on the same plan`,
    columns: [wordColumn("way"), numberColumn("net present value", scale.unit), numberColumn("above a customer's", scale.unit), wordColumn("own terms from"), numberColumn("stake or development", scale.unit), numberColumn("paid before that", scale.unit), numberColumn("launches on offer", ""), numberColumn("more than a customer", ""), wordColumn("first in"), numberColumn("flown", ""), numberColumn("not served", "%")],
    rows: ways.map((one): readonly Cell[] => [
      one.status === "infeasible" ? `${WORDS[one.way]}: infeasible` : WORDS[one.way], money(one.npv_usd), money(one.gained_usd), one.way === "customer" ? "-" : quarterText(one.from_quarter), money(one.stake_usd), money(one.atRisk_usd),
      one.launches, one.launchesGained, one.firstLaunch_quarter === null ? "never" : formatQuarter(one.firstLaunch_quarter), one.flown, one.unserved_frac === null ? null : percent(one.unserved_frac),
    ]),
    note: `The same demand, sites and platforms under each. Real dollars of the price year; the stake is written off in a straight line, and what is left of it at the end of the horizon counts for the owner. Launches over the horizon.${deals === null ? "" : notCountedText(deals)}`,
  }];
};
