/** What a plan costs and is worth, its decisions frozen. */
export { evaluateFrozen, frozenPlan, present } from "./frozen-plan.ts";
export type { FrozenPlan, FrozenTerms, FrozenValue } from "./frozen-plan.ts";
export { annuityFactor, deliveredShare } from "./option.ts";
export type { Factors, FrozenOption } from "./option.ts";
export { levelise, leveliseFrozen, levelisedShare } from "./levelise.ts";
