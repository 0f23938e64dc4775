/**
 * When what was ordered is had: first ordered, first had, after its lead; what was held when the plan began goes first.
 *
 * What is never had is lost: it is told as had in the quarter after the last.
 */
import type { Plan } from "../../plan/index.ts";
import type { Scenario } from "../../scenario/index.ts";

export interface Orders {
  /** Share of the price that is paid with the order. */
  readonly deposit_frac: number;
  /** Ordered in each quarter: of a way its share of all. */
  readonly ordered: readonly number[];
  /** Of the orders of each quarter: when which share of them is had; the number of quarters for never. */
  readonly used: readonly (readonly { readonly at: number; readonly share: number }[])[];
}

/** Below this share of an order nothing is left of it. */
const NOTHING = 1e-9;

/** Orders of a kind, "order/platforms" or of a vehicle; null where none is placed with a lead. */
export const ordersOf = (scenario: Scenario, plan: Plan, { id, part_frac }: { readonly id: string; readonly part_frac: number }): Orders | null => {
  const placed = plan.orders.find((order) => order.id === id);
  const terms = id === "order/platforms" ? scenario.plan.platformOrder : scenario.launch.vehicles.find((vehicle) => `order/${vehicle.id}` === id)?.order;
  if (placed === undefined || terms === undefined || terms === null) return null;
  const had = placed.of === "units" ? unitsHad(plan, id) : launchesHad(plan, id.slice("order/".length));
  return { deposit_frac: terms.deposit_frac, ordered: placed.ordered.map((units) => units * part_frac), used: usedBy(placed.ordered, { lead: Math.round(placed.lead_yr * 4), held: terms.held, had }) };
};

/** Units of every way whose units are ordered together, by quarter. */
export const unitsHad = ({ quarters, build, options }: Pick<Plan, "quarters" | "build" | "options">, orders: string | null): readonly number[] => {
  const ordered = build.filter(({ option }) => options.find(({ id }) => id === option)!.orders === orders);
  return quarters.map((_, t) => ordered.reduce((sum, { built }) => sum + built[t]!, 0));
};

const launchesHad = ({ quarters, manifest }: Plan, vehicle: string): readonly number[] =>
  quarters.map((quarter) => manifest.reduce((sum, entry) => (entry.vehicle === vehicle && entry.quarter === quarter ? sum + entry.launches : sum), 0));

/** First in, first out. */
export const usedBy = (ordered: readonly number[], { lead, held, had }: { readonly lead: number; readonly held: number; readonly had: readonly number[] }): Orders["used"] => {
  const used = ordered.map((): { at: number; share: number }[] => []);
  const left = [...ordered];
  let ready = held;
  let first = 0;
  had.forEach((units, at) => {
    let wanted = units - Math.min(units, ready);
    ready -= units - wanted;
    while (wanted > NOTHING && first < ordered.length && first + lead <= at) {
      const taken = Math.min(wanted, left[first]!);
      if (taken > 0) used[first]!.push({ at, share: taken / ordered[first]! });
      left[first]! -= taken;
      wanted -= taken;
      if (left[first]! <= NOTHING * ordered[first]!) first++;
      else break;
    }
  });
  left.forEach((units, s) => ordered[s]! > 0 && units > NOTHING * ordered[s]! && used[s]!.push({ at: ordered.length, share: units / ordered[s]! }));
  return used;
};
