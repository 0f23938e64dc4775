/**
 * Money that may be out at once, M$ of each quarter.
 *
 *   money(t) - debt(t) = money(t-1) - (1 + interest) x debt(t-1) + own(t) + earned(t) - paid(t),   money >= 0,  0 <= debt(t) <= debtMax(t)
 *   paid: purchases and renewals that fall in the quarter, deposits of orders, cargo, launches, yearly lines of what stands and runs, data
 *
 * Interest binds the money at hand; it is no cost of the plan, whose discount rate already pays for capital. What is left at the end of
 * the horizon is no money.
 */
import { QUARTER_H } from "../by-quarter.ts";
import type { Term } from "../model-builder.ts";
import type { CashCase } from "../plan-case.ts";
import { classIn, ordersOf, restOf, waysOf } from "../plan-case.ts";
import { deposit_usd, purchasesOf } from "../purchases.ts";
import { one, type CargoColumns, type Context, type OptionColumns, type OrderColumns, type PoolColumns, type VehicleColumns } from "./context.ts";
import { dataGB, once_usd, quarterly } from "./objective.ts";

const MEGA = 1e6;

export interface Columns {
  readonly options: readonly OptionColumns[];
  readonly vehicles: readonly VehicleColumns[];
  readonly pools: readonly PoolColumns[];
  readonly cargo: readonly CargoColumns[];
  readonly orders: readonly OrderColumns[];
}

export interface CashRows {
  readonly money: readonly number[];
  readonly debt: readonly number[];
  readonly row: readonly number[];
}

/** Adds the balance of money, quarter by quarter. */
export const addCash = (x: Context, cash: CashCase, columns: Columns): CashRows => {
  const { m, q } = x;
  const money = q.map((name) => m.column({ name: `money_${name}` }));
  const debt = q.map((name, t) => m.column({ name: `debt_${name}`, upper: cash.debtMax_usd[t]! / MEGA }));
  const bought = purchasesByQuarter(x, columns);
  const row = q.map((name, t) => m.equal(`cash_${name}`, [
    [money[t]!, 1], [debt[t]!, -1],
    ...(t === 0 ? [] : [[money[t - 1]!, -1] as const, [debt[t - 1]!, 1 + interestIn(x.c, cash, t)] as const]),
    ...bought[t]!, ...runningTerms(x, columns, t), ...serviceTerms(x, { cash, columns, t }),
  ], (cash.own_usd[t]! - committed_usd(x.c, t)) / MEGA));
  return { money, debt, row };
};

/** Interest on the debt with which quarter t begins. */
const interestIn = ({ before }: Context["c"], { interest_per_quarter }: CashCase, t: number): number =>
  (before === undefined || before.interest_per_quarter === null || t >= before.quarters ? interest_per_quarter : before.interest_per_quarter);

/** What each column of units bought pays in each quarter. */
const purchasesByQuarter = ({ c, q }: Context, { options }: Columns): readonly (readonly Term[])[] => {
  const terms: Term[][] = q.map(() => []);
  for (const { option, o, way, w } of waysOf(c)) {
    options[o]!.bought[w]!.forEach((column, at) => {
      if (column === null) return;
      const paid = q.map((_, t) => (t === at ? once_usd(way.paid, t) / MEGA : 0));
      for (const { at: t, usd } of purchasesOf({ lines: option.capital, at, life: option.life, horizon: q.length, salvage: false, arrives_frac: way.arrives_frac, order: option.order })) paid[t]! += usd / MEGA;
      paid.forEach((MUsd, t) => MUsd === 0 || terms[t]!.push([column, MUsd]));
    });
  }
  return terms;
};

/** What is paid whatever is decided. */
const committed_usd = ({ vehicles }: Context["c"], t: number): number => vehicles.reduce((sum, { committed, stake }) =>
  sum + committed.reduce((lines, line) => lines + line.usd[t]!, 0) + (stake !== null && stake.at.includes(t) ? stake.line.usd[t]! : 0), 0);

const runningTerms = ({ c }: Context, { options, vehicles, cargo, orders }: Columns, t: number): readonly Term[] => [
  ...ordersOf(c).flatMap((order, i) => one(orders[i]!.ordered[t]!, deposit_usd(order, t) / MEGA)),
  ...c.cargo.flatMap(({ price }, k) => cargo[k]!.loaded.flatMap((columns) => one(columns[t]!, price.usd[t]! / MEGA))),
  ...c.vehicles.flatMap((vehicle, v) => [...one(vehicles[v]!.launch[t]!, (restOf(vehicle.order) * vehicle.launch.usd[t]!) / MEGA), ...(vehicle.others === null ? [] : one(vehicles[v]!.givenUp[t]!, vehicle.others.givenUp.usd[t]! / MEGA))]),
  ...c.options.flatMap((option, o): readonly Term[] => [[options[o]!.inService[t]!, quarterly(option.standing, t) / MEGA], [options[o]!.run[t]!, quarterly(option.running, t) / MEGA]]),
];

const serviceTerms = ({ c }: Context, { cash, columns, t }: { readonly cash: CashCase; readonly columns: Columns; readonly t: number }): readonly Term[] =>
  c.pools.flatMap(({ link }, p) => c.classes.flatMap((_, i) => {
    const data = link === null ? 0 : link.data.usd[t]! * dataGB(classIn(c, i, t).data_B_per_J);
    return one(columns.pools[p]![i]![t]!, (data - cash.earned_usd_per_MWh[i]![t]! * QUARTER_H) / MEGA);
  }));
