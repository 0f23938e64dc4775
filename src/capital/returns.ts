/**
 * What each provider of money puts in and gets back, and what its money earns.
 *
 *   (1) common shares: paid in / price; a distribution goes to shares as they stand in its quarter, opening ones too
 *   (2) at the end: what is owed on loans, notes and preferred shares counts as received; common shares get what is left at book, nothing where that is below zero
 *   (3) return a year = (1 + i)^4 - 1, i a root of the quarterly flows (`irr` of money: all roots, and which one is quoted)
 *   (4) value = sum flow / (1 + discount)^((q + 1/2) / 4), q quarters from the start of the plan
 *   (5) return asked of equity = (discount - d c (1 - tax)) / (1 - d): d the loans' share of mean book capital, c their cost: the stack agrees with
 *       the plan's discount rate (its weighted cost of capital) where equity earns just that
 */
import { irr, type Irr } from "../money/index.ts";
import { balanceSheet } from "./balance-sheet.ts";
import type { Evaluated } from "./evaluate.ts";

export interface ProviderReturn {
  readonly id: string;
  readonly kind: string;
  readonly paidIn_usd: number;
  readonly received_usd: number;
  /** Of it counted at the end and not paid (2). */
  readonly atEnd_usd: number;
  /** Received less paid in, by quarter. */
  readonly flows_usd: readonly number[];
  readonly value_usd: number;
  /** Quarterly roots as returns a year. */
  readonly irr_per_yr: Irr;
  /** Share of common stock at the end; null for what is none. */
  readonly owns_frac: number | null;
}

export interface WaccCheck {
  readonly discount_per_yr: number;
  /** Loans' share of mean book capital, and their cost before tax with fees. */
  readonly debt_frac: number;
  readonly debtCost_per_yr: number | null;
  /** (5); null where there is no equity, or no return on the debt. */
  readonly asked_per_yr: number | null;
  readonly equityReturn_per_yr: number | null;
}

const QUARTERS_PER_YEAR = 4;

export const returnsOf = (e: Evaluated): readonly ProviderReturn[] => {
  const { instruments, T, business, stack } = e.compiled;
  const shares = sharesOf(e);
  const sheet = balanceSheet(e);
  const last = T - 1;
  const left = Math.max(0, sheet.assets_usd[last]! - sheet.financeAssets_usd[last]! - (sheet.claims_usd[last]! - sheet.paidIn_usd[last]! - sheet.retained_usd[last]!));
  const held = instruments.flatMap((one, i): readonly ProviderReturn[] => {
    if (one.kind === "prepayment") return [];
    const isCommon = one.kind === "equity";
    const end = (isCommon || one.kind === "convertible" ? left * part(shares, i, last) : 0) + (isCommon ? 0 : e.balance[i * T + last]!);
    const flows = business.quarters.map((_, t) => flowOf(e, { i, t }) + e.distributed[t]! * part(shares, i, t));
    return [provider(e, { id: one.id, kind: one.kind, flows, end, owns: isCommon || one.kind === "convertible" ? part(shares, i, last) : null })];
  });
  if (stack.openingShares === 0) return held;
  const flows = business.quarters.map((_, t) => (e.distributed[t]! * stack.openingShares) / shares.all[t]!);
  const owns = stack.openingShares / shares.all[last]!;
  return [...held, provider(e, { id: "held before", kind: "equity", flows, end: left * owns, owns })];
};

/** Paid to the provider less paid in, beside distributions on common shares. */
const flowOf = (e: Evaluated, { i, t }: { readonly i: number; readonly t: number }): number => {
  const at = i * e.compiled.T + t;
  return e.compiled.instruments[i]!.kind === "equity" ? -e.drawn[at]! : e.paid[at]! + e.repaid[at]! + e.swept[at]! + e.fee[at]! + e.commitmentFee[at]! - e.drawn[at]!;
};

interface Shares {
  /** By instrument and quarter, and of all. */
  readonly of: Float64Array;
  readonly all: Float64Array;
}

