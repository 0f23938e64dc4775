import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anyLoss_frac,
  enduranceOf_bytes,
  exhaustion_frac,
  lossBound_frac,
  meanTimeToLoss_yr,
  RETENTION_CLASSES,
  retention_h,
  retention_yr,
  storagePlan,
  unreadableSectors,
  wear_frac,
  wearLife_yr,
} from "../../src/physics/index.ts";
import type { Drive, DriveFate, ErasureCode, StorageNeed, StorageRules } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

const fate = (failure_per_yr: number, rebuild_h: number, rebuilds: DriveFate["rebuilds"] = "parallel"): DriveFate => ({
  failure_per_yr,
  rebuild_h,
  rebuilds,
});

describe("retention", () => {
  // JESD218: a client drive is tested for its year at 30 degC by 500 h at 52 degC or 96 h at 66 degC (Curtiss-Wright, "The effects of
  // extended temperatures on flash endurance and data retention"); an enterprise drive for three months at 40 degC by 96 h at 66 degC.
  it("compresses time as JESD218 does", () => {
    const source = "JESD218, acceleration at 1.1 eV";
    measure("storage", {
      case: "client retention at 52 degC",
      got: retention_h(RETENTION_CLASSES.client, 52),
      expected: 500,
      rel: 0.05,
      unit: "h",
      source,
    });
    measure("storage", {
      case: "client retention at 66 degC",
      got: retention_h(RETENTION_CLASSES.client, 66),
      expected: 96,
      rel: 0.05,
      unit: "h",
      source,
    });
    measure("storage", {
      case: "enterprise retention at 66 degC",
      got: retention_h(RETENTION_CLASSES.enterprise, 66),
      expected: 96,
      rel: 0.05,
      unit: "h",
      source,
    });
  });

  // Alvin Cox (JEDEC JC-64.8, 2010): about half for every 5 degC.
  it("halves with every five degrees", () => {
    const got = retention_yr(RETENTION_CLASSES.client, 35);
    measure("storage", {
      case: "client retention at 35 degC",
      got,
      expected: 0.5,
      rel: 0.05,
      unit: "yr",
      source: "Cox, JEDEC JC-64.8, 2010: halved every 5 degC",
    });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 65, noNaN: true }),
        (t) => retention_yr(RETENTION_CLASSES.client, t + 5) < retention_yr(RETENTION_CLASSES.client, t),
      ),
    );
  });
});

describe("wear", () => {
  // Solidigm D5-P5336, product brief: 0.6 drive writes a day for five years on 122.88 TB are 134.3 PB; 61.44 TB at 0.58 are 65 PB.
  it("turns drive writes a day into the maker's petabytes", () => {
    const got = enduranceOf_bytes({ capacity_bytes: 122.88e12, driveWrites_per_day: 0.6, years: 5 }) / 1e15;
    measure("storage", {
      case: "endurance of 122.88 TB at 0.6 a day, 5 years",
      got,
      expected: 134.3,
      rel: 0.005,
      unit: "PB",
      source: "Solidigm D5-P5336 product brief, 2024",
    });
  });

  it("lasts its rating under its rating, half under twice, for ever under nothing", () => {
    const drive = { endurance_bytes: enduranceOf_bytes({ capacity_bytes: 1e12, driveWrites_per_day: 1, years: 5 }) };
    expect(wearLife_yr(drive, { written_bytes_per_day: 1e12, amplification: 1 })).toBeCloseTo(5, 12);
    expect(wearLife_yr(drive, { written_bytes_per_day: 1e12, amplification: 2 })).toBeCloseTo(2.5, 12);
    expect(wearLife_yr(drive, { written_bytes_per_day: 0, amplification: 1 })).toBe(Infinity);
    expect(wear_frac(drive, { written_bytes_per_day: 5e11, amplification: 1 }, 4)).toBeCloseTo(0.4, 12);
    expect(() => wear_frac(drive, { written_bytes_per_day: NaN, amplification: 1 }, 4)).toThrow("written_bytes_per_day");
  });
});

