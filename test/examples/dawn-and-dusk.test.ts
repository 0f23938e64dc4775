import { beforeAll, describe, expect, test } from "vitest";
import type { FleetFlight, ShellTotals } from "../../src/fly/index.ts";
import type { Run } from "../../src/run/index.ts";
import { goldenCsv } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";
import { outsideCylinder } from "../support/cylinder.ts";
import { runExample } from "../support/run-example.ts";

describe("dawn-and-dusk", () => {
  let got: Run;
  let fleet: FleetFlight;
  const shell = (id: string): ShellTotals => fleet.shells.find((one) => one.id === id)!;
  beforeAll(async () => {
    got = await runExample("dawn-and-dusk");
    fleet = got.flight!.fleet!;
  });

  test.each([["dawn", "6"], ["dusk", "18"]])("%s: the year's light of the independent table, LTAN %s", (id, ltan_h) => {
    const row = goldenCsv("./physics/eclipse_dawn_dusk.csv").find((one) => one["altitude_km"] === "650" && one["ltan_h"] === ltan_h)!;
    const source = `eclipse_dawn_dusk.csv, 650 km LTAN ${ltan_h} (independent program, 366 days)`;
    measure("example-dawn-and-dusk", { case: `year outside the umbra, ${id}`, got: shell(id).outsideUmbra_frac, expected: Number(row["annual_sunlit_fraction_umbra_conical"]), abs: 5e-4, unit: "1", source });
    measure("example-dawn-and-dusk", { case: `worst day, ${id}`, got: Math.min(...shell(id).daily.lit_frac), expected: Number(row["worst_day_sunlit_fraction"]), abs: 0.006, unit: "1", source });
  });

  test("the halves are never dark together: every day one of them is wholly in the Sun, every minute", () => {
    const [dawn, dusk] = [shell("dawn").daily.lit_frac, shell("dusk").daily.lit_frac];
    expect(dawn).toHaveLength(365);
    dawn.forEach((share, day) => expect(Math.max(share, dusk[day]!), `day ${day}`).toBe(1));
    for (const half of [dawn, dusk]) expect(half.filter((share) => share < 1).length).toBeGreaterThan(80);
  });

  test("the Walker shell is: its year's light is the closed form's of its planes, its least that of planes in the Sun's direction", () => {
    const planes = fleet.planes.filter((plane) => plane.shell === "walker");
    const lit = outsideCylinder(planes, { start_utc: fleet.start_utc, hours: 8760 });
    measure("example-dawn-and-dusk", { case: "year in the Sun, Walker shell at 550 km, 53 deg", got: shell("walker").lit_frac, expected: lit.reduce((a, b) => a + b, 0) / lit.length, abs: 1e-4, unit: "1", source: "acos(edge / cos beta) / pi with astronomy-engine's Sun" });
    // No plane is darker than asin(Re / a) / pi, give or take a satellite of its eight.
    const darkest = Math.asin(6378.137 / 6928.137) / Math.PI;
    expect(shell("walker").leastLit_frac).toBeGreaterThanOrEqual(1 - darkest - 1 / 8);
    expect(Math.max(...shell("walker").daily.lit_frac)).toBeLessThan(0.85);
  });

  test("a fleet flown for a year is what serve counts with", () => {
    expect(got.flight!.delivered).toEqual({ delivered_frac: fleet.fleet.delivered_frac, origin: "fleet" });
    expect(got.service!.available_frac.orbit).toBe(fleet.fleet.delivered_frac);
    expect(got.plan!.status).toBe("optimal");
  });
});
