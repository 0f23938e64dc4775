/** What must be true for orbit to cost what ground does. */
import { ladderAloneTable, ladderChart, ladderTable, type Table, type WaterfallChart } from "../report/index.ts";
import { ladderOf } from "../risk/index.ts";
import { compileEvaluator, evaluatorBase, NotEvaluated, riskInputs, type BasePorts } from "../run/index.ts";
import type { Problem } from "../scenario/index.ts";
import { loadCase, type Case } from "./case.ts";

export type CaseLadder =
  | { readonly ok: true; readonly reached: boolean; readonly chart: WaterfallChart | null; readonly tables: readonly Table[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly why: string };

const NAMES = { what: "orbit over ground", unit: "x" } as const;
const HELD = { plan: "frozen", flight: "interpolated" } as const;

export const ladderCase = async (given: Case, ports: BasePorts): Promise<CaseLadder> => {
  const loaded = loadCase(given);
  if (!loaded.ok) return loaded;
  const { scenario } = loaded;
  try {
    const { inputs, notes } = await riskInputs(scenario, HELD, ports);
    const evaluator = compileEvaluator(scenario, await evaluatorBase(scenario, { inputs, ...HELD }, ports));
    const values = new Map(scenario.assumptions.map(({ path, value }) => [path, value]));
    const centre = inputs.map(({ path }) => values.get(path)).map((value, i) => (typeof value === "number" ? value : missing(inputs[i]!.path)));
    const ladder = ladderOf({ evaluator, centre, outcome: "ratio", goal: 1 });
    return { ok: true, reached: ladder.reached, chart: ladderChart(ladder, NAMES), tables: [ladderTable(ladder, NAMES), ladderAloneTable(ladder, NAMES)], notes };
  } catch (error) {
    // What cannot be evaluated says so in words; anything else is a fault of ours.
    if (error instanceof RangeError || error instanceof NotEvaluated || (error instanceof Error && error.name === "Error")) return { ok: false, why: error.message };
    throw error;
  }
};

const missing = (path: string): never => {
  throw new RangeError(`${path} has no value to begin from`);
};
