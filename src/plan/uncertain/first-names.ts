import type { Formulation } from "../formulate.ts";
import { decisionColumns } from "../past.ts";
import type { PlanCase } from "../plan-case.ts";

/** Names of the columns of purchases and launches in the first quarters. */
export const firstNames = (problem: PlanCase, { model, layout, quarters }: Formulation & { readonly quarters: number }): readonly string[] => {
  const { bought, launches } = decisionColumns(problem, layout);
  return [...bought, ...launches].flatMap(([, columns]) => columns.slice(0, quarters).flatMap((column) => (column === null ? [] : [model.columns.name[column]!])));
};
