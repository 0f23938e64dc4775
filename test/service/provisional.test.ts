import { expect, test } from "vitest";
import { controlsOf, inspectCase, provisionalAnswers, runCase, type Case, type Control } from "../../src/service/index.ts";
import { entries, figureOf, find } from "../../src/catalog/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const TEXT = RACK.concat("simulate: { days: 1 }\n");
/** Without a flight, which test/full has. */
const GROUND = TEXT.replace(/^orbit:\n(?: .*\n)*|^launch:.*\n/gm, "");
const caseOf = (text: string): Case => ({ scenario: "scenario.yaml", files: { "scenario.yaml": text }, set: [] });
const signal = new AbortController().signal;

const inspected = async (text: string): Promise<Extract<Awaited<ReturnType<typeof inspectCase>>, { readonly ok: true }>> => {
  const found = await inspectCase(caseOf(text));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found;
};

const controlAt = (controls: readonly Control[], path: string): Control => controls.find((one) => one.path === path)!;

test("ticks are the catalogue's figures, with source, date and evidence", () => {
  const controls = controlsOf(scenarioOf(TEXT));
  const array = controlAt(controls, "orbit.platform.arrayAreal");
  const wing = figureOf(find("arrays", "irosa")!, "arealMass");
  expect(array.ticks.find(({ name }) => name.includes("iROSA"))).toMatchObject({ value: wing.value, source: wing.source, asOf: wing.asOf, evidence: wing.evidence });
  const price = controlAt(controls, "launch.vehicles.falcon-9.price");
  // 74 M$ for 17.5 t, whatever the vehicle that the slider is of.
  expect(price.ticks.find(({ name }) => name.startsWith("Falcon 9, booster"))!.value / price.shown.per).toBeCloseTo(74e6 / 17_500, 9);
  expect(price.ticks.length).toBe(entries("vehicles").length);
  for (const { ticks, low, high, value } of controls) {
    expect(value >= low && value <= high).toBe(true);
    for (const tick of ticks) expect(tick.source !== "" && tick.asOf !== "" && tick.value >= low && tick.value <= high).toBe(true);
  }
});

test("a fingerprint stays when a slider moves, and goes when anything else does", async () => {
  const { fingerprint, controls } = await inspected(TEXT);
  const moved = await inspected(TEXT.concat("finance: { discount: 7 %/yr }\n"));
  expect(moved.fingerprint).toBe(fingerprint);
  expect(controlAt(moved.controls, "finance.discount").value).toBe(0.07);
  expect(controlAt(controls, "finance.discount").value).not.toBe(0.07);
  expect((await inspected(TEXT.concat("finance: { orbitPremium: 1 %/yr }\n"))).fingerprint).not.toBe(fingerprint);
});

test("problems come with line and column", async () => {
  const found = await inspectCase(caseOf(TEXT.concat("finance: { discuont: 7 %/yr }\n")));
  expect(found).toMatchObject({ ok: false, problems: [{ line: TEXT.split("\n").length, column: 12 }] });
});

test("where a slider stands as written the provisional answer is the run's, and it moves with the slider alone", async () => {
  const { fingerprint, controls } = await inspected(GROUND);
  const answers = provisionalAnswers();
  expect(answers.evaluate({ fingerprint, values: {} })).toBe(null);
  const prepared = await answers.prepare({ case: caseOf(GROUND), base: null }, { solve: solveHighs, signal });
  if (!prepared.ok) throw new Error(prepared.why);
  const here = answers.evaluate({ fingerprint, values: {} })!;
  const exact = await runCase(caseOf(GROUND), { solve: solveHighs });
  if (!exact.ok) throw new Error("it has problems");
  for (const what of ["Ground", "Net present value"]) {
    expect(here.tiles.find((tile) => tile.what === what)?.much).toBe(exact.answer.tiles.find((tile) => tile.what === what)?.much);
  }
  const there = answers.evaluate({ fingerprint, values: { "ground.sites.texas.powerPrice": 1.2 * controlAt(controls, "ground.sites.texas.powerPrice").value } })!;
  const of = (key: string, told: typeof here): number | null => told.outcomes.find((one) => one.key === key)!.value;
  expect(of("ground_usd_per_kW_yr", there)).toBeGreaterThan(of("ground_usd_per_kW_yr", here)!);
  expect(here.tiles.find((tile) => tile.what === "Orbit")).toMatchObject({ much: "none", more: "not in this scenario" });
  // As a file holds it, the base answers the same, on another who answers.
  const other = provisionalAnswers();
  const kept: typeof prepared.base = JSON.parse(JSON.stringify(prepared.base));
  await other.prepare({ case: caseOf(GROUND), base: kept }, { solve: () => Promise.reject(new Error("nothing is planned again")), signal });
  expect(other.evaluate({ fingerprint, values: {} })).toEqual(here);
  expect(other.evaluate({ fingerprint: "another", values: {} })).toBe(null);
});

test("what cannot be evaluated says why", async () => {
  const answers = provisionalAnswers();
  const prepared = await answers.prepare({ case: caseOf("name: [\n"), base: null }, { solve: solveHighs, signal });
  expect(prepared.ok).toBe(false);
});