/** Generator of a group with finite spares: states (failed and not rebuilt, spares used), the last absorbing. */
const generator = (code: ErasureCode, given: DriveFate, spares: number): { readonly rates: number[][]; readonly lost: number } => {
  const drives = code.data + code.parity;
  const index = (failed: number, used: number): number => failed * (spares + 1) + used;
  const lost = (code.parity + 1) * (spares + 1);
  const rates = Array.from({ length: lost + 1 }, () => Array.from({ length: lost + 1 }, () => 0));
  const add = (from: number, to: number, rate: number): void => {
    rates[from]![to]! += rate;
    rates[from]![from]! -= rate;
  };
  for (let failed = 0; failed <= code.parity; failed++) {
    for (let used = 0; used <= spares; used++) {
      // Spares fail too; here they are counted as used when they do.
      add(index(failed, used), failed === code.parity ? lost : index(failed + 1, used), (drives - failed) * given.failure_per_yr);
      if (used < spares) {
        add(index(failed, used), index(failed, used + 1), (spares - used) * given.failure_per_yr);
        if (failed > 0)
          add(index(failed, used), index(failed - 1, used + 1), (given.rebuilds === "parallel" ? failed : 1) * (8766 / given.rebuild_h));
      }
    }
  }
  return { rates, lost };
};

const multiply = (a: number[][], b: number[][]): number[][] =>
  a.map((row) => row.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));

/** Probability of the absorbing state at a time, by scaling and squaring of the generator's exponential. */
const lostBy = (code: ErasureCode, given: DriveFate, spares: number, years: number): number => {
  const { rates, lost } = generator(code, given, spares);
  const largest = Math.max(...rates.map((row, i) => Math.abs(row[i]!))) * years;
  const halvings = Math.max(0, Math.ceil(Math.log2(largest)) + 4);
  const step = rates.map((row) => row.map((value) => (value * years) / 2 ** halvings));
  const identity: number[][] = rates.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  let sum = identity;
  let term = identity;
  for (let order = 1; order <= 14; order++) {
    term = multiply(term, step).map((row) => row.map((value) => value / order));
    sum = sum.map((row, i) => row.map((value, j) => value + term[i]![j]!));
  }
  for (let i = 0; i < halvings; i++) sum = multiply(sum, sum);
  return sum[0]![lost]!;
};

