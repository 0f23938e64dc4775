import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstMonday_s, hourlyRate, replayWeek } from "../../src/serve/index.ts";
import type { Pools, ReplayClass } from "../../src/serve/index.ts";

const flat = { start_utc_s: 0, step_s: 3600, value: [1], source: "test" };
const pools = (ground_W: number, orbit_W = 0): Pools => ({ quarter: 2027 * 4, ground_W, groundCarbon_g_per_kWh: 500, orbit_W, orbitLink_B_per_s: 1e12 });
const job = (change: Partial<ReplayClass>): ReplayClass => ({ id: "a", kind: "interactive", mean_W: 100, shape: flat, deferral_h: 0, ground: true, orbit: true, data_B_per_J: 1, groundUseful_frac: 1, orbitUseful_frac: 1, ...change });
// Sun-like day: nothing for half of it.
const day = { start_utc_s: 0, step_s: 43_200, value: [2, 0], source: "test" };

describe("replayWeek", () => {
  // Calendar: the first Monday of 2027 is 4 January, of 2028-Q2 is 3 April.
  test.each([[2027 * 4, "2027-01-04T00:00:00.000Z"], [2028 * 4 + 1, "2028-04-03T00:00:00.000Z"]])("starts on a Monday", (quarter, utc) => {
    expect(new Date(firstMonday_s(quarter) * 1000).toISOString()).toBe(utc);
  });
  test("an hour's rate is the mean of the steps it holds", () => {
    expect(hourlyRate({ start_utc_s: 0, step_s: 1800, value: [1, 3], source: "test" }, 7200)).toBe(2);
    expect(hourlyRate({ start_utc_s: 900, step_s: 3600, value: [1, 3], source: "test" }, 3600)).toBe(0.25 * 1 + 0.75 * 3);
  });
  test("interactive work goes before training, training before batch, ground before orbit", () => {
    const replay = replayWeek([job({ id: "batch", kind: "batch" }), job({ id: "train", kind: "training" }), job({ id: "chat" })], pools(150, 100));
    const served = Object.fromEntries(replay.byClass.map((c) => [c.id, [c.ground_Wh / 168, c.orbit_Wh / 168, c.unserved_Wh / 168]]));
    expect(served).toEqual({ chat: [100, 0, 0], train: [50, 50, 0], batch: [0, 50, 50] });
  });
  test("batch fills the valleys: with 24 h to wait a pool of the mean serves all, without waiting half of it", () => {
    const [waits] = replayWeek([job({ kind: "batch", shape: day, deferral_h: 24 })], pools(100)).byClass;
    expect(waits).toMatchObject({ ground_Wh: 16_800, unserved_Wh: 0, deferred_Wh: 0, wanted_Wh: 16_800 });
    const [cannot] = replayWeek([job({ shape: day })], pools(100)).byClass;
    expect(cannot).toMatchObject({ ground_Wh: 8400, unserved_Wh: 8400 });
  });
  test("what is not due when the week ends is deferred", () => {
    const [c] = replayWeek([job({ kind: "batch", deferral_h: 9 })], pools(0)).byClass;
    // Work of the last nine hours is due after the week.
    expect(c).toMatchObject({ deferred_Wh: 900, unserved_Wh: 15_900 });
  });
  test("100 W on the ground all year at 500 g/kWh are 438.3 kg", () => {
    // 0.1 kW x 8,766 h x 0.5 kg/kWh.
    expect(replayWeek([job({})], pools(1000)).groundCarbon_t_per_yr).toBeCloseTo(0.4383, 9);
    expect(replayWeek([job({})], pools(0, 1000)).groundCarbon_t_per_yr).toBe(0);
  });
  test("a full link stops orbit: 50 W x 1 B/J of 100 W", () => {
    const [c] = replayWeek([job({ ground: false })], { ...pools(0, 1000), orbitLink_B_per_s: 50 }).byClass;
    expect(c!.orbit_Wh).toBeCloseTo(50 * 168, 6);
    expect(c!.moved_B).toBeCloseTo(50 * 168 * 3600, 3);
  });
  test("a synchronous class takes more of a pool than it serves from it", () => {
    // 100 W of the pool give 40 W of work kept; the ground runs all of its 100 W: at 1 kg a kWh, 100 W of a year of 8766 h.
    const replay = replayWeek([job({ groundUseful_frac: 0.4, orbit: false })], pools(100));
    expect(replay.byClass[0]!.ground_Wh).toBeCloseTo(40 * 168, 6);
    expect(replay.byClass[0]!.unserved_Wh).toBeCloseTo(60 * 168, 6);
    expect(replay.groundRun_Wh).toBeCloseTo(100 * 168, 6);
    // A class beside it finds what is left: 200 W less 60/0.4.
    const both = replayWeek([job({ mean_W: 60, groundUseful_frac: 0.4, orbit: false }), job({ id: "b", orbit: false })], pools(200));
    expect(both.byClass[1]!.ground_Wh).toBeCloseTo(50 * 168, 6);
  });
  // Nothing, or at least a milliwatt: a share of a number too small to divide has no balance.
  const amount = (max: number) => fc.double({ min: 0, max, noNaN: true }).map((x) => (x < 1e-3 ? 0 : x));
  const classes = fc.array(fc.record({
    id: fc.constant("x"), kind: fc.constantFrom("interactive" as const, "batch" as const, "training" as const), mean_W: amount(1e9),
    shape: fc.array(amount(5), { minLength: 1, maxLength: 50 }).map((value) => ({ start_utc_s: 0, step_s: 5400, value, source: "test" })),
    deferral_h: fc.double({ min: 0, max: 100, noNaN: true }), ground: fc.boolean(), orbit: fc.boolean(), data_B_per_J: amount(100),
    groundUseful_frac: fc.double({ min: 0.01, max: 1, noNaN: true }), orbitUseful_frac: fc.double({ min: 0.01, max: 1, noNaN: true }),
  }), { maxLength: 6 });
  const anyPools = fc.record({ quarter: fc.integer({ min: 8100, max: 8300 }), ground_W: amount(2e9), groundCarbon_g_per_kWh: fc.constant(0), orbit_W: amount(2e9), orbitLink_B_per_s: amount(1e12) });
  test("wanted = ground + orbit + unserved + deferred, and no hour is over its pools", () => {
    fc.assert(fc.property(classes, anyPools, (list, supply) => {
      const replay = replayWeek(list, supply);
      for (const c of replay.byClass) {
        expect(Math.abs(c.ground_Wh + c.orbit_Wh + c.unserved_Wh + c.deferred_Wh - c.wanted_Wh)).toBeLessThanOrEqual(1e-9 * c.wanted_Wh);
        expect(Math.min(c.ground_Wh, c.orbit_Wh, c.unserved_Wh, c.deferred_Wh)).toBeGreaterThanOrEqual(0);
      }
      expect(Math.max(...replay.hourly.ground_W)).toBeLessThanOrEqual(supply.ground_W * (1 + 1e-6) + 1);
      expect(Math.max(...replay.hourly.orbit_W)).toBeLessThanOrEqual(supply.orbit_W * (1 + 1e-6) + 1);
    }));
  });
});
