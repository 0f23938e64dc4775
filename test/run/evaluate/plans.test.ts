import { expect, test } from "vitest";
import { loadedHighs, solveHighs } from "../../../src/solver/index.ts";
import { compileEvaluator, evaluatorBase, OUTCOMES, run, settledTerms, type OutcomeKey } from "../../../src/run/index.ts";
import { buildCase, heldAt, operate, type HeldPlan } from "../../../src/plan/index.ts";
import { formulate } from "../../../src/plan/formulate.ts";
import { holdPlan } from "../../../src/plan/held/held-record.ts";
import { reader } from "../../../src/plan/decisions.ts";
import type { Distribution } from "../../../src/scenario/index.ts";
import { RACK, scenarioOf } from "../../support/scenario.ts";

const TEXT = RACK.replace("  factoryRate: 4 /yr", "  factoryRate: 4 /yr\n  target: { schedule: { 2027-Q3: 1, 2028-Q3: 2 } }")
  .replace("power: 100 kW, deferralMax: 12 h }", "power: 150 kW, deferralMax: 12 h, shortfallPrice: 4 $/kWh }, { id: chat, kind: interactive, power: 900 kW, shortfallPrice: 9 $/kWh }")
  .concat("simulate: { days: 1 }\n");

const at = (outcomes: Float64Array, key: OutcomeKey): number => outcomes[OUTCOMES.findIndex((one) => one.key === key)]!;
const told = (evaluate: (x: Float64Array, outcomes: Float64Array) => void, ...x: readonly number[]): Float64Array => {
  const outcomes = new Float64Array(OUTCOMES.length);
  evaluate(Float64Array.from(x), outcomes);
  return outcomes;
};
const near = (got: number, wanted: number, frac: number): void => expect(Math.abs(got - wanted)).toBeLessThanOrEqual(frac * Math.abs(wanted));

const PRICE = { path: "launch.vehicles.falcon-9.price", unit: "$", distribution: { distribution: "triangular", low: 2e7, mode: 7e7, high: 9e7 } as Distribution };

test("platforms that are ordered ahead are valued by their ledger: at the centre as the run has it", async () => {
  const scenario = scenarioOf(`${TEXT}plan: { platformOrder: { lead: 0.5 yr, deposit: 20 %, held: 2 } }\n`);
  const base = await evaluatorBase(scenario, { inputs: [PRICE], plan: "frozen", flight: "flown" }, { solve: solveHighs });
  const { finance } = await run(scenario, { solve: solveHighs });
  const { value } = scenario.assumptions.find(({ path }) => path === PRICE.path)!;
  const got = told(compileEvaluator(scenario, base).evaluate, value as number);
  near(at(got, "npv_usd"), finance!.cash.npv_usd, 1e-12);
  near(at(got, "cost_pv_usd"), finance!.cash.cost_pv_usd, 1e-12);
  near(at(got, "orbit_usd_per_kW_yr"), finance!.orbit!.usd_per_kW_yr, 1e-12);
});

test("a plan solved for each point is the frozen one where nothing moved, and there is none that meets its target behind a refused licence", async () => {
  const solve = await loadedHighs();
  const gated = scenarioOf(`${TEXT.replace("2027-Q3: 1, 2028-Q3: 2", "2029-Q3: 1")}gates: [{ id: licence, kind: launch-licence, holds: vehicle/falcon-9, at: 2027-Q2, fallback: later, later: 3 yr }]\n`);
  const gate = { path: "gates.licence.chance", unit: "frac", distribution: { distribution: "discrete", values: [0, 1], weights: [1, 1] } as Distribution };
  const base = await evaluatorBase(gated, { inputs: [gate, PRICE], plan: "milp", flight: "flown" }, { solve: solveHighs });
  const { evaluate } = compileEvaluator(gated, base, { solve });
  const { evaluate: inParts } = compileEvaluator(gated, { ...base, plan: "lp" }, { solve });
  const frozen = compileEvaluator(gated, await evaluatorBase(gated, { inputs: [PRICE], plan: "frozen", flight: "flown" }, { solve: solveHighs }));
  const { value } = gated.assumptions.find(({ path }) => path === PRICE.path)!;
  const [open, late] = [told(evaluate, 0, value as number), told(evaluate, 1, value as number)];
  near(at(open, "npv_usd"), at(told(frozen.evaluate, value as number), "npv_usd"), 1e-6);
  expect(at(late, "carriedOut")).toBe(0);
  expect(at(late, "npv_usd")).toBeNaN();
  expect(at(told(inParts, 0, 3e7), "cost_pv_usd")).toBeGreaterThan(0);
});

test("what a held plan runs and serves is what the linear program would, its purchases and launches held", async () => {
  const scenario = scenarioOf(TEXT);
  const solve = await loadedHighs();
  const done = await run(scenario, { solve: solveHighs });
  const input = { sizing: done.sizing!, flight: done.flight!, service: done.service! };
  const home = buildCase(settledTerms(scenario), input).problem;
  const { held } = await evaluatorBase(scenario, { inputs: [], plan: "frozen", flight: "flown" }, { solve: solveHighs });
  const at_home = heldAt(home, held!);
  // Less runs on both tiers, and more is wanted of chat: what is worth more is served first.
  for (const [share, growth] of [[1, 1], [0.97, 1], [0.93, 1.04], [1.02, 0.98]] as const) {
    const problem = {
      ...home,
      options: home.options.map((option) => ({ ...option, run_MW: option.run_MW.map((MW) => MW * share) })),
      classes: home.classes.map((one) => (one.id === "chat" ? { ...one, wanted_MW: one.wanted_MW.map((MW) => MW * growth) } : one)),
    };
    const short = problem.classes.map((_, k) => [...operate(problem, at_home).short[k]!]);
    const byProgram = operatedBy(problem, held!, solve);
    problem.classes.forEach(({ id, unserved_usd_per_MWh }, k) => short[k]!.forEach((MW, t) => expect(Math.abs(MW - byProgram.short[id]![t]!) * unserved_usd_per_MWh[t]!).toBeLessThan(1e-4)));
  }
});

/** The program with all that was bought and launched held, and no limit on it. */
const operatedBy = (problem: Parameters<typeof formulate>[0], held: HeldPlan, solve: Awaited<ReturnType<typeof loadedHighs>>): HeldPlan => {
  const past = { quarters: problem.quarters.length, bought: held.bought, launches: held.launches, ordered: {}, loaded: {} };
  const { model, layout } = formulate({ ...problem, past, limits: [] });
  const { status, primal } = solve(model);
  expect(status).toBe("optimal");
  return holdPlan({ problem, layout, read: reader(primal) });
};
