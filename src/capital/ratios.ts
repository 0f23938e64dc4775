/**
 * Ratios that lenders look at.
 *
 *   (1) DSCR(t) = cash for debt service / senior service, quarter by quarter; repayment of all in one sum is not service
 *       mean DSCR: over the quarters in which senior loans are served; of instalments alone, over all quarters with service
 *   (2) LLCR = value of the cash for debt service until the last senior maturity / (senior loans + value of the service of senior instalments until then), all at the
 *       start of the first repayment, at the loans' mean rate
 *   (3) sized debt = sum over t of allowed(t) / (1 + r)^(t - repayFrom + 1): cash over DSCR, less service before it
 * Source: Yescombe, Principles of Project Finance (2014) ch. 12; NREL SSC lib_financial (sculpted debt), case dscr-sculpt.
 */
import { yearlyDscr } from "./steps/index.ts";
import type { Evaluated } from "./evaluate.ts";

export interface Ratios {
  /** NaN is null: no senior service in the quarter. */
  readonly dscr: readonly (number | null)[];
  readonly yearlyDscr: readonly (number | null)[];
  readonly minDscr: number | null;
  readonly meanDscr: number | null;
  /** Where the least stands in the quarters. */
  readonly minDscrAt: number | null;
  readonly llcr: number | null;
  /** Debt over debt and paid-in equity at its highest; debt over all that was drawn. */
  readonly maxGearing_frac: number | null;
  readonly debt_frac: number | null;
  readonly maxDebt_usd: number;
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

export const ratiosOf = (e: Evaluated): Ratios => {
  const { business, instruments, T } = e.compiled;
  const dscr = business.quarters.map((_, t) => (e.service[t]! > 0 ? e.cfads[t]! / e.service[t]! : null));
  const told = dscr.flatMap((value, t) => (value === null ? [] : [{ value, t }]));
  const least = told.reduce<{ readonly value: number; readonly t: number } | null>((low, one) => (low === null || one.value < low.value ? one : low), null);
  const debt = business.quarters.map((_, t) => loansAt(e, t));
  const gearing = debt.flatMap((usd, t) => (usd > 0 ? [usd / (usd + e.paidIn[t]! + preferredAt(e, t))] : []));
  const drawn = (of: (kind: string) => boolean): number => instruments.reduce((sum, { kind }, i) => sum + (of(kind) ? e.drawn.subarray(i * T, (i + 1) * T).reduce((a, b) => a + b, 0) : 0), 0);
  const all = drawn(() => true);
  return {
    dscr, yearlyDscr: business.quarters.map((_, t) => orNull(yearlyDscr(e, t))),
    minDscr: least?.value ?? null, minDscrAt: least?.t ?? null,
    meanDscr: meanOf(inLifeOf(e, told).map(({ value }) => value)),
    llcr: llcrOf(e), maxGearing_frac: gearing.length === 0 ? null : Math.max(...gearing),
    debt_frac: all === 0 ? null : drawn(isLoan) / all, maxDebt_usd: Math.max(0, ...debt),
  };
};

const meanOf = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);

const seniorLoans = ({ compiled: { instruments, senior } }: Evaluated) => senior.flatMap((i) => { const one = instruments[i]!; return one.kind === "debt" ? [{ i, one }] : []; });

/** Quarters in which senior loans are served; all without any. */
const inLifeOf = <K extends { readonly t: number }>(e: Evaluated, told: readonly K[]): readonly K[] => {
  const loans = seniorLoans(e);
  const served = told.filter(({ t }) => loans.some(({ i }) => e.cover[i * e.compiled.T + t]! > 0));
  return served.length === 0 ? told : served;
};

const isLoan = (kind: string): boolean => kind === "debt" || kind === "convertible" || kind === "vendor" || kind === "lease";

const sumAt = ({ compiled: { instruments, T }, balance }: Evaluated, t: number, of: (kind: string) => boolean): number => instruments.reduce((sum, { kind }, i) => sum + (of(kind) ? balance[i * T + t]! : 0), 0);
const loansAt = (e: Evaluated, t: number): number => sumAt(e, t, isLoan);
const preferredAt = (e: Evaluated, t: number): number => sumAt(e, t, (kind) => kind === "preferred");

/** (2); null without senior loans that are repaid in parts. */
const llcrOf = (e: Evaluated): number | null => {
  const { compiled: { instruments, senior, rate, T }, balance, cfads, cover } = e;
  const loans = seniorLoans(e);
  const from = Math.min(...loans.map(({ one }) => one.repayFrom));
  if (loans.length === 0 || from < 1 || from >= T) return null;
  const owed = loans.reduce((sum, { i }) => sum + balance[i * T + from - 1]!, 0);
  if (owed <= 0) return null;
  const last = Math.min(T - 1, Math.max(...loans.map(({ one }) => one.maturity)));
  const instalments = senior.filter((i) => instruments[i]!.kind !== "debt");
  let [value, others] = [0, 0];
  for (let t = last; t >= from; t--) {
    const growth = 1 + loans.reduce((sum, { i }) => sum + (rate[i * T + t]! * balance[i * T + from - 1]!) / owed, 0);
    value = (value + cfads[t]!) / growth;
    others = (others + instalments.reduce((sum, i) => sum + cover[i * T + t]!, 0)) / growth;
  }
  return value / (owed + others);
};
