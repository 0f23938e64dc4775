/** HiGHS in a thread, and the hints that a solver takes: the same answers, word of progress, an end before the end. */
import { afterEach, describe, expect, test } from "vitest";
import { threadSolver } from "../../src/io/index.ts";
import { highsSolver } from "../../src/solver/index.ts";
import type { ThreadSolver } from "../../src/io/index.ts";
import { fixIntegers, formulate } from "../../src/plan/index.ts";
import type { SolveProgress } from "../../src/plan/index.ts";
import { largeCase } from "../../bench/plan-case.ts";
import { planCase } from "../plan/cases.ts";
import { cases } from "../plan/golden-cases.ts";

const open: ThreadSolver[] = [];
const thread = (...given: Parameters<typeof threadSolver>): ThreadSolver => {
  const solver = threadSolver(...given);
  open.push(solver);
  return solver;
};
afterEach(async () => {
  for (const solver of open.splice(0)) await solver.close();
});

const hard = formulate(largeCase(2)).model;

describe("a solver's thread", () => {
  test("answers as the solver does, in turn", async () => {
    const { solve } = thread();
    const own = highsSolver();
    const models = cases.slice(0, 4).map(({ problem }) => formulate(planCase(problem)).model);
    const answers = await Promise.all(models.map((model) => solve(model)));
    for (const [i, model] of models.entries()) expect(answers[i]).toEqual(await own(model));
  });
  test("an aborted signal ends a search under way", async () => {
    const abort = new AbortController();
    const { solve } = thread({ signal: abort.signal });
    const found = solve(hard, { gap_frac: 0 });
    setTimeout(() => abort.abort(new Error("enough")), 1500);
    await expect(found).rejects.toThrow("enough");
    await expect(solve(hard)).rejects.toThrow("enough");
  });
});

describe("hints", () => {
  test("a search that is asked to stop ends with the best so far, and tells where it stands", async () => {
    const told: SolveProgress[] = [];
    const stopped = await highsSolver()(hard, { gap_frac: 0, onProgress: (progress) => told.push(progress), stop: () => told.some(({ objective }) => Number.isFinite(objective)) });
    expect(stopped.status).toBe("limit");
    expect(stopped.gap_frac).toBeGreaterThan(0);
    expect(told.length).toBeGreaterThan(0);
  });
  test("a start and a basis lead to the same optimum", async () => {
    const solve = highsSolver({ gap_frac: 0, nodes: 10_000 });
    const { model } = formulate(planCase(cases.find(({ name }) => name === "launch-slots")!.problem));
    const first = await solve(model);
    expect((await solve(model, { start: first.primal })).objective).toBeCloseTo(first.objective, 9);
    const fixed = fixIntegers(model, first.primal);
    const linear = await solve(fixed);
    expect((await solve(fixed, { basis: linear.basis! })).objective).toBeCloseTo(linear.objective, 9);
  });
});
