/** Plans that cost nearly the same, by hand. */
import { expect, test } from "vitest";
import { highsSolver } from "../../src/io/index.ts";
import { alternativesTo, solveCase } from "../../src/plan/index.ts";
import { planCase, problem, site, wants } from "./cases.ts";

const solve = highsSolver({ gap_frac: 0, nodes: 10_000 });

// Two sites alike but for the price of a megawatt: 10 and 10.1 M$. Case "ground" builds 2.5 MW for 32 M$; at the other site it is 0.25 more.
const dearer = site(2, { id: "other", name: "other", capital: site(2).capital.map((part) => ({ ...part, usd: part.usd.map((usd) => usd * 1.01) })) });
const c = planCase(problem(2, { sites: [site(2), dearer], classes: [wants(2)] }));

const within = async (within_frac: number, count: number) => {
  const solved = await solveCase(c, solve);
  return alternativesTo({ problem: c, solved, best: solved.best! }, { count, within_frac, solve });
};

test("all at the other site where 1 % allows it", async () => {
  const [one] = await within(0.01, 1);
  expect(one!.built.map(({ units }) => units)).toEqual([expect.closeTo(0, 6), expect.closeTo(2.5, 6)]);
  expect(one!.difference_usd / 1e6).toBeCloseTo(0.25, 6);
});

test("as much of it as a narrower margin pays for", async () => {
  // 0.1 % of 32 M$ is 0.032: 0.32 MW at 0.1 M$ more each.
  const [one] = await within(0.001, 1);
  expect(one!.built.map(({ units }) => units)).toEqual([expect.closeTo(2.18, 6), expect.closeTo(0.32, 6)]);
});

test("a second is unlike both", async () => {
  const found = await within(0.01, 2);
  expect(found.map(({ id }) => id)).toEqual(["alternative 1", "alternative 2"]);
  // Both sites are used by then: least of both is what demand can do without, which 1 % does not allow much of: 0.32 M$ are 0.0032 MW-quarters short.
  for (const { difference_usd } of found) expect(difference_usd / 1e6).toBeLessThanOrEqual(0.32 + 1e-6);
});
