/**
 * What one more on order when the horizon starts would be worth, in the quarters in which nothing ordered since can be had: a lead is a limit too.
 *
 *   worth in quarter t < lead = what one more that can be had from t on would save, in dollars of t
 *
 * in the linear program with launches in parts: with whole ones as they are, one more platform has nothing to fly on. Only where all that can be had
 * is used before the first new order is there. The duals of these balances only say which to ask: what is open cannot be less than nothing, and any
 * price above the true one is a dual there (margin.ts finds it).
 */
import { formulate } from "./formulate.ts";
import { reader } from "./decisions.ts";
import { inParts, type Solve } from "./linear-model.ts";
import { ordersOf, type OrderOf } from "./plan-case.ts";
import { MEGA, NOTHING_USD, type Limit, type Priced } from "./shadow-prices.ts";

/** Units or launches that are open and below this are none. */
const OPEN = 1e-6;

export interface Leads {
  /** The plan with launches in parts. */
  readonly inParts: Priced;
  /** Balances that may be worth something, by order and quarter. */
  readonly limits: readonly Limit[];
}

/** The leads that may bind; null where none can. */
export const leadsOf = async ({ problem, layout, solution }: Priced, solve: Solve): Promise<Leads | null> => {
  const read = reader(solution.primal);
  const scarce = ordersOf(problem).flatMap((order, i) => {
    const { open, row } = layout.orders[i]!;
    const within = open.slice(0, order.terms.lead);
    return within.flatMap((_, t) => (within.slice(t).some((column) => read(column) < OPEN) ? [{ order, t, row: row[t]! }] : []));
  });
  if (scarce.length === 0) return null;
  const model = inParts(formulate(problem).model);
  const parts: Priced = { problem, layout, model, solution: await solve(model) };
  const limits = scarce.map(({ order, t, row }) => orderLimit(parts, order, { t, row })).filter(({ value_usd }) => value_usd > NOTHING_USD);
  return { inParts: parts, limits };
};

const orderLimit = ({ problem: { quarters, options, factor }, solution }: Priced, { id, of, index, terms }: OrderOf, { t, row }: { readonly t: number; readonly row: number }): Limit => {
  const value_usd = (-solution.rowDual[row]! * MEGA) / factor[t]!;
  return {
    quarter: quarters[t]!, limit: id, value_usd, coarse_usd: value_usd, amount: terms.held, outer: true, doubtful: true,
    counted: `${of === "units" ? options[index]!.counted : "launches"} on order at the start`,
    per: `${of === "units" ? "unit" : "launch"} on order for the quarter`,
    move: { rows: [row], columns: [], by: 1 },
  };
};
