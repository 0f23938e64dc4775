import { enact, exact, type Agreement, type DealEvent, type History, type ShareClass } from "../../src/deals/index.ts";

type Plain<T> = T extends unknown ? Omit<T, "path" | "date"> & { readonly date?: string } : never;

export const COMMON: ShareClass = { id: "common", kind: "common", votes: 1, seniority: 0, preference: 0, participation: "none", cap: null, antiDilution: "none" };
export const preferred = (id: string, more: Partial<ShareClass> = {}): ShareClass => ({ ...COMMON, id, kind: "preferred", seniority: 1, preference: 1, ...more });

/** A company of the classes given, with its events in the order given; each on 1 January 2027 unless it says another date. */
export const agreementOf = (classes: readonly ShareClass[], events: readonly Plain<DealEvent>[], shares: Agreement["shares"] = "exact"): Agreement => ({
  company: "test", country: "US", shares, holders: [],
  classes: [COMMON, ...classes].map((one) => ({ ...one, ratio: exact(1) })),
  events: events.map((event) => ({ date: "2027-01-01", path: `deals.${event.id}`, ...event }) as DealEvent),
});

export const history = (...given: Parameters<typeof agreementOf>): History => {
  const found = enact(agreementOf(...given));
  if (found.problem !== null) throw new Error(`${found.problem.path}: ${found.problem.found}`);
  return found;
};

export const founders = (shares: number): Plain<DealEvent> => ({ id: "founding", kind: "issue", holder: "founders", class: "common", shares: exact(shares), price: exact(0) });

type Money = Readonly<Record<string, number>>;
export const roundOf = (id: string, { pre, pool, proRata, class: sold }: { readonly pre: number; readonly pool?: number; readonly proRata?: readonly string[]; readonly class?: string }, money: Money): Plain<DealEvent> => ({
  id, kind: "round", class: sold ?? id, pre: exact(pre), post: null, pool: pool === undefined ? null : exact(pool), proRata: proRata ?? [],
  invested: Object.entries(money).map(([holder, amount]) => ({ holder, amount: exact(amount) })),
});

export const safeOf = (id: string, { amount, cap, discount, form, interest, date }: { readonly amount: number; readonly cap?: number; readonly discount?: number; readonly form?: "post-money safe" | "pre-money safe" | "note"; readonly interest?: number; readonly date?: string }): Plain<DealEvent> => ({
  id, kind: "promise", ...(date !== undefined && { date }),
  promised: { id, holder: id, form: form ?? "post-money safe", date: date ?? "2027-01-01", amount: exact(amount), cap: cap === undefined ? null : exact(cap), discount: exact(discount ?? 0), interest: exact(interest ?? 0) },
});

/** Rows of the last table by holder. */
export const owned = ({ stands }: History) => Object.fromEntries(stands.at(-1)!.table.owned.map((one) => [one.holder, one]));
