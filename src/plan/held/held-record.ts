/** A plan whose decisions are held while prices and physics move: what was decided, by the ids of the problem. Plain and serialisable. */
import { steady } from "../by-quarter.ts";
import type { Decisions } from "../decisions.ts";
import { takersOf } from "../capital-cost.ts";
import { ordersOf, waysOf, type PlanCase } from "../plan-case.ts";

export type ById = Readonly<Record<string, readonly number[]>>;

export interface HeldPlan {
  /** Units bought by each way, launches of each vehicle, by quarter. */
  readonly bought: ById;
  readonly launches: ById;
  /** Launches that the units fill, parts of them counted. */
  readonly filled: ById;
  readonly givenUp: ById;
  /** By the ids of orders; and "order/platforms on orbit/starship". */
  readonly ordered: ById;
  readonly fromHeld: ById;
  /** "krypton on starship"; what is kept of each cargo; units of an option that lack any. */
  readonly loaded: ById;
  readonly kept: ById;
  readonly idle: ById;
  /** MW that each option runs; MW of each class that each pool serves ("ground chat"), that is wanted, and that is not served. */
  readonly run: ById;
  readonly served: ById;
  readonly wanted: ById;
  readonly short: ById;
}

/** What a solved problem decides. */
export const holdPlan = ({ problem, layout, read }: Decisions): HeldPlan => {
  const { options, vehicles, pools, classes, cargo } = problem;
  const columns = (of: readonly (number | null)[]): readonly number[] => of.map(read);
  const entries = <T>(list: readonly T[], entry: (one: T, i: number) => readonly [string, readonly number[]]): ById => Object.fromEntries(list.map(entry));
  return {
    bought: entries(waysOf(problem), ({ way, o, w }) => [way.id, columns(layout.options[o]!.bought[w]!)]),
    launches: entries(vehicles, ({ id, integer }, v) => [id, columns(layout.vehicles[v]!.launch).map((n) => (integer ? Math.round(n) : n))]),
    filled: entries(vehicles, ({ id }, v) => [id, filledOf(problem, v, (o, w) => columns(layout.options[o]!.bought[w]!))]),
    givenUp: entries(vehicles, ({ id }, v) => [id, columns(layout.vehicles[v]!.givenUp)]),
    ordered: entries(ordersOf(problem), ({ id }, i) => [id, columns(layout.orders[i]!.ordered)]),
    fromHeld: Object.fromEntries(ordersOf(problem).flatMap((order, i) => takersOf(problem, order).map(({ way }, k) => [`${order.id} on ${way.id}`, columns(layout.orders[i]!.fromHeld[k]!)] as const))),
    loaded: Object.fromEntries(cargo.flatMap(({ id, vehicles: on }, k) => on.map((v, i) => [`${id} on ${vehicles[v]!.id}`, columns(layout.cargo[k]!.loaded[i]!)] as const))),
    kept: entries(cargo, ({ id }, k) => [id, columns(layout.cargo[k]!.kept)]),
    idle: entries(options, ({ id }, o) => [id, problem.quarters.map((_, t) => (layout.options[o]!.idle === null ? 0 : read(layout.options[o]!.idle![t]!)))]),
    run: entries(options, ({ id }, o) => [id, columns(layout.options[o]!.run)]),
    served: Object.fromEntries(pools.flatMap(({ id }, p) => classes.map((c, k) => [`${id} ${c.id}`, columns(layout.pools[p]![k]!)] as const))),
    wanted: entries(classes, ({ id, wanted_MW }) => [id, wanted_MW]),
    short: entries(classes, ({ id }, k) => [id, columns(layout.short[k]!)]),
  };
};

/** Launches that units bought fill on a vehicle, by quarter. */
export const filledOf = (problem: Pick<PlanCase, "options" | "quarters">, v: number, boughtOf: (o: number, w: number) => readonly number[]): readonly number[] => {
  const sums = steady(0, problem.quarters);
  problem.options.forEach(({ ways }, o) => ways.forEach(({ launch }, w) => {
    if (launch?.vehicle !== v) return;
    const bought = boughtOf(o, w);
    for (let t = 0; t < bought.length; t++) sums[t]! += bought[t]! / launch.perLaunch;
  }));
  return sums;
};

/** What was decided of one; nothing of what the plan did not know. */
export const decidedOf = (of: ById, id: string, quarters: number): readonly number[] => (Object.hasOwn(of, id) ? of[id]! : steady(0, { length: quarters }));
