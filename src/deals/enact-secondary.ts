/** Shares that change hands: bought from one holder, from all by tender, or called up to a threshold. Prices are of a share as converted. */
import { votesOf } from "./cap-table.ts";
import type { Lot } from "./company.ts";
import type { Paid } from "./deal-event.ts";
import { greater, lesser, ONE, sumOf, wholeShares, type Exact } from "./exact.ts";
import { dated, namer, type Before, type Enacted, type EventOf } from "./enact-issue.ts";
import { classOf, ratioOf, type Entry } from "./log.ts";
import { refuse } from "./problem.ts";
import { thresholdOf, votesFor } from "./thresholds.ts";

type Trade = EventOf<"purchase"> | EventOf<"tender"> | EventOf<"call">;

interface Sold {
  readonly before: Before;
  readonly lots: readonly Lot[];
  /** Of each lot. */
  readonly part: Exact;
  readonly price: Exact;
}

const asConverted = ({ state }: Before, lot: Lot): Exact => lot.shares.times(ratioOf(classOf(state, lot.class)));

/** The same part of every lot goes to the buyer; what is left of one stays its holder's. */
const traded = (event: Trade, { before, lots, part, price }: Sold): Enacted => {
  const name = namer(event);
  const moves = lots.flatMap((lot) => {
    const asked = lot.shares.times(part);
    const shares = before.whole ? wholeShares(asked) : asked;
    if (shares.isZero()) return [];
    const left = lot.shares.minus(shares);
    return [{ lot, shares, bought: { ...lot, id: name(), holder: event.buyer, shares }, rest: left.isZero() ? null : { ...lot, id: name(), shares: left } }];
  });
  return {
    entries: moves.flatMap(({ lot, shares, bought, rest }): readonly Entry[] => [
      { ...dated(event), kind: "close", id: lot.id, why: "transfer", shares, results: [bought.id], rest: rest === null ? null : rest.id },
      { ...dated(event), kind: "issue", lot: bought },
      ...(rest === null ? [] : [{ ...dated(event), kind: "issue", lot: rest } as const]),
    ]),
    paid: moves.map(({ lot, bought }): Paid => {
      const shares = asConverted(before, bought);
      return { ...dated(event), payer: event.buyer, payee: lot.holder, kind: "secondary", usd: shares.times(price), shares };
    }),
  };
};

export const purchased = (event: EventOf<"purchase">, before: Before): Enacted => {
  const { seller, buyer, path, price } = event;
  if (seller === buyer) return refuse({ path: `${path}.seller`, found: `${seller}, who buys as well`, expected: "another holder", hint: "name who sells" });
  const lots = before.state.lots.filter((lot) => lot.holder === seller && (event.class === "" || lot.class === event.class));
  const has = sumOf(lots.map((lot) => (event.class === "" ? asConverted(before, lot) : lot.shares)));
  const wanted = event.shares ?? event.part!.times(has);
  if (wanted.gt(has) || has.isZero()) return refuse({ path: event.shares === null ? path : `${path}.shares`, found: `${wanted.toSignificantDigits(9).toString()} shares${event.class === "" ? "" : ` of ${event.class}`} sold by ${seller}, who has ${has.toSignificantDigits(9).toString()}`, expected: "no more than the seller has then", hint: "write part: a share of what it has, or move the purchase behind what it gets" });
  return traded(event, { before, lots, part: wanted.div(has), price });
};

export const tendered = (event: EventOf<"tender">, before: Before): Enacted => {
  const { buyer, price, part, budget } = event;
  const lots = before.state.lots.filter((lot) => lot.holder !== buyer && (event.class === "" || lot.class === event.class));
  const offered = sumOf(lots.map((lot) => asConverted(before, lot))).times(part).times(price);
  const scale = budget === null || offered.isZero() ? ONE : lesser(ONE, budget.div(offered));
  return traded(event, { before, lots, part: part.times(scale), price });
};

/** Bought from all others in proportion until the votes are there; nothing where they are already. */
export const called = (event: EventOf<"call">, before: Before): Enacted => {
  const { buyer, target, multiple, floor, path } = event;
  const { state, last } = before;
  const price = last === null ? floor : greater(floor, multiple.times(last));
  if (price.isZero()) return refuse({ path: `${path}.multiple`, found: "a multiple of the last round's price, and no round before", expected: "a round before it, or a floor", hint: "add floor: 20 $" });
  const [own, total] = [votesOf(state, buyer), votesOf(state, null)];
  const lacking = votesFor(thresholdOf(target), total).minus(own);
  if (lacking.lte(0)) return { entries: [], paid: [] };
  const others = total.minus(own);
  if (lacking.gt(others)) return refuse({ path: `${path}.target`, found: `${lacking.toSignificantDigits(6).toString()} votes wanted of ${others.toSignificantDigits(6).toString()} that others have`, expected: "votes that can be bought", hint: "lower target, or give more shares a vote" });
  const voting = state.lots.filter((lot) => lot.holder !== buyer && classOf(state, lot.class).votes > 0);
  return traded({ ...event }, { before: { ...before, whole: false }, lots: voting, part: lacking.div(others), price });
};
