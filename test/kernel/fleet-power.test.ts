import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { batteryStep, heatStep, POWER_COLUMNS, powerRules, storeAndHeat } from "../../src/kernel/index.ts";
import type { PowerDesign } from "../../src/kernel/index.ts";
import { measure } from "../golden/measure.ts";
import { RACK } from "./fleet.ts";

const STEP_S = 60;
const column = (name: (typeof POWER_COLUMNS)[number]) => POWER_COLUMNS.indexOf(name);

/** One body, lit or dark, one step. */
function oneStep(design: PowerDesign, { stored_J, temperature_K, source_W, dark }: { readonly stored_J: number; readonly temperature_K: number; readonly source_W: number; readonly dark: boolean }) {
  const state = { stored_J: Float64Array.of(stored_J), temperature_K: Float64Array.of(temperature_K) };
  const row = new Float64Array(POWER_COLUMNS.length);
  storeAndHeat(powerRules(design, { step_s: STEP_S, hottest_K: 420 }), { source_W: Float64Array.of(source_W), dark: Uint32Array.of(dark ? 1 : 0) }, state, row);
  const of = (name: (typeof POWER_COLUMNS)[number]) => row[column(name)]!;
  return { of, stored_J: state.stored_J[0]!, temperature_K: state.temperature_K[0]! };
}

const anyBody = fc.record({
  stored_J: fc.double({ min: 0, max: RACK.capacity_J, noNaN: true }),
  temperature_K: fc.double({ min: 200, max: 400, noNaN: true }),
  source_W: fc.double({ min: 0, max: 300_000, noNaN: true }),
  dark: fc.boolean(),
});
const anyDesign = fc.record({ rides: fc.boolean(), floor_J: fc.constantFrom(0, 5e6), refillBelow_J: fc.constantFrom(20e6, 40e6), heatCapacity_J_per_K: fc.constantFrom(2e6, 1.07e6, 5.4e5) }).map(
  ({ rides, ...given }): PowerDesign => ({ ...RACK, ...given, reserve_J: rides ? 20e6 : Infinity }),
);

