/** What the cap table's sheet is given of each event: terms as agreed, and of the log what no term of a round brings about. */
import type { Deals, History, Stand } from "../../deals/index.ts";
import { parseUtc } from "../../units/index.ts";

type State = Stand["state"];

export interface PromiseFacts {
  readonly id: string;
  readonly holder: string;
  readonly postMoney: boolean;
  readonly owed_usd: number;
  readonly cap_usd: number | null;
  readonly discount_frac: number;
}

export interface RoundFacts {
  /** One of the two is agreed. */
  readonly pre_usd: number | null;
  readonly post_usd: number | null;
  readonly pool_frac: number | null;
  readonly proRata: readonly string[];
  /** Paid by those who are named with an amount. */
  readonly written_usd: number;
  /** Whether what pro-rata holders pay follows without going in a circle. */
  readonly settles: boolean;
  /** Promises that convert: 1 at the cap, 0 at the round's price. */
  readonly capped: ReadonlyMap<string, number>;
  readonly whole: boolean;
  /** Common shares that one of the class sold converts into. */
  readonly ratio: number;
}

export interface StepFacts {
  readonly round: RoundFacts | null;
  /** The step of the round whose price a tranche pays. */
  readonly tranche: number | null;
  readonly invested: ReadonlyMap<string, { readonly usd: number; readonly written_usd: number }>;
  /** Promises that stand before it, and after it. */
  readonly promises: readonly PromiseFacts[];
  readonly after: readonly PromiseFacts[];
  readonly rights: ReadonlyMap<string, number>;
  readonly other: ReadonlyMap<string, number>;
  readonly poolOther: number;
}

/** Below this share of the company a difference is rounding. */
const ROUNDING = 1e-12;
const DAY_S = 86_400;
const YEAR_DAYS = 365;

/** Facts of every event that was enacted. */
export const factsOf = (result: Deals, { history, whole }: { readonly history: History; readonly whole: boolean }): readonly StepFacts[] => history.stands.map((stand, s) => stepFacts(result, { history, whole, stand, s }));

interface At {
  readonly history: History;
  readonly whole: boolean;
  readonly stand: Stand;
  readonly s: number;
}

const stepFacts = (result: Deals, { history, whole, stand, s }: At): StepFacts => {
  const before = history.stands[s - 1]?.state ?? null;
  const round = roundOf(stand, { before, whole });
  const tranche = trancheOf(history, stand);
  const invested = investedIn(stand, round !== null || tranche !== null);
  const total = result.steps[s]!.table.total.diluted;
  const brought = broughtBy(stand, { isPriced: round !== null || tranche !== null });
  const shares = (at: number, holder: string): number => (at < 0 ? 0 : (result.steps[at]!.table.owned.find((one) => one.holder === holder)?.shares ?? 0));
  const clean = (value: number): number => (Math.abs(value) <= ROUNDING * total ? 0 : value);
  const added = round === null ? 0 : addedOf(stand, round);
  return {
    round, tranche, invested,
    promises: before === null ? [] : promisesOf(before, stand.event.date), after: promisesOf(stand.state, stand.event.date),
    rights: rightsOf(stand.state),
    other: new Map(result.steps[s]!.table.owned.map(({ holder }) => [holder, clean(shares(s, holder) - shares(s - 1, holder) - (brought.get(holder) ?? 0))])),
    poolOther: clean(stand.state.pool.toNumber() - (before === null ? 0 : before.pool.toNumber()) - added),
  };
};

const addedOf = ({ priced }: Stand, { whole }: RoundFacts): number => (priced === null ? 0 : whole ? priced.poolAdded.floor().toNumber() : priced.poolAdded.toNumber());

const promisesOf = (state: State, date: string): readonly PromiseFacts[] =>
  state.promised.map(({ id, holder, form, date: from, amount, cap, discount, interest }) => ({
    id, holder, postMoney: form === "post-money safe", cap_usd: cap === null ? null : cap.toNumber(), discount_frac: discount.toNumber(),
    owed_usd: amount.toNumber() * (1 + (interest.toNumber() * (parseUtc(date)! - parseUtc(from)!)) / DAY_S / YEAR_DAYS),
  }));

const ratioIn = (state: State, id: string): number => state.classes.find((one) => one.id === id)!.ratio.toNumber();

const rightsOf = (state: State): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { holder, shares, class: of } of state.rights) sums.set(holder, (sums.get(holder) ?? 0) + shares.toNumber() * ratioIn(state, of));
  return sums;
};

const roundOf = ({ event, priced }: Stand, { before, whole }: { readonly before: State | null; readonly whole: boolean }): RoundFacts | null => {
  if (event.kind !== "round" || priced === null || before === null) return null;
  const owed = promisesOf(before, event.date);
  const price = priced.price.toNumber();
  return {
    pre_usd: event.pre === null ? null : event.pre.toNumber(), post_usd: event.post === null ? null : event.post.toNumber(), pool_frac: event.pool === null ? null : event.pool.toNumber(), proRata: event.proRata,
    written_usd: event.invested.reduce((sum, { amount }) => sum + amount.toNumber(), 0),
    settles: priced.converted.length === 0 || (event.pool === null && event.post === null),
    capped: new Map(priced.converted.map(({ promised, shares }) => {
      const one = owed.find(({ id }) => id === promised.id)!;
      const plain = one.owed_usd / (1 - one.discount_frac) / price;
      return [one.id, one.cap_usd !== null && shares.toNumber() > plain * (1 + ROUNDING) ? 1 : 0];
    })),
    whole, ratio: ratioIn(before, event.class),
  };
};

/** The step of the round that a tranche belongs to; null for what is none. */
const trancheOf = (history: History, { event }: Stand): number | null => {
  if (event.kind !== "tranche") return null;
  const at = history.stands.findIndex((one) => one.event.kind === "round" && one.event.id === event.round);
  return at < 0 ? null : at;
};

const investedIn = ({ event, priced, paid }: Stand, isPriced: boolean): StepFacts["invested"] => {
  if (!isPriced || (event.kind !== "round" && event.kind !== "tranche")) return new Map();
  const sums = new Map<string, { usd: number; written_usd: number }>();
  for (const { holder, amount } of priced === null ? event.invested : priced.invested) sums.set(holder, { usd: (sums.get(holder)?.usd ?? 0) + amount.toNumber(), written_usd: 0 });
  for (const { holder, amount } of event.invested) sums.get(holder)!.written_usd += amount.toNumber();
  return new Map([...sums].filter(([holder]) => paid.some(({ payer }) => payer === holder)));
};

/** Shares that the formulas of a round or tranche bring, by holder. */
const broughtBy = ({ paid, priced }: Stand, { isPriced }: { readonly isPriced: boolean }): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  const add = (holder: string, shares: number): void => void sums.set(holder, (sums.get(holder) ?? 0) + shares);
  if (!isPriced) return sums;
  for (const { payer, kind, shares } of paid) if (kind === "primary") add(payer, shares.toNumber());
  for (const { promised, shares } of priced?.converted ?? []) add(promised.holder, shares.toNumber());
  return sums;
};
