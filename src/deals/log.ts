/** The log of a cap table: each entry is one change of a security, as Open Cap Format has them. A security that changes hands or form is closed, and others are issued in its place. */
import type { CapState, ClassState, Lot, Promised, Right, ShareClass } from "./company.ts";
import { ONE, ZERO, type Exact } from "./exact.ts";

interface Dated {
  /** "2027-01-01". */
  readonly date: string;
  /** The deal that it comes of. */
  readonly event: string;
}

export type Closing = "transfer" | "conversion" | "exercise" | "cancellation";

export type Entry = Dated & (
  | { readonly kind: "class"; readonly class: ShareClass; readonly ratio: Exact; readonly price: Exact | null }
  | { readonly kind: "issue"; readonly lot: Lot }
  | { readonly kind: "grant"; readonly right: Right }
  | { readonly kind: "promise"; readonly promised: Promised }
  /** Shares that move into the pool (above zero) or out of it. */
  | { readonly kind: "pool"; readonly change: Exact }
  /** A security ends: `shares` of it do what the closing says, and become `results`; `rest` is issued anew for what is left. */
  | { readonly kind: "close"; readonly id: string; readonly why: Closing; readonly shares: Exact; readonly results: readonly string[]; readonly rest: string | null }
  | { readonly kind: "split"; readonly class: string; readonly ratio: Exact }
  | { readonly kind: "ratio"; readonly class: string; readonly ratio: Exact }
);

export const EMPTY: CapState = { classes: [], lots: [], rights: [], promised: [], pool: ZERO };

/** The state after one more entry. Throws when it closes what is not there. */
export const applied = (state: CapState, entry: Entry): CapState => {
  switch (entry.kind) {
    case "class": return { ...state, classes: [...state.classes, { ...entry.class, ratio: entry.ratio, price: entry.price }] };
    case "issue": return { ...state, lots: [...state.lots, entry.lot], classes: priced(state.classes, entry.lot) };
    case "grant": return { ...state, rights: [...state.rights, entry.right] };
    case "promise": return { ...state, promised: [...state.promised, entry.promised] };
    case "pool": return { ...state, pool: state.pool.plus(entry.change) };
    case "close": return closed(state, entry.id);
    case "split": return splitClass(state, entry);
    case "ratio": return { ...state, classes: state.classes.map((one) => (one.id === entry.class ? { ...one, ratio: entry.ratio } : one)) };
  }
};

/** The state that a log leads to. */
export const stateOf = (log: readonly Entry[]): CapState => log.reduce(applied, EMPTY);

/** The first shares of a class that are issued for money give it its price. */
const priced = (classes: readonly ClassState[], { class: id, price }: Lot): readonly ClassState[] =>
  classes.map((one) => (one.id === id && one.price === null && price.gt(0) ? { ...one, price } : one));

const closed = (state: CapState, id: string): CapState => {
  const without = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] => list.filter((one) => one.id !== id);
  const next = { ...state, lots: without(state.lots), rights: without(state.rights), promised: without(state.promised) };
  if (next.lots.length === state.lots.length && next.rights.length === state.rights.length && next.promised.length === state.promised.length) throw new Error(`the log closes a security "${id}" that does not stand`);
  return next;
};

const splitClass = (state: CapState, { class: id, ratio }: { readonly class: string; readonly ratio: Exact }): CapState => ({
  ...state,
  classes: state.classes.map((one) => (one.id === id && one.price !== null ? { ...one, price: one.price.div(ratio) } : one)),
  lots: state.lots.map((lot) => (lot.class === id ? { ...lot, shares: lot.shares.times(ratio), price: lot.price.div(ratio) } : lot)),
  rights: state.rights.map((right) => (right.class === id ? { ...right, shares: right.shares.times(ratio), strike: right.strike.div(ratio) } : right)),
  pool: id === commonOf(state).id ? state.pool.times(ratio) : state.pool,
});

/** The class that preferred converts into. Throws when there is none. */
export const commonOf = ({ classes }: Pick<CapState, "classes">): ClassState => {
  const found = classes.find(({ kind }) => kind === "common");
  if (found === undefined) throw new Error("the company has no common class");
  return found;
};

/** A class by its id. Throws when there is none. */
export const classOf = ({ classes }: Pick<CapState, "classes">, id: string): ClassState => {
  const found = classes.find((one) => one.id === id);
  if (found === undefined) throw new Error(`the company has no class "${id}"`);
  return found;
};

/** Common shares that one share of a class stands for. */
export const ratioOf = (one: ClassState): Exact => (one.kind === "common" ? ONE : one.ratio);
