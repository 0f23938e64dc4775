import { beforeAll, describe, expect, test } from "vitest";
import type { Run } from "../../src/run/index.ts";
import { measure } from "../golden/measure.ts";
import { runExample } from "../support/run-example.ts";

describe("suncatcher-2027", () => {
  let got: Run;
  beforeAll(async () => {
    got = await runExample("suncatcher-2027");
  });

  test("its orbit: 97.73 min, 97.99 deg, longest shadow 20.17 min", () => {
    const { orbit } = got.sizing!.platform!;
    const source = "eclipse_dawn_dusk.csv, 650 km LTAN 18 (independent program)";
    measure("example-suncatcher-2027", { case: "Suncatcher period", got: orbit.period_s / 60, expected: 97.728, abs: 0.01, unit: "min", source });
    measure("example-suncatcher-2027", { case: "Suncatcher inclination", got: orbit.inclination_deg, expected: 97.986, abs: 0.005, unit: "deg", source });
    measure("example-suncatcher-2027", { case: "Suncatcher longest shadow, flown", got: got.flight!.summary!.light.longestShadow_min, expected: 20.17, abs: 0.06, unit: "min", source });
  });

  test("two satellites fly by early 2027, and cost is their price and rideshare by the kilogram", () => {
    expect(got.plan!.status).toBe("optimal");
    const fleet = got.plan!.build.find(({ option }) => option === "orbit/rideshare")!;
    expect(fleet.built[0]).toBeGreaterThanOrEqual(2);
    const option = got.plan!.options.find(({ id }) => id === "orbit/rideshare")!;
    const launch = option.capital.filter(({ line }) => line.boundary === "launch").reduce((sum, { line }) => sum + line.quantity, 0);
    // SpaceX rideshare: 7,000 $ a kilogram (newspaceeconomy.ca, 2026-02-27); what a failed launch loses is in the availability.
    expect(launch / option.unitMass_kg!).toBeCloseTo(7000, 6);
  });

  test("four chips of 0.918 PFLOP/s a satellite", () => {
    measure("example-suncatcher-2027", { case: "dense BF16 of one prototype", got: got.sizing!.platform!.bf16_PFLOP_per_s, expected: 4 * 0.918, rel: 1e-9, unit: "PFLOP/s", source: "TPU v6e: 918 TFLOP/s BF16 (Google Cloud documentation)" });
  });

  test("81 satellites fit within a kilometre, 100-200 m apart, and hold together for less than 3 m/s a year", () => {
    const { formation } = got.sizing!.platform!;
    const source = "Suncatcher, arXiv 2511.19468v2: 81 satellites, R = 1 km, 100-200 m to the next";
    measure("example-suncatcher-2027", { case: "satellites of the cluster", got: formation!.slots, expected: 81, abs: 0, unit: "", source });
    measure("example-suncatcher-2027", { case: "largest distance of nearest neighbours", got: formation!.most_m, expected: 200, abs: 0.2, unit: "m", source });
    // The paper's bound; how it comes about could not be reproduced (docs/theory/orbits-and-life.md).
    expect(formation!.keeping_m_per_s_per_yr).toBeLessThan(3);
  });

  test("its telescopes carry what the bench did, and training on the cluster waits little for them", () => {
    const training = got.service!.classes.find(({ id }) => id === "cluster")!.training!;
    measure("example-suncatcher-2027", { case: "a link with two transceivers, each way", got: training.link_Gbps, expected: 800, rel: 1e-12, unit: "Gb/s", source: "Suncatcher, arXiv 2511.19468v2: 800 Gb/s on the bench" });
    expect(training).toMatchObject({ platforms: 81, fabric: "torus 9 x 9", linksPerPlatform: 4, linksCarried: 4 });
    // 4 chips of 918 TFLOP/s at 41 % on each of 81: 6 x 405e9 x 16e6 in 319 s.
    measure("example-suncatcher-2027", { case: "compute of a step of Llama 3 405B", got: training.compute_s!, expected: (6 * 405e9 * 16e6) / (81 * 4 * 918e12 * 0.41), rel: 1e-9, unit: "s", source: "6 P t, Kaplan et al. 2020" });
    // Four chips hold 137.6 GB of the 6,480 that training keeps: it is spread over the torus of 81. 80/81 of 405e9 gradients of 4 bytes once, of weights of 2 twice, over four links: 8.0 s.
    expect(training).toMatchObject({ state_GB: 6480, platformsToHold: 48 });
    const bytes = 405e9 * 4 + 2 * 405e9 * 2;
    measure("example-suncatcher-2027", { case: "exchange of its gradients and weights", got: training.exchange_s!, expected: 3 * 16e-5 + (80 / 81) * ((bytes * 8) / (4 * 800e9)), rel: 1e-6, unit: "s", source: "Chan et al. 2007 and Rajbhandari et al. 2020, by hand" });
    expect(training.computing_frac).toBeGreaterThan(0.97);
  });

  test("a shedding platform delivers about the light it sees", () => {
    const { light, delivered_frac } = got.flight!.summary!;
    expect(Math.abs(delivered_frac - light.discInView_frac)).toBeLessThan(0.005);
  });
});
