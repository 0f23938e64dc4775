/**
 * What is owned and owed at the end of each quarter, and sources and uses of cash in it. The two sides are added up apart; tests hold them together.
 *
 *   owned: cash, reserve, receivable, purchases at book, paid ahead for purchases (below zero: owed for them), interest and fees that became an asset
 *   owed: payable, unpaid bills, loans, notes and instalments, prepayments;   owners: preferred, common paid in, retained earnings
 */
import type { Evaluated } from "./evaluate.ts";

export interface BalanceSheet {
  readonly cash_usd: readonly number[];
  readonly reserve_usd: readonly number[];
  readonly receivable_usd: readonly number[];
  readonly fixed_usd: readonly number[];
  readonly paidAhead_usd: readonly number[];
  readonly financeAssets_usd: readonly number[];
  readonly payable_usd: readonly number[];
  readonly bills_usd: readonly number[];
  /** Loans, notes and instalments; each stands in the schedule of its instrument. */
  readonly debt_usd: readonly number[];
  readonly prepaid_usd: readonly number[];
  readonly preferred_usd: readonly number[];
  readonly paidIn_usd: readonly number[];
  readonly retained_usd: readonly number[];
  readonly assets_usd: readonly number[];
  readonly claims_usd: readonly number[];
}

/** One source or use of cash, by quarter, all at or above zero. */
export interface CashLine {
  readonly id: string;
  readonly usd: readonly number[];
}

export interface SourcesAndUses {
  readonly sources: readonly CashLine[];
  readonly uses: readonly CashLine[];
}

export const balanceSheet = (e: Evaluated): BalanceSheet => {
  const { business } = e.compiled;
  const column = (of: (t: number) => number): readonly number[] => business.quarters.map((_, t) => of(t));
  const owed = (kinds: readonly string[]): readonly number[] => column((t) => e.compiled.instruments.reduce((sum, { kind }, i) => sum + (kinds.includes(kind) ? e.balance[i * e.compiled.T + t]! : 0), 0));
  const placed = runningSum(business.placed_usd);
  const bought = runningSum(business.capex_usd);
  const writtenOff = runningSum(business.bookDepreciation_usd);
  const sheet = {
    cash_usd: [...e.cash], reserve_usd: [...e.reserve], receivable_usd: business.receivable_usd,
    fixed_usd: column((t) => placed[t]! - writtenOff[t]!), paidAhead_usd: column((t) => bought[t]! - placed[t]!), financeAssets_usd: [...e.financeAssets],
    payable_usd: business.payable_usd, bills_usd: [...e.bills], debt_usd: owed(["debt", "convertible", "vendor", "lease"]), prepaid_usd: owed(["prepayment"]),
    preferred_usd: owed(["preferred"]), paidIn_usd: [...e.paidIn], retained_usd: [...e.retained],
  };
  const sum = (...columns: readonly (readonly number[])[]): readonly number[] => column((t) => columns.reduce((total, one) => total + one[t]!, 0));
  return {
    ...sheet,
    assets_usd: sum(sheet.cash_usd, sheet.reserve_usd, sheet.receivable_usd, sheet.fixed_usd, sheet.paidAhead_usd, sheet.financeAssets_usd),
    claims_usd: sum(sheet.payable_usd, sheet.bills_usd, sheet.debt_usd, sheet.prepaid_usd, sheet.preferred_usd, sheet.paidIn_usd, sheet.retained_usd),
  };
};

const runningSum = (values: readonly number[]): readonly number[] => {
  let sum = 0;
  return values.map((value) => (sum += value));
};

/** Of every quarter. What instalments pay for stands on both sides: bought, and lent. */
export const sourcesAndUses = (e: Evaluated): SourcesAndUses => {
  const { business, instruments, T } = e.compiled;
  const column = (of: (t: number) => number): readonly number[] => business.quarters.map((_, t) => of(t));
  const up = (values: ArrayLike<number>, t: number): number => values[t]! - (t === 0 ? 0 : values[t - 1]!);
  const cashChange = (t: number): number => e.cash[t]! - (t === 0 ? e.compiled.stack.openingCash_usd : e.cash[t - 1]!);
  const of = (columnOf: Float64Array, kinds: readonly string[]) => column((t) => instruments.reduce((sum, { kind }, i) => sum + (kinds.includes(kind) ? columnOf[i * T + t]! : 0), 0));
  const loans = ["debt", "convertible", "vendor", "lease"];
  const [fee, commitmentFee, paid, repaid, swept] = [of(e.fee, loans), of(e.commitmentFee, loans), of(e.paid, loans), of(e.repaid, loans), of(e.swept, loans)];
  const [dividends, redeemed] = [of(e.paid, ["preferred"]), of(e.repaid, ["preferred"])];
  const signed: readonly (readonly [string, string, (t: number) => number])[] = [
    ["running the business", "running the business", (t) => business.operating_usd[t]! - e.served[t]!],
    ["tax taken back", "tax", (t) => -e.tax[t]!],
    ["out of the reserve", "into the reserve", (t) => -up(e.reserve, t)],
    ["out of cash", "into cash", (t) => -cashChange(t)],
    ["left unpaid", "earlier bills", (t) => up(e.bills, t)],
  ];
  const lines = (side: 1 | -1): readonly CashLine[] => signed.map(([source, use, value]) => ({ id: side === 1 ? source : use, usd: column((t) => Math.max(0, side * value(t))) }));
  const some = (all: readonly CashLine[]): readonly CashLine[] => all.filter(({ usd }) => usd.some((one) => one !== 0));
  return {
    sources: some([
      ...instruments.map(({ id }, i) => ({ id, usd: column((t) => e.drawn[i * T + t]!) })),
      ...lines(1), { id: "sold at the end", usd: column((t) => business.proceeds_usd[t]!) },
    ]),
    uses: some([
      { id: "purchases", usd: column((t) => business.capex_usd[t]!) }, { id: "commitments", usd: column((t) => e.compiled.promised[t]!) },
      ...lines(-1), { id: "fees", usd: column((t) => fee[t]! + commitmentFee[t]!) }, { id: "interest", usd: paid }, { id: "repayment", usd: repaid }, { id: "swept", usd: swept },
      { id: "preferred shares", usd: column((t) => dividends[t]! + redeemed[t]!) }, { id: "shareholders", usd: column((t) => e.distributed[t]!) },
    ]),
  };
};
