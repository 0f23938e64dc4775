/**
 * Orders of what is had only later: platforms from their maker, launches from a manifest.
 *
 *   open   open(t) = open(t-1) + ordered(t - lead) - had(t),   open >= 0, open before the horizon = held
 *          had: units bought by all ways of an option, or launches of a vehicle
 *
 *   own    own(t) = own(t-1) + ordered(t - lead) - (sum over ways of each x taken(w,t) - fromHeld(w,t)),   own >= 0, fromHeld <= each x taken
 *          only where what is held must be told from what is ordered, for its deposit leaves no salvage (capital-cost.ts): those had out of what
 *          was held. Of launches those count that the units aboard fill
 *
 * `ordered` is bought first and used `lead` quarters later or after: an order that the vehicle cannot fly yet, or that nobody has a use for,
 * stays open. Its deposit is paid with it at the price of its quarter; the rest, at the price of the quarter in which it is had, only for what
 * is had. An order that comes to nothing has cost its deposit. Nothing is ordered whose lead ends beyond the horizon: there is no column.
 */
import { takersOf, tellsHeld } from "../capital-cost.ts";
import type { Term } from "../model-builder.ts";
import type { OrderOf } from "../plan-case.ts";
import { one, type Context, type OptionColumns, type OrderColumns, type VehicleColumns } from "./context.ts";

interface Columns {
  readonly options: readonly Pick<OptionColumns, "bought">[];
  readonly vehicles: readonly Pick<VehicleColumns, "launch">[];
}

/** Adds what is ordered, and what is open of it. */
export const addOrder = (x: Context, order: OrderOf, columns: Columns): OrderColumns => {
  const { m, q, price } = x;
  const { name: id, of, terms: { lead, held } } = order;
  const name = `${of}_${id}`;
  const ordered = q.map((quarter, t) => (t + lead < q.length ? m.column({ name: `ordered_${name}_${quarter}`, cost: price.ordered(order, t) }) : null));
  const open = q.map((quarter) => m.column({ name: `open_${name}_${quarter}` }));
  const row = q.map((quarter, t) => {
    const before: readonly Term[] = t === 0 ? [] : [[open[t - 1]!, -1]];
    const due = t < lead ? [] : one(ordered[t - lead]!, -1);
    return m.equal(`order_${name}_${quarter}`, [[open[t]!, 1], ...before, ...due, ...had(order, { columns, t })], t === 0 ? held : 0);
  });
  return { ordered, open, row, fromHeld: addHeld(x, order, { ...columns, ordered }) };
};

/** Adds what is had out of what was held, by the ways that take of the order: where it is told, and from the lead on, before which nothing else can be had. */
const addHeld = ({ m, q, c, price }: Context, order: OrderOf, { options, ordered }: Pick<Columns, "options"> & Pick<OrderColumns, "ordered">): OrderColumns["fromHeld"] => {
  const name = `${order.of}_${order.name}`;
  const { lead } = order.terms;
  const takers = takersOf(c, order).map((taker) => ({ taker, columns: options[taker.o]!.bought[taker.w]! }));
  if (!tellsHeld(c, order)) return takers.map(() => q.map(() => null));
  const fromHeld = takers.map(({ taker, columns }) => q.map((quarter, t) => (columns[t] === null || t < lead ? null : m.column({ name: `fromheld_${name}_${taker.way.name}_${quarter}`, cost: price.fromHeld(order, taker, t) }))));
  const own = q.map((quarter, t) => (t < lead ? null : m.column({ name: `own_${name}_${quarter}` })));
  q.forEach((quarter, t) => {
    if (t < lead) return;
    const taken = takers.flatMap(({ taker: { each }, columns }, i) => [...one(columns[t]!, each), ...one(fromHeld[i]![t]!, -1)]);
    m.equal(`ownkept_${name}_${quarter}`, [...one(own[t]!), ...one(own[t - 1]!, -1), ...one(ordered[t - lead]!, -1), ...taken], 0);
    takers.forEach(({ taker: { each, way }, columns }, i) => m.atMost(`fromheldmost_${name}_${way.name}_${quarter}`, [...one(fromHeld[i]![t]!), ...one(columns[t]!, -each)], 0));
  });
  return fromHeld;
};

const had = ({ of, index }: OrderOf, { columns, t }: { readonly columns: Columns; readonly t: number }): readonly Term[] =>
  (of === "launches" ? one(columns.vehicles[index]!.launch[t]!) : columns.options[index]!.bought.flatMap((way) => one(way[t]!)));
