/** What an hour of kept work costs: by hand. */
import { describe, expect, test } from "vitest";
import { workedCosts, type Levelised } from "../../src/finance/index.ts";
import type { ClassService, Simulated, SimulatedClass } from "../../src/serve/index.ts";

/** 2 $ an hour of one accelerator of 1 kW, a tenth of it energy. */
const GROUND: Levelised = { option: "hall", tier: "ground", priceQuarter: 0, usd_per_GPU_h: 2, usd_per_PFLOP_day: 1, usd_per_kW_yr: 2 * 8766, usd_per_Mtoken: 1, delivered_frac: 0.9, items: [{ item: "it", usd_per_kW_yr: 1.8 * 8766 }, { item: "energy", usd_per_kW_yr: 0.2 * 8766 }], capex_usd_per_W: 30 };

const CLASS = { id: "work", energy_J_per_token: 3.6, tier: { ground: { useful_frac: 0.8 }, orbit: { useful_frac: 1 } } } as unknown as ClassService;

const cost = (energy_usd: number, data_usd: number) => ({ energy_usd, data_usd, rent_usd: 99, carbon_kg: 0 });
const SEEN = { id: "work", slo_frac: 0.5, computing_frac: { ground: 1, orbit: 1 }, useful_frac: { ground: 0.8, orbit: null }, accelerator_h: { ground: 100, orbit: 0 }, computed_Wh: { ground: 100_000, orbit: 0 }, waiting_Wh: { ground: 0, orbit: 0 }, cost: { ground: cost(50, 10), orbit: cost(0, 0) }, late_usd: 20 } as unknown as SimulatedClass;
const simulated = (...classes: readonly SimulatedClass[]) => ({ jobsOf: "classes", classes, credits: [] }) as unknown as Simulated;

describe("what work costs that is kept", () => {
  test("100 accelerator-hours kept: 1.8/0.8 standing, 0.5 energy, 0.1 data, 0.2 late", () => {
    const [ground, ...more] = workedCosts({ classes: [CLASS], simulated: simulated(SEEN) }, { ground: GROUND, orbit: null });
    expect(more).toEqual([]);
    expect(ground!.standing_usd_per_GPU_h).toBeCloseTo(2.25, 12);
    expect([ground!.energy_usd_per_GPU_h, ground!.data_usd_per_GPU_h, ground!.late_usd_per_GPU_h]).toEqual([0.5, 0.1, 0.2]);
    expect(ground!.effective_usd_per_GPU_h).toBeCloseTo(3.05, 12);
    // Half of the jobs on time: each that is carries one that is not.
    expect(ground!.onTime_usd_per_GPU_h).toBeCloseTo(6.1, 12);
    // A million tokens of 3.6 J are one kilowatt-hour, here one accelerator-hour.
    expect(ground!.effective_usd_per_Mtoken).toBeCloseTo(3.05, 12);
  });

  test("a fifth of the work waits to come down: the other 80 accelerator-hours pay for all", () => {
    const seen = { ...SEEN, accelerator_h: { ground: 80, orbit: 0 }, waiting_Wh: { ground: 20_000, orbit: 0 } };
    const [ground] = workedCosts({ classes: [CLASS], simulated: simulated(seen) }, { ground: GROUND, orbit: null });
    expect(ground!.effective_usd_per_GPU_h).toBeCloseTo(3.05 / 0.8, 12);
    expect(ground!.effective_usd_per_Mtoken).toBeCloseTo(3.05 / 0.8, 12);
  });

  test("credits stand in place of lateness: 45 $ given back over 100 hours", () => {
    const credits = [{ class: "work", priceOf: "price", price_usd_per_kWh: 1, judged: 10, slo_frac: 0.5, low_frac: 0.24, high_frac: 0.76, credit_frac: 0.3, atLow_frac: 0.3, atHigh_frac: 0.3, fee_usd: 150, credit_usd: 45 }] as const;
    const [ground] = workedCosts({ classes: [CLASS], simulated: { ...simulated(SEEN), credits } }, { ground: GROUND, orbit: null });
    expect(ground).toMatchObject({ late_usd_per_GPU_h: 0.2, credit_usd_per_GPU_h: 0.45 });
    expect(ground!.effective_usd_per_GPU_h).toBeCloseTo(2.25 + 0.5 + 0.1 + 0.45, 12);
  });

  test("nothing without days of jobs, without a cost of the tier, and for jobs of a file", () => {
    expect(workedCosts({ classes: [CLASS], simulated: null }, { ground: GROUND, orbit: null })).toEqual([]);
    expect(workedCosts({ classes: [CLASS], simulated: simulated(SEEN) }, { ground: null, orbit: null })).toEqual([]);
    expect(workedCosts({ classes: [CLASS], simulated: { ...simulated(SEEN), jobsOf: "file" } }, { ground: GROUND, orbit: null })).toEqual([]);
  });
});
