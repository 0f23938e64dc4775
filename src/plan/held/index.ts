/** A plan whose decisions are held while prices and physics move. */
export { holdPlan, type HeldPlan } from "./held-record.ts";
export { heldAt, operate, type Held, type Operated } from "./operate.ts";
export { heldLaunches, missingFor } from "./held-decisions.ts";
export { heldPlan } from "./held-plan.ts";
export { heldCosts, isPlain, type HeldCost } from "./held-cost.ts";
export { brokenLimits } from "./carried-out.ts";
export { decideNow, decidePlan, type SolveNow } from "./decide.ts";
export { columnsOf, type Columns } from "./columns.ts";
