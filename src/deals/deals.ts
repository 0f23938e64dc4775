/** `dealsOf`: what a scenario's deals come to: log, table, way to control, payments, exits. */
import type { Scenario } from "../scenario/index.ts";
import { formatQuarter, parseUtc } from "../units/index.ts";
import { agreementOf, dateOf, type Fields, type Never } from "./agreement-of.ts";
import type { Offered } from "./cheapest-mix.ts";
import { countsFor, thresholdsOf } from "./control.ts";
import type { Agreement, Paid } from "./deal-event.ts";
import type { DealExit, Deals, DealStep } from "./deals-record.ts";
import { enact, type History, type Stand } from "./enact.ts";
import { sumOf } from "./exact.ts";
import { explainedDilution, explainedExits, explainedTarget } from "./explain.ts";
import { stateOf } from "./log.ts";
import { approvalsOf, milestonesOf, type GateOutcomeLike } from "./milestones.ts";
import { breakpointsOf, claimsOf, waterfall } from "./waterfall.ts";

/** An agreement with its history: what an export writes. */
export interface Enacted {
  readonly agreement: Agreement;
  readonly history: History;
  readonly never: readonly Never[];
}

/** Enacts a scenario's deals; null where it has none. `outcomes` are those of the market's gates. */
export const enactDeals = (scenario: Scenario, outcomes: readonly GateOutcomeLike[]): Enacted | null => {
  if (scenario.deals === null) return null;
  const { agreement, never } = agreementOf(scenario.deals, milestonesOf(scenario, scenario.deals, outcomes));
  return { agreement, never, history: enact(agreement) };
};

/** All that follows from a scenario's deals; null where it has none. */
export const dealsOf = (scenario: Scenario, outcomes: readonly GateOutcomeLike[]): Deals | null => {
  const done = enactDeals(scenario, outcomes);
  const { deals } = scenario;
  if (deals === null || done === null) return null;
  const { history, never } = done;
  const approvals = approvalsOf(scenario, deals, outcomes);
  const offers = offersOf(deals, history);
  const thresholds = thresholdsOf({ buyer: deals.buyer, history, approvals, offers, quarterOf });
  const steps = history.stands.map((stand) => stepOf(deals, stand));
  const exits = exitsOf(deals, history);
  return {
    status: history.problem === null ? "agreed" : "refused",
    why: history.problem === null ? [] : [history.problem],
    explained: [...explainedTarget(deals, { history, thresholds, offers, approvals }), ...explainedDilution(history), ...explainedExits(deals, { exits, history })],
    company: deals.company, buyer: deals.buyer, vehicle: deals.vehicle, target: deals.target,
    holders: deals.holders.map(({ id, name }) => ({ id, name: name === "" ? id : name })),
    milestones: [...milestonesOf(scenario, deals, outcomes)].map(([id, quarter]) => ({ id, quarter })),
    approvals, steps, thresholds, exits,
    byQuarter: byQuarter(scenario, { buyer: deals.buyer, steps }),
    control_quarter: countsFor(thresholds, deals.target),
    boardMajority_quarter: boardMajority(deals),
    payments: paymentsOf(scenario, history.paid.filter(({ payer }) => payer === deals.buyer)),
    notes: notesOf(scenario, { history, never }),
  };
};

/** Quarter of a date of the log. */
export const quarterOf = (date: string): number => Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);

const dollars = (paid: readonly Paid[]): number => sumOf(paid.map(({ usd }) => usd)).toNumber();

const stepOf = (deals: Fields, { event, table, priced, paid }: Stand): DealStep => {
  const traded = paid.find(({ kind, shares }) => kind === "secondary" && shares.gt(0));
  return {
    id: event.id, kind: event.kind, quarter: quarterOf(event.date),
    pre_usd: priced === null ? null : priced.pre.toNumber(),
    post_usd: priced === null ? null : priced.post.toNumber(),
    price_usd: priced !== null ? priced.price.toNumber() : traded === undefined ? null : traded.usd.div(traded.shares).toNumber(),
    company_usd: dollars(paid.filter(({ payee }) => payee === null)),
    holders_usd: dollars(paid.filter(({ payee }) => payee !== null)),
    buyer_usd: dollars(paid.filter(({ payer }) => payer === deals.buyer)),
    ...seatsAt(deals, quarterOf(event.date)),
    table,
  };
};

