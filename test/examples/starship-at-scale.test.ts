import { beforeAll, describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { runUntil, type Run } from "../../src/run/index.ts";
import { formatQuarter } from "../../src/units/index.ts";
import { measure } from "../golden/measure.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadExample } from "../support/run-example.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const START = 2028 * 4;

describe("example starship-at-scale", () => {
  let got: Run;
  beforeAll(async () => {
    got = await runUntil(loadExample("starship-at-scale"), "plan", { solve: solveHighs });
    heldAgainst("starship-at-scale", got, "plan");
  });

  /** Paid for a kilogram in a quarter that launches. */
  const paid_usd_per_kg = (quarter: number): number => {
    const plan = got.plan!;
    const t = plan.quarters.indexOf(quarter);
    const { built } = plan.build.find(({ option }) => option === "orbit/starship")!;
    const kg = built[t]! * plan.options.find(({ id }) => id === "orbit/starship")!.unitMass_kg!;
    return sum(plan.ledger.filter((line) => line.subsystem.includes("launch on starship") && line.period === formatQuarter(quarter)).map(({ quantity }) => quantity)) / kg;
  };

  test("pays what Suncatcher's curve says at the mass that 180 flights a year of 200 t have brought by then", () => {
    const plan = got.plan!;
    const { built } = plan.build.find(({ option }) => option === "orbit/starship")!;
    // Salvage is credited in the last quarter.
    const flying = plan.quarters.filter((_, t) => built[t]! > 1e-6).slice(0, -1);
    expect(flying.length).toBeGreaterThan(8);
    for (const quarter of flying) {
      const flown_t = 9000 * (quarter - START + 0.5);
      expect(paid_usd_per_kg(quarter) / (1800 * ((400 + flown_t) / 400) ** Math.log2(0.8))).toBeCloseTo(1, 6);
    }
    // 104 kt have flown in the middle of the twelfth quarter, 2030-Q4: the nearest that launches is held to it by the curve's own slope.
    const near = flying.reduce((best, quarter) => (Math.abs(quarter - (START + 11)) < Math.abs(best - (START + 11)) ? quarter : best));
    const at104 = paid_usd_per_kg(near) * ((400 + 104_000) / (400 + 9000 * (near - START + 0.5))) ** Math.log2(0.8);
    measure("example-starship-at-scale", { case: "price after 104 kt", got: at104, expected: 300, rel: 0.01, unit: "$/kg", source: "Suncatcher, arXiv 2511.19468v2: 300 $/kg after some 104 kt" });
  });
  test("flies no more than half of 180 a year, and what is in orbit comes after the grid is full", () => {
    const plan = got.plan!;
    const { launches } = plan.build.find(({ option }) => option === "orbit/starship")!;
    plan.quarters.forEach((quarter, t) => expect(launches[t]!).toBeLessThanOrEqual(quarter < START ? 0 : 22.5 + 1e-6));
    const { inService } = plan.build.find(({ option }) => option === "ground/abilene")!;
    expect(Math.max(...inService)).toBeCloseTo(200, 6);
  });
  test("is worth its launches: the ground alone costs more and leaves more undone", () => {
    const ground = got.plan!.twins.find(({ id }) => id === "ground only")!;
    expect(ground.difference_usd).toBeGreaterThan(0);
    const { classes } = got.plan!;
    expect(ground.unserved_frac).toBeGreaterThan(sum(classes.flatMap((c) => c.unserved_W)) / sum(classes.flatMap((c) => c.wanted_W)));
  });
});
