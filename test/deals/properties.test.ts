import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimsOf, exact, waterfall, type Claim, type DealEvent, type History, type ShareClass } from "../../src/deals/index.ts";
import { founders, history, owned, preferred, roundOf, safeOf } from "./company.ts";

const money = fc.double({ min: 1e5, max: 1e9, noNaN: true });
const rights: fc.Arbitrary<Partial<ShareClass>> = fc.record({
  seniority: fc.integer({ min: 1, max: 3 }), preference: fc.double({ min: 0.5, max: 3, noNaN: true }), participation: fc.constantFrom("none" as const, "full" as const, "capped" as const),
  cap: fc.double({ min: 3, max: 6, noNaN: true }), antiDilution: fc.constantFrom("none" as const, "broad-based" as const, "full-ratchet" as const), votes: fc.constantFrom(0.5, 1, 10),
});
const rounds = fc.array(fc.record({ rights, pre: fc.double({ min: 1e6, max: 1e10, noNaN: true }), amount: money, other: money, pool: fc.option(fc.double({ min: 0.01, max: 0.15, noNaN: true }), { nil: undefined }) }), { minLength: 1, maxLength: 4 });
const promises = fc.array(fc.record({ amount: fc.double({ min: 1e4, max: 1e5, noNaN: true }), cap: fc.option(fc.double({ min: 2e6, max: 1e8, noNaN: true }), { nil: undefined }), discount: fc.double({ min: 0, max: 0.4, noNaN: true }), form: fc.constantFrom("post-money safe" as const, "pre-money safe" as const, "note" as const) }), { maxLength: 4 });
const companies = fc.record({ rounds, promises, strike: fc.double({ min: 0.01, max: 5, noNaN: true }) });
type Company = typeof companies extends fc.Arbitrary<infer T> ? T : never;

/** Money of a round stays below nine tenths of its post-money with the pool, so that every company can be. */
const made = ({ rounds: all, promises: given, strike }: Company): History => {
  const names = all.map((_, i) => `series-${i}`);
  const events = [
    founders(10_000_000), { id: "plan", kind: "pool" as const, shares: exact(1_000_000) }, { id: "grant", kind: "grant" as const, holder: "staff", class: "common", shares: exact(500_000), strike: exact(strike) },
    ...given.map((one, i) => safeOf(`promise-${i}`, { amount: one.amount, discount: one.discount, form: one.form, ...(one.cap !== undefined && { cap: one.cap }) })),
    ...all.map(({ pre, amount, other, pool }, i) => roundOf(names[i]!, { pre, ...(pool !== undefined && { pool }) }, { lab: Math.min(amount, pre), fund: Math.min(other, pre) })),
  ];
  return history(all.map(({ rights: more }, i) => preferred(names[i]!, more)), events);
};

