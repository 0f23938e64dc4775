import { beforeAll, describe, expect, test } from "vitest";
import type { Run } from "../../src/run/index.ts";
import { size } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { loadExample, runExample } from "../support/run-example.ts";

describe("one-rack", () => {
  let got: Run;
  beforeAll(async () => {
    got = await runExample("one-rack");
  });

  test("the rack is NVIDIA's: 72 GPUs, 120 kW, 1,360 kg", () => {
    const platform = got.sizing!.platform!;
    const source = "NVIDIA GB200 NVL72, GTC 2024 (ServeTheHome, The Register)";
    measure("example-one-rack", { case: "rack power", got: platform.itNameplate_W, expected: 120_000, rel: 1e-9, unit: "W", source });
    measure("example-one-rack", { case: "rack mass", got: platform.mass.parts_kg["servers"]!, expected: 1360, rel: 1e-9, unit: "kg", source });
    expect(platform.accelerators).toBe(72);
  });

  test("it rides through: everything wanted is delivered, from an array 28 % larger than a shedding one's", () => {
    expect(got.flight!.summary!.delivered_frac).toBeGreaterThan(0.999);
    const area_m2 = (policy: string): number => size(loadExample("one-rack", `orbit.platform.eclipse=${policy}`)).platform!.array.area_m2;
    measure("example-one-rack", { case: "array of riding through over shedding, 650 km", got: area_m2("ride-through") / area_m2("shed"), expected: 1.28, abs: 0.02, unit: "1", source: "1 + te/((T - te) round trip) at 20.17 of 97.73 min, as worked out by hand" });
  });

  test("the ground side's energy bill is inside the published 570-3,000 $/kW-yr", () => {
    const energy = got.finance!.ground!.items.find(({ item }) => item === "energy")!.usd_per_kW_yr;
    measure("example-one-rack", { case: "one rack, ground energy bill", got: energy, expected: 1785, abs: 1215, unit: "$/kW-yr", source: "Suncatcher arXiv 2511.19468v2 section 4.4" });
  });

  test("one platform flies, whole", () => {
    expect(got.plan!.status).toBe("optimal");
    const flown = got.plan!.build.filter(({ option }) => option.startsWith("orbit/")).flatMap(({ built }) => built).reduce((a, b) => a + b, 0);
    expect(flown).toBeGreaterThanOrEqual(1);
    expect(flown).toBeLessThan(1.05);
  });
});
