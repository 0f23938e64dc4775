import fc from "fast-check";
import { expect, test } from "vitest";
import { keptParts } from "../../../src/run/evaluate/keep-parts.ts";

interface Site {
  readonly id: string;
  readonly price: number;
  readonly phases: readonly { readonly power: number; readonly from: number }[];
}

interface Made {
  readonly sites: readonly Site[];
  readonly on: boolean;
}

const site = fc.record({ id: fc.constantFrom("a", "b"), price: fc.integer({ min: 0, max: 2 }), phases: fc.array(fc.record({ power: fc.integer({ min: 0, max: 2 }), from: fc.integer({ min: 0, max: 1 }) }), { maxLength: 2 }) });
const made = fc.record({ sites: fc.array(site, { maxLength: 3 }), on: fc.boolean() });

/** Reads more where it is on, and hands on a part of what it was given. */
const part = ({ sites, on }: Made, times: number): unknown => ({
  sum: times * sites.filter(({ phases }) => phases.length > 0).reduce((sum, { price, phases }) => sum + (on ? price : 0) + phases[0]!.power, 0),
  first: sites.find(({ id }) => id === "a")?.phases ?? null,
  has: sites.length > 1 && "price" in sites[1]!,
});

test("what is reused is what would have been computed", () => {
  fc.assert(fc.property(made, made, fc.integer({ min: 0, max: 1 }), (then, now, times) => {
    const parts = keptParts();
    parts.record("sum", part, then, 1);
    expect(parts.reuse("sum", part, now, times)).toEqual(part(now, times));
  }), { numRuns: 500 });
});

test("a member that is not read may be another, and one that is may not", () => {
  const parts = keptParts();
  let runs = 0;
  const price = ({ sites }: Made): number => {
    runs++;
    return sites.map((one) => one.price).reduce((a, b) => a + b, 0);
  };
  const then: Made = { sites: [{ id: "a", price: 3, phases: [] }], on: true };
  parts.record("price", price, then);
  const before = runs;
  expect(parts.reuse("price", price, { sites: [{ id: "b", price: 3, phases: [{ power: 1, from: 1 }] }], on: false })).toBe(3);
  expect(runs).toBe(before);
  expect(parts.reuse("price", price, { sites: [{ id: "a", price: 4, phases: [] }], on: true })).toBe(4);
  expect(runs).toBe(before + 1);
});

test("what no number can move is not looked at again, and what can is", () => {
  const scenario = (price: number) => ({ sites: [{ id: "a", price, phases: [] }, { id: "b", price: 7, phases: [] }], on: true });
  const shared = scenario(3);
  const besideOf = (price: number): Made => ({ ...shared, sites: [{ ...shared.sites[0]!, price }, shared.sites[1]!] });
  const upstream = (made: Made, above: { readonly platform: { readonly mass: number } | null }): string => `${made.sites.length} ${made.on} ${made.sites[0]!.price} ${above.platform === null ? "none" : "one"}`;
  const parts = keptParts();
  parts.record("told", upstream, shared, { platform: { mass: 1 } });
  const moved = besideOf(4);
  parts.settle(moved, moved)("told", upstream, moved, { platform: { mass: 2 } });
  expect(parts.reuse("told", upstream, besideOf(3), { platform: { mass: 3 } })).toBe("2 true 3 one");
  expect(parts.reuse("told", upstream, besideOf(5), { platform: { mass: 3 } })).toBe("2 true 5 one");
  expect(parts.reuse("told", upstream, besideOf(3), { platform: null })).toBe("2 true 3 none");
});
