/** Where the two tiers of a case break even, over two of its uncertain fields. */
import { frontierSection, type Section } from "../report/index.ts";
import { frontierOf, FRONTIER_ASKED } from "../risk/index.ts";
import type { BasePorts } from "../run/index.ts";
import type { Problem } from "../scenario/index.ts";
import type { Case } from "./case.ts";
import type { EvaluatorKept } from "./kept-evaluators.ts";
import { notEvaluated } from "./risk-case.ts";

export interface FrontierAsk {
  readonly case: Case;
  /** Paths of two fields that are varied. */
  readonly drivers: readonly [string, string];
}

export type CaseFrontier =
  | { readonly ok: true; readonly section: Section }
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly why: string };

/** The same numbers as `dawndusk risk --frontier` of these two. */
export const frontierCase = async ({ case: given, drivers }: FrontierAsk, ports: BasePorts, evaluatorKept: EvaluatorKept): Promise<CaseFrontier> => {
  try {
    const found = await evaluatorKept(given, ports);
    if (!found.ok) return found;
    const { scenario, evaluator, correlations } = found;
    const { seed } = scenario.uncertainty;
    const [choice] = evaluator.choices;
    if (choice === undefined) return { ok: false, why: "there are no two alternatives that could break even: the scenario has one tier" };
    if (drivers[0] === drivers[1]) return { ok: false, why: "two different fields are asked for" };
    const frontier = frontierOf({ evaluator, correlations, drivers, seed, choice, ...FRONTIER_ASKED });
    return { ok: true, section: frontierSection({ plan: evaluator }, frontier) };
  } catch (error) {
    return notEvaluated(error);
  }
};
