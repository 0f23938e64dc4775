/** A held plan in another problem, as the record that `finance` reads. */
import { buildsOf, classesOf, ordersPlaced, planLedger } from "../interpret.ts";
import { cargoOf, manifestOf } from "../manifest.ts";
import { planOptions } from "../options.ts";
import type { PlanCase } from "../plan-case.ts";
import type { Plan } from "../plan-record.ts";
import { heldDecisions } from "./held-decisions.ts";
import type { Held } from "./operate.ts";

/** The plan with these decisions; without duals, twins and alternatives, which are a solved plan's. */
export const heldPlan = (problem: PlanCase, held: Held): Plan => {
  const decisions = heldDecisions(problem, held);
  const build = buildsOf(decisions);
  return {
    status: "optimal", why: [], quarters: problem.quarters, options: planOptions(problem), build,
    classes: classesOf(decisions), orders: ordersPlaced(decisions), manifest: manifestOf(decisions, build), cargo: cargoOf(decisions, build),
    shadowPrices: [], binding: problem.quarters.map(() => ""), ledger: planLedger(decisions, build), twins: [], alternatives: [],
    solver: { name: "held", variables: 0, constraints: 0, nonzeros: 0, integers: 0, gap_frac: 0, objective_usd: 0 },
    notes: [],
  };
};
