import { expect, test } from "vitest";
import { inspectCase, provisionalAnswers, runCase, type Case } from "../../src/service/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { RACK } from "../support/scenario.ts";

const CASE: Case = { scenario: "scenario.yaml", files: { "scenario.yaml": RACK.concat("simulate: { days: 1 }\n") }, set: [] };

test("with a flight, where a slider stands as written the provisional answer is the run's, and ground's sliders leave orbit alone", async () => {
  const found = await inspectCase(CASE);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const { fingerprint } = found;
  const answers = provisionalAnswers();
  const prepared = await answers.prepare({ case: CASE, base: null }, { solve: solveHighs });
  if (!prepared.ok) throw new Error(prepared.why);
  const here = answers.evaluate({ fingerprint, values: {} })!;
  const exact = await runCase(CASE, { solve: solveHighs });
  if (!exact.ok) throw new Error("it has problems");
  for (const what of ["Ground", "Orbit", "Net present value", "Delivered in flight"]) {
    expect(here.tiles.find((tile) => tile.what === what)?.much).toBe(exact.answer.tiles.find((tile) => tile.what === what)?.much);
  }
  const there = answers.evaluate({ fingerprint, values: { "ground.sites.texas.powerPrice": 120 } })!;
  const of = (key: string, told: typeof here): number | null => told.outcomes.find((one) => one.key === key)!.value;
  expect(of("ground_usd_per_kW_yr", there)).not.toBe(of("ground_usd_per_kW_yr", here));
  expect(of("orbit_usd_per_kW_yr", there)).toBe(of("orbit_usd_per_kW_yr", here));
});
