/** The example of a project loan within its stack, as it stands: seven plans. Its smaller sibling is in test/run/capital.test.ts. */
import { expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { run } from "../../src/run/index.ts";
import { loadExample } from "../support/run-example.ts";

test("a term loan is not borrowed again while it is repaid: nothing is missing", async () => {
  const { finance, notes } = await run(loadExample("orbital-spv", "capital.boundsPlan=yes", "capital.equity.sponsor.amount=300e6 $"), { solve: solveHighs });
  const { gap, balance } = finance!.funding!;
  expect(gap.total_usd).toBeLessThan(1e5);
  expect(Math.max(...balance.bills_usd)).toBeLessThan(1e5);
  expect(notes.join(" ")).toContain("and nothing is missing");
});
