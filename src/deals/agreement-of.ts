/**
 * From the scenario's deals to events in order of time.
 *
 * An event stands on the first day of its quarter, or of its milestone's where that is later; never where the milestone is never reached. On one day: shares given out,
 * pool, options, SAFEs and notes, warrants, splits, exercises, conversions, tranches that an earlier round agreed, rounds and what of them is paid at once, purchases, tenders, options to control; within a kind as they are written.
 * Tranches of one round that fall on one day are one sale.
 */
import { idList, type Scenario } from "../scenario/index.ts";
import { formatUtc, quarterStart_s } from "../units/index.ts";
import type { Agreement, DealEvent } from "./deal-event.ts";
import { exact, lesser, type Exact } from "./exact.ts";

export type Fields = NonNullable<Scenario["deals"]>;

/** Quarter of each milestone; null for never. */
export type Reached = ReadonlyMap<string, number | null>;

export interface Never {
  readonly id: string;
  readonly path: string;
  readonly milestone: string;
}

export interface Planned {
  readonly agreement: Agreement;
  readonly never: readonly Never[];
}

export const dateOf = (quarter: number): string => formatUtc(quarterStart_s(quarter)).slice(0, 10);

const maybe = (value: number | null): Exact | null => (value === null ? null : exact(value));

type Timed = { readonly id: string; readonly at_quarter: number; readonly milestone?: string };

interface Placed {
  readonly id: string;
  readonly path: string;
  readonly date: string;
}

/** The events of a scenario's deals, with the quarters that its milestones are reached in. */
export const agreementOf = (deals: Fields, reached: Reached): Planned => {
  const never: Never[] = [];
  const common = deals.classes.find(({ kind }) => kind === "common")?.id ?? "";
  const later = (quarter: number, milestone: string): number | null => {
    if (milestone === "") return quarter;
    const at = reached.get(milestone);
    if (at === undefined) throw new Error(`deals have no milestone "${milestone}"`);
    return at === null ? null : Math.max(quarter, at);
  };
  const placed = <T extends Timed>(list: readonly T[], kind: string, of: (one: T, at: Placed) => DealEvent): readonly DealEvent[] =>
    list.flatMap((one) => {
      const path = `deals.${kind}.${one.id}`;
      const quarter = later(one.at_quarter, one.milestone ?? "");
      if (quarter !== null) return [of(one, { id: one.id, path, date: dateOf(quarter) })];
      never.push({ id: one.id, path, milestone: one.milestone ?? "" });
      return [];
    });
  const tranches = deals.rounds.flatMap((round) => tranchesOf(round, { later, never }));
  const events = [
    ...placed(deals.issues, "issues", (one, at) => ({ ...at, kind: "issue", holder: one.holder, class: one.class, shares: exact(one.shares), price: exact(one.price_usd) })),
    ...placed(deals.pool, "pool", (one, at) => ({ ...at, kind: "pool", shares: exact(one.shares) })),
    ...placed(deals.grants, "grants", (one, at) => ({ ...at, kind: "grant", holder: one.holder, class: one.class === "" ? common : one.class, shares: exact(one.shares), strike: exact(one.strike_usd) })),
    ...placed(deals.safes, "safes", (one, at) => promiseOf(one, at, { form: one.form === "post-money" ? "post-money safe" : "pre-money safe", interest: 0 })),
    ...placed(deals.notes, "notes", (one, at) => promiseOf(one, at, { form: "note", interest: one.interest_per_yr })),
    // Whether it may be exercised yet is a matter of its exercise, not of its grant.
    ...placed(deals.warrants.map((one) => ({ ...one, milestone: "" })), "warrants", (one, at) => ({ ...at, kind: "warrant", holder: one.holder, class: one.class === "" ? common : one.class, shares: maybe(one.shares), part: maybe(one.part_frac), strike: exact(one.strike_usd) })),
    ...placed(deals.splits, "splits", (one, at) => ({ ...at, kind: "split", ratio: exact(one.ratio) })),
    ...placed(deals.warrants.filter(({ exercise }) => exercise === "at-milestone"), "warrants", (one, at) => ({ ...at, id: `${one.id}-exercise`, kind: "exercise", of: one.id, part: exact(1) })),
    ...placed(deals.exercises, "exercises", (one, at) => ({ ...at, kind: "exercise", of: one.of, part: exact(one.part_frac) })),
    ...placed(deals.conversions, "conversions", (one, at) => ({ ...at, kind: "conversion", class: one.class, holder: one.holder })),
    // Their price is agreed: who buys that day counts their shares.
    ...tranches.filter(({ closing, event }) => closing < event.date).map(({ event }) => event),
    ...placed(deals.rounds, "rounds", (one, at) => ({ ...at, kind: "round", class: one.class, pre: maybe(one.pre_usd), post: maybe(one.post_usd), pool: maybe(one.pool_frac), proRata: idList(one.proRata), invested: byHolder(one.investments.filter(({ milestone }) => milestone === "")) })),
    ...tranches.filter(({ closing, event }) => closing >= event.date).map(({ event }) => event),
    ...placed(deals.purchases, "purchases", (one, at) => ({ ...at, kind: "purchase", seller: one.seller, buyer: one.buyer, class: one.class, shares: maybe(one.shares), part: maybe(one.part_frac), price: exact(one.price_usd) })),
    ...placed(deals.tenders, "tenders", (one, at) => ({ ...at, kind: "tender", buyer: one.buyer, class: one.class, price: exact(one.price_usd), part: lesser(exact(one.accepted_frac), exact(one.most_frac)), budget: maybe(one.budget_usd) })),
    ...placed(deals.calls, "calls", (one, at) => ({ ...at, kind: "call", buyer: one.buyer, target: one.target, multiple: exact(one.multiple), floor: exact(one.floor_usd) })),
  ];
  return {
    never,
    agreement: {
      company: deals.company, country: deals.country, holders: deals.holders, shares: deals.shares,
      classes: deals.classes.map(({ ratio, ...one }) => ({ ...one, ratio: exact(ratio) })),
      // Stable: on one day the order above.
      events: events.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    },
  };
};

