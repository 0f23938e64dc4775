/** What one unit by a way costs at the prices of the first quarter in which it can be had: purchases with their lives, and a year of it at full load. */
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";
import { dataGB } from "./families/index.ts";
import { restOf } from "./plan-case.ts";
import type { CapitalPrice, OptionCase, OrderTerms, PlanCase, PricedLine, WayCase, WayOf } from "./plan-case.ts";
import { presentCost_usd, purchasesOf } from "./purchases.ts";

/** A line, and what it comes to for one unit: the line's own `usd` is another thing's. */
export interface UnitPrice<L extends PricedLine = PricedLine> {
  readonly line: L;
  readonly usd: number;
}

export interface UnitPrices {
  /** Quarter of the horizon whose prices these are. */
  readonly t: number;
  readonly capital: readonly UnitPrice<CapitalPrice>[];
  readonly yearly: readonly UnitPrice[];
}

/** Prices of one unit. */
export const unitPrices = (problem: PlanCase, { option, o, way }: Pick<WayOf, "option" | "o" | "way">): UnitPrices => {
  const t = firstOnOffer(problem, { o, way });
  return { t, capital: capitalOf(problem, { option, way, t }), yearly: yearlyOf(problem, { option, way, t }) };
};

interface Way {
  readonly option: OptionCase;
  readonly way: WayCase;
  readonly t: number;
}

/** Purchases for one unit: its parts, and its share of a full launch; what is paid with an order, at the price of then or of the first quarter, carries the real rate until it is had. */
const capitalOf = (problem: PlanCase, { option, way, t }: Way): UnitPrices["capital"] => {
  const parts = option.capital.map((line) => ({ line, usd: carried(problem, { line, order: option.order, t }) }));
  if (way.launch === null) return parts;
  const { vehicle: v, perLaunch } = way.launch;
  const { launch: line, order } = problem.vehicles[v]!;
  const terms = termsOf(problem, v);
  return [
    ...parts,
    { line, usd: carried(problem, { line, order, t }) / perLaunch },
    ...(terms === null ? [] : [{ line: terms.line, usd: terms.usd / perLaunch }]),
    ...way.paid.map((paid) => ({ line: { ...paid, life: option.life }, usd: paid.usd[t]! })),
  ];
};

/**
 * What a launcher's terms cost apart from launches, for one launch: present value of stake (less what is left of it), fixed cost and fees over
 * that of all launches on offer under them, none of them sold to others. The plan pays them whatever flies; this is the least they come to.
 */
const termsOf = ({ vehicles, factor, quarters, salvage }: PlanCase, v: number): UnitPrice<CapitalPrice> | null => {
  const { id, committed, stake, others, slots, launch, termsFrom } = vehicles[v]!;
  if (committed.length === 0 && others === null && stake === null) return null;
  const launches = present(slots.map((n, t) => (t < termsFrom ? 0 : n)), factor);
  const standing = committed.reduce((sum, line) => sum + present(line.usd, factor), 0) + (others === null ? 0 : present(others.launches.map((n, t) => n * others.givenUp.usd[t]!), factor));
  const paid = stake === null ? 0 : stake.at.reduce((sum, at) => sum + presentCost_usd(purchasesOf({ lines: [stake.line], at, life: stake.line.life, horizon: quarters.length, salvage, arrives_frac: 1, order: null }), factor), 0);
  if (launches === 0 || standing + paid === 0) return null;
  return { line: { subsystem: `terms of ${id} at its full rate`, boundary: "launch", life: launch.life, source: `launch.vehicles.${id}.access: stake, fixed cost and fee over all launches on offer`, usd: [] }, usd: (standing + paid) / launches };
};

const present = (values: readonly number[], factor: readonly number[]): number => values.reduce((sum, value, t) => sum + value * factor[t]!, 0);

const carried = ({ factor }: PlanCase, { line, order, t }: { readonly line: CapitalPrice; readonly order: OrderTerms | null; readonly t: number }): number => {
  if (order === null || factor.length < 2) return line.usd[t]!;
  const interest = (factor[0]! / factor[1]!) ** order.lead;
  return line.usd[t]! * restOf(order) + line.usd[Math.max(0, t - order.lead)]! * order.deposit_frac * interest;
};

