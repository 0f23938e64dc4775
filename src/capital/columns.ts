/** What the stack did, quarter by quarter: columns that a pass fills. */
import type { Compiled } from "./compile.ts";

/** By instrument and quarter (i * T + t), dollars. balance = balance before + drawn + interest - paid - repaid - swept - converted. */
type ByInstrument = "drawn" | "fee" | "commitmentFee" | "interest" | "capitalised" | "due" | "cover" | "paid" | "repaid" | "swept" | "converted" | "balance";
/** By quarter, dollars; `locked`, `stopped`, `defaulted` are 0 or 1. */
type ByQuarter = "cash" | "reserve" | "target" | "bills" | "tax" | "losses" | "served" | "cfads" | "service" | "short" | "expense" | "amortised" | "financeAssets" | "capexCash" | "billsPaid" | "distributed" | "retained" | "paidIn" | "locked" | "stopped" | "defaulted";

type Of<K extends string> = { readonly [key in K]: Float64Array };

/**
 * drawn: gross, equity's too; fee: of it kept back; interest: what accrues, a preferred share's dividend and a prepayment's growth too; capitalised: of it what becomes an
 * asset; due: service as the terms ask; cover: of it what a DSCR counts (no repayment at once); paid, repaid: interest and principal out of the waterfall (of a prepayment: served).
 */
export type InstrumentColumns = Of<ByInstrument>;
/**
 * target: of the reserve; bills: purchases, commitments and running costs left unpaid; served: revenue that prepayments had paid; service: senior, as due; short: service due
 * and not paid; expense: what finance takes from income; paidIn: common equity and opening cash; retained: earnings less all dividends.
 */
export type QuarterColumns = Of<ByQuarter>;
export interface Columns extends InstrumentColumns, QuarterColumns {
  /** By covenant and quarter (c * T + t): what was tested (NaN where there was nothing to test), and 1 where it was failed. */
  readonly tested: Float64Array;
  readonly brokenAt: Uint8Array;
}

const each = (length: number): Float64Array => new Float64Array(length);

/** What passes hand on beside their columns: scratch of one quarter, and what the last pass foresaw. */
export interface Work extends Compiled, Columns {
  /** Cash that owners leave for what is coming (equation 8 of capital.ts). */
  readonly keep: Float64Array;
  /** Service that a DSCR allows a sculpted loan, and its value at the start of each quarter. */
  readonly allowed: Float64Array;
  readonly allowedValue: Float64Array;
  /** By sculpted loan, of what it may owe: the part it took at most, in the last pass. */
  readonly taken: Float64Array;
  /** Of the last pass. */
  readonly cfadsBefore: Float64Array;
  readonly coverBefore: Float64Array;
  /** Scratch of the quarter. */
  readonly dueInterest: Float64Array;
  readonly duePrincipal: Float64Array;
  /** Instalments that were due and not paid. */
  readonly overdue: Float64Array;
  /** Drawn up to and with the quarter before. */
  readonly drawnSum: Float64Array;
  readonly repaidSum: Float64Array;
  /** Of interest and fees that became an asset: what is not written off yet. */
  readonly assetLeft: Float64Array;
  readonly convertedSum: Float64Array;
  /** Whether a covenant has everything swept in the quarter: one place. */
  readonly sweeping: Uint8Array;
  readonly compiled: Compiled;
  /** How many passes there were, and the largest difference between the last two, relative. */
  passes: number;
  residual: number;
}

/** Written out name by name: an object put together by spreading sixty names is looked up by hash, thirty times slower in the passes. */
export const workOf = (c: Compiled): Work => {
  const { T, I } = c;
  const [n, k] = [T * I, c.stack.covenants.length * T];
  return {
    T, I, stack: c.stack, business: c.business, instruments: c.instruments, payOut: c.payOut, joined: c.joined,
    promised: c.promised, rate: c.rate, growth: c.growth, base: c.base, instalment: c.instalment, groups: c.groups,
    atOnce: c.atOnce, common: c.common, convertibles: c.convertibles, loans: c.loans, debts: c.debts, sculpted: c.sculpted, reserved: c.reserved, senior: c.senior, junior: c.junior,
    preferred: c.preferred, prepaid: c.prepaid, instalments: c.instalments, hold: c.hold, ebitdaYear: c.ebitdaYear,
    drawn: each(n), fee: each(n), commitmentFee: each(n), interest: each(n), capitalised: each(n), due: each(n),
    cover: each(n), paid: each(n), repaid: each(n), swept: each(n), converted: each(n), balance: each(n),
    cash: each(T), reserve: each(T), target: each(T), bills: each(T), tax: each(T), losses: each(T),
    served: each(T), cfads: each(T), service: each(T), short: each(T), expense: each(T), amortised: each(T),
    financeAssets: each(T), capexCash: each(T), billsPaid: each(T), distributed: each(T), retained: each(T), paidIn: each(T),
    locked: each(T), stopped: each(T), defaulted: each(T),
    compiled: c, passes: 0, residual: Infinity, tested: each(k), brokenAt: new Uint8Array(k), keep: each(T), allowed: each(n), allowedValue: each(n), taken: each(I), cfadsBefore: each(T), coverBefore: each(n),
    dueInterest: each(I), duePrincipal: each(I), overdue: each(I), drawnSum: each(I), repaidSum: each(I), assetLeft: each(I), convertedSum: each(I), sweeping: new Uint8Array(1),
  };
};