interface PromiseFields {
  readonly id: string;
  readonly holder: string;
  readonly amount_usd: number;
  readonly cap_usd: number | null;
  readonly discount_frac: number;
}

const promiseOf = ({ id, holder, amount_usd, cap_usd, discount_frac }: PromiseFields, at: Placed, { form, interest }: { readonly form: "post-money safe" | "pre-money safe" | "note"; readonly interest: number }): DealEvent =>
  ({ ...at, kind: "promise", promised: { id, holder, form, date: at.date, amount: exact(amount_usd), cap: maybe(cap_usd), discount: exact(discount_frac), interest: exact(interest) } });

type Investment = Fields["rounds"][number]["investments"][number];

const byHolder = (investments: readonly Investment[]): readonly { readonly holder: string; readonly amount: Exact }[] => {
  const sums = new Map<string, Exact>();
  for (const { holder, amount_usd } of investments) sums.set(holder, (sums.get(holder) ?? exact(0)).plus(exact(amount_usd)));
  return [...sums].map(([holder, amount]) => ({ holder, amount }));
};

interface Waiting {
  readonly later: (quarter: number, milestone: string) => number | null;
  readonly never: Never[];
}

/** What of a round waits for milestones, one sale a day, with the day of the round. */
const tranchesOf = (round: Fields["rounds"][number], { later, never }: Waiting): readonly { readonly closing: string; readonly event: DealEvent }[] => {
  const closing = later(round.at_quarter, round.milestone);
  const days = new Map<number, Investment[]>();
  for (const one of round.investments) {
    if (one.milestone === "") continue;
    const quarter = closing === null ? null : later(closing, one.milestone);
    if (quarter === null) never.push({ id: `${round.id}/${one.id}`, path: `deals.rounds.${round.id}.investments.${one.id}`, milestone: closing === null ? round.milestone : one.milestone });
    else days.set(quarter, [...(days.get(quarter) ?? []), one]);
  }
  return [...days].map(([quarter, ones]) => ({
    closing: dateOf(closing!),
    event: {
      id: `${round.id}-${ones.map(({ id }) => id).join("-")}`, path: `deals.rounds.${round.id}.investments.${ones[0]!.id}`, date: dateOf(quarter),
      kind: "tranche", round: round.id, class: round.class, invested: byHolder(ones),
    },
  }));
};
