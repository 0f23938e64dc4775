/** Every price-year and load over the whole year: planned placement is never dearer than the rivals. The bounds stand in docs/theory/schedule.md (scripts/write-placement.ts). */
import { describe, expect, test } from "vitest";
import { highsSolver } from "../../src/solver/index.ts";
import { boundOf, cellOf } from "../schedule/placement-cell.ts";
import { LOADS, PRICE_YEARS } from "../schedule/price-years.ts";

const DAYS = 365;

describe("planned placement over whole years", () => {
  for (const load of LOADS) {
    for (const year of PRICE_YEARS) {
      test(`${load}, ${year}`, () => {
        const { ground, orbit, threshold, planned } = cellOf({ year, load, days: DAYS });
        expect(planned.measures.done).toBe(planned.measures.jobs);
        expect(planned.cost_usd).toBeLessThanOrEqual(Math.min(ground.cost_usd, orbit.cost_usd, threshold.cost_usd));
      });
    }
  }

  test("the weeks up to the storm of February 2021 cost no less than the bound", async () => {
    const it = { year: "US-TEX-ERCO_2021", load: "gaia", days: 49 } as const;
    expect(cellOf(it).planned.cost_usd).toBeGreaterThan(await boundOf(it, highsSolver()));
  });

  test("a calm year is within 10 % of the bound", async () => {
    const it = { year: "US-MIDA-PJM_2020", load: "m-large", days: DAYS } as const;
    const part = cellOf(it).planned.cost_usd / (await boundOf(it, highsSolver()));
    expect(part).toBeGreaterThan(1);
    expect(part).toBeLessThan(1.1);
  });
});
