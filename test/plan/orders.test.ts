/** What is ordered before it is had: what must hold of every plan with leads. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highsSolver } from "../../src/solver/index.ts";
import { pastOf, pastOfPlan, replanCase, solveCase } from "../../src/plan/index.ts";
import type { OptionCase, PlanCase } from "../../src/plan/index.ts";
import { ordersPlaced, planLedger, buildsOf } from "../../src/plan/interpret.ts";
import { planOptions } from "../../src/plan/options.ts";
import { fleet, planCase, problem, site, supply, vehicle, wants } from "./cases.ts";

const solve = highsSolver({ gap_frac: 0, nodes: 100_000 });
const N = 5;
const amount = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10);
const series = (min: number, max: number) => fc.array(amount(min, max), { minLength: N, maxLength: N });
const order: fc.Arbitrary<OptionCase["order"]> = fc.option(fc.record({ lead: fc.integer({ min: 1, max: 3 }), deposit_frac: amount(0, 1), held: fc.integer({ min: 0, max: 3 }) }));
const random = fc.record({ slots: series(0, 2), prices: series(1, 9), launchPrices: series(1, 9), wanted: series(0, 4), platforms: order, launches: order, charge: amount(1, 2), salvage: fc.boolean(), reliability: amount(0.5, 1) });

const caseOf = ({ slots, prices, launchPrices, wanted, platforms, launches, charge, salvage, reliability }: (typeof random extends fc.Arbitrary<infer T> ? T : never)): PlanCase => ({
  ...planCase(problem(N, {
    salvage, sites: [site(N, { build_MW: [0.5, 0.5, 0.5, 0.5, 0.5] })],
    vehicles: [vehicle(N, { slots, reliability, order: launches, launch: { ...vehicle(N).launch, usd: launchPrices.map((price) => price * 1e6) } }), vehicle(N, { id: "b", name: "b", perLaunch: 1, reliability: 1 })],
    fleet: fleet(N, { order: platforms, charge, capital: fleet(N).capital.map((line) => ({ ...line, usd: prices.map((price) => price * 1e6) })) }), classes: [wants(N, { wanted_MW: wanted })],
  })),
  factor: Array.from({ length: N }, (_, t) => 0.98 ** t),
});

const solved = async (problem_: PlanCase) => {
  const { best } = await solveCase(problem_, solve);
  if (best === null) throw new Error("no plan");
  return best;
};
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("orders", () => {
  test("leave nothing that was not paid for: where nothing is wanted nothing flies", async () => {
    await fc.assert(fc.asyncProperty(random, fc.boolean(), async (given, cargo) => {
      const c = caseOf({ ...given, wanted: given.wanted.map(() => 0), salvage: true });
      const { decisions, counted_usd } = await solved(cargo ? { ...c, cargo: [{ ...supply(N), option: 1 }] } : c);
      expect(counted_usd).toBeGreaterThanOrEqual(-1);
      expect(sum(decisions.layout.vehicles.flatMap(({ launch }) => launch.map(decisions.read)))).toBe(0);
      expect(sum(decisions.layout.orders.flatMap(({ ordered }) => ordered.map(decisions.read)))).toBe(0);
    }), { numRuns: 25 });
  });
  test("come before what is had by their lead, and every dollar of them is in the ledger", async () => {
    await fc.assert(fc.asyncProperty(random, async (given) => {
      const c = caseOf(given);
      const { decisions, objective_usd } = await solved(c);
      const builds = buildsOf(decisions);
      const placed = ordersPlaced(decisions);
      for (const { id, ordered } of placed) {
        const terms = id === "order/platforms" ? given.platforms! : given.launches!;
        const had = id === "order/platforms" ? c.quarters.map((_, t) => sum(builds.slice(1).map(({ built }) => built[t]!))) : c.quarters.map((_, t) => decisions.read(decisions.layout.vehicles[0]!.launch[t]!));
        c.quarters.forEach((_, t) => expect(sum(had.slice(0, t + 1))).toBeLessThanOrEqual(terms.held + sum(ordered.slice(0, Math.max(0, t - terms.lead + 1))) + 1e-6));
      }
      expect(placed.map(({ id }) => id)).toEqual([...(given.platforms === null ? [] : ["order/platforms"]), ...(given.launches === null ? [] : ["order/starship"])]);
      const paid = planLedger(decisions, builds).reduce((all, { period, quantity }) => all + quantity * c.factor[c.quarters.findIndex((q) => period === `${Math.floor(q / 4)}-Q${(q % 4) + 1}`)]!, 0);
      const short = sum(decisions.layout.short[0]!.map((column, t) => decisions.read(column) * 100e6 * c.factor[t]!));
      expect(Math.abs(paid + short - objective_usd)).toBeLessThanOrEqual(1e-6 * Math.abs(objective_usd) + 10);
    }), { numRuns: 25 });
  });
  test("never come cheaper with a longer lead, at prices that stay", async () => {
    await fc.assert(fc.asyncProperty(random, async (given) => {
      const flat = { ...given, prices: given.prices.map(() => given.prices[0]!) };
      const later = (terms: OptionCase["order"]): OptionCase["order"] => (terms === null ? null : { ...terms, lead: terms.lead + 1 });
      const [short, long] = [await solved(caseOf(flat)), await solved(caseOf({ ...flat, platforms: later(flat.platforms), launches: later(flat.launches) }))];
      expect(long.counted_usd).toBeGreaterThanOrEqual(short.counted_usd - 1e-6 * Math.abs(short.counted_usd) - 10);
    }), { numRuns: 15 });
  });
  test("that were placed before an event stay, and may fly after it", async () => {
    // Platforms a quarter ahead; the launch of the second quarter is lost: what was ordered for it flies in the third, its rest paid then.
    const lost = (slots: readonly number[]): PlanCase => planCase(problem(3, { vehicles: [vehicle(3, { slots, reliability: 1 })], fleet: fleet(3, { order: { lead: 1, deposit_frac: 0.5, held: 0 } }), classes: [wants(3, { wanted_MW: [0, 2, 2] })] }));
    const first = await solved(lost([1, 1, 1]));
    const again = await replanCase({ before: lost([1, 1, 1]), after: lost([1, 0, 1]), past: pastOf(first.decisions, 1) }, solve);
    if ("why" in again) throw new Error(again.why.join());
    // Deposits 3 in the first quarter; launch 6, rest 3, upkeep 0.2 in the third; short 200 then 100.
    expect(again.objective_usd / 1e6).toBeCloseTo(3 + 6 + 3 + 0.2 + 300, 5);
    expect(again.build[0]!.built).toEqual([0, 0, 2]);
  });
  test("and flights of cargo alone are in the past that is read off a plan", async () => {
    const c = planCase(problem(2, { vehicles: [vehicle(2), vehicle(2, { id: "gun", name: "gun", perLaunch: 0 })], fleet: fleet(2) }));
    const quarter = c.quarters[0]!;
    const past = pastOfPlan({ ...c, cargo: [{ id: "krypton", name: "krypton", option: 0, need_t: 1, hold: { t: 1, m3: 1 }, price: { subsystem: "krypton", boundary: "operations", source: "", usd: [0, 0] }, vehicles: [1] }] }, {
      plan: { quarters: c.quarters, build: [], orders: [], ledger: [], manifest: [{ quarter, vehicle: "gun", launches: 3, hold_kg: 1, hold_m3: 1, aboard: [{ what: "cargo-krypton", kind: "cargo", units: 0.2, mass_kg: 1, volume_m3: 1 }] }] }, quarters: 2,
    });
    expect(past.launches).toEqual({ starship: [0, 0], gun: [3, 0] });
    expect(past.loaded).toEqual({ "krypton on gun": [0.2, 0] });
  });
});

describe("what a unit costs levelised", () => {
  test("is at the first quarter in which it can be had, its deposit at the price of the order", () => {
    // Three quarters from an order: 0.5 x 1 + 0.5 x 4 for each of two lines of 4, 3, 2, 1 M$; four are held: the first quarter's, 4.
    const capital = fleet(4).capital.map((line) => ({ ...line, usd: [4e6, 3e6, 2e6, 1e6] }));
    const told = (held: number, launches: OptionCase["order"]) => {
      const c = planCase(problem(4, { vehicles: [vehicle(4, { order: launches })], fleet: fleet(4, { order: { lead: 3, deposit_frac: 0.5, held }, capital }) }));
      const [option] = planOptions(c);
      return [option!.priceQuarter - c.quarters[0]!, option!.capital[0]!.line.quantity];
    };
    expect(told(0, null)).toEqual([3, 2.5e6]);
    expect(told(4, null)).toEqual([0, 4e6]);
    // Launches that come after two quarters: 0.5 x 2 + 0.5 x 4.
    expect(told(4, { lead: 2, deposit_frac: 0, held: 0 })).toEqual([2, 3e6]);
  });
  const launchLines = (change: Partial<Parameters<typeof vehicle>[1] & object>, others: Partial<PlanCase> = {}) => {
    const c = planCase(problem(2, { vehicles: [vehicle(2, { slots: [2, 2], ...change })], fleet: fleet(2, { order: { lead: 2, deposit_frac: 0.5, held: 0 } }) }));
    return planOptions({ ...c, salvage: true, ...others, factor: [1, 0.9] })[0]!.capital.map(({ line }) => [line.subsystem, line.quantity] as const);
  };
  test("holds the interest on what is paid with an order", () => {
    // Half of 2 and of 1 M$ two quarters earlier, at 1/0.9 a quarter: x (0.5 + 0.5/0.81).
    expect(launchLines({})).toEqual([["servers", expect.closeTo(2e6 * (0.5 + 0.5 / 0.81), 3)], ["array", expect.closeTo(1e6 * (0.5 + 0.5 / 0.81), 3)], ["launch", 3e6]]);
  });
  test("holds a launcher's stake, fixed cost and fee, over all launches on offer", () => {
    // Fixed 3 a quarter, sales of 1.5 at 2 M$ above cost in both, which a launcher that flies for its owner alone gives up: 3 x 1.9. Stake 20 for 20 quarters, of
    // which 18/20 are left in the last: 20 - 18 x 0.9 = 3.8. Over 2 x 1.9 launches: 2.5 M$, two units a launch.
    const line = (subsystem: string, usd: readonly number[]) => ({ subsystem, boundary: "launch", source: "test", usd }) as const;
    const terms = {
      committed: [line("fixed", [3e6, 3e6]), line("sold", [-3e6, -3e6])], others: { launches: [1.5, 1.5], givenUp: line("given up", [2e6, 2e6]) },
      stake: { at: [0], line: { ...line("stake", [20e6, 20e6]), life: 20 } },
    };
    expect(launchLines(terms).at(-1)).toEqual(["terms of starship at its full rate", expect.closeTo(1.25e6, 3)]);
    // Nothing credited at the end: all of 20. Owned from the second quarter on: over the 2 x 0.9 launches of that.
    expect(launchLines(terms, { salvage: false }).at(-1)![1]).toBeCloseTo((25.7e6 / 3.8) / 2, 3);
    expect(launchLines({ ...terms, termsFrom: 1 }).at(-1)![1]).toBeCloseTo((9.5e6 / 1.8) / 2, 3);
  });
});
