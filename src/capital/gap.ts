/**
 * Whether the money lasts: what is missing, from when, and what is not paid first.
 *
 * What is missing is what a last-chance shareholder would have to bring, quarter by quarter, once every instrument is drawn as far as it goes and while nothing is
 * paid out to shareholders. What is first left unpaid is read off the stack as it stands: in each quarter the plan's own purchases are paid before
 * commitments, and these in the order in which the scenario names them.
 */
import { compile } from "./compile.ts";
import { evaluate, type Evaluated } from "./evaluate.ts";
import type { FundingCase } from "./funding-record.ts";
import type { EquityTerms, Stack } from "./stack.ts";

export interface Gap {
  /** Money that nobody brings, by quarter, and in all. */
  readonly missing_usd: readonly number[];
  readonly total_usd: number;
  /** First quarter in which money is missing; null: it lasts. */
  readonly ends_quarter: number | null;
  /** Quarters until then, all of them where it lasts. */
  readonly runway_quarters: number;
  /** The same, were commitments that can be cancelled called off; null where there are none. */
  readonly cancelled: { readonly total_usd: number; readonly ends_quarter: number | null; readonly saved_usd: number } | null;
  /** First commitment that is not paid in full, with what of it is missing; "the plan's own purchases" or "debt service" where these come first. */
  readonly first: { readonly what: string; readonly to: string; readonly quarter: number; readonly unpaid_usd: number; readonly cancellable: boolean } | null;
  /** Commitments in all, those due after the last quarter or before the first, and money that was never drawn. */
  readonly promised_usd: number;
  readonly outside_usd: number;
  readonly undrawn_usd: number;
}

/** Below this share of the largest flow it is rounding. */
const ROUNDING = 1e-9;

export const gapOf = (e: Evaluated): Gap => {
  const { business } = e.compiled;
  // The business has the rest of the company in it already.
  const stack: Stack = { ...e.compiled.stack, otherIncome_usd: business.quarters.map(() => 0) };
  const missing_usd = missingOf(stack, business);
  const total_usd = missing_usd.reduce((a, b) => a + b, 0);
  const at = missing_usd.findIndex((usd) => usd > 0);
  const beside = stack.commitments.filter((one) => one.beside);
  return {
    missing_usd, total_usd, ends_quarter: at < 0 ? null : business.quarters[at]!, runway_quarters: at < 0 ? business.quarters.length : at,
    cancelled: cancelledOf(stack, business),
    first: firstUnpaid(e),
    promised_usd: beside.reduce((sum, { due_usd, outside_usd }) => sum + outside_usd + total(due_usd), 0),
    outside_usd: stack.commitments.reduce((sum, { outside_usd }) => sum + outside_usd, 0),
    undrawn_usd: undrawnOf(e),
  };
};

const total = (values: ArrayLike<number>): number => Array.prototype.reduce.call<ArrayLike<number>, [(a: number, b: number) => number, number], number>(values, (a, b) => a + b, 0);

const missingOf = (stack: Stack, business: FundingCase): readonly number[] => {
  const T = business.quarters.length;
  const last: EquityTerms = { kind: "equity", id: "missing", holder: "strategic", limit_usd: Infinity, sharePrice_usd: 1, window: { from: 0, until: T - 1 }, order: Infinity, atOnce: false };
  const { drawn, compiled } = evaluate(compile({ ...stack, instruments: [...stack.instruments, last] }, business, { payOut: false }));
  const i = compiled.I - 1;
  const scale = Math.max(...business.capex_usd.map((usd, t) => Math.abs(usd) + Math.abs(business.operating_usd[t]!) + compiled.promised[t]!), 1);
  return Array.from(drawn.subarray(i * T, (i + 1) * T), (usd) => (usd > ROUNDING * scale ? usd : 0));
};

const cancelledOf = (stack: Stack, business: FundingCase): Gap["cancelled"] => {
  const can = stack.commitments.filter(({ cancellable, beside }) => cancellable && beside);
  if (can.length === 0) return null;
  const missing = missingOf({ ...stack, commitments: stack.commitments.filter((one) => !can.includes(one)) }, business);
  const at = missing.findIndex((usd) => usd > 0);
  return { total_usd: total(missing), ends_quarter: at < 0 ? null : business.quarters[at]!, saved_usd: can.reduce((sum, { due_usd }) => sum + total(due_usd), 0) };
};

const firstUnpaid = (e: Evaluated): Gap["first"] => {
  const { stack, business, T } = e.compiled;
  const scale = Math.max(...business.capex_usd, 1) * ROUNDING;
  for (let t = 0; t < T; t++) {
    const quarter = business.quarters[t]!;
    if (e.short[t]! > scale) return { what: "debt service", to: "", quarter, unpaid_usd: e.short[t]!, cancellable: false };
    if (e.bills[t]! <= scale) continue;
    let left = e.billsPaid[t]! - e.capexCash[t]! - (t === 0 ? 0 : e.bills[t - 1]!);
    for (const one of left < -scale ? [] : stack.commitments) {
      if (!one.beside || one.due_usd[t] === 0) continue;
      if (left < one.due_usd[t]! - scale) return { what: one.id, to: one.to, quarter, unpaid_usd: one.due_usd[t]! - Math.max(0, left), cancellable: one.cancellable };
      left -= one.due_usd[t]!;
    }
    return { what: e.capexCash[t]! > 0 ? "the plan's own purchases" : "running costs and tax", to: "", quarter, unpaid_usd: e.bills[t]!, cancellable: false };
  }
  return null;
};

/** Of instruments with a limit that were open for some quarter. */
const undrawnOf = ({ compiled: { instruments, T }, drawn }: Evaluated): number =>
  instruments.reduce((sum, one, i) => {
    if (!("window" in one) || one.window.from > one.window.until || one.kind === "vendor" || one.kind === "lease" || one.limit_usd === Infinity) return sum;
    return sum + Math.max(0, one.limit_usd - total(drawn.subarray(i * T, (i + 1) * T)));
  }, 0);
