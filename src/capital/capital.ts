/**
 * `fund`: a capital stack against a business, quarter by quarter.
 *
 *   1. cash for debt service = operating cash - prepaid service - tax
 *   2. cash + reserve = before + (1) + sold at the end + draws less fees - service - purchases and commitments - sweep - preferred - distributions
 *   3. interest of a quarter = owed at its start x rate / 4; added to the loan and to the assets before `capitaliseUntil`, and what is not paid to the loan
 *   4. taxable income = EBITDA + sold at the end - tax depreciation - commitments - interest that is no asset - fees on what is not drawn - (5)
 *   5. interest and fees that are assets are written off over repayment in equal parts, for tax and for the books
 *   6. a sculpted loan may owe at its first repayment the value of cash / DSCR less other senior service (ratios.ts), and repays in proportion to that cash
 *   7. surplus = cash after bills - least cash - what purchases, commitments and running costs of the coming `keepAhead` need: of it the sweep
 *   8. owners get of the surplus what also leaves the service, tax and reserve of the coming `keepAhead` paid for, and what was paid ahead and is never served (steps/keep.ts)
 * Source: Yescombe, Principles of Project Finance (2014) ch. 12-14 (waterfall, cover ratios, reserve); NREL SSC (sculpted debt); 26 U.S.C. 172 (losses).
 *
 * Assumes: all flows of a quarter at one instant, so that interest is on what was owed at the start and nothing is circular within a quarter; a lease is treated as the
 * lessee's purchase with a loan; tax paid is the tax of the books (no deferred tax); prepayments are taxed when served; no limit on the deduction of interest
 * (26 U.S.C. 163(j) has one for large borrowers), so that tax is low where debt is large.
 * Accuracy: SSC's sculpted case to 1e-9; sources and uses, and both sides of the balance, to rounding (tests).
 */
import { formatQuarter } from "../units/index.ts";
import { balanceSheet, sourcesAndUses } from "./balance-sheet.ts";
import type { CovenantResult, Funding, InstrumentFunding } from "./capital-record.ts";
import { compile, matchesNothing } from "./compile.ts";
import { evaluate, type Evaluated } from "./evaluate.ts";
import type { FundingCase } from "./funding-record.ts";
import { gapOf } from "./gap.ts";
import { planLimits } from "./plan-limits.ts";
import { ratiosOf } from "./ratios.ts";
import { returnsOf, waccCheck } from "./returns.ts";
import type { Instrument, Stack } from "./stack.ts";

/** A difference of passes below this counts as none. */
const AGREED = 1e-9;

/** Pays for a business with a stack. Throws RangeError for a case that is not whole. */
export const fund = (stack: Stack, business: FundingCase): Funding => {
  const e = evaluate(compile(stack, business));
  const providers = returnsOf(e);
  return {
    quarters: business.quarters,
    instruments: stack.instruments.map((one, i) => instrumentOf(e, one, i)),
    sourcesAndUses: sourcesAndUses(e),
    balance: balanceSheet(e),
    cfads_usd: [...e.cfads], service_usd: [...e.service], unpaidService_usd: [...e.short], tax_usd: [...e.tax], reserveTarget_usd: [...e.target], distributed_usd: [...e.distributed],
    ratios: ratiosOf(e),
    covenants: covenantsOf(e),
    gap: gapOf(e),
    limits: planLimits(e),
    providers,
    wacc: waccCheck(e, providers),
    passes: e.passes, residual: e.residual, agreed: e.residual <= AGREED,
    notes: notesOf(e),
  };
};

const instrumentOf = (e: Evaluated, one: Instrument, i: number): InstrumentFunding => {
  const { T } = e.compiled;
  const column = (of: Float64Array): readonly number[] => Array.from(of.subarray(i * T, (i + 1) * T));
  const fee = column(e.fee);
  const isSculpted = one.kind === "debt" && one.repayment === "sculpted";
  return {
    id: one.id, kind: one.kind, rank: rankOf(one), limit_usd: one.limit_usd === Infinity ? null : one.limit_usd,
    sized_usd: isSculpted && one.repayFrom < T ? e.allowedValue[i * T + one.repayFrom]! : null,
    drawn_usd: column(e.drawn), interest_usd: column(e.interest), capitalised_usd: column(e.capitalised), fees_usd: column(e.commitmentFee).map((usd, t) => usd + fee[t]!),
    paid_usd: column(e.paid), repaid_usd: column(e.repaid), swept_usd: column(e.swept), converted_usd: column(e.converted), balance_usd: column(e.balance),
  };
};

