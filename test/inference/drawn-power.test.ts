import { expect, test } from "vitest";
import { CHIP_POWER, drawnPower_W, powerParts, SERVER_POWER, tokensPerJoule } from "../../src/inference/index.ts";
import type { MeasuredCdf, PowerParts } from "../../src/inference/index.ts";
import { goldenCsv } from "../golden/golden-file.ts";
import { measure } from "../golden/measure.ts";

const cdf = (name: string): MeasuredCdf => {
  const rows = goldenCsv(`inference/acme-${name}.csv`);
  return { value: rows.map((row) => Number(row["value"])), cumulative_pct: rows.map((row) => Number(row["cumulative_pct"])) };
};
const close = (got: PowerParts, shipped: PowerParts): void => {
  for (const name of ["idle_frac", "busy_frac", "busyLow_frac", "busyHigh_frac"] as const) expect(got[name]).toBeCloseTo(shipped[name], 3);
};

test("the shipped parts are those of the trace", () => {
  const utilisation = cdf("util-gpu-kalos");
  close(powerParts({ utilisation, power: cdf("gpu-power-kalos"), limit_W: 400 }), CHIP_POWER);
  close(powerParts({ utilisation, power: cdf("server-power"), limit_W: 6500 }), SERVER_POWER);
});

test("idle and busy parts, weighted by the time of each, give the trace's mean power", () => {
  const power = cdf("gpu-power-kalos");
  let mean = 0;
  for (let i = 1; i < power.value.length; i++) mean += ((power.value[i]! + power.value[i - 1]!) / 2) * ((power.cumulative_pct[i]! - power.cumulative_pct[i - 1]!) / 100);
  const idleTime = cdf("util-gpu-kalos").cumulative_pct[cdf("util-gpu-kalos").value.lastIndexOf(0)]! / 100;
  measure("inference-power", { case: "Kalos: mean power of a GPU", got: 400 * (CHIP_POWER.idle_frac * idleTime + CHIP_POWER.busy_frac * (1 - idleTime)), expected: mean, rel: 0.003, unit: "W", source: "AcmeTrace gpu_power_kalos, trapezoids" });
});

test("by hand: a square distribution", () => {
  // Half the time idle; power even from 100 to 300: idle mean 150, busy mean 250, percentiles of the busy half 210 and 290.
  const parts = powerParts({ utilisation: { value: [0, 0, 100], cumulative_pct: [0, 50, 100] }, power: { value: [100, 300], cumulative_pct: [0, 100] }, limit_W: 400 });
  close(parts, { idle_frac: 0.375, busy_frac: 0.625, busyLow_frac: 210 / 400, busyHigh_frac: 290 / 400 });
  expect(drawnPower_W(parts, { limit_W: 400, busy_frac: 0.5 })).toBeCloseTo(200, 6);
  expect(() => drawnPower_W(parts, { limit_W: 400, busy_frac: Number.NaN })).toThrow("busy_frac");
  expect(tokensPerJoule(parts, { limit_W: 400, busy_frac: 1, tokens_per_s: 500 })).toBeCloseTo(2, 9);
});
