import { expect, test } from "vitest";
import { finance } from "../../src/finance/index.ts";
import { fly } from "../../src/fly/index.ts";
import { settleLaunch } from "../../src/market/index.ts";
import { buildCase, decidePlan, heldAt, heldPlan, type Plan } from "../../src/plan/index.ts";
import { samplerOf, correlationsOf } from "../../src/risk/index.ts";
import { compileEvaluator, evaluatorBase, OUTCOMES, type OutcomeKey } from "../../src/run/index.ts";
import { withValues, type Distribution } from "../../src/scenario/index.ts";
import { serve } from "../../src/serve/index.ts";
import { size } from "../../src/size/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const TEXT = RACK.replace("  factoryRate: 4 /yr", "  factoryRate: 4 /yr\n  target: { schedule: { 2027-Q3: 1, 2028-Q3: 2 } }").concat("simulate: { days: 1 }\n");
const TOTALS = "{ id: power, tier: orbit, item: power, factor: 1 }, { id: lift, subsystem: launch on falcon-9, factor: 1 }, { id: hall, tier: ground, factor: 1 }";
const scenario = scenarioOf(`${TEXT}uncertainty: { totals: [${TOTALS}] }\n`);
const spread: Distribution = { distribution: "triangular", low: 0.5, mode: 1, high: 3 };
const INPUTS = ["power", "lift", "hall"].map((id) => ({ path: `uncertainty.totals.${id}.factor`, unit: "1", distribution: spread }));

/** The same plan at factors of its parts. */
const plans = async (...factors: readonly (readonly number[])[]) => {
  const own = settleLaunch(scenario);
  const sizing = size(own);
  const flight = await fly(own, sizing, {});
  const input = { sizing, flight, service: serve(own, { sizing, flight }) };
  const held = (await decidePlan(own, input, solveHighs))!;
  const home = buildCase(own, input).problem;
  return factors.map((of): { readonly plan: Plan; readonly cash: ReturnType<typeof finance>["cash"] } => {
    const at = withValues(own, INPUTS.map(({ path }, i) => ({ path, value: of[i]! })));
    const plan = heldPlan(buildCase(at, input).problem, heldAt(home, held));
    return { plan, cash: finance(at, { plan, sizing, market: [], gates: null }).cash };
  });
};

const paid = ({ plan }: { readonly plan: Plan }, of: (line: Plan["ledger"][number]) => boolean): number => plan.ledger.filter((line) => line.unit === "$" && line.boundary !== "salvage" && of(line)).reduce((sum, { quantity }) => sum + quantity, 0);

test("a factor of two doubles the subtotal of its lines exactly, and no other; those that name the same line multiply", async () => {
  const [one, power, both] = await plans([1, 1, 1], [2, 1, 1], [1, 2, 4]);
  const isPower = ({ tier, boundary }: Plan["ledger"][number]): boolean => tier === "orbit" && boundary === "power";
  expect(paid(one!, isPower)).toBeGreaterThan(0);
  expect(paid(power!, isPower)).toBe(2 * paid(one!, isPower));
  expect(paid(power!, (line) => !isPower(line))).toBe(paid(one!, (line) => !isPower(line)));
  expect(paid(both!, ({ boundary }) => boundary === "launch")).toBe(2 * paid(one!, ({ boundary }) => boundary === "launch"));
  expect(paid(both!, ({ tier }) => tier === "ground")).toBe(4 * paid(one!, ({ tier }) => tier === "ground"));
});

test("an evaluation is the plan held at the factors", async () => {
  const x = [1.7, 0.6, 1.3];
  const [at] = await plans(x);
  const base = await evaluatorBase(scenario, { inputs: INPUTS, plan: "frozen", flight: "interpolated" }, { solve: solveHighs });
  const outcomes = new Float64Array(OUTCOMES.length);
  compileEvaluator(scenario, base).evaluate(Float64Array.from(x), outcomes);
  const told = (key: OutcomeKey): number => outcomes[OUTCOMES.findIndex((one) => one.key === key)]!;
  for (const key of ["npv_usd", "cost_pv_usd"] as const) expect(told(key) / at!.cash[key]).toBeCloseTo(1, 11);
});

test("factors are distributions that move together, and one that names nothing is told", () => {
  const factor = "{ distribution: triangular, low: 0.8, mode: 1, high: 2 }";
  const text = TEXT.concat(`uncertainty: { totals: [{ id: power, item: power, factor: ${factor} }, { id: lift, item: launch, factor: ${factor} }], correlations: [{ fields: 'uncertainty.totals.power.factor, uncertainty.totals.lift.factor', parameter: 0.7 }] }\n`);
  const uncertain = scenarioOf(text);
  const { correlations } = correlationsOf(uncertain, uncertain.random);
  expect(samplerOf(uncertain.random, correlations).factors.map(({ name }) => name)).toEqual(["uncertainty.totals.power.factor + uncertainty.totals.lift.factor"]);
  const idle = scenarioOf(`${TEXT}uncertainty: { totals: [{ id: rent, subsystem: rent, factor: 2 }] }\n`);
  const sizing = size(idle);
  const flight = { summary: null, delivered: null, fleet: null, sites: [], ledger: [], notes: [] };
  expect(buildCase(idle, { sizing, flight, service: serve(idle, { sizing, flight }) }).leftOut.join()).toContain("uncertainty.totals.rent names no line of cost");
});
