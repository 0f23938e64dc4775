import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { tornadoOf, widestBars } from "../../src/risk/index.ts";
import { quantile, riskOf, type Drawn } from "../support/risk-of.ts";

interface Case {
  readonly id: string;
  readonly outputs: Readonly<Record<string, number | readonly number[]>>;
}

const published = JSON.parse(readFileSync("test/golden/published/published-models.json", "utf8")) as readonly Case[];
const output = (id: string, name: string): number => {
  const value = published.find((one) => one.id === id)!.outputs[name]!;
  return typeof value === "number" ? value : value[0]!;
};

describe("orbit-or-ground", () => {
  let got: Drawn;
  beforeAll(async () => {
    got = await riskOf("orbit-or-ground", 64);
  });

  test("the answers of those who count chips and all lie within nine of ten draws", () => {
    const ratio = got.outcome("ratio");
    const [low, high] = [quantile(ratio, 0.05), quantile(ratio, 0.95)];
    const answers = {
      mccalip: output("mccalip_defaults", "orbital_busd") / output("mccalip_defaults", "terrestrial_busd"),
      shapiro: output("shapiro_a1_orbital", "annual_usd") / output("shapiro_a1_ground", "annual_usd"),
      bcg: output("bcg_tco", "ratio_now"),
      spacedcByMcCalip: output("spacedc_run_mccalip_opt", "ratio"),
    };
    for (const [who, answer] of Object.entries(answers)) {
      expect(answer, who).toBeGreaterThan(low);
      expect(answer, who).toBeLessThan(high);
    }
  });

  test("neither end of the published spread does: 0.05 leaves out chips, bus and radiators, 82 uses 6.6 % of what it flies", () => {
    const ratio = got.outcome("ratio");
    const starcloud = output("starcloud_40mw_table", "space_total_musd") / output("starcloud_40mw_table", "ground_total_musd");
    expect(starcloud).toBeCloseTo(0.05, 2);
    expect(starcloud).toBeLessThan(Math.min(...ratio));
    expect(output("spacedc_run_multimodal", "ratio")).toBeGreaterThan(quantile(ratio, 0.95));
  });

  test("what a kilogram costs to launch, to build, and a watt of array decide it; the price of power does not", () => {
    const { evaluator } = got;
    const at = evaluator.outcomes.findIndex(({ key }) => key === "ratio");
    const order = widestBars(tornadoOf(evaluator), at).map(({ path }) => path);
    expect(new Set(order.slice(0, 3))).toEqual(new Set(["launch.vehicles.starship.pricePerKg", "orbit.platform.busPrice", "orbit.platform.arrayPrice"]));
    expect(order.indexOf("ground.sites.texas.powerPrice")).toBeGreaterThan(3);
  });
});
