import type { Scenario } from "../scenario/index.ts";
import type { Solve } from "./linear-model.ts";
import { gapFor } from "./solve-case.ts";

/** A solver with the gap that a scenario asks for, or the one that its model is worth. */
export const searchOf = ({ plan: { gap_frac } }: Scenario, solve: Solve): Solve =>
  (model, hints = {}) => solve(model, model.columns.integer.includes(1) ? { ...(gap_frac === null ? gapFor(model) : { gap_frac }), ...hints } : hints);
