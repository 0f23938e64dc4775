import { expect, test } from "vitest";
import { swarmTable } from "../../src/report/index.ts";

test("a swarm's share of the Sun and its Kardashev number", () => {
  // 1 TW at 30 % at 1 au: 2.45e9 m2 that meet 3.33e12 W, 8.7e-15 of 3.828e26 W; K = (12 - 6)/10.
  const table = swarmTable({
    satellites: 1e6, array_m2: 2.45e9, electric_W: 1e12, it_W: 7e11, met_W: 2.45e9 * 1361, sunShare_frac: (2.45e9 * 1361) / 3.828e26,
    kardashev: 0.6, satellitesToSphere: 1.15e20, mass_kg: 7e9, spacing_km: 940, growth: { rate_per_yr: 1e6, atThatRate_yr: 1.15e14, doubling_yr: 2.5, doublingOn_yr: 113 },
  });
  const text = table.rows.map((row) => row.join(" | ")).join("\n");
  expect(text).toContain("electric power | 1 TW");
  expect(text).toContain("share of the Sun | 8.71e-15");
  expect(text).toContain("the rest of the sphere | 1.15e+14 yr | at 1,000,000 platforms a year");
  expect(text).toContain("were the factory to go on doubling | 113 yr | every 2.5");
  expect(text).toContain("Kardashev number | 0.60");
});
