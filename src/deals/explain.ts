/** Deals that can be done and do not do what was meant: said with what there is, what it takes, and what would help. */
import { formatNumber, formatQuarter } from "../units/index.ts";
import { dateOf, type Fields } from "./agreement-of.ts";
import type { Offered } from "./cheapest-mix.ts";
import type { ReachedThreshold } from "./control.ts";
import type { DealExit } from "./deals-record.ts";
import type { History } from "./enact.ts";
import { sumOf } from "./exact.ts";
import type { GateLike } from "./milestones.ts";
import type { DealProblem } from "./problem.ts";

interface Way {
  readonly history: History;
  readonly thresholds: readonly ReachedThreshold[];
  readonly offers: readonly Offered[] | null;
  readonly approvals: readonly GateLike[];
}

const percent = (frac: number): string => `${formatNumber(frac * 100)} %`;

/** The threshold that is control here, where it is never had. */
export const explainedTarget = (deals: Fields, { history, thresholds, offers, approvals }: Way): readonly DealProblem[] => {
  const target = thresholds.find(({ id }) => id === deals.target)!;
  const refused = approvals.filter(({ quarter }) => quarter === null).map(({ id }) => id);
  if (refused.length > 0) return [{ path: "deals.approvals", found: `${refused.join(", ")}: never given`, expected: "approval", hint: `without it ${target.name} of the votes is no control; what is paid stays paid` }];
  if (target.kept || history.problem !== null) return [];
  const votes = history.stands.at(-1)?.table.owned.find(({ holder }) => holder === deals.buyer)?.votes_frac ?? 0;
  const found = `${percent(votes)} of the votes after all deals`;
  if (target.mix === null) {
    const why = offers === null ? "no round gives what is for sale a price" : "nothing else is for sale";
    return [{ path: "deals.target", found: `${found}, and ${why}`, expected: `${target.name} of the votes`, hint: `${formatNumber(target.lacking_votes)} votes must be bought of other holders: add deals.purchases, tenders or calls, or offers to deals.forSale` }];
  }
  if (target.mix.status === "out of reach") return [{ path: "deals.target", found: `${percent(target.mix.votes_frac)} of the votes with all that is for sale`, expected: `${target.name} of the votes`, hint: "raise part or most of deals.forSale, or add offers of other holders" }];
  return [];
};

/** Exits that do not cover preferences, and deals that come after the last of them. */
export const explainedExits = (deals: Fields, { exits, history }: { readonly exits: readonly DealExit[]; readonly history: History }): readonly DealProblem[] => [
  ...exits.flatMap(({ id, waterfall }): readonly DealProblem[] => {
    if (waterfall.unpaid_usd === 0) return [];
    const due = waterfall.proceeds_usd - waterfall.debt_usd + waterfall.unpaid_usd;
    return [{ path: `deals.exits.${id}.proceeds`, found: `${million(waterfall.proceeds_usd - waterfall.debt_usd)} after debt, beside preferences of ${million(due)}`, expected: "proceeds above the preferences", hint: `preferences are paid by seniority and ${million(waterfall.unpaid_usd)} of them stay unpaid; common gets nothing` }];
  }),
  ...late(deals, history),
];

/** Rounds that set off a protection: their price counts ratios as before it, so that new money has less of the whole than it paid for. */
export const explainedDilution = ({ stands, log }: History): readonly DealProblem[] => stands.flatMap(({ event, priced, table }): readonly DealProblem[] => {
  const changed = log.flatMap((entry) => (entry.kind === "ratio" && entry.event === event.id ? [entry] : []));
  if (priced === null || changed.length === 0) return [];
  const money = sumOf(priced.invested.map(({ amount }) => amount));
  const found = `new money with ${percent(money.div(priced.price).toNumber() / table.total.diluted)} of the whole: ${changed.map(({ class: id, ratio }) => `a share of ${id} converts into ${formatNumber(ratio.toNumber())}`).join(", ")}`;
  return [{ path: event.path, found, expected: `${percent(money.div(priced.post).toNumber())}, ${million(money.toNumber())} of ${million(priced.post.toNumber())}`, hint: "the price of a round counts ratios as before it, so that new money shares in the dilution of the protection: lower pre, or agree on a waiver (antiDilution: none)" }];
});

const million = (usd: number): string => `${formatNumber(usd / 1e6)} M$`;

/** Of what waits for a milestone: written quarters are held against the exits when the scenario is read. */
const late = (deals: Fields, { stands }: History): readonly DealProblem[] => {
  const last = deals.exits.reduce((latest, { at_quarter: at }) => Math.max(latest, at), -Infinity);
  if (last === -Infinity) return [];
  return stands.filter(({ event }) => event.date > dateOf(last)).map(({ event }) => ({
    path: event.path, found: `${event.date.slice(0, 7)}, behind the last exit in ${formatQuarter(last)}`, expected: "its milestone before the exit", hint: "no exit has it: what it would have paid is not paid",
  }));
};