const rankOf = (one: Instrument): string => {
  if (one.kind === "debt" || one.kind === "vendor" || one.kind === "lease") return one.rank;
  return one.kind === "equity" ? one.holder : one.kind;
};

const covenantsOf = ({ compiled: { stack, business, T }, tested, brokenAt }: Evaluated): readonly CovenantResult[] =>
  stack.covenants.map(({ id, test, bound, then, window }, c) => {
    const isLeast = test === "dscr" || test === "cash";
    const values = business.quarters.flatMap((quarter, t) => {
      const value = tested[c * T + t]!;
      return t < window.from || t > window.until || Number.isNaN(value) ? [] : [{ value, quarter }];
    });
    const worst = values.reduce<CovenantResult["worst"]>((far, one) => (far === null || (isLeast ? one.value < far.value : one.value > far.value) ? one : far), null);
    return { id, test, bound, then, failed: business.quarters.filter((_, t) => brokenAt[c * T + t] === 1), worst };
  });

const notesOf = (e: Evaluated): readonly string[] => {
  const { stack, business, instruments, T } = e.compiled;
  const first = business.quarters[0]!;
  return [
    ...(e.residual <= AGREED ? [] : [`Sculpted loans and the reserve differ by ${e.residual.toExponential(1)} of cash from what they foresaw after ${e.passes} passes: read their schedule as near, not exact.`]),
    ...instruments.flatMap((one, i): readonly string[] => {
      if ("window" in one && one.window.from > one.window.until) return [`${one.id} is never drawn: ${one.window.from === Infinity ? "its milestone is not reached" : "its window ends before it begins"}.`];
      if (one.kind === "debt" && one.repayment === "sculpted" && one.repayFrom >= T) return [`${one.id} is never drawn: its repayment begins after ${formatQuarter(first + T - 1)}, the last quarter that is counted, and nothing says what it may owe.`];
      if (one.kind === "prepayment" && one.paidAt >= T) return [`${one.id} is never paid: its milestone is not reached.`];
      if ((one.kind === "vendor" || one.kind === "lease") && matchesNothing(one, business)) return [`${one.id} finances nothing: the plan buys no "${one.of}"; it buys ${[...new Set(business.purchases.map(({ subsystem }) => subsystem))].slice(0, 8).join(", ")}.`];
      const owed = e.balance[(i + 1) * T - 1]!;
      const isLoan = one.kind === "debt" || one.kind === "convertible" || one.kind === "vendor" || one.kind === "lease";
      if (one.kind === "prepayment" && owed > 1) return [`${one.id}: ${(owed / 1e6).toFixed(1)} M$ of what was paid ahead are not served by the end (${formatQuarter(first + T - 1)}) and still owed: as much is kept from the owners, as far as there is cash.`];
      return isLoan && owed > 1 ? [`${one.id} still owes ${(owed / 1e6).toFixed(1)} M$ at the end (${formatQuarter(first + T - 1)}): it is repaid after the last quarter, or was not repaid.`] : [];
    }),
    ...gearingNote(e),
    ...stack.commitments.flatMap(({ id, outside_usd }) => (outside_usd > 1 ? [`${(outside_usd / 1e9).toFixed(3)} G$ of ${id} fall due outside the quarters that are counted, and are not paid here.`] : [])),
  ];
};

/** Debt beyond the bound: draws keep it, instalments, unpaid service and interest of notes do not ask. */
const gearingNote = (e: Evaluated): readonly string[] => {
  const { stack: { gearingMax_frac: bound } } = e.compiled;
  const { maxGearing_frac: most } = ratiosOf(e);
  if (bound === null || most === null || most <= bound + GEARING_ROUNDING) return [];
  return [`Debt comes to ${(most * 100).toFixed(2)} % of debt and paid-in equity, above capital.gearingMax (${(bound * 100).toFixed(2)} %): draws of loans and notes keep the bound; instalments, interest added to notes and service that is not paid add to debt without asking.`];
};

const GEARING_ROUNDING = 1e-9;
