import { beforeAll, expect, test } from "vitest";
import { finance } from "../../../src/finance/index.ts";
import { flyPlatform, flySites } from "../../../src/fly/index.ts";
import { buildCase, heldAt, heldPlan } from "../../../src/plan/index.ts";
import { solveHighs } from "../../../src/solver/index.ts";
import type { Distribution, Scenario } from "../../../src/scenario/index.ts";
import { withValues } from "../../../src/scenario/index.ts";
import { serve } from "../../../src/serve/index.ts";
import { orbitEnvironment, size } from "../../../src/size/index.ts";
import { compileEvaluator, evaluatorBase, OUTCOMES, run, settledTerms, type EvaluatorBase, type OutcomeKey, type Run } from "../../../src/run/index.ts";
import { RACK, scenarioOf } from "../../support/scenario.ts";

const triangular = (low: number, mode: number, high: number): Distribution => ({ distribution: "triangular", low, mode, high });

/** Of every stage: the platform, its flight, launches, the site, demand, and money alone. */
const INPUTS = [
  { path: "orbit.platform.arrayAreal", unit: "kg/m2", distribution: triangular(1.2, 1.6, 2.4) },
  { path: "orbit.platform.powerMargin", unit: "frac", distribution: triangular(0.05, 0.2, 0.3) },
  { path: "orbit.platform.serverPrice", unit: "$", distribution: triangular(2e6, 3e6, 4e6) },
  { path: "launch.vehicles.falcon-9.price", unit: "$", distribution: triangular(2e7, 7e7, 9e7) },
  { path: "launch.vehicles.falcon-9.reliability", unit: "frac", distribution: triangular(0.9, 0.98, 0.999) },
  { path: "ground.sites.texas.facilityCost", unit: "$/W", distribution: triangular(8, 12, 16) },
  { path: "ground.sites.texas.pue", unit: "1", distribution: triangular(1.1, 1.2, 1.4) },
  { path: "ground.sites.texas.powerPrice", unit: "$/MWh", distribution: triangular(30, 50, 150) },
  { path: "demand.classes.work.growth", unit: "1/yr", distribution: triangular(-0.1, 0, 0.3) },
  { path: "finance.discount", unit: "1/yr", distribution: triangular(0.06, 0.09, 0.15) },
] as const;

const TEXT = RACK.replace("  factoryRate: 4 /yr", "  factoryRate: 4 /yr\n  target: { schedule: { 2027-Q3: 1, 2028-Q3: 2 } }").replace("deferralMax: 12 h }", "deferralMax: 12 h, shortfallPrice: 4 $/kWh }").concat("simulate: { days: 1 }\n");
const scenario = scenarioOf(TEXT);

let base: EvaluatorBase;
let done: Run;

beforeAll(async () => {
  done = await run(scenario, { solve: solveHighs });
  base = await evaluatorBase(scenario, { inputs: INPUTS, plan: "frozen", flight: "flown" }, { solve: solveHighs });
});

const at = (outcomes: Float64Array, key: OutcomeKey): number => outcomes[OUTCOMES.findIndex((one) => one.key === key)]!;
const evaluated = (x: readonly number[], on: EvaluatorBase = base): Float64Array => {
  const outcomes = new Float64Array(OUTCOMES.length);
  compileEvaluator(scenario, on).evaluate(Float64Array.from(x), outcomes);
  return outcomes;
};

const centre = (): readonly number[] => INPUTS.map(({ path }) => {
  const known = scenario.assumptions.find((one) => one.path === path);
  return known!.value as number;
});

const near = (got: number, wanted: number, frac = 1e-12): void => expect(Math.abs(got - wanted)).toBeLessThanOrEqual(frac * Math.abs(wanted));

test("at the centre it is the run", () => {
  const got = evaluated(centre());
  const { ground, orbit, cash, verdict } = done.finance!;
  near(at(got, "ground_usd_per_kW_yr"), ground!.usd_per_kW_yr);
  near(at(got, "orbit_usd_per_kW_yr"), orbit!.usd_per_kW_yr);
  near(at(got, "orbit_usd_per_GPU_h"), orbit!.usd_per_GPU_h);
  near(at(got, "ground_usd_per_Mtoken"), ground!.usd_per_Mtoken);
  near(at(got, "ratio"), verdict.ratio!);
  near(at(got, "npv_usd"), cash.npv_usd);
  near(at(got, "cost_pv_usd"), cash.cost_pv_usd);
  near(at(got, "itMass_kg_per_kW"), done.sizing!.platform!.itMass_kg_per_kW);
  near(at(got, "delivered_frac"), done.flight!.delivered!.delivered_frac);
  expect([at(got, "closes"), at(got, "carriedOut")]).toEqual([1, 1]);
});

