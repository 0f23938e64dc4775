import fc from "fast-check";
import type { CommitmentTerms, CovenantTerms, FundingCase, Instrument, Stack } from "../../src/capital/index.ts";
import { businessOf } from "./business.ts";
import { convertible, debt, equity, instalments, preferred, prepayment, QUARTERS, stackWith } from "./stacks.ts";

/** Whole cents. */
const usd = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((cents) => cents / 100);
const rate = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 0.15, noNaN: true }));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const quarter = fc.integer({ min: 0, max: QUARTERS - 1 });
const window = fc.tuple(quarter, quarter).map(([from, until]) => ({ from, until }));
const order = fc.integer({ min: 1, max: 3 });

const debts = fc.record({
  rank: fc.constantFrom("senior" as const, "junior" as const), window, order, atOnce: fc.boolean(), limit_usd: usd(800), rate: rate, capitaliseUntil: fc.integer({ min: 0, max: 6 }),
  repayment: fc.constantFrom("bullet" as const, "straight" as const, "level" as const, "sculpted" as const), repayFrom: fc.integer({ min: 6, max: 10 }), term: fc.integer({ min: 0, max: 18 }),
  dscr: fc.double({ min: 1, max: 2, noNaN: true }), commitmentFee_per_yr: fc.constantFrom(0, 0.01), upfrontFee_frac: fc.constantFrom(0, 0.02), reserve_quarters: fc.constantFrom(0, 1, 2, 2.5),
}).map(({ rate: per_yr, term, ...given }) => debt({ ...given, window: { ...given.window, until: given.repayment === "sculpted" ? Math.min(given.window.until, given.repayFrom - 1) : given.window.until }, maturity: given.repayment === "sculpted" ? Math.min(given.repayFrom + term, QUARTERS - 1) : given.repayFrom + term, rate_per_yr: Array.from({ length: QUARTERS }, (_, t) => per_yr * (1 + t / 50)) }));

const instrument = fc.oneof(
  debts,
  fc.record({ window, order, atOnce: fc.boolean(), limit_usd: usd(600), sharePrice_usd: fc.constantFrom(1, 3) }).map((given) => equity(given)),
  fc.record({ window, order, atOnce: fc.boolean(), limit_usd: usd(300), dividend_per_yr: rate, inKind: fc.boolean(), redemption: fc.constantFrom(12, Infinity) }).map((given) => preferred(given)),
  fc.record({ order, atOnce: fc.boolean(), limit_usd: usd(300), rate_per_yr: rate, inKind: fc.boolean(), converts: fc.constantFrom(8, Infinity), upfrontFee_frac: fc.constantFrom(0, 0.03) }).map((given) => convertible(given)),
  fc.record({ kind: fc.constantFrom("vendor" as const, "lease" as const), rank: fc.constantFrom("senior" as const, "junior" as const), window, share_frac: fc.double({ min: 0, max: 0.3, noNaN: true }), limit_usd: fc.constantFrom(60, Infinity), rate_per_yr: rate, term_quarters: fc.integer({ min: 1, max: 12 }), atStart: fc.boolean(), residual_frac: fc.constantFrom(0, 0.2) }).map((given) => instalments(given)),
  fc.record({ limit_usd: usd(200), paidAt: quarter, servedFrom: quarter, share_frac: share, rate_per_yr: rate }).map((given) => prepayment({ ...given, servedFrom: Math.max(given.servedFrom, given.paidAt + 1) })),
);

const covenant = fc.record({ test: fc.constantFrom("dscr" as const, "gearing" as const, "debt-to-ebitda" as const, "cash" as const), ratio: fc.double({ min: 0.3, max: 3, noNaN: true }), window, then: fc.constantFrom("lock-up" as const, "stop-draws" as const, "sweep" as const, "default" as const) })
  .map(({ ratio, ...given }, ): CovenantTerms => ({ id: "covenant", bound: given.test === "cash" ? 40 * ratio : ratio, ...given }));

const commitment = fc.record({ at: quarter, amount: usd(200), cancellable: fc.boolean(), beside: fc.boolean() })
  .map(({ at, amount, ...given }): CommitmentTerms => ({ id: "promise", to: "a supplier", due_usd: Array.from({ length: QUARTERS }, (_, t) => (t === at ? amount : 0)), outside_usd: 0, ...given }));

/** Any stack, its instruments with names of their own; often too little, so that bills stay unpaid. */
export const anyStack: fc.Arbitrary<Stack> = fc.record({
  openingCash_usd: usd(200), openingShares: fc.constantFrom(0, 100), minCash_usd: usd(50), gearingMax_frac: fc.constantFrom(null, 0.6, 0.8), sweep_frac: fc.constantFrom(0, 0.5, 1), payout_frac: share, payoutFrom: quarter,
  keepAhead_quarters: fc.integer({ min: 0, max: 6 }), instruments: fc.array(instrument, { maxLength: 8 }), covenants: fc.array(covenant, { maxLength: 3 }), commitments: fc.array(commitment, { maxLength: 3 }),
}).map((given) => stackWith({ ...given, instruments: given.instruments.map((one, i): Instrument => ({ ...one, id: `${one.kind}-${i}` })) }));

/** Any business that buys for some quarters and then earns, pays tax, writes off, and owes and is owed. */
export const anyBusiness: fc.Arbitrary<FundingCase> = fc.record({
  capex: fc.array(usd(300), { minLength: QUARTERS, maxLength: QUARTERS }), ebitda: fc.array(fc.double({ min: -30, max: 150, noNaN: true }), { minLength: QUARTERS, maxLength: QUARTERS }),
  owed: fc.array(usd(30), { minLength: QUARTERS, maxLength: QUARTERS }), owes: fc.array(usd(30), { minLength: QUARTERS, maxLength: QUARTERS }), tax: fc.constantFrom(0, 0.25), late: fc.constantFrom(0, 1), sold: usd(100), limit: fc.constantFrom(0.8, 1),
}).map(({ capex, ebitda, owed, owes, tax, late, sold, limit }) => {
  const capex_usd = capex.map((one, t) => (t < 8 ? one : one / 10));
  const placed_usd = capex_usd.map((_, t) => (t < late ? 0 : capex_usd[t - late]!) + (t === QUARTERS - 1 && late > 0 ? capex_usd[t]! : 0));
  const ebitda_usd = ebitda.map((one, t) => (t < 6 ? Math.min(0, one) : one));
  const change = (of: readonly number[], t: number): number => of[t]! - (t === 0 ? 0 : of[t - 1]!);
  return businessOf(QUARTERS, {
    capex_usd, placed_usd, ebitda_usd, receivable_usd: owed, payable_usd: owes, operating_usd: ebitda_usd.map((one, t) => one - change(owed, t) + change(owes, t)),
    purchases: [{ subsystem: "fleet/servers", item: "it", capex_usd: capex_usd.map((one) => 0.6 * one) }, { subsystem: "fleet/launch", item: "launch", capex_usd: capex_usd.map((one) => 0.4 * one) }],
    classes: [{ id: "work", revenue_usd: ebitda_usd.map((one) => Math.max(0, one) * 1.5) }], proceeds_usd: ebitda_usd.map((_, t) => (t === QUARTERS - 1 ? sold : 0)),
    taxDepreciation_usd: capex_usd.map((one) => one * 0.9), bookDepreciation_usd: capex_usd.map((one) => one * 0.7), tax: { rate_frac: tax, lossLimit_frac: limit },
  });
});
