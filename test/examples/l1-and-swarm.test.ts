import { beforeAll, describe, expect, test } from "vitest";
import { nodeFiles } from "../../src/io/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { run, type Run } from "../../src/run/index.ts";
import { load } from "../../src/scenario/index.ts";
import { size } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { loadExample, runExample } from "../support/run-example.ts";

describe("l1-and-swarm: the ring at 0.7 au", () => {
  let got: Run;
  beforeAll(async () => {
    got = await runExample("l1-and-swarm");
  });

  test("what ten thousand racks collect, in closed form", () => {
    const swarm = got.sizing!.swarm!;
    const { area_m2 } = got.sizing!.platform!.array;
    const source = "S0/r^2, Kopp & Lean 2011; IAU 2015 luminosity; Sagan 1973";
    measure("example-swarm", { case: "light met", got: swarm.met_W, expected: (10_000 * area_m2 * 1361) / 0.49, rel: 1e-9, unit: "W", source });
    measure("example-swarm", { case: "share of the Sun", got: swarm.sunShare_frac, expected: (10_000 * area_m2 * 1361) / 0.49 / 3.828e26, rel: 1e-9, unit: "1", source });
    measure("example-swarm", { case: "Kardashev number", got: swarm.kardashev, expected: (Math.log10(1.7e9) - 6) / 10, abs: 0.003, unit: "1", source });
    // A ring of 10,000 at 0.7 au: 2 pi r / N to a part in 1e7.
    measure("example-swarm", { case: "neighbours", got: swarm.spacing_km, expected: (2 * Math.PI * 0.7 * 149_597_870.7) / 10_000, rel: 1e-6, unit: "km", source: "geometry" });
  });

  test("always in the light; light takes 4 to 17 minutes there and back in the flown weeks", () => {
    const { light, range, delivered_frac } = got.flight!.summary!;
    expect(light.discInView_frac).toBe(1);
    expect(delivered_frac).toBe(1);
    // |1 - r| to 1 + r au over c, both ways: 299 to 1,697 s.
    expect(range!.roundTripLeast_s).toBeGreaterThan(2 * 0.28 * 499);
    expect(range!.roundTripMost_s).toBeLessThan(2 * 1.72 * 499);
  });

  test("nobody talks to it: the reason is a number", () => {
    const [chat, research] = got.service!.classes;
    expect(chat!.tier.orbit.why).toMatch(/^round trip of 1,6\d\d,000 ms \(95th percentile\) is above the 1,000 ms/);
    expect(research!.tier.orbit.eligible).toBe(true);
  });

  test("too near the Sun the cells fail, with the numbers", () => {
    const { status, why } = size(loadExample("l1-and-swarm", "orbit.solarDistance=0.387 au"));
    expect(status).toBe("infeasible");
    // 1361 / 0.387^2 = 9,087 W/m2.
    expect(why[0]).toMatch(/^the array's cells run at 5\d\d\.\d K, above their limit of 423\.1 K: 9,087 W\/m2 of sunlight at 0\.3870 au/);
  });
});

test("l1-and-swarm: the same racks between Earth and Sun", async () => {
  const path = "examples/l1-and-swarm/l1.yaml";
  const got = await run(load({ path, files: nodeFiles(path), set: ["simulate.step=600 s"] }), { solve: solveHighs });
  const { range, light } = got.flight!.summary!;
  expect(light.daysWithShadow).toBe(0);
  // L1 at 1,497,621 km x 0.9833 in January: 9.82 s there and back.
  measure("example-swarm", { case: "light to L1 and back in January", got: range!.roundTripLeast_s, expected: (2 * 1_497_621 * 0.98333) / 299_792.458, rel: 1e-3, unit: "s", source: "Szebehely's series; the Earth's perihelion" });
  expect(got.sizing!.swarm).toBeNull();
});
