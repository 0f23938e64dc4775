/** What was decided before a quarter, held in a model. */
import type { OptionColumns, VehicleColumns } from "./families/index.ts";
import type { LinearModel } from "./linear-model.ts";
import { waysOf } from "./plan-case.ts";
import type { Past, PlanCase } from "./plan-case.ts";

interface Columns {
  readonly options: readonly Pick<OptionColumns, "bought">[];
  readonly vehicles: readonly Pick<VehicleColumns, "launch">[];
}

/** Columns of purchases and launches by the id of their way or vehicle. */
export const decisionColumns = (problem: PlanCase, { options, vehicles }: Columns): { readonly bought: readonly (readonly [id: string, columns: readonly (number | null)[]])[]; readonly launches: readonly (readonly [id: string, columns: readonly (number | null)[]])[] } => ({
  bought: waysOf(problem).map(({ way, o, w }) => [way.id, options[o]!.bought[w]!]),
  launches: problem.vehicles.map(({ id }, v) => [id, vehicles[v]!.launch]),
});

/** A solver's tolerance on a bound. */
const TOLERANCE = 1e-6;

/** What of a past a problem has not, or not so much of. */
export const notOnOffer = (problem: PlanCase, { model, layout, past }: { readonly model: LinearModel; readonly layout: Columns; readonly past: Past }): readonly string[] => {
  const { bought, launches } = decisionColumns(problem, layout);
  const most = (column: number | null | undefined): number => (column === null || column === undefined ? 0 : model.columns.upper[column]! + TOLERANCE);
  const lost = (amounts: Past["bought"], all: typeof bought): readonly string[] => Object.entries(amounts).filter(([id, values]) => {
    const there = all.find(([other]) => other === id)?.[1];
    return values.some((value, t) => value > most(there?.[t]));
  }).map(([id]) => id);
  return [...new Set([...lost(past.bought, bought), ...lost(past.launches, launches)])];
};

/** The model with what was decided as it was. Throws where it has not so much on offer: `notOnOffer` asks before. */
export const holdPast = (model: LinearModel, { problem, layout }: { readonly problem: PlanCase; readonly layout: Columns }): LinearModel => {
  const { past } = problem;
  if (past === undefined) return model;
  const lost = notOnOffer(problem, { model, layout, past });
  if (lost.length > 0) throw new Error(`the model has not on offer what was bought before: ${lost.join(", ")}`);
  const [lower, upper] = [model.columns.lower.slice(), model.columns.upper.slice()];
  const { bought, launches } = decisionColumns(problem, layout);
  const hold = (amounts: Past["bought"], all: typeof bought): void => {
    for (const [id, columns] of all) {
      columns.slice(0, past.quarters).forEach((column, t) => {
        if (column === null) return;
        const value = amounts[id]?.[t];
        lower[column] = upper[column] = value === undefined ? 0 : value;
      });
    }
  };
  hold(past.bought, bought);
  hold(past.launches, launches);
  return { ...model, columns: { ...model.columns, lower, upper } };
};