describe("a cap table", () => {
  test("sums to all of the company after every event", () => {
    fc.assert(fc.property(companies, (company) => {
      for (const { table } of made(company).stands) {
        const sum = (of: (one: (typeof table.owned)[number]) => number): number => table.owned.reduce((all, one) => all + of(one), 0);
        expect(sum((one) => one.basic_frac)).toBeCloseTo(1, 12);
        expect(sum((one) => one.votes_frac)).toBeCloseTo(1, 12);
        expect(sum((one) => one.diluted_frac) + table.pool.diluted_frac).toBeCloseTo(1, 12);
      }
    }), { numRuns: 150 });
  });

  test("gives new money its share of the post-money, whatever converts and whatever the pool takes, where nothing is protected", () => {
    fc.assert(fc.property(companies, (company) => {
      const plain = { ...company, rounds: company.rounds.map((one) => ({ ...one, rights: { ...one.rights, antiDilution: "none" as const } })) };
      const { stands } = made(plain);
      for (const { event, priced, table, paid } of stands) {
        if (event.kind !== "round" || priced === null) continue;
        const sold = paid.reduce((sum, { shares }) => sum + shares.toNumber(), 0);
        expect(sold / table.total.diluted).toBeCloseTo(paid.reduce((sum, { usd }) => sum + usd.toNumber(), 0) / priced.post.toNumber(), 9);
      }
    }), { numRuns: 150 });
  });

  test("is the same when a tranche is split in two, and when independent deals of one day change places", () => {
    fc.assert(fc.property(money, fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.boolean(), (amount, part, swap) => {
      const tranche = (id: string, usd: number): Omit<Extract<DealEvent, { readonly kind: "tranche" }>, "path" | "date"> => ({ id, kind: "tranche", round: "b", class: "b", invested: [{ holder: "lab", amount: exact(usd) }] });
      const base = [founders(10_000_000), roundOf("a", { pre: 50e6 }, { fund: 10e6 }), roundOf("b", { pre: 200e6 }, { lab: 20e6 })];
      const classes = [preferred("a", { antiDilution: "broad-based" }), preferred("b")];
      const buys = (["founders", "fund"] as const).map((seller) => ({ id: `from-${seller}`, kind: "purchase" as const, seller, buyer: "lab", class: "", shares: null, part: exact("0.1"), price: exact(3) }));
      const one = owned(history(classes, [...base, tranche("t", amount), ...buys]));
      const two = owned(history(classes, [...base, tranche("t1", amount * part), tranche("t2", amount * (1 - part)), ...(swap ? buys.toReversed() : buys)]));
      for (const [holder, { shares, votes_frac }] of Object.entries(one)) {
        expect(two[holder]!.shares / shares).toBeCloseTo(1, 12);
        expect(two[holder]!.votes_frac).toBeCloseTo(votes_frac, 12);
      }
    }), { numRuns: 100 });
  });

  test("never has fewer shares for who is protected from a lower round, and a ratchet gives at least what the average gives", () => {
    fc.assert(fc.property(fc.double({ min: 1e6, max: 99e6, noNaN: true }), money, (pre, amount) => {
      const shares = (antiDilution: ShareClass["antiDilution"]): number => owned(history([preferred("a", { antiDilution }), preferred("b")], [founders(10_000_000), roundOf("a", { pre: 90e6 }, { fund: 10e6 }), roundOf("b", { pre }, { lab: Math.min(amount, 10 * pre) })]))["fund"]!.shares;
      expect(shares("broad-based")).toBeGreaterThanOrEqual(shares("none") * (1 - 1e-12));
      expect(shares("full-ratchet")).toBeGreaterThanOrEqual(shares("broad-based") * (1 - 1e-12));
    }), { numRuns: 100 });
  });

  test("is as it was after a split, and whole shares are whole and never more than the money buys", () => {
    fc.assert(fc.property(companies, fc.double({ min: 0.1, max: 20, noNaN: true }), (company, ratio) => {
      const before = made(company);
      const state = before.state;
      const split = state.classes.reduce((now, { id }) => ({ ...now, lots: now.lots.map((lot) => (lot.class === id ? { ...lot, shares: lot.shares.times(ratio), price: lot.price.div(ratio) } : lot)) }), state);
      const rights_ = { ...split, rights: split.rights.map((one) => ({ ...one, shares: one.shares.times(ratio), strike: one.strike.div(ratio) })), promised: [] };
      const usd = { proceeds_usd: 1e9, debt_usd: 0 };
      const [a, b] = [waterfall(claimsOf({ ...state, promised: [] }, "2030-01-01"), usd), waterfall(claimsOf(rights_, "2030-01-01"), usd)];
      a.byHolder.forEach((one, i) => expect(b.byHolder[i]!.usd).toBeCloseTo(one.usd, 1));
    }), { numRuns: 50 });
    const whole = history([preferred("a")], [founders(7_000_001), roundOf("a", { pre: 12_345_678.9 }, { fund: 1_000_000 })], "whole");
    expect(Number.isInteger(owned(whole)["fund"]!.shares)).toBe(true);
    expect(whole.paid[0]!.usd.toNumber()).toBeLessThanOrEqual(1_000_000);
  });
});

