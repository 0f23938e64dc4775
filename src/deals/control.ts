/**
 * The way to control: when a buyer reaches each threshold, what it has paid by then, and what it still lacks.
 *
 *   1. reached: first event after which the buyer's votes are the threshold's, and stay so to the end or fall again (told)
 *   2. counts: the later of that and of the quarters in which the approvals clear (foreign investment, antitrust); never where one is refused
 *   3. price of control = paid until the threshold is reached; a vote of it = paid / votes then held; premium = that over the last round's price a vote, less 1
 *   4. at risk = what is paid in quarters before control counts; all of it where it never does
 *   5. lacking with primary money alone: the votes that must be bought of other holders, part x T + beyond - V
 *   6. dollars of the price year = dollars / (1 + inflation)^(years since its middle)
 */
import type { GateLike } from "./milestones.ts";
import { votesOf } from "./cap-table.ts";
import { cheapestMix, type Mix, type Offered } from "./cheapest-mix.ts";
import type { Paid } from "./deal-event.ts";
import type { History, Stand } from "./enact.ts";
import { sumOf, ZERO, type Exact } from "./exact.ts";
import { commonOf } from "./log.ts";
import { reaches, THRESHOLDS, votesFor, type Threshold } from "./thresholds.ts";

export interface ReachedThreshold {
  readonly id: Threshold["id"];
  readonly name: string;
  /** Quarter and event after which the votes are there; null for never. */
  readonly reached_quarter: number | null;
  readonly event: string | null;
  /** Whether the votes are still there at the end. */
  readonly kept: boolean;
  /** With all approvals; null where one is refused or the votes are never there. */
  readonly counts_quarter: number | null;
  /** Paid by the buyer until then, dollars as paid; all that it pays where it is never reached. */
  readonly paid_usd: number;
  readonly ofThatSecondary_usd: number;
  /** Of a vote held then, and above the last round's price of one; null without votes or without a round. */
  readonly perVote_usd: number | null;
  readonly premium_frac: number | null;
  /** Paid in quarters before it counts. */
  readonly atRisk_usd: number;
  /** Votes that must be bought of others at the end; 0 where it is reached. */
  readonly lacking_votes: number;
  /** What is for sale at the end and reaches it at least cost. Null where nothing is priced or for sale. */
  readonly mix: Mix | null;
}

export interface Steps {
  readonly buyer: string;
  readonly history: History;
  readonly approvals: readonly GateLike[];
  readonly offers: readonly Offered[] | null;
  readonly quarterOf: (date: string) => number;
}

const usd = (paid: readonly Paid[]): number => sumOf(paid.map((one) => one.usd)).toNumber();

/** All three thresholds. */
export const thresholdsOf = (steps: Steps): readonly ReachedThreshold[] => THRESHOLDS.map((threshold) => pathTo(threshold, steps));

const has = (threshold: Threshold, { state }: Pick<Stand, "state">, buyer: string): boolean => reaches(threshold, { votes: votesOf(state, buyer), total: votesOf(state, null) });

const pathTo = (threshold: Threshold, steps: Steps): ReachedThreshold => {
  const { buyer, history, approvals, quarterOf, offers } = steps;
  const at = history.stands.findIndex((stand) => has(threshold, stand, buyer));
  const stand = at < 0 ? null : history.stands[at]!;
  const until = history.stands.slice(0, stand === null ? undefined : at + 1);
  const paid = until.flatMap((one) => one.paid.filter(({ payer }) => payer === buyer));
  const reached = stand === null ? null : quarterOf(stand.event.date);
  const counts = reached === null ? null : countsFrom(reached, approvals);
  const total = votesOf(history.state, null);
  const kept = has(threshold, history, buyer);
  const lacking = kept ? 0 : votesFor(threshold, total).minus(votesOf(history.state, buyer)).toNumber();
  return {
    id: threshold.id, name: threshold.name,
    reached_quarter: reached, event: stand === null ? null : stand.event.id, kept, counts_quarter: counts,
    paid_usd: usd(paid), ofThatSecondary_usd: usd(paid.filter(({ kind }) => kind === "secondary")),
    ...pricesOf(stand, { buyer, paid: sumOf(paid.map((one) => one.usd)) }),
    atRisk_usd: usd(history.paid.filter(({ payer, date }) => payer === buyer && (counts === null || quarterOf(date) < counts))),
    lacking_votes: lacking,
    mix: offers === null || offers.length === 0 || history.stands.length === 0 ? null : cheapestMix(history.state, { buyer, threshold, offers }),
  };
};

const countsFrom = (reached: number, approvals: readonly GateLike[]): number | null =>
  approvals.reduce((latest: number | null, { quarter }) => (latest === null || quarter === null ? null : Math.max(latest, quarter)), reached);

const pricesOf = (stand: Stand | null, { buyer, paid }: { readonly buyer: string; readonly paid: Exact }): Pick<ReachedThreshold, "perVote_usd" | "premium_frac"> => {
  const votes = stand === null ? ZERO : votesOf(stand.state, buyer);
  if (stand === null || votes.isZero()) return { perVote_usd: null, premium_frac: null };
  const last = lastPerVote(stand);
  // Fifty digits, so that paying the last price is a premium of nothing.
  return { perVote_usd: paid.div(votes).toNumber(), premium_frac: last === null ? null : paid.div(votes).div(last).minus(1).toDecimalPlaces(30).toNumber() };
};

/** Price of a common vote in the last round; null without one. */
const lastPerVote = ({ last, state }: Stand): Exact | null => {
  const { votes } = commonOf(state);
  return last === null || votes === 0 ? null : last.div(votes);
};

/** Quarter from which a threshold counts; null for never. Throws for a threshold that is not among those. */
export const countsFor = (thresholds: readonly ReachedThreshold[], id: Threshold["id"]): number | null => {
  const found = thresholds.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no threshold "${id}"`);
  return found.kept ? found.counts_quarter : null;
};
