/**
 * A held plan as the decisions of another problem: what interpret.ts reads, so that its ledger is the plan's own.
 *
 *   launches = as decided + what the units bought fill more or less of them now; whole ones by what that rounds up to
 *
 * Orders stand as they were placed.
 */
import { takersOf } from "../capital-cost.ts";
import { steady } from "../by-quarter.ts";
import type { Decisions } from "../decisions.ts";
import { roundUp } from "../families/index.ts";
import type { Layout } from "../formulate.ts";
import { ordersOf, type PlanCase } from "../plan-case.ts";
import { decidedOf, filledOf, type ById, type HeldPlan } from "./held-record.ts";
import { operate, type Held, type Operated } from "./operate.ts";

/** Launches of each vehicle of the problem. */
export const heldLaunches = (problem: PlanCase, { launches, filled, bought }: HeldPlan): readonly (readonly number[])[] => problem.vehicles.map(({ id, integer }, v) => {
  const quarters = problem.quarters.length;
  const [decided, planned] = [decidedOf(launches, id, quarters), decidedOf(filled, id, quarters)];
  const now = filledOf(problem, v, (o, w) => decidedOf(bought, problem.options[o]!.ways[w]!.id, quarters));
  const flown = steady(0, problem.quarters);
  for (let t = 0; t < quarters; t++) {
    const more = integer ? roundUp(now[t]!) - roundUp(planned[t]!) : now[t]! - planned[t]!;
    flown[t] = now[t] === planned[t] ? decided[t]! : Math.max(0, decided[t]! + more);
  }
  return flown;
});

/** Ways, vehicles and options that the plan uses and the problem no longer has: with any of them it cannot be carried out. */
export const missingFor = ({ options, vehicles }: PlanCase, { used }: Held): readonly string[] => {
  const missing: string[] = [];
  for (const id of used.ways) if (!options.some(({ ways }) => has(ways, id))) missing.push(id);
  for (const id of used.vehicles) if (!has(vehicles, id)) missing.push(id);
  for (const id of used.options) if (!has(options, id)) missing.push(id);
  return missing;
};

const has = (list: readonly { readonly id: string }[], id: string): boolean => {
  for (const one of list) if (one.id === id) return true;
  return false;
};

/** The plan's decisions in a problem that misses nothing of it. */
export const heldDecisions = (problem: PlanCase, held: Held): Decisions => {
  const values: number[] = [];
  const column = (value: number): number => values.push(value) - 1;
  const layout = layoutOf(problem, { held, operated: operate(problem, held), columns: (of) => Array.from(of, column) });
  return { problem, layout, read: (at) => (at === null ? 0 : values[at]!) };
};

interface Laid {
  readonly held: Held;
  readonly operated: Operated;
  /** New columns with these values. */
  readonly columns: (values: ArrayLike<number>) => readonly number[];
}

const layoutOf = (problem: PlanCase, { held: { plan }, operated, columns }: Laid): Layout => {
  const none = problem.quarters.map(() => null);
  const decided = (of: ById, id: string): readonly number[] => columns(decidedOf(of, id, problem.quarters.length));
  const launches = heldLaunches(problem, plan);
  return {
    options: problem.options.map(({ ways }, o) => {
      const [inService, ready] = [columns(operated.inService[o]!), columns(operated.ready[o]!)];
      const idle = problem.cargo.some(({ option }) => option === o) ? columns(operated.idle[o]!) : null;
      return { bought: ways.map(({ id }) => decided(plan.bought, id)), held: inService, inService, able: ready, ready, idle, run: columns(operated.run[o]!), ableRow: [] };
    }),
    vehicles: problem.vehicles.map(({ id }, v) => ({ launch: columns(launches[v]!), givenUp: decided(plan.givenUp, id), slotsRow: none })),
    limits: [],
    pools: operated.served.map((classes) => classes.map(columns)),
    short: operated.short.map(columns),
    cash: null,
    cargo: problem.cargo.map(({ id, vehicles }) => ({ loaded: vehicles.map((v) => decided(plan.loaded, `${id} on ${problem.vehicles[v]!.id}`)), kept: decided(plan.kept, id) })),
    orders: ordersOf(problem).map((order) => ({ ordered: decided(plan.ordered, order.id), open: columns(problem.quarters.map(() => 0)), row: [], fromHeld: takersOf(problem, order).map(({ way }) => decided(plan.fromHeld, `${order.id} on ${way.id}`)) })),
  };
};
