/**
 * The build-out as a linear program with whole launches: least present cost, in millions of real dollars, of serving the demand by
 * quarter or of what is not served. Power in MW, units and launches in numbers. What is bought works from the quarter it is bought in.
 *
 * One family of constraints a file, in families/: launches, orders, stock (age and retirement), limits, service (demand, use, peaks), links, cash;
 * manifest (cargo); the objective is families/objective.ts. An option is an option: no family asks what tier it is of.
 *
 * A failed launch loses its payload: what it would have computed is missing in expectation, and more is built and launched where that is
 * worth it. Units are continuous: a fraction of one is an average over quarters.
 */
import { formatQuarter } from "../units/index.ts";
import { addCash, addDemand, addLaunches, addLimit, addLink, addManifest, addOrder, addPayload, addReady, addRun, addServed, addStock, addUse, leastCost, leastMissed } from "./families/index.ts";
import type { CargoColumns, CashRows, Context, LimitRows, OptionColumns, OrderColumns, PoolColumns, Prices, VehicleColumns } from "./families/index.ts";
import { cheapestLaunch_MUsd } from "./cheapest-launch.ts";
import type { LinearModel } from "./linear-model.ts";
import { modelBuilder } from "./model-builder.ts";
import { holdPast } from "./past.ts";
import { ordersOf } from "./plan-case.ts";
import type { PlanCase } from "./plan-case.ts";

/** Indices of columns and rows by what they mean, in the order of the problem; null where there is none. Last index: the quarter. */
export interface Layout {
  readonly options: readonly OptionColumns[];
  readonly vehicles: readonly VehicleColumns[];
  readonly limits: readonly LimitRows[];
  readonly pools: readonly PoolColumns[];
  /** Not served, by class. */
  readonly short: readonly (readonly number[])[];
  readonly cash: CashRows | null;
  readonly cargo: readonly CargoColumns[];
  /** In the order of `ordersOf`. */
  readonly orders: readonly OrderColumns[];
}

export interface Formulation {
  readonly model: LinearModel;
  readonly layout: Layout;
}

/** The model of a planning problem. */
export const formulate = (problem: PlanCase): Formulation => {
  const { model, layout } = formulateWith(problem, { name: "plan", price: leastCost(problem) });
  const cheapestWhole = cheapestLaunch_MUsd(problem);
  return { model: cheapestWhole === null ? model : { ...model, cheapestWhole }, layout };
};

/** The same limits with targets that may be missed; least sum of units missing over the quarters, nothing else costs. */
export const formulateElastic = (problem: PlanCase): Formulation => formulateWith(problem, { name: "plan-elastic", price: leastMissed });

const formulateWith = (problem: PlanCase, { name, price }: { readonly name: string; readonly price: Prices }): Formulation => {
  const x: Context = { m: modelBuilder(), c: problem, q: problem.quarters.map((q) => formatQuarter(q).replace("-", "")), price };
  const vehicles = problem.vehicles.map((_, v) => addLaunches(x, v));
  const options = problem.options.map((option, o) => {
    const stock = addStock(x, option, vehicles);
    const ready = addReady(x, o, stock);
    return { ...stock, ...ready, run: addRun(x, o, ready) };
  });
  addPayload(x, { options, vehicles });
  const orders = ordersOf(problem).map((order) => addOrder(x, order, { options, vehicles }));
  const cargo = addManifest(x, { options, vehicles });
  const limits = problem.limits.map((limit) => addLimit(x, limit, { options, vehicles }));
  const pools = problem.pools.map((_, p) => addServed(x, p));
  const short = problem.classes.map((_, k) => addDemand(x, k, pools));
  pools.forEach((served, p) => {
    addUse(x, p, { options, served });
    addLink(x, p, { options, served });
  });
  const cash = problem.cash === null ? null : addCash(x, problem.cash, { options, vehicles, pools, cargo, orders });
  const layout = { options, vehicles, limits, pools, short, cash, cargo, orders };
  return { model: holdPast(x.m.finish(name), { problem, layout }), layout };
};
