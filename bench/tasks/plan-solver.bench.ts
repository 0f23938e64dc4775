/**
 * A large build-out (60 quarters, 8 vehicles, 12 options, 3 classes) at its default gap and whole numbers; and its linear programs solved again
 * after a change of every launch price: with the launches fixed, and without whole numbers.
 */
import { highsSolver } from "../../src/solver/index.ts";
import { fixIntegers, formulate, gapFor } from "../../src/plan/index.ts";
import type { LinearModel } from "../../src/plan/index.ts";
import { largeCase } from "../plan-case.ts";
import { timed } from "../timed.ts";

const raised = (model: LinearModel): LinearModel => ({ ...model, columns: { ...model.columns, cost: model.columns.cost.map((cost, j) => (model.columns.name[j]!.startsWith("launch_") ? cost * 1.1 : cost)) } });

const { model } = formulate(largeCase(1));
const solve = highsSolver();

const again_ms = async (linear: LinearModel): Promise<number> => {
  const { basis } = await solve(linear);
  const { cpu_s } = await timed(() => solve(raised(linear), { basis: basis! }));
  return cpu_s * 1000;
};

// The solver is loaded before it is timed.
const free: LinearModel = { ...model, columns: { ...model.columns, integer: new Uint8Array(model.columns.integer.length) } };
const relaxedAgain_ms = await again_ms(free);
const { cpu_s, result } = await timed(() => solve(model, gapFor(model)));
console.log(JSON.stringify({
  task: "plan-solver", columns: model.columns.name.length, integers: model.columns.integer.reduce((a, b) => a + b, 0), nonzeros: model.matrix.value.length,
  large_cpu_s: cpu_s, gap_frac: result.gap_frac, fixedAgain_ms: await again_ms(fixIntegers(model, result.primal)), relaxedAgain_ms,
}));
