/** Evaluation of one scenario at many values of its uncertain fields. */
export { evaluatorBase, type BasePorts, type EvaluatorBase, type EvaluatorOptions } from "./base.ts";
export { compileEvaluator, type EvaluatorPorts } from "./evaluator.ts";
export type { FlightTable } from "./flight-table.ts";
export { NotEvaluated } from "./not-evaluated.ts";
export { OUTCOMES, TIERS, type OutcomeKey } from "./outcomes.ts";
