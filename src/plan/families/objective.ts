/**
 * The objective: what one of each column costs, in millions of present dollars.
 *
 *   bought    charge x present cost of the unit's purchases and renewals, less salvage, its own and its part of its launch's, to the end of the
 *             horizon (capital-cost.ts); and what its way costs once, which is no capital (insurance)
 *   cargo     price of a tonne
 *   standing  a quarter of the yearly lines of a unit in service;  running: the same of a megawatt that runs
 *   launch    charge x price, or what an order has left to pay of it
 *   ordered   charge x deposit of the quarter's price
 *   fromHeld  charge x salvage of the deposit, which what was held at the start does not leave
 *   givenUp   what a sale to others would have brought above the marginal cost of a launch
 *   data      gigabytes that a megawatt of the class moves in a quarter x price
 *   short     hours of a quarter x what unserved work of the class counts
 *
 * What is paid whatever is decided (a stake, a fee) stands in no column: solve-case.ts adds it.
 * Least cost and greatest net present value are one form: NPV = revenue of all that is wanted - (cost + revenue of what is not served), and
 * the first term is fixed. So an objective of value puts the class's revenue on what is short where one of cost puts its shortfall price,
 * and the sum never passes through zero, where a relative gap would mean nothing.
 * Ties between classes of one price go to the class that stands first: its price counts TIE more for each class after it.
 */
import { QUARTER_H, QUARTER_S, QUARTERS_PER_YEAR } from "../by-quarter.ts";
import { heldCapital_usd, launchCapital_usd, orderCapital_usd, unitCapital_usd, type Taker, type Weigh } from "../capital-cost.ts";
import { classIn } from "../plan-case.ts";
import type { OptionCase, OrderOf, PlanCase, PricedLine, WayCase } from "../plan-case.ts";

const MEGA = 1e6;
const GIGA = 1e9;
/** Far below what any price is known to, far above the solver's tolerance. */
const TIE = 1e-5;

/** M$ for one of a column in quarter t. */
export interface Prices {
  readonly bought: (option: OptionCase, way: WayCase, t: number) => number;
  readonly cargo: (line: PricedLine, t: number) => number;
  readonly standing: (option: OptionCase, t: number) => number;
  readonly running: (option: OptionCase, t: number) => number;
  readonly launch: (v: number, t: number) => number;
  readonly ordered: (order: OrderOf, t: number) => number;
  readonly fromHeld: (order: OrderOf, taker: Taker, t: number) => number;
  readonly givenUp: (line: PricedLine, t: number) => number;
  readonly data: (line: PricedLine, k: number, t: number) => number;
  readonly short: (k: number, t: number) => number;
  /** For one unit that a target misses; null where targets must be met. */
  readonly missed: number | null;
}

/** Least present cost of what is paid and of what is not served. */
export const leastCost = (c: PlanCase): Prices => {
  const present = (usd: number, t: number): number => (usd * c.factor[t]!) / MEGA;
  const weigh: Weigh = (charge) => charge;
  return {
    bought: (option, way, t) => unitCapital_usd(c, { option, way }, { t, weigh }) / MEGA + present(once_usd(way.paid, t), t),
    cargo: (line, t) => present(line.usd[t]!, t),
    standing: (option, t) => present(quarterly(option.standing, t), t),
    running: (option, t) => present(quarterly(option.running, t), t),
    launch: (v, t) => launchCapital_usd(c, v, { t, weigh }) / MEGA,
    ordered: (order, t) => orderCapital_usd(c, order, { t, weigh }) / MEGA,
    fromHeld: (order, taker, t) => heldCapital_usd(c, order, { taker, t, weigh }) / MEGA,
    givenUp: (line, t) => present(line.usd[t]!, t),
    data: (line, k, t) => present(line.usd[t]! * dataGB(classIn(c, k, t).data_B_per_J), t),
    short: (k, t) => present(QUARTER_H * c.classes[k]!.unserved_usd_per_MWh[t]! * (1 + tieBreak(c, k)), t),
    missed: null,
  };
};

const free = (): number => 0;

/** Targets may be missed, and only misses count. */
export const leastMissed: Prices = { bought: free, cargo: free, standing: free, running: free, launch: free, ordered: free, fromHeld: free, givenUp: free, data: free, short: free, missed: 1 };

/** What a unit bought in a quarter pays once. */
export const once_usd = (paid: readonly PricedLine[], t: number): number => paid.reduce((sum, line) => sum + line.usd[t]!, 0);

/** A quarter of yearly lines. */
export const quarterly = (lines: readonly PricedLine[], t: number): number => lines.reduce((sum, line) => sum + line.usd[t]!, 0) / QUARTERS_PER_YEAR;

/** What the price of a class counts more than it is, so that ties have one answer. */
export const tieBreak = ({ classes }: PlanCase, k: number): number => TIE * (classes.length - 1 - k);

/** Gigabytes that a megawatt of IT moves in a quarter. */
export const dataGB = (data_B_per_J: number): number => (data_B_per_J * MEGA * QUARTER_S) / GIGA;
