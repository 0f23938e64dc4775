/** What was decided before a quarter, held in a model. */
import type { CargoColumns, OptionColumns, OrderColumns, VehicleColumns } from "./families/index.ts";
import type { LinearModel } from "./linear-model.ts";
import { ordersOf, waysOf } from "./plan-case.ts";
import type { Past, PlanCase } from "./plan-case.ts";

interface Columns {
  readonly options: readonly Pick<OptionColumns, "bought">[];
  readonly vehicles: readonly Pick<VehicleColumns, "launch">[];
  readonly orders: readonly Pick<OrderColumns, "ordered">[];
  readonly cargo: readonly Pick<CargoColumns, "loaded">[];
}

type Named = readonly (readonly [id: string, columns: readonly (number | null)[]])[];

/** What a past holds, by kind. */
export const KINDS = ["bought", "launches", "ordered", "loaded"] as const;
export type Kind = (typeof KINDS)[number];

/** Columns of purchases, launches, orders and cargo by the id of their way, vehicle, order, or cargo and vehicle. */
export const decisionColumns = (problem: PlanCase, { options, vehicles, orders, cargo }: Columns): Readonly<Record<Kind, Named>> => ({
  bought: waysOf(problem).map(({ way, o, w }) => [way.id, options[o]!.bought[w]!]),
  launches: problem.vehicles.map(({ id }, v) => [id, vehicles[v]!.launch]),
  ordered: ordersOf(problem).map(({ id }, i) => [id, orders[i]!.ordered]),
  loaded: problem.cargo.flatMap((one, k) => one.vehicles.map((v, i) => [loadName(one.id, problem.vehicles[v]!.id), cargo[k]!.loaded[i]!] as const)),
});

/** "krypton on starship". */
export const loadName = (cargo: string, vehicle: string): string => `${cargo} on ${vehicle}`;

/** A solver's tolerance on a bound. */
const TOLERANCE = 1e-6;

/** What of a past a problem has not, or not so much of. */
export const notOnOffer = (problem: PlanCase, { model, layout, past }: { readonly model: LinearModel; readonly layout: Columns; readonly past: Past }): readonly string[] => {
  const columns = decisionColumns(problem, layout);
  const most = (column: number | null | undefined): number => (column === null || column === undefined ? 0 : model.columns.upper[column]! + TOLERANCE);
  const lost = (amounts: Past["bought"], all: Named): readonly string[] => Object.entries(amounts).filter(([id, values]) => {
    const there = all.find(([other]) => other === id)?.[1];
    return values.some((value, t) => value > most(there?.[t]));
  }).map(([id]) => id);
  return [...new Set(KINDS.flatMap((kind) => lost(past[kind], columns[kind])))];
};

/** The model with what was decided as it was. Throws where it has not so much on offer: `notOnOffer` asks before. */
export const holdPast = (model: LinearModel, { problem, layout }: { readonly problem: PlanCase; readonly layout: Columns }): LinearModel => {
  const { past } = problem;
  if (past === undefined) return model;
  const lost = notOnOffer(problem, { model, layout, past });
  if (lost.length > 0) throw new Error(`the model has not on offer what was bought before: ${lost.join(", ")}`);
  const [lower, upper] = [model.columns.lower.slice(), model.columns.upper.slice()];
  const columns = decisionColumns(problem, layout);
  const hold = (amounts: Past["bought"], all: Named): void => {
    for (const [id, quarters] of all) {
      quarters.slice(0, past.quarters).forEach((column, t) => {
        if (column === null) return;
        const value = amounts[id]?.[t];
        lower[column] = upper[column] = value === undefined ? 0 : value;
      });
    }
  };
  for (const kind of KINDS) hold(past[kind], columns[kind]);
  return { ...model, columns: { ...model.columns, lower, upper } };
};