const sharesOf = ({ compiled: { instruments, T, stack }, drawn, converted }: Evaluated): Shares => {
  const of = new Float64Array(instruments.length * T);
  const all = new Float64Array(T).fill(stack.openingShares);
  instruments.forEach((one, i) => {
    if (one.kind !== "equity" && one.kind !== "convertible") return;
    let sum = 0;
    for (let t = 0; t < T; t++) {
      sum += (one.kind === "equity" ? drawn : converted)[i * T + t]! / one.sharePrice_usd;
      of[i * T + t] = sum;
      all[t]! += sum;
    }
  });
  return { of, all };
};

const part = ({ of, all }: Shares, i: number, t: number): number => (all[t] === 0 ? 0 : of[i * all.length + t]! / all[t]!);

const provider = (e: Evaluated, { id, kind, flows, end, owns }: { readonly id: string; readonly kind: string; readonly flows: readonly number[]; readonly end: number; readonly owns: number | null }): ProviderReturn => {
  const flows_usd = flows.map((usd, t) => (t === flows.length - 1 ? usd + end : usd));
  const sum = (of: (usd: number) => number): number => flows_usd.reduce((total, usd) => total + of(usd), 0);
  return {
    id, kind, flows_usd, atEnd_usd: end, owns_frac: owns,
    paidIn_usd: sum((usd) => Math.max(0, -usd)), received_usd: sum((usd) => Math.max(0, usd)),
    value_usd: valueOf(e, flows_usd), irr_per_yr: yearly(irr(withoutRounding(flows_usd))),
  };
};

/** What is left of a loan that is paid off, 1e-13 of it, is no change of sign. */
const ROUNDING = 1e-12;

const withoutRounding = (flows_usd: readonly number[]): readonly number[] => {
  const least = ROUNDING * flows_usd.reduce((most, usd) => Math.max(most, Math.abs(usd)), 0);
  return flows_usd.map((usd) => (Math.abs(usd) < least ? 0 : usd));
};

const valueOf = ({ compiled: { business } }: Evaluated, flows_usd: readonly number[]): number =>
  flows_usd.reduce((sum, usd, t) => sum + usd / (1 + business.discount_per_yr) ** ((business.quarters[t]! - business.valuation_quarter + 0.5) / QUARTERS_PER_YEAR), 0);

const yearly = (found: Irr): Irr => {
  const perYear = (rate: number): number => (1 + rate) ** QUARTERS_PER_YEAR - 1;
  return { roots: found.roots.map(perYear), chosen: found.chosen === null ? null : perYear(found.chosen), rule: found.rule };
};

/** Flows of several providers as one. */
const together = (providers: readonly ProviderReturn[]): number | null => {
  const [first] = providers;
  if (first === undefined) return null;
  return yearly(irr(withoutRounding(first.flows_usd.map((_, t) => providers.reduce((sum, { flows_usd }) => sum + flows_usd[t]!, 0))))).chosen;
};

/** (5) */
export const waccCheck = (e: Evaluated, providers: readonly ProviderReturn[]): WaccCheck => {
  const { business } = e.compiled;
  const sheet = balanceSheet(e);
  const mean = (...columns: readonly (readonly number[])[]): number => columns.reduce((sum, column) => sum + column.reduce((a, b) => a + b, 0), 0);
  const debt = mean(sheet.debt_usd);
  const equity = mean(sheet.preferred_usd, sheet.paidIn_usd);
  const debt_frac = debt + equity === 0 ? 0 : debt / (debt + equity);
  const debtCost_per_yr = together(providers.filter(({ kind }) => kind === "debt" || kind === "vendor" || kind === "lease"));
  const cost = debt_frac === 0 ? 0 : debtCost_per_yr;
  return {
    discount_per_yr: business.discount_per_yr, debt_frac, debtCost_per_yr,
    asked_per_yr: cost === null || debt_frac >= 1 ? null : (business.discount_per_yr - debt_frac * cost * (1 - business.tax.rate_frac)) / (1 - debt_frac),
    equityReturn_per_yr: together(providers.filter(({ kind }) => kind === "equity")),
  };
};
