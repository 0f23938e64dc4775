import { expect, test } from "vitest";
import {
  annualFailureRate_per_yr,
  clusterMtbf_h,
  clusterMtbfOfUnits_h,
  energyPerOperation_J,
  energyPerToken_J,
  lifetimePenalty,
  meanSurvival_frac,
  tokenRate_per_s,
} from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";
import { physicsCases } from "./golden-case.ts";

test("Llama 3's failures", () => {
  const [mtbf] = physicsCases("cluster MTBF");
  measure("reliability", { case: mtbf!.name, got: clusterMtbf_h({ events: mtbf!.input["failures"]!, days: mtbf!.input["days"]! }), expected: mtbf!.expected, rel: mtbf!.rel_tol, unit: "h", source: mtbf!.source });
  const [rate] = physicsCases("GPU+HBM annual failure rate");
  const { events, gpus, days } = rate!.input as Record<string, number>;
  const got = annualFailureRate_per_yr({ events: events!, units: gpus!, days: days! });
  measure("reliability", { case: rate!.name, got, expected: rate!.expected, rel: rate!.rel_tol, unit: "1/yr", source: rate!.source });
  expect(clusterMtbfOfUnits_h({ rate_per_yr: annualFailureRate_per_yr({ events: 419, units: 16_384, days: 54 }), units: 16_384 })).toBeCloseTo(3.093, 2);
});

test("lifetime penalty", () => {
  const [golden] = physicsCases("lifetime penalty");
  const got = lifetimePenalty({ rate_per_yr: golden!.input["lambda"]!, life_yr: golden!.input["T"]! });
  measure("reliability", { case: golden!.name, got, expected: golden!.expected, rel: golden!.rel_tol, unit: "1", source: golden!.source });
  measure("reliability", { case: "lifetime penalty, 0.1 a year", got: lifetimePenalty({ rate_per_yr: 0.1, life_yr: 5 }), expected: 1.27, rel: 0.002, unit: "1", source: "Turyshev 2026" });
  expect(meanSurvival_frac({ rate_per_yr: 0, life_yr: 5 })).toBe(1);
});

test("energy per token", () => {
  const [golden] = physicsCases("J/token GB200 NVL72 DeepSeek-R1 75 tok/s/user");
  const got = energyPerToken_J(golden!.input["tok_s_MW"]!);
  measure("reliability", { case: golden!.name, got, expected: golden!.expected, rel: golden!.rel_tol, unit: "J", source: golden!.source });
  expect(tokenRate_per_s({ power_W: 1e6, energyPerToken_J: got })).toBeCloseTo(golden!.input["tok_s_MW"]!, 3);
  expect(energyPerOperation_J({ power_W: 1000, rate_FLOP_per_s: 1e15 })).toBeCloseTo(1e-12, 24);
});
