/** What the stack did, quarter by quarter: columns that a pass fills. */
import type { Compiled } from "./compile.ts";

/** By instrument and quarter (i * T + t), dollars. balance = balance before + drawn + interest - paid - repaid - swept - converted. */
const BY_INSTRUMENT = ["drawn", "fee", "commitmentFee", "interest", "capitalised", "due", "cover", "paid", "repaid", "swept", "converted", "balance"] as const;
/** By quarter, dollars; `locked`, `stopped`, `defaulted` are 0 or 1. */
const BY_QUARTER = ["cash", "reserve", "target", "bills", "tax", "losses", "served", "cfads", "service", "short", "expense", "amortised", "financeAssets", "capexCash", "billsPaid", "distributed", "retained", "paidIn", "locked", "stopped", "defaulted"] as const;

type Of<K extends string> = { readonly [key in K]: Float64Array };

/**
 * drawn: gross, equity's too; fee: of it kept back; interest: what accrues, a preferred share's dividend and a prepayment's growth too; capitalised: of it what becomes an
 * asset; due: service as the terms ask; cover: of it what a DSCR counts (no repayment at once); paid, repaid: interest and principal out of the waterfall (of a prepayment: served).
 */
export type InstrumentColumns = Of<(typeof BY_INSTRUMENT)[number]>;
/**
 * target: of the reserve; bills: purchases, commitments and running costs left unpaid; served: revenue that prepayments had paid; service: senior, as due; short: service due
 * and not paid; expense: what finance takes from income; paidIn: common equity and opening cash; retained: earnings less all dividends.
 */
export type QuarterColumns = Of<(typeof BY_QUARTER)[number]>;
export interface Columns extends InstrumentColumns, QuarterColumns {
  /** By covenant and quarter (c * T + t): what was tested (NaN where there was nothing to test), and 1 where it was failed. */
  readonly tested: Float64Array;
  readonly brokenAt: Uint8Array;
}

const made = <K extends string>(names: readonly K[], length: number): Of<K> => Object.fromEntries(names.map((name) => [name, new Float64Array(length)])) as Of<K>;

export const columnsOf = ({ T, I, stack }: Pick<Compiled, "T" | "I" | "stack">): Columns => ({
  ...made(BY_INSTRUMENT, T * I), ...made(BY_QUARTER, T), tested: new Float64Array(stack.covenants.length * T), brokenAt: new Uint8Array(stack.covenants.length * T),
});

/** What passes hand on beside their columns: scratch of one quarter, and what the last pass foresaw. */
export interface Work extends Compiled, Columns {
  /** Service that a DSCR allows a sculpted loan, and its value at the start of each quarter. */
  readonly allowed: Float64Array;
  readonly allowedValue: Float64Array;
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
}

export const workOf = (compiled: Compiled): Work => {
  const { T, I } = compiled;
  const each = (length: number): Float64Array => new Float64Array(length);
  return {
    ...compiled, ...columnsOf(compiled), allowed: each(I * T), allowedValue: each(I * T), cfadsBefore: each(T), coverBefore: each(I * T),
    dueInterest: each(I), duePrincipal: each(I), overdue: each(I), drawnSum: each(I), repaidSum: each(I), assetLeft: each(I), convertedSum: each(I), sweeping: new Uint8Array(1),
  };
};
