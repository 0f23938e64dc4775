import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateFrozen, finance, flowsOf, frozenPlan, statementLedger, statementOf, type Statement } from "../../src/finance/index.ts";
import { owedOf } from "../../src/finance/statement/owed.ts";
import { macrs, npv, realRate } from "../../src/money/index.ts";
import type { Plan } from "../../src/plan/index.ts";
import type { Scenario } from "../../src/scenario/index.ts";
import { planOf, scenarioWith, SKETCH, START, type Sketch } from "./a-plan.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const statedOf = (scenario: Scenario, plan: Plan): Statement => statementOf(scenario, { flows: flowsOf(scenario, { plan, market: [] }), plan });
const financed = (scenario: Scenario, plan: Plan) => finance(scenario, { plan, sizing: { ledger: [], platform: null }, market: [], gates: null });

const SPEND = "finance.spend=[{id: halls, item: structure, payments: [{id: down, at: -1.5 yr, share: 30 %}, {id: rest, at: 0.5 yr, share: 70 %}]}]";

const [PLAIN, SPREAD, TAXED, UNLIMITED] = [scenarioWith(), scenarioWith(SPEND), scenarioWith("finance.tax={}"), scenarioWith("finance.tax={lossLimit: 100 %}")];
const atRates = (discount_per_yr: number, inflation_per_yr: number): Scenario => ({ ...PLAIN, finance: { ...PLAIN.finance, discount_per_yr }, money: { ...PLAIN.money, inflation_per_yr } });

const money = fc.double({ min: 1e3, max: 1e8, noNaN: true });
const sketches = fc.record({
  built: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 40 }),
  hall: money, servers: money, energy: money, watts: fc.oneof(fc.constant(0), fc.double({ min: 1, max: 1e8, noNaN: true })),
  serverLife: fc.integer({ min: 1, max: 6 }), hallLife: fc.integer({ min: 1, max: 20 }), start: fc.integer({ min: START, max: START + 7 }),
}).map(({ built, hall, servers, energy, watts, serverLife, hallLife, start }): Sketch => ({
  built, life_yr: hallLife, start,
  parts: [{ subsystem: "servers", item: "it", usd: servers, life_yr: serverLife }, { subsystem: "land and shell", item: "structure", usd: hall, life_yr: hallLife }],
  yearly: [{ subsystem: "electricity", item: "energy", usd: energy }], served_W: built.map(() => watts),
}));

