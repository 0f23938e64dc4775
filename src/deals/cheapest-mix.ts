/**
 * The cheapest of what is for sale that reaches a threshold.
 *
 *   1. votes wanted: V + sum v_i s_i + v n >= part x (T + v n) + beyond     s_i shares bought of holders, n new ones, v votes a share, as converted
 *   2. a bought share brings v_i towards it, a new one v (1 - part), since it adds to the whole as well
 *   3. least sum of price x shares: offers by price for what they bring, the last of them in part: exact, one constraint and bounds (Dantzig 1957)
 */
import { votesOf } from "./cap-table.ts";
import type { CapState } from "./company.ts";
import { sumOf, type Exact } from "./exact.ts";
import { classOf, commonOf, ratioOf } from "./log.ts";
import { votesFor, type Threshold } from "./thresholds.ts";

export interface Offered {
  readonly id: string;
  readonly kind: "primary" | "secondary";
  readonly holder: string;
  readonly part_frac: number | null;
  readonly most_usd: number | null;
  /** Of a share as converted. */
  readonly price_usd: number;
}

export interface Mix {
  readonly status: "reached" | "to buy" | "out of reach";
  readonly buys: readonly { readonly offer: string; readonly kind: Offered["kind"]; readonly shares: number; readonly usd: number }[];
  readonly usd: number;
  /** Share of the votes after all that is bought: of everything for sale where that is not enough. */
  readonly votes_frac: number;
}

interface Bid extends Offered {
  /** Votes towards the threshold of a share, and the votes that it adds to one's own and to the whole. */
  readonly brings: number;
  readonly own: number;
  readonly whole: number;
  readonly most: number;
}

/** The mix for a buyer on top of a state. Offers of shares that have no vote are left out. */
export const cheapestMix = (state: CapState, { buyer, threshold, offers }: { readonly buyer: string; readonly threshold: Threshold; readonly offers: readonly Offered[] }): Mix => {
  const [own, total] = [votesOf(state, buyer), votesOf(state, null)];
  let lacking = votesFor(threshold, total).minus(own).toNumber();
  if (lacking <= 0) return { status: "reached", buys: [], usd: 0, votes_frac: own.div(total).toNumber() };
  const bids = offers.map((offer) => bidOf(state, { offer, threshold })).filter(({ brings, most }) => brings > 0 && most > 0).toSorted((a, b) => a.price_usd / a.brings - b.price_usd / b.brings);
  const buys: Mix["buys"][number][] = [];
  let [has, of] = [own.toNumber(), total.toNumber()];
  for (const bid of bids) {
    const shares = Math.min(bid.most, lacking / bid.brings);
    buys.push({ offer: bid.id, kind: bid.kind, shares, usd: shares * bid.price_usd });
    has += shares * bid.own;
    of += shares * bid.whole;
    lacking -= shares * bid.brings;
    if (shares < bid.most) break;
  }
  const left = lacking > 1e-9 * of;
  return { status: left ? "out of reach" : "to buy", buys, usd: buys.reduce((sum, { usd }) => sum + usd, 0), votes_frac: has / of };
};

const bidOf = (state: CapState, { offer, threshold }: { readonly offer: Offered; readonly threshold: Threshold }): Bid => {
  const spend = offer.most_usd === null ? Infinity : offer.price_usd === 0 ? Infinity : offer.most_usd / offer.price_usd;
  if (offer.kind === "primary") {
    const votes = commonOf(state).votes;
    return { ...offer, brings: votes * (1 - threshold.part.toNumber()), own: votes, whole: votes, most: spend };
  }
  const lots = state.lots.filter(({ holder }) => holder === offer.holder);
  const shares = sumOf(lots.map((lot): Exact => lot.shares.times(ratioOf(classOf(state, lot.class))))).toNumber();
  const votes = shares === 0 ? 0 : votesOf(state, offer.holder).toNumber() / shares;
  return { ...offer, brings: votes, own: votes, whole: 0, most: Math.min(spend, shares * (offer.part_frac ?? 1)) };
};
