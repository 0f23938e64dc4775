/** What must hold of every allocation, and cases worked out by hand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate, type Claimed, type Reserved, type Supply } from "../../src/market/index.ts";

const units = fc.double({ min: 0, max: 100, noNaN: true });
const bids = fc.constantFrom(40, 60, 60, 70, 75, 90, 120);
const contracts: fc.Arbitrary<readonly Reserved[]> = fc.array(units, { maxLength: 6 }).map((list) => list.map((n, i) => ({ id: `c${i}`, units: n })));
const claims: fc.Arbitrary<readonly Claimed[]> = fc.array(fc.record({ units, bid_usd: fc.option(bids), priority: fc.integer({ min: 1, max: 4 }) }), { maxLength: 8 }).map((list) => list.map((one, i) => ({ id: `k${i}`, ...one })));
const supply: fc.Arbitrary<Supply> = fc.record({ units, rule: fc.constantFrom("contract", "price", "priority"), price_usd: fc.constantFrom(0, 60, 70) });
const market = fc.record({ supply, contracts, claims });

const given = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((a, b) => a + b, 0);
const ROUNDING = 1e-9;

describe("every allocation", () => {
  test("gives no more than there is, and nobody more than is asked for", () => {
    fc.assert(fc.property(market, (m) => {
      const got = allocate(m.supply, m);
      expect(given(got.contracts) + given(got.claims)).toBeLessThanOrEqual(m.supply.units * (1 + ROUNDING) + ROUNDING);
      for (const one of m.contracts) expect(got.contracts.get(one.id)!).toBeLessThanOrEqual(one.units);
      for (const one of m.claims) expect(got.claims.get(one.id)!).toBeLessThanOrEqual(one.units);
      for (const n of [...got.contracts.values(), ...got.claims.values()]) expect(n).toBeGreaterThanOrEqual(0);
    }), { numRuns: 1000 });
  });

  test("is the same, to the bit, in any order of its lists", () => {
    fc.assert(fc.property(market.chain((m) => fc.record({ m: fc.constant(m), c: fc.shuffledSubarray([...m.contracts], { minLength: m.contracts.length }), k: fc.shuffledSubarray([...m.claims], { minLength: m.claims.length }) })), ({ m, c, k }) => {
      const [one, other] = [allocate(m.supply, m), allocate(m.supply, { contracts: c, claims: k })];
      for (const { id } of m.contracts) expect(other.contracts.get(id)).toBe(one.contracts.get(id));
      for (const { id } of m.claims) expect(other.claims.get(id)).toBe(one.claims.get(id));
      expect(other.clearing_usd).toBe(one.clearing_usd);
    }), { numRuns: 1000 });
  });

  test("serves contracts before claims, and leaves nothing while a claim of the list price is unserved", () => {
    fc.assert(fc.property(market, (m) => {
      const got = allocate(m.supply, m);
      const reserved = m.contracts.reduce((sum, one) => sum + one.units, 0);
      expect(given(got.contracts)).toBeCloseTo(Math.min(reserved, m.supply.units), 6);
      if (m.supply.rule === "contract") {
        expect(given(got.claims)).toBe(0);
        return;
      }
      const willing = m.claims.filter((one) => one.bid_usd === null || one.bid_usd >= m.supply.price_usd).reduce((sum, one) => sum + one.units, 0);
      expect(given(got.claims)).toBeCloseTo(Math.min(willing, Math.max(0, m.supply.units - reserved)), 6);
    }), { numRuns: 1000 });
  });

  test("gives who bids more no less, and charges nobody above the bid or below the floor", () => {
    fc.assert(fc.property(market, fc.nat(), bids, (m, at, bid) => {
      const priced = { ...m.supply, rule: "price" as const };
      const list = m.claims.map((one) => ({ ...one, bid_usd: one.bid_usd ?? priced.price_usd }));
      const got = allocate(priced, { ...m, claims: list });
      if (got.clearing_usd !== null) {
        expect(got.clearing_usd).toBeGreaterThanOrEqual(priced.price_usd);
        for (const one of list) if (got.claims.get(one.id)! > 0) expect(one.bid_usd).toBeGreaterThanOrEqual(got.clearing_usd);
      }
      if (list.length === 0) return;
      const chosen = list[at % list.length]!;
      const more = allocate(priced, { ...m, claims: list.map((one) => (one === chosen ? { ...one, bid_usd: one.bid_usd + bid } : one)) });
      expect(more.claims.get(chosen.id)!).toBeGreaterThanOrEqual(got.claims.get(chosen.id)! - ROUNDING);
    }), { numRuns: 1000 });
  });

  test("gives nobody less when there is more", () => {
    fc.assert(fc.property(market, units, (m, extra) => {
      const got = allocate(m.supply, m);
      const more = allocate({ ...m.supply, units: m.supply.units + extra }, m);
      for (const { id } of m.contracts) expect(more.contracts.get(id)!).toBeGreaterThanOrEqual(got.contracts.get(id)! - ROUNDING);
      // Claims of one group share in proportion, so that each gets no less when its group does.
      for (const { id } of m.claims) expect(more.claims.get(id)!).toBeGreaterThanOrEqual(got.claims.get(id)! - ROUNDING);
    }), { numRuns: 1000 });
  });
});

describe("by hand", () => {
  const claim = (id: string, n: number, bid_usd: number | null, priority = 1): Claimed => ({ id, units: n, bid_usd, priority });

  test("a price: ten launches, four under contract; bids of 90 for 3, 80 for 4 and 70 for 2 leave the rest of six at 80", () => {
    const got = allocate({ units: 10, rule: "price", price_usd: 60 }, { contracts: [{ id: "nasa", units: 4 }], claims: [claim("a", 3, 90), claim("b", 4, 80), claim("c", 2, 70)] });
    expect([...got.contracts]).toEqual([["nasa", 4]]);
    expect([got.claims.get("a"), got.claims.get("b"), got.claims.get("c")]).toEqual([3, 3, 0]);
    expect(got.clearing_usd).toBe(80);
  });

  test("a price: the last bid wholly served, the next one rejected sets it; none rejected, the floor does", () => {
    const claims = [claim("a", 3, 90), claim("b", 3, 80), claim("c", 2, 70)];
    expect(allocate({ units: 6, rule: "price", price_usd: 60 }, { contracts: [], claims }).clearing_usd).toBe(70);
    expect(allocate({ units: 8, rule: "price", price_usd: 60 }, { contracts: [], claims }).clearing_usd).toBe(60);
    expect(allocate({ units: 8, rule: "price", price_usd: 75 }, { contracts: [], claims }).claims.get("c")).toBe(0);
  });

  test("equal bids share in proportion to what they ask for", () => {
    const got = allocate({ units: 6, rule: "price", price_usd: 0 }, { contracts: [], claims: [claim("a", 3, 80), claim("b", 6, 80)] });
    expect([got.claims.get("a"), got.claims.get("b")]).toEqual([2, 4]);
  });

  test("a priority: first things first, equals in proportion, and a bid under the list price is no claim", () => {
    const got = allocate({ units: 10, rule: "priority", price_usd: 70 }, { contracts: [], claims: [claim("own", 4, null), claim("a", 4, null, 2), claim("b", 8, 80, 2), claim("low", 5, 60, 1)] });
    expect([got.claims.get("own"), got.claims.get("a"), got.claims.get("b"), got.claims.get("low")]).toEqual([4, 2, 4, 0]);
    expect(got.clearing_usd).toBe(70);
  });

  test("contracts for more than there is are cut in one proportion", () => {
    const got = allocate({ units: 6, rule: "price", price_usd: 0 }, { contracts: [{ id: "a", units: 8 }, { id: "b", units: 4 }], claims: [claim("c", 1, 1000)] });
    expect([got.contracts.get("a"), got.contracts.get("b"), got.claims.get("c")]).toEqual([4, 2, 0]);
    expect(got.clearing_usd).toBeNull();
  });

  // 0.2 + 0.5 + 0.1 is 0.7999999999999999 in doubles, 0.3 - 0.1 is 0.19999999999999998.
  test("what rounding alone leaves is not sold, and what it alone takes sets no price", () => {
    const contracts = [0.2, 0.5, 0.1].map((n, i) => ({ id: `c${i}`, units: n }));
    const got = allocate({ units: 0.8, rule: "price", price_usd: 0 }, { contracts, claims: [claim("k", 1, 33e6)] });
    expect([got.claims.get("k"), got.clearing_usd]).toEqual([0, null]);
    expect(allocate({ units: 0.3, rule: "price", price_usd: 60 }, { contracts: [{ id: "c", units: 0.1 }], claims: [claim("k", 0.2, 90)] }).clearing_usd).toBe(60);
  });

  test("what is no quantity is named", () => {
    expect(() => allocate({ units: Number.NaN, rule: "price", price_usd: 0 }, { contracts: [], claims: [] })).toThrow("supply is NaN");
    expect(() => allocate({ units: 1, rule: "price", price_usd: 0 }, { contracts: [], claims: [claim("a", -1, 1)] })).toThrow("a is -1");
  });
});
