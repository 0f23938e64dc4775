/**
 * A stack and a case as columns: everything that does not change from pass to pass, laid out once.
 *
 * Columns of an instrument lie one after another: place i * T + t for instrument i and quarter t.
 */
import { joinAlike, type Part } from "./alike.ts";
import type { FundingCase } from "./funding-record.ts";
import type { ConvertibleTerms, DebtTerms, EquityTerms, Instrument, InstalmentTerms, PreferredTerms, PrepaymentTerms, Stack } from "./stack.ts";

export interface Compiled {
  readonly stack: Stack;
  readonly business: FundingCase;
  readonly instruments: readonly Instrument[];
  /** Quarters, instruments. */
  readonly T: number;
  readonly I: number;
  /** Interest or dividend of a quarter, by instrument. */
  readonly rate: Float64Array;
  /** What a dollar drawn in quarter t has become when repayment begins, for interest that is added to the loan. */
  readonly growth: Float64Array;
  /** Purchases that an instalment plan may finance, revenue that a prepayment is served from. */
  readonly base: Float64Array;
  /** Payment a quarter on a dollar bought by instalments. */
  readonly instalment: Float64Array;
  /** Drawn as needed: instruments by order, first drawn first. */
  readonly groups: readonly (readonly number[])[];
  readonly atOnce: readonly number[];
  /** By kind, so that no pass asks an instrument what it is. */
  readonly common: readonly Placed<EquityTerms>[];
  readonly preferred: readonly Placed<PreferredTerms>[];
  readonly convertibles: readonly Placed<ConvertibleTerms>[];
  readonly debts: readonly Placed<DebtTerms>[];
  readonly instalments: readonly Placed<InstalmentTerms>[];
  readonly prepaid: readonly Placed<PrepaymentTerms>[];
  /** Of the debts: sculpted ones, and those with a reserve. */
  readonly sculpted: readonly Placed<DebtTerms>[];
  readonly reserved: readonly Placed<DebtTerms>[];
  /** Instruments with payments of each rank; all that is owed on loans, notes and instalments. */
  readonly senior: readonly number[];
  readonly junior: readonly number[];
  readonly loans: readonly number[];
  /** Commitments due beside the plan. */
  readonly promised: Float64Array;
  /** Cash that the coming quarters need beyond what they bring. */
  readonly hold: Float64Array;
  /** EBITDA of the last four quarters. */
  readonly ebitdaYear: Float64Array;
  /** Last chance money: nothing is paid out to owners of preferred and common shares while it is counted. */
  readonly payOut: boolean;
  /** The same with loans of equal terms as one, which the passes go over in its place, and each instrument's part of it; null where no two are alike. */
  readonly joined: { readonly compiled: Compiled; readonly parts: readonly Part[] } | null;
}

/** Terms, and the place of their columns. */
export interface Placed<Terms> {
  readonly i: number;
  readonly one: Terms;
}

const QUARTERS_PER_YEAR = 4;

