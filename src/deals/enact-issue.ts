/** Events that give out, convert or exercise securities by number: what each does to the log. */
import { asIfConverted, beforePromises } from "./cap-table.ts";
import type { CapState, Right } from "./company.ts";
import type { DealEvent, Paid } from "./deal-event.ts";
import { ONE, sumOf, wholeShares, ZERO, type Exact } from "./exact.ts";
import { classOf, commonOf, ratioOf, type Entry } from "./log.ts";
import { refuse } from "./problem.ts";

export type EventOf<K extends DealEvent["kind"]> = Extract<DealEvent, { readonly kind: K }>;

/** What an event writes, and who pays for it. */
export interface Enacted {
  readonly entries: readonly Entry[];
  readonly paid: readonly Paid[];
}

export interface Before {
  readonly state: CapState;
  readonly whole: boolean;
  /** Price of a share in the last round, as converted; null before any. */
  readonly last: Exact | null;
}

export const dated = ({ date, id }: DealEvent): { readonly date: string; readonly event: string } => ({ date, event: id });

/** Names of securities that an event makes. */
export const namer = ({ id }: DealEvent): (() => string) => {
  let n = 0;
  return () => `${id}.${++n}`;
};

const NOTHING: Enacted = { entries: [], paid: [] };

export const issued = (event: EventOf<"issue">, { state }: Before): Enacted => {
  const { holder, class: id, shares, price, path } = event;
  refuseSecondPrice({ state, path: `${path}.price`, class: id, price });
  const paid = price.times(shares);
  return {
    entries: [{ ...dated(event), kind: "issue", lot: { id: event.id, holder, class: id, shares, price } }],
    paid: paid.isZero() ? [] : [{ ...dated(event), payer: holder, payee: null, kind: "primary", usd: paid, shares: shares.times(ratioOf(classOf(state, id))) }],
  };
};

const ALIKE = 1e-9;

/** A preferred class has one issue price: its preference and its conversion price hang on it. */
export const refuseSecondPrice = ({ state, path, class: id, price }: { readonly state: CapState; readonly path: string; readonly class: string; readonly price: Exact }): void => {
  const one = classOf(state, id);
  if (one.kind === "common" || one.price === null || one.price.minus(price).abs().lte(one.price.times(ALIKE))) return;
  refuse({ path, found: `${id} at ${price.toSignificantDigits(6).toString()} $ a share`, expected: `its first price, ${one.price.toSignificantDigits(6).toString()} $`, hint: "give each round a class of its own" });
};

export const pooled = (event: EventOf<"pool">): Enacted => ({ entries: [{ ...dated(event), kind: "pool", change: event.shares }], paid: [] });

export const granted = (event: EventOf<"grant">, { state }: Before): Enacted => {
  const { holder, shares, strike, path } = event;
  if (shares.gt(state.pool)) refuse({ path: `${path}.shares`, found: `${shares.toString()} options out of a pool of ${state.pool.toSignificantDigits(9).toString()}`, expected: "no more than the pool holds", hint: "add to deals.pool before it, or grant fewer" });
  return {
    entries: [
      { ...dated(event), kind: "pool", change: shares.negated() },
      { ...dated(event), kind: "grant", right: { id: event.id, holder, of: "option", class: event.class, shares, strike } },
    ], paid: [],
  };
};

export const promised = (event: EventOf<"promise">, { state }: Before): Enacted => {
  const parts = sumOf([...state.promised, event.promised].map(({ form, amount, cap }) => (form === "post-money safe" && cap !== null ? amount.div(cap) : ZERO)));
  if (parts.gte(1)) refuse({ path: `${event.path}.amount`, found: `post-money SAFEs that come to ${parts.times(100).toSignificantDigits(5).toString()} % of the company`, expected: "less than all of it", hint: "raise their caps, or lower their amounts" });
  return {
    entries: [{ ...dated(event), kind: "promise", promised: event.promised }],
    paid: [{ ...dated(event), payer: event.promised.holder, payee: null, kind: "promise", usd: event.promised.amount, shares: ZERO }],
  };
};

export const warranted = (event: EventOf<"warrant">, { state, whole }: Before): Enacted => {
  const { holder, strike, part } = event;
  const diluted = beforePromises(state).plus(sumOf([...asIfConverted(state, event.date).values()]));
  const shares = event.shares ?? part!.div(ONE.minus(part!)).times(diluted).div(ratioOf(classOf(state, event.class)));
  return { entries: [{ ...dated(event), kind: "grant", right: { id: event.id, holder, of: "warrant", class: event.class, shares: whole ? wholeShares(shares) : shares, strike } }], paid: [] };
};

export const split = (event: EventOf<"split">, { state }: Before): Enacted => ({ entries: state.classes.map(({ id }) => ({ ...dated(event), kind: "split", class: id, ratio: event.ratio })), paid: [] });

const REST = "~";

/** What is left of a right keeps its name with a mark. */
const isOf = ({ id }: Right, name: string): boolean => id.split(REST)[0] === name;

export const exercised = (event: EventOf<"exercise">, { state, whole }: Before): Enacted => {
  const right = state.rights.find((one) => isOf(one, event.of));
  if (right === undefined) return refuse({ path: `${event.path}.of`, found: event.of, expected: "a grant or warrant that stands then", hint: "its date lies before this one, or it was exercised before" });
  const asked = right.shares.times(event.part);
  const shares = whole ? wholeShares(asked) : asked;
  if (shares.isZero()) return NOTHING;
  const left = right.shares.minus(shares);
  const rest = left.isZero() ? null : { ...right, id: `${right.id}${REST}`, shares: left };
  const lot = { id: `${event.id}.1`, holder: right.holder, class: right.class, shares, price: right.strike };
  return {
    entries: [
      { ...dated(event), kind: "close", id: right.id, why: "exercise", shares, results: [lot.id], rest: rest === null ? null : rest.id },
      { ...dated(event), kind: "issue", lot },
      ...(rest === null ? [] : [{ ...dated(event), kind: "grant", right: rest } as const]),
    ],
    paid: [{ ...dated(event), payer: right.holder, payee: null, kind: "exercise", usd: shares.times(right.strike), shares: shares.times(ratioOf(classOf(state, right.class))) }],
  };
};

export const converted = (event: EventOf<"conversion">, { state, whole }: Before): Enacted => {
  const from = classOf(state, event.class);
  const name = namer(event);
  const lots = state.lots.filter((lot) => lot.class === from.id && (event.holder === "" || lot.holder === event.holder));
  if (lots.length === 0) refuse({ path: event.path, found: `no ${event.class} to convert`, expected: "shares of the class", hint: "its date lies before their issue" });
  return {
    entries: lots.flatMap((lot): readonly Entry[] => {
      const id = name();
      const asked = lot.shares.times(from.ratio);
      return [
        { ...dated(event), kind: "close", id: lot.id, why: "conversion", shares: lot.shares, results: [id], rest: null },
        { ...dated(event), kind: "issue", lot: { id, holder: lot.holder, class: commonOf(state).id, shares: whole ? wholeShares(asked) : asked, price: lot.price.div(from.ratio) } },
      ];
    }), paid: [],
  };
};
