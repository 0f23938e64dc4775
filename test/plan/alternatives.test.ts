/** Plans that cost nearly the same, by hand. */
import { expect, test } from "vitest";
import { highsSolver } from "../../src/solver/index.ts";
import { alternativesTo, gapFor, solveCase } from "../../src/plan/index.ts";
import { unlike } from "../../src/plan/unlike.ts";
import { fleet, planCase, problem, site, vehicle, wants } from "./cases.ts";

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

test.each([0, 10])("told as paid, sought with charges and %i M$ of fees a quarter", async (fee) => {
  // Capital in orbit counts three times. An alternative stands at the bound, 1.05 x what counts of the best, fees included; as paid it is less by twice what
  // its launches (6) and platforms (3) cost.
  const committed = [{ subsystem: "fee", boundary: "launch", source: "test", usd: Array.from({ length: 8 }, () => fee * 1e6) }] as const;
  const charged = planCase(problem(8, {
    sites: [site(8, { grid_MW: Array.from({ length: 8 }, () => 1) })], vehicles: [vehicle(8, { slots: Array.from({ length: 8 }, () => 2), reliability: 1, committed })],
    fleet: fleet(8, { charge: 3 }), classes: [wants(8, { shortfall_usd_per_MWh: 30e6 / 2191.5 })],
  }));
  const solved = await solveCase(charged, solve);
  // 4 platforms on 2 launches from the first quarter: 24 paid, 72 counted. Upkeep 0.4 x 8 and a tenth short in the second year, 0.2 x 30 x 4 or the ground.
  const best = solved.best!;
  expect((best.counted_usd - best.objective_usd) / 1e6).toBeCloseTo(48, 6);
  const [one] = await alternativesTo({ problem: charged, solved, best }, { count: 1, within_frac: 0.05, solve });
  const { units, launches } = one!.built.find(({ option }) => option === "orbit/starship")!;
  expect(one!.objective_usd / 1e6).toBeCloseTo((1.05 * best.counted_usd) / 1e6 - 2 * (6 * launches + 3 * units), 4);
  expect(one!.difference_usd).toBeCloseTo(one!.objective_usd - best.objective_usd, 3);
});

test("are sought to a share of how unlike they are: what a launch costs is no measure of that", async () => {
  const launched = planCase(problem(2, { sites: [site(2)], vehicles: [vehicle(2, { reliability: 1 })], fleet: fleet(2), classes: [wants(2)] }));
  const gaps: (number | undefined)[] = [];
  const solved = await solveCase(launched, solve);
  await alternativesTo({ problem: launched, solved, best: solved.best! }, { count: 1, within_frac: 0.2, solve: (model, hints = {}) => {
    if (model.columns.integer.includes(1)) gaps.push(gapFor(model).gap);
    return solve(model, hints);
  } });
  expect(gapFor(solved.formulation.model).gap).toBeCloseTo(0.3, 9);
  expect(gaps).toEqual([undefined]);
});

test("how unlike, by hand", () => {
  const places = (...tiers: readonly string[]) => tiers.map((tier, way) => ({ way, year: 0, tier, terms: [] }));
  const one = places("ground", "ground");
  expect(unlike(one, [2, 0], [2, 0])).toBe(0);
  expect(unlike(one, [2, 0], [0, 2])).toBe(1);
  // |4 - 3| + |0 - 1| over 8.
  expect(unlike(one, [4, 0], [3, 1])).toBe(0.25);
  expect(unlike(one, [0, 0], [0, 0])).toBe(0);
  // All that is in orbit, 10 beside 90, and a ninth of the ground: (20/160 + 10/10) / 2. A thousandth in orbit counts as 5 % of both plans' 199.9.
  const two = places("ground", "orbit");
  expect(unlike(two, [90, 10], [70, 0])).toBeCloseTo((20 / 160 + 1) / 2, 12);
  expect(unlike(two, [99.9, 0.1], [99.9, 0])).toBeCloseTo(0.1 / (0.05 * 199.9) / 2, 12);
});

/** One site over two years, 2 MW wanted in the second alone. A megawatt kept a year more costs 4 M$ standing. */
const later = (change: Partial<Parameters<typeof problem>[1]> = {}) => planCase(problem(8, {
  sites: [site(8)], classes: [wants(8, { wanted_MW: [0, 0, 0, 0, 2, 2, 2, 2] })], ...change,
}));

test("the same place earlier", async () => {
  // 2.5 MW bought for the second year cost 25 + 10 + 4 = 39 M$; all of it a quarter earlier 2.5 more (6.4 %): with 10 %, it stands at the end
  // of the first year too, and what is left of 3.9 M$ buys more: a megawatt from 2027-Q4 on costs 10 + 5, from 2028-Q1 on 14, at its end 11.
  const solved = await solveCase(later(), solve);
  const [one] = await alternativesTo({ problem: later(), solved, best: solved.best! }, { count: 1, within_frac: 0.1, solve });
  expect(one!.years[0]!.ground_W).toBeGreaterThanOrEqual(2.5e6 - 1);
  expect(one!.difference_usd).toBeLessThanOrEqual(3.9e6 + 1);
  // Unlike: 2.5 MW at the end of the first year, none there in the plan, and 1.4 / 15 more than 2.5 in both: over all that stands in both plans.
  const more = 1.4 / 15;
  expect(one!.unlike_frac).toBeGreaterThanOrEqual((2.5 + 2 * more) / (2.5 + 2 * (2.5 + more)) - 1e-6);
});

test("opposite ways: what the plan builds least, and what it builds most", async () => {
  // Two sites alike but for the price: the plan is all at the first; the first alternative all at the other, the second between or above.
  const solved = await solveCase(c, solve);
  const found = await alternativesTo({ problem: c, solved, best: solved.best! }, { count: 2, within_frac: 0.02, solve });
  expect(found).toHaveLength(2);
  expect(found[0]!.unlike_frac).toBeCloseTo(1, 6);
  for (const { unlike_frac } of found) expect(unlike_frac).toBeGreaterThan(0.01);
});

test("none where nothing else can be built", async () => {
  const only = planCase(problem(2, { sites: [], classes: [wants(2)] }));
  const solved = await solveCase(only, solve);
  expect(await alternativesTo({ problem: only, solved, best: solved.best! }, { count: 3, within_frac: 0.01, solve })).toEqual([]);
});