/** The last word on each holder's seats until a quarter. */
const seatsAt = ({ board, buyer }: Fields, quarter: number): { readonly seats: number; readonly seatsOf: number } => {
  const last = new Map<string, number>();
  for (const { at_quarter: at, holder, seats } of board.toSorted((a, b) => a.at_quarter - b.at_quarter)) if (at <= quarter) last.set(holder, seats);
  return { seats: last.get(buyer) ?? 0, seatsOf: [...last.values()].reduce((a, b) => a + b, 0) };
};

const boardMajority = (deals: Fields): number | null => {
  const quarters = [...new Set(deals.board.map(({ at_quarter: at }) => at))].toSorted((a, b) => a - b);
  return quarters.find((quarter) => { const { seats, seatsOf } = seatsAt(deals, quarter); return seats * 2 > seatsOf; }) ?? null;
};

const byQuarter = ({ horizon }: Scenario, { buyer, steps }: { readonly buyer: string; readonly steps: readonly DealStep[] }): Deals["byQuarter"] => {
  const ends = steps.map(({ quarter }) => quarter);
  const from = Math.min(horizon.start_quarter, ...ends);
  const to = Math.max(horizon.start_quarter + Math.round(horizon.years_yr * 4) - 1, ...ends);
  const quarters = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const at = (quarter: number) => steps.findLast((step) => step.quarter <= quarter)?.table.owned.find(({ holder }) => holder === buyer);
  return {
    quarters,
    votes_frac: quarters.map((q) => at(q)?.votes_frac ?? 0),
    basic_frac: quarters.map((q) => at(q)?.basic_frac ?? 0),
    diluted_frac: quarters.map((q) => at(q)?.diluted_frac ?? 0),
    paid_usd: quarters.map((q) => steps.filter(({ quarter }) => quarter === q).reduce((sum, { buyer_usd }) => sum + buyer_usd, 0)),
  };
};

const paymentsOf = ({ money }: Scenario, paid: readonly Paid[]): Deals["payments"] => {
  const sums = new Map<number, number>();
  for (const one of paid) sums.set(quarterOf(one.date), (sums.get(quarterOf(one.date)) ?? 0) + one.usd.toNumber());
  return [...sums].toSorted(([a], [b]) => a - b).map(([quarter, usd]) => ({ quarter, usd, real_usd: usd / (1 + money.inflation_per_yr) ** ((quarter + 0.5) / 4 - (money.priceYear + 0.5)) }));
};

/** Offers at the last round's price and their premium; null where there is no such price. */
const offersOf = ({ forSale }: Fields, { stands }: History): readonly Offered[] | null => {
  const last = stands.at(-1)?.last;
  if (last === null || last === undefined) return null;
  return forSale.map((offer) => ({ ...offer, price_usd: last.toNumber() * (1 + offer.premium_frac) }));
};

const exitsOf = ({ exits }: Fields, { log }: History): readonly DealExit[] =>
  exits.map(({ id, at_quarter: quarter, proceeds_usd, debt_usd }) => {
    const date = dateOf(quarter);
    const claims = claimsOf(stateOf(log.filter((entry) => parseUtc(entry.date)! <= parseUtc(date)!)), date);
    return { id, quarter, waterfall: waterfall(claims, { proceeds_usd, debt_usd }), breakpoints: breakpointsOf(claims, debt_usd) };
  });

const notesOf = ({ money }: Scenario, { history, never }: { readonly history: History; readonly never: readonly Never[] }): readonly string[] => {
  const unpriced = history.stands.at(-1)?.table.unpriced ?? [];
  return [
    `Amounts of deals are dollars as they are paid; in the plan they are dollars of ${money.priceYear}.`,
    ...never.map(({ id, milestone }) => `deals: ${id} does not happen: its milestone ${milestone} is never reached.`),
    ...(unpriced.length === 0 ? [] : [`deals: ${unpriced.join(", ")} ${unpriced.length === 1 ? "has" : "have"} no cap: no shares before a round prices them, and in no share of the company.`]),
    ...history.stands.flatMap(({ event, paid }) => (event.kind === "call" && paid.length === 0 ? [`deals: ${event.id} buys nothing in ${formatQuarter(quarterOf(event.date))}: the votes are there already.`] : [])),
  ];
};
