import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { servicedStorage, storagePlan, type Drive } from "../../src/physics/index.ts";

/** Solidigm D5-P5336 as in the catalogue: 122.88 TB, 134.3 PB of endurance. */
const drive: Drive = { capacity_bytes: 122.88e12, mass_kg: 0.17, active_W: 25, idle_W: 5, endurance_bytes: 134.3e15, write_bytes_per_s: 3.2e9, read_bytes_per_s: 7e9, doseLimit_rad: null };
const rules = { code: { data: 8, parity: 3 }, fate: { failure_per_yr: 0.0105, rebuild_h: 48, rebuilds: "parallel" }, fill_frac: 0.8, amplification: 1, loss_frac: 0.01 } as const;
const need = { stored_bytes: 5e16, written_bytes_per_day: 1e15, read_bytes_per_day: 1e15, years: 14 };

describe("drives that somebody replaces", () => {
  it("are those of the plan without visits when nobody comes", () => {
    const { plan, lossBound_frac } = servicedStorage(need, drive, { rules, service: { visit_yr: 14, service_yr: 14 } });
    const alone = storagePlan({ ...need, dose_rad_per_yr: null }, drive, { ...rules, doseMargin: 1 });
    expect(plan.drives).toBe(alone.drives);
    expect(lossBound_frac).toBeCloseTo(alone.lossBound_frac!, 12);
  });

  it("need fewer spares the sooner somebody comes, and keep the chance of loss", () => {
    fc.assert(fc.property(fc.double({ min: 1 / 365, max: 1, noNaN: true }), fc.double({ min: 1, max: 5, noNaN: true }), (visit_yr, later) => {
      const at = (yr: number) => servicedStorage(need, drive, { rules, service: { visit_yr: yr, service_yr: 5 } });
      expect(at(visit_yr).plan.sparesPerGroup).toBeLessThanOrEqual(at(visit_yr * later).plan.sparesPerGroup + 1);
      expect(at(visit_yr).lossBound_frac).toBeLessThanOrEqual(0.01 * (1 + 1e-9));
    }), { numRuns: 30 });
  });

  // By hand: 509 data drives' room (50 PB / 98.304 TB = 508.6), 64 groups of 8 + 3; 1 PB a day on 512 data drives is 1.953 TB each: 134.3 PB in 188 yr.
  it("are bought again as they fail, and as they wear out before their service ends", () => {
    const { plan, failed_per_yr, worn_per_yr } = servicedStorage(need, drive, { rules, service: { visit_yr: 7 / 365.25, service_yr: 5 } });
    expect(plan.groups).toBe(64);
    expect(failed_per_yr).toBeCloseTo(0.0105 * 64 * (11 + plan.sparesPerGroup), 9);
    expect(worn_per_yr).toBe(0);
    const hard = servicedStorage({ ...need, written_bytes_per_day: 1e17 }, { ...drive, write_bytes_per_s: 1e11 }, { rules, service: { visit_yr: 7 / 365.25, service_yr: 5 } });
    const life_yr = 134.3e15 / (1e17 / (64 * 8)) / 365.25;
    expect(hard.plan.groups).toBe(64);
    expect(hard.worn_per_yr).toBeCloseTo(64 * 11 * (1 / life_yr - 1 / 5), 6);
  });
});