/** Lays a stack out on a case. Throws RangeError for series of another length, or an instalment plan or prepayment that matches nothing. */
export const compile = (stack: Stack, plan: FundingCase, { payOut }: { readonly payOut: boolean } = { payOut: true }): Compiled => {
  checkCase(plan);
  const business = withOther(plan, stack.otherIncome_usd);
  stack.instruments.forEach(checkDebt);
  const { instruments } = stack;
  const [T, I] = [business.quarters.length, instruments.length];
  const where = (is: (one: Instrument) => boolean): readonly number[] => instruments.flatMap((one, i) => (is(one) ? [i] : []));
  const ranked = (rank: "senior" | "junior") => where((one) => (one.kind === "debt" || one.kind === "vendor" || one.kind === "lease") ? one.rank === rank : one.kind === "convertible" && rank === "junior");
  const promised = besides(stack, T);
  const debts = placed(instruments, (one): one is DebtTerms => one.kind === "debt");
  const joined = joinAlike(stack);
  return {
    stack, business, instruments, T, I, payOut, promised,
    joined: joined === null ? null : { compiled: compile(joined.stack, plan, { payOut }), parts: joined.parts },
    rate: filled(instruments, T, rateAt),
    growth: growths(instruments, T),
    base: filled(instruments, T, (one, t) => baseAt(one, business, t)),
    instalment: Float64Array.from(instruments, (one) => (one.kind === "vendor" || one.kind === "lease" ? instalmentOf(one) : 0)),
    groups: groupsOf(instruments),
    atOnce: where((one) => "atOnce" in one && one.atOnce),
    common: placed(instruments, (one): one is EquityTerms => one.kind === "equity"),
    preferred: placed(instruments, (one): one is PreferredTerms => one.kind === "preferred"),
    convertibles: placed(instruments, (one): one is ConvertibleTerms => one.kind === "convertible"),
    debts,
    instalments: placed(instruments, (one): one is InstalmentTerms => one.kind === "vendor" || one.kind === "lease"),
    prepaid: placed(instruments, (one): one is PrepaymentTerms => one.kind === "prepayment"),
    sculpted: debts.filter(({ one }) => one.repayment === "sculpted"),
    reserved: debts.filter(({ one }) => one.reserve_quarters > 0),
    senior: ranked("senior"),
    junior: ranked("junior"),
    loans: where(({ kind }) => kind === "debt" || kind === "convertible" || kind === "vendor" || kind === "lease"),
    hold: holds(stack, business, promised),
    ebitdaYear: Float64Array.from(business.quarters, (_, t) => business.ebitda_usd.slice(Math.max(0, t - QUARTERS_PER_YEAR + 1), t + 1).reduce((a, b) => a + b, 0)),
  };
};

const placed = <T extends Instrument>(instruments: readonly Instrument[], is: (one: Instrument) => one is T): readonly Placed<T>[] => instruments.flatMap((one, i) => (is(one) ? [{ i, one }] : []));

/** The plan with the rest of the company. */
const withOther = (plan: FundingCase, other_usd: readonly number[]): FundingCase => {
  if (other_usd.every((usd) => usd === 0)) return plan;
  const added = (column: readonly number[]): readonly number[] => column.map((usd, t) => usd + other_usd[t]!);
  return { ...plan, ebitda_usd: added(plan.ebitda_usd), operating_usd: added(plan.operating_usd) };
};

const COLUMNS = ["capex_usd", "placed_usd", "revenue_usd", "ebitda_usd", "receivable_usd", "payable_usd", "operating_usd", "proceeds_usd", "taxDepreciation_usd", "bookDepreciation_usd"] as const;

const checkCase = (business: FundingCase): void => {
  const { length } = business.quarters;
  if (length === 0) throw new RangeError("quarters must not be empty");
  for (const name of COLUMNS) {
    if (business[name].length !== length) throw new RangeError(`${name} has ${business[name].length} quarters, quarters ${length}`);
    const at = business[name].findIndex((usd) => !Number.isFinite(usd));
    if (at >= 0) throw new RangeError(`${name}[${at}] must be a finite number, found ${business[name][at]}`);
  }
};

const filled = (instruments: readonly Instrument[], T: number, of: (one: Instrument, t: number) => number): Float64Array => {
  const column = new Float64Array(instruments.length * T);
  instruments.forEach((one, i) => { for (let t = 0; t < T; t++) column[i * T + t] = of(one, t); });
  return column;
};

const rateAt = (one: Instrument, t: number): number => {
  if (one.kind === "equity") return 0;
  if (one.kind === "preferred") return one.dividend_per_yr / QUARTERS_PER_YEAR;
  return (one.kind === "debt" ? one.rate_per_yr[t]! : one.rate_per_yr) / QUARTERS_PER_YEAR;
};

