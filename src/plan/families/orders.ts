/**
 * Orders of what is had only later: platforms from their maker, launches from a manifest.
 *
 *   open   open(t) = open(t-1) + ordered(t - lead) - had(t),   open >= 0, open before the horizon = held
 *          had: units bought by all ways of an option, or launches of a vehicle
 *
 * `ordered` is bought first and used `lead` quarters later or after: an order that the vehicle cannot fly yet, or that nobody has a use for,
 * stays open. Its deposit is paid with it at the price of its quarter; the rest, at the price of the quarter in which it is had, only for what
 * is had. An order that comes to nothing has cost its deposit. Nothing is ordered whose lead ends beyond the horizon: there is no column.
 */
import type { Term } from "../model-builder.ts";
import type { OrderOf } from "../plan-case.ts";
import { one, type Context, type OptionColumns, type OrderColumns, type VehicleColumns } from "./context.ts";

interface Columns {
  readonly options: readonly Pick<OptionColumns, "bought">[];
  readonly vehicles: readonly Pick<VehicleColumns, "launch">[];
}

/** Adds what is ordered, and what is open of it. */
export const addOrder = ({ m, q, price }: Context, order: OrderOf, columns: Columns): OrderColumns => {
  const { name: id, of, terms: { lead, held } } = order;
  const name = `${of}_${id}`;
  const ordered = q.map((quarter, t) => (t + lead < q.length ? m.column({ name: `ordered_${name}_${quarter}`, cost: price.ordered(order, t) }) : null));
  const open = q.map((quarter) => m.column({ name: `open_${name}_${quarter}` }));
  const row = q.map((quarter, t) => {
    const before: readonly Term[] = t === 0 ? [] : [[open[t - 1]!, -1]];
    const due = t < lead ? [] : one(ordered[t - lead]!, -1);
    return m.equal(`order_${name}_${quarter}`, [[open[t]!, 1], ...before, ...due, ...had(order, { columns, t })], t === 0 ? held : 0);
  });
  return { ordered, open, row };
};

const had = ({ of, index }: OrderOf, { columns, t }: { readonly columns: Columns; readonly t: number }): readonly Term[] =>
  (of === "launches" ? one(columns.vehicles[index]!.launch[t]!) : columns.options[index]!.bought.flatMap((way) => one(way[t]!)));