describe("storeAndHeat", () => {
  test("the store moves as batteryStep moves it", () => {
    fc.assert(
      fc.property(anyDesign, anyBody, (design, body) => {
        const { of, stored_J } = oneStep(design, body);
        const surplus_W = (body.dark ? 0 : body.source_W) - design.base_W - of("load_W");
        const battery = { ...design, chargeLimit_W: Number.MAX_VALUE, dischargeLimit_W: Number.MAX_VALUE };
        const expected = batteryStep(battery, body.stored_J, surplus_W, STEP_S);
        const near = (got: number, wanted: number) => expect(Math.abs(got - wanted)).toBeLessThan(1e-6);
        near(stored_J, expected.stored_J);
        near(of("curtailed_J"), expected.curtailed_J);
        near(of("shortfall_J"), expected.shortfall_J);
        near(of("loss_J"), expected.loss_J);
      }),
      { numRuns: 500 },
    );
  });

  test("energy in is energy served, curtailed, lost and stored; the store stays within its bounds", () => {
    fc.assert(
      fc.property(anyDesign, anyBody, (design, body) => {
        const { of, stored_J } = oneStep(design, body);
        const generated_J = (body.dark ? 0 : body.source_W) * STEP_S;
        const out_J = (design.base_W + of("load_W")) * STEP_S - of("shortfall_J") + of("curtailed_J") + of("loss_J") + stored_J - body.stored_J;
        expect(Math.abs(out_J - generated_J)).toBeLessThan(1e-6);
        expect(stored_J).toBeGreaterThanOrEqual(Math.min(body.stored_J, design.floor_J));
        expect(stored_J).toBeLessThanOrEqual(design.capacity_J);
        expect(of("load_W")).toBeGreaterThanOrEqual(0);
        expect(of("load_W")).toBeLessThanOrEqual(design.wanted_W);
        if (body.temperature_K >= design.hot_K) expect(of("load_W")).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test("a body is throttled, idle, hot or short as its load, its limits and its draw say", () => {
    fc.assert(
      fc.property(anyDesign, anyBody, (design, body) => {
        const { of, stored_J } = oneStep(design, body);
        const load_W = of("load_W");
        const cool_W = Math.max(0, design.hotSlope_W_per_K * (design.hot_K - body.temperature_K));
        expect(of("idle")).toBe(load_W === 0 ? 1 : 0);
        expect(of("throttled")).toBe(load_W > 0 && load_W < design.wanted_W * (1 - 1e-9) ? 1 : 0);
        // Held by heat: the limit of heat is what it got, and less than it wanted.
        expect(of("hot")).toBe(load_W === cool_W && cool_W < design.wanted_W ? 1 : 0);
        expect(of("short")).toBe(of("shortfall_J") > 1e-9 * STEP_S * (load_W + design.base_W) ? 1 : 0);
        expect(of("withdrawn_J")).toBe(Math.max(0, body.stored_J - stored_J));
      }),
      { numRuns: 500 },
    );
  });

  test("temperature as the exact step has it", () => {
    let worst = 0;
    fc.assert(
      fc.property(anyDesign, anyBody, (design, body) => {
        const { of, temperature_K } = oneStep(design, body);
        const heat_W = of("load_W") + design.base_W + (of("loss_J") - of("shortfall_J")) / STEP_S + (body.dark ? design.absorbedDark_W : design.absorbedLit_W);
        const exact = heatStep({ temperature_K: body.temperature_K, capacity_J_per_K: design.heatCapacity_J_per_K, emission_W_per_K4: design.emission_W_per_K4 }, heat_W, STEP_S);
        const balance_K = (heat_W / design.emission_W_per_K4) ** 0.25;
        worst = Math.max(worst, Math.abs(temperature_K - exact.temperature_K) / Math.max(1, Math.abs(body.temperature_K - balance_K)));
      }),
      { numRuns: 500 },
    );
    measure("fleet-power", { case: "temperature after a step, of the distance from balance", got: worst, expected: 0, abs: 1e-5, unit: "1", source: "exact step of a radiating body (heat-step)" });
  });

  test("a light panel takes substeps and does not swing", () => {
    const light: PowerDesign = { ...RACK, heatCapacity_J_per_K: 2e4 };
    expect(powerRules(light, { step_s: STEP_S, hottest_K: 420 }).substeps).toBeGreaterThan(10);
    let body = { stored_J: 40e6, temperature_K: 420, source_W: 200_000, dark: true };
    const balance_K = ((light.base_W + light.absorbedDark_W) / light.emission_W_per_K4) ** 0.25;
    for (let i = 0; i < 60; i++) {
      const { temperature_K, stored_J } = oneStep(light, body);
      expect(temperature_K).toBeLessThanOrEqual(body.temperature_K);
      body = { ...body, temperature_K, stored_J };
    }
    // The store's loss is heat too: it delivers base_W at 0.96.
    expect(body.temperature_K).toBeCloseTo(((light.base_W / 0.96 + light.absorbedDark_W) / light.emission_W_per_K4) ** 0.25, 6);
    expect(body.temperature_K).toBeGreaterThan(balance_K);
  });

  test("a row sums over its bodies, whatever their number", () => {
    for (const bodies of [1, 2, 3, 31, 32, 33, 65]) {
      const start = (j: number) => ({ stored_J: 1e6 * (j % 40), temperature_K: 280 + j, source_W: 150_000, dark: j % 3 === 0 });
      const state = { stored_J: Float64Array.from({ length: bodies }, (_, j) => start(j).stored_J), temperature_K: Float64Array.from({ length: bodies }, (_, j) => start(j).temperature_K) };
      const dark = new Uint32Array(Math.ceil(bodies / 32));
      for (let j = 0; j < bodies; j += 3) dark[j >>> 5]! |= 1 << (j & 31);
      const row = new Float64Array(POWER_COLUMNS.length);
      storeAndHeat(powerRules(RACK, { step_s: STEP_S, hottest_K: 420 }), { source_W: Float64Array.of(150_000), dark }, state, row);
      const alone = Array.from({ length: bodies }, (_, j) => oneStep(RACK, start(j)));
      for (const name of ["load_W", "stored_J", "curtailed_J", "shortfall_J", "loss_J", "temperature_K", "withdrawn_J", "throttled", "idle", "hot", "short"] as const) {
        const sum = alone.reduce((total, one) => total + one.of(name), 0);
        expect(Math.abs(row[column(name)]! - sum)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(sum)));
      }
      expect(row[column("lowest_J")]).toBe(Math.min(...alone.map((one) => one.stored_J)));
      expect(row[column("hottest_K")]).toBe(Math.max(...alone.map((one) => one.temperature_K)));
      expect(row[column("coldest_K")]).toBe(Math.min(...alone.map((one) => one.temperature_K)));
    }
  });

  test("bodies that are looked at together move as each does alone", () => {
    const steps = 30;
    const anyGroups = fc.record({
      design: anyDesign, bodies: fc.integer({ min: 8, max: 70 }), source_W: fc.double({ min: 0, max: 300_000, noNaN: true }),
      // Of each group of eight: how full, how warm, from which step on in the dark.
      groups: fc.array(fc.record({ full_frac: fc.constantFrom(1, 1, 0.9, 0.05), spread: fc.constantFrom(0, 0, 0.01), temperature_K: fc.double({ min: 250, max: 380, noNaN: true }), darkFrom: fc.integer({ min: 0, max: 40 }) }), { minLength: 9, maxLength: 9 }),
    });
    fc.assert(
      fc.property(anyGroups, ({ design, bodies, source_W, groups }) => {
        const rules = powerRules(design, { step_s: STEP_S, hottest_K: 420 });
        const source = new Float64Array(steps).fill(source_W);
        const of = (j: number) => groups[j >>> 3]!;
        const start = (j: number) => ({ stored_J: design.capacity_J * (of(j).full_frac - of(j).spread * (j & 7)), temperature_K: of(j).temperature_K + of(j).spread * (j & 7) });
        const isDark = (j: number, step: number) => step >= of(j).darkFrom && step < of(j).darkFrom + 15;
        const fly = (ids: readonly number[]) => {
          const state = { stored_J: Float64Array.from(ids, (j) => start(j).stored_J), temperature_K: Float64Array.from(ids, (j) => start(j).temperature_K) };
          const words = Math.ceil(ids.length / 32);
          const dark = new Uint32Array(steps * words);
          for (let step = 0; step < steps; step++) ids.forEach((j, i) => { if (isDark(j, step)) dark[step * words + (i >>> 5)]! |= 1 << (i & 31); });
          const rows = new Float64Array(steps * POWER_COLUMNS.length);
          storeAndHeat(rules, { source_W: source, dark }, state, rows);
          return { ...state, rows };
        };
        const ids = Array.from({ length: bodies }, (_, j) => j);
        const together = fly(ids);
        const alone = ids.map((j) => fly([j]));
        const near = (got: number, expected: number, scale: number) => expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-11 * scale);
        alone.forEach((one, j) => {
          near(together.stored_J[j]!, one.stored_J[0]!, design.capacity_J);
          near(together.temperature_K[j]!, one.temperature_K[0]!, 300);
        });
        const scale: Partial<Record<(typeof POWER_COLUMNS)[number], number>> = { load_W: design.wanted_W, temperature_K: 300, throttled: 1, idle: 1, hot: 1, short: 1 };
        for (let step = 0; step < steps; step++) {
          for (const name of ["load_W", "stored_J", "curtailed_J", "shortfall_J", "loss_J", "temperature_K", "withdrawn_J", "throttled", "idle", "hot", "short"] as const) {
            const at = step * POWER_COLUMNS.length + column(name);
            near(together.rows[at]!, alone.reduce((total, one) => total + one.rows[at]!, 0), bodies * (scale[name] ?? design.capacity_J));
          }
          for (const [name, extreme] of [["lowest_J", Math.min], ["hottest_K", Math.max], ["coldest_K", Math.min]] as const) {
            const at = step * POWER_COLUMNS.length + column(name);
            near(together.rows[at]!, extreme(...alone.map((one) => one.rows[at]!)), design.capacity_J);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a rule that is not a number is refused", () => {
    expect(() => powerRules({ ...RACK, refill_W: Number.NaN }, { step_s: 60, hottest_K: 400 })).toThrow(/refill_W/);
  });
});