describe("durability", () => {
  // Gibson 1990: one parity among n drives, rebuilt one at a time: [(2n - 1) l + u] / (n (n - 1) l^2).
  it("is Gibson's formula for one parity", () => {
    const [n, l, u] = [8, 0.02, 8766 / 12];
    const expected = ((2 * n - 1) * l + u) / (n * (n - 1) * l * l);
    measure("storage", {
      case: "mean time to loss, 7+1, 2 % a year, 12 h",
      got: meanTimeToLoss_yr({ data: 7, parity: 1 }, fate(l, 12, "serial")),
      expected,
      rel: 1e-12,
      unit: "yr",
      source: "Gibson 1990; Greenan, Plank & Wylie 2010",
    });
  });

  it("is the sum of waits when nothing is rebuilt", () => {
    const got = meanTimeToLoss_yr({ data: 4, parity: 2 }, fate(0.1, Infinity));
    expect(got).toBeCloseTo((1 / 6 + 1 / 5 + 1 / 4) / 0.1, 12);
    expect(meanTimeToLoss_yr({ data: 4, parity: 2 }, fate(0, 24))).toBe(Infinity);
  });

  // Another route: the linear system Q T = -1 over the transient states, by elimination.
  it("solves the chain's linear system", () => {
    for (const [code, given] of [
      [{ data: 8, parity: 2 }, fate(0.35, 200)],
      [{ data: 10, parity: 4 }, fate(0.5, 700, "serial")],
      [{ data: 1, parity: 2 }, fate(1, 4000)],
    ] as const) {
      const size = code.parity + 1;
      const n = code.data + code.parity;
      const u = 8766 / given.rebuild_h;
      const a = Array.from({ length: size }, (_, i) => {
        const up = (n - i) * given.failure_per_yr;
        const down = given.rebuilds === "parallel" ? i * u : Math.min(i, 1) * u;
        return Array.from({ length: size + 1 }, (__, j) =>
          j === size ? 1 : j === i ? up + down : j === i + 1 ? -up : j === i - 1 ? -down : 0,
        );
      });
      for (let i = 0; i < size; i++)
        for (let r = i + 1; r < size; r++) a[r] = a[r]!.map((value, j) => value - (a[r]![i]! / a[i]![i]!) * a[i]![j]!);
      const t = Array.from({ length: size }, () => 0);
      for (let i = size - 1; i >= 0; i--)
        t[i] = (a[i]![size]! - a[i]!.slice(i + 1, size).reduce((sum, value, k) => sum + value * t[i + 1 + k]!, 0)) / a[i]![i]!;
      measure("storage", {
        case: `mean time to loss, ${code.data}+${code.parity}, ${given.failure_per_yr} a year`,
        got: meanTimeToLoss_yr(code, given),
        expected: t[0]!,
        rel: 1e-9,
        unit: "yr",
        source: "elimination of the chain's linear system, in the test",
      });
    }
  });

  // The binomial by hand: 3 of 3 lost, p = 1 - exp(-0.1).
  it("is a binomial without rebuild, exactly", () => {
    const p = 1 - Math.exp(-0.1);
    expect(lossBound_frac({ data: 1, parity: 2 }, fate(0.1, Infinity), { spares: 0, years: 1 })).toBeCloseTo(p ** 3, 14);
    expect(exhaustion_frac({ data: 1, parity: 1 }, { failure_per_yr: 0.1 }, { spares: 1, years: 1 })).toBeCloseTo(p ** 3, 14);
    expect(lostBy({ data: 4, parity: 2 }, fate(0.3, Infinity), 0, 2)).toBeCloseTo(
      lossBound_frac({ data: 4, parity: 2 }, fate(0.3, Infinity), { spares: 0, years: 2 }),
      10,
    );
  });

  it("bounds the chain with spares from above, and not from far", () => {
    for (const [code, given, spares, years] of [
      [{ data: 8, parity: 2 }, fate(0.374, 48), 4, 5],
      [{ data: 8, parity: 2 }, fate(0.374, 48), 12, 5],
      [{ data: 4, parity: 1 }, fate(0.05, 24), 1, 5],
      [{ data: 10, parity: 4 }, fate(0.1, 500, "serial"), 2, 7],
    ] as const) {
      const exact = lostBy(code, given, spares, years);
      const bound = lossBound_frac(code, given, { spares, years });
      expect(bound).toBeGreaterThanOrEqual(exact * (1 - 1e-9));
      expect(bound).toBeLessThan(2 * exact + 1e-12);
    }
  });

  it("never worsens with parity, spares or faster rebuild, and stays a probability", () => {
    const groups = fc.record({
      data: fc.integer({ min: 1, max: 16 }),
      parity: fc.integer({ min: 0, max: 5 }),
      spares: fc.integer({ min: 0, max: 8 }),
      failure_per_yr: fc.double({ min: 1e-3, max: 1, noNaN: true }),
      rebuild_h: fc.double({ min: 1, max: 2000, noNaN: true }),
      years: fc.double({ min: 0.1, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(groups, ({ data, parity, spares, failure_per_yr, rebuild_h, years }) => {
        const at = (m: number, s: number, hours: number): number =>
          lossBound_frac({ data, parity: m }, fate(failure_per_yr, hours), { spares: s, years });
        const here = at(parity, spares, rebuild_h);
        const slack = 1e-12;
        return (
          here >= 0 &&
          here <= 1 &&
          at(parity + 1, spares, rebuild_h) <= here + slack &&
          at(parity, spares + 1, rebuild_h) <= here + slack &&
          at(parity, spares, rebuild_h / 2) <= here + slack
        );
      }),
    );
  });

  it("joins groups and counts unreadable sectors", () => {
    expect(anyLoss_frac(2, 0.1)).toBeCloseTo(0.19, 14);
    expect(anyLoss_frac(1000, 1e-18)).toBeCloseTo(1e-15, 24);
    expect(unreadableSectors({ read_bytes: 8 * 122.88e12, unreadable_per_bit: 1e-17 })).toBeCloseTo(0.0786, 4);
  });
});

const drive: Drive = {
  capacity_bytes: 122.88e12,
  mass_kg: 0.17,
  active_W: 25,
  idle_W: 5,
  endurance_bytes: 134.3e15,
  write_bytes_per_s: 3.2e9,
  read_bytes_per_s: 7.4e9,
  doseLimit_rad: null,
};
const need: StorageNeed = { stored_bytes: 2e15, written_bytes_per_day: 1e14, read_bytes_per_day: 1e15, years: 5, dose_rad_per_yr: 150 };
const rules: StorageRules = {
  code: { data: 8, parity: 3 },
  fate: fate(0.374, 48),
  fill_frac: 0.9,
  amplification: 1,
  loss_frac: 0.01,
  doseMargin: 2,
};

describe("a plan of drives", () => {
  // 2 PB / (0.9 x 122.88 TB) = 18.08 drives -> 3 groups of 8; writes of 0.1 PB a day for 5 years use 182.6 PB of 24 x 134.3 PB.
  it("is what the arithmetic by hand says", () => {
    const plan = storagePlan(need, drive, rules);
    expect(plan).toMatchObject({ status: "feasible", limit: "room", groups: 3, dose: "no published limit", dose_rad: 750 });
    expect(plan.drives).toBe(3 * (11 + plan.sparesPerGroup));
    expect(plan.wear_frac).toBeCloseTo((1e14 * 365.25 * 5) / (24 * 134.3e15), 12);
    expect(plan.active_frac).toBeCloseTo((1e14 / 3.2e9 + 1e15 / 7.4e9) / 86_400 / 24, 12);
    expect(plan.mean_W).toBeCloseTo(plan.drives * 5 + 33 * plan.active_frac * 20, 9);
    expect(plan.lossBound_frac).toBeLessThanOrEqual(0.01);
  });

  it("needs many spares at Spaceborne Computer-1's rate, few at a data centre's", () => {
    const orbit = storagePlan(need, drive, rules);
    const hall = storagePlan(need, drive, { ...rules, fate: fate(0.0105, 48) });
    // 1 - exp(-0.374 x 5) = 85 % fail in five years, and 8 must be left of each group: 8/0.15 = 52 drives at the least.
    expect(orbit.sparesPerGroup).toBeGreaterThan(52 - 11);
    expect(orbit.sparesPerGroup).toBeLessThan(2 * 52);
    expect(hall.sparesPerGroup).toBeLessThanOrEqual(2);
  });

  it("turns to endurance under heavy writing, and never exceeds it", () => {
    const plan = storagePlan({ ...need, written_bytes_per_day: 4e15 }, drive, rules);
    expect(plan.limit).toBe("endurance");
    expect(plan.wear_frac).toBeLessThanOrEqual(1);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e16, noNaN: true }),
        fc.double({ min: 0, max: 1e17, noNaN: true }),
        (written_bytes_per_day, stored_bytes) => {
          const got = storagePlan({ ...need, written_bytes_per_day, stored_bytes }, drive, rules);
          return got.wear_frac <= 1 + 1e-12 && got.groups * 8 * 0.9 * drive.capacity_bytes >= stored_bytes * (1 - 1e-12);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("says why it cannot be", () => {
    expect(storagePlan(need, { ...drive, doseLimit_rad: 1000 }, rules)).toMatchObject({ status: "infeasible", dose: "exceeded" });
    expect(storagePlan(need, { ...drive, doseLimit_rad: 1500 }, rules)).toMatchObject({ status: "feasible", dose: "within" });
    const bare = storagePlan(need, drive, { ...rules, code: { data: 8, parity: 0 } });
    expect(bare.lossBound_frac).toBeNull();
    expect(bare.why.join()).toContain("add parity");
    expect(storagePlan({ ...need, read_bytes_per_day: 1e17 }, drive, rules).why.join()).toContain("add drives");
    expect(() => storagePlan({ ...need, years: NaN }, drive, rules)).toThrow("years");
  });
});