const growths = (instruments: readonly Instrument[], T: number): Float64Array => filled(instruments, T, (one, t) => (one.kind === "debt" ? growthOf(one, t, T) : 1));

const growthOf = (one: DebtTerms, t: number, T: number): number => {
  let grown = 1;
  for (let s = t + 1; s < Math.min(one.repayFrom, one.capitaliseUntil, T); s++) grown *= 1 + rateAt(one, s);
  return grown;
};

const baseAt = (one: Instrument, business: FundingCase, t: number): number => {
  if (one.kind === "prepayment") return one.share_frac * (business.classes.find(({ id }) => id === one.class)?.revenue_usd[t] ?? missing(`no class "${one.class}" earns anything for capital.prepayments.${one.id}`));
  if (one.kind !== "vendor" && one.kind !== "lease") return 0;
  return one.share_frac * business.purchases.reduce((sum, { subsystem, item, capex_usd }) => sum + (names(one, { subsystem, item }) ? capex_usd[t]! : 0), 0);
};

/** A sculpted loan needs its ratio, any other a limit: else nothing says how much may be drawn. */
const checkDebt = (one: Instrument): void => {
  if (one.kind !== "debt") return;
  if (one.repayment === "sculpted" && one.dscr === null) missing(`${one.id} is sculpted and has no dscr`);
  if (one.repayment !== "sculpted" && one.limit_usd === Infinity) missing(`${one.id} has no limit`);
  if (one.maturity < one.repayFrom) missing(`${one.id} is due before its repayment begins`);
  if (one.repayment === "sculpted" && one.window.until >= one.repayFrom) missing(`${one.id} is sculpted and can still be drawn when its repayment begins`);
};

const missing = (why: string): never => { throw new RangeError(why); };

/** "starship/servers", "starship" or "it". */
const names = ({ of }: InstalmentTerms, { subsystem, item }: { readonly subsystem: string; readonly item: string }): boolean => of === item || of === subsystem || subsystem.startsWith(`${of}/`);

/** Purchases that one matches at all: an instalment plan of nothing is a mistake that the reader should hear of. */
export const matchesNothing = (one: InstalmentTerms, { purchases }: Pick<FundingCase, "purchases">): boolean => !purchases.some((bought) => names(one, bought));

/** Level payment on a dollar: end of each quarter, or start; what is left at the end is the residual. */
const instalmentOf = ({ rate_per_yr, term_quarters: n, residual_frac, atStart }: InstalmentTerms): number => {
  const r = rate_per_yr / QUARTERS_PER_YEAR;
  if (r === 0) return (1 - residual_frac) / n;
  const lost = -Math.expm1(-n * Math.log1p(r));
  return ((1 - residual_frac * (1 - lost)) * r) / (lost * (atStart ? 1 + r : 1));
};

const groupsOf = (instruments: readonly Instrument[]): readonly (readonly number[])[] => {
  const byOrder = new Map<number, number[]>();
  instruments.forEach((one, i) => {
    if (!("atOnce" in one) || one.atOnce) return;
    byOrder.set(one.order, [...(byOrder.get(one.order) ?? []), i]);
  });
  return [...byOrder].sort(([a], [b]) => a - b).map(([, group]) => group);
};

const besides = ({ commitments }: Stack, T: number): Float64Array => {
  const due = new Float64Array(T);
  for (const one of commitments) if (one.beside) one.due_usd.forEach((usd, t) => { due[t]! += usd; });
  return due;
};

const holds = ({ keepAhead_quarters }: Stack, { capex_usd, operating_usd }: FundingCase, promised: Float64Array): Float64Array =>
  Float64Array.from(capex_usd, (_, t) => {
    let [sum, most] = [0, 0];
    for (let s = t + 1; s <= Math.min(t + keepAhead_quarters, capex_usd.length - 1); s++) {
      sum += capex_usd[s]! + promised[s]! - operating_usd[s]!;
      most = Math.max(most, sum);
    }
    return most;
  });
