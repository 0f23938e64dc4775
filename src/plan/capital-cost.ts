/**
 * Present capital of what a plan decides: of a unit bought by a way, of a launch, of a deposit, each times what its charge weighs.
 *
 *   1. unit     purchases and renewals less salvage (purchases.ts), less its part of its launch's salvage: that of one launch / units a launch
 *   2. launch   its price, or what an order has left to pay of it; what it leaves is left by what is aboard (1). An empty launch leaves
 *               nothing, nor does the room that is empty or holds cargo, which is used up. One of which nothing is left to pay counts TIE of
 *               its price, lest it fly for nothing; solve-case.ts takes it out again
 *   3. deposit  of the price in the quarter of the order
 *   4. held     what one out of those held at the start has less of salvage: the deposit's part, which was paid before the horizon
 *
 * So nothing is left that was not paid for: with nothing wanted the least cost is nothing.
 */
import { waysOf } from "./plan-case.ts";
import type { OrderOf, PlanCase, WayOf } from "./plan-case.ts";
import { deposit_usd, depositSalvage_usd, presentCost_usd, purchasesOf, type Unit } from "./purchases.ts";

type Way = Pick<WayOf, "option" | "way">;

/** What a charge on capital weighs: itself when a plan decides, what it adds to 1 when it is taken out again. */
export type Weigh = (charge: number) => number;

/** What one unit bought by a way is. */
export const unitOf = ({ quarters, salvage }: PlanCase, { option, way }: Way, at: number): Unit =>
  ({ lines: option.capital, at, life: option.life, horizon: quarters.length, salvage, arrives_frac: way.arrives_frac, order: option.order });

/** What a launch is. */
export const launchOf = ({ quarters, salvage, vehicles }: PlanCase, v: number, at: number): Unit => {
  const { launch, reliability, order } = vehicles[v]!;
  return { lines: [launch], at, life: launch.life, horizon: quarters.length, salvage, arrives_frac: reliability, order };
};

/** What is left of a launch at the end of the horizon, where it is full. */
export const launchSalvage_usd = (c: PlanCase, v: number, at: number): number => purchasesOf(launchOf(c, v, at)).reduce((sum, { salvage_usd }) => sum + salvage_usd, 0);

/** (1). */
export const unitCapital_usd = (c: PlanCase, { option, way }: Way, { t, weigh }: { readonly t: number; readonly weigh: Weigh }): number => {
  const own = weigh(option.charge) * presentCost_usd(purchasesOf(unitOf(c, { option, way }, t)), c.factor);
  if (way.launch === null) return own;
  const { vehicle: v, perLaunch } = way.launch;
  return own - (weigh(c.vehicles[v]!.charge) * launchSalvage_usd(c, v, t) * c.factor.at(-1)!) / perLaunch;
};

/** Far below what any price is known to, far above the solver's tolerance. */
const TIE = 1e-5;

/** What a launch counts of which the deposit was all, and which may have been paid before. */
export const launchTie_usd = ({ vehicles, factor }: PlanCase, v: number, t: number): number => {
  const { launch, order } = vehicles[v]!;
  return order !== null && order.deposit_frac === 1 ? TIE * launch.usd[t]! * factor[t]! : 0;
};

/** (2). */
export const launchCapital_usd = (c: PlanCase, v: number, { t, weigh }: { readonly t: number; readonly weigh: Weigh }): number =>
  weigh(c.vehicles[v]!.charge) * presentCost_usd(purchasesOf({ ...launchOf(c, v, t), salvage: false }), c.factor) + weigh(1) * launchTie_usd(c, v, t);

/** (3). */
export const orderCapital_usd = (c: PlanCase, order: OrderOf, { t, weigh }: { readonly t: number; readonly weigh: Weigh }): number => weigh(order.charge) * deposit_usd(order, t) * c.factor[t]!;

/** A way whose units take what is ordered, and how much one of them takes. */
export interface Taker extends WayOf {
  readonly each: number;
}

/** The ways that take of an order: those of its option, or those on its vehicle. */
export const takersOf = (c: Pick<PlanCase, "options">, { of, index }: Pick<OrderOf, "of" | "index">): readonly Taker[] => waysOf(c).flatMap((at): readonly Taker[] => {
  if (of === "units") return at.o === index ? [{ ...at, each: 1 }] : [];
  return at.way.launch?.vehicle === index ? [{ ...at, each: 1 / at.way.launch.perLaunch }] : [];
});

/** Whether a plan must tell those held from those ordered: only these have a deposit that leaves something. */
export const tellsHeld = ({ salvage }: Pick<PlanCase, "salvage">, { terms: { held, deposit_frac } }: Pick<OrderOf, "terms">): boolean => salvage && held > 0 && deposit_frac > 0;

/** (4), in dollars of the last quarter, of one unit, or launch, that a way takes. */
export const heldLoss_usd = (c: PlanCase, { of, index }: Pick<OrderOf, "of" | "index">, { taker, t }: { readonly taker: Taker; readonly t: number }): number =>
  depositSalvage_usd(of === "units" ? unitOf(c, taker, t) : launchOf(c, index, t));

/** (4), of present dollars. */
export const heldCapital_usd = (c: PlanCase, order: OrderOf, { taker, t, weigh }: { readonly taker: Taker; readonly t: number; readonly weigh: Weigh }): number =>
  weigh(order.charge) * heldLoss_usd(c, order, { taker, t }) * c.factor.at(-1)!;