/** A year of one unit bought at full load: what arrives stands and runs, mean over its life. */
const yearlyOf = (problem: PlanCase, { option, way, t }: Way): UnitPrices["yearly"] => {
  let all_MW = 0;
  for (const MW of option.run_MW) all_MW += MW;
  const mean_MW = all_MW / option.run_MW.length;
  // A loop over scenarios comes here for each of them: no list is made that is not handed on.
  const prices: UnitPrice[] = [];
  const add = (line: PricedLine, usd: number, amount: number): void => void prices.push({ line, usd: usd * amount * way.arrives_frac });
  for (const line of option.standing) add(line, line.usd[t]!, 1);
  for (const line of option.running) add(line, line.usd[t]!, mean_MW);
  const data = dataPrice(problem, option.pool, t);
  if (data !== null) add(data.line, data.usd, mean_MW);
  if (problem.cargo.length > 0) for (const { line, usd } of cargoPrices(problem, option, t)) add(line, usd, 1);
  return prices;
};

/** A year's cargo of a unit, on the vehicle that brings it at the least price of the quarter, losses replaced. */
const cargoPrices = ({ cargo, options, vehicles }: PlanCase, option: OptionCase, t: number): readonly UnitPrice[] =>
  cargo.filter((one) => options[one.option] === option).map(({ price, need_t, hold, vehicles: on }) => ({
    line: { ...price, subsystem: `${price.subsystem} brought` },
    usd: QUARTERS_PER_YEAR * need_t * Math.min(...on.map((v) => (price.usd[t]! + (vehicles[v]!.launch.usd[t]! * hold.t) / vehicles[v]!.hold.mass_t) / vehicles[v]!.reliability)),
  }));

/** A year's data of a megawatt, for the mix of demand that the pool may serve in the first year that wants any: it does not depend on the horizon. */
const dataPrice = ({ pools, classes, quarters }: PlanCase, p: number, t: number): UnitPrice | null => {
  const { link, useful_frac } = pools[p]!;
  if (link === null) return null;
  const wantedIn = (at: number): number => {
    let MW = 0;
    for (let k = 0; k < classes.length; k++) if (useful_frac[k] !== null) MW += classes[k]!.wanted_MW[at]!;
    return MW;
  };
  const from = firstWith(quarters.length, wantedIn);
  let [total, data] = [0, 0];
  for (let k = 0; k < classes.length; k++) {
    if (useful_frac[k] === null) continue;
    const { wanted_MW, data_B_per_J: each } = classes[k]!;
    let MW = 0;
    for (let at = from; at < Math.min(from + QUARTERS_PER_YEAR, wanted_MW.length); at++) MW += wanted_MW[at]!;
    total += MW;
    data += each * MW;
  }
  const data_B_per_J = total === 0 ? 0 : data / total;
  return { line: link.data, usd: link.data.usd[t]! * dataGB(data_B_per_J) * QUARTERS_PER_YEAR };
};

/** First quarter in which nothing that a unit takes is at zero and what must be ordered for it can be had, or the first of all. */
const firstOnOffer = ({ quarters, options, limits, vehicles }: PlanCase, { o, way }: { readonly o: number; readonly way: WayCase }): number => {
  const orders = [options[o]!.order, way.launch === null ? null : vehicles[way.launch.vehicle]!.order];
  const most = limits.filter((limit) => limit.sense === "most" && limit.of !== "launches" && limit.uses.some(({ index, each }) => index === o && each > 0));
  return firstWith(quarters.length, (t) => {
    if (orders.some((order) => order !== null && order.held <= 0 && t < order.lead)) return 0;
    if (way.launch !== null && vehicles[way.launch.vehicle]!.slots[t]! <= 0) return 0;
    return most.some(({ amount }) => amount[t]! <= 0) ? 0 : 1;
  });
};

/** The first quarter with any; the first of all where none has. */
const firstWith = (quarters: number, amountOf: (t: number) => number): number => {
  for (let t = 0; t < quarters; t++) if (amountOf(t) > 0) return t;
  return 0;
};
