/** Priced rounds and their later tranches: conversion, pool, new shares, protection of older classes, in this order. */
import { asIfConverted, issuedShares, rightShares } from "./cap-table.ts";
import { adjustedRatios } from "./anti-dilution.ts";
import type { CapState, Lot } from "./company.ts";
import { cents, sumOf, wholePrice, wholeShares, type Exact } from "./exact.ts";
import { dated, namer, refuseSecondPrice, type Before, type Enacted, type EventOf } from "./enact-issue.ts";
import type { Paid } from "./deal-event.ts";
import { classOf, ratioOf, type Entry } from "./log.ts";
import { pricedRound, type PricedRound } from "./price-round.ts";
import { refuse } from "./problem.ts";

type Round = EventOf<"round">;

export interface EnactedRound extends Enacted {
  readonly priced: PricedRound;
}

export const closedRound = (event: Round, before: Before): EnactedRound => {
  const { state, whole } = before;
  const priced = pricedRound(state, event);
  const ratio = ratioOf(classOf(state, event.class));
  const price = whole ? wholePrice(priced.price.times(ratio)) : priced.price.times(ratio);
  refuseSecondPrice({ state, path: event.path, class: event.class, price });
  const name = namer(event);
  const conversions = conversionEntries(event, { before, priced, price, name });
  const added = whole ? wholeShares(priced.poolAdded) : priced.poolAdded;
  const sold = soldTo(event, { invested: priced.invested, price, whole, name, ratio });
  const standing = issuedShares(state).plus(rightShares(state)).plus(sumOf(priced.converted.map(({ shares }) => shares)));
  return {
    priced,
    entries: [
      ...conversions,
      ...(added.isZero() ? [] : [{ ...dated(event), kind: "pool", change: added } as const]),
      ...sold.entries,
      ...protections(event, { state, standing, money: sumOf(priced.invested.map(({ amount }) => amount)), price: price.div(ratio) }),
    ],
    paid: sold.paid,
  };
};

export const paidTranche = (event: EventOf<"tranche">, { state, whole }: Before): Enacted => {
  const one = classOf(state, event.class);
  if (one.price === null) return refuse({ path: event.path, found: `a tranche of ${event.round} before its closing`, expected: "a round that is closed by then", hint: "move the round forward" });
  const sold = soldTo(event, { invested: event.invested, price: one.price, whole, name: namer(event), ratio: ratioOf(one) });
  const standing = issuedShares(state).plus(rightShares(state)).plus(sumOf([...asIfConverted(state, event.date).values()]));
  return { entries: [...sold.entries, ...protections(event, { state, standing, money: sumOf(event.invested.map(({ amount }) => amount)), price: one.price.div(one.ratio) })], paid: sold.paid };
};

interface Selling {
  readonly invested: Round["invested"];
  readonly price: Exact;
  readonly whole: boolean;
  readonly name: () => string;
  readonly ratio: Exact;
}

const soldTo = (event: Round | EventOf<"tranche">, { invested, price, whole, name, ratio }: Selling): Enacted => {
  const lots = invested.filter(({ amount }) => amount.gt(0)).map(({ holder, amount }) => {
    const shares = whole ? wholeShares(amount.div(price)) : amount.div(price);
    const lot: Lot = { id: name(), holder, class: event.class, shares, price };
    return { lot, usd: whole ? cents(shares.times(price)) : amount };
  });
  return {
    entries: lots.map(({ lot }) => ({ ...dated(event), kind: "issue", lot })),
    paid: lots.map(({ lot, usd }): Paid => ({ ...dated(event), payer: lot.holder, payee: null, kind: "primary", usd, shares: lot.shares.times(ratio) })),
  };
};

interface Converting {
  readonly before: Before;
  readonly priced: PricedRound;
  readonly price: Exact;
  readonly name: () => string;
}

/** Each converts into the round's class, or where it pays another price into one beside it with that price and the same rights. */
const conversionEntries = (event: Round, { before: { state, whole }, priced, price, name }: Converting): readonly Entry[] =>
  priced.converted.flatMap(({ promised, shares }): readonly Entry[] => {
    const sold = classOf(state, event.class);
    const own = promised.amount.times(sold.ratio).div(shares);
    const beside = sold.kind === "preferred" && own.minus(price).abs().gt(price.times(1e-12));
    const id = beside ? `${sold.id}-${promised.id}` : sold.id;
    const count = shares.div(ratioOf(sold));
    const lot: Lot = { id: name(), holder: promised.holder, class: id, shares: whole ? wholeShares(count) : count, price: beside ? own : price };
    const { ratio, price: _, ...rights } = sold;
    return [
      ...(beside ? [{ ...dated(event), kind: "class", class: { ...rights, id }, ratio, price: own } as const] : []),
      { ...dated(event), kind: "close", id: promised.id, why: "conversion", shares: promised.amount, results: [lot.id], rest: null },
      { ...dated(event), kind: "issue", lot },
    ];
  });

const protections = (event: Round | EventOf<"tranche">, { state, standing, money, price }: { readonly state: CapState; readonly standing: Exact; readonly money: Exact; readonly price: Exact }): readonly Entry[] =>
  (money.isZero() ? [] : adjustedRatios({ ...state, classes: state.classes.filter(({ id }) => id !== event.class) }, { standing, money, price })).map((change) => ({ ...dated(event), kind: "ratio", ...change }));
