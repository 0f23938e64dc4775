import { describe, expect, test } from "vitest";
import { highsSolver } from "../../src/solver/index.ts";
import { emptyState, explain, fluidModel, jobByJobBound, jobOf, PLANNED, prepareSupply, simulate, step, type Job, type Policy } from "../../src/schedule/index.ts";
import { cellOf } from "./placement-cell.ts";
import { flashes, hall } from "./pools.ts";

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
const price = hall(1).price;
const hourly = (of: (hour: number) => number) => ({ t_s: Array.from({ length: 72 }, (_, h) => h * HOUR_S), value: Array.from({ length: 72 }, (_, h) => of(h)) });
const unit = (id: string, submit_s: number, more: Partial<Job> = {}): Job => jobOf({ id, submit_s, nodes: 1, acceleratorsPerNode: 1, power_W: 1000, estimate_s: HOUR_S }, more);
const placed = (jobs: readonly Job[], pools: Parameters<typeof prepareSupply>[0], policy: Policy = PLANNED) =>
  simulate({ workload: { jobs, run_s: jobs.map(({ estimate_s }) => estimate_s) }, supply: prepareSupply(pools), policy, outages: [], end_s: Infinity, watch: () => {} });
const starts = (state: ReturnType<typeof placed>): readonly (number | null)[] => state.entries.map(({ firstStart_s }) => (firstStart_s === null ? null : firstStart_s / HOUR_S));

describe("all that waits, planned together", () => {
  test("two jobs that want the one cheap hour of the one node share the two cheapest", () => {
    // 1 $/kWh but at 5 h (0.1) and 8 h (0.2).
    const site = hall(1, { from_s: 0, price: { ...price, energy_usd_per_kWh: hourly((h) => (h % 24 === 5 ? 0.1 : h % 24 === 8 ? 0.2 : 1)) } });
    expect(starts(placed([unit("a", 0, { due_s: DAY_S, late_usd_per_h: 1 }), unit("b", 0, { due_s: DAY_S, late_usd_per_h: 1 })], [site]))).toEqual([5, 8]);
  });

  // Lit 60 of 90 minutes, a store that starts empty and takes 0.36 MJ a lit hour, a job of 700 W and 1.4 h: from a time x hours into a shadow it
  // needs 1.26 - 2.52 x MJ (and 0.38 for the last 0.15 h of the next, which the light between gives back). The store has 0.36 MJ in the first
  // shadow (x = 0.25, at 1.25 h: too little), 0.72 in the second (x = 0 at 2.5 h: too little; x = 0.25 at 2.75 h: enough); in light it would
  // need 1.26 by the shadow's begin, which it has not before.
  test("a store that is not full enough is asked when it will be, not ever later", () => {
    const sat = hall(1, { id: "sat", tier: "orbit", from_s: 0, power_W: flashes({ lit_min: 60, turn_min: 90, phase_min: 0, turns: 60, power_W: 1000 }), battery: { capacity_J: 30e6, charge_W: 100, discharge_W: 1000, roundTrip_frac: 1, initial_J: 0 } });
    expect(starts(placed([{ ...unit("job", 0), power_W: 700, estimate_s: 1.4 * HOUR_S }], [sat]))).toEqual([2.75]);
  });

  test("tomorrow's price is known from noon on only; before, tomorrow is as today", () => {
    // The first day is dear but at 20 h; the second is free at 2 h. From 10 h nothing of that is known, from 13 h it is.
    const site = hall(1, { from_s: 0, price: { ...price, energy_usd_per_kWh: hourly((h) => (h === 20 ? 0.5 : h === 26 ? 0 : 1)) } });
    const due = { due_s: 2 * DAY_S, late_usd_per_h: 10 };
    expect(starts(placed([unit("late", 13 * HOUR_S, due)], [site]))).toEqual([26]);
    // Booked for 20 h in the morning, and anew at noon.
    let state = emptyState(prepareSupply([site]), PLANNED);
    state = step(state, { kind: "submit", t_s: 10 * HOUR_S, job: unit("early", 10 * HOUR_S, due) }).state;
    state = step(state, { kind: "decide", t_s: 10 * HOUR_S }).state;
    expect(state.entries[0]!.hold_s).toBe(20 * HOUR_S);
    expect(starts(placed([unit("early", 10 * HOUR_S, due)], [site]))).toEqual([26]);
  });

  test("none comes late for a price where it has to queue for it; where it has not, it does", () => {
    const now = { due_s: HOUR_S, late_usd_per_h: 1 };
    const orbit = hall(1, { id: "sat", tier: "orbit", from_s: 0 });
    const dear = hall(4, { id: "site", from_s: 0, price: { ...price, energy_usd_per_kWh: hourly(() => 9) } });
    expect(placed([unit("a", 0, now), unit("b", 0, now), unit("c", 0, now)], [dear, orbit]).entries.map(({ firstStart_s }) => firstStart_s)).toEqual([0, 0, 0]);
    const falls = hall(4, { id: "site", from_s: 0, price: { ...price, energy_usd_per_kWh: hourly((h) => (h < 3 ? 9 : 0.1)) } });
    expect(starts(placed([unit("a", 0, now)], [falls]))).toEqual([3]);
  });

  test("after a day it leaves room for what will come and cannot wait", () => {
    // Every hour one comes that must run at once; flexible ones may run on the dear site at 3 $ by night or wait for the satellite.
    const orbit = hall(1, { id: "sat", tier: "orbit", from_s: 0 });
    const site = hall(4, { id: "site", from_s: 0, price: { ...price, energy_usd_per_kWh: hourly((h) => (h % 24 < 6 ? 0.5 : 3)) } });
    const urgent = Array.from({ length: 48 }, (_, h) => unit(`now-${h}`, h * HOUR_S, { due_s: (h + 1) * HOUR_S, late_usd_per_h: 100 }));
    const flexible = unit("flexible", DAY_S + 600, { due_s: 3 * DAY_S, late_usd_per_h: 100 });
    const all: Policy = { ...PLANNED, placement: { ...PLANNED.placement, kind: "planned", room_frac: 1, slot_s: 3600 } as Policy["placement"] };
    const where = placed([...urgent, flexible], [site, orbit], all).byId.get("flexible")!;
    expect(where.price_usd).toBeCloseTo(0.5, 9);
  });

  test("with capping, what fits at its lower power alone is booked by it", () => {
    // A dim place takes it at 400 W, an hour of work in two; dear until 5.
    const dim = hall(1, { from_s: 0, power_W: { t_s: [0], value: [500] }, price: { ...price, energy_usd_per_kWh: hourly((h) => (h < 5 ? 1 : 0.1)) } });
    const low = unit("low", 0, { due_s: DAY_S, late_usd_per_h: 1, capped: { power_W: 400, speed_frac: 0.5 } });
    expect(placed([low], [dim], { ...PLANNED, capping: true }).byId.get("low")).toMatchObject({ state: "done", firstStart_s: 5 * HOUR_S, end_s: 7 * HOUR_S });
    expect(placed([low], [dim], PLANNED).byId.get("low")!.state).toBe("failed");
  });

  test("its bookings are explained, and what contradicts it is refused", () => {
    const site = hall(1, { from_s: 0, price: { ...price, energy_usd_per_kWh: hourly((h) => (h === 5 ? 0.1 : 1)) } });
    let state = emptyState(prepareSupply([site]), PLANNED);
    state = step(state, { kind: "submit", t_s: 0, job: unit("a", 0, { due_s: DAY_S, late_usd_per_h: 1 }) }).state;
    state = step(state, { kind: "decide", t_s: 0 }).state;
    expect(explain(state, "a").text).toContain("held for price for 5 h");
    const wrong = (more: object): Policy => ({ ...PLANNED, placement: { ...PLANNED.placement, ...more } as Policy["placement"] });
    for (const [more, says] of [[{ slot_s: 1000 }, "slot_s"], [{ horizon_s: 0 }, "horizon_s"], [{ published_s: 90_000 }, "published_s"], [{ room_frac: 2 }, "room_frac"], [{ wait_usd_per_h: -1 }, "wait_usd_per_h"]] as const)
      expect(() => emptyState(prepareSupply([site]), wrong(more))).toThrow(says);
  });
});