/** What a claim gets by itself when it alone decides otherwise, the others' decisions held: preferences first, then the rest by share. An independent way to distribute: no line is solved. */
const ifForced = (claims: readonly Claim[], decisions: readonly boolean[], proceeds: number): readonly number[] => {
  const paid = claims.map((one, i) => (decisions[i]! ? 0 : one.shares * one.preference_usd));
  const left = proceeds - paid.reduce((a, b) => a + b, 0);
  if (left < 0) return claims.map(() => Number.NaN);
  const sharing = claims.map((one, i) => (one.kind === "common" || decisions[i]! ? one.shares : 0));
  const total = sharing.reduce((a, b) => a + b, 0);
  return claims.map((_, i) => paid[i]! + (left * sharing[i]!) / total);
};

describe("a waterfall", () => {
  test("distributes exactly the proceeds, to nobody less than nothing, and more to each when there is more", () => {
    fc.assert(fc.property(companies, fc.double({ min: 0, max: 1e10, noNaN: true }), fc.double({ min: 1, max: 2, noNaN: true }), fc.double({ min: 0, max: 1e8, noNaN: true }), (company, proceeds_usd, more, debt_usd) => {
      const { state } = made(company);
      const claims = claimsOf(state, "2030-01-01");
      const [got, richer] = [waterfall(claims, { proceeds_usd, debt_usd }), waterfall(claims, { proceeds_usd: proceeds_usd * more, debt_usd })];
      const paid = got.byHolder.reduce((sum, { usd }) => sum + usd, got.debt_usd);
      expect(Math.abs(paid - proceeds_usd)).toBeLessThanOrEqual(1e-9 * Math.max(1, proceeds_usd));
      got.payouts.forEach(({ usd }, i) => {
        expect(usd).toBeGreaterThanOrEqual(0);
        expect(richer.payouts[i]!.usd).toBeGreaterThanOrEqual(usd * (1 - 1e-9) - 1e-6);
      });
    }), { numRuns: 300 });
  });

  test("is an equilibrium: who changes its decision alone gains nothing", () => {
    fc.assert(fc.property(fc.array(fc.record({ shares: fc.double({ min: 1, max: 10, noNaN: true }), preference_usd: fc.double({ min: 0.1, max: 10, noNaN: true }) }), { minLength: 1, maxLength: 5 }), fc.double({ min: 1, max: 4, noNaN: true }), (series, times) => {
      const claims: readonly Claim[] = [
        { id: "c", holder: "c", what: "common", kind: "common", shares: 10, strike_usd: 0, preference_usd: 0, cap_usd: 0, seniority: 0, converts: true },
        ...series.map((one, i): Claim => ({ id: `p${i}`, holder: `p${i}`, what: "p", kind: "preferred", strike_usd: 0, cap_usd: 0, seniority: 1, converts: true, ...one })),
      ];
      const proceeds = times * series.reduce((sum, one) => sum + one.shares * one.preference_usd, 1);
      const got = waterfall(claims, { proceeds_usd: proceeds, debt_usd: 0 });
      const decisions = got.payouts.map(({ does }) => does === "converts");
      const forced = ifForced(claims, decisions, proceeds);
      got.payouts.forEach(({ usd }, i) => expect(forced[i]!).toBeCloseTo(usd, 6));
      claims.forEach(({ kind }, i) => {
        if (kind === "common") return;
        const other = ifForced(claims, decisions.map((one, j) => (j === i ? !one : one)), proceeds)[i]!;
        if (!Number.isNaN(other)) expect(other).toBeLessThanOrEqual(got.payouts[i]!.usd + 1e-6);
      });
    }), { numRuns: 300 });
  });
});
