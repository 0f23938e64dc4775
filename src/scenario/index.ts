/** @module The language of scenarios: the field table, its schema, loading, problems, explanations, templates. */
export * from "./field.ts";
export * from "./table/index.ts";
export * from "./scenario.ts";
export * from "./amount.ts";
export { load, loadScenario, scenarioReader, type Loaded, type LoadOptions } from "./load.ts";
export type { Files } from "./files.ts";
export { leavesEarth } from "./leaves-earth.ts";
export { withValues, type PathValue } from "./with-values.ts";
export type { Catalogue } from "./catalogue.ts";
export { formatProblem, ScenarioError, type Place, type Problem } from "./problem.ts";
export { scenarioSchema } from "./schema.ts";
export { templates, type Template } from "./templates/index.ts";
export { jsonSchema } from "./json-schema.ts";
export { explain, explainAll, formatExplanation, type Explained, type Explanation } from "./explain.ts";
export { init, SCHEMA_LINE, type Starter } from "./init.ts";
export { reference } from "./reference.ts";
export { namedField, readValue, showValue, type NamedField, type ReadValue } from "./named-field.ts";
export type { LeafRow } from "./leaf.ts";