describe("statement of nominal cash", () => {
  test("by hand: the first quarter of the plan, a year after the price year's middle", () => {
    const scenario = scenarioWith("money.inflation=2.5 %/yr");
    const got = statedOf(scenario, planOf(SKETCH));
    // 2027-Q1's middle is 0.625 years after the middle of 2026; 2 MW of 37.5 M$, a quarter of 0.6 M$ each, 2,000 kW x 2,191.5 h x 2 $.
    const index = 1.025 ** 0.625;
    expect(got.quarters).toEqual(SKETCH.built.map((_, t) => START + t));
    expect(got.purchases_usd[0]).toBeCloseTo(75e6 * index, 4);
    expect(got.operating_usd[0]).toBeCloseTo(0.3e6 * index, 6);
    expect(got.revenue_usd[0]).toBeCloseTo(2000 * 2191.5 * 2 * index, 4);
    expect(got.ebitda_usd[0]).toBeCloseTo((2000 * 2191.5 * 2 - 0.3e6) * index, 4);
    // Servers of the first two megawatts are bought again after five years, of the third a year later: refresh, and nothing else is.
    expect(got.refresh_usd.map((usd, q) => usd / got.index[q]!).flatMap((usd, q) => (usd === 0 ? [] : [[q, Math.round(usd)]]))).toEqual([[20, 50e6], [24, 25e6]]);
    // In the books: hall over 14 years, servers over 5.
    expect(got.bookDepreciation_usd[0]).toBeCloseTo(((2 * 25e6) / 20 + (2 * 12.5e6) / 56) * index, 4);
  });

  test("an item that rises otherwise, by hand: energy at 6 % a year, contracts fixed in dollars of the price year", () => {
    const got = statedOf(scenarioWith("money.escalation.energy=6 %/yr", "money.escalation.revenue=0 %/yr"), planOf(SKETCH));
    expect(got.operating_usd[8]).toBeCloseTo(0.45e6 * 1.06 ** 2.625, 5);
    expect(got.revenue_usd[8]).toBeCloseTo(3000 * 2191.5 * 2, 5);
  });

  test("payments before and after delivery stand in quarters of their own, in the money of those", () => {
    const got = statedOf(scenarioWith("money.inflation=2.5 %/yr", SPEND), planOf(SKETCH));
    expect([got.quarters[0], got.quarters.at(-1)]).toEqual([START - 6, START + 41]);
    expect(got.capex_usd[0]).toBeCloseTo(0.3 * 25e6 * 1.025 ** (0.625 - 1.5), 4);
    expect(got.capex_usd[8]).toBeCloseTo(0.7 * 25e6 * 1.025 ** (0.625 + 0.5), 4);
    expect(got.placed_usd[6]).toBeCloseTo(50e6 * 1.025 ** 0.625 + 0.3 * 25e6 * 1.025 ** (0.625 - 1.5) + 0.7 * 25e6 * 1.025 ** (0.625 + 0.5), 4);
    expect(got.valuation_quarter).toBe(START);
  });

  test("tax by hand: MACRS of Publication 946 over calendar years, 39 years straight for the hall", () => {
    const sketch: Sketch = { ...SKETCH, built: SKETCH.built.map((_, t) => (t === 0 ? 1 : 0)) };
    const got = statedOf(scenarioWith("money.inflation=0 %/yr", "finance.tax={}"), planOf(sketch));
    const year = (y: number): number => sum(got.taxDepreciation_usd.slice(4 * y, 4 * y + 4));
    macrs(5).slice(0, 5).forEach((share, y) => expect(year(y)).toBeCloseTo(25e6 * share + 12.5e6 / 39, 4));
    // Sixth year: the rest of the first servers, and the first of those bought in 2032-Q1.
    expect(year(5)).toBeCloseTo(25e6 * (0.0576 + 0.2) + 12.5e6 / 39, 4);
    expect(got.tax_frac).toBeCloseTo(0.07 + 0.21 * 0.93, 12);
  });

  test("what is owed, by hand: 45 of 91.3125 days at the end of a quarter; 120 days reach into the one before", () => {
    expect(owedOf([100, 0, 0], 45)).toEqual([expect.closeTo((100 * 45) / 91.3125, 12), 0, 0]);
    const [first, second, third] = owedOf([100, 200, 0], 120);
    expect([first, second, third]).toEqual([100, expect.closeTo(200 + 100 * (120 / 91.3125 - 1), 9), expect.closeTo(200 * (120 / 91.3125 - 1), 9)]);
    expect(owedOf([100, 200], 0)).toEqual([0, 0]);
  });

  test("what is left of a part is sold for its remaining share of what it would cost new then, in its own prices (property)", () => {
    fc.assert(fc.property(sketches, fc.double({ min: -0.2, max: 0.1, noNaN: true }), fc.double({ min: -0.05, max: 0.1, noNaN: true }), (sketch, it_per_yr, structure_per_yr) => {
      const scenario = { ...PLAIN, money: { ...PLAIN.money, escalation: { ...PLAIN.money.escalation, it_per_yr, structure_per_yr } } };
      const got = statedOf(scenario, planOf(sketch));
      const horizon = sketch.built.length;
      const years = (got.valuation_quarter + horizon - 1 + 0.5) / 4 - (scenario.money.priceYear + 0.5);
      for (const part of sketch.parts) {
        // By hand: units that stand at the end, each with the age of its part, straight line.
        const remaining = sum(sketch.built.map((n, at) => {
          const unit = sketch.life_yr * 4;
          if (at + unit <= horizon) return 0;
          const bought = at + Math.floor((horizon - 1 - at) / (part.life_yr * 4)) * part.life_yr * 4;
          const serves = Math.min(part.life_yr * 4, at + unit - bought);
          return n * Math.max(0, (bought + serves - horizon) / serves);
        }));
        const anew = part.usd * (1 + (part.item === "it" ? it_per_yr : structure_per_yr)) ** years;
        const sold = sum(got.lines.filter(({ id }) => id === `ground/texas/value left of ${part.subsystem}`).flatMap(({ paid_usd }) => paid_usd));
        expect(Math.abs(sold + remaining * anew)).toBeLessThan(1e-9 * (remaining * anew + 1));
      }
    }), { numRuns: 60 });
  });

  test("deflated and summed it is the plan's ledger, whatever is paid when (property)", () => {
    fc.assert(fc.property(sketches, fc.boolean(), fc.integer({ min: 0, max: 400 }), (sketch, spread, days) => {
      const plan = planOf(sketch);
      const base = spread ? SPREAD : PLAIN;
      const got = statedOf({ ...base, finance: { ...base.finance, workingCapital: { receivable_day: days, payable_day: 400 - days } } }, plan);
      const real = sum(got.lines.map(({ paid_usd }) => sum(paid_usd.map((usd, q) => usd / got.index[q]!))));
      const ledger = sum(plan.ledger.map(({ quantity }) => quantity));
      const gross = sum(plan.ledger.map(({ quantity }) => Math.abs(quantity))) + 1;
      expect(Math.abs(real - ledger) / gross).toBeLessThan(1e-12);
      // Nothing stays owed, and nothing is written off twice or never.
      expect(Math.abs(got.receivable_usd.at(-1)!) + Math.abs(got.payable_usd.at(-1)!)).toBeLessThan(1e-6);
      for (const written of [got.placed_usd, got.bookDepreciation_usd, got.taxDepreciation_usd]) expect(Math.abs(sum(written) - sum(got.capex_usd))).toBeLessThan(1e-9 * gross);
      expect(Math.abs(sum(got.cashFromOperations_usd) - sum(got.ebitda_usd))).toBeLessThan(1e-9 * (sum(got.revenue_usd) + gross));
      // Its own ledger has every dollar of it.
      const paid = sum(statementLedger(got).map(({ quantity }) => quantity));
      expect(Math.abs(paid + sum(got.afterTax_usd))).toBeLessThan(1e-9 * (sum(got.revenue_usd) + gross));
    }), { numRuns: 60 });
  });

  test("nominal cash at the nominal rate is worth what real cash is at the real one (property)", () => {
    fc.assert(fc.property(sketches, fc.double({ min: 0.01, max: 0.3, noNaN: true }), fc.double({ min: -0.02, max: 0.2, noNaN: true }), (sketch, discount, inflation) => {
      const got = financed(atRates(discount, inflation), planOf(sketch));
      const measured = got.projects[0]!.measures.find(({ key }) => key === "npv_real_usd")!.value!;
      expect(Math.abs(measured - got.cash.npv_usd)).toBeLessThan(1e-9 * (got.cash.cost_pv_usd + 2 * got.cash.salvage_pv_usd + got.cash.revenue_pv_usd + 1));
    }), { numRuns: 60 });
  });

  test("at every internal rate of return the net present value is zero (property)", () => {
    fc.assert(fc.property(sketches, (sketch) => {
      const got = financed(TAXED, planOf(sketch));
      const cash = got.statement!.afterTax_usd;
      for (const root of got.projects[0]!.irrRoots_per_yr) {
        const rate_per_period = (1 + root) ** 0.25 - 1;
        const gross = npv({ rate_per_period, flows_usd: cash.map(Math.abs), firstFlowAt_periods: 0.5 });
        // Near -100 % a root has few digits: half a bit of it moves each flow by its years.
        const digits = (Number.EPSILON * cash.length) / 4 / (1 + root);
        expect(Math.abs(npv({ rate_per_period, flows_usd: cash, firstFlowAt_periods: 0.5 }))).toBeLessThan((1e-8 + digits) * gross);
      }
    }), { numRuns: 60 });
  });

  test("losses wait: no tax while the sum of income of a year is below zero, and all of it is taxed at last where no loss is left (property)", () => {
    fc.assert(fc.property(sketches, (sketch) => {
      const got = statedOf(UNLIMITED, planOf(sketch));
      const left = got.losses_usd.at(-1)!;
      const gross = sum(got.taxable_usd.map(Math.abs)) + 1;
      expect(Math.abs(sum(got.tax_usd) - got.tax_frac * (sum(got.taxable_usd) + left))).toBeLessThan(1e-9 * gross);
    }), { numRuns: 60 });
  });
});

