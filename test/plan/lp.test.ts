/**
 * LP text of small cases, one a constraint family, against files that were read line by line against the equations in formulate.ts;
 * and their optima, worked out by hand in golden-cases.ts, from HiGHS.
 * To look at a changed text: GOLDEN_LP_OUT=dir npx vitest run test/plan/lp.test.ts writes what the planner makes now.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import highsModule from "highs";
import type { Highs } from "highs";
import { describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { formulate, toLp, toMps } from "../../src/plan/index.ts";
import { planCase } from "./cases.ts";
import { cases } from "./golden-cases.ts";

const highs = await (highsModule as unknown as () => Promise<Highs>)();
const readByHighs = (text: string): number => highs.solve(text, { output_flag: false }).ObjectiveValue;
const mpsByHighs = (data: string): number => {
  const model = highs.createModel();
  model.options.set({ output_flag: false });
  model.readModel({ format: "mps", data });
  model.run();
  const objective = model.getObjectiveValue();
  model.dispose();
  return objective;
};

describe("LP text and optimum", () => {
  test.each(cases)("$name", async ({ name, problem: given, optimum }) => {
    const { model } = formulate(planCase(given));
    const text = toLp(model);
    const out = process.env["GOLDEN_LP_OUT"];
    if (out !== undefined) {
      mkdirSync(out, { recursive: true });
      writeFileSync(`${out}/${name}.lp`, text);
    }
    const solution = await solveHighs(model);
    expect(solution.status).toBe("optimal");
    expect(solution.objective).toBeCloseTo(optimum, 6);
    // HiGHS reads both texts as the same model.
    expect(readByHighs(text)).toBeCloseTo(optimum, 6);
    expect(mpsByHighs(toMps(model))).toBeCloseTo(optimum, 6);
    expect(text).toBe(readFileSync(new URL(`lp/${name}.lp`, import.meta.url), "utf8"));
  });
});
