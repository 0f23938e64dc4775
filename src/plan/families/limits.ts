/**
 * Limits that options or vehicles share: grid phases, build rates, factory lines, slots in orbit, pads, targets.
 *
 *   most   sum of each x (bought(t), held(t) or launch(t)) <= amount(t)
 *   least  sum of each x ... (+ missed(t)) >= amount(t)
 */
import type { Term } from "../model-builder.ts";
import type { LimitCase } from "../plan-case.ts";
import { one, type Context, type LimitRows, type OptionColumns, type VehicleColumns } from "./context.ts";

type Stocks = { readonly options: readonly Pick<OptionColumns, "bought" | "held">[]; readonly vehicles: readonly VehicleColumns[] };

/** Adds one limit, a row a quarter. */
export const addLimit = ({ m, q, price }: Context, limit: LimitCase, stocks: Stocks): LimitRows => {
  const elastic = limit.sense === "least" && price.missed !== null;
  const miss = q.map((name) => (elastic ? m.column({ name: `miss_${limit.name}_${name}`, cost: price.missed! }) : null));
  const row = q.map((name, t) => {
    const used = limit.uses.flatMap((use) => taken(limit, { use, t, stocks }));
    if (limit.sense === "least") return m.atLeast(`${limit.name}_${name}`, [...used, ...one(miss[t]!)], limit.amount[t]!);
    return m.atMost(`${limit.name}_${name}`, used, limit.amount[t]!);
  });
  return { row, miss };
};

const taken = ({ of }: LimitCase, { use, t, stocks }: { readonly use: LimitCase["uses"][number]; readonly t: number; readonly stocks: Stocks }): readonly Term[] => {
  switch (of) {
    case "bought": return stocks.options[use.index]!.bought.flatMap((columns) => one(columns[t]!, use.each));
    case "standing": return [[stocks.options[use.index]!.held[t]!, use.each]];
    case "launches": return one(stocks.vehicles[use.index]!.launch[t]!, use.each);
  }
};
