import { beforeAll, describe, expect, test } from "vitest";
import type { Run } from "../../src/run/index.ts";
import { parseQuarter } from "../../src/units/index.ts";
import { runExample } from "../support/run-example.ts";

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("two-tier-financing", () => {
  let got: Run;
  beforeAll(async () => { got = await runExample("two-tier-financing"); });

  // 300 B$ to Oracle (Wall Street Journal, 2025-09), 250 B$ to Microsoft (2025-10-28), 38 B$ to Amazon (2025-11-03).
  test("all that was promised is counted, in or outside the quarters", () => {
    const { gap, sourcesAndUses } = got.finance!.funding!;
    expect(gap.promised_usd / 1e9).toBeCloseTo(588, 6);
    expect((total(sourcesAndUses.uses.find(({ id }) => id === "commitments")!.usd) + gap.outside_usd) / 1e9).toBeCloseTo(588, 3);
  });

  test("the money ends, and the commitment that is not paid first is named", () => {
    const { gap } = got.finance!.funding!;
    expect(gap.ends_quarter).not.toBeNull();
    expect(gap.total_usd).toBeGreaterThan(0);
    expect(["oracle", "azure", "aws"]).toContain(gap.first!.what);
    expect(gap.cancelled!.total_usd).toBeLessThan(gap.total_usd);
  });

  test("with one more shareholder who brings what is missing, nothing is", async () => {
    const { fund, stackOf } = await import("../../src/capital/index.ts");
    const { loadExample } = await import("../support/run-example.ts");
    const { fundingCaseOf } = await import("../../src/finance/index.ts");
    const { funding, statement } = got.finance!;
    const scenario = loadExample("two-tier-financing");
    const stack = stackOf(scenario.capital!, { quarters: funding!.quarters, gates: {} });
    const last = { kind: "equity", id: "last", holder: "strategic", order: 1000, atOnce: false, window: { from: 0, until: funding!.quarters.length - 1 }, sharePrice_usd: 1, limit_usd: funding!.gap.total_usd * 1.000001 } as const;
    const more = fund({ ...stack, instruments: [...stack.instruments, last] }, fundingCaseOf(scenario, statement!));
    expect(more.gap.ends_quarter).toBeNull();
  });

  test("sources equal uses, and both sides of the balance agree", () => {
    const { sourcesAndUses: { sources, uses }, balance, quarters } = got.finance!.funding!;
    quarters.forEach((_, t) => {
      const [from, to] = [total(sources.map(({ usd }) => usd[t]!)), total(uses.map(({ usd }) => usd[t]!))];
      expect(Math.abs(from - to)).toBeLessThanOrEqual(1e-6 * from + 1);
      expect(Math.abs(balance.assets_usd[t]! - balance.claims_usd[t]!)).toBeLessThanOrEqual(1e-6 * Math.abs(balance.claims_usd[t]!) + 1);
    });
    expect(quarters[0]).toBe(parseQuarter("2026-Q1"));
  });
});
