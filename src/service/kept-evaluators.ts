/** The evaluators of the last cases, with all that their campaigns stand on: a frontier after a campaign flies nothing again. */
import type { Correlation, Evaluator } from "../risk/index.ts";
import { compileEvaluator, evaluatorBase, riskInputs, type BasePorts, type EvaluatorBase } from "../run/index.ts";
import type { Problem, Scenario } from "../scenario/index.ts";
import { loadCase, type Case } from "./case.ts";
import { lastFew } from "./last-few.ts";

export type CaseEvaluator =
  | { readonly ok: true; readonly scenario: Scenario; readonly base: EvaluatorBase; readonly evaluator: Evaluator; readonly correlations: readonly Correlation[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly why: string };

export type EvaluatorKept = (given: Case, ports: BasePorts) => Promise<CaseEvaluator>;

/** Purchases and launches are held at those of the centre, flights interpolated: as `dawndusk risk` does unless told. */
const HELD = { plan: "frozen", flight: "interpolated" } as const;
const KEPT = 2;

/** Runs the centre of a case and flies about it, or gives what is kept of that. Throws NotEvaluated or RangeError where the case has no evaluator. */
export const keptEvaluators = (): EvaluatorKept => {
  const kept = lastFew<CaseEvaluator & { readonly ok: true }>(KEPT);
  return async (given, ports) => {
    const known = kept.of(given);
    if (known !== undefined) return known;
    const loaded = loadCase(given);
    if (!loaded.ok) return loaded;
    const { scenario } = loaded;
    const { inputs, correlations, notes } = await riskInputs(scenario, HELD, ports);
    if (inputs.length === 0) return { ok: false, why: "the scenario has no uncertain field: write one as a distribution" };
    const base = await evaluatorBase(scenario, { inputs, ...HELD }, ports);
    const compiled = compileEvaluator(scenario, base);
    const found = { ok: true, scenario, base, correlations, evaluator: { ...compiled, notes: [...notes, ...compiled.notes] } } as const;
    kept.keep(given, found);
    return found;
  };
};