describe("a frozen plan", () => {
  const scenario = scenarioWith();
  const plan = planOf(SKETCH);
  const frozen = frozenPlan(plan, flowsOf(scenario, { plan, market: [] }));
  const terms = { discount_per_yr: 0.12, inflation_per_yr: 0.025, costFactor: null, earnedFactor: null };

  test("with every factor one it is the stage", () => {
    const stage = financed(scenario, plan);
    const got = evaluateFrozen(frozen, terms);
    expect(got.npv_usd).toBeCloseTo(stage.cash.npv_usd, 4);
    expect(got.levelised_usd_per_kW_yr[0]).toBe(stage.ground!.usd_per_kW_yr);
    expect(evaluateFrozen(frozen, { ...terms, costFactor: new Float64Array(frozen.parts.length).fill(1), earnedFactor: new Float64Array(1).fill(1) })).toEqual(got);
  });

  test("at another price of servers it is the stage on a plan that pays that price (property)", () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 4, noNaN: true }), fc.double({ min: 0.1, max: 4, noNaN: true }), fc.double({ min: 0.02, max: 0.3, noNaN: true }), (servers, earned, discount) => {
      const dearer = planOf({ ...SKETCH, parts: SKETCH.parts.map((part) => (part.subsystem === "servers" ? { ...part, usd: part.usd * servers } : part)), served_W: SKETCH.served_W.map((watts) => watts * earned) });
      const stage = financed(atRates(discount, 0.025), dearer);
      const costFactor = new Float64Array(frozen.parts.length).fill(1);
      costFactor[frozen.parts.indexOf("ground/texas/servers")] = servers;
      const got = evaluateFrozen(frozen, { ...terms, discount_per_yr: discount, costFactor, earnedFactor: Float64Array.of(earned) });
      expect(got.npv_usd / stage.cash.npv_usd).toBeCloseTo(1, 9);
      expect(got.levelised_usd_per_kW_yr[0]! / stage.ground!.usd_per_kW_yr).toBeCloseTo(1, 12);
    }), { numRuns: 40 });
  });

  test("factors of another plan are refused", () => {
    expect(() => evaluateFrozen(frozen, { ...terms, costFactor: new Float64Array(1) })).toThrow(`costFactor has 1 entries, the plan ${frozen.parts.length} parts`);
  });

  test("the real rate is Fisher's", () => expect(realRate({ nominal_per_year: 0.12, inflation_per_year: 0.025 })).toBeCloseTo(1.12 / 1.025 - 1, 12));
});
