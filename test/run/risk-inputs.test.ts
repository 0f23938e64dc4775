/** What a campaign varies beside written distributions, and what its frozen plan is off by. */
import { expect, test } from "vitest";
import { drawnPoints } from "../../src/risk/index.ts";
import { compileEvaluator, evaluatorBase, frozenError, OUTCOMES, riskInputs } from "../../src/run/index.ts";
import { frozenText } from "../../src/report/index.ts";
import type { Distribution } from "../../src/scenario/index.ts";
import { loadedHighs, solveHighs } from "../../src/solver/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const gated = (chance: string): ReturnType<typeof scenarioOf> =>
  scenarioOf(`${RACK}finance: { discount: { distribution: uniform, low: 8 %/yr, high: 12 %/yr } }\ngates:\n  - { id: licence, kind: launch-licence, holds: vehicle/falcon-9, at: 2027-Q2, fallback: later, later: 1 yr, chance: ${chance} }\n  - { id: sure, kind: custom, holds: vehicle/falcon-9, at: 2027-Q1, fallback: without }\n`);
const ports = { solve: solveHighs };

test("gates that may go either way are drawn where the plan follows them, as often as the scenario says", async () => {
  const { inputs, notes } = await riskInputs(gated("25 %"), { plan: "lp" }, ports);
  const licence = inputs.findIndex(({ path }) => path === "gates.licence.chance");
  expect(inputs.map(({ path }) => path)).toContain("gates.licence.chance");
  expect(inputs.map(({ path }) => path)).not.toContain("gates.sure.chance");
  expect(notes).toEqual([]);
  // A scrambled Sobol sequence has exactly a quarter of its first 64 points in each quarter of a coordinate (Owen 1995).
  expect(drawnPoints(inputs, { correlations: [], draws: 64, seed: 5 }).filter((x) => x[licence] === 1).length).toBe(16);
});

test("a frozen plan says how it takes them", async () => {
  const asked = async (chance: string): Promise<string> => (await riskInputs(gated(chance), { plan: "frozen" }, ports)).notes.join();
  expect(await asked("25 %")).toContain("each goes as is likelier, gates.licence well.");
  expect(await asked("60 %")).toContain("gates.licence badly.");
  expect(await asked("100 %")).toBe("");
});

test("what a frozen plan is off by is told of draws of the same inputs with the plan solved from the start", async () => {
  const scenario = scenarioOf(`${RACK.replace("  factoryRate: 4 /yr", "  factoryRate: 4 /yr\n  target: { schedule: { 2027-Q3: 1, 2028-Q3: 2 } }")}simulate: { days: 1 }\n`.replace("deferralMax: 12 h }", "deferralMax: 12 h, shortfallPrice: 4 $/kWh }"));
  // Servers at up to thirteen times their price: what is bought at the centre would not be.
  const inputs = [{ path: "ground.sites.texas.serverPrice", unit: "$", distribution: { distribution: "triangular", low: 2e6, mode: 3e6, high: 4e7 } as Distribution }];
  const solve = await loadedHighs();
  const [base, solvedBase] = await Promise.all([evaluatorBase(scenario, { inputs, plan: "frozen", flight: "flown" }, ports), evaluatorBase(scenario, { inputs, plan: "lp", flight: "flown" }, ports)]);
  const [evaluator, solved] = [compileEvaluator(scenario, base), compileEvaluator(scenario, solvedBase, { solve })];
  const cost = OUTCOMES.findIndex(({ key }) => key === "cost_pv_usd");
  const costOf = ({ evaluate }: typeof solved, x: Float64Array): number => {
    const outcomes = new Float64Array(OUTCOMES.length);
    evaluate(x, outcomes);
    return outcomes[cost]!;
  };
  const off = drawnPoints(inputs, { correlations: [], draws: 8, seed: scenario.uncertainty.seed }).map((x) => costOf(evaluator, x) - costOf(solved, x));
  expect(Math.max(...off)).toBeGreaterThan(1e6);
  const mean = off.reduce((sum, one) => sum + one, 0) / 8;
  const told = frozenError(scenario, { base, evaluator, correlations: [], solve })!;
  const costs = told.differences.find(({ key }) => key === "cost_pv_usd")!;
  expect([told.draws, told.both]).toEqual([8, 8]);
  expect(Math.abs(costs.mean / mean - 1)).toBeLessThan(1e-9);
  expect(Math.abs(costs.largest / off.reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most)) - 1)).toBeLessThan(1e-9);
  expect(frozenText({ ...told, differences: [{ ...costs, mean: -4_185_000, largest: 7.5e9 }] })).toBe("Frozen less solved anew (lp), at 8 draws: present cost of the plan -4.185 M$ in the mean, 7.5 B$ at most.");
  expect(frozenText({ draws: 8, both: 1, differences: [] })).toBe("The frozen plan is what is solved anew (lp), at 1 draw.");
  expect(frozenError(scenario, { base: solvedBase, evaluator: solved, correlations: [], solve })).toBeNull();
});
