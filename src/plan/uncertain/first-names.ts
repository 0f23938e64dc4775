import type { Formulation } from "../formulate.ts";
import { decisionColumns, KINDS } from "../past.ts";
import type { PlanCase } from "../plan-case.ts";

/** Names of the columns of purchases, launches, orders and cargo in the first quarters. */
export const firstNames = (problem: PlanCase, { model, layout, quarters }: Formulation & { readonly quarters: number }): readonly string[] => {
  const columns = decisionColumns(problem, layout);
  return KINDS.flatMap((kind) => columns[kind]).flatMap(([, all]) => all.slice(0, quarters).flatMap((column) => (column === null ? [] : [model.columns.name[column]!])));
};
