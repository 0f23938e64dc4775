/** Levelised cost by every convention, and what the plan's cash is worth. */
export type { LevelisedVariant, LevelisedVariantName, Measure, PeriodPoint, PowerCost, ProjectMeasures } from "./measure-record.ts";
export { levelisedVariants } from "./levelised-variants.ts";
export type { VariantTerms } from "./levelised-variants.ts";
export { powerCost } from "./power-cost.ts";
export { projectMeasures } from "./project-measures.ts";
export type { ProjectCash } from "./project-measures.ts";