/** The stages as `run` has them, on the same held plan: no kept part, no sum without its ledger. */
const byStages = (changed: Scenario): ReturnType<typeof finance> => {
  const own = settledTerms(changed);
  const sizing = size(own, orbitEnvironment(own, { falls: "interpolated", through_m2_per_kg: base.fall_m2_per_kg! }));
  const summary = flyPlatform(own, sizing)!;
  const flight = { summary, delivered: { delivered_frac: summary.delivered_frac, origin: "platform" as const }, fleet: null, sites: flySites(own, sizing).sites, ledger: [], notes: [] };
  const { problem } = buildCase(own, { sizing, flight, service: serve(own, { sizing, flight }) });
  const home = settledTerms(scenario);
  const { problem: planned } = buildCase(home, { sizing: done.sizing!, flight: done.flight!, service: done.service! });
  return finance(own, { plan: heldPlan(problem, heldAt(planned, base.held!)), sizing, market: [], gates: null });
};

test("at other points it is the stages with the plan held", () => {
  let state = 9;
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  for (let i = 0; i < 3; i++) {
    const x = INPUTS.map(({ distribution }) => (distribution.distribution === "triangular" ? distribution.low + random() * (distribution.high - distribution.low) : Number.NaN));
    const got = evaluated(x);
    const { ground, orbit, cash, verdict } = byStages(withValues(scenario, INPUTS.map(({ path }, k) => ({ path, value: x[k]! }))));
    near(at(got, "npv_usd"), cash.npv_usd, 1e-11);
    near(at(got, "cost_pv_usd"), cash.cost_pv_usd);
    near(at(got, "orbit_usd_per_kW_yr"), orbit!.usd_per_kW_yr);
    near(at(got, "ground_usd_per_kW_yr"), ground!.usd_per_kW_yr);
    if (verdict.breakEvenLaunch_usd_per_kg === null) expect(at(got, "breakEvenLaunch_usd_per_kg")).toBeNaN();
    else near(at(got, "breakEvenLaunch_usd_per_kg"), verdict.breakEvenLaunch_usd_per_kg, 1e-10);
  }
});

test("the same point gives the same bytes, whatever came before", () => {
  const evaluator = compileEvaluator(scenario, JSON.parse(JSON.stringify(base)) as EvaluatorBase);
  const [low, high] = [INPUTS.map(({ distribution }) => distribution.distribution === "triangular" ? distribution.low : 0), centre()].map((x) => Float64Array.from(x!));
  const of = (x: Float64Array): Float64Array => {
    const outcomes = new Float64Array(OUTCOMES.length);
    evaluator.evaluate(x, outcomes);
    return outcomes;
  };
  const [first, other, again] = [of(low!), of(high!), of(low!)];
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
  expect(evaluated([...low!])).toEqual(first);
});

test("what cannot be is told, and nothing of it is a number", () => {
  const x = [...centre()];
  x[4] = 1.5;
  const got = evaluated(x);
  expect(at(got, "closes")).toBe(0);
  expect(at(got, "npv_usd")).toBeNaN();
});

test("a platform that does not close still has a ground beside it", async () => {
  const heavy = await evaluatorBase(scenario, { inputs: [{ path: "orbit.platform.massMargin", unit: "frac", distribution: triangular(0.1, 0.2, 1) }], plan: "frozen", flight: "flown" }, { solve: solveHighs });
  const outcomes = new Float64Array(OUTCOMES.length);
  compileEvaluator(scenario, heavy).evaluate(Float64Array.of(1), outcomes);
  expect(at(outcomes, "ground_usd_per_kW_yr")).toBeGreaterThan(0);
});

test("a frozen plan refuses gates, and a solved one asks for a solver", async () => {
  const gate = [{ path: "gates.licence.chance", unit: "frac", distribution: { distribution: "discrete", values: [0, 1], weights: [1, 1] } as Distribution }];
  const gated = scenarioOf(`${TEXT}gates: [{ id: licence, kind: launch-licence, holds: vehicle/falcon-9, at: 2027-Q2, fallback: later, later: 1 yr }]\n`);
  await expect(evaluatorBase(gated, { inputs: gate, plan: "frozen", flight: "flown" }, { solve: solveHighs })).rejects.toThrow("does not wait for a gate");
  const solved = await evaluatorBase(gated, { inputs: gate, plan: "lp", flight: "flown" }, { solve: solveHighs });
  expect(() => compileEvaluator(gated, solved)).toThrow("needs a solver");
});

test("its notes say what is frozen, flown and kept", () => {
  const notes = compileEvaluator(scenario, base).notes.join("\n");
  expect(notes).toContain("The plan is frozen");
  expect(notes).toContain("The platform is flown for each point");
  expect(notes).toMatch(/Kept from the centre, for no input touches it: .*trip to sites/);
});
