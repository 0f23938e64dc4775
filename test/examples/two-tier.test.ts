import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { sumLines } from "../../src/ledger/index.ts";
import type { Run } from "../../src/run/index.ts";
import { size } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { loadExample, runExample } from "../support/run-example.ts";

// That it gives the same bytes twice: test/e2e/cli.test.ts, which runs it twice anyway.
describe("two-tier", () => {
  let got: Run;
  beforeAll(async () => {
    got = await runExample("two-tier");
  });

  test("light from altitude, LTAN and date alone: the independent table's row 650 km, LTAN 18", () => {
    const { light } = got.flight!.summary!;
    const source = "eclipse_dawn_dusk.csv, 650 km LTAN 18 (independent program)";
    measure("example-two-tier", { case: "year outside the umbra", got: light.outsideUmbra_frac, expected: 0.9617, abs: 0.0005, unit: "1", source });
    measure("example-two-tier", { case: "worst day outside the umbra", got: light.worstDayOutsideUmbra_frac, expected: 0.8025, abs: 0.001, unit: "1", source });
    measure("example-two-tier", { case: "days with shadow", got: light.daysWithShadow, expected: 92, abs: 3, unit: "d", source });
  });

  test("energy balance of the flown year closes to 1e-9", () => {
    expect(Math.abs(got.flight!.summary!.energy.residual_frac)).toBeLessThan(1e-9);
  });

  test("a GB200 serves what InferenceX measured, and a token costs its facility what InferenceX printed", () => {
    const chat = got.service!.classes.find(({ id }) => id === "chat")!;
    const rate = 120e3 / (72 * chat.energy_J_per_token!);
    measure("example-two-tier", { case: "tokens a second of one GB200 on DeepSeek-R1", got: rate, expected: 5789.6, rel: 0.001, unit: "1/s", source: "InferenceX, at 75 token/s a user; rack of 72 on 120 kW" });
    measure("example-two-tier", { case: "energy of a token in its facility, GB200 NVL72 on DeepSeek-R1", got: 2100 / rate, expected: 0.3627, rel: 0.001, unit: "J", source: "InferenceX, 2,756,947 tok/s/MW all-in, 2.1 kW a GPU" });
  });

  test("the price file's mean is ERCOT's 2023 mean", () => {
    const rows = readFileSync("examples/two-tier/ercot-2023.csv", "utf8").trim().split("\n").slice(1);
    const mean = rows.reduce((sum, row) => sum + Number(row.split(",")[1]), 0) / rows.length;
    measure("example-two-tier", { case: "ERCOT 2023 mean price", got: mean, expected: 55.9, abs: 0.05, unit: "$/MWh", source: "issue of the ground tier: 145.6, 64.3 and 55.9 for 2021-2023" });
  });

  test("ground energy bill is inside Suncatcher's terrestrial band", () => {
    const energy = got.finance!.ground!.items.find(({ item }) => item === "energy")!.usd_per_kW_yr;
    measure("example-two-tier", { case: "ground energy bill", got: energy, expected: 1785, abs: 1215, unit: "$/kW-yr", source: "Suncatcher arXiv 2511.19468v2 section 4.4: 570-3,000" });
  });

  // His radiators have no area for meteoroids: with it ours weighs 61.3 kg/kW.
  test("specific mass without panel for meteoroids is inside Turyshev's band, to the rounding of its ends", () => {
    measure("example-two-tier", { case: "specific mass", got: size(loadExample("two-tier", "orbit.platform.radiatorExposed=0")).platform!.itMass_kg_per_kW, expected: 46.5, abs: 13, unit: "kg/kW", source: "Turyshev arXiv 2604.27197: 34-59, whole numbers" });
  });

  test("Abilene never exceeds its 1,200 MW, and the commitment in orbit is met", () => {
    const { build, quarters } = got.plan!;
    const ground = build.find(({ option }) => option === "ground/abilene")!;
    expect(Math.max(...ground.inService)).toBeLessThanOrEqual(1200 + 1e-6);
    const launched = build.filter(({ option }) => option.startsWith("orbit/")).flatMap(({ built }) => built.slice(0, quarters.indexOf(2030 * 4) + 1));
    expect(launched.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(81 - 1e-6);
  });

  test("what is wanted is served or told", () => {
    for (const one of got.plan!.classes) {
      one.wanted_W.forEach((wanted, q) => expect(one.ground_W[q]! + one.orbit_W[q]! + one.unserved_W[q]!).toBeCloseTo(wanted, 0));
    }
  });

  test("the cash flow is the plan's ledger", () => {
    const { ground_usd, orbit_usd } = got.finance!.cash;
    const total = [...ground_usd, ...orbit_usd].reduce((a, b) => a + b, 0);
    expect(sumLines(got.plan!.ledger, { unit: "$" }) / total).toBeCloseTo(1, 9);
  });
});
