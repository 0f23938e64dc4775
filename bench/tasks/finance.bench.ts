/**
 * CPU time of levelised cost and net present value with the plan frozen: `evaluateFrozen` of examples/two-tier, prices and rate moved in each call.
 * `first_us` is the mean of the first round, before it is compiled; `evaluation_us` the median of the next. `stage_ms`: the whole stage `finance`, with
 * statement and measures. Needs a build. Run: npx tsx bench/tasks/finance.bench.ts
 */
import { runExample, loadExample } from "../../test/support/run-example.ts";

/** As built: a loader of TypeScript names every closure as it is made. */
const built = async <T>(room: string): Promise<T> => (await import(new URL(`../../dist/${room}/index.js`, import.meta.url).href)) as T;
const { evaluateFrozen, finance, flowsOf, frozenPlan } = await built<typeof import("../../src/finance/index.ts")>("finance");
const { settleLaunch } = await built<typeof import("../../src/market/index.ts")>("market");

const EVALUATIONS = 20_000;
const ROUNDS = 6;
const STAGES = 20;

const { plan, sizing } = await runExample("two-tier");
if (plan === null || sizing === null) throw new Error("the example has no plan");
const scenario = settleLaunch(loadExample("two-tier"));
const frozen = frozenPlan(plan, flowsOf(scenario, { plan, market: [] }));
const costFactor = new Float64Array(frozen.parts.length).fill(1);
const earnedFactor = new Float64Array(frozen.classes.length).fill(1);

let sink = 0;
const cpu_us = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return used.user + used.system;
};

const round_us = (): number => cpu_us(() => {
  for (let i = 0; i < EVALUATIONS; i++) {
    costFactor[i % costFactor.length] = 0.5 + i / EVALUATIONS;
    sink += evaluateFrozen(frozen, { discount_per_yr: 0.08 + (0.1 * i) / EVALUATIONS, inflation_per_yr: 0.025, costFactor, earnedFactor }).npv_usd;
  }
}) / EVALUATIONS;

const [first, ...next] = Array.from({ length: ROUNDS }, round_us);
const stage_us = cpu_us(() => {
  for (let i = 0; i < STAGES; i++) sink += finance(scenario, { plan, sizing, market: [], gates: null }).cash.npv_usd;
}) / STAGES;
console.log(JSON.stringify({
  task: "finance", node: process.version, evaluations: EVALUATIONS, parts: frozen.parts.length, quarters: frozen.quarters, options: frozen.options.length,
  first_us: first, evaluation_us: next.toSorted((a, b) => a - b)[Math.floor(next.length / 2)], stage_ms: stage_us / 1000, consumed: Number.isFinite(sink),
}));