describe("the bound", () => {
  test("two jobs on one node: by hand, in parts and whole", async () => {
    // Hours at 1, 2, 3 $/kWh. In parts: one hour each at 1 and 2. Prices of capacity: 1 $ more for the first hour, so whole jobs cost 2 each less 1.
    const supply = prepareSupply([hall(1, { from_s: 0, price: { ...price, energy_usd_per_kWh: { t_s: [0, 3600, 7200], value: [1, 2, 3] } } })]);
    const jobs = [unit("a", 0), unit("b", 0)];
    const problem = { jobs, run_s: [3600, 3600], supply, carbon_usd_per_t: 0, from_s: 0, slot_s: 3600, slots: 3 };
    const model = fluidModel(problem);
    const { objective, rowDual } = await highsSolver()(model);
    expect(objective).toBeCloseTo(3, 9);
    const prices = [Float64Array.from([0, 1, 2], (t) => Math.max(0, -rowDual[model.capacityRow(0, t)]! / 3600))];
    expect(jobByJobBound(problem, prices)).toBeCloseTo(3, 9);
    expect(jobByJobBound(problem, [new Float64Array(3)])).toBeCloseTo(2, 9);
  });
});

// Beside the bound, and over whole years: test/full/placement.test.ts.
test("the weeks up to the storm of February 2021: planned costs less than the best of ground first, orbit first and the best threshold", () => {
  const { ground, orbit, threshold, planned } = cellOf({ year: "US-TEX-ERCO_2021", load: "gaia", days: 49 });
  expect(planned.measures.done).toBe(planned.measures.jobs);
  expect(planned.cost_usd).toBeLessThan(Math.min(ground.cost_usd, orbit.cost_usd, threshold.cost_usd));
});
