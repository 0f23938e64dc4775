/**
 * CPU time of a 20-year quarterly capital stack of 12 instruments: two sculpted loans with reserves (so that passes repeat), a junior loan, a bond, vendor finance, a lease,
 * preferred shares, a note, three equities and a prepayment, with sweep, least cash and tax. `evaluate` is the model, compiled once; `fund` adds the gap and all returns.
 *
 * Run: npx tsx bench/tasks/capital.bench.ts
 */
import { compile, evaluate, fund } from "../../src/capital/index.ts";
import { businessOf } from "../../test/capital/business.ts";
import { convertible, debt, equity, instalments, preferred, prepayment, stackWith } from "../../test/capital/stacks.ts";
import { timed } from "../timed.ts";

const QUARTERS = 80;
const ROUNDS = 300;
const all = { from: 0, until: QUARTERS - 1 };
const window = { from: 0, until: 11 };
const rate_per_yr = Array.from({ length: QUARTERS }, () => 0.07);
const term = { window, rate_per_yr, repayment: "sculpted", repayFrom: 12, reserve_quarters: 2, order: 3 } as const;

const stack = stackWith({
  sweep_frac: 0.2, keepAhead_quarters: 4, minCash_usd: 20,
  instruments: [
    equity({ id: "founder", window, limit_usd: 100, order: 1, atOnce: true }), equity({ id: "institutional", window, limit_usd: 200, order: 2 }), equity({ id: "sponsor", window: all }),
    preferred({ window }), convertible({ converts: 8 }),
    debt({ id: "term", ...term, limit_usd: Infinity, dscr: 1.4, maturity: 71, capitaliseUntil: 12 }), debt({ id: "second", ...term, limit_usd: 100, dscr: 1.3, maturity: 60 }),
    debt({ id: "junior", rank: "junior", window, rate_per_yr, limit_usd: 100, repayFrom: 12, maturity: 50, order: 4, upfrontFee_frac: 0.02, commitmentFee_per_yr: 0.01 }),
    debt({ id: "bond", rank: "junior", window, rate_per_yr, limit_usd: 100, repayment: "bullet", repayFrom: 60, maturity: 60, order: 4 }),
    instalments({ window: all }), instalments({ id: "lease", kind: "lease", of: "launch", window: all, atStart: true }), prepayment(),
  ],
});
const capex_usd = Array.from({ length: QUARTERS }, (_, t) => (t < 12 ? 100 : t % 20 === 0 ? 60 : 0));
const business = businessOf(QUARTERS, {
  capex_usd, ebitda_usd: capex_usd.map((_, t) => (t < 6 ? -2 : 45)), taxDepreciation_usd: capex_usd.map((usd) => usd * 0.9), bookDepreciation_usd: capex_usd.map((usd) => usd * 0.8), tax: { rate_frac: 0.25, lossLimit_frac: 0.8 },
});

const compiled = compile(stack, business);
const each = async (work: () => unknown): Promise<number> => {
  for (let k = 0; k < ROUNDS / 10; k++) work();
  const { cpu_s } = await timed(async () => { for (let k = 0; k < ROUNDS; k++) work(); });
  return (cpu_s / ROUNDS) * 1000;
};
const { passes } = evaluate(compiled);
console.log(JSON.stringify({ task: "capital", quarters: QUARTERS, instruments: compiled.I, passes, compile_ms: await each(() => compile(stack, business)), evaluate_ms: await each(() => evaluate(compiled)), fund_ms: await each(() => fund(stack, business)) }));
