import { describe, expect, test } from "vitest";
import { fund, joinAlike, type DebtTerms } from "../../src/capital/index.ts";
import { businessOf } from "./business.ts";
import { debt, equity, stackWith } from "./stacks.ts";

const SCULPTED = { repayment: "sculpted", dscr: 1.3 } as const;
const sculpted = (id: string, limit_usd: number, given: Partial<DebtTerms> = {}): DebtTerms => debt({ id, limit_usd, ...SCULPTED, ...given });

describe("sculpted loans of equal terms", () => {
  test("are one loan, each its part of it by amount", () => {
    const { stack, parts } = joinAlike(stackWith({ instruments: [sculpted("a", 30), equity(), sculpted("b", 90)] }))!;
    expect(stack.instruments.map(({ id, limit_usd }) => [id, limit_usd])).toEqual([["a + b", 120], ["sponsor", Infinity]]);
    expect(parts).toEqual([{ at: 0, share_frac: 0.25 }, { at: 1, share_frac: 1 }, { at: 0, share_frac: 0.75 }]);
  });

  test("in equal parts where none has an amount, or all have none", () => {
    for (const limit_usd of [Infinity, 0]) expect(joinAlike(stackWith({ instruments: [sculpted("a", limit_usd), sculpted("b", limit_usd)] }))!.parts.map(({ share_frac }) => share_frac)).toEqual([0.5, 0.5]);
  });

  test("are two where a term differs, where one has no amount, and where nothing is sculpted", () => {
    const other = [sculpted("b", 90, { upfrontFee_frac: 0.01 }), sculpted("b", 90, { dscr: 1.31 }), sculpted("b", 90, { window: { from: 0, until: 2 } }), sculpted("b", Infinity), debt({ id: "b", limit_usd: 90 })];
    for (const one of other) expect(joinAlike(stackWith({ instruments: [sculpted("a", 30), one] }))).toBeNull();
    expect(joinAlike(stackWith({ instruments: [debt({ id: "a" }), debt({ id: "b" })] }))).toBeNull();
  });

  // 130 a quarter / 1.3 for 16 quarters at 2 % are worth 100 (1 - 1.02^-16) / 0.02 at the start of the first.
  const worth = (100 * (1 - 1.02 ** -16)) / 0.02;
  const business = businessOf(24, { capex_usd: Array.from({ length: 24 }, (_, t) => (t < 4 ? 500 : 0)), ebitda_usd: Array.from({ length: 24 }, (_, t) => (t < 4 ? 0 : 130)) });

  test("may owe together what one may, whatever the place of each", () => {
    const { instruments } = fund(stackWith({ instruments: [sculpted("a", 1000), equity(), sculpted("b", 3000)] }), business);
    const [a, , b] = instruments;
    expect(a!.sized_usd! + b!.sized_usd!).toBeCloseTo(worth, 6);
    b!.drawn_usd.forEach((usd, t) => expect(usd).toBeCloseTo(3 * a!.drawn_usd[t]!, 6));
    b!.balance_usd.forEach((usd, t) => expect(usd).toBeCloseTo(3 * a!.balance_usd[t]!, 6));
  });

  test("lend nothing where repayment begins after the last quarter, and it is said", () => {
    const { instruments, notes, limits } = fund(stackWith({ instruments: [sculpted("late", 1000, { repayFrom: 24, maturity: 30 }), equity({ limit_usd: 2000 })] }), business);
    expect(instruments[0]!.drawn_usd.every((usd) => usd === 0)).toBe(true);
    expect(notes.filter((one) => one.startsWith("late is never drawn"))).toHaveLength(1);
    expect(limits!.debtMax_usd.every((usd) => usd === 0)).toBe(true);
  });
});
